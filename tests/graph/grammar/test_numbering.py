from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.grammar.numbering import LABEL_AT_START, find_labels
from graph.grammar.numerals import write_numeral
from graph.model import ProvisionKind as Kind
from graph.normalise import normalise


@pytest.mark.parametrize(
    ("line", "kind", "ordinal", "printed"),
    [
        ("一、总体要求", Kind.LEVEL1, 1, "一"),
        ("十六、强化审计监督", Kind.LEVEL1, 16, "十六"),
        ("(一)全面放开放宽重点群体落户限制", Kind.LEVEL2, 1, "（一）"),
        ("㈡调整完善全市落户政策", Kind.LEVEL2, 2, "（二）"),
        ("（十六）强化审计监督", Kind.LEVEL2, 16, "（十六）"),
        ("1. 放宽投靠类落户条件", Kind.LEVEL3, 1, "1"),
        ("1．放宽投靠类落户条件", Kind.LEVEL3, 1, "1"),
        ("2、放宽投靠类落户条件", Kind.LEVEL3, 2, "2"),
        ("1﹒取消下列投靠政策", Kind.LEVEL3, 1, "1"),
        ("(3)退出部队现役的农村义务兵", Kind.LEVEL4, 3, "（3）"),
        ("3）退出部队现役的农村义务兵", Kind.LEVEL4, 3, "（3）"),
        ("⑶退出部队现役的农村义务兵", Kind.LEVEL4, 3, "（3）"),
        ("①参加社会保险", Kind.LEVEL5, 1, "①"),
        ("⑫参加社会保险", Kind.LEVEL5, 12, "⑫"),
        ("1.2适用范围", Kind.DECIMAL, 2, "1.2"),
        ("第一章　总则", Kind.CHAPTER, 1, "第一章"),
        ("第三节 落户条件", Kind.SECTION, 3, "第三节"),
        ("第二编 物权", Kind.BOOK, 2, "第二编"),
        ("第三分编  用益物权", Kind.SUBBOOK, 3, "第三分编"),
        ("第十二条　公民离开常住户口所在地", Kind.ARTICLE, 12, "第十二条"),
        ("第一百零三条　违反本条例规定的", Kind.ARTICLE, 103, "第一百零三条"),
        ("第12条 公民离开常住户口所在地", Kind.ARTICLE, 12, "第12条"),
        ("第十二条之一 公民离开常住户口所在地", Kind.ARTICLE, 12, "第十二条之一"),
        ("第七十五 条体育运动船艇应当登记", Kind.ARTICLE, 75, "第七十五条"),  # badly set
    ],
)
def test_a_line_begins_with_its_label(line: str, kind: Kind, ordinal: int, printed: str) -> None:
    folded = normalise(line).text
    label = next(find_labels(folded, 0, len(folded)))
    assert (label.kind, label.ordinal, label.printed, label.start) == (kind, ordinal, printed, 0)
    assert LABEL_AT_START.match(folded)


@pytest.mark.parametrize(
    "line",
    [
        "以习近平新时代中国特色社会主义思想为指导",
        "2018年10月15日",
        "80%以上的农业转移人口",
        "国办发〔2016〕72号",
        "（市公安局牵头）",
        "附件：任务分工表",
        "第一条件是具有本市户籍",
        "第二 条款项的修改",
    ],
)
def test_a_line_without_a_label_has_none(line: str) -> None:
    assert LABEL_AT_START.match(line) is None
    assert not any(label.start == 0 for label in find_labels(line, 0, len(line)))


@pytest.mark.parametrize(
    "words",
    ["中华人民共和国境内的资源属于国家所有。", "中方公司负责经营业务。", "中小企业可以申请补助。",
     "中医药主管部门负责监督。", "及时公开有关信息。", "至少每年检查一次。"],
)  # fmt: skip
@pytest.mark.parametrize("blank", ["", " "])
def test_an_article_may_begin_with_a_word_that_begins_like_a_reference(
    words: str, blank: str
) -> None:
    text = f"第二条适用本办法。第三条{blank}{words}第四条由市财政局解释。"
    printed = [label.printed for label in find_labels(text, 0, len(text))]
    assert printed == ["第二条", "第三条", "第四条"]


