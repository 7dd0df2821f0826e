from __future__ import annotations

import pytest

from graph.extract.cited_titles import names_document


@pytest.mark.parametrize(
    "title",
    [
        "关于新形势下党内政治生活的若干准则",
        "小企业会计准则",
        "环境影响评价技术导则",
        "行政事业单位财务通则",
        "生物多样性公约",
        "青少年网络文明公约",
        "巴黎协定",
        "区域全面经济伙伴关系协定",
        "内地与香港关于建立更紧密经贸关系的安排",
        "2022年政务公开工作安排",
        "粤港合作框架协议",
        "跨境园区合作协议",
        "跨省流域补偿协议",
        "区域执法协作备忘录",
        "关于共建实验室的协议",
        "声环境质量标准",
        "中华人民共和国民法典",
        "蒙特利尔议定书",
        "政府工作报告",
        "刑法修正案（九）",
        "最高人民法院关于适用〈公司法〉若干问题的解释（三）",
        "人大代表守则",
        "企业会计准则第14号——收入",
        "采砂管理办法（试行）",
        "国家新型城镇化规划（2014—2020年）",
    ],
)
def test_a_title_of_a_document_ends_in_its_kind(title: str) -> None:
    assert names_document(title)


@pytest.mark.parametrize(
    "title",
    [
        "条例",
        "实施意见",
        "办法（试行）",
        "房屋租赁协议",
        "征收货币补偿安置协议",
        "培训课程安排",
        "收费标准",
        "企业名录",
        "评分标准",
        "居住证",
        "办理户口通知",
        "家庭经济状况核对报告",
        "番禺日报",
        "购房合同",
        "义务教育入学通知书",
        "诉讼要素表",
        "名词解释",
        "战略合作协议",
        "承包合作协议",
        "廉洁协议",
    ],
)
def test_a_paper_a_form_and_a_kind_alone_are_no_documents(title: str) -> None:
    assert not names_document(title)
