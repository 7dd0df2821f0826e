from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.grammar.articles import cited_articles, provision_path
from graph.grammar.numerals import write_numeral


def read(text: str) -> list[str]:
    return [article.label for article in cited_articles(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("第二十二条、第二十三条第一款，", ["第二十二条", "第二十三条第一款"]),
        ("第三条第一款、第二款和第五条", ["第三条第一款", "第三条第二款", "第五条"]),
        ("第三十条第一项、第三项", ["第三十条第一项", "第三十条第三项"]),
        ("第十条第（一）、（三）项", ["第十条第（一）项", "第十条第（三）项"]),
        ("第十条第二款第（四）项以及第十一条", ["第十条第二款第（四）项", "第十一条"]),
        ("第三条至第五条", ["第三条至第五条"]),
        ("第十条第（一）至（三）项", ["第十条第（一）项至第（三）项"]),
        ("第四条第 （二）、 （三）项", ["第四条第（二）项", "第四条第（三）项"]),
        ("第五条第（二）（四）项中", ["第五条第（二）项", "第五条第（四）项"]),
        ("第七条（一）、（二）项", ["第七条第（一）项", "第七条第（二）项"]),
        ("第五条（三）项所称", ["第五条第（三）项"]),
        ("第五条（一）至（五）项", ["第五条第（一）项至第（五）项"]),
        ("的第三章、第四章", ["第三章", "第四章"]),
        ("中第66条", ["第66条"]),
        ("第九条之一", ["第九条之一"]),
        # no article
        ("的规定，第五条", []),
        ("第二次修订", []),
        ("第三季度", []),
        ("一、第二条", []),
        ("第七条（2018年修订）", ["第七条"]),
        ("第七条（一）为本市户籍", ["第七条"]),
    ],
)
def test_the_articles_behind_a_title_are_told_one_by_one(text: str, labels: list[str]) -> None:
    assert read(text) == labels


@pytest.mark.parametrize(
    ("label", "path"),
    [
        ("第二十三条第一款", ("第二十三条", "第一款")),
        ("第三十条第三项", ("第三十条", "（三）")),
        ("第十条第二款第（四）项", ("第十条", "第二款", "（四）")),
        ("第66条", ("第六十六条",)),
        ("第九条之一", ("第九条之一",)),
        ("第三章", ("第三章",)),
        ("第三条至第五条", ()),
        ("附件1", ()),
        ("名称", ()),
    ],
)
def test_a_provision_has_the_path_that_documents_print(label: str, path: tuple[str, ...]) -> None:
    assert provision_path(label) == path


@given(st.lists(st.integers(1, 999), min_size=1, max_size=9))
def test_a_written_list_is_read_as_it_was_written(numbers: list[int]) -> None:
    labels = [f"第{write_numeral(number)}条" for number in numbers]
    assert read("、".join(labels) + "的规定") == labels


def test_a_long_list_of_articles_ends() -> None:
    text = "、".join(["第一条"] * 5000)
    assert len(read(text)) == 31
