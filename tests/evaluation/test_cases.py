import pytest

from tests.evaluation.cases import Case, cases, wrong

CASES = cases()


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=case.id,
            marks=[pytest.mark.xfail(strict=True, reason=case.not_yet)] if case.not_yet else [],
        )
        for case in CASES
    ],
)
def test_a_case_is_read_as_a_careful_reader_reads_it(case: Case) -> None:
    assert wrong(case) == [], case.says


def test_a_quarter_of_the_cases_are_lookalikes() -> None:
    assert 4 * sum(case.lookalike for case in CASES) >= len(CASES)


def test_every_case_says_something_of_its_reading() -> None:
    assert [case.id for case in CASES if not (case.has or case.has_not)] == []


def test_a_statement_that_does_not_hold_is_told() -> None:
    text = "某市人民政府办公室关于做好有关工作的通知\n一、加强管理。由市财政局负责。\n"
    no, yes = (
        {"list": "responsibilities", "match": {"as_written": name}}
        for name in ("市教育局", "市财政局")
    )
    (lacks, has) = wrong(Case("x-1", "", lookalike=False, text=text, has=(no,), has_not=(yes,)))
    assert lacks.startswith("lacks")
    assert has.startswith("has")
