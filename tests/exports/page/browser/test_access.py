"""axe-core on every view, in both themes."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from exports.page.render import VIEWS
from tests.exports.page.browser.conftest import link

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.exports.page.browser.conftest import Open, Visit

CLAUSE = "document/库政办发/2018/171/annex/1/四/（六）"


@pytest.fixture(scope="module")
def axe() -> str:
    pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_serious(
    visit: Open, sample: Path, axe: str, view: str, scheme: str
) -> None:
    seen = visit(sample, f"view={view}&select={link(CLAUSE)}", color_scheme=scheme)
    seen.page.evaluate(axe)
    assert serious(seen) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_serious_in_english_with_every_view_filled(
    visit: Open, pages: Mapping[str, Path], axe: str, view: str, scheme: str
) -> None:
    seen = visit(pages["compared"], f"view={view}&lang=en", color_scheme=scheme)
    assert seen.page.locator(f"#view-{view} .empty").count() == 0
    seen.page.evaluate(axe)
    assert serious(seen) == []


def serious(seen: Visit) -> list[tuple[str, list[str]]]:
    """What axe-core finds that keeps people out, with the first places."""
    return [
        (each["id"], [node["html"][:160] for node in each["nodes"][:3]])
        for each in seen.page.evaluate("axe.run()")["violations"]
        if each["impact"] in {"serious", "critical"}
    ]
