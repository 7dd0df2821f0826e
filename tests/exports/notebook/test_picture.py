"""Nothing of what makes a page of stock pyvis unsafe can be reached in a picture of answers."""

from __future__ import annotations

import html
import inspect
import subprocess
import sys
import webbrowser
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from pyvis.network import Network

from exports.notebook import to_pyvis
from exports.notebook.picture import REFUSED, AnswerNetwork
from graph.errors import ExportError
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from graph.answers.responsibility import Duty

READS = {
    "get_adj_list",
    "get_edges",
    "get_network_data",
    "get_node",
    "get_nodes",
    "neighbors",
    "num_edges",
    "num_nodes",
    "to_json",
}
ATTACK = '</script ><script>alert(1)</script>"><img src=x onerror=alert(1)>'


class Elements(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture
def picture(duty: Duty) -> AnswerNetwork:
    return to_pyvis(duty)


def test_every_method_of_pyvis_reads_or_is_ours_or_is_refused() -> None:
    own = {name for name, _ in inspect.getmembers(AnswerNetwork, inspect.isfunction)}
    methods = {name for name, _ in inspect.getmembers(Network, inspect.isfunction)}
    ours = {name for name in own if vars(AnswerNetwork).get(name)}
    stock = {name for name in methods if not name.startswith("__")}
    assert stock == READS | set(REFUSED) | (ours & stock)
    assert ours & stock == {"generate_html", "write_html", "save_graph", "show"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda p: p.add_node("x", title=ATTACK), "add_node"),
        (lambda p: p.add_nodes([ATTACK]), "add_nodes"),
        (lambda p: p.add_edge("x", "y"), "add_edge"),
        (lambda p: p.set_options("var options = {}; alert(1)"), "set_options"),
        (lambda p: p.from_DOT("`;alert(1)//"), "from_DOT"),
        (lambda p: p.from_nx(None), "from_nx"),
        (lambda p: p.toggle_physics(status=True), "toggle_physics"),
        (lambda p: p.show_buttons(), "show_buttons"),
        (lambda p: p.set_template("evil.html"), "set_template"),
        (lambda p: p.prep_notebook(), "prep_notebook"),
        (lambda p: setattr(p, "heading", ATTACK), "heading"),
        (lambda p: setattr(p, "bgcolor", f"red{ATTACK}"), "bgcolor"),
        (lambda p: setattr(p, "select_menu", True), "select_menu"),
        (lambda p: setattr(p, "cdn_resources", "remote"), "cdn_resources"),
        (lambda p: setattr(p, "height", f"1px{ATTACK}"), "height"),
    ],
)
def test_what_would_change_the_picture_is_refused(
    picture: AnswerNetwork, change: Callable[[AnswerNetwork], object], said: str
) -> None:
    before = picture.generate_html()
    with pytest.raises(ExportError, match=said) as refused:
        change(picture)
    assert len(str(refused.value).splitlines()) == 1
    assert picture.generate_html() == before


@pytest.mark.parametrize("name", REFUSED)
def test_every_refused_method_is_refused(picture: AnswerNetwork, name: str) -> None:
    with pytest.raises(ExportError, match=name):
        getattr(picture, name)


def test_what_is_put_into_its_lists_does_not_reach_the_page(picture: AnswerNetwork) -> None:
    before = picture.generate_html()
    picture.nodes[0]["title"] = f"<a href=javascript:alert(1)>{ATTACK}"
    picture.edges.append({"from": ATTACK, "to": ATTACK})
    assert picture.generate_html() == before
    assert "<img" not in picture._repr_html_()


def test_hostile_answers_stay_texts(attack: Duty, picture: AnswerNetwork) -> None:
    attacked = to_pyvis(attack)
    tags = [tag for tag, _ in Elements(attacked.generate_html()).found]
    quiet = [tag for tag, _ in Elements(picture.generate_html()).found]
    for tag in ("script", "style", "img", "a", "iframe", "link", "meta"):
        assert tags.count(tag) == quiet.count(tag)
    (frame,) = Elements(attacked._repr_html_()).found
    assert frame[0] == "iframe"


