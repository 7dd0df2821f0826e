from __future__ import annotations

import pytest

from graph.normalise.cuts import cuts_a_word, ends_a_name, is_unfinished


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
        ("持续优化服务，落实", "《养老服务条例》"),
        ("市民政局制定了", "《养老服务实施办法》"),
        ("《关于加快养老服务发展的意见》", "（国办发〔2016〕7号）"),
        ("《关于加快养老服务发展的意见》（国办发", "〔2016〕7号）"),
        ("各有关部", "门要落实责任"),
        ("各牵头单", "位要按月报告"),
        ("由省人民政", "府负责组织"),
        ("失业率控制在5", ".5%以内"),
        ("2022年12月底", "前完成"),
        ("本办法自印发之日", "起施行"),
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
        ("政策依据", "《养老服务条例》"),
        ("《养老服务条例》", "（一）总体要求"),
        ("选聘村级后备干部", "门诊费用按比例报销"),
        ("编制任务清单", "位于中心城区的项目"),
        ("配置联合收割机", "构建服务网络"),
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


@pytest.mark.parametrize(
    "line",
    [
        "各级各部门要", "由省教育厅会同省财政厅、", "省住房城乡建设厅应", "对符合条件的家庭，可",
        "按照省政府部署和", "关于深化户籍制度改革的", "相关费用由",
    ],
)  # fmt: skip
def test_some_words_end_no_line(line: str) -> None:
    assert is_unfinished(line)


@pytest.mark.parametrize(
    "line",
    [
        "会议纪要", "公众参与", "促进碳达峰碳中和", "行政许可", "热点回应", "保障市场供应",
        "发展方向", "申请理由", "立法目的", "优化公共服务", "企业合并", "数据核对", "一、总体要求",
        "符合条件的",
    ],
)  # fmt: skip
def test_headings_end_in_words_that_only_look_unfinished(line: str) -> None:
    assert not is_unfinished(line)
