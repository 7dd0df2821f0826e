from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from exports.page import page
from exports.page.content import Content, document_content
from graph.pipeline import add
from graph.references import find_document
from graph.store import open_store
from tests.graph.align.versions.conftest import NEWER, OLDER
from tests.graph.chain import read

if TYPE_CHECKING:
    from pathlib import Path

OLD_NUMBER, NEW_NUMBER = "河府规〔2018〕3号", "河府规〔2024〕9号"


def issued(text: str, number: str, day: str, *, repeals: str = "") -> str:
    title, _, articles = text.partition("\n")
    head = f"河口市人民政府关于印发{title}的通知\n{number}\n各区人民政府：\n"
    letter = f"{head}现将《{title}》印发给你们。\n"
    _, _, articles = articles.partition("\n")
    end = f"{repeals}同时废止。\n" if repeals else ""
    return f"{letter}河口市人民政府\n{day}\n\n{title}\n{articles.rstrip()}{end}\n"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Content, str]:
    folder: Path = tmp_path_factory.mktemp("versions")
    older = issued(OLDER, OLD_NUMBER, "2018年3月1日")
    newer = issued(
        NEWER, NEW_NUMBER, "2024年6月1日", repeals=f"《河口市公共停车场管理办法》（{OLD_NUMBER}）"
    )
    with open_store(folder / "store", write=True) as store:
        add(store, read(older, "o.txt"))
        add(store, read(newer, "n.txt"))
        document = find_document(store, NEW_NUMBER)
        return document_content(store, document), page(store, document).decode()


def test_a_document_stands_beside_the_version_that_it_repeals(shown: tuple[Content, str]) -> None:
    (view,) = shown[0].versions
    assert view.name == OLD_NUMBER
    assert view.counts["deleted"] == 1
    moved = next(row for row in view.rows if row.older == "第二章第五条")
    assert moved.newer == "第三章第十一条"
    assert moved.told["zh"] == "未变、移动、改序号"
    assert not moved.newer_words


def test_the_page_prints_what_was_put_in_and_left_out(shown: tuple[Content, str]) -> None:
    html = shown[1]
    assert "旧版对照" in html
    assert "<del>30</del>" in html
    assert "<ins>15</ins>" in html


def test_both_versions_are_printed_whole(shown: tuple[Content, str]) -> None:
    (view,) = shown[0].versions
    row = next(row for row in view.rows if row.newer == "第三章第十条")
    assert "".join(each.text for each in row.older_words).startswith("停车场经营者应当自领取")
    assert [each.text for each in row.newer_words if each.changed] == ["15"]


def test_a_version_is_no_parent(shown: tuple[Content, str]) -> None:
    assert shown[0].comparisons == ()
    assert not [edge for edge in shown[0].scene.edges if edge.standing == "inferred"]
