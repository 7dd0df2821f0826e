from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph.extract import quantities
from graph.model import Condition, Target

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

ISSUED = dt.date(2021, 3, 15)


def kinds(document: Document) -> list[tuple[type[Condition | Target], float]]:
    """Return of each value what it is."""
    document = dataclasses.replace(document, date_issued=ISSUED)
    return [(type(found), found.value) for found in quantities.find(document)]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        # what is eased, whatever the date
        ("2022年12月31日前，申领条件放宽至企业职工参加工伤保险6个月及以上。", 6),
        ("到2025年，还款期限延长至30年。", 30),
        # what may be changed, and a rate that moves
        ("企业申请使用监管资金额度可在原规定基础上提高4个百分点。", 4),
        ("多子女家庭公积金贷款额度上浮30%。", 30),
        ("信用良好的，对应节点的资金使用额度可上浮15%。", 15),
        # a rate by which something is done, given or paid
        ("采购人给予小微企业不低于合同金额40%的预付款。", 40),
        ("根据实际情况给予不超过70%的比例补贴。", 70),
        # what rules set for each loan or deal
        ("双方缴存的，最高贷款额度由30万元提高至45万元。", 450_000),
        ("土地竞买保证金最低比例下调至起始价的20%。", 20),
        ("面向小微企业的预留份额提高至45%以上。", 45),
        ("贷款利率上浮比例不超过同期利率的15%。", 15),
        # how long somebody has done something
        ("个人转让自用达六年以上、并且是唯一住房取得的所得，暂免征税。", 6),
        ("保留养老保险账户，继续缴费达12年后，按月领取。", 12),
        # the case, behind whose other bound stands what is given
        ("年营业收入首次达到1000万元以上2000万元以下的奖励1万元。", 10_000_000),
    ],
)
def test_what_binds_a_case_a_grant_or_a_person_is_a_condition(
    document_of: Callable[..., Document], sentence: str, value: float
) -> None:
    assert (Condition, value) in kinds(document_of(sentence))
    assert not any(kind is Target for kind, _ in kinds(document_of(sentence)))


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("到2025年，公积金贷款额度累计提高到500亿元。", 50_000_000_000),
        ("“十四五”期间，累计培训护理员达到3000人次。", 3000),
        ("城市二级以上空气天数达到260天以上。", 260),
        ("到2025年，干部每年脱产培训时间达到110学时以上。", 110),
        ("力争带动发放创业贷款2亿元以上。", 200_000_000),
        ("住宿餐饮业营业额增长15%。", 15),
        ("每年制修订农业类地方标准20项以上。", 20),
        ("人均预期寿命达到80年。", 80),
        ("到2025年，养老床位占比可达到60%。", 60),
        ("到2025年，与2020年相比，万元产值用水量下降18%。", 18),
    ],
)
def test_what_is_to_be_reached_by_measures_stays_an_aim(
    document_of: Callable[..., Document], sentence: str, value: float
) -> None:
    assert kinds(document_of(sentence)) == [(Target, value)]


@pytest.mark.parametrize(
    "sentence",
    [
        "“十二五”期间，全市累计发放住房补贴20.6亿元。",
        "与“十二五”期末相比，职工平均工资增长44%。",
        "“十三五”期间，全省农业总产值年均增长4.3%。",
    ],
)
def test_the_years_of_a_past_plan_and_a_comparison_tell_what_was(
    document_of: Callable[..., Document], sentence: str
) -> None:
    assert kinds(document_of(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "新增建设用地保障，按不低于年度计划总量的6%予以单列。",
        "设立三支一扶服务岗位。",
        "实施网签备案、房屋交易和缴税、不动产登记四项业务“一窗受理”模式。",
        "对停车位比例达到0.8车位/100平方米建筑面积的项目，组织验收。",
    ],
)
def test_a_rate_without_its_base_and_what_a_list_or_a_name_counts_is_no_aim(
    document_of: Callable[..., Document], sentence: str
) -> None:
    assert Target not in [kind for kind, _ in kinds(document_of(sentence))]
