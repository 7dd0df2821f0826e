import hashlib

import pytest

from graph.align import align
from graph.align.comparison import Comparison, Direction
from graph.model import Reading, SourceText
from graph.pipeline import read_text

FRAME = """{place}养老服务办法
{number}
第一条 为促进养老服务业发展，根据有关法律法规，制定本办法。
第二条 {clause}
第三条 民政部门建立养老机构信用评价制度，公布评价结果。
"""


def read(place: str, number: str, clause: str) -> Reading:
    text = FRAME.format(place=place, number=number, clause=clause)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return read_text(SourceText(text, "t.txt", "text/plain", "utf-8", digest))


def against(child: str, parent: str) -> Comparison:
    return align(
        read("河口市", "河府规〔2031〕4号", child), read("云山省", "云府规〔2030〕2号", parent)
    )


def directions(child: str, parent: str) -> list[tuple[str, Direction]]:
    alignments = against(child, parent).alignments
    alignment = next(each for each in alignments if each.child == "第二条")
    return [(each.kind, each.direction) for each in alignment.parameters]


@pytest.mark.parametrize(
    ("child", "parent", "expected"),
    [
        # a floor that a person must reach
        ("老年人连续居住满三年可以申请入住", "老年人连续居住满五年可以申请入住", Direction.RELAXED),
        (
            "老年人连续居住满六年可以申请入住",
            "老年人连续居住满五年可以申请入住",
            Direction.TIGHTENED,
        ),
        ("老年人连续居住满五年可以申请入住", "老年人连续居住满五年可以申请入住", Direction.SAME),
        # the same in other words
        (
            "在本市居住并办理暂住登记满半年的老年人可以申请入住",
            "到其他城市居住半年以上的老年人可以申请入住",
            Direction.SAME,
        ),
        # a cap on what an office may ask for
        ("入住对居住年限的要求不得超过2年", "入住对居住年限的要求不得超过5年", Direction.RELAXED),
        ("入住对居住年限的要求不得超过3年", "入住对居住年限的要求不得超过2年", Direction.TIGHTENED),
        # what is asked against what may be asked
        ("老年人入住须居住满一年", "老年人入住对居住年限的要求不得超过3年", Direction.RELAXED),
        # what is granted
        ("每月发放护理补贴不低于500元", "每月发放护理补贴不低于300元", Direction.RELAXED),
        ("每月发放护理补贴不低于200元", "每月发放护理补贴不低于300元", Direction.TIGHTENED),
        # a limit whose purpose does not show
        ("每间居室不超过3人", "每间居室不超过4人", Direction.NOT_COMPARABLE),
    ],
)
def test_a_measure_is_looser_or_stricter_for_the_citizen(
    child: str, parent: str, expected: Direction
) -> None:
    assert directions(f"{child}。", f"{parent}。") == [("condition", expected)]


def test_of_several_caps_those_of_one_value_belong_together() -> None:
    child = "大城市对居住年限的要求不得超过5年。"
    parent = "中等城市对居住年限的要求不得超过3年，大城市对居住年限的要求不得超过5年。"
    assert ("condition", Direction.SAME) in directions(child, parent)
    assert ("condition", Direction.TIGHTENED) not in directions(child, parent)


def test_a_floor_that_the_parent_does_not_know_is_stricter() -> None:
    child = "老年人连续居住满三年的，可以申请入住公办养老机构。"
    parent = "老年人可以申请入住公办养老机构。"
    assert directions(child, parent) == [("condition", Direction.TIGHTENED)]


@pytest.mark.parametrize(
    ("child", "parent", "expected"),
    [
        ("配偶、子女、父母", "配偶、未成年子女、父母", Direction.RELAXED),
        ("配偶、未成年子女", "配偶、子女", Direction.TIGHTENED),
        ("配偶、子女", "配偶、子女、父母、亲属", Direction.TIGHTENED),
        ("配偶、子女和夫妻双方父母", "配偶、子女、父母", Direction.RELAXED),
        ("配偶、子女", "子女和配偶", Direction.SAME),
        ("配偶、父母", "配偶、子女", Direction.NOT_COMPARABLE),
    ],
)
def test_a_family_is_as_wide_as_its_members(child: str, parent: str, expected: Direction) -> None:
    frame = "老年人本人及其共同居住生活的{}可以申请登记入住。"
    assert directions(frame.format(child), frame.format(parent)) == [("family", expected)]


def test_an_exemption_that_the_parent_does_not_know_is_looser() -> None:
    child = "老年人可以申请入住养老机构，不受户籍、收入等条件的限制。"
    parent = "老年人可以申请入住养老机构。"
    assert directions(child, parent) == [("exemption", Direction.RELAXED)]


def test_a_word_of_ease_that_is_gone_is_stricter() -> None:
    child = "落实护理保险基金提取用于购买服务的政策。"
    parent = "落实放宽护理保险基金提取条件等政策。"
    assert directions(child, parent) == [("easing", Direction.TIGHTENED)]


@pytest.mark.parametrize(
    ("child", "parent", "expected"),
    [
        ("2034年底前", "2033年底前", Direction.DUTY_WEAKER),
        ("2032年底前", "2033年底前", Direction.DUTY_STRONGER),
        ("2033年底前", "2033年底前", Direction.SAME),
        ("尽快", "2033年底前", Direction.DUTY_WEAKER),
    ],
)
def test_a_date_binds_offices(child: str, parent: str, expected: Direction) -> None:
    frame = "民政部门应当{}出台养老机构分级收费的具体办法。"
    assert directions(frame.format(child), frame.format(parent)) == [("deadline", expected)]


def test_a_date_that_is_gone_is_dropped() -> None:
    child = "民政部门应当出台养老机构分级收费的具体办法。"
    parent = "民政部门应当2031年底前出台养老机构分级收费的具体办法。"
    assert directions(child, parent) == [("deadline", Direction.DROPPED)]


def test_a_target_of_another_value_is_not_judged() -> None:
    child = "养老机构护理床位占比提高到60%。"
    parent = "养老机构护理床位占比提高到55%。"
    assert directions(child, parent) == [("target", Direction.NOT_COMPARABLE)]
