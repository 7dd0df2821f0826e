from __future__ import annotations

import pytest

from graph.normalise.cuts import cuts_a_word, ends_a_name


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("由省人力资源社会保", "障厅负责"),
        ("省住房城", "乡建设厅要加强指导"),
        ("协办单位：区民政局、园区党工", "委、各街道"),
        ("市市场监", "管局牵头"),
        ("牵头单", "位：市公安局"),
        ("按职责分", "工负责"),
        ("鼓励进城落户", "农民自愿退出承包地"),
        ("按照本办法第十", "二条规定办理"),
        ("按照本办法第", "十二条规定办理"),
        ("国办发〔2016〕7", "2号文件"),
        ("2021", "年12月底前"),
        ("2021年1", "2月底前"),
        ("二〇一二", "年五月"),
        ("（市公安局牵头", "，市民政局配合）"),
        ("覆盖率达到90", "%以上"),
        ("根据《", "养老服务条例》"),
    ],
)
def test_no_line_of_a_writer_ends_inside_a_word(line: str, following: str) -> None:
    assert cuts_a_word(line, following)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("县水利局", "县财政局"),
        ("某省人民政府", "办公厅主任"),
        ("广州市政府", "新闻办"),
        ("附件1", "2021年度工作计划"),
        ("附件1", "年度工作计划"),
        ("联系电话：0838-2201234", "2021年6月18日"),
        ("（三）预防残疾", "人社局负责技能培训"),
        ("一、总体要求", "以人民为中心"),
        ("序号", "1"),
        ("1", "10"),
        ("第一章 总则", "第一条 为规范管理"),
    ],
)
def test_names_headings_and_numbers_of_their_own_are_not_cut(line: str, following: str) -> None:
    assert not cuts_a_word(line, following)


@pytest.mark.parametrize(
    ("line", "is_name"),
    [
        ("某市人民政府办公室", True),
        ("灵山县河湖治理实施方案", True),
        ("各镇", False),
        ("加强组织领", False),
    ],
)
def test_names_of_bodies_and_documents_stand_alone(line: str, *, is_name: bool) -> None:
    assert ends_a_name(line) is is_name
