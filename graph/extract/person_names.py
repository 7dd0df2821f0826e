"""What a holder is called: its concept where its words are a label of one, else its own words.

Forms read::

    符合规定的重度残疾人                  without what names nobody
    全省3万名精神障碍患者                 without its number
    从事特殊教育的相关人员                with its attribute, where the word says little
    关爱老年人                            without a verb before a group of the scheme

Who is only pointed at (其, 本人, 上述人员) has no name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.extract.entitlement_words import pattern, written
from ontology import lexicon

_COUNTED = re.compile(
    r"^[0-9０-９.．一二三四五六七八九十百千万两]+(?:个月|名|万名|位|个|户|万户|家|万人|人)"
)
_PRONOUN = re.compile(
    r"^(?:符合(?!.*的)|经(?!营|济|办|纪|销|贸|理)|其|自己|本人|他人|对方|上述|前款|前述|此类|通过|这些|他们"
    r"|在(?!.*的)|于|按|凭)"
)
# 者设立机构, 认为学校, 计算其个人: the end of another word, and what is no noun phrase
_BROKEN = re.compile("[者员及和与、]|认为|发现|.+(?:认为|得知|(?<![及和与或])其(?![他它余中实]))")
_GOES_ON = re.compile("[、，][并且]")  # 公务员、并在当地参保的人员: the end of a longer phrase
_ORGANISES = "组织"
_ALONE = frozenset({"主体", "人", "者", "人员", "对象", "人士", "双方", "一方", "组织", "机构"})


@cache
def _determiners() -> re.Pattern[str]:
    # 本所律师, 境内外的组织, 各级事业单位, 三个月…: no determiner is cut out of a word
    before = "^(?!本[所校院社村]|境内外|对方|各民族|各族|各级(?!各类))(?:所有(?!权|制|者)|"
    return pattern("determiner", before=before, behind=")(?!的?$)")


@cache
def _led_by_verbs() -> re.Pattern[str]:
    words = lexicon.written("agency-words", "verb", "act", "adverb")
    return re.compile(f"{lexicon.alternation(word for word in words if len(word) > 1)}+")


@cache
def _longest_group() -> int:
    return max(map(len, lexicon.scheme("groups")))


@lru_cache(maxsize=4096)
def named(written_: str) -> str | None:
    """Return the name of a holder by its words, or None where they name nobody."""
    scheme = lexicon.scheme("groups")
    words = "".join(written_.split())  # a line may break inside a name
    if words.startswith("本人"):
        return None
    counted = _COUNTED.match(words)
    if counted and counted.end() < len(words):
        words = words[counted.end() :].removeprefix("的")
    while words not in _ALONE and (found := _determiners().match(words)):
        left = len(words) - found.end()
        if left <= 1 or words.startswith(("籍", "户籍"), found.end()):
            break  # 本市籍居民, 本省户籍父母, 一般户
        words = words[found.end() :].removeprefix("的")
    counted = _COUNTED.match(words)  # 全省3万名患者
    if counted and counted.end() < len(words):
        words = words[counted.end() :].removeprefix("的")
    if words in scheme:
        return scheme[words]
    head = words.rpartition("的")[2]
    if head in scheme and head not in written("generic"):
        return scheme[head]
    words = _without_attribute(words, head)
    ends = (at for at in range(max(1, len(words) - _longest_group()), len(words)))
    begin = next((at for at in ends if words[at:] in scheme), 0)
    if begin and _led_by_verbs().fullmatch(words, 0, begin):
        return scheme[words[begin:]]  # 关爱老年人, 全面实行老年人…
    return None if _is_nobody(words) else words


@cache
def _attribute() -> re.Pattern[str]:
    """Return a pattern of how the description of persons begins: 具有本市户籍、且…的居民."""
    return pattern("attribute")


def _is_nobody(words: str) -> bool:
    """Whether words name nobody: a pronoun, the end of another word, 优先组织 that is done."""
    if _GOES_ON.search(words) and not _attribute().match(words):
        return True
    if words in _ALONE or _PRONOUN.match(words) or _BROKEN.match(words) or not words:
        return True
    done = words.removesuffix(_ORGANISES)
    return done != words and _led_by_verbs().fullmatch(done) is not None


def _without_attribute(words: str, head: str) -> str:
    """Return a phrase without the attribute before its ``head``, where the head says enough.

    …的所有中小微企业 does, …从事特殊教育的相关人员 does not.
    """
    if head == words or head in written("generic") or len(head) <= 1:
        return words
    told = _determiners().match(head)
    bare = head[told.end() :] if told else head
    return (
        words if bare in written("generic") or bare.startswith(("和", "与", "、", "籍")) else bare
    )
