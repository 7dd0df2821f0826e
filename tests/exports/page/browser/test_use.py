"""What people do on the page: links, keys, filters, review, downloads, paper."""

from __future__ import annotations

import csv
import io
import json
import struct
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from lxml import etree

from exports.page import page
from exports.page.content import document_content
from exports.page.data import details_data, graph_data
from tests.exports.page.browser.conftest import BASE, Visit, link

if TYPE_CHECKING:
    from exports.page.content import Content
    from graph.store import Store
    from tests.exports.page.browser.conftest import Open

PLAN = "document/库政办发/2018/171/annex/1"
POLICE = "agency/652801/公安局"
CLAUSE = f"{PLAN}/四/（六）"
LEADS = link(f"{PLAN}/三/（一）/1", "lead", POLICE)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def content(store: Store, korla: str) -> Content:
    return document_content(store, korla)


@pytest.mark.parametrize(
    ("hash_", "selector", "said"),
    [
        (f"select={link(CLAUSE)}", "#panel h2", "维护进城落户农民“三权”"),
        (f"view=matrix&select={LEADS}", "#panel h2", "→ 市公安局"),
        (f"view=matrix&select={LEADS}", "#matrix [aria-current]", "牵"),
        (f"view=lineage&select={link('document/国办发/2016/72')}", "#panel h2", "国务院办公厅"),
        ("view=text&at=0:1333-1341", "#texts mark.chosen", "(市公安局牵头)"),
        ("view=text&at=0:1333-1341", "#panel", "第 1333–1341 字"),
        (f"view=text&select={link(POLICE)}", "#texts mark.chosen >> nth=0", "(市公安局牵头)"),
        ("view=comparison", "#comparisons", "国办发〔2016〕72号"),
        ("view=table&lang=en", "#table-statements thead", "Evidence"),
        (f"select={link(CLAUSE)}&hops=1", "#shown", "聚焦之外"),
        (f"from={link(POLICE)}&to={link('right/宅基地使用权')}", "#focused", "步"),
        ("hide=kinds:group+relations:contains", "#shown", "对象 27"),
        ("select=notes", "#panel", "澳门银河国际娱乐"),
    ],
)
def test_a_link_shows_what_it_was_made_of(
    visit: Open, sample: Path, hash_: str, selector: str, said: str
) -> None:
    assert said in visit(sample, hash_).text(selector)


def test_what_is_done_is_in_the_link_and_the_way_back(visit: Open, sample: Path) -> None:
    seen = visit(sample)
    seen.page.click("#tab-matrix")
    seen.page.click(f'#matrix button[data-select="~{POLICE}"]')
    before = seen.state
    assert visit(sample, seen.page.url.partition("#")[2]).state == before
    seen.page.go_back()
    assert seen.state["select"] == ""
    seen.page.go_back()
    assert seen.state["view"] == "graph"


def test_a_click_on_a_line_shows_the_words_that_state_it(visit: Open, sample: Path) -> None:
    seen = visit(sample, "view=lineage")
    seen.page.locator("g.link .wide").first.dispatch_event("click")
    assert "国办发〔2016〕72号" in seen.text("#panel blockquote >> nth=0")


def test_a_click_in_the_drawing_selects_a_shape(visit: Open, sample: Path) -> None:
    seen = visit(sample)
    place = seen.page.evaluate(
        """id => {
            const { x, y } = zhengmai.drawing.places().boxes[id];
            const corner = document.getElementById("graph").getBoundingClientRect();
            const dom = zhengmai.drawing.network.canvasToDOM({ x, y });
            return [corner.left + dom.x, corner.top + dom.y];
        }""",
        BASE + CLAUSE,
    )
    seen.page.mouse.click(*place)
    assert seen.state["select"] == BASE + CLAUSE
    assert "不得强行要求" in seen.text("#panel .text")


def test_the_marks_of_the_text_lead_to_what_was_found(visit: Open, sample: Path) -> None:
    seen = visit(sample, "view=text")
    seen.page.locator('mark[data-at="1333"]').click()
    seen.page.locator("#panel .relation .link").first.click()
    assert seen.text("#panel h2") == "三（一）1 积极引导农业转移人口在居住就业地落户 → 市公安局"
    assert seen.text("#texts mark.chosen") == "(市公安局牵头)"


