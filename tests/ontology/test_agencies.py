import pytest

from ontology import agencies


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


@pytest.mark.parametrize("name", ["魔法局", "", "公安"])
def test_what_is_not_registered_is_not_guessed(name: str) -> None:
    assert agencies.by_name(name) is None


def test_a_national_body_is_known_by_its_usual_name() -> None:
    found = agencies.by_national_name("人力资源社会保障部")
    assert found
    assert found.national[0] == "人力资源和社会保障部"


def test_successors_are_kinds_or_say_that_the_body_is_new() -> None:
    known = {*agencies.register(), "new"}
    for kind in agencies.register().values():
        assert set(kind.successors) <= known, kind.full


def test_every_row_says_whether_its_name_is_confirmed_and_names_the_source() -> None:
    for kind in agencies.register().values():
        assert kind.name_confirmed in {"y", "p", "n"}, kind.full
        assert kind.source or kind.name_confirmed == "n", kind.full


def test_names_hold_no_remarks() -> None:
    for kind in agencies.register().values():
        names = (kind.full, *kind.short, *kind.other, *kind.functional, *kind.national)
        assert not any(set(name) & set("()（）×→ ") for name in names), kind.full
