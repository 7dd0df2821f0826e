from __future__ import annotations

import pytest

from graph.errors import InColumns, NotADocument
from graph.pipeline import read_text
from graph.sources import read_bytes


def codes(text: str) -> list[str]:
    """Return what the reader is warned of."""
    return [warning.code for warning in read_text(read_bytes(text.encode(), "a.txt")).warnings]


@pytest.mark.parametrize(
    "text",
    [
        (
            "某市人民政府办公室关于做好防汛工作的通知\n某政办〔2021〕3号\n各县（市、区）人民政府：\n"
            "各县要加强巡查，及时报告险情。\n某市人民政府办公室\n2021年5月6日\n"
        ),
        (
            "关于政协提案的答复函\n某水函〔2021〕8号\n张三委员：\n您的提案收悉。市水利局将加强巡查。\n"
            "某市水利局\n2021年6月1日\n"
        ),
        (
            "某市政府专题会议纪要\n2021年5月6日，李副市长主持召开会议，现纪要如下：\n"
            "会议明确，由市住建局负责河道整治，各县要按月报送进度。\n"
        ),
        "某市登记办法\n第一条 为了登记，制定本办法。\n第二条 县局登记。\n",
        (
            "某县关于申报的通知\n各乡镇人民政府：\n现将事项通知如下：一、条件。合法经营。二、程序。各乡镇应当"
            "按时提交。\n某县人民政府\n2020年1月2日\n"
        ),
        "关于修改《采砂条例》的决定\n国务院决定对《采砂条例》作如下修改：一、删去第六条。二、删去第七条。\n",
    ],
)
def test_a_letter_minutes_and_rules_are_official_documents(text: str) -> None:
    assert not {"doubtful-document", "traditional-script"} & set(codes(text))


@pytest.mark.parametrize(
    "text",
    [
        "今天天气很好。\n",
        "静夜思\n一、床前明月光\n二、疑是地上霜\n三、举头望明月\n四、低头思故乡\n",
        "唐诗选\n1.春眠不觉晓\n2.处处闻啼鸟\n3.夜来风雨声\n4.花落知多少\n",
        "待办\n1.买苹果\n2.买梨\n3.寄信\n",
        "My Project\n1. run make\n2. run test\nSee docs for details.\n",
    ],
)
def test_a_numbered_text_that_has_nothing_else_of_a_document_is_refused(text: str) -> None:
    with pytest.raises(NotADocument, match="不像公文"):
        codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "房屋租赁合同\n甲方：张三\n乙方：李四\n一、乙方应当按月支付租金。\n二、租期一年。\n2020年1月2日\n",
        "编者的话\n一、本期导读\n读者应当关注乡村振兴。\n二、特稿\n根据《民法典》的规定，家庭成员平等。\n",
        "政策问答\n问：谁负责审核？\n答：市民政局应当于10日内审核。\n问：何时公布？\n答：及时公布。\n",
    ],
)
def test_a_text_that_only_speaks_like_a_document_is_read_with_a_warning(text: str) -> None:
    assert "doubtful-document" in codes(text)


def test_a_text_in_traditional_script_is_read_with_a_warning() -> None:
    text = (
        "某縣政府關於辦理醫療補助的通知\n某政辦發〔2021〕1號\n各鄉鎮：\n一、請各單位負責審核申請資料。\n"
        "二、應於時限內報縣政府。\n某縣政府\n2021年1月2日\n"
    )
    assert "traditional-script" in codes(text)
    name = "某市关于表彰後藤、髙橋、萬先生的决定\n某政发〔2021〕1号\n一、表彰。\n2021年1月2日\n"
    assert "traditional-script" not in codes(name)


LEFT = (
    "一、总体要求",
    "坚持保护第一、合理利用的原则，",
    "全面加强古井保护管理工作。",
    "二、任务",
    "开展全面普查，建立名录，设立保",
    "护标志。",
)
RIGHT = (
    "三、保障措施",
    "各县市区要落实经费，明确管护责",
    "任人，确保保护落到实处。",
    "四、督查",
    "市文物局要定期开展检查，检查结",
    "果公布。",
)


def _beside(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    head = "某市人民政府关于加强古井保护的通知\n某政发〔2021〕30号\n各县人民政府：\n"
    return head + "".join(
        f"{a}{'　' * (20 - len(a))}{b}\n" for a, b in zip(left, right, strict=True)
    )


def test_two_columns_side_by_side_are_refused_and_never_mixed() -> None:
    with pytest.raises(InColumns, match="两栏"):
        codes(_beside(LEFT, RIGHT))


def test_cells_side_by_side_are_no_columns() -> None:
    codes(
        _beside(
            ("牵头单位", "市文物局", "市财政局", "市住建局"),
            ("任务", "普查古井。", "落实经费。", "修复井台。"),
        )
    )
    codes(
        "某市关于招募的通知\n一、联系方式\n"
        "联系人：李四        电话：2888\n地址：天元区        邮编：4120\n"
    )
