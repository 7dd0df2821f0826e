"""Reviews when other text is put in: what was reviewed is held, not where the file has it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph import iri, pipeline
from graph.alignments import Shelf
from graph.answers.responsibility import responsibility
from graph.answers.reviewed import reviewed
from graph.answers.show import show
from graph.check import check_store
from graph.references import find_reference
from graph.reviewing import review, statements
from graph.reviews.recorded import Verdict, record, reviews
from tests.graph.chain import PROVINCE, alignment, decide, read

if TYPE_CHECKING:
    from graph.answers.reviewed import Reviewed
    from graph.store import Store

PROVINCE_IRI = iri.numbered("云政办发〔2030〕18号")
LEADS = f"{PROVINCE_IRI}/annex/1/三/（一）/responsibility/1"
NORM = f"{PROVINCE_IRI}/annex/1/三/（四）/norm/1"
MEALS = ("云政办发〔2030〕18号 三（二）", "国办发〔2030〕5号 二（四）")
ABOVE = PROVINCE.replace("制定本方案。\n", "制定本方案。\n\n各地要高度重视，抓好落实。\n", 1)


def add(store: Store, text: str) -> None:
    pipeline.add(store, read(text, "province.txt"))


def now(store: Store, finding: str, text: str) -> Reviewed:
    """What is listed of the review of a finding, with words that the text has where it says."""
    (found,) = (each for each in reviewed(store) if each.iri == finding)
    if found.applies == "yes":
        assert text[found.start : found.end] == found.quote
    return found


def statuses(store: Store, clause: str) -> dict[str, str]:
    told = show(store, find_reference(store, f"云政办发〔2030〕18号 {clause}"))
    return {t.iri.rpartition("三/")[2]: t.status for t in told if t.status}


def current(store: Store) -> dict[str, bytes]:
    """What the store says now, without the versions that it keeps of replaced texts."""
    return {graph: store.ntriples(graph) for graph in store.graphs() if not iri.is_version(graph)}


def test_text_put_in_above_moves_the_offsets_and_nothing_else(store: Store) -> None:
    made = [
        decide(store, LEADS, Verdict.REJECTED, note="误读"),
        decide(store, NORM, Verdict.ACCEPTED),
        decide(store, alignment(store, *MEALS), Verdict.ACCEPTED),
    ]
    review(store, made, "王某")
    before, graphs = reviewed(store), current(store)
    add(store, ABOVE)
    after = {each.iri: each for each in reviewed(store)}
    moved = len(ABOVE) - len(PROVINCE)
    assert moved > 0
    for was in before:
        here = now(store, was.iri, ABOVE)
        assert here == replace(was, start=was.start + moved, end=was.end + moved)
    assert {each.applies for each in after.values()} == {"yes"}
    assert LEADS not in {duty.iri for duty in responsibility(store, None)}
    assert check_store(store).conforms
    add(store, PROVINCE)
    assert current(store) == graphs


def test_another_word_in_what_was_reviewed_makes_it_suspect(store: Store) -> None:
    review(store, [decide(store, NORM, Verdict.ACCEPTED)])
    changed = ABOVE.replace("具体办法要尽快出台", "具体办法要抓紧出台")
    assert changed != ABOVE
    add(store, changed)
    here = now(store, NORM, changed)
    assert (here.applies, here.status) == ("changed", "suspect")
    add(store, ABOVE)
    assert now(store, NORM, ABOVE).applies == "yes"


def test_the_same_sentence_put_in_before_it_is_no_reason_to_guess(store: Store) -> None:
    review(store, [decide(store, LEADS, Verdict.ACCEPTED)])
    twice = PROVINCE.replace("在我省连续居住满三年", "（省民政厅牵头）在我省连续居住满三年", 1)
    add(store, twice)
    assert now(store, LEADS, twice).applies == "changed"
    duties = {at: s for at, s in statuses(store, "三（一）").items() if "responsibility" in at}
    assert set(duties.values()) == {"suspect"}


def test_the_same_sentence_in_another_provision_changes_nothing(store: Store) -> None:
    review(store, [decide(store, LEADS, Verdict.ACCEPTED)])
    elsewhere = PROVINCE.replace("（省审计厅牵头）", "（省民政厅牵头）").replace(
        "坚持政府引导", "（省民政厅牵头）坚持政府引导"
    )
    add(store, elsewhere)
    assert now(store, LEADS, elsewhere).applies == "yes"


def test_a_decision_made_before_text_was_put_in_is_found_again(store: Store) -> None:
    made = decide(store, LEADS, Verdict.REJECTED)
    add(store, ABOVE)
    done = review(store, [made])
    assert done.refused == ()
    (there,) = done.recorded
    assert there.start > made.start
    assert ABOVE[there.start : there.end] == made.quote
    assert now(store, LEADS, ABOVE).applies == "yes"


def test_a_decision_whose_words_are_not_those_of_the_statement_is_refused(store: Store) -> None:
    made = decide(store, LEADS, Verdict.REJECTED)
    for wrong in (
        replace(made, quote="（省财政厅牵头）"),
        replace(made, end=made.end + 1),
        replace(made, start=made.start - 1),
    ):
        done = review(store, [wrong])
        assert (done.recorded, len(done.refused)) == ((), 1)


def test_a_review_from_before_holds_and_is_recorded_anew(store: Store) -> None:
    made = decide(store, LEADS, Verdict.REJECTED)
    review(store, [made])
    (there,) = reviews(store)
    known = former(store, LEADS)
    assert known != there.statement
    record(store, [replace(there, statement=known)], {there.iri})
    add(store, PROVINCE)
    assert reviews(store) == (there,)
    assert now(store, LEADS, PROVINCE).applies == "yes"


def former(store: Store, finding: str) -> str:
    """The fingerprint that the finding had while it held the offsets."""
    return statements(store, Shelf(store, pipeline.read_all), PROVINCE_IRI)[finding].former
