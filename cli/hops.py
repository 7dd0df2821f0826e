"""A lineage drawn as a tree: what each hop is, where it arrives, and the words that state it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from rich.tree import Tree

from exports.answers import harmless
from exports.labels import label, value_label
from exports.to_review import folded, named, probability
from graph.align.comparison import OPEN, State
from graph.answers.hops import ALIGNMENT, Direct
from graph.answers.stated import record
from graph.model import Status
from ontology.lexicon import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cli.options import Lang
    from graph.answers.hops import Hop
    from graph.answers.stated import Stated
    from graph.references import Reference


def tree(
    root: Reference,
    hops: Sequence[Hop],
    lang: Lang,
    standing: Sequence[Stated] = (),
    *,
    unfold: bool = False,
) -> Tree:
    """Return the tree of the hops that lead from ``root``.

    Whether a document is in force stands once below it, that of ``root`` by ``standing``. What is
    to be reviewed stands in one line below its clause, unless ``unfold``.
    """
    drawn = Tree(_said(root.label))
    for each in standing:
        drawn.add(_said(_standing(each, lang)))
    arrived, told = {root.iri: drawn}, {root.document}
    lines = {} if unfold else dict(_folded(hops, lang))
    for hop in hops:
        if hop.to_review and not unfold:
            if line := lines.pop(hop.origin, ""):
                arrived[hop.origin].add(_said(line))
            continue
        branch = arrived[hop.origin].add(_line(hop, lang))
        if hop.text:
            branch.add(_said(hop.text.replace("**", "")))  # bold in a file of Markdown
        if hop.justification:
            branch.add(_said(hop.justification))
        branch.add(_said(f"“{' '.join(hop.quote.split())}” [{hop.source} {hop.start}–{hop.end}]"))
        if hop.to_document not in told:
            told.add(hop.to_document)
            for each in hop.standing:
                branch.add(_said(_standing(each, lang)))
        arrived.setdefault(hop.to, branch)
    return drawn


def folded_lines(root: Reference, hops: Sequence[Hop], lang: Lang) -> Iterator[str]:
    """Yield what is to be reviewed, one line a clause."""
    names = {hop.to: f"{hop.document} {hop.provision}" for hop in hops} | {root.iri: root.label}
    for origin, line in _folded(hops, lang):
        yield f"{names[origin]}{'：' if lang == 'zh' else ': '}{line}"


def _folded(hops: Sequence[Hop], lang: Lang) -> Iterator[tuple[str, str]]:
    found: dict[str, list[tuple[str, str, float]]] = {}
    for hop in hops:
        if hop.to_review:
            found.setdefault(hop.origin, []).append((hop.document, hop.provision, hop.score or 0.0))
    sure = {hop.origin for hop in hops if hop.relation == ALIGNMENT and not hop.to_review}
    for origin, those in found.items():
        strongest = sorted(those, key=lambda each: -each[2])
        yield origin, folded(named(strongest), lang, alone=origin not in sure)


def _said(text: str) -> Text:
    return Text(harmless(" ".join(text.split())))


def _line(hop: Hop, lang: Lang) -> Text:
    name = hop.document if hop.document == hop.title else f"{hop.document}《{hop.title}》"
    between = BETWEEN[lang]
    notes = [
        between.join(value_label("delta", each, lang) for each in hop.delta),
        value_label("state", hop.state, lang) if hop.state not in {"", State.MATCHED} else "",
        value_label("status", hop.status, lang) if hop.status == Status.SUSPECT else "",
        f"{label('via', lang)} {hop.via}" if hop.via else "",
        value_label("level", hop.level, lang),
        label("stub", lang) if hop.stub else "",
        _direct(hop, lang) if hop.relation == ALIGNMENT else "",
        label("diverges", lang) if hop.diverges and hop.relation == ALIGNMENT else "",
    ]
    told = "; ".join(filter(None, notes)) if lang == "en" else "；".join(filter(None, notes))
    place = value_label("provision", hop.provision, lang)
    where = " ".join(filter(None, (name if hop.title else hop.document, place, hop.heading)))
    return _said(
        f"{value_label('relation', hop.relation, lang)}: {where}" + (f" ({told})" if told else "")
    )


def _direct(hop: Hop, lang: Lang) -> str:
    """Return how the clause further up stands to the one asked for, beside the way there."""
    if not hop.direct:
        return ""
    colon = "：" if lang == "zh" else ": "
    how = (
        f" {probability(hop.direct_score)}"
        if hop.direct_score is not None
        else f" < {probability(OPEN)}"
        if hop.direct == Direct.NOT_FOUND
        else ""
    )
    return f"{label('direct', lang)}{colon}{value_label('direct', hop.direct, lang)}{how}"


def _standing(each: Stated, lang: Lang) -> str:
    """Return how a document stands, with the words that say so."""
    plain = record(each)
    days = [f"{label(name, lang)} {plain[name]}" for name in ("since", "until") if plain[name]]
    state = value_label("state", plain["state"], lang)
    told = BETWEEN[lang].join((state, *days))
    return f"{told}：“{' '.join(each.quote.split())}” [{each.source} {each.start}–{each.end}]"