def test_titles_with_href_are_words(attack: Duty) -> None:
    assert "href javascript" in attack.agency
    page = to_pyvis(attack).generate_html()
    assert [each for each in Elements(page).found if each[0] == "a"] == []


def test_no_cdn_and_none_of_the_other_page_is_in_it(picture: AnswerNetwork) -> None:
    page = picture.generate_html()
    for foreign in ("cdnjs", "jsdelivr", "unpkg", "bootstrap", "tom-select", "mynetwork"):
        assert foreign not in page
    asked = [
        (tag, name, value)
        for tag, attributes in Elements(page).found
        for name, value in attributes.items()
        if name in {"src", "href", "srcset", "action", "data", "poster"}
    ]
    assert asked == [("link", "href", "data:,")]
    assert "default-src &#39;none&#39;" in page


def test_nothing_moves_and_every_shape_has_a_place(picture: AnswerNetwork) -> None:
    assert picture.options["physics"] == {"enabled": False}
    assert all("x" in node and "y" in node for node in picture.nodes)


WRITES = """
import locale, sys
from exports.notebook import to_pyvis
from graph.answers.hops import Hop
from pyvis.network import Network
assert locale.getencoding().lower() not in {"utf-8", "utf8"}, locale.getencoding()
shared = dict.fromkeys(("provision", "heading", "title", "level", "via", "status", "rule"), "")
hop = Hop(origin="a", to="b", to_document="b", document="国发〔2016〕8号", source="甲",
          quote="依据", start=0, end=2, iri="i", stated_in="a",
          relation="basis", stub=True, depth=1, **shared)
for name in ("write_html", "save_graph", "show"):
    getattr(to_pyvis(hop), name)(f"{name}.html")
stock = Network(cdn_resources="in_line")
stock.add_node("国发〔2016〕8号")
try:
    stock.save_graph("stock.html")
except UnicodeEncodeError:
    print("stock pyvis cannot")
"""


def test_it_is_written_in_utf8_whatever_the_locale(tmp_path: Path) -> None:
    script, folder = tmp_path / "writes.py", tmp_path / "here"
    script.write_text(WRITES, encoding="utf-8")
    folder.mkdir()
    plain = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, script],
        capture_output=True,
        check=False,
        cwd=folder,
        encoding="utf-8",
        env=plain,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "stock pyvis cannot\n", "")
    written = {each.name: each for each in folder.iterdir() if each.name != "stock.html"}
    assert set(written) == {"write_html.html", "save_graph.html", "show.html"}  # no folder lib
    for each in written.values():
        assert "国发〔2016〕8号" in each.read_bytes().decode("utf-8")


def test_a_browser_is_opened_only_when_that_is_said(
    picture: AnswerNetwork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    assert picture.show(tmp_path / "a.html") is picture
    assert opened == []
    picture.show(tmp_path / "a.html", notebook=False)
    assert opened == [(tmp_path / "a.html").as_uri()]


@pytest.mark.parametrize("name", ["page.exe", "page", "missing/page.html"])
def test_where_it_cannot_be_written_is_said(
    picture: AnswerNetwork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ExportError, match=name.partition("/")[0]):
        picture.write_html(name)


def test_a_notebook_has_it_in_a_frame_without_rights(picture: AnswerNetwork) -> None:
    picture.height = 500  # type: ignore[assignment]  # a number of pixels, or a length
    ((tag, attributes),) = Elements(picture._repr_html_()).found
    assert (tag, attributes["sandbox"], attributes["height"]) == ("iframe", "allow-scripts", "500")
    assert attributes["srcdoc"] == picture.generate_html()
    assert html.escape("<script>") in picture._repr_html_()


def test_the_same_answers_give_the_same_bytes(
    answers: Mapping[str, Sequence[object]],
) -> None:
    for each in answers.values():
        assert to_pyvis(each).generate_html() == to_pyvis(list(each)).generate_html()


def test_pyvis_reads_it_as_its_own(picture: AnswerNetwork) -> None:
    assert isinstance(picture, Network)
    adjacent: Any = picture.get_adj_list()
    assert sum(map(len, adjacent.values())) == picture.num_edges() == 2
    assert ATTACK not in str(picture)
