from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.graph.extract.cited import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document


@pytest.mark.parametrize(
    ("sentence", "laws"),
    [
        ("依照行政许可法第十二条办理。", ["行政许可法"]),
        ("违反治安管理处罚法的，依照治安管理处罚法第四十二条处罚。", ["治安管理处罚法"] * 2),
        ("依照土地管理法和城乡规划法的规定。", ["土地管理法", "城乡规划法"]),
        ("根据宪法和监察法，制定本条例。", ["宪法", "监察法"]),
        ("外商投资法施行后，依照外商投资法及其实施条例办理。", ["外商投资法", "外商投资法"]),
        ("适用民法典有关规定。", ["民法典"]),
        ("依照中华人民共和国公司法第三条。", ["中华人民共和国公司法"]),
        ("按照《公司法》和证券法的规定。", ["公司法", "证券法"]),
        ("个人所得税法第四条所称的免税。", ["个人所得税法"]),
        (
            "依照全国人民代表大会和地方各级人民代表大会选举法第三条。",
            ["全国人民代表大会和地方各级人民代表大会选举法"],
        ),
        ("依照《公司法》及合伙企业法设立。", ["公司法", "合伙企业法"]),
        ("贯彻反食品浪费法，落实责任。", ["反食品浪费法"]),
        ("依照《水法》第五条和防洪法第六条。", ["水法", "防洪法"]),
        (
            "有政府采购法第七十一条所列情形的，可以认定为刑法第三条规定的行为。",
            ["政府采购法", "刑法"],
        ),
        ("使执法人员全面理解和准确掌握行政处罚法的规定。", ["行政处罚法"]),
        # words that end or begin like a law, and methods
        ("依照本办法第三条的规定。", []),
        ("按照综合评分法评标。", []),
        ("采用综合评估法的规定。", []),
        ("根据本法第三条。", []),
        ("依照有关法律、法规的规定。", []),
        ("由公安机关依法予以处罚。", []),
        ("按照上位法的规定。", []),
        ("严格执法第三条措施。", []),
        ("按照立法规划开展工作。", []),
        ("落实司法第一线责任。", []),
        ("完善公司法人治理结构的规定。", []),
        ("加强普法第三方评估。", []),
    ],
)
def test_a_law_is_known_without_title_marks(
    document_of: Callable[..., Document], sentence: str, laws: list[str]
) -> None:
    assert [title for title, _ in named(document_of(sentence))] == laws
