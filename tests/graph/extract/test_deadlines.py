from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph.extract import deadlines
from graph.model import Cell, Column, ColumnKind
from graph.model import DeadlineKind as Kind
from tests.graph.chain import read

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from graph.model import Document


@pytest.mark.parametrize(
    ("sentence", "kind", "date", "quote"),
    [
        (
            "2018年组织开展对我市非户籍人口在城市落户情况的中期评估,",
            Kind.EVALUATION,
            "2018-12-31",
            "2018年组织开展对我市非户籍人口在城市落户情况的中期评估",
        ),
        (
            "本办法自2016年7月20日起施行。以往规定与本办法不一致的,以本办法为准。",
            Kind.EFFECTIVE,
            "2016-07-20",
            "本办法自2016年7月20日起施行",
        ),
        ("2020年进行总结评估。", Kind.EVALUATION, "2020-12-31", "2020年进行总结评估"),
        ("2016年底前出台具体措施。", Kind.DEADLINE, "2016-12-31", "2016年底前出台具体措施"),
        (
            "各区县要于2015年6月30日前制定实施办法。",
            Kind.DEADLINE,
            "2015-06-30",
            "各区县要于2015年6月30日前制定实施办法",
        ),
        (
            "到2020年,全国户籍人口城镇化率提高到45%。",
            Kind.TARGET,
            "2020-12-31",
            "到2020年,全国户籍人口城镇化率提高到45%",
        ),
        (
            "“十三五”期间,加速破除城乡区域户籍迁移壁垒,",
            Kind.PERIOD,
            "2020-12-31",
            "“十三五”期间,加速破除城乡区域户籍迁移壁垒",
        ),
        ("每年12月底前报送工作情况。", Kind.RECURRING, None, "每年12月底前报送工作情况"),
        ("每季度通报一次。", Kind.RECURRING, None, "每季度通报一次"),
        ("应当在30个工作日内办结。", Kind.PERIOD, None, "应当在30个工作日内办结"),
        ("有效期5年。", Kind.VALIDITY, None, "有效期5年"),
        ("2022年上半年完成摸底。", Kind.DEADLINE, "2022-06-30", "2022年上半年完成摸底"),
        ("2025年三季度末完成验收。", Kind.DEADLINE, "2025-09-30", "2025年三季度末完成验收"),
        ("2025年二季度前出台办法。", Kind.DEADLINE, "2025-03-31", "2025年二季度前出台办法"),
        ("2023年5月中旬前报送。", Kind.DEADLINE, "2023-05-20", "2023年5月中旬前报送"),
        ("力争2030年普及率达到90%。", Kind.TARGET, "2030-12-31", "力争2030年普及率达到90%"),
        ("2035年达到75%。", Kind.TARGET, "2035-12-31", "2035年达到75%"),
        ("每3～5年修订一次。", Kind.RECURRING, None, "每3～5年修订一次"),
        ("定期开展应急演练。", Kind.RECURRING, None, "定期开展应急演练"),
        ("逐年提高补助标准。", Kind.RECURRING, None, "逐年提高补助标准"),
        ("持续推进简政放权。", Kind.ONGOING, None, "持续推进简政放权"),
        ("常态化开展巡查。", Kind.ONGOING, None, "常态化开展巡查"),
        ("在24小时内上报。", Kind.PERIOD, None, "在24小时内上报"),
        ("提前5个工作日告知。", Kind.PERIOD, None, "提前5个工作日告知"),
        ("利用3至5年时间完成轮训。", Kind.PERIOD, None, "利用3至5年时间完成轮训"),
        ("档案保存期限不得少于10年。", Kind.PERIOD, None, "档案保存期限不得少于10年"),
        ("在迁出前申报登记。", Kind.DEADLINE, None, "在迁出前申报登记"),
        ("3.2021年底前出台细则。", Kind.DEADLINE, "2021-12-31", "2021年底前出台细则"),
        ("在规定时限内答复。", Kind.VAGUE, None, "在规定时限内答复"),
        ("有效期至2020年12月31日。", Kind.VALIDITY, "2020-12-31", "有效期至2020年12月31日"),
        (
            "本办法自2016年1月1日起施行。",
            Kind.EFFECTIVE,
            "2016-01-01",
            "本办法自2016年1月1日起施行",
        ),
        ("尽快出台。", Kind.VAGUE, None, "尽快出台"),
        ("及时向社会公布有关情况。", Kind.VAGUE, None, "及时向社会公布有关情况"),
        ("确保如期完成确权登记颁证,", Kind.VAGUE, None, "确保如期完成确权登记颁证"),
    ],
)
def test_a_deadline_has_a_kind_a_last_day_and_the_words_of_what_is_due(
    document_of: Callable[..., Document], sentence: str, kind: Kind, date: str | None, quote: str
) -> None:
    document = document_of(sentence)
    (found,) = deadlines.find(document)
    assert found.kind is kind
    assert found.date == (dt.date.fromisoformat(date) if date else None)
    assert found.year == (found.date.year if found.date else None)
    assert document.quote(found.span) == quote
    assert found.span.start <= found.term.start < found.term.end <= found.span.end


