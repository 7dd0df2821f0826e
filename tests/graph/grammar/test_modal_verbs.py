import pytest

from graph.grammar import modal_verbs


@pytest.mark.parametrize(
    "text",
    [
        "应征求意见",
        "应办理登记",
        "应尽快完成",
        "应发布公告",
        "可行使权利",
        "可依法申请",
        "要科学规划",
    ],
)
def test_a_modal_word_and_its_verb_are_no_other_word(text: str) -> None:
    assert modal_verbs.begins(text, 0)


@pytest.mark.parametrize(
    "text",
    [
        "应征入伍",
        "应办尽办",
        "应尽义务",
        "应发工资",
        "可行性研究",
        "可依循",
        "要科室",
        "应收账款",
        "应有的作用",
    ],
)
def test_the_other_word_stays_what_it_is(text: str) -> None:
    assert not modal_verbs.begins(text, 0)
