"""The page as one HTML file in which everything is inline and nothing else may run or be asked."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from exports.labels import label, labels
from exports.network import relation_label
from exports.page.appearance import LINES, SHAPES
from exports.page.assets import scripts, styles
from exports.page.builder import FACE, PolicyNetwork
from exports.page.details import FACTS, FOUND
from exports.page.layout import layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from exports.page.layout import Layout
    from exports.page.scene import Node, Scene

_ESCAPES: Final = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)
_WORD_PREFIX: Final = "page."


def render(scene: Scene, details: Mapping[str, Any]) -> bytes:
    """Return the page in UTF-8."""
    environment = Environment(
        loader=PackageLoader("exports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    drawn = {lang: layout(scene, lang) for lang in ("zh", "en")}
    css, code = styles(), scripts()
    text = environment.get_template("page.html").render(
        title=scene.title,
        subtitle=scene.subtitle,
        policy=content_security_policy(css, code),
        styles=[Markup(each) for each in css],  # noqa: S704 - files of our own and a pinned one
        scripts=[Markup(each) for each in code],  # noqa: S704 - likewise
        islands={
            "graph": island(_graph(scene, drawn)),
            "details": island(details),
            "words": island(_words()),
        },
        word=lambda key: label(_WORD_PREFIX + key),
    )
    return text.encode()


def content_security_policy(css: Iterable[str], code: Iterable[str]) -> str:
    """Return the policy under which only these styles and scripts count (CSP Level 3).

    ``data:`` images are those that the style sheet of vis-network brings.
    """
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(_source, code))}",
            f"style-src {' '.join(map(_source, css))}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def island(data: object) -> Markup:
    """Return data as JSON that is inert in HTML: no character in it can end its element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_ESCAPES))  # noqa: S704 - escaped in the line itself


def _source(content: str) -> str:
    digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _graph(scene: Scene, drawn: Mapping[str, Layout]) -> dict[str, Any]:
    """Return what the scripts draw: the network, its look in each language, and the evidence."""
    return {
        **PolicyNetwork(scene, drawn["zh"]).data(),
        "face": FACE,
        "languages": {lang: asdict(each) for lang, each in drawn.items()},
        "names": {node.id: _names(node) for node in scene.nodes},
        "stated": {
            edge.id: [{**asdict(each.evidence), "where": each.where} for each in edge.stated]
            for edge in scene.edges
        },
        "notes": [
            {"word": key.removeprefix(_WORD_PREFIX), **values} for key, values in scene.notes
        ],
        "kinds": {kind: asdict(shape) for kind, shape in SHAPES.items()},
        "lines": {relation: asdict(line) for relation, line in LINES.items()},
    }


def _names(node: Node) -> dict[str, dict[str, str]]:
    """Return what a shape is called in a list, and in full as a heading, in both languages."""
    if node.column in {"section", "clause"}:
        short = {"zh": node.name, "en": node.name}
    else:
        words = {"zh": node.zh, "en": node.en}
        short = {lang: f"{each} {node.heading}".rstrip() for lang, each in words.items()}
    english = node.name if node.en == node.zh else f"{node.en} · {node.name}"
    return {"short": short, "full": {"zh": node.name, "en": english}}


def _words() -> dict[str, dict[str, dict[str, str]]]:
    """Return what the page says, by language: its controls, kinds, relations and fields."""
    controls = [key for key in labels() if key.startswith(_WORD_PREFIX)]
    return {
        lang: {
            "page": {key.removeprefix(_WORD_PREFIX): label(key, lang) for key in controls},
            "kinds": {kind: label(kind, lang) for kind in SHAPES},
            "relations": {relation: relation_label(relation, lang) for relation in LINES},
            "fields": {field: label(field, lang) for field in (*FACTS, *FOUND)},
        }
        for lang in ("zh", "en")
    }
