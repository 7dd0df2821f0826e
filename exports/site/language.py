"""What the pages say themselves, in one language. The words of the sources stay Chinese."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from exports.labels import label, value_label
from exports.network import relation_label
from exports.page.appearance import LINES
from exports.page.data import standing_label, words_data
from graph.model import NormKind
from ontology import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ontology.lexicon import Lang

_NORMS: Final = frozenset(NormKind)
_CHINESE: Final = re.compile(r"([“（《]*[\u4e00-\u9fff][\u4e00-\u9fff，。、；：“”（）《》〔〕]*)")
_BOTH: Final = " / "  # between the Chinese and the English of a message that has both


class Language:
    """The words of one language, as templates ask for them."""

    def __init__(self, code: Lang = "zh") -> None:
        """Take ``zh`` or ``en``."""
        self.code: Lang = code

    @property
    def tag(self) -> str:
        """The language of a page (BCP 47)."""
        return "zh-CN" if self.code == "zh" else "en"

    @cached_property
    def _groups(self) -> Mapping[str, Mapping[str, str]]:
        return words_data()[self.code]

    def word(self, key: str) -> str:
        """Return a word that the interactive page says too."""
        return label(f"page.{key}", self.code)

    def site(self, key: str, **values: object) -> str:
        """Return a word of the static pages, with values in its places."""
        return label(f"site.{key}", self.code).format(**values)

    def raw(self, key: str) -> str:
        """Return a word of the static pages as it is, with places for values."""
        return label(f"site.{key}", self.code)

    def label(self, key: str) -> str:
        """Return what a field or a kind is called."""
        return label(key, self.code)

    def value(self, field: str, value: str) -> str:
        """Return what a coded value of a field is called."""
        return value_label(field, value, self.code)

    def relation(self, key: str) -> str:
        """Return what a relation or a role is called."""
        return relation_label(key, self.code)

    def standing(self, status: str) -> str:
        """Return what it is called how far a finding can be relied on."""
        return standing_label(status, self.code)

    def concept(self, scheme: str, key: str) -> str:
        """Return what a concept of a scheme is called."""
        return lexicon.label(scheme, key, self.code)

    def term(self, group: str, key: str) -> str:
        """Return what a code is called among the words of the interactive page."""
        return self._groups[group].get(key, key)

    def heading(self, key: str) -> str:
        """Return what a section is called: after a role, a norm, a relation or a kind."""
        if key in LINES:
            return self.relation(key)
        return self.value("kind", key) if key in _NORMS else self.label(key)

    def message(self, text: str) -> str:
        """Return the part of a message in two languages that is in this one.

        >>> Language("en").message("未收录 / is not held")
        'is not held'
        """
        zh, both, en = text.partition(_BOTH)
        return (zh if self.code == "zh" else en) if both else text

    def pieces(self, text: str) -> list[tuple[str, str]]:
        """Return a text cut where Chinese words begin and end, each with its language.

        The language is empty where it is that of the page.

        >>> Language("en").pieces("both concern 公安局, funding")
        [('both concern ', ''), ('公安局', 'zh-CN'), (', funding', '')]
        """
        if self.code == "zh":
            return [(text, "")]
        cut = [piece for piece in _CHINESE.split(text) if piece]
        return [(piece, "zh-CN" if _CHINESE.fullmatch(piece) else "") for piece in cut]

    def list(self, *items: str) -> str:
        """Return items beside each other."""
        return lexicon.BETWEEN[self.code].join(filter(None, items))
