"""Who must do what, one duty a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cli.output import complain, emit_rows
from graph.succession import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cli.options import Format, Lang
    from graph.answers.responsibility import Duty

COLUMNS: Final = ("agency", "role", "document", "provision", "heading", "deadlines", "quote")
_SHOWN: Final = 6  # places in a message
_REFORM: Final = ("as_written", "certainty", "event", "basis", "confirmed")


def emit_duties(duties: Sequence[Duty], form: Format, lang: Lang, *, named: bool) -> int:
    """Write duties and return the exit status; ``named`` where certain agencies were asked for.

    A table has columns for reforms, and for whom an open set can mean, where there are such.
    """
    reformed = any(duty.certainty not in {"", Certainty.SAME} for duty in duties)
    narrowed = named and any(duty.candidates for duty in duties)
    columns = (*COLUMNS, *(_REFORM if reformed else ()), *(("candidates",) if narrowed else ()))
    return emit_rows(duties, form, lang, columns)


def tell_places(duties: Iterable[Duty], agency: str, lang: Lang) -> None:
    """Say on standard error that a name means bodies of several places, if it does."""
    places = {duty.division for duty in duties if not duty.open}
    if len(places) < 2:  # noqa: PLR2004 - several
        return
    complain(
        f"{agency}: {len(places)} 个地方都有，按地方分列；可用 --in 指定一地"
        if lang == "zh"
        else f"{agency}: {len(places)} places have one, listed by place; --in names one"
    )


def tell_handed_on(gone: Sequence[Duty], lang: Lang) -> None:
    """Say on standard error which duties of a text a body has no more, if there are any."""
    if not gone:
        return
    where = "; ".join(dict.fromkeys(f"{duty.source} {duty.provision}" for duty in gone[:_SHOWN]))
    more = " …" if len(gone) > _SHOWN else ""
    complain(
        f"原文另有 {len(gone)} 项已随机构改革移交：{where}{more}；--as-of 可查当日"
        if lang == "zh"
        else f"{len(gone)} more in the texts went to other bodies by reform: {where}{more}; "
        "--as-of shows them as of a day"
    )
