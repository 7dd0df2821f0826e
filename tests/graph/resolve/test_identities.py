from graph.resolve import counterparts
from ontology import agencies


def test_the_line_of_a_kind_goes_up_to_the_ministry() -> None:
    kind = agencies.by_name("卫健委")
    assert kind
    assert [body.name for body in counterparts(kind, "652801")] == [
        "库尔勒市卫生健康委员会",
        "巴音郭楞蒙古自治州卫生健康委员会",
        "新疆维吾尔自治区卫生健康委员会",
        "国家卫生健康委员会",
    ]


def test_a_kind_without_a_ministry_ends_at_the_province() -> None:
    kind = agencies.by_name("城管局")
    assert kind
    assert [body.division for body in counterparts(kind, "652801")] == [
        "652801",
        "652800",
        "650000",
    ]
