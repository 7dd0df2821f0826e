"""The README's session is real: its commands print what it shows."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from cli.main import COMMANDS, main
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

READMES = ("README.md", "README.zh-CN.md")


def _session(readme: str) -> list[tuple[str, str]]:
    block = re.search(
        r"```console\n(.*?)```", (ROOT / readme).read_text(encoding="utf-8"), re.DOTALL
    )
    assert block is not None
    steps = re.split(r"^\$ ", block[1], flags=re.MULTILINE)[1:]
    return [(step.partition("\n")[0], step.partition("\n")[2].rstrip()) for step in steps]


# How many statements and quotes the rules of this version make of the sample.
_COUNTS = re.compile(r"(?<= )\d{3,5}$|(?<=：)\d+(?= 处原文)")


def _lines(printed: str) -> list[str]:
    return [_COUNTS.sub("#", line.rstrip()) for line in printed.splitlines()]


@pytest.mark.parametrize("readme", READMES)
def test_the_session_prints_what_the_readme_shows(
    readme: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)  # by which a runner of tests folds tables
    for command, shown in _session(readme):
        assert main(shlex.split(command)[1:]) == 0
        printed = capsys.readouterr().out
        assert _lines(printed.rstrip()) == _lines(shown)


@pytest.mark.parametrize("readme", READMES)
def test_every_command_has_a_line(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"| `zhengmai {name}" not in text] == []
