from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len
from rich.console import Console

from exports.answers import BYTE_ORDER_MARK, to_csv, to_json, to_markdown, to_table
from graph.answers.stated import Stated
from graph.store import Row

QUOTE = "(市发改委、财政局、住建局按职责分工负责)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Stated):
    agency: str
    role: str
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    title: str
    open: bool | None = None
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    right: str
    agencies: tuple[Duty, ...]


DUTY = Duty(
    agency="市发改委",
    role="joint",
    groups=("农业转移人口", "居住证持有人"),
    document="库政办发〔2018〕171号",
    provision="四（四）",
    heading="建立对吸纳农业转移人口较多的城市基础设施项目实行补助资金奖励制度",
    quote=QUOTE,
    start=2297,
    end=2317,
    source="库政办发〔2018〕171号",
    status="candidate",
    rule="tail",
    iri="https://w3id.org/zhengmai/id/x",
    stated_in="https://w3id.org/zhengmai/id/y",
)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)


def printed(rows: list[object], width: int, lang: str = "zh", **options: list[str]) -> str:
    file = io.StringIO()
    to_table(rows, Console(file=file, width=width), lang, **options)
    return file.getvalue()


def read_csv(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")))


def test_json_has_every_field_under_its_key() -> None:
    (found,) = json.loads(to_json([DUTY]))
    assert list(found)[:3] == ["agency", "role", "groups"]
    assert found["role"] == "joint"
    assert found["groups"] == ["农业转移人口", "居住证持有人"]
    assert (found["start"], found["end"], found["quote"]) == (2297, 2317, QUOTE)


def test_no_answer_is_an_empty_list() -> None:
    assert json.loads(to_json([])) == []
    assert to_csv([]) == BYTE_ORDER_MARK
    assert to_markdown([]) == ""
    assert printed([], 80) == ""


def test_rows_of_a_query_are_printed_as_they_are() -> None:
    rows = [Row({"label": "三（一）1", "n": 2, "none": None})]
    assert json.loads(to_json(rows)) == [{"label": "三（一）1", "n": 2, "none": None}]
    assert to_markdown(rows, columns=["label", "n"]) == (
        "| 条款 | n |\n| --- | --- |\n| 三（一）1 | 2 |\n"
    )


def test_a_table_names_codes_and_says_where_a_quote_stands() -> None:
    text = printed([DUTY], 300)
    assert f"{QUOTE} [2297–2317]" in text
    assert "共同负责" in text
    assert "农业转移人口、居住证持有人" in text
    assert "w3id" not in text


def test_a_table_speaks_english_on_demand() -> None:
    heading, *_ = printed([DUTY], 300, "en").strip().splitlines()
    assert heading.split()[:3] == ["agency", "role", "groups"]
    assert "shares" in printed([DUTY], 300, "en")


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_a_table_is_no_wider_than_the_console_and_cuts_nothing(width: int) -> None:
    text = printed([DUTY], width, columns=["agency", "provision", "quote"])
    assert max(map(cell_len, text.splitlines())) <= width
    letters = [c for c in text if c not in " \n─"]
    assert all(letters.count(c) >= QUOTE.count(c) for c in QUOTE)
    assert "…" not in text


def test_what_all_rows_say_stands_once_above_them() -> None:
    other = replace(DUTY, provision="四（五）", quote="(市国土资源局牵头负责)")
    text = printed([DUTY, other], 200)
    assert text.startswith("机构：市发改委\n")
    assert text.count("市发改委") == 1 + QUOTE.count("市发改委")
    assert text.count("四（") == 2


def test_where_columns_would_be_too_narrow_an_answer_is_a_list() -> None:
    text = printed([DUTY], 50)
    assert max(map(cell_len, text.splitlines())) <= 50
    assert "角色" in text.split("共同负责")[0].splitlines()[-1]


def test_an_answer_within_an_answer_is_a_line() -> None:
    whole = Whole("集体收益分配权", (DUTY, replace(DUTY, agency="市财政局")))
    (found,) = json.loads(to_json([whole]))
    assert [each["agency"] for each in found["agencies"]] == ["市发改委", "市财政局"]
    lines = printed([whole], 200).splitlines()
    assert [line for line in lines if "市财政局 共同负责" in line]
    assert to_markdown([whole]).count("<br>") == 1


def test_square_brackets_are_text_and_no_markup() -> None:
    assert "库政办发[2018]171号[bold]" in printed([Named("库政办发[2018]171号[bold]")], 80)


def test_a_text_cannot_steer_the_terminal() -> None:
    text = printed([Named("a\x1b[31mb\u202ec\x9bd")], 80)
    assert not {"\x1b", "\u202e", "\x9b"} & set(text)
    assert "a\ufffd[31mb\ufffdc\ufffdd" in text


def test_columns_without_a_value_are_left_out_of_tables() -> None:
    assert to_markdown([Named("甲")]) == "| 标题 |\n| --- |\n| 甲 |\n"
    assert to_markdown([Named("甲", open=False)]) == "| 标题 |\n| --- |\n| 甲 |\n"


def test_booleans_are_words() -> None:
    rows = [Named("甲", open=False), Named("乙", open=True)]
    assert "| 甲 | 否 |\n| 乙 | 是 |" in to_markdown(rows)
    assert "| 甲 | no |\n| 乙 | yes |" in to_markdown(rows, "en")


def test_csv_is_what_excel_reads() -> None:
    text = to_csv([DUTY])
    assert text.startswith("\ufeff机构,角色,对象,")
    assert text.count("\r\n") == text.count("\n") == 2
    heading, row = read_csv(text)
    assert len(heading) == len(row) == 14
    assert row[heading.index("依据原文")] == QUOTE


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1＋1", "－1"])
def test_a_formula_is_written_as_text(text: str) -> None:
    assert read_csv(to_csv([Named(text)]))[1][0] == f"'{text}"


def test_a_negative_number_is_a_number() -> None:
    assert read_csv(to_csv([Named("甲", value=-2.5)]))[1][2] == "-2.5"


@given(TEXTS)
def test_csv_gives_every_text_back(text: str) -> None:
    (_, row) = read_csv(to_csv([Named(text)]))
    assert row[0].removeprefix("'") == text.removeprefix("'")


@given(TEXTS.filter(str.strip))
def test_a_markdown_cell_means_its_text(text: str) -> None:
    table = to_markdown([Named(text)])
    tokens = MarkdownIt("commonmark").enable("table").parse(table)
    cells = [token for token in tokens if token.type == "inline"]
    assert len(cells) == 2
    content = "".join(child.content for child in cells[1].children or ())
    assert content == " ".join(text.split())
