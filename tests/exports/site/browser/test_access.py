"""axe-core on a page of every kind, in both colour schemes."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from tests.exports.site.browser.conftest import FAMILY, KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exports.site.browser.conftest import Look, Seen


@pytest.fixture(scope="module")
def axe() -> str:
    pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


def serious(seen: Seen, axe: str) -> list[tuple[str, list[str]]]:
    seen.page.evaluate(axe)
    found = seen.page.evaluate("axe.run()")["violations"]
    return [
        (each["id"], [node["html"][:160] for node in each["nodes"][:3]])
        for each in found
        if each["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_serious(look: Look, axe: str, kind: str, scheme: str) -> None:
    assert serious(look(KINDS[kind], color_scheme=scheme), axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", FAMILY)
def test_nor_where_something_is_inferred_or_handed_on(
    look: Look, axe: str, family_folder: Path, kind: str, scheme: str
) -> None:
    assert serious(look(FAMILY[kind], family_folder, color_scheme=scheme), axe) == []