@pytest.mark.parametrize(
    "behind",
    ["中的“甲”改为“乙”", "中“甲”删去", "中规定的期限", "至第五条", "及第五条", "中有关内容"],
)
def test_an_article_that_is_referred_to_has_no_label(behind: str) -> None:
    text = f"违反第三条{behind}的，予以处罚。"
    assert not any(label.printed == "第三条" for label in find_labels(text, 0, len(text)))


def test_a_decimal_value_is_no_label() -> None:
    text = "增长1.5个百分点，达到3.2%"
    assert all(label.kind is not Kind.LEVEL3 for label in find_labels(text, 0, len(text)))


def test_labels_inside_a_line_are_found_in_order() -> None:
    text = "四、制定实施配套政策（三）加大财政支持力度。1. 建立奖励机制"
    assert [label.printed for label in find_labels(text, 0, len(text))] == ["四", "（三）", "1"]


LABELS = st.one_of(
    st.tuples(st.just("{}、"), st.integers(1, 99).map(write_numeral)),
    st.tuples(st.just("（{}）"), st.integers(1, 99).map(write_numeral)),
    st.tuples(st.just("{}."), st.integers(1, 999).map(str)),
    st.tuples(st.just("（{}）"), st.integers(1, 999).map(str)),
    st.tuples(st.just("第{}条"), st.integers(1, 999).map(write_numeral)),
    st.tuples(st.just("第{}章"), st.integers(1, 99).map(write_numeral)),
)


@given(LABELS)
def test_a_written_label_reads_back(written: tuple[str, str]) -> None:
    form, numeral = written
    text = form.format(numeral) + "强化政策效果"
    label = next(find_labels(text, 0, len(text)))
    assert text[label.start : label.end] == form.format(numeral)
    assert numeral in label.printed


@pytest.mark.parametrize(
    "text",
    [
        "残疾等级被评为一、二级的重度残疾人",
        "面向二、三年级学生",
        "获一、二等奖的单位",
        "抓好三、四季度开工项目",
        "加快二、三期工程",
        "从事第二、三产业",
        "重度残疾人（一、二、三级）家庭",
    ],
)
def test_two_of_a_series_of_classes_are_no_label(text: str) -> None:
    assert list(find_labels(text, 0, len(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "方案一、二手房交易",
        "。二、三农工作",
        "。一、二次供水改造",
        "一、二级医院改革",
        "二、十二月底前完成",
        "。二、三级诊疗体系",
        "三、四好农村路",
    ],
)
def test_a_heading_that_begins_with_a_numeral_keeps_its_label(text: str) -> None:
    (label,) = find_labels(text, 0, len(text))
    assert label.kind is Kind.LEVEL1


def test_a_span_of_years_may_follow_the_numeral_of_an_item() -> None:
    assert [label.printed for label in find_labels("2.2008-2010年培训", 0, 14)] == ["2"]
    assert [label.printed for label in find_labels("比例为2.2008%", 0, 10)] == []


@pytest.mark.parametrize("article", ["第一千条", "第一千二百五十九条"])
def test_an_article_behind_the_thousandth_has_a_label(article: str) -> None:
    text = f"{article} 民法所称的“以上”、“以下”、“以内”、“届满”，包括本数。"
    assert [label.printed for label in find_labels(text, 0, len(text))] == [article]


@given(st.text("第一二十〇0129.、（）①条章 \n总则", max_size=40))
def test_any_text_gives_labels_inside_it_that_do_not_overlap(text: str) -> None:
    end = 0
    for label in find_labels(text, 0, len(text)):
        assert end <= label.start < label.end <= len(text)
        assert label.ordinal > 0
        end = label.end
