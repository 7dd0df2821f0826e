"""What may take the place of a held text, and what is kept beside it, with a word."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from graph import iri
from graph.accession import Accession, Kept
from graph.check import check_store
from graph.errors import SourceError
from graph.pipeline import Added, Unchanged, read_all, remove
from graph.sources import read_bytes
from graph.store import Store, open_store
from graph.versions import held_text, kept_text, versions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.model import Reading

NUMBER = "湖政办发〔2019〕12号"
IRI = iri.numbered(NUMBER)
NOTICE = f"""湖州市人民政府办公室关于改进落户服务的通知
{NUMBER}
各区县人民政府：
为方便群众办事，现就有关事项通知如下。
一、放宽条件。居住3年以上的人员可以申请落户。
二、简化材料。公安机关要公开申请材料目录。
三、缩短时间。申请应当在10个工作日内办结。
四、加强监督。各单位要公布投诉电话。
湖州市人民政府办公室
2019年3月5日
"""
AMENDED = NOTICE.replace("10个工作日", "5个工作日")
PAGE = f"""<!doctype html><html><head><title>解读</title></head><body>
<h1>湖州市人民政府办公室关于改进落户服务的通知</h1><p>文号：{NUMBER}</p>
<p>一、出台背景</p><p>近年来来湖人员逐年增多，办事环节多、时间长的问题较为突出。</p>
<p>二、主要变化</p><p>一是门槛降低，二是环节减少，三是时间缩短，群众得到实惠。</p></body></html>"""
EXTRACT = NOTICE[: NOTICE.index("二、")]
UNDATED = "关于加强值班工作的通知\n各单位：\n一、{}。\n二、{}。\n"
SOME = UNDATED.format("严格执行值班制度", "及时报告重大情况")
OTHER = UNDATED.format("落实校门值守人员", "做好学生接送登记")
REPLY = "湫山乡人民政府：\n来文收悉。现批复如下：\n一、撤销上湾村。\n二、撤销下湾村。\n"
CONSENT = "步路乡人民政府：\n来文收悉。现批复如下：\n一、同意设立新桥村。\n二、村址另定。\n"


@pytest.fixture(autouse=True)
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put documents in without the shapes, which take most of the time and are tested elsewhere."""
    monkeypatch.setattr("graph.check.check_document", lambda _triples: None)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store", write=True) as opened:
        yield opened


def read(text: str, file: str) -> Reading:
    return read_all(read_bytes(text.encode(), file))[0]


def taken(
    store: Store, *texts: tuple[str, str], replacing: bool = False
) -> list[Added | Unchanged | Kept]:
    """What becomes of texts and their files in one run."""
    run = Accession(store, replacing=replacing)
    return [run.take(read(text, file)) for text, file in texts]


def held(store: Store) -> list[str]:
    """The files of the documents that are held."""
    texts = (held_text(store, graph) for graph in store.graphs() if iri.is_document(graph))
    return sorted(text.file for text in texts if text)


def test_another_text_of_a_document_takes_its_place_and_the_old_one_is_kept(store: Store) -> None:
    taken(store, (NOTICE, "old.txt"))
    (done,) = taken(store, (AMENDED, "new.txt"))
    assert isinstance(done, Added)
    assert done.replaced
    assert (done.replaced.file, done.replaced.length) == ("old.txt", len(NOTICE))
    (old,) = versions(store, IRI)
    assert (old, old.because) == (done.replaced, "replaced")
    assert kept_text(store, old.iri) == NOTICE
    assert held(store) == ["new.txt"]
    assert check_store(store).conforms


@pytest.mark.parametrize(("text", "file"), [(PAGE, "page.html"), (EXTRACT, "extract.txt")])
def test_a_page_and_an_extract_with_number_and_title_are_kept_beside_the_document(
    store: Store, text: str, file: str
) -> None:
    taken(store, (NOTICE, "whole.txt"))
    (done,) = taken(store, (text, file))
    assert isinstance(done, Kept)
    assert (done.version.because, done.held) == ("other-words", "whole.txt")
    assert held(store) == ["whole.txt"]
    assert kept_text(store, done.version.iri)
    assert check_store(store).conforms


def test_the_document_itself_takes_the_place_of_a_page_about_it(store: Store) -> None:
    (_, done) = taken(store, (PAGE, "page.html"), (NOTICE, "whole.txt"))
    assert isinstance(done, Added)
    assert done.replaced
    assert held(store) == ["whole.txt"]
    assert [each.file for each in versions(store)] == ["page.html"]


