from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Span
from graph.store.passages import Passage
from graph.store.search import create_index, fold, generation_of, open_index

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store.search import SearchIndex

D = "https://w3id.org/zhengmai/id/document/库政办发/2018/171"
RIGHTS = "不得强行要求进城落户农民转让在农村的土地承包权、宅基地使用权、\n  集体收益分配权"
NUMBER = "《关于印发〔２０１８〕171号的通知》（市公安局牵头，市财政局配合）。"
BURIED = "".join(map(chr, range(0x4E00, 0x4E40)))


def passage(text: str, *, document: str = D, start: int = 0, label: str = "一") -> Passage:
    return Passage(document, start, f"{document}/{label}", label, text)


@pytest.fixture
def index() -> Iterator[SearchIndex]:
    index = create_index(None)
    yield index
    index.close()


@pytest.mark.parametrize(
    ("text", "sought", "found"),
    [
        (RIGHTS, "宅基地使用权", "宅基地使用权"),
        (RIGHTS, "农民", "农民"),
        (RIGHTS, "权", "权"),
        (RIGHTS, "权、", "权、"),
        (RIGHTS, "、集体", "、\n  集体"),  # the page's line end is none of the text's
        (RIGHTS, " 土地 承包 ", "土地承包"),
        (NUMBER, "[2018] 171号", "〔２０１８〕171号"),
        (NUMBER, "［2018］１７１号", "〔２０１８〕171号"),
        (NUMBER, "(市公安局牵头,", "（市公安局牵头，"),
        (NUMBER, ")", "）"),
        (NUMBER, "配合).", "配合）。"),
        ("按 GDP 计算", "gdp", "GDP"),
        ("年龄≤60周岁，占80%", "占80％", "占80%"),
        ('它"是"', "“是”", '"是"'),
        ("it's a* OR b", "' ", "'"),
        ("it's a* OR b", "a*or", "a* OR"),
    ],
)
def test_a_text_is_found_where_it_stands(
    index: SearchIndex, text: str, sought: str, found: str
) -> None:
    index.replace(D, [passage(text)])
    (hit,) = index.find(sought)
    assert hit.passage == passage(text)
    assert hit.spans[0].of(text) == found


@pytest.mark.parametrize(
    "sought", ["土地使用权", "权权", "承包权宅", "鑫", "\u3000 \n", "", "\ud800"]
)
def test_what_does_not_stand_there_is_not_found(index: SearchIndex, sought: str) -> None:
    index.replace(D, [passage(RIGHTS)])
    assert index.find(sought) == ()


def test_every_occurrence_has_its_span(index: SearchIndex) -> None:
    index.replace(D, [passage(RIGHTS)])
    (hit,) = index.find("权")
    assert [RIGHTS[span.start - 1 : span.end] for span in hit.spans] == ["包权", "用权", "配权"]


def test_one_character_of_an_expanded_sign_is_found_as_the_sign(index: SearchIndex) -> None:
    index.replace(D, [passage("㈠加快")])
    (hit,) = index.find("一)加")
    assert hit.spans == (Span(0, 2),)


def test_hits_come_by_document_and_place_and_can_be_bounded(index: SearchIndex) -> None:
    later = passage("居住证", start=9, label="二")
    earlier = passage("居住证持有人", start=2)
    other = passage("居住证", document=f"{D}0")
    index.replace(f"{D}0", [other])
    index.replace(D, [later, earlier])
    assert [hit.passage for hit in index.find("居住证")] == [earlier, later, other]
    assert [hit.passage for hit in index.find("居", limit=1)] == [earlier]


def test_a_replaced_or_removed_document_is_no_longer_found(index: SearchIndex) -> None:
    index.replace(D, [passage(RIGHTS)])
    index.replace(f"{D}0", [passage("土地", document=f"{D}0")])
    index.replace(D, [passage("暂住证")])
    assert [hit.passage.document for hit in index.find("土地")] == [f"{D}0"]
    assert index.find("暂住")
    index.replace(D, [])
    assert not index.find("暂住")
    assert not index.find("暂")


def test_no_word_of_a_replaced_passage_leads_to_the_one_in_its_row(index: SearchIndex) -> None:
    index.replace(D, [passage(RIGHTS)])
    index.replace(D, [passage("暂住证")])
    assert index.find("土地承包权") == ()


def test_only_settled_changes_last(tmp_path: Path) -> None:
    path = tmp_path / "search.sqlite"
    index = create_index(path)
    index.replace(D, [passage("居住证")])
    index.settle(7)
    index.replace(D, [passage("暂住证")])
    index.close()
    assert generation_of(path) == 7
    index = open_index(path, write=False)
    assert index.find("居住证")
    assert not index.find("暂住证")
    index.close()


@pytest.mark.parametrize("content", [None, b"", b"no database, but long enough to be read" * 99])
def test_a_missing_or_damaged_index_has_no_generation(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "search.sqlite"
    if content is not None:
        path.write_bytes(content)
    assert generation_of(path) == 0
    index = create_index(path)
    index.settle(1)
    index.close()
    assert generation_of(path) == 1


texts = st.text(
    st.sampled_from("土地权、（）(〔[ \n，,。'\"*9９Aａ㈠…") | st.characters(codec="utf-8"),
    min_size=1,
)


@given(texts, st.data())
def test_every_substring_is_found_and_nothing_else(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    part = text[start : start + data.draw(st.integers(1, 8))]
    other = data.draw(texts.map(lambda drawn: drawn[:8]))
    index = create_index(None)
    try:
        index.replace(D, [passage(BURIED), passage(text + BURIED)])
        for sought in (part, other):
            stands = bool(fold(sought)) and fold(sought) in fold(text + BURIED)
            hits = [hit for hit in index.find(sought) if hit.passage.text != BURIED]
            assert bool(hits) == stands
            assert all(
                fold(sought) in fold(span.of(hit.passage.text))
                for hit in hits
                for span in hit.spans
            )
        assert bool(fold(part)) == bool(index.find(part))
    finally:
        index.close()
