from __future__ import annotations

import pytest

from graph.grammar.quantities import find_quantities


def values(text: str) -> list[tuple[float, str]]:
    return [(q.value, q.unit) for q in find_quantities(text, 0, len(text), bare=True)]


@pytest.mark.parametrize(
    ("sentence", "counter"),
    [
        # part of a title or of a name
        ("制定《安置房三期工作方案》，", "制定安置方案三项，"),
        ("巩固“三带、九片”格局，", "实现“三年达到9%以上”，"),
        ('写好金融"五篇"大文章，', "写好金融文章五篇，"),
        # which part of a work, and not how many
        ("争取港口码头三期及配套区域，", "举办三期及以上培训班，"),
        ("加快厂区二期工程，", "每年开展二期以上工程师培训，"),
        # the step of a rate
        ("每增加1个百分点，加0.1分，", "增加1个百分点，"),
        ("每提高5%，", "每年提高5%，"),
        # a unit that no scheme has
        ("完成不少于60个半天的跟师学习，", "完成不少于60个学时的跟师学习，"),
    ],
)
def test_a_number_in_a_name_or_a_step_measures_nothing(sentence: str, counter: str) -> None:
    assert values(sentence)[:1] in ([], [(0.1, "分")])
    assert values(counter)


def test_the_number_of_an_item_is_no_part_of_an_age() -> None:
    assert values("符合条件之一的：\n1.80周岁及以上的；") == []
    assert values("符合条件之一的：\n80周岁及以上的；") == [(80, "周岁")]
