"""The page as one HTML file in which everything is inline and nothing else may run or be asked."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from exports.labels import label
from exports.markup import environment, island
from exports.page.appearance import LINES
from exports.page.assets import scripts, styles
from exports.page.data import WORD, details_data, graph_data, words_data
from exports.page.packing import ids, packed
from ontology import names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exports.page.content import Content

VIEWS: Final = ("graph", "lineage", "matrix", "text", "comparison", "table")


def render(content: Content, lang: str = "zh") -> bytes:
    """Return the page in UTF-8; it opens in a language, ``zh`` or ``en``."""
    css, code = styles(), scripts()
    graph = graph_data(content)
    words = words_data()
    text = (
        environment()
        .get_template("page.html")
        .render(
            content=content,
            tag="en" if lang == "en" else "zh-CN",
            title=content.scene.title,
            subtitle=content.scene.subtitle,
            policy=_policy(css.values(), code),
            styles={n: Markup(each) for n, each in css.items()},  # noqa: S704 - ours, and a pinned one
            scripts=[Markup(each) for each in code],  # noqa: S704 - likewise
            islands={
                "graph": island(packed(graph, details_data(content))),
                "words": island(words),
            },
            views=VIEWS,
            lines=LINES,
            word=lambda key: label(WORD + key),
            short=_short,
            number={thing: at for at, thing in enumerate(ids(graph))},
            own=lambda thing: thing.removeprefix(names.ID),
            term=lambda group, key: words["zh"][group].get(key, key),
        )
    )
    return text.encode()


def _short(thing: str) -> str:
    """Return a thing, or a relation, as links name it: without the base of its IRIs."""
    return " ".join(
        f"~{part.removeprefix(names.ID)}" if part.startswith(names.ID) else part
        for part in thing.split(" ")
    )


def _policy(css: Iterable[str], code: Iterable[str]) -> str:
    """Return the policy under which only these styles and scripts count (CSP Level 3).

    ``data:`` images are those of vis-network's style sheet, and the drawing that becomes a PNG.
    """
    return "; ".join(
        [
            "default-src 'none'",
            "script-src " + (" ".join(map(_source, code)) or "'none'"),
            "style-src " + " ".join(map(_source, css)),
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _source(content: str) -> str:
    digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    return f"'sha256-{digest}'"
