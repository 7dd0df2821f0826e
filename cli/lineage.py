"""``zhengmai lineage REF``."""

from typing import Annotated

import typer

from cli.options import DEFAULT_STORE, Candidates, Format, Lang, On, Reference, Store
from cli.output import emit, emit_drawn, emit_rows

COLUMNS = (
    "relation", "document", "provision", "title", "level", "stub", "via", "depth", "delta",
    "status", "standing", "direct", "direct_score", "diverges", "quote"
)  # fmt: skip
LEVELS = (
    "parameter", "depth", "level", "document", "provision", "state", "quote", "below", "direction",
    "stub"
)  # fmt: skip


def lineage(  # noqa: PLR0913 - one option each, as on every command
    ref: Reference,
    *,
    down: Annotated[
        bool, typer.Option("--down/--up", help="下级／上级 / what rests on it, or its parents")
    ] = False,
    parameter: Annotated[
        bool,
        typer.Option("--parameter", help="逐级比较条件、指标 / its conditions, level by level"),
    ] = False,
    on: On = None,
    candidates: Candidates = False,
    store: Store = DEFAULT_STORE,
    form: Format = "table",
    lang: Lang = "zh",
) -> int:
    """上级依据 / Trace a clause to what it carries out."""
    from cli.hops import folded_lines, tree
    from cli.notices import telling_left_out
    from exports.answers import in_markdown
    from graph.answers.lineage import lineage as answer
    from graph.answers.parameters import parameter_levels
    from graph.answers.validity import known, standing, with_standing
    from graph.references import find_reference
    from graph.store import open_store

    with (
        open_store(store, write=False) as opened,
        telling_left_out(lang, with_candidates=candidates),
    ):
        found = find_reference(opened, ref)
        if parameter:
            return emit_rows(parameter_levels(opened, found, lang), form, lang, LEVELS)
        hops = answer(opened, found, "down" if down else "up", lang, unstated=True)
        hops = with_standing(opened, hops, on)
        own = standing(opened, found.document, on) if found.document else ()
    if hops and form == "table":
        drawn = tree(found, hops, lang, own if on else known(own), unfold=candidates)
        emit_drawn(lambda console: console.print(drawn))
        return 0
    lines = list(folded_lines(found, hops, lang)) if form == "markdown" and not candidates else []
    if not lines:
        return emit_rows(hops, form, lang, COLUMNS)
    if shown := [hop for hop in hops if not hop.to_review]:
        emit_rows(shown, form, lang, COLUMNS)
    emit("\n" + "\n".join(f"- {in_markdown(line)}" for line in lines))
    return 0
