"""A lineage drawn as a tree: what each hop is, where it arrives, and the words that state it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from rich.tree import Tree

from exports.answers import harmless
from exports.labels import label, value_label
from graph.model import Status
from ontology.lexicon import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cli.options import Lang
    from graph.answers.hops import Hop
    from graph.references import Reference


def tree(root: Reference, hops: Iterable[Hop], lang: Lang) -> Tree:
    """Return the tree of the hops that lead from ``root``."""
    drawn = Tree(_said(root.label))
    arrived = {root.iri: drawn}
    for hop in hops:
        branch = arrived[hop.origin].add(_line(hop, lang))
        if hop.text:
            branch.add(_said(hop.text))
        if hop.justification:
            branch.add(_said(hop.justification))
        branch.add(_said(f"“{' '.join(hop.quote.split())}” [{hop.source} {hop.start}–{hop.end}]"))
        arrived.setdefault(hop.to, branch)
    return drawn


def _said(text: str) -> Text:
    return Text(harmless(" ".join(text.split())))


def _line(hop: Hop, lang: Lang) -> Text:
    name = hop.document if hop.document == hop.title else f"{hop.document}《{hop.title}》"
    between = BETWEEN[lang]
    notes = [
        between.join(value_label("delta", each, lang) for each in hop.delta),
        value_label("status", hop.status, lang) if hop.status == Status.SUSPECT else "",
        f"{label('via', lang)} {hop.via}" if hop.via else "",
        value_label("level", hop.level, lang),
        label("stub", lang) if hop.stub else "",
    ]
    told = "; ".join(filter(None, notes)) if lang == "en" else "；".join(filter(None, notes))
    where = " ".join(
        filter(None, (name if hop.title else hop.document, hop.provision, hop.heading))
    )
    return _said(
        f"{value_label('relation', hop.relation, lang)}: {where}" + (f" ({told})" if told else "")
    )
