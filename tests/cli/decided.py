"""Decisions as the page gives them out, for commands to read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from graph.references import find_reference
from graph.store import open_store
from tests.graph.chain import alignment, decide

if TYPE_CHECKING:
    from pathlib import Path

    from graph.reviews.decisions import Decision
    from graph.reviews.recorded import Verdict
    from graph.store import Store


def decided(store: Path, finding: str, verdict: Verdict, **said: str) -> dict[str, object]:
    """A decision about what stands below a clause (``171号 四（六）#norm/1``)."""
    with open_store(store, write=False) as opened:
        return plain(decide(opened, finding_of(opened, finding), verdict, **said))


def finding_of(store: Store, finding: str) -> str:
    clause, _, own = finding.partition("#")
    return f"{find_reference(store, clause).iri}/{own}"


def aligned(store: Path, child: str, parent: str, verdict: Verdict) -> dict[str, object]:
    """A decision about the alignment of two clauses."""
    with open_store(store, write=False) as opened:
        return plain(decide(opened, alignment(opened, child, parent), verdict))


def plain(decision: Decision) -> dict[str, object]:
    return {name: getattr(decision, name) for name in decision.__slots__}


def written(file: Path, *decisions: dict[str, object]) -> Path:
    whole = {"format": "zhengmai-decisions", "version": 1, "decisions": decisions}
    file.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    return file
