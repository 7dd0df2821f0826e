"""``zhengmai responsibility AGENCY``."""

from typing import Annotated, Literal

import typer

from cli import options


def responsibility(  # noqa: PLR0913 - one parameter for each option
    agency: Annotated[
        str | None,
        typer.Argument(metavar="AGENCY", help="机构，缺省为全部 / e.g. 市公安局; all without it"),
    ] = None,
    *,
    role: Annotated[
        Literal["lead", "support", "joint", "responsible"] | None,
        typer.Option("--role", help="只看一种角色 / in this role only"),
    ] = None,
    document: options.Document = None,
    place: options.Place = None,
    as_of: options.AsOf = None,
    include_open: options.IncludeOpen = False,
    matrix: options.Matrix = False,
    candidates: options.Candidates = False,
    store: options.Store = options.DEFAULT_STORE,
    form: options.Format = "table",
    lang: options.Lang = "zh",
) -> int:
    """机构职责 / List what an agency must lead, support or share."""
    from cli.duties import emit_duties, tell_handed_on, tell_places
    from cli.matrix import emit_matrix
    from cli.notices import telling_left_out
    from cli.scope import find_bodies, find_scope
    from graph.answers.responsibility import handed_on, within
    from graph.answers.responsibility import responsibility as answer
    from graph.model import Role
    from graph.references import find_division
    from graph.store import open_store

    code = find_division(place) if place is not None else None
    with (
        open_store(store, write=False) as opened,
        telling_left_out(lang, with_candidates=candidates),
    ):
        scope = find_scope(opened, document)
        bodies = find_bodies(opened, agency, code, as_of) if agency is not None else None
        duties = answer(
            opened,
            bodies,
            role=Role(role) if role else None,
            document=scope,
            include_open=include_open,
            on=as_of,
        )
        if bodies and not as_of and not role:
            tell_handed_on(handed_on(opened, bodies, duties, scope), lang)
    if code:
        duties = within(duties, code)
    elif agency:
        tell_places(duties, agency, lang)
    if matrix:
        return emit_matrix(duties, form, lang)
    return emit_duties(duties, form, lang, named=agency is not None)
