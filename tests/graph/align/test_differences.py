import pytest

from graph.align.differences import Difference, Mark, differences
from graph.model import Provision, Reading
from tests.graph.chain import read


def provision(reading: Reading, label: str) -> Provision:
    return next(p for p in reading.document.provisions if p.label == label)


@pytest.fixture(scope="module")
def found(province: Reading, nation: Reading) -> tuple[Difference, ...]:
    return differences(
        province.document,
        provision(province, "三（四）"),
        nation.document,
        provision(nation, "二（六）"),
    )


def test_insertions_and_deletions_are_marked(
    found: tuple[Difference, ...], province: Reading, nation: Reading
) -> None:
    inserted = [province.document.quote(d.child) for d in found if d.child and not d.parent]
    deleted = [nation.document.quote(d.parent) for d in found if d.parent and not d.child]
    assert "要尽快出台。残疾人可以凭证免费乘坐城市公共汽车。（省" in inserted
    assert "确保在2031年底前出台。（" in deleted


def test_both_texts_can_be_read_from_the_stretches(
    found: tuple[Difference, ...], province: Reading, nation: Reading
) -> None:
    ours = "".join(province.document.quote(d.child) for d in found if d.child)
    theirs = "".join(nation.document.quote(d.parent) for d in found if d.parent)
    assert ours == province.document.quote(provision(province, "三（四）").own[0]).strip()
    assert theirs == nation.document.quote(provision(nation, "二（六）").own[0]).strip()


def test_a_number_is_one_word(found: tuple[Difference, ...], nation: Reading) -> None:
    deleted = [
        nation.document.quote(d.parent) for d in found if d.mark is Mark.DELETED and d.parent
    ]
    assert any("2031年" in words for words in deleted)


@pytest.mark.parametrize(
    ("parent", "child", "equal"),
    [
        # 推进 is in both by chance
        (
            "一、原则\n统筹推进户籍改革，优先解决存量人口进城落户。",
            "一、原则\n坚持以人为本推进各项工作，切实维护群众合法权益。",
            ["一、原则", "。"],
        ),
        # 十八 and 十九 are one word each, as numbers in digits are
        (
            "一、原则\n全面贯彻党的十八大和十八届三中全会精神。",
            "一、原则\n全面贯彻党的十九大和十九届三中全会精神。",
            ["一、原则\n全面贯彻党的", "大和", "届三中全会精神。"],
        ),
    ],
)
def test_what_two_texts_share_by_chance_counts_as_changed(
    parent: str, child: str, equal: list[str]
) -> None:
    old, new = (read(f"某市人民政府关于测试的意见\n{text}\n", "x.txt") for text in (parent, child))
    found = differences(new.document, provision(new, "一"), old.document, provision(old, "一"))
    shared = [old.document.quote(d.parent) for d in found if d.mark is Mark.EQUAL and d.parent]
    assert shared == equal


def test_a_clause_does_not_differ_from_itself(nation: Reading) -> None:
    own = provision(nation, "二（三）")
    found = differences(nation.document, own, nation.document, own)
    assert [d.mark for d in found] == [Mark.EQUAL]