def test_the_text_is_the_source_to_the_character(
    visit: Open, sample: Path, source_text: str
) -> None:
    shown = visit(sample, "view=text").page.evaluate(
        """() => [...document.querySelectorAll("article p")].map((line) =>
            [...line.childNodes]
                .filter((node) => node.nodeName !== "BUTTON")
                .map((node) => node.textContent).join("")
        ).join("\\n")"""
    )
    assert shown == source_text


def test_what_is_packed_is_unpacked(visit: Open, sample: Path, content: Content) -> None:
    seen = visit(sample)
    unpacked = json.loads(
        seen.page.evaluate("JSON.stringify({ graph: zhengmai.graph, details: zhengmai.details })")
    )
    graph = unpacked["graph"]
    expected = graph_data(content)
    for edge in expected["edges"]:
        del edge["arrows"]  # pyvis adds it, and the look of the relation decides
    by_id = {edge["id"]: edge for edge in graph["edges"]}
    assert by_id == {edge["id"]: edge for edge in expected["edges"]}
    for key in ("names", "stated", "things", "documents", "notes"):
        assert graph[key] == expected[key], key
    boxes = graph["languages"]["en"]["boxes"]
    assert boxes == expected["languages"]["en"]["boxes"]
    assert graph["matrix"] == expected["matrix"]
    told = json.dumps(unpacked["details"]).replace(', "where": ""', "")
    assert json.loads(told) == details_data(content)


def test_everything_can_be_reached_by_keys(visit: Open, sample: Path) -> None:
    seen = visit(sample)
    for number, view in enumerate(["graph", "lineage", "matrix", "text", "comparison", "table"], 1):
        seen.press(str(number))
        assert seen.state["view"] == view
    seen.press("1", "/")
    seen.page.keyboard.type("市公安局")
    seen.press("Enter")
    assert seen.state["select"] == BASE + POLICE
    seen.press("f")
    assert seen.state["hops"] == "1"
    seen.page.focus("#graph")
    seen.press("ArrowLeft")
    assert seen.state["select"] not in {"", BASE + POLICE}
    seen.press("Enter")
    assert seen.page.evaluate("document.activeElement.id") == "panel"
    seen.press("Escape")
    assert (seen.state["select"], seen.state["hops"]) == ("", "")
    seen.press("?")
    assert "1–6" in seen.text("#panel")
    seen.press("l")
    assert seen.text("#tab-graph") == "Graph"
    seen.page.focus("#tab-graph")
    seen.press("ArrowRight")
    assert seen.state["view"] == "lineage"
    seen.page.focus("g.box >> nth=0")
    seen.press("Enter")
    assert seen.state["select"] != ""


def test_the_legend_hides_and_says_what_is_hidden(visit: Open, sample: Path) -> None:
    seen = visit(sample)
    assert "没有隐藏任何内容" in seen.text("#shown")
    seen.page.click('#kinds [data-key="group"]')
    assert seen.text("#shown").endswith("已隐藏：对象 27")
    assert seen.page.get_attribute('#kinds [data-key="group"]', "aria-pressed") == "false"
    seen.page.click('#kinds [data-key="group"]')
    assert "没有隐藏任何内容" in seen.text("#shown")


def test_the_table_is_sorted_by_a_click_on_its_heading(visit: Open, sample: Path) -> None:
    seen = visit(sample, "view=table")
    heading = "#table-statements [data-column=start]"
    column = """() => [...document.querySelectorAll("#table-statements td.column-start")]
        .map((cell) => cell.textContent)"""
    seen.page.click(f"{heading} button")
    assert seen.page.get_attribute(heading, "aria-sort") == "ascending"
    first = [int(text) for text in seen.page.evaluate(column) if text]
    assert first == sorted(first)
    seen.page.click(f"{heading} button")
    assert [int(text) for text in seen.page.evaluate(column) if text] == sorted(first, reverse=True)


def downloaded(seen: Visit, button: str) -> tuple[str, bytes]:
    with seen.page.expect_download() as waiting:
        seen.page.click(button)
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_the_csv_has_every_statement(visit: Open, sample: Path) -> None:
    seen = visit(sample, "view=table")
    name, content = downloaded(seen, "#save-csv")
    assert name.endswith("数据表.csv")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len(rows) == seen.page.locator("#table-statements tbody tr").count()
    assert {row["依据原文"] for row in rows} >= {"(市公安局牵头)"}
    assert all(row["位置"] for row in rows if row["依据原文"])