def test_a_longer_page_does_not_take_the_place_of_a_document(store: Store) -> None:
    long = PAGE.replace("</body>", "<p>三、落实</p><p>四、问答</p><p>五、宣传</p></body>")
    taken(store, (NOTICE, "whole.txt"))
    assert isinstance(taken(store, (long, "page.html"))[0], Kept)


def test_of_two_texts_in_one_run_the_first_stays_and_the_second_is_kept(store: Store) -> None:
    (_, done) = taken(store, (NOTICE, "a.txt"), (AMENDED, "b.txt"))
    assert isinstance(done, Kept)
    assert (done.version.because, done.held, done.in_run) == ("same-run", "a.txt", True)
    assert held(store) == ["a.txt"]


def test_the_same_words_in_another_file_are_told_as_such(store: Store) -> None:
    (_, done) = taken(store, (NOTICE, "a.txt"), (NOTICE.replace("\n", "\r\n"), "b.txt"))
    assert isinstance(done, Kept)
    assert done.version.because == "same-words"


def test_adding_everything_again_changes_nothing(store: Store) -> None:
    files = ((NOTICE, "a.txt"), (AMENDED, "b.txt"), (PAGE, "page.html"), (SOME, "c.txt"))
    taken(store, *files)
    before = store.ntriples()
    again = taken(store, *files)
    assert all(isinstance(done, Unchanged) for done in again)
    assert [done.version_beside for done in again if isinstance(done, Unchanged)] == [
        *("", "a.txt", "a.txt", ""),
    ]
    assert store.ntriples() == before


def test_the_same_bytes_under_another_name_change_nothing(store: Store) -> None:
    taken(store, (NOTICE, "a.txt"), (REPLY, "批复.txt"))
    before = store.ntriples()
    again = taken(store, (NOTICE, "another.txt"), (REPLY, "复件.txt"))
    assert all(isinstance(done, Unchanged) for done in again)
    assert store.ntriples() == before


def test_what_was_kept_takes_the_place_only_when_that_is_said(store: Store) -> None:
    taken(store, (NOTICE, "a.txt"), (AMENDED, "b.txt"))
    (done,) = taken(store, (AMENDED, "b.txt"), replacing=True)
    assert isinstance(done, Added)
    assert held(store) == ["b.txt"]
    assert [each.file for each in versions(store)] == ["a.txt"]
    (back,) = taken(store, (NOTICE, "a.txt"), replacing=True)
    assert isinstance(back, Added)
    assert [each.file for each in versions(store)] == ["b.txt"]


def test_two_documents_of_one_title_without_number_and_date_are_both_held(store: Store) -> None:
    done = taken(store, (SOME, "c.txt"), (OTHER, "d.txt"))
    assert all(isinstance(each, Added) for each in done)
    assert held(store) == ["c.txt", "d.txt"]
    run = Accession(store)
    assert run.others_of_its_title(read(OTHER, "d.txt")) == 1
    assert run.others_of_its_title(read(NOTICE, "a.txt")) == 0


def test_no_name_of_a_file_makes_two_documents_one(store: Store) -> None:
    done = taken(store, (REPLY, "附件1.txt"), (CONSENT, "附件1.txt"))
    assert all(isinstance(each, Added) for each in done)
    assert len(held(store)) == 2


def test_no_name_of_a_file_makes_one_document_two(store: Store) -> None:
    numbered = REPLY.replace("湫山乡", "湖政复〔2019〕3号\n湫山乡", 1)
    taken(store, (numbered, "批复.txt"))
    (done,) = taken(store, (numbered.replace("下湾村", "下湾、中湾村"), "复件.txt"))
    assert isinstance(done, Added)
    assert done.replaced
    assert len(held(store)) == 1


def test_one_undated_text_in_two_files_is_one_document(store: Store) -> None:
    (_, done) = taken(store, (SOME, "c.txt"), (f"\ufeff{SOME}\n", "c-2.txt"))
    assert isinstance(done, Kept)
    assert done.version.because == "same-words"
    assert held(store) == ["c.txt"]


def test_of_two_documents_in_one_file_that_nothing_tells_apart_the_second_is_refused(
    store: Store,
) -> None:
    first = read(NOTICE, "both.txt")
    second = dataclasses.replace(first, document=dataclasses.replace(first.document, place=1))
    run = Accession(store)
    run.take(first)
    with pytest.raises(SourceError, match="nothing tells apart"):
        run.take(second)


def test_who_takes_a_document_out_takes_its_versions_too(store: Store) -> None:
    taken(store, (NOTICE, "a.txt"), (AMENDED, "b.txt"))
    remove(store, IRI)
    assert (held(store), versions(store)) == ([], ())
