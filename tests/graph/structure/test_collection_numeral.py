import pytest

from exports.reading import reading_object
from graph.model import LeftOutReason, SourceText
from graph.pipeline import read_text
from graph.structure import read_document

LETTER = """福建省司法厅印发关于优化法治化营商环境激发市场主体活
力的十条措施的通知（2023 年4 月12 日）
闽司〔2023〕8 号
各设区市司法局，厅机关各处室：
现将《关于优化法治化营商环境的十条措施》印发给你们，请认真组织实施。
福建省司法厅
2023 年4 月12 日
关于优化法治化营商环境的十条措施
一、加快推进立法项目。及时清理不利于优化营商环境的政策措施。
二、健全听取意见制度。各市司法局应当听取企业意见。
"""


def read(text: str) -> dict[str, object]:
    source = SourceText(text, "a.txt", "text/plain", "utf-8", "0" * 64)
    return reading_object(read_text(source))


@pytest.mark.parametrize("numeral", ["2. ", "12、", "七、", "3."])
def test_a_text_reads_the_same_behind_the_numeral_of_a_collection(numeral: str) -> None:
    alone, counted = read(LETTER), read(numeral + LETTER)
    for key in ("number", "title", "issuer", "date_issued", "jurisdiction"):
        assert counted[key] == alone[key]
    for key, name in (("provisions", "label"), ("citations", "relation"), ("addressees", "name")):
        assert names(counted, key, name) == names(alone, key, name)
    assert counted["left_out"] == [
        {"start": 0, "end": len(numeral.strip()), "reason": LeftOutReason.PAGE.value}
    ]


def names(found: dict[str, object], key: str, name: str) -> list[str]:
    listed = found[key]
    assert isinstance(listed, list)
    return [entry[name] for entry in listed]


@pytest.mark.parametrize(
    "text",
    [
        # a list of documents
        "1. 某市关于做好救助工作的通知（2023年4月12日）\n2. 某市关于公租房的意见（2023年5月4日）\n",
        # an item of a document that begins without a title
        "一、加强管理。各单位要按照通知（2023年4月12日）落实。\n二、加强督查。各单位要自查。\n",
        # a first section
        "一、总体要求\n以建设美丽乡村为目标（2023年4月12日）\n各单位要落实。\n",
    ],
)
def test_the_numeral_of_an_item_stays(text: str) -> None:
    source = SourceText(text, "a.txt", "text/plain", "utf-8", "0" * 64)
    assert read_document(source).provisions[0].label in {"1", "一"}
