"""The file of decisions that the page gives out, read and distrusted.

::

    {"format": "zhengmai-decisions", "version": 1, "decisions": [
        {"finding", "document": IRIs,
         "decision": "accepted" | "rejected" | "corrected" | "withdrawn",
         "statement": the fingerprint of what was reviewed, "correction", "note", "says": texts,
         "start", "end", "quote": where that is stated}]}

Keys that are not known are left alone. What is wrong with one decision is wrong with the file:
whoever made it by hand must see to it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pyoxigraph import NamedNode

from graph.errors import DecisionsError
from graph.reviews.recorded import Verdict
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FORMAT: Final = "zhengmai-decisions"
VERSION: Final = 1
WITHDRAWN: Final = "withdrawn"
MOST_BYTES: Final = 16_000_000  # a page of ten thousand findings gives out 5 MB
MOST_CHARACTERS: Final = 10_000  # of a note
_STATEMENT: Final = re.compile(r"[0-9a-f]{16}(?: -?[0-9a-f]{16})?")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_AGAIN: Final = "请从网页重新导出 / export it again from the page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a reviewer decided about a finding of a document (both IRIs), as the file says.

    ``decision`` is None where an earlier one is taken back, and ``document`` empty where the page
    did not hold its text.
    """

    finding: str
    document: str
    statement: str
    decision: Verdict | None
    correction: str
    note: str
    says: str
    quote: str
    start: int
    end: int


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Return the decisions in a file, in its order.

    Raises:
        DecisionsError: it cannot be read, is too large, or is no file of decisions of this version.

    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        message = f"{path}: 不能读取 / cannot be read ({error.strerror}); check the name"
        raise DecisionsError(message) from error
    if len(content) > MOST_BYTES:
        message = f"{path}: 超过 / is larger than {MOST_BYTES // 1_000_000} MB; {_AGAIN}"
        raise DecisionsError(message)
    try:
        return tuple(_decisions(_parsed(content)))
    except DecisionsError as error:
        message = f"{path}: {error}"
        raise DecisionsError(message) from error


def fit(text: str) -> str:
    """Return what a reviewer wrote, without blanks around it.

    Raises DecisionsError for a text that no export could hold.
    """
    if len(text) > MOST_CHARACTERS or _CONTROL.search(text):
        message = (
            f"文字过长或者含控制字符 / a text is longer than {MOST_CHARACTERS} characters, "
            "or holds control characters; write it anew"
        )
        raise DecisionsError(message)
    return text.strip()


def _parsed(content: bytes) -> Mapping[str, Any]:
    try:
        value = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        message = f"不是 UTF-8 文本 / is no UTF-8 (byte {error.start}); {_AGAIN}"
        raise DecisionsError(message) from error
    except (ValueError, RecursionError) as error:
        message = f"不是 JSON / is no JSON ({error}); {_AGAIN}"
        raise DecisionsError(message) from error
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        message = f"不是审核文件 / is no file of decisions (format {FORMAT}); {_AGAIN}"
        raise DecisionsError(message)
    if value.get("version") is True or value.get("version") != VERSION:
        message = (
            f"审核文件的版本 / its version is not {VERSION} but "
            f"{_short(value.get('version'))}; take the program that made it, or {_AGAIN}"
        )
        raise DecisionsError(message)
    return value


def _decisions(value: Mapping[str, Any]) -> Iterator[Decision]:
    rows = value.get("decisions")
    if not isinstance(rows, list):
        message = f"没有 decisions / has no list “decisions”; {_AGAIN}"
        raise DecisionsError(message)
    seen: set[str] = set()
    for number, row in enumerate(rows, start=1):
        try:
            decision = _decision(row)
        except DecisionsError as error:
            message = f"第 {number} 项 / decision {number}: {error}"
            raise DecisionsError(message) from error
        if decision.finding in seen:
            message = (
                f"第 {number} 项 / decision {number}: 对同一认定重复作出结论 / decides again on "
                f"{decision.finding}; leave one of them"
            )
            raise DecisionsError(message)
        seen.add(decision.finding)
        yield decision


def _decision(row: object) -> Decision:
    if not isinstance(row, dict):
        message = f"不是对象 / is no object; {_AGAIN}"
        raise DecisionsError(message)
    verdict = _text(row, "decision")
    if verdict not in {*Verdict, WITHDRAWN}:
        known = ", ".join((*Verdict, WITHDRAWN))
        message = f"decision: {_short(verdict)} 不是 / is none of {known}"
        raise DecisionsError(message)
    found = Decision(
        finding=_text(row, "finding"),
        document=_text(row, "document", needed=False),
        statement=_text(row, "statement"),
        decision=None if verdict == WITHDRAWN else Verdict(verdict),
        correction=fit(_text(row, "correction", needed=False)),
        note=fit(_text(row, "note", needed=False)),
        says=_text(row, "says", needed=False),
        quote=_text(row, "quote"),
        start=_offset(row, "start"),
        end=_offset(row, "end"),
    )
    if not _STATEMENT.fullmatch(found.statement):
        message = f"statement: {_short(found.statement)} 不是指纹 / is no fingerprint; {_AGAIN}"
        raise DecisionsError(message)
    for name, thing in (("finding", found.finding), ("document", found.document)):
        if (thing or name == "finding") and not _is_thing(thing):
            message = (
                f"{name}: {_short(thing)} 不是认定或文件 / is no finding or document; {_AGAIN}"
            )
            raise DecisionsError(message)
    if found.decision is Verdict.CORRECTED and not (found.correction or found.note):
        message = "更正没有内容 / corrects without saying what would be right; fill in “correction”"
        raise DecisionsError(message)
    return found


def _is_thing(text: str) -> bool:
    """Tell whether a text is an IRI of ours, and one that a store can be asked for."""
    try:
        return NamedNode(text).value.startswith(names.ID)
    except ValueError:
        return False


def _text(row: Mapping[str, Any], name: str, *, needed: bool = True) -> str:
    value = row.get(name, None if needed else "")
    if not isinstance(value, str) or (needed and not value):
        message = f"缺少 / has no text “{name}”; {_AGAIN}"
        raise DecisionsError(message)
    return value


def _offset(row: Mapping[str, Any], name: str) -> int:
    value = row.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        message = f"缺少 / has no offset “{name}”; {_AGAIN}"
        raise DecisionsError(message)
    return value


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:40]}…"  # noqa: PLR2004 - what a line can hold
