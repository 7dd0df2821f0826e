from __future__ import annotations

import csv
import io
import json
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from cli.main import main
from graph.store import open_store

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Run:
    """What a command wrote, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - any value of JSON
        return json.loads(self.out)

    @property
    def csv(self) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.out.removeprefix("\ufeff"))))

    def refuses(self, status: int, *words: str) -> None:
        """Assert that there is no answer, but one line that says why."""
        assert (self.status, self.out) == (status, ""), self
        (line,) = self.err.splitlines()
        assert line.startswith("zhengmai: ")
        assert self.err.endswith("\n")
        for word in words:
            assert word in line


class Command(Protocol):
    def __call__(self, *args: object) -> Run: ...


@pytest.fixture
def zhengmai(capsys: pytest.CaptureFixture[str]) -> Command:
    """The program, run inside the test."""

    def run(*args: object) -> Run:
        capsys.readouterr()
        status = main([str(arg) for arg in args])
        return Run(status, *capsys.readouterr())

    return run


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Commands that name no store look for it in the working directory."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in ("ZHENGMAI_STORE", "ZHENGMAI_LANG", "ZHENGMAI_DEBUG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample, which no test changes."""
    folder = tmp_path_factory.mktemp("sample") / "store"
    assert main(["add", "--sample", "--store", str(folder)]) == 0
    return folder


@pytest.fixture(scope="session")
def cities_store(tmp_path_factory: pytest.TempPathFactory, two_cities: Path) -> Path:
    """A store with documents of two cities of one province, which no test changes."""
    folder = tmp_path_factory.mktemp("cities") / "store"
    assert main(["add", str(two_cities), "--store", str(folder)]) == 0
    return folder


@pytest.fixture
def store(sample_store: Path, tmp_path: Path) -> Path:
    """A store with the sample, to be changed."""
    return shutil.copytree(sample_store, tmp_path / "store")


def content(store: Path) -> bytes:
    """Everything that a store says."""
    with open_store(store, write=False) as opened:
        return opened.ntriples()