def test_the_matrix_is_taken_along_as_it_stands(visit: Open, sample: Path) -> None:
    _, content = downloaded(visit(sample, "view=matrix"), "#save-csv")
    heads, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert heads[1] == "市公安局"
    assert {row[0]: row[1] for row in rows}["三（二）1 放宽投靠类落户条件"] == "牵头"


@pytest.mark.parametrize("view", ["graph", "lineage"])
def test_pictures_are_complete(visit: Open, sample: Path, view: str) -> None:
    seen = visit(sample, f"view={view}")
    _, content = downloaded(seen, "#save-svg")
    drawing = etree.fromstring(content)
    words = "".join(map(str, drawing.itertext()))
    assert "国办发〔2016〕72号" in words
    assert len(drawing.findall(f".//{SVG}path")) > 6
    assert not drawing.xpath("//@style | //@*[starts-with(name(), 'on')]")
    _, content = downloaded(seen, "#save-png")
    assert content.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", content[16:24])
    assert width > 1500
    assert height > 900
    assert seen.quiet()


def test_the_picture_shows_no_more_than_the_drawing(visit: Open, sample: Path) -> None:
    _, content = downloaded(visit(sample, "hide=kinds:right"), "#save-svg")
    assert "宅基地使用权" not in content.decode()


def test_a_review_is_kept_and_given_out(visit: Open, sample: Path) -> None:
    seen = visit(sample, f"select={LEADS}")
    seen.press("a")
    assert "已审核 1/" in seen.text("#reviewed")
    seen.press("n")
    seen.press("r")
    seen.press("n", "c")
    seen.page.keyboard.type("市卫健委")
    seen.press("Tab")
    seen.page.keyboard.type('改名 "2019" </script >')
    seen.press("Enter")
    seen.page.reload()
    assert "已审核 3/" in seen.text("#reviewed")
    name, content = downloaded(seen, "#save-decisions")
    assert name.endswith("decisions.json")
    given = json.loads(content)
    assert (given["format"], given["version"]) == ("zhengmai-decisions", 1)
    made = {each["decision"]: each for each in given["decisions"]}
    assert set(made) == {"accepted", "rejected", "corrected"}
    assert made["accepted"]["finding"] == f"{BASE}{PLAN}/三/（一）/1/responsibility/1"
    assert made["accepted"]["quote"] == "(市公安局牵头)"
    assert (made["accepted"]["start"], made["accepted"]["end"]) == (1333, 1341)
    assert made["corrected"]["correction"] == "市卫健委"
    assert made["corrected"]["note"] == '改名 "2019" </script >'
    assert seen.quiet()


def test_a_decision_is_taken_back_by_the_same_key(visit: Open, sample: Path) -> None:
    seen = visit(sample, f"select={LEADS}")
    seen.press("a", "a")
    assert "已审核 0/" in seen.text("#reviewed")


def test_on_paper_every_view_begins_a_page(visit: Open, sample: Path, tmp_path: Path) -> None:
    seen = visit(sample)
    seen.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    seen.page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    paper = pypdfium2.PdfDocument(tmp_path / "page.pdf")
    begins = [page.get_textpage().get_text_range()[:60] for page in paper]
    for view in ("依据谱系", "责任矩阵", "原文对照", "条款比对", "数据表"):
        assert sum(text.lstrip().startswith(view) for text in begins) == 1, begins
    sizes = [page.get_size() for page in paper]
    assert sizes[0][0] > sizes[0][1]
    assert sizes[-1][0] < sizes[-1][1]
    paper.close()


def test_a_page_made_in_english_opens_in_english(
    visit: Open, store: Store, korla: str, tmp_path: Path
) -> None:
    file = tmp_path / "english.html"
    file.write_bytes(page(store, korla, "en"))
    seen = visit(file)
    assert seen.page.locator("#language").inner_text() == "中文"
    seen.page.locator("#language").click()
    assert seen.state["lang"] == "zh"
    assert seen.page.evaluate("document.documentElement.lang") == "zh-CN"
