"""Elements of Office Open XML by local name: strict and transitional files differ in URIs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def elements(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the child elements; of an alternative, the children of what Word would choose."""
    for child in parent.iterchildren("{*}*"):
        if local_name(child) == "AlternateContent":
            chosen = first(child, "Choice")
            chosen = first(child, "Fallback") if chosen is None else chosen
            if chosen is not None:
                yield from elements(chosen)
        else:
            yield child


def children(parent: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """Yield the children of that name; none of nothing."""
    if parent is not None:
        yield from parent.iterchildren(f"{{*}}{name}")


def first(parent: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child of that name."""
    return next(children(parent, name), None)


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """Return an attribute in the namespace of its element."""
    if element is None:
        return None
    found = element.get(f"{str(element.tag).rpartition('}')[0]}}}{name}")
    return None if found is None else str(found)
