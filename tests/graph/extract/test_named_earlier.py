from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract import quantities
from graph.model import Condition

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


def subjects(document: Document) -> list[str]:
    found = quantities.find(document)
    return [f.subject if isinstance(f, Condition) else f.measure for f in found]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "住院起付标准：乡镇卫生院不低于300元；县级医院不低于600元。",
            ["乡镇卫生院住院起付标准", "县级医院住院起付标准"],
        ),
        (
            "由统筹基金按比例支付：一级医院不低于85%；二级医院不低于70%。",
            ["一级医院按比例支付", "二级医院按比例支付"],
        ),
        ("按投资额的3%给予补助，单个项目最高不超过200万元。", ["单个项目补助"]),
        (
            "研发费用占营业收入的比例应当符合要求：收入小于1亿元的企业，比例不低于4%。",
            ["企业收入", "研发费用占营业收入的比例"],
        ),
    ],
)
def test_a_row_is_named_by_its_lead_or_the_clause_before(
    document_of: Callable[..., Document], sentence: str, found: list[str]
) -> None:
    assert subjects(document_of(sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        # a clause that names what it measures keeps its words, and so does one behind a full stop
        ("贷款标准：个人贷款额度不超过20万元。", ["个人贷款额度"]),
        ("执行起付标准。乡镇卫生院起付线不低于300元。", ["乡镇卫生院起付线"]),
        ("给予奖励，单笔补贴最高不超过50万元。", ["单笔补贴"]),
        ("规模：处理能力增大30%及以上的。", ["处理能力增大"]),
        (
            "按照下列标准给予报酬：从净收入中提取不低于百分之六十的比例；",
            ["从净收入中提取的比例"],
        ),
    ],
)
def test_what_is_named_where_it_stands_keeps_its_name(
    document_of: Callable[..., Document], sentence: str, found: list[str]
) -> None:
    assert subjects(document_of(sentence)) == found
