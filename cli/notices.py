"""What reviews mean for an answer, told on standard error: what it leaves out, what is outdated."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from cli.output import complain
from graph.answers.stated import leaving_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cli.options import Lang
    from graph.answers.reviewed import Reviewed


@contextmanager
def telling_left_out(lang: Lang, *, with_candidates: bool = False) -> Iterator[None]:
    """Say how many findings the answer that is asked for meanwhile leaves out, if any."""
    with leaving_out(with_unproven=with_candidates) as those:
        yield
    tell_rejected(len(those.rejected), lang)
    tell_unproven(len(those.unproven), lang)
    tell_to_review(len(those.to_review), lang)


def tell_to_review(count: int, lang: Lang) -> None:
    """Say how many correspondences wait for a reviewer, if any."""
    if count:
        complain(
            f"另有 {count} 条对应待核，未计入；review list --status to-review 可查看"
            if lang == "zh"
            else f"{count} correspondences to be reviewed left out; "
            "`review list --status to-review` has them"
        )


def tell_unproven(count: int, lang: Lang) -> None:
    """Say how many findings of a rule that is right too seldom were left out, if any."""
    if count:
        complain(
            f"另有 {count} 项出自正确率不足八成的规则，只作候选，未计入；show 可查看"
            if lang == "zh"
            else f"{count} candidates of rules right less than four times in five left out; "
            "`show` has them"
        )


def tell_rejected(count: int, lang: Lang) -> None:
    """Say how many findings and correspondences were left out, if any."""
    if count:
        complain(
            f"另有 {count} 项经审核否定，未计入；show 可查看"
            if lang == "zh"
            else f"{count} rejected by a reviewer left out; `show` has them"
        )


def tell_outdated(those: Iterable[Reviewed], lang: Lang) -> None:
    """Say how many reviews are of what is gone, with nothing in its place, if any."""
    from graph.answers.reviewed import Applies

    count = sum(each.applies == Applies.CHANGED and not each.status for each in those)
    if count:
        complain(
            f"另有 {count} 项审核，所审内容已不在文中；review list 可查看"
            if lang == "zh"
            else f"gone since it was reviewed, with nothing there: {count}; `review list` has them"
        )
