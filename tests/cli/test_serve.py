from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import uvicorn

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the server is started with; it does not stay."""
    given: dict[str, Any] = {}
    monkeypatch.setattr(uvicorn, "run", lambda _, **settings: given.update(settings))
    return given


def test_it_listens_on_loopback_alone(
    zhengmai: Command, sample_store: Path, served: dict[str, Any]
) -> None:
    run = zhengmai("serve", "--store", sample_store)
    assert (run.status, served["host"], served["port"]) == (0, "127.0.0.1", 8710)
    assert "http://127.0.0.1:8710/" in run.out


def test_other_machines_are_let_in_only_when_that_is_said(
    zhengmai: Command, sample_store: Path, served: dict[str, Any]
) -> None:
    args = ("serve", "--host", "0.0.0.0", "--store", sample_store)  # noqa: S104 - the point
    zhengmai(*args).refuses(2, "--open-to-network")
    assert served == {}
    assert zhengmai(*args, "--open-to-network").status == 0
    assert served["host"] == "0.0.0.0"  # noqa: S104 - likewise


def test_without_a_store_nothing_is_served(zhengmai: Command, served: dict[str, Any]) -> None:
    assert zhengmai("serve").status == 2
    assert served == {}
