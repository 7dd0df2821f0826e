"""What a letter says of the document of which it hands on the revised text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extract import citations
from graph.model import Relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

CITES, AMENDS, FORWARDS = Relation.CITES, Relation.AMENDS, Relation.FORWARDS


def related(document: Document) -> list[tuple[str | None, Relation]]:
    return [(c.title, c.relation) for c in citations.find(document, frozenset())]


def test_who_hands_on_what_he_revised_amends_it(document_of: Callable[..., Document]) -> None:
    for sentence in (
        "省财政厅会同省教育厅重新修订了《甲办法》。现将修订后的文件印发给你们。",
        "财政部、水利部对《甲办法》进行了修订，现印发给你们，请遵照执行。",
    ):
        assert related(document_of(sentence, "notice")) == [("甲办法", AMENDS)]
    for sentence in (
        "省财政厅修订了《甲办法》。请各地做好衔接。",
        "财政部对《甲办法》进行了修订，请各地学习。",
    ):
        assert related(document_of(sentence, "notice")) == [("甲办法", CITES)]


def test_by_its_name_alone_the_new_text_is_handed_on(document_of: Callable[..., Document]) -> None:
    title = "某市水务局关于印发供水办法的通知"
    letter = "我局对《供水办法》{}进行了修订，现印发给你们。"
    by_name = document_of(letter.format(""), "notice", title=title)
    by_number = document_of(letter.format("（水发〔2015〕3号）"), "notice", title=title)
    assert related(by_name) == [("供水办法", FORWARDS)]
    assert related(by_number) == [("供水办法", AMENDS)]
