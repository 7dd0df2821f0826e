from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urldefrag

import pytest
from lxml import html
from pyoxigraph import Literal, NamedNode, Triple

from exports.destination import write_folder
from exports.site import site
from exports.site.addresses import FOLDERS, address
from graph import pipeline
from graph.errors import ExportError
from graph.pipeline import read_sample
from graph.reviewing import review
from graph.reviews.recorded import Verdict
from graph.store import open_store
from ontology import names
from tests.graph.chain import decide

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store import Store

PLAN = f"{names.ID}document/库政办发/2018/171/annex/1"
POLICE = f"{names.ID}agency/652801/公安局"
HOMESTEAD = f"{names.ID}right/宅基地使用权"


@pytest.fixture(scope="module")
def pages(store: Store) -> dict[str, bytes]:
    return dict(site(store))


def parsed(content: bytes) -> html.HtmlElement:
    return html.fromstring(content.decode())


def found(content: bytes, path: str) -> list[Any]:
    """What an XPath finds in a page."""
    return list(parsed(content).xpath(path))


def words(pages: dict[str, bytes], path: str) -> str:
    return " ".join(str(parsed(pages[path]).text_content()).split())


def test_the_same_store_gives_the_same_files(store: Store, pages: dict[str, bytes]) -> None:
    assert dict(site(store)) == pages


def test_file_names_are_ascii_and_safe(pages: dict[str, bytes]) -> None:
    assert all(re.fullmatch(r"([a-z]+/)?[a-z0-9-]+\.(html|css|js)", path) for path in pages)


def test_every_link_resolves(pages: dict[str, bytes]) -> None:
    seen = 0
    for path, content in pages.items():
        if not path.endswith(".html"):
            continue
        folder = path.rpartition("/")[0]
        for link in found(content, "//@href | //@src"):
            target, anchor = urldefrag(str(link))
            if target == "data:,":
                continue
            whole = target.removeprefix("../") if folder else target
            assert whole == "" or target.startswith("../") == bool(folder), (path, link)
            reached = pages[unquote(whole) or path]
            assert not anchor or f'id="{anchor}"' in reached.decode()
            seen += 1
    assert seen > 800


def test_only_the_index_has_a_script(pages: dict[str, bytes]) -> None:
    assert [path for path, content in pages.items() if b"<script" in content] == ["index.html"]
    for path, content in pages.items():
        if path.endswith(".html"):
            assert b"Content-Security-Policy" in content
            assert not re.search(
                rb"\son[a-z]+=|\sstyle=|https?://(?!w3id|www\.w3\.org/2000/svg)", content
            )


def test_everything_has_a_page(pages: dict[str, bytes]) -> None:
    counts = dict.fromkeys(FOLDERS, 0)
    for path in pages:
        if "/" in path:
            counts[path.partition("/")[0]] += 1
    assert counts["document"] == 6
    assert counts["provision"] == 28
    assert min(counts.values()) >= 6


def test_a_document_shows_contents_matrix_and_its_whole_text(
    pages: dict[str, bytes], korla: str, store: Store
) -> None:
    path = address("document", korla)
    assert "澳门银河国际娱乐" in words(pages, path)
    assert len(found(pages[path], '//ol[@class="contents"]/li')) == 28
    assert found(pages[path], '//table[@class="matrix"]//b')[0].text == "牵"
    lines = [
        "".join(line.xpath('.//text()[not(parent::*[@class="label"])]'))
        for line in found(pages[path], '//p[@class="line"]')
    ]
    text = next(v for _, p, v in store.triples(korla) if p == names.cnt_chars)
    assert "\n".join(lines) == text


def test_a_provision_shows_its_words_its_duties_and_what_it_is_part_of(
    pages: dict[str, bytes],
) -> None:
    said = words(pages, address("provision", f"{PLAN}/三/（一）/1"))
    for part in (
        "三（一） 全面放开放宽重点群体落户限制",
        "牵头 库尔勒市公安局",
        "(市公安局牵头)",
        "居住5年以上",
    ):
        assert part in said
    assert "2. 全面实行" not in said


def test_an_agency_shows_its_duties_by_role(pages: dict[str, bytes]) -> None:
    said = words(pages, address("agency", POLICE))
    assert "牵头 (9)" in said
    assert "配合 (1)" in said
    assert "共同负责 (1)" in said
    assert "尽快" in said


