from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cli import main as program

if TYPE_CHECKING:
    from tests.cli.conftest import Command

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("rdflib", "pyshacl", "networkx", "pyvis", "pyoxigraph", "jinja2", "rich", "click")


def apart(
    args: list[str], *, then: str = "sys.exit(status)", stdout: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own, and afterwards what ``then`` says."""
    code = f"import sys; from cli.main import main; status = main(sys.argv[1:]); {then}"
    return subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", code, *args],
        cwd=ROOT,
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
    )


def width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["lineage", "--help"], ["nonsense"]])
def test_nothing_heavy_is_imported_before_a_command_needs_it(args: list[str]) -> None:
    then = f"print([name for name in {HEAVY!r} if name in sys.modules])"
    assert apart(args, then=then).stdout.splitlines()[-1] == b"[]"


def test_without_arguments_the_help_is_shown(zhengmai: Command) -> None:
    assert zhengmai() == zhengmai("--help")
    assert zhengmai().status == 0


def test_the_version_is_that_of_the_package(zhengmai: Command) -> None:
    run = zhengmai("--version")
    assert (run.status, run.out) == (0, f"zhengmai {version('zhengmai')}\n")


@pytest.mark.parametrize("name", program.COMMANDS)
def test_every_command_has_help_in_two_languages(zhengmai: Command, name: str) -> None:
    command = program.COMMANDS[name]
    first = (command.__doc__ or "").splitlines()[0]
    chinese, _, english = first.partition(" / ")
    assert any("\u4e00" <= c <= "\u9fff" for c in chinese)
    assert english.isascii()
    *group, own = name.split()
    run = zhengmai(*group, own, "--help")
    assert run.status == 0
    assert first in run.out
    listed = zhengmai(*group, "--help").out.splitlines()
    (line,) = (x for x in listed if x.startswith(f"  {own} "))
    assert first.removesuffix(".") in line


@pytest.mark.parametrize("name", ["", *program.GROUPS, *program.COMMANDS])
def test_help_fits_a_terminal_of_80_columns(zhengmai: Command, name: str) -> None:
    run = zhengmai(*name.split(), "--help")
    assert [line for line in run.out.splitlines() if width(line) > 80] == []


@pytest.mark.parametrize("name", program.COMMANDS)
def test_every_option_and_argument_of_a_command_is_explained(zhengmai: Command, name: str) -> None:
    out = zhengmai(*name.split(), "--help").out
    told = re.findall(r"\n  (?=--|[A-Z]+ <)(\S+)((?:.|\n {6})*)", out)
    assert [parameter for parameter, text in told if " / " not in text] == ["--help"]


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_every_command_has_a_line_in_the_readme(readme: str) -> None:
    path = ROOT / readme
    if not path.exists():
        pytest.skip(f"{readme} is not written yet")
    rows = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    for name in program.COMMANDS:
        assert any(f"`{name}" in row or f"`zhengmai {name}" in row for row in rows), name


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["linage", "171号"], "'lineage'"),
        (["lineage"], "REF"),
        (["stats", "--format", "xml"], "markdown"),
        (["stats", "--lang", "fr"], "zh"),
        (["stats", "--colour"], "--colour"),
        (["stats", "--store", "https://example.org/sparql"], "a folder, not an address"),
        (["add"], "--sample"),
    ],
)
def test_a_command_line_that_is_wrong_is_told_in_one_line(
    zhengmai: Command, args: list[str], said: str
) -> None:
    zhengmai(*args).refuses(2, said, "--help")


@pytest.mark.parametrize(
    "args",
    [
        ["list", "documents"],
        ["show", "171号"],
        ["lineage", "171号"],
        ["responsibility", "公安局"],
        ["rights"],
        ["deadlines"],
        ["gaps"],
        ["impact", "171号"],
        ["search", "落户"],
        ["check"],
        ["stats"],
        ["remove", "171号"],
        ["export", "ttl", "out.ttl"],
    ],
)
def test_where_no_store_is_none_is_created(
    zhengmai: Command, in_an_empty_folder: Path, args: list[str]
) -> None:
    zhengmai(*args).refuses(2, "zhengmai.store", "add a document first")
    assert list(in_an_empty_folder.iterdir()) == []


def test_the_store_is_named_by_the_environment_too(
    zhengmai: Command, sample_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHENGMAI_STORE", str(sample_store))
    assert zhengmai("stats") == zhengmai("stats", "--store", sample_store)


def test_a_bug_is_one_line_that_asks_for_a_report(
    zhengmai: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> int:
        """断 / Break."""
        names: dict[str, int] = {}
        return names["二\n三"]

    monkeypatch.setitem(program.COMMANDS, "stats", broken)
    zhengmai("stats").refuses(2, "KeyError", "report", "ZHENGMAI_DEBUG=1")
    monkeypatch.setenv("ZHENGMAI_DEBUG", "1")
    run = zhengmai("stats")
    assert "Traceback" in run.err
    assert run.err.splitlines()[-1].startswith("zhengmai: ")


def test_ctrl_c_is_quiet(zhengmai: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> int:
        """停 / Stop."""
        raise KeyboardInterrupt

    monkeypatch.setitem(program.COMMANDS, "stats", interrupted)
    run = zhengmai("stats")
    assert (run.status, run.out, run.err) == (130, "", "")


def test_a_reader_that_has_had_enough_is_no_error(sample_store: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    run = apart(["list", "provisions", "--store", str(sample_store)], stdout=writing)
    os.close(writing)
    assert (run.returncode, run.stderr) == (0, b"")


def test_a_code_page_without_chinese_is_no_error(
    sample_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
    run = apart(["list", "documents", "--store", str(sample_store)])
    assert (run.returncode, run.stderr) == (0, b"")
    assert b"\\u5e93" in run.stdout


def test_csv_and_json_are_utf8_whatever_the_code_page(
    sample_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "gb18030")
    args = ["list", "documents", "--store", str(sample_store), "--format"]
    assert "库政办发" in apart([*args, "json"]).stdout.decode()
    assert apart([*args, "csv"]).stdout.startswith(b"\xef\xbb\xbf")
    assert "库政办发" in apart([*args, "table"]).stdout.decode("gb18030")
