"""An HTML page as the elements and texts that a browser shows, in document order.

What is guaranteed: script, style, form and hidden parts are left out; every element can be found
again by its node path; time grows with the size of the page, however deeply it is nested.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from selectolax.lexbor import LexborHTMLParser

from graph.errors import TooLarge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selectolax.lexbor import LexborNode

_UNSEEN: Final = frozenset(
    {
        *("script", "style", "noscript", "template", "head", "title", "meta", "link", "iframe"),
        *("object", "embed", "svg", "math", "canvas", "audio", "video", "select", "option"),
        *("datalist", "textarea", "input", "button"),
    }
)
_INLINE: Final = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del"),
        *("dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby"),
        *("s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u"),
        *("var", "wbr"),
    }
)
_UNCOUNTED: Final = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
        *("source", "track", "wbr"),  # these have no content
        *("p", "li", "td", "th", "tr", "dd", "dt", "option"),  # these close themselves
    }
)
_WORK: Final = 400_000_000  # sum of the depths of all tags: some seconds of parsing
_STEPS: Final = 32  # the longest node path

_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")


@dataclass(slots=True)
class Page:
    """The nodes of a page in document order, as parallel lists; the body is node 0.

    A text has no tag and an element no text. ``ends[i]`` is the index after the last node inside
    node ``i``; ``blocks[i]`` the nearest element around it that begins a line.
    """

    tags: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)
    linked: list[bool] = field(default_factory=list)
    preformatted: list[bool] = field(default_factory=list)
    attributes: list[Mapping[str, str | None]] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)

    def path(self, element: int) -> str:
        """Return a CSS selector of ``element``, from the nearest element that has an id."""
        steps: list[str] = []
        while element >= 0 and len(steps) < _STEPS:
            steps.append(self.steps[element])
            if steps[-1].startswith("#"):
                break
            element = self.parents[element]
        return " > ".join(reversed(steps))

    def is_block(self, node: int) -> bool:
        """Tell whether a node is an element that begins a line."""
        return self.blocks[node] == node

    def add(self, node: LexborNode, parent: int, step: str) -> int:
        """Add a node below ``parent`` (-1 for the body) and return its index."""
        tag = "" if node.is_text_node else node.tag or ""
        index = len(self.tags)
        is_block = parent < 0 or bool(tag and tag not in _INLINE)
        self.tags.append(tag)
        self.texts.append("" if tag else node.text_content or "")
        self.parents.append(parent)
        self.ends.append(index + 1)
        self.blocks.append(index if is_block else self.blocks[parent])
        self.linked.append(tag == "a" or (parent >= 0 and self.linked[parent]))
        self.preformatted.append(tag == "pre" or (parent >= 0 and self.preformatted[parent]))
        self.attributes.append(node.attributes if tag else {})
        self.steps.append(step)
        return index


def parse(text: str, name: str) -> tuple[LexborHTMLParser, Page]:
    """Return the parsed page and the nodes that a reader sees.

    Raises:
        TooLarge: its elements are nested so deeply that parsing would not end in time.

    """
    _refuse_abyss(text, name)
    tree = LexborHTMLParser(text)
    page = Page()
    if tree.body is not None:
        _collect(tree.body, page)
    return tree, page


def _refuse_abyss(text: str, name: str) -> None:
    """Refuse 200,000 nested tags: parsing costs the depth of each tag, minutes in all."""
    depth = work = 0
    for match in _TAG.finditer(text):
        if match[2].lower() not in _UNCOUNTED:
            depth = max(depth - 1, 0) if match[1] else depth + 1
        work += depth
    if work > _WORK:
        message = f"{name}: 标签嵌套过深 / the tags are nested too deeply; save the page again"
        raise TooLarge(message)


def _collect(body: LexborNode, page: Page) -> None:
    """Walk the tree without recursion: its depth is the page's."""
    open_nodes = [page.add(body, -1, "body")]  # a body that hides itself, a script shows again
    counts: list[dict[str, int]] = [{}]
    node: LexborNode | None = body.child
    parent = body
    while True:
        if node is None:
            page.ends[open_nodes.pop()] = len(page.tags)
            counts.pop()
            if not open_nodes or parent.parent is None:
                return
            node, parent = parent.next, parent.parent
            continue
        if node.is_text_node or node.is_element_node:
            step = _step(node, counts[-1])
            if not _is_unseen(node):
                index = page.add(node, open_nodes[-1], step)
                if node.child is not None:
                    open_nodes.append(index)
                    counts.append({})
                    node, parent = node.child, node
                    continue
        node = node.next


def _step(node: LexborNode, counts: dict[str, int]) -> str:
    tag = node.tag or ""
    counts[tag] = counts.get(tag, 0) + 1
    identifier = None if node.is_text_node else node.attributes.get("id")
    if identifier and re.fullmatch(r"[A-Za-z][\w-]*", identifier, re.ASCII):
        return f"#{identifier}"
    return f"{tag}:nth-of-type({counts[tag]})"


def _is_unseen(node: LexborNode) -> bool:
    if node.is_text_node:
        return False
    attributes = node.attributes
    return (
        (node.tag or "") in _UNSEEN
        or "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(attributes.get("style") or ""))
    )
