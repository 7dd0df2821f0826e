"""What a list quotes of statutes numbers none of its own provisions."""

from __future__ import annotations

from collections import Counter

import pytest

from graph.structure.provisions import build
from graph.structure.statutes import quoted_statutes
from graph.structure.unnumbered import Unnumbered

LIST = (
    "六、土壤类\n1、未制定监测方案的\n"
    "- 《土壤防治法》第二十一条第二款第二项、第三项 监管单位应当履行下列义务：\n"
    "（二）建立排查制度；\n（三）制定监测方案。\n（1）属于首次违法；\n（2）及时改正。\n"
    "2、未进行监测的\n- 《土壤防治法》第二十三条 单位应当进行监测。\n（1）属于首次违法；\n"
)


def labels(text: str) -> list[str]:
    statutes = tuple(quoted_statutes(text, 0, len(text)))
    tree = build(text, 0, len(text), "", Counter(), Unnumbered(statutes=statutes))
    return [unit.label for unit in tree.units]


def test_the_items_of_a_quoted_statute_are_no_provisions_of_the_list() -> None:
    assert labels(LIST) == ["六", "六1", "六1（1）", "六1（2）", "六2", "六2（1）"]


@pytest.mark.parametrize(
    "text",
    [
        "一、依据《甲法》第三条：\n（一）加强巡查。\n（二）落实责任。\n",
        "《甲法》第三条规定的事项和《乙法》第四条规定的事项：\n（一）巡查。\n（二）落实。\n",
        "《甲法》第三条 下列情形：\n（一）巡查。\n（二）落实。\n",  # once: no list of statutes
        "《甲办法》第三条修改为：\n（一）巡查。\n《乙办法》第四条修改为：\n（二）落实。\n",
    ],
)
def test_a_sentence_that_cites_an_article_quotes_none_of_its_items(text: str) -> None:
    assert not list(quoted_statutes(text, 0, len(text)))
