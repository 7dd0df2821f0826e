import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology import agencies

KINDS = st.sampled_from(sorted(agencies.register().values(), key=lambda kind: kind.key))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("公安局", "公安局"),
        ("发改委", "发展和改革委员会"),
        ("住建局", "住房和城乡建设局"),
        ("人社局", "人力资源和社会保障局"),
        ("国土资源局", "国土资源局"),
        ("卫计委", "卫生和计划生育委员会"),
        ("农业局", "农业局"),
        ("党委改革办", "党委全面深化改革委员会办公室"),
        ("财政部门", "财政局"),
        ("公安厅", "公安局"),
        ("人民政府", "人民政府"),
        ("审计局", "审计局"),
        ("统计局", "统计局"),
        ("教育局", "教育局"),
        ("民政局", "民政局"),
    ],
)
def test_the_bodies_of_the_sample_are_registered(name: str, kind: str) -> None:
    found = agencies.by_name(name)
    assert found
    assert found.full == kind


def test_a_body_of_the_past_keeps_its_own_name_when_a_body_of_today_bears_it_too() -> None:
    found = agencies.by_name("林业局")
    assert found
    assert (found.full, found.former) == ("林业局", True)


@pytest.mark.parametrize(
    ("name", "day", "kind"),
    [
        ("林业局", dt.date(2018, 10, 15), "林业局"),  # the reform has not reached the place
        ("林业局", dt.date(2022, 9, 2), "林业和草原局"),
        ("城乡建委", dt.date(2007, 1, 1), "建设局"),
        ("城乡建委", dt.date(2015, 8, 25), "住房和城乡建设局"),
        ("卫生部门", dt.date(2012, 8, 21), "卫生局"),
        ("卫生部门", dt.date(2017, 1, 1), "卫生和计划生育委员会"),
        ("卫生部门", dt.date(2024, 1, 1), "卫生健康委员会"),
        ("社会保障部门", dt.date(2004, 1, 1), "劳动和社会保障局"),
    ],
)
def test_a_name_that_outlived_its_body_means_the_one_of_the_day(
    name: str, day: dt.date, kind: str
) -> None:
    found = agencies.by_name(name, day)
    assert found
    assert found.full == kind


def test_a_name_of_several_times_means_nothing_without_a_day() -> None:
    assert agencies.by_name("卫生部门") is None
    assert len(agencies.bearers("卫生部门")) == 3


@given(KINDS)
def test_no_other_kind_bears_a_name_at_the_same_time(kind: agencies.AgencyKind) -> None:
    for name in kind.local_names:
        for other in agencies.bearers(name):
            apart = other.valid_until and other.valid_until <= (kind.valid_from or "0")
            apart = apart or (kind.valid_until and kind.valid_until <= (other.valid_from or "0"))
            assert other == kind or apart, name


@pytest.mark.parametrize(
    ("level", "names"),
    [
        ("国", ("公安部", "公安部")),
        ("省", ("公安厅", "公安厅")),
        ("市", ("公安局", "公安局")),
        ("县", ("公安局", "公安局")),
    ],
)
def test_a_kind_has_its_name_at_each_level(level: str, names: tuple[str, str]) -> None:
    kind = agencies.by_full_name("公安局")
    assert kind
    assert agencies.name_at(kind, level) == names


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("教育体育局", ["教育局", "体育局"]),
        ("文化广电新闻出版局", ["文化局", "新闻出版广电局"]),
        ("国土房管局", ["国土资源局", "住房保障和房屋管理局"]),
        ("教育局", []),
    ],
)
def test_a_joint_office_is_told_by_its_name(name: str, kinds: list[str]) -> None:
    assert [kind.full for kind in agencies.joint(name)] == kinds


def test_a_joint_office_bears_a_name_of_the_first_of_its_kinds() -> None:
    for kind in agencies.register().values():
        for name in agencies.joint_names(kind):
            assert agencies.joint(name)[0] in agencies.bearers(name), name


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("税务局", "垂直管理"),
        ("海关", "垂直管理"),
        ("人行", "垂直管理"),
        ("银保监局", "垂直管理"),
        ("公安局", "政府部门"),
        ("编办", "党委部门"),
        ("妇联", "群团"),
    ],
)
def test_the_sort_tells_who_manages_a_body(name: str, sort: str) -> None:
    found = agencies.by_name(name)
    assert found
    assert found.sort == sort


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("户籍制度改革工作领导小组", "议事协调机构"),
        ("户籍制度改革工作领导小组办公室", "议事协调机构办公室"),
        ("枣山园区", "开发区管理委员会"),
        ("第二师", "兵团师（市）"),
        ("出租汽车行业协会", "社会组织"),
    ],
)
def test_a_body_of_its_own_is_of_a_class_by_its_ending(name: str, kind: str) -> None:
    found = agencies.by_ending(name)
    assert found
    assert found.full == kind


@pytest.mark.parametrize("name", ["魔法局", "", "公安"])
def test_what_is_not_registered_is_not_guessed(name: str) -> None:
    assert agencies.by_name(name) is None


def test_a_national_body_is_known_by_its_usual_name() -> None:
    found = agencies.by_national_name("人力资源社会保障部")
    assert found
    assert found.national[0] == "人力资源和社会保障部"


def test_every_row_says_whether_its_name_is_confirmed_and_names_the_source() -> None:
    for kind in agencies.register().values():
        assert kind.confirmed in {"y", "p", "n"}, kind.full
        assert kind.source, kind.full
        assert (kind.confirmed == "n") == kind.source.startswith("推断"), kind.full


def test_names_hold_no_remarks() -> None:
    for kind in agencies.register().values():
        for name in (*kind.local_names, *kind.national):
            plain = re.sub("（.）", "", name)  # 村（居）民委员会
            assert not set(plain) & set("()（）×→ "), name
