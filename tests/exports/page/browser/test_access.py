"""axe-core on every view, in both themes."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from exports.page.render import VIEWS
from tests.exports.page.browser.conftest import link

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exports.page.browser.conftest import Open

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
    found = seen.page.evaluate("axe.run()")["violations"]
    serious = [
        (each["id"], [node["html"][:160] for node in each["nodes"][:3]])
        for each in found
        if each["impact"] in {"serious", "critical"}
    ]
    assert serious == []
