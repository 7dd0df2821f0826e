"""``zhengmai review decide VERDICT IRI…``."""

from typing import Annotated, Literal

import typer

from cli.options import DEFAULT_STORE, Lang, Store


def review_decide(
    verdict: Annotated[
        Literal["accepted", "rejected", "corrected", "withdrawn"],
        typer.Argument(metavar="VERDICT", help="结论 / accepted, rejected, corrected, withdrawn"),
    ],
    findings: Annotated[
        list[str], typer.Argument(metavar="IRI…", help="认定、对应 / findings, correspondences")
    ],
    *,
    correction: Annotated[
        str, typer.Option("--correction", metavar="TEXT", help="更正 / what would be right")
    ] = "",
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="备注 / a remark")] = "",
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", help="审核人 / who reviewed, kept as written")
    ] = "",
    store: Store = DEFAULT_STORE,
    lang: Lang = "zh",
) -> int:
    """审核 / Accept or reject by IRI, or take that back.

    IRI 见 review list --status to-review / has those that wait, with their IRIs.
    """
    from cli.decided import tell
    from graph.errors import DecisionsError
    from graph.reviewing import decisions_on, review
    from graph.reviews.decisions import WITHDRAWN, fit
    from graph.reviews.recorded import Verdict
    from graph.store import open_store

    made = None if verdict == WITHDRAWN else Verdict(verdict)
    told = {"correction": fit(correction), "note": fit(note)}
    if made is Verdict.CORRECTED and not any(told.values()):
        message = "更正没有内容 / corrected how? give --correction or --note"
        raise DecisionsError(message)
    with open_store(store, write=True, create=False) as opened:
        decisions = decisions_on(opened, dict.fromkeys(findings), made, **told)
        return tell(review(opened, decisions, fit(by)), lang)
