from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph.extract import deadlines
from graph.model import DeadlineKind as Kind

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
