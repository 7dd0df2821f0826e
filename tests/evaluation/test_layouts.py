from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.evaluation.layouts import ALSO, KINDS, LAYOUTS, OWN, compare, findings, matter, survival
from tests.evaluation.typesetting import Table, blocks

if TYPE_CHECKING:
    from pathlib import Path

    from tests.evaluation.layouts import Key

HARMLESS = (
    "blank-lines", "indented", "crlf", "half-width", "full-width", "letter-spaced", "html",
    "margin-indented",
)  # fmt: skip
# The share of findings that survive with their place, and how many may be new.
FLOORS = {"one-line-gaps": 0.97, "margin": 0.99, "margin-blank-lines": 0.99, "page-numbers": 0.98}
PAGE_FLOORS = {"page": 0.98, "two-columns": 0.98, "two-columns-shifted": 0.98}


@pytest.fixture(scope="module", params=OWN, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


@pytest.fixture(scope="module")
def original(path: Path) -> dict[str, Counter[Key]]:
    return findings(LAYOUTS["paragraphs"](matter(path)))


def test_much_is_found_in_what_is_set(original: dict[str, Counter[Key]]) -> None:
    assert sum(original[kind].total() for kind in KINDS) >= 40


@pytest.mark.parametrize("name", HARMLESS)
def test_blanks_widths_and_empty_lines_change_no_reading(
    name: str, path: Path, original: dict[str, Counter[Key]]
) -> None:
    assert findings(LAYOUTS[name](matter(path))) == original


@pytest.mark.parametrize(("name", "floor"), [*FLOORS.items(), *PAGE_FLOORS.items()])
def test_a_page_and_its_margin_lose_little(
    name: str, floor: float, path: Path, original: dict[str, Counter[Key]]
) -> None:
    set_matter = matter(path)
    if name in PAGE_FLOORS and any(isinstance(block, Table) for block in set_matter):
        pytest.skip("a table without rules is set on no page")
    kept, lost, new = survival(original, findings(LAYOUTS[name](set_matter)))
    assert kept >= floor * (kept + lost)
    assert new <= (1 - floor) * (kept + lost)


def test_rows_of_equal_length_are_a_table_and_other_lines_are_none() -> None:
    assert blocks("一、要求\n序号\t单位\n1\t市公安局\n附表\t无\n") == (
        "一、要求",
        Table((("序号", "单位"), ("1", "市公安局"), ("附表", "无"))),
    )
    assert blocks("甲\t乙\n丙\t丁\t戊\n\t己\t") == ("甲\t乙", Table((("丙", "丁", "戊"),)), "己")


def test_what_is_lost_and_what_is_new_are_told_apart() -> None:
    one, two, three = (Counter([(word,)]) for word in ("甲", "乙", "丙"))
    before: dict[str, Counter[Key]] = {kind: Counter() for kind in (*KINDS, *ALSO)}
    after = dict(before)
    before["norms"].update([*one, *two])
    after["norms"] = Counter([*two, *three])
    compared = {kind: rest for kind, *rest in compare(before, after)}
    assert compared["norms"] == [two, one, three]
