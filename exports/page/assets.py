"""The files that go into the page: vis-network from the pyvis wheel, and our own."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from graph.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Mapping

# SHA-256 of vis-network 9.1.2 as pyvis 0.3.2 carries it: what was read and tested.
VIS_FILES: Final[Mapping[str, str]] = {
    "vis-network.min.js": "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69",
    "vis-network.css": "2e82d445ad5878ea881652470ce632601f8f55f1b99e6ebecdff8614600e6d0e",
}
_SCRIPTS: Final = (
    "unpack.js",
    "words.js",
    "facts.js",
    "state.js",
    "arrange.js",
    "sight.js",
    "spacing.js",
    "graph.js",
    "parts.js",
    "focus.js",
    "legend.js",
    "text.js",
    "marks.js",
    "details.js",
    "review.js",
    "search.js",
    "table.js",
    "matrix.js",
    "views.js",
    "picture.js",
    "downloads.js",
    "keys.js",
    "start.js",
)
_STYLES: Final = (
    "light.css",
    "dark.css",
    "page.css",
    "legend.css",
    "panel.css",
    "marks.css",
    "views.css",
    "lineage.css",
    "matrix.css",
    "roles.css",
    "text.css",
    "comparison.css",
    "paper.css",
    "print.css",
)
# What the static pages share with the page; the dark colours are a file of their own there too.
_SITE_STYLES: Final = (
    "light.css",
    "marks.css",
    "lineage.css",
    "roles.css",
    "site.css",
    "site-lists.css",
    "site-text.css",
    "site-index.css",
    "paper.css",
    "site-paper.css",
)
_SOURCE_MAP: Final = "//# sourceMappingURL="


def styles() -> dict[str, str]:
    """Return the style sheets by their names, in their order."""
    return {"vis-network.css": _vis("vis-network.css"), **{name: own(name) for name in _STYLES}}


def site_style() -> str:
    """Return the one style sheet of the static pages."""
    return "\n".join(map(own, _SITE_STYLES))


def scripts() -> tuple[str, ...]:
    """Return the scripts in the order in which they run."""
    # A developer's tools would go and look for the source map.
    library = _vis("vis-network.min.js").partition(_SOURCE_MAP)[0]
    return (library, *map(own, _SCRIPTS))


def _vis(name: str) -> str:
    """Return a file of vis-network; raises ExportError when it is not the one that was tested."""
    content = files("pyvis").joinpath("templates", "lib", "vis-9.1.2", name).read_bytes()
    if hashlib.sha256(content).hexdigest() != VIS_FILES[name]:
        message = f"pyvis: {name} 不是所测试的版本 / is not the tested file; install pyvis 0.3.2"
        raise ExportError(message)
    return _unix(content)


def own(name: str) -> str:
    """Return a static file of ours."""
    return _unix(files("exports").joinpath("static", name).read_bytes())


def _unix(content: bytes) -> str:
    r"""Return a text with ``\n`` line ends, as a browser reads what it then hashes."""
    return content.decode().replace("\r\n", "\n").replace("\r", "\n")
