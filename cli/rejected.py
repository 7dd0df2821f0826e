"""What answers leave out since a reviewer rejected it, told on standard error."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from cli.output import complain
from graph.answers.stated import leaving_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cli.options import Lang


@contextmanager
def telling_rejected(lang: Lang) -> Iterator[None]:
    """Say how many findings the answer that is asked for meanwhile leaves out, if any."""
    with leaving_out() as those:
        yield
    tell_rejected(len(those), lang)


def tell_rejected(count: int, lang: Lang) -> None:
    """Say how many findings and correspondences were left out, if any."""
    if count:
        complain(
            f"另有 {count} 项经审核否定，未计入；show 可查看"
            if lang == "zh"
            else f"{count} rejected by a reviewer left out; `show` has them"
        )