def test_a_right_shows_holders_norms_and_who_answers(pages: dict[str, bytes]) -> None:
    said = words(pages, address("right", HOMESTEAD))
    for part in ("进城落户农民", "禁止 (1)", "不得强行要求", "牵头 库尔勒市党委"):
        assert part in said


def test_a_stub_says_so_and_who_cites_it(pages: dict[str, bytes]) -> None:
    said = words(pages, address("document", f"{names.ID}document/新政发/2014/68"))
    assert "未收录" in said
    assert "五（十五）" in said


def test_the_index_has_a_row_a_document_with_its_facets(pages: dict[str, bytes]) -> None:
    data = json.loads(pages["index-data.js"].decode().removeprefix("const zhengmaiIndex = ")[:-2])
    ((path, number, title, level, place, year, agencies, rights),) = data["rows"]
    assert path in pages
    assert number == "库政办发〔2018〕171号"
    assert title.startswith("关于印发")
    values = data["values"]
    assert [values["level"][each] for each in level] == ["县级"]
    assert [values["place"][each] for each in place] == ["库尔勒市"]
    assert [values["year"][each] for each in year] == ["2018"]
    assert "公安局" in [values["agency"][each] for each in agencies]
    assert "宅基地使用权" in [values["right"][each] for each in rights]
    assert len(json.dumps(data["rows"], ensure_ascii=False).encode()) * 10_000 < 5_000_000


def test_hostile_texts_stay_texts(hostile: Store) -> None:
    made = dict(site(hostile))
    for path, content in made.items():
        if path.endswith(".html"):
            assert not found(content, "//img")
            assert len(found(content, "//script")) == (2 if path == "index.html" else 0)


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Store]:
    attack = '</title ><img src=x onerror=alert(1)>" \u2028 {{ 7 * 7 }}'
    document = f"{names.ID}document/测/2020/1"
    node, part = NamedNode(document), NamedNode(f"{document}/一")

    def says(subject: NamedNode, predicate: str, value: NamedNode | Literal) -> Triple:
        return Triple(subject, NamedNode(predicate), value)

    with open_store(tmp_path / "hostile", write=True) as opened:
        opened.replace(
            document,
            [
                says(node, names.rdf_type, NamedNode(names.eli_LegalResource)),
                says(node, names.eli_id_local, Literal(attack)),
                says(node, names.eli_title, Literal(attack)),
                says(node, names.eli_has_part, part),
                says(part, names.rdf_type, NamedNode(names.eli_LegalResourceSubdivision)),
                says(part, names.eli_id_local, Literal(attack)),
                says(part, names.zm_position, Literal(0)),
            ],
        )
    with open_store(tmp_path / "hostile", write=False) as opened:
        yield opened


def test_a_folder_is_complete_or_not_there(tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"1"
        message = "no more"
        raise OSError(message)

    with pytest.raises(ExportError, match="cannot be written"):
        write_folder(tmp_path / "site", broken(), force=False)
    assert list(tmp_path.iterdir()) == []


def test_only_a_folder_of_its_own_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "site"
    assert write_folder(target, [("a/b.html", b"12")], force=False) == 2
    with pytest.raises(ExportError, match="--force"):
        write_folder(target, [("c.html", b"3")], force=False)
    write_folder(target, [("c.html", b"3")], force=True)
    assert sorted(p.name for p in target.iterdir()) == [".zhengmai-site", "c.html"]
    other = tmp_path / "home"
    other.mkdir()
    (other / "kept.txt").write_text("留", "utf-8")
    with pytest.raises(ExportError, match="name a new folder"):
        write_folder(other, [("c.html", b"3")], force=True)
    assert (other / "kept.txt").read_text("utf-8") == "留"


def test_what_a_reviewer_rejected_is_on_no_page(tmp_path: Path) -> None:
    clause = f"{PLAN}/三/（一）/1"
    with open_store(tmp_path / "store", write=True) as store:
        pipeline.add(store, read_sample())
        before = dict(site(store))
        review(
            store,
            [decide(store, f"{clause}/responsibility/1", Verdict.REJECTED)],
        )
        after = dict(site(store))
    page, police = address("provision", clause), address("agency", POLICE)
    duties = f"//a[contains(@href, '{police.rpartition('/')[2]}')]"
    assert found(before[page], duties)
    assert not found(after[page], duties)
    assert words(before, police).count("三（一）1") == words(after, police).count("三（一）1") + 1
