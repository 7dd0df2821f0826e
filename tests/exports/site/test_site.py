from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from exports.destination import write_folder
from exports.site import site
from exports.site.addresses import address
from exports.site.lists import LISTS
from graph.errors import ExportError
from graph.files import documents_in
from graph.pipeline import add, read_file, read_sample
from graph.reviewing import review
from graph.reviews.recorded import Verdict
from graph.store import open_store
from ontology import names
from tests.exports.site.conftest import Pages, parsed
from tests.graph.chain import decide

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from graph.store import Store

RELATED = ("国令663", "国发2014-25_户籍制度改革的意见.txt", "国办发2016-72", "korla", "川府函2016")


def test_the_same_store_gives_the_same_files(store: Store, pages: Pages) -> None:
    assert dict(site(store)) == pages.files


def test_file_names_are_ascii_and_safe(pages: Pages) -> None:
    assert all(re.fullmatch(r"([a-z]+/)?[a-z0-9-]+\.(html|css|js)", path) for path in pages.files)


def test_both_languages_have_the_same_file_names(pages: Pages, english: Pages) -> None:
    assert list(pages.files) == list(english.files)


def broken_links(files: Mapping[str, bytes]) -> tuple[list[tuple[str, str]], int]:
    """The links of a site that lead nowhere in it, and how many links it has."""
    anchors = {
        path: set(re.findall(r' id="([^"]+)"', content.decode()))
        for path, content in files.items()
        if path.endswith(".html")
    }
    broken, seen = [], 0
    for path in anchors:
        for link in parsed(files[path]).xpath("//@href | //@src"):
            target, anchor = urldefrag(str(link))
            if target == "data:,":
                continue
            seen += 1
            joined = posixpath.join(posixpath.dirname(path), unquote(target))
            reached = posixpath.normpath(joined) if target else path
            if reached not in files or (anchor and anchor not in anchors[reached]):
                broken.append((path, str(link)))
    return broken, seen


def test_every_link_and_anchor_resolves(pages: Pages, english: Pages, family: Pages) -> None:
    for each, least in ((pages, 1800), (english, 1800), (family, 800)):
        broken, seen = broken_links(each.files)
        assert broken == []
        assert seen > least


def test_every_link_of_a_family_of_real_documents_resolves(corpus: Path, tmp_path: Path) -> None:
    files = [f for f in documents_in([corpus]) if any(part in f.name for part in RELATED)]
    with open_store(tmp_path / "store", write=True) as store:
        for file in files:
            add(store, read_file(file))
        broken, seen = broken_links(dict(site(store)))
    assert broken == []
    assert seen > 10_000


def test_links_are_relative_and_nothing_is_asked_elsewhere(pages: Pages) -> None:
    for path in pages.html():
        content = pages.files[path]
        assert b"Content-Security-Policy" in content
        assert not re.search(
            rb"\son[a-z]+=|\sstyle=|https?://(?!w3id|www\.w3\.org/2000/svg)", content
        )
        for link in pages.find(path, "//@href | //@src"):
            assert re.match(r"(\.\./|#|[a-z])", str(link))
            assert not re.match(r"(?!data:,)[a-z]+:|//", str(link))


def test_only_the_index_has_a_script(pages: Pages) -> None:
    assert [p for p, content in pages.files.items() if b"<script" in content] == ["index.html"]


def test_everything_has_a_page(pages: Pages) -> None:
    counts = dict.fromkeys(("document", "provision", "agency", "group", "right"), 0)
    for path in pages.files:
        if "/" in path and path not in LISTS:
            counts[path.partition("/")[0]] += 1
    assert counts["document"] == 6
    assert counts["provision"] == 28
    assert min(counts.values()) >= 6


