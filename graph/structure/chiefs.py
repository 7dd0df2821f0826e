"""Those who sign for a body at its head: the office behind its name, and the person.

Forms read::

    市长 张三                              says of no body
    住房和城乡建设部部长 姜伟新               the body before the office
    总 理 李克强                           letter-spaced
    公安部部长 甲某 商务部部长 乙某            of a joint order, several on one line
"""

from __future__ import annotations

import re
from functools import cache

from graph.grammar.ideographs import HAN
from graph.structure.issuing_bodies import is_issuer
from graph.structure.lines import Line
from ontology import lexicon


@cache
def chief() -> re.Pattern[str]:
    """Return the pattern of one who signs at the head of a body."""
    offices = sorted(lexicon.concepts("agency-words")["chief"].written, key=len, reverse=True)
    spaced = "|".join("[ ]*".join(map(re.escape, office)) for office in offices)
    return re.compile(
        rf"(?P<body>[{HAN}]{{2,30}}?)??[ ]*(?P<office>{spaced})[ ]*[：:]?[ ]*"
        rf"(?P<person>[{HAN}·](?:[ ]*[{HAN}·]){{1,7}})"
    )


def body_of(at: int, signer: re.Match[str]) -> list[Line]:
    """Return the body before the office of one who signs: 住房和城乡建设部 of its 部长."""
    body = signer["body"]
    if not body or not is_issuer(body):
        return []
    return [Line(body, at + signer.start("body"), at + signer.end("body"))]


@cache
def _chief_of_several() -> re.Pattern[str]:
    offices = lexicon.alternatives("agency-words", "chief")
    return re.compile(
        rf"(?P<body>[{HAN}]{{2,30}}?){offices}[ ]+"
        rf"[{HAN}·]{{2,12}}(?:[ ]+|$)"
    )


def bodies_of_chiefs(text: str, start: int, end: int) -> list[Line]:
    """Return the bodies whose heads sign an order together on one line, none where others stand.

    交通运输部部长 李小鹏 公安部部长 赵克志
    """
    found: list[Line] = []
    at = start
    while at < end:
        signer = _chief_of_several().match(text, at, end)
        if signer is None:
            return []
        if is_issuer(signer["body"]):
            found.append(Line(signer["body"], *signer.span("body")))
        at = signer.end()
    return found
