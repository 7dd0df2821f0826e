"""A value whose case only the heading of its clause names."""

import hashlib

import pytest

from graph.align import align
from graph.align.comparison import Direction
from graph.model import Reading, SourceText
from graph.pipeline import read_text

PLAN = """{place}人民政府关于户籍制度改革的实施意见
{number}
一、户口迁移政策
（一）{heading}。{words}
（二）建立居住证制度。居住证持有人享有公共服务。
"""


def read(place: str, number: str, heading: str, words: str) -> Reading:
    text = PLAN.format(place=place, number=number, heading=heading, words=words)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return read_text(SourceText(text, "t.txt", "text/plain", "utf-8", digest))


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("合理确定大城市落户条件", "合理确定中等城市落户条件", Direction.NOT_COMPARABLE),
        ("合理确定中等城市落户条件", "合理确定中等城市落户条件", Direction.RELAXED),
        ("合理确定大中城市落户条件", "合理确定中等城市落户条件", Direction.RELAXED),
        ("合理确定落户条件", "合理确定中等城市落户条件", Direction.RELAXED),
    ],
)
def test_a_heading_names_the_case_of_a_value(ours: str, theirs: str, expected: Direction) -> None:
    words = "落户条件中对参加城镇社会保险年限的要求不得超过{}年。"
    compared = align(
        read("河口市", "河政发〔2031〕4号", ours, words.format(2)),
        read("云山省", "云政发〔2030〕2号", theirs, words.format(3)),
    )
    (alignment,) = (each for each in compared.alignments if each.child == "一（一）")
    assert [each.direction for each in alignment.parameters if each.kind == "condition"] == [
        expected
    ]
