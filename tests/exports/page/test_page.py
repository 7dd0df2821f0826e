from __future__ import annotations

import base64
import hashlib
import html as entities
import re
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from exports.markup import island as written
from exports.page import page
from exports.page.content import Content, document_content
from exports.page.data import details_data, graph_data
from ontology import names
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store import Store
    from tests.exports.page.conftest import Island

FINDING = "document/库政办发/2018/171/annex/1/三/（一）/1/responsibility/1"
PLAN = "https://w3id.org/zhengmai/id/document/库政办发/2018/171/annex/1"


@pytest.fixture(scope="module")
def content(store: Store, korla: str) -> Content:
    return document_content(store, korla)


class Parsed(HTMLParser):
    """The elements of a page with their attributes, and the contents of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inline: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        tag, attributes = self.elements[-1] if self.elements else ("", {})
        if data.strip() and (tag == "style" or (tag == "script" and "type" not in attributes)):
            self.inline.append((tag, data))


def test_the_same_store_gives_the_same_page(store: Store, korla: str, html: str) -> None:
    assert page(store, korla) == html.encode()


BUILD = """
import sys
from exports.page import page
from graph.store import open_store
from pathlib import Path
with open_store(Path(sys.argv[1]), write=False) as store:
    sys.stdout.buffer.write(page(store, sys.argv[2]))
