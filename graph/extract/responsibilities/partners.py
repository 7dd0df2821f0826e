"""Those who act beside another: what they have is the part of support.

Forms read::

    省教育厅会同省财政厅、省民政厅制定细则            会同, names, verb
    由省应急厅牵头，会同有关部门研究                  in a clause of its own
    财政部商有关部门制定                              商, right behind a name
    在公安、交通等部门配合下                          在, names, 配合下
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.responsibilities.name_ends import has_name_end, name_ends
from graph.extract.responsibilities.names import read_names
from graph.extract.responsibilities.shares import Share
from graph.extract.responsibilities.verbs import verb_at
from graph.grammar.body_names import ending_pattern
from graph.grammar.cues import Cued, cued
from graph.model import Form, Role
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extract.responsibilities.names import Names
    from graph.grammar.sentences import Stretch

_FACT = re.compile(r"[^，。；]{0,14}(?:了(?!解)|的[^，。；]{0,12}(?:应当|不得|必须|，|$))")
_UNDER = re.compile(
    r"在(?P<names>[\u4e00-\u9fff、（）]{3,60}?)的?(?:密切|积极|大力)?(?:配合|协助|支持|参与)下"
)
_GOES_ON = re.compile(
    r"[，。；]|$|等|依法|共同|联合|按照?|根据|对|就|在|于|统一|及时|定期|另行|尽快|抓紧|积极|认真|进行|予以|一并|适时|提出|负责|重点|严格|全面|加强|做好"
)
# 协同制造示范城市, 协同创新公司: in which way, and with nobody
_HOW = "制造|创新(?!委|办)|智能|共治|治理|推进|攻关|育人|处置|联动|高效|互动|作战|防控"


@cache
def _beside() -> Cued:
    # 会同级财政部门 brings in those of the same level; 联合专班 is what is set up
    words = f"会(?=同级)|商(?=同级)|(?![会商]同级){ending_pattern('beside')}"
    cues = (*lexicon.concepts("agency-words")["beside"].written, "会", "商")
    return cued(
        rf"(?<![由经与和])(?:{words})(?!专班|工作组|小组|执法队|{_HOW})",
        cues,
    )


def find_partners(
    text: str, clause: Stretch, stop: int, prefix: str
) -> Iterator[tuple[Share, ...]]:
    """Yield the bodies of a clause that act beside another."""
    named = has_name_end(text, clause.start, clause.end)
    for word in _beside().finditer(text, clause.start, clause.end) if named else ():
        if word.group() == "商" and not _behind_name(text, clause.start, word.start()):
            continue
        names = _partners(text, word.end(), clause.end, prefix)
        if names:
            yield _shares(names, word.start(), stop)
    below = text.find("下", clause.start, clause.end) >= 0
    for under in _UNDER.finditer(text, clause.start, clause.end) if below else ():
        names = read_names(text, *under.span("names"), prefix, running=True)
        if names:
            yield _shares(names, under.start(), stop)


def _behind_name(text: str, start: int, at: int) -> bool:
    return any(until == at for until, _ in name_ends(text, max(start, at - 12), at)) or (
        text[max(start, at - 2) : at] in {"应当", "可以"} or text[at - 1] in "要应可须，"
    )


def _partners(text: str, start: int, end: int, prefix: str) -> Names | None:
    for until, behind in name_ends(text, start, end):
        if not (_GOES_ON.match(text, behind, end) or verb_at(text, behind, end)):
            continue
        if _FACT.match(text, behind, end):
            continue
        names = read_names(text, start, until, prefix, running=True)
        if names:
            return names
    return None


def _shares(names: Names, start: int, stop: int) -> tuple[Share, ...]:
    return tuple(
        Share(
            name,
            Role.SUPPORT,
            Form.BODY,
            names.among_others,
            start,
            stop,
            "responsibility.beside",
        )
        for name in names.names
    )
