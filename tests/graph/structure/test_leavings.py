from __future__ import annotations

import pytest

from graph.normalise import normalise
from graph.structure.leavings import leavings

TEXT = "将非户籍人口在城市落户情况纳入跟踪审计范围。（市审计局牵头负责）"


@pytest.mark.parametrize(
    "line",
    [
        "澳门银河国际娱乐",
        "粤公网安备44010402000409号 粤ICP备20001927号-1 网站标识码：4401000098",
        "主办单位：库尔勒市人民政府办公室",
        "上一篇：关于做好春耕生产的通知。",
        "【打印】 【关闭窗口】",
        "扫一扫在手机打开当前页",
        "本网所有信息非经书面许可，不得转载或公开应用。",
        "关于印发申请人证明材料一览表的通知.doc",
    ],
)
def test_what_a_page_adds_behind_the_text_is_left_over(line: str) -> None:
    text = f"{TEXT}\n{line}"
    stop, left = leavings(text, 0, len(text))
    assert text[:stop] == TEXT
    assert [text[start:end] for start, end in left] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "附件：任务分工表",
        "抄送：市委办公厅，市人大常委会办公厅",
        "库尔勒市人民政府办公室2018年10月15日印发",
        "库尔勒市人民政府办公室",
        "2018年10月15日",
        "本方案自印发之日起施行。",
        "（此件公开发布）",
        "附件：申报表.doc",
        "未经许可，任何单位不得转载本市公布的数据。",
    ],
)
def test_what_belongs_to_the_form_of_a_document_is_its_own(line: str) -> None:
    text = f"{TEXT}\n{line}"
    assert leavings(text, 0, len(text)) == (len(text), [])


def test_several_lines_are_left_over_in_their_order() -> None:
    text = f"{TEXT}\n澳门银河国际娱乐\n版权所有"
    _, left = leavings(text, 0, len(text))
    assert [text[start:end] for start, end in left] == ["澳门银河国际娱乐", "版权所有"]


LETTER = (
    "《登记办法》已经市政府同意，现印发给你们，请认真贯彻执行，并将落实情况于年底前报送市公安局。"
)


@pytest.mark.parametrize(
    "behind", ["某市人民政府2018年10月15日", "某市公安局 2018年10月15日（此件公开发布）", ""]
)
def test_a_letter_on_one_line_is_its_own_with_its_signature(behind: str) -> None:
    text = LETTER + behind
    assert leavings(text, 0, len(text)) == (len(text), [])


def test_what_a_page_adds_on_the_last_line_is_cut_off_there() -> None:
    text = f"{LETTER}相关附件：登记办法.pdf（/x/y.pdf）二维码扫一扫在手机打开当前页"
    stop, left = leavings(text, 0, len(text))
    assert text[:stop] == LETTER
    assert [text[start:end] for start, end in left] == [text[len(LETTER) :]]


def test_a_sentence_about_printing_or_support_is_its_own() -> None:
    text = f"{LETTER}各县要加强技术支持，及时打印证件，做好登记表的收藏和保管工作，确保按时完成。"
    assert leavings(text, 0, len(text)) == (len(text), [])


@pytest.mark.parametrize(
    "last",
    [
        "牵头单位：市卫生健康局",
        "成员单位：市医保局、市红十字会",
        "某局\t加强规划。\t环境卫生",
        "部门\t领域\n某局\t加强规划。\t环境\n某委\t教育\t卫生",
    ],
)
def test_who_answers_and_a_table_are_the_document_s_own(last: str) -> None:
    text = f"（2）医疗救护组。\n{last}"
    assert leavings(text, 0, len(text)) == (len(text), [])


@pytest.mark.parametrize(
    "last",
    ["主办单位：某市人民政府办公室", "网站首页\t关于我们\t联系方式", "站点地图\t版权所有。\t备案"],
)
def test_the_footer_of_a_page_is_none_of_it(last: str) -> None:
    text = f"请遵照执行。\n{last}"
    stop, left = leavings(text, 0, len(text))
    assert text[:stop] == "请遵照执行。"
    assert [text[start:end] for start, end in left] == [last]


@pytest.mark.parametrize(
    "last",
    [
        "序号\t病种\t限额\n1\t一类\t高血压病\n2\t一类\t糖尿病\n3\t一类\t高脂血症",
        "某省人民政府办公厅　　　二〇一一年九月二十二日",
        "某市人民政府办公室 2018年3月8日",
        "联系电话：010-58124020\n邮箱：某某@163.com",
        "附件： 1 、甲目标\n2 、乙目标\n3 、丙目标",
        f"{LETTER}附件：成员单位和各工作组职责",
    ],
)
def test_a_counted_table_a_signature_and_lines_of_contact_are_its_own(last: str) -> None:
    text = normalise(f"{TEXT}\n{last}").text
    assert leavings(text, 0, len(text)) == (len(text), [])


@pytest.mark.parametrize(
    "last",
    [
        "首页\t机构\n新闻\t公开\n服务\t互动",
        "1\t2\t3\n首页\t机构\n服务\t互动",
        "某市门户网站 2018年3月8日更新",
        "地址：某市某路1号 邮编：100000\n某市门户网站 版权所有",
        "某市门户网首页\n地址：某市某路1号 邮编：100000",
    ],
)
def test_a_menu_and_the_address_in_a_footer_are_none_of_it(last: str) -> None:
    text = normalise(f"{TEXT}\n{last}").text
    stop, _ = leavings(text, 0, len(text))
    assert text[:stop] == TEXT


def test_a_sentence_before_words_of_the_page_stays() -> None:
    text = f"{LETTER}某某网某某频道某某栏目"
    stop, left = leavings(text, 0, len(text))
    assert text[:stop] == LETTER
    assert [text[start:end] for start, end in left] == ["某某网某某频道某某栏目"]
