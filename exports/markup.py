"""What is put into HTML: templates that escape whatever fills them, and data for scripts."""

from __future__ import annotations

import json
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

# What would end a script, or a line of it, in a browser.
_ESCAPES: Final = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def environment() -> Environment:
    """Return the templates; whatever is put into one is escaped."""
    return Environment(
        loader=PackageLoader("exports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def island(data: object) -> Markup:
    """Return data as JSON that is inert in HTML: no character in it can end its element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_ESCAPES))  # noqa: S704 - escaped in the line itself
