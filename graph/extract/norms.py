"""The deontic kind of a sentence: what must, must not, may or should be done.

Forms read::

    市统计局要规范统计                             obligation (but not 主要, 要求, 重要)
    不得强行要求进城落户农民转让                   prohibition
    可在现居住就业地申请落户                       permission (but not 可能, 许可)
    不受合法稳定住所等其他条件的限制               exemption
    鼓励个体工商户和自由职业者缴存                 recommendation
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.forms import Forms, compile_forms
from graph.grammar.sentences import sentences
from graph.model import Norm, NormKind, Place
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Document

_LOOKALIKE = "lookalike"
_SILENT = (Place.TITLE, Place.NOTICE)


@cache
def _cues() -> Forms:
    """All cue words together, so that a longer lookalike (主要) hides a cue in it (要)."""
    lookalikes = dict.fromkeys(lexicon.scheme("norm-lookalikes"), _LOOKALIKE)
    return compile_forms(lookalikes | dict(lexicon.scheme("norms")))


def find(document: Document) -> Iterator[Norm]:
    """Yield a norm for each deontic kind of each sentence, in the order of the text."""
    text = document.folded.text
    for passage in document.passages:
        if passage.where in _SILENT:
            continue
        for sentence in sentences(text, passage.start, passage.end):
            if text[sentence.start] in "（〔":
                continue
            cues = _cues().find(text, sentence.start, sentence.end)
            for kind in dict.fromkeys(key for key, _, _ in cues):
                if kind != _LOOKALIKE:
                    yield Norm(
                        where=passage.where,
                        work=passage.work,
                        span=document.folded.span(sentence.start, sentence.end),
                        rule=f"norm.{kind}",
                        kind=NormKind(kind),
                    )