def test_the_plans_follow_each_other_by_five_years(document_of: Callable[..., Document]) -> None:
    years = {
        plan: next(deadlines.find(document_of(f"“{plan}”期间,加快发展。"))).year
        for plan in ("十二五", "十三五", "十四五", "十五五")
    }
    assert years == {"十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030}


def test_what_takes_effect_with_its_issue_is_dated_by_it(
    document_of: Callable[..., Document],
) -> None:
    document = document_of("本方案自印发之日起施行。", "closing", issued=dt.date(2018, 10, 15))
    (found,) = deadlines.find(document)
    assert (found.kind, found.date) == (Kind.EFFECTIVE, dt.date(2018, 10, 15))


@pytest.mark.parametrize(
    "sentence",
    [
        "对在我市城镇就业居住5年以上的农业转移人口,可申请落户。",
        "落实自治区三年生育过渡期政策。",
        "根据《2018年度落户工作方案》要求,",
        "全面贯彻落实党的十九大和十九届二中、三中全会精神。",
        "根据新政发〔2014〕68号要求,",
        "2010年7月31日以前参加综合保险,参保人发生住院的,按原资金渠道支付。",
        "2010年8月1日前享受综合保险待遇的,由原渠道支付。",
        "入学的适龄儿童应年满6周岁(2010年8月31日以前出生)。",
        "关于及时发放卫生防疫津贴。",
        "二OO四年八月十五日",
        "二〇一一年三月十一日",
        "近5年内获得国家发明专利:每获得1项积30分。",
        "持证人最近4年内累计36个月在本市缴纳职工社会保险费。",
        "在过去3年之内有共同承担科研项目的,应当回避。",
        # amounts, and what is known of the world
        "每人每月65元。",
        "按每生每学年8000元的标准补助。",
        "推动经济社会可持续发展。",
        "建立健全长期护理保险制度。",
        "短期内无人照料的老人,由社区帮扶。",
        "是否按时完成,由主管部门核实。",
        "不定期开展抽查。",
        # of permits, contracts and other acts
        "居住证有效期为1年。",
        "规范性文件有效期一般为5年。",
        "规范性文件应当自公布之日起30日后施行。",
        "根据2019年1月1日起施行的《个人所得税法》,",
        # of the world, of a title, of a law
        "2021年是建党100周年。",
        "2016年办理退休手续的人员,按原标准执行。",
    ],
)
def test_a_time_that_asks_for_nothing_is_no_deadline(
    document_of: Callable[..., Document], sentence: str
) -> None:
    assert not list(deadlines.find(document_of(sentence)))


def test_a_title_sets_no_deadline(document_of: Callable[..., Document]) -> None:
    assert not list(deadlines.find(document_of("关于2018年底前完成落户工作的通知", "title")))


class _Counting:
    """A pattern that counts the characters which it is given to look through."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self.characters = 0

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        self.characters += end - start
        return self._pattern.finditer(text, start, end)

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        self.characters += end - start
        return self._pattern.search(text, start, end)


def test_a_clause_of_many_terms_is_looked_through_once(
    document_of: Callable[..., Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = deadlines._evaluation()  # noqa: SLF001 - the work inside is the point
    looked = []
    for times in (100, 400):
        counting = _Counting(plain)
        monkeypatch.setattr(deadlines, "_evaluation", lambda counting=counting: counting)
        assert len(list(deadlines.find(document_of("到2020年" * times + "。")))) == times
        looked.append(counting.characters)
    assert looked[1] < 8 * looked[0]


def test_each_clause_has_its_own_time(document_of: Callable[..., Document]) -> None:
    """每年 governs the days of its sentence: none of them is of one year."""
    sentence = "县级政府应当每年3月底前报送目录,数据局应当于4月底前公布。"
    found = list(deadlines.find(document_of(sentence, issued=dt.date(2020, 2, 1))))
    assert [(each.kind, each.date) for each in found] == [
        (Kind.RECURRING, None),
        (Kind.RECURRING, None),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "1997年10月29日市政府印发的《办法》同时废止。",
        "2012年全市登记犬只100只。",
        "“十二五”时期,各项工作取得进展。",
        "截至2014年底,登记患者43万人。",
        "自2003年起村民多次感到震动。",
        "完成2000年前建成的老旧小区改造。",
        "1978年2月出生,2001年9月参加工作。",
    ],
)
def test_what_is_past_is_no_deadline(document_of: Callable[..., Document], sentence: str) -> None:
    assert not list(deadlines.find(document_of(sentence, issued=dt.date(2019, 5, 1))))


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("本办法自公布之日起30日后施行。", ["2018-11-14"]),
        ("本规定自印发之日起施行,有效期5年。", ["2018-10-15", "2023-10-14"]),
        ("本办法自2019年1月1日起施行,有效期至2023年12月31日。", ["2019-01-01", "2023-12-31"]),
        ("《某市管理办法》已经常务会议通过,现予公布,自2019年1月1日起施行。", ["2019-01-01"]),
        ("应当自本通知印发之日起3个月内出台方案。", ["2019-01-15"]),
    ],
)
def test_what_counts_from_the_issue_has_its_day(
    document_of: Callable[..., Document], sentence: str, dates: list[str]
) -> None:
    found = deadlines.find(document_of(sentence, issued=dt.date(2018, 10, 15)))
    assert [str(each.date) for each in found] == dates


def test_a_label_or_a_column_of_time_limits_holds_them(
    document_of: Callable[..., Document],
) -> None:
    (labelled,) = deadlines.find(document_of("完成时限:2021年12月底。"))
    assert (labelled.kind, str(labelled.date)) == (Kind.DEADLINE, "2021-12-31")
    text = "1\t健全体系\t持续推进"
    task = Column("任务", ColumnKind.TASK)
    cells = (Cell(task, 2, 6), Cell(Column("完成时限", ColumnKind.TERM), 7, 11))
    document = document_of(text, cells=cells)
    (listed,) = deadlines.find(document)
    assert (listed.kind, document.quote(listed.span)) == (Kind.ONGOING, "持续推进")


CASES = """某省人民政府关于加强管理的通知
某政〔2030〕5号
各市人民政府：
一、有下列情形之一的，不予处罚：
（一）24小时内及时报告的；
（二）责令改正后立即改正的。
二、申请单位应当符合下列条件：
（一）长期坚持规范经营。
三、单位应当履行下列义务：
（一）及时报告事故。
"""


def test_an_item_of_a_list_of_cases_or_criteria_asks_for_nothing() -> None:
    assert [each.where for each in read(CASES, "notice.txt").deadlines] == ["三（一）"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("会议召开后，省政府及时召开会议，传达了会议精神。", 0),  # a report
        ("各地要及时召开会议，为了落实会议精神制定方案。", 1),
        ("及时了解企业困难。", 1),
        ("其他地区为每年50万吨。", 0),  # a rate
        ("每年组织2次检查。", 1),
        ("每年12月底前报送。", 1),
    ],
)
def test_a_report_and_a_rate_set_no_time(
    document_of: Callable[..., Document], sentence: str, expected: int
) -> None:
    assert len(list(deadlines.find(document_of(sentence)))) == expected
