from graph.align import prepare
from graph.align.sentence_likeness import likeness, own_sentences
from graph.align.similarity import weights
from tests.graph.chain import read

HEAD = "某市落户办法\n某市政发〔2031〕2号\n各区人民政府：\n"
MOVE = "在建制镇有合法稳定住所的人员及其配偶可以申请登记常住户口。"
FEES = "学校不得在规定项目之外向随迁子女收取任何费用。"


def table(ours: str, theirs: str) -> list[list[float]]:
    child, parent = (prepare(read(HEAD + text, "text.txt")).clauses for text in (ours, theirs))
    return likeness(child, parent, weights((*child, *parent)))


def test_a_merged_clause_holds_the_sentences_of_both_parents() -> None:
    (merged,) = table(f"一、{MOVE}{FEES}\n", f"一、{MOVE}\n二、{FEES}\n")
    assert min(merged) > 0.3


def test_a_parted_clause_is_held_by_its_parent() -> None:
    parted = table(f"一、{MOVE}\n二、{FEES}\n", f"一、{MOVE}{FEES}\n")
    assert min(line[0] for line in parted) > 0.3


def test_other_sentences_are_not_alike() -> None:
    assert table(f"一、{MOVE}\n", f"一、{FEES}\n")[0][0] < 0.02


def test_a_sentence_that_two_clauses_hold_is_of_neither_alone() -> None:
    child, parent = (
        prepare(read(HEAD + text, "text.txt")).clauses
        for text in (f"一、{MOVE}\n二、{MOVE}\n三、{FEES}\n", f"一、{MOVE}\n二、{FEES}\n")
    )
    found = own_sentences(child, parent, weights((*child, *parent)))
    assert found[0][0] == found[1][0] == 0
    assert found[2][1] > 0.3