"""


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_program_elsewhere_builds_the_same_bytes(
    store: Store, korla: str, html: str, tmp_path: Path, seed: str
) -> None:
    store.backup(tmp_path / "copy")
    other = {
        "LC_ALL": "C",
        "PYTHONHASHSEED": seed,
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",  # for the name of the document among the arguments
        "TZ": "Asia/Shanghai",
    }
    built = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", BUILD, tmp_path / "copy", korla],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env=other,
    )
    assert built.stdout == html.encode()


def test_the_only_document_is_shown_without_being_named(store: Store, html: str) -> None:
    assert page(store) == html.encode()


def test_the_page_is_utf8_and_says_so(html: str) -> None:
    assert html.startswith('<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">')
    assert "<title>关于印发库尔勒市推动非户籍人口在城市落户实施方案的通知</title>" in html


def test_nothing_is_asked_from_anywhere(html: str) -> None:
    parsed = Parsed(html)
    assert Counter(tag for tag, _ in parsed.elements)["link"] == 1
    asked = [
        (tag, name, value)
        for tag, attributes in parsed.elements
        for name, value in attributes.items()
        if name in {"src", "href", "srcset", "action", "data", "poster"}
    ]
    assert asked == [("link", "href", "data:,")]
    styles = [data for tag, data in parsed.inline if tag == "style"]
    assert not [url for css in styles for url in re.findall(r"url\((?!\"data:)[^)]*", css)]
    assert "sourceMappingURL" not in html
    assert "@import" not in html


def test_only_what_the_policy_names_by_its_hash_may_run(html: str) -> None:
    parsed = Parsed(html)
    (policy,) = (a["content"] for tag, a in parsed.elements if "http-equiv" in a)
    rules = dict(rule.split(" ", 1) for rule in entities.unescape(policy or "").split("; "))
    assert rules["default-src"] == "'none'"
    for tag, directive in (("script", "script-src"), ("style", "style-src")):
        hashes = [
            f"'sha256-{base64.b64encode(hashlib.sha256(data.encode()).digest()).decode()}'"
            for kind, data in parsed.inline
            if kind == tag
        ]
        assert len(hashes) > 1
        assert rules[directive].split() == hashes
    assert "unsafe" not in (policy or "")


def test_the_policy_stands_before_everything_that_it_governs(html: str) -> None:
    assert html.index("Content-Security-Policy") < min(html.index("<style"), html.index("<script"))


def test_no_element_carries_its_own_script_or_style(html: str) -> None:
    attributes = {name for _, each in Parsed(html).elements for name in each}
    assert not {name for name in attributes if name == "style" or name.startswith("on")}


def test_every_shape_has_a_place_and_nothing_moves(content: Content) -> None:
    graph = graph_data(content)
    assert graph["options"]["physics"] == {"enabled": False}
    assert len(graph["nodes"]) > 80
    assert all("x" in node and "y" in node for node in graph["nodes"])
    assert set(graph["languages"]["en"]["boxes"]) == {node["id"] for node in graph["nodes"]}


def test_a_relation_carries_the_words_that_state_it(content: Content) -> None:
    stated = graph_data(content)["stated"]
    known = content.reviewable.statements[f"{names.ID}{FINDING}"].fingerprint
    assert re.fullmatch("[0-9a-f]{16}", known)
    agency = "https://w3id.org/zhengmai/id/agency/652801/公安局"
    assert stated[f"{PLAN}/三/（一）/1 lead {agency}"] == [
        {
            "start": 1333,
            "end": 1341,
            "quote": "(市公安局牵头)",
            "where": "三（一）1",
            "finding": FINDING,
            "statement": known,
        }
    ]


def test_a_provision_has_its_words_and_what_they_say(content: Content) -> None:
    told = details_data(content)["nodes"][f"{PLAN}/四/（六）"]
    assert told["text"][0]["quote"].startswith("(六)维护进城落户农民“三权”")
    assert {found["zh"] for found in told["found"] if found["field"] == "norm"} >= {"禁止"}


def test_the_advertisement_is_among_the_warnings(content: Content) -> None:
    warnings = details_data(content)["warnings"]
    quotes = [w["stated"][0]["quote"] for w in warnings if w["stated"]]
    assert "澳门银河国际娱乐" in quotes


def test_the_page_speaks_both_languages(html: str, island: Island) -> None:
    words = island(html, "words")
    assert words["zh"]["page"].keys() == words["en"]["page"].keys()
    used = set(re.findall(r'data-(?:word|name)="(\w+)"', html))
    used |= set(re.findall(r'\bsay\("(\w+)"', html))
    assert used <= words["zh"]["page"].keys()
    assert words["zh"]["relations"]["lead"] == "牵头"
    assert words["en"]["kinds"]["agency"] == "agency"


def test_every_word_of_the_page_is_used(html: str, island: Island) -> None:
    code = "".join(data for tag, data in Parsed(html).inline if tag == "script")
    folder = files("exports").joinpath("templates")
    templates = [*folder.iterdir(), *folder.joinpath("views").iterdir()]
    sources = code + "".join(each.read_text("utf-8") for each in templates if each.is_file())
    written = {"truncated", "corpus", "around", "around_title", "no_level", "clauses_citing"}
    families = re.compile("(view|glyph|column|table|versions)_|accepted|rejected|corrected")
    words = {w for w in island(html, "words")["zh"]["page"] if not families.match(w)} - written
    assert {w for w in words if f'"{w}"' not in sources} == set()


def test_hostile_texts_stay_texts(hostile: Store, html: str, island: Island) -> None:
    attacked = page(hostile).decode()
    tags = Counter(tag for tag, _ in Parsed(attacked).elements)
    expected = Counter(tag for tag, _ in Parsed(html).elements)
    assert tags.keys() <= expected.keys() | {"br"}
    for tag in ("script", "style", "input", "link", "meta", "section"):
        assert tags[tag] == expected[tag]
    assert attacked.count("</script") == html.count("</script")
    assert "<!--" not in attacked
    told = island(attacked, "graph")
    assert "</script ><script/x>" in told["warnings"][0]["message"]
    assert "\u2028\u2029{{ 7 * 7 }}" in told["warnings"][0]["message"]


def test_an_island_holds_no_character_that_ends_it() -> None:
    assert written("</script >&\u2028\u2029") == '"\\u003c/script \\u003e\\u0026\\u2028\\u2029"'
