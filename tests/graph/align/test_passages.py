from graph.align import prepare
from graph.model import Reading


def test_a_clause_is_what_has_words_of_its_own(nation: Reading) -> None:
    labels = [clause.label for clause in prepare(nation).clauses]
    assert labels == [
        "一（一）",
        "一（二）",
        "二（三）",
        "二（四）",
        "二（五）",
        "二（六）",
        "二（七）",
        "三（八）",
    ]


def test_neither_label_nor_responsibility_tail_is_part_of_the_words(nation: Reading) -> None:
    clause = prepare(nation).clauses[2]
    words = "".join(sentence.masked.text for sentence in clause.sentences)
    assert words.startswith("放宽公办养老机构入住条件")
    assert "民政部" not in words


def test_a_clause_knows_the_heading_above_it(nation: Reading) -> None:
    assert prepare(nation).clauses[2].section == "重点任务"


def test_a_clause_names_groups_agencies_and_functions(nation: Reading) -> None:
    audit = prepare(nation).clauses[-1]
    assert {"agencies:审计局", "clause-functions:audit"} <= audit.concepts


def test_only_the_first_sentence_can_be_a_heading(nation: Reading) -> None:
    clause = prepare(nation).clauses[3]
    assert [sentence.heading for sentence in clause.sentences] == [True, False, False]
