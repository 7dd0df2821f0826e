"""Source tables of the registers."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def registers() -> Path:
    """The folder of source tables beside a checkout; without it the test is skipped."""
    folder = ROOT.parent / "shared" / "registers"
    if not folder.is_dir():
        pytest.skip("the source tables (../shared/registers) are not beside this checkout")
    return folder
