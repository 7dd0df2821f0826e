"""What a document says steers no terminal, whichever command prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command

NUMBER = "湖政办发〔2019〕12号"
EVIL = f"""湖州市人民政府办公室关于\x1b[31m落户的通知
{NUMBER}
各区县人民政府：
根据《\x1b[2J居住\u202e证办法》（国发〔2014〕24号），现就有关事项通知如下。
一、放宽\x1b[2J条件。居住3年以上的\u2066人员可以申请落户，公安机关要及时办理，{"提供便利" * 40}。
二、简化材料。公安机关要公开申请材料目录，市公安局应当加强指导，{"定期检查" * 40}。
湖州市人民政府办公室
2019年3月5日
"""
STEERING = ("\x1b", "\u202e", "\u2066")


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_no_command_lets_a_document_steer_the_terminal(
    zhengmai: Command, tmp_path: Path, form: str
) -> None:
    file = tmp_path / "\x1b[2J坏.txt"
    file.write_text(EVIL, encoding="utf-8")
    other = tmp_path / "other.txt"
    other.write_text(EVIL.replace("〔2019〕12号", "〔2019〕13号").replace("3年", "2年"), "utf-8")
    assert zhengmai("add", file, other, "--format", form).status == 0
    for command in (
        ("add", file),
        ("read", file),
        ("compare", file, other),
        ("lineage", NUMBER),
        ("lineage", f"{NUMBER} 一"),
        ("lineage", "国发〔2014〕24号", "--down"),
        ("show", NUMBER),
        ("list", "documents"),
        ("list", "stubs"),
        ("search", "公安机关"),
        ("responsibility", "市公安局"),
    ):
        run = zhengmai(*command, "--format", form)
        assert run.status == 0, command
        assert not any(character in run.out + run.err for character in STEERING), command
    run = zhengmai("remove", NUMBER)
    assert not any(character in run.out + run.err for character in STEERING)


@pytest.mark.parametrize("width", [60, 80])
def test_a_width_that_is_asked_for_holds_in_a_pipe(
    zhengmai: Command, sample_store: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for command in (("gaps",), ("show", "171号"), ("lineage", "171号")):
        out = zhengmai(*command, "--store", sample_store).out
        assert max(cell_len(line) for line in out.splitlines()) <= width, command


@pytest.mark.parametrize("columns", [None, "", "wide"])
def test_without_a_width_a_line_in_a_pipe_has_any_length(
    zhengmai: Command, sample_store: Path, monkeypatch: pytest.MonkeyPatch, columns: str | None
) -> None:
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    out = zhengmai("gaps", "--store", sample_store).out
    assert max(map(len, out.splitlines())) > 100


def test_no_code_of_a_program_stands_in_a_table_in_chinese(
    zhengmai: Command, sample_store: Path
) -> None:
    shown = zhengmai("show", "171号", "--store", sample_store).out
    down = zhengmai("lineage", "新政发〔2014〕68号", "--down", "--store", sample_store).out
    for code in ("preamble", "notice", "not-content", "norm.obligation", "words of the page"):
        assert code not in shown + down, code
    english = zhengmai("show", "171号", "--store", sample_store, "--lang", "en").out
    assert "part of no provision" in english