def test_a_site_of_one_document_has_what_it_names_and_no_more(
    family_store: Store, family: Pages
) -> None:
    county = f"{names.ID}document/达川府办/2018/5"
    one = dict(site(family_store, county))
    assert address("document", county) in one
    assert set(one) < set(family.files)
    assert broken_links(one)[0] == []


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Store]:
    attack = '</title ></script ><img src=x onerror=alert(1)>" \u2028 {{ 7 * 7 }}'
    document = f"{names.ID}document/测/2020/1"
    work, part, body = (
        NamedNode(document),
        NamedNode(f"{document}/一"),
        NamedNode(f"{names.ID}agency/652801/x%22%3E%3Cimg%20src=x%3E"),
    )
    duty, evidence = NamedNode(f"{document}/duty/1"), NamedNode(f"{document}/evidence/1")
    at, words, text = (NamedNode(f"{document}/{each}") for each in ("at", "words", "text"))
    file, warning = NamedNode(f"{document}/file"), NamedNode(f"{document}/warning/1")

    def says(subject: NamedNode, predicate: str, value: NamedNode | Literal) -> Triple:
        return Triple(subject, NamedNode(predicate), value)

    bad = Literal(attack)
    with open_store(tmp_path / "hostile", write=True) as opened:
        opened.replace(
            document,
            [
                says(work, names.rdf_type, NamedNode(names.eli_LegalResource)),
                says(work, names.eli_id_local, bad),
                says(work, names.eli_title, bad),
                says(work, names.eli_is_realized_by, text),
                says(work, names.eli_has_part, part),
                says(text, names.cnt_chars, bad),
                says(text, names.eli_is_embodied_by, file),
                says(file, names.zm_fileName, bad),
                says(file, names.zm_sha256, bad),
                says(part, names.rdf_type, NamedNode(names.eli_LegalResourceSubdivision)),
                says(part, names.eli_id_local, bad),
                says(part, names.eli_title, bad),
                says(part, names.zm_position, Literal(0)),
                says(part, names.zm_evidence, evidence),
                says(body, names.rdf_type, NamedNode(names.m8g_PublicOrganisation)),
                says(body, names.skos_prefLabel, bad),
                says(body, names.skos_altLabel, bad),
                says(duty, names.zm_agency, body),
                says(duty, names.m8g_role, NamedNode(f"{names.ID}role/lead")),
                says(duty, names.zm_form, NamedNode(f"{names.ID}form/tail")),
                says(duty, names.zm_asWritten, bad),
                says(duty, names.zm_statedIn, part),
                says(duty, names.prov_wasGeneratedBy, NamedNode(f"{document}/run/x")),
                says(duty, names.adms_status, NamedNode(f"{names.ID}status/candidate")),
                says(duty, names.zm_evidence, evidence),
                says(warning, names.rdf_type, NamedNode(names.zm_Warning)),
                says(warning, names.zm_code, bad),
                says(warning, names.zm_message, bad),
                says(evidence, names.oa_hasSelector, at),
                says(evidence, names.oa_hasSelector, words),
                says(at, names.oa_start, Literal(0)),
                says(at, names.oa_end, Literal(len(attack))),
                says(words, names.oa_exact, bad),
            ],
        )
    with open_store(tmp_path / "hostile", write=False) as opened:
        yield opened


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_texts_stay_texts(hostile: Store, lang: str) -> None:
    made = dict(site(hostile, lang="en" if lang == "en" else "zh"))
    shown = 0
    for path, content in made.items():
        if path.endswith(".html"):
            page = parsed(content)
            assert page.xpath("//img") == []
            assert len(page.xpath("//script")) == (3 if path == "index.html" else 0)
            assert "{{ 7 * 7 }}" in page.text_content() or "7 * 7" not in page.text_content()
            assert " 49 " not in page.text_content()
            shown += "onerror=alert(1)" in page.text_content()
        elif path.endswith(".js"):
            assert b"</script" not in content
            assert "\u2028" not in content.decode()
    assert shown >= 4


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
    clause = f"{names.ID}document/库政办发/2018/171/annex/1/三/（一）/1"
    with open_store(tmp_path / "store", write=True) as store:
        add(store, read_sample())
        before = Pages(dict(site(store)))
        review(store, [decide(store, f"{clause}/responsibility/1", Verdict.REJECTED)])
        after = Pages(dict(site(store)))
    page = address("provision", clause)
    police = address("agency", f"{names.ID}agency/652801/公安局")
    duties = f"//main//a[contains(@href, '{police.rpartition('/')[2]}')]"
    assert before.find(page, duties)
    assert not after.find(page, duties)
    assert after.words(police).count("三（一）1") < before.words(police).count("三（一）1")
