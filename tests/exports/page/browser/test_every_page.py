"""Every kind of page with every view filled, and with an attack in every word."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from lxml import etree

from exports.page.render import VIEWS
from tests.exports.page.browser.test_use import downloaded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.exports.page.browser.conftest import Open, Visit

KINDS = ("compared", "around", "corpus", "hostile-0", "hostile-1", "hostile-corpus")
FOREIGN = "img, iframe, object, embed, base, form[action], a[href], main script, main style"
# Selects each thing and each relation, as a reader who goes through all of them.
THROUGH = """() => {
    const all = [...zhengmai.facts.kinds.keys(), ...zhengmai.facts.relations.keys()];
    for (const id of [...all, "notes"]) zhengmai.select(id);
    return all.length;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_page_is_quiet_in_every_view_and_language(
    visit: Open, pages: Mapping[str, Path], kind: str, scheme: str
) -> None:
    seen = visit(pages[kind], color_scheme=scheme)
    for _ in ("zh", "en"):
        for view in VIEWS:
            seen.page.click(f"#tab-{view}")
            seen.page.locator(f"#view-{view}").wait_for()
        seen.press("1", "l")
    assert seen.quiet(), (seen.requests, seen.messages)


@pytest.mark.parametrize("kind", KINDS)
def test_every_thing_can_be_selected_and_is_text(
    visit: Open, pages: Mapping[str, Path], kind: str
) -> None:
    seen = visit(pages[kind])
    for view in ("graph", "text", "table"):
        seen.page.click(f"#tab-{view}")
        assert seen.page.evaluate(THROUGH) >= 3
        assert seen.page.locator(FOREIGN).count() == 0
    seen.page.fill("#search", "onerror")
    assert seen.page.locator(FOREIGN).count() == 0
    assert seen.quiet(), seen.messages


def test_the_attack_is_in_every_kind_of_field(visit: Open, pages: Mapping[str, Path]) -> None:
    """Or the tests above would prove nothing: each is there, as a text."""
    seen = visit(pages["hostile-0"], "view=table")
    for kind in ("cited_known", "document", "annex", "section", "clause", "agency", "group"):
        name = seen.page.evaluate(
            """(kind) => {
                const [id] = [...zhengmai.facts.kinds].find(([, each]) => each === kind) ?? [];
                return id ? zhengmai.graph.names[id].full.zh : "";
            }""",
            kind,
        )
        assert "<script/x>alert(1)</script>" in name, kind
    for selector in ("h1", "head title", "header p", "#table-statements", "#table-things"):
        assert "onerror=alert(1)" in (seen.page.locator(selector).text_content() or ""), selector
    seen.page.click("#tab-comparison")
    words = seen.page.locator("#comparisons .side").all_inner_texts()
    assert any("<script/x>" in each for each in words)


def test_the_matrix_of_a_store_counts_duties_by_role_and_says_which(
    visit: Open, pages: Mapping[str, Path]
) -> None:
    seen = visit(pages["corpus"], "view=matrix")
    assert seen.text("#matrix thead th:first-child") == "文件"
    assert "牵1" in seen.page.locator("#matrix td .role-lead").all_inner_texts()
    _, content = downloaded(seen, "#save-csv")
    heads, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert heads[0] == "文件"
    assert {cell for row in rows[:-1] for cell in row[1:]} >= {"牵头 1"}
    seen.press("l")
    assert "L1" in seen.page.locator("#matrix td .role-lead").all_inner_texts()


def test_the_table_names_the_parents_clause_of_a_correspondence(
    visit: Open, pages: Mapping[str, Path]
) -> None:
    seen = visit(pages["compared"], "view=table")
    rows = seen.page.locator("#table-statements tr", has_text="对应（推断）")
    ends = rows.locator(".column-to").all_inner_texts()
    assert any(each.endswith("二（四） 健全老年助餐服务网络") for each in ends)


@pytest.mark.parametrize("view", ["graph", "lineage"])
def test_pictures_of_attacks_are_pictures(
    visit: Open, pages: Mapping[str, Path], view: str
) -> None:
    seen = visit(pages["hostile-0"], f"view={view}")
    _, content = downloaded(seen, "#save-svg")
    drawing = etree.fromstring(content)
    tags = {etree.QName(each).localname for each in drawing.iter() if isinstance(each.tag, str)}
    assert tags <= {"svg", "defs", "marker", "path", "rect", "g", "title", "text", "tspan", "line"}
    assert not drawing.xpath("//@*[starts-with(name(), 'on') or contains(name(), 'href')]")
    _, content = downloaded(seen, "#save-png")
    assert content.startswith(b"\x89PNG")
    assert seen.quiet()


def test_tables_of_attacks_are_tables(visit: Open, pages: Mapping[str, Path]) -> None:
    seen = visit(pages["hostile-0"], "view=table")
    name, content = downloaded(seen, "#save-csv")
    assert not set('\\/:*?"<>|') & set(name)
    heads, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert {len(row) for row in rows} == {len(heads)}
    assert any("<script/x>" in cell for row in rows for cell in row)


def test_no_cell_of_a_csv_file_is_a_formula(visit: Open, sample: Path) -> None:
    written = visit(sample).page.evaluate(
        """() => zhengmai.downloads.csv([["=1+1", "+1", "-1", "@a", "\\t=1", "＝1", -1, "a=1"]])"""
    )
    (row,) = csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline=""))
    assert row == ["'=1+1", "'+1", "'-1", "'@a", "'\t=1", "'＝1", "-1", "a=1"]


def printed(seen: Visit, file: Path) -> list[str]:
    """What stands on each sheet of paper, without blanks."""
    seen.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    seen.page.pdf(path=file, prefer_css_page_size=True)
    paper = pypdfium2.PdfDocument(file)
    sheets = ["".join(page.get_textpage().get_text_range().split()) for page in paper]
    paper.close()
    return sheets


def test_the_whole_text_is_on_paper(
    visit: Open, sample: Path, source_text: str, tmp_path: Path
) -> None:
    whole = "".join(printed(visit(sample), tmp_path / "page.pdf"))
    lines = ["".join(line.split()) for line in source_text.splitlines()]
    missing = [line for line in lines if line and line not in whole]
    # A line that goes over to the next sheet is not in one piece.
    assert [line for line in missing if line[:12] not in whole or line[-12:] not in whole] == []
    assert len(missing) < 10


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_heading_is_the_last_of_its_sheet_and_no_pair_is_torn(
    visit: Open, pages: Mapping[str, Path], tmp_path: Path, lang: str
) -> None:
    seen = visit(pages["compared"], f"lang={lang}&view=comparison")
    heads = seen.page.locator("#comparisons h3, #comparisons h4").all_inner_texts()
    whys = ["".join(each.split()) for each in seen.page.locator(".pair h4").all_inner_texts()]
    assert len(whys) > 5
    sheets = printed(seen, tmp_path / "page.pdf")
    ends = ["".join(head.split()) for head in heads if head.strip()]
    assert [end for sheet in sheets for end in ends if sheet.endswith(end)] == []
    for parent, child in zip(whys[::2], whys[1::2], strict=True):
        assert any(parent in sheet and child in sheet for sheet in sheets), (parent, child)
