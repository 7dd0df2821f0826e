"""Whether two documents are versions of one instrument, and which is the newer one.

They are where both bear one title but for what tells versions apart::

    某市居住证管理办法            某市居住证管理办法（试行）, …（2015年修正）, …（征求意见稿）
    关于印发《某市居住证管理办法》的通知                              what it issues
    治安管理处罚法                中华人民共和国治安管理处罚法
    某法2012                     a file called by its year, without a title of its own
    某市居住证管理暂行办法        where the newer one repeals or amends it

and no two places issued them. A document that carries out the other is none, whatever its title.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from graph.align.comparison import Kind
from graph.model import Relation
from graph.structure.announced import issued_title
from ontology import lexicon

if TYPE_CHECKING:
    from graph.model import Document, Reading

_STATE: Final = "中华人民共和国"
_MARKS = re.compile(r"[\s《》〈〉<>“”\"]")
_ROUND: Final = str.maketrans("()", "（）")
_NAMED_BY_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年?$")
_CHANGES: Final = frozenset({Relation.REPEALS, Relation.AMENDS})
_CARRIES_OUT: Final = frozenset({Relation.IMPLEMENTS, Relation.BASIS})


def kind_of(child: Reading, parent: Reading) -> Kind:
    """Return what two documents are to each other: versions of one instrument, or two levels."""
    ours, theirs = child.document, parent.document
    if _elsewhere(ours, theirs) or _cites(child, theirs, _CARRIES_OUT):
        return Kind.PARENT
    names = instrument(ours), instrument(theirs)
    if names[0] == names[1]:
        return Kind.VERSIONS
    changed = _cites(child, theirs, _CHANGES) or _cites(parent, ours, _CHANGES)
    same = _lasting(names[0]) == _lasting(names[1])
    return Kind.VERSIONS if changed and same else Kind.PARENT


def newer_first(one: Reading, other: Reading) -> tuple[Reading, Reading]:
    """Return two versions, the newer one first; as they are given where nothing dates them."""
    if _cites(other, one.document, _CHANGES) and not _cites(one, other.document, _CHANGES):
        return other, one
    ours, theirs = _age(one.document), _age(other.document)
    return (other, one) if ours and theirs and ours < theirs else (one, other)


def instrument(document: Document) -> str:
    """Return the title by which all versions of an instrument go."""
    title = document.title.translate(_ROUND)
    name = _MARKS.sub("", issued_title(title) or title).removeprefix(_STATE)
    if not document.titled:
        name = _NAMED_BY_YEAR.sub("", name)
    return _version().sub("", name)


def latest(document: Document) -> dt.date | None:
    """Return the last day on which a version was made or changed, as its text tells."""
    days = (document.date_issued, document.date_adopted, *(e.date for e in document.history))
    return max((day for day in days if day), default=None)


def _age(document: Document) -> dt.date | None:
    """Return the day of a version, or the first day of the year that its file is called by."""
    day, named = latest(document), _NAMED_BY_YEAR.search(document.title)
    if day is None and named and not document.titled:
        return dt.date(int(named["year"]), 1, 1)
    return day


def _elsewhere(one: Document, other: Document) -> bool:
    """Whether two places issued them."""
    places = one.jurisdiction, other.jurisdiction
    return all(places) and len({place.code for place in places if place}) > 1


def _cites(reading: Reading, other: Document, relations: frozenset[Relation]) -> bool:
    name = _lasting(instrument(other))
    return any(
        citation.relation in relations
        and (
            (citation.number is not None and citation.number == other.number)
            or (citation.title is not None and _lasting(_name(citation.title)) == name)
        )
        for citation in reading.citations
    )


def _name(title: str) -> str:
    bare = _MARKS.sub("", title.translate(_ROUND)).removeprefix(_STATE)
    return _version().sub("", bare)


def _lasting(name: str) -> str:
    """Return a title without what says that it is for a trial: 管理暂行办法, 试行方案."""
    return _for_trial().sub("", name)


@cache
def _version() -> re.Pattern[str]:
    """Return what finds, at the end of a title, which version it is."""
    drafts = lexicon.alternatives("citation-words", "version")
    acts = lexicon.alternatives("enactment-acts", "amended", "revised")
    year, time = r"(?:19|20)\d\d年?", r"第?[一二三四五六七八九十\d]+次"
    told = rf"(?:{year})?(?:{time})?(?:{drafts}|{acts})?(?:{time})?(?:{drafts}|{acts})?[版本稿]?"
    return re.compile(rf"(?:（(?!）){told}）)+$")


@cache
def _for_trial() -> re.Pattern[str]:
    return re.compile(lexicon.alternatives("citation-words", "trial"))
