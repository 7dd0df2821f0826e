"""The place that people name by a code or a name."""

from __future__ import annotations

from graph.errors import AmbiguousReference, UnknownReference
from ontology import divisions

_LISTED = 6  # candidates in a message


def find_division(text: str) -> str:
    """Return the code of the place that ``text`` means: 652801, 库尔勒, 巴州.

    Raises:
        UnknownReference: no place of today is called so.
        AmbiguousReference: several are; the message lists them with what they are in.

    """
    text = text.strip()
    found = divisions.find(text)
    if len(found) == 1:
        return found[0].code
    if not found:
        message = (
            f"{text}: 没有这个地区 / no such place; "
            "写全称或 GB/T 2260 代码 / write its full name or its GB/T 2260 code"
        )
        raise UnknownReference(message)
    listed = "; ".join(f"{division.code} {_in_full(division.code)}" for division in found[:_LISTED])
    more = " …" if len(found) > _LISTED else ""
    message = (
        f"{text}: 所指不唯一 / {len(found)} places are called so: {listed}{more}; "
        "写代码 / write the code"
    )
    raise AmbiguousReference(message)


def _in_full(code: str) -> str:
    """Return a place with those that it is in: 吉林省长春市朝阳区."""
    nation, *line = reversed(divisions.ascending(code))
    return "".join(division.name for division in line) or nation.name
