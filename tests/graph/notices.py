"""Invented notices of a province that issue regulations, and the works read from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.model import Document

NOTICE = """{title}
某水发〔2020〕3号
各市水利局：
{letter}
某省水利厅
2020年1月2日
"""
TWO = ("河道管理办法", "河道管理实施细则")


def places(document: Document) -> list[tuple[str, list[str]]]:
    """Title of each work, and its labels."""
    return [
        (work.title, [p.label for p in document.provisions if p.work == index])
        for index, work in enumerate(document.works)
    ]


def articles(title: str, *, line_end: str = "\n") -> str:
    """Regulations of two articles below their title."""
    lines = [title, "第一条 为了管理，制定本规定。", "第二条 本规定自印发之日起施行。", ""]
    return line_end.join(lines)
