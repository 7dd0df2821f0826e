"""Places whose documents name bodies, and what a name was found to be."""

from __future__ import annotations

from graph.model import Jurisdiction
from graph.resolve import Agency, OpenSet, Resolution, Unresolved

KORLA = Jurisdiction("652801", "库尔勒市")
HUICHENG = Jurisdiction("441302", "惠城区")
SICHUAN = Jurisdiction("510000", "四川省")
NATION = Jurisdiction("CN", "中华人民共和国")
GUANGAN = Jurisdiction("511600", "广安市")
SHANGHAI = Jurisdiction("310000", "上海市")
FUJIAN = Jurisdiction("350000", "福建省")


def identity_of(found: Resolution) -> str:
    """Return division and kind of a body, or why there is none."""
    match found:
        case Agency():
            return f"{found.division}/{found.kind}"
        case Unresolved():
            return f"unresolved:{found.reason}"
        case OpenSet():
            return "open"
