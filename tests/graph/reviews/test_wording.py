from __future__ import annotations

from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from graph.reviews.wording import Passage, Wording
from graph.store.terms import Iri
from ontology import names

TEXT: Final = "序言甲。一、甲乙甲甲。二、甲丙。附则甲。"
ONE, TWO = "id/一", "id/二"
NODE: Final = "id/text"


def graph(text: str, *own: tuple[str, int, int]) -> dict[str, dict[str, list[str | int | Iri]]]:
    said: dict[str, dict[str, list[str | int | Iri]]] = {NODE: {names.cnt_chars: [text]}}
    for provision, start, end in own:
        at = f"{NODE}#{start},{end}"
        said.setdefault(
            provision,
            {names.rdf_type: [Iri(names.eli_LegalResourceSubdivision)], names.zm_evidence: []},
        )[names.zm_evidence].append(Iri(at))
        said[at] = {names.oa_hasSelector: [Iri(f"{at}/s")], names.oa_hasSource: [Iri(NODE)]}
        said[f"{at}/s"] = {
            names.oa_start: [start],
            names.oa_end: [end],
            names.oa_exact: [text[start:end]],
        }
    return said


def place(at: int, quote: str, *own: tuple[str, int, int], text: str = TEXT) -> str:
    assert text.startswith(quote, at)
    return Wording(graph(text, *own)).place(Passage(at, at + len(quote), quote, NODE))


OWN: Final = ((ONE, 4, 11), (TWO, 11, 16))


def test_words_are_counted_in_the_provision_that_has_them() -> None:
    assert [place(at, "甲", *OWN) for at in (6, 8, 9)] == [f"{ONE} {n}/3" for n in (1, 2, 3)]
    assert place(13, "甲", *OWN) == f"{TWO} 1/1"


def test_words_of_no_provision_are_counted_between_two() -> None:
    assert place(2, "甲", *OWN) == " 1/1"
    assert place(18, "甲", *OWN) == " 1/1"
    assert place(2, "甲") == " 1/6"


def test_a_provision_in_several_stretches_is_one() -> None:
    own = ((ONE, 4, 7), (TWO, 7, 9), (ONE, 9, 11))
    assert place(9, "甲", *own) == f"{ONE} 2/2"
    assert place(8, "甲", *own) == f"{TWO} 1/1"


def test_words_may_overlap_and_end_behind_their_stretch() -> None:
    assert place(1, "甲甲", (ONE, 0, 4), text="甲甲甲甲") == f"{ONE} 2/3"
    assert place(2, "甲甲", (ONE, 0, 3), text="甲甲甲甲") == f"{ONE} 3/3"


def test_a_text_that_is_not_in_the_graph_has_no_occurrences() -> None:
    said = graph(TEXT, *OWN)
    del said[NODE]
    assert Wording(said).place(Passage(6, 7, "甲", NODE)) == f"{ONE} 0/0"


@given(st.text("甲乙", min_size=1, max_size=12), st.data())
def test_each_occurrence_has_a_number_of_its_own(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    quote = text[start : data.draw(st.integers(start + 1, len(text)))]
    every = [at for at in range(len(text)) if text.startswith(quote, at)]
    places = [place(at, quote, (ONE, 0, len(text)), text=text) for at in every]
    assert places == [f"{ONE} {n}/{len(every)}" for n in range(1, len(every) + 1)]


@given(st.text("甲乙\n", max_size=8), st.text("甲乙\n", max_size=8))
def test_what_is_put_in_elsewhere_changes_no_place(above: str, below: str) -> None:
    text = f"{above}{TEXT}{below}"
    own = [(provision, start + len(above), end + len(above)) for provision, start, end in OWN]
    assert place(8 + len(above), "甲", *own, text=text) == place(8, "甲", *OWN)
