from __future__ import annotations

import json
import string
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import DecisionsError
from graph.reviews import decisions
from graph.reviews.decisions import Decision, fit, read_decisions
from graph.reviews.recorded import Verdict

if TYPE_CHECKING:
    from pathlib import Path

ROW: dict[str, Any] = {
    "finding": "https://w3id.org/zhengmai/id/document/库政办发/2018/171/annex/1/三/norm/1",
    "document": "https://w3id.org/zhengmai/id/document/库政办发/2018/171",
    "decision": "corrected",
    "correction": " 应为市卫健委 ",
    "note": "",
    "statement": "0123456789abcdef",
    "says": "规范 义务",
    "start": 3,
    "end": 8,
    "quote": "应当公开。",
}


def written(folder: Path, *rows: object, **whole: object) -> Path:
    value = {"format": "zhengmai-decisions", "version": 1, "decisions": list(rows)} | whole
    file = folder / "decisions.json"
    file.write_text(json.dumps(value), encoding="utf-8")
    return file


def test_a_decision_is_read_as_the_page_wrote_it(tmp_path: Path) -> None:
    (found,) = read_decisions(written(tmp_path, ROW | {"added later": 1}))
    assert (found.decision, found.correction) == (Verdict.CORRECTED, "应为市卫健委")
    assert (found.quote, found.start, found.end) == ("应当公开。", 3, 8)


def test_one_that_is_taken_back_says_nothing_else(tmp_path: Path) -> None:
    (found,) = read_decisions(written(tmp_path, ROW | {"decision": "withdrawn"}))
    assert found.decision is None


def test_no_decision_is_none(tmp_path: Path) -> None:
    assert read_decisions(written(tmp_path)) == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"decision": "maybe"}, "accepted, rejected, corrected, withdrawn"),
        ({"decision": None}, "decision"),
        ({"finding": "https://example.org/x"}, "no finding"),
        ({"finding": ""}, "finding"),
        ({"finding": f"{ROW['document']}/<script> x"}, "no finding"),
        ({"finding": f"{ROW['document']}/%zz"}, "no finding"),
        ({"finding": f"{ROW['document']}/\ud800"}, "no finding"),
        ({"document": "库政办发〔2018〕171号"}, "no finding or document"),
        ({"statement": "xyz"}, "fingerprint"),
        ({"statement": "0123456789abcdef 0123"}, "fingerprint"),
        ({"start": "3"}, "start"),
        ({"start": True}, "start"),
        ({"end": -1}, "end"),
        ({"quote": 5}, "quote"),
        ({"note": ["x"]}, "note"),
        ({"note": "a\x00b"}, "control"),
        ({"note": "\x1b[31mred"}, "control"),
        ({"note": "\ud800"}, "control"),
        ({"note": "x" * 10_001}, "10000"),
        ({"correction": "  "}, "correction"),
    ],
)
def test_what_is_wrong_with_one_is_told_with_its_number(
    tmp_path: Path, change: dict[str, Any], said: str
) -> None:
    other = ROW | {"finding": ROW["finding"] + "0"}
    with pytest.raises(DecisionsError, match="decision 2: ") as caught:
        read_decisions(written(tmp_path, other, ROW | change))
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_same_finding_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DecisionsError, match="decides again"):
        read_decisions(written(tmp_path, ROW, ROW | {"decision": "accepted"}))


@pytest.mark.parametrize(
    ("whole", "said"),
    [
        ({"format": "something"}, "no file of decisions"),
        ({"version": 2}, "version"),
        ({"version": True}, "version"),
        ({"decisions": {}}, "decisions"),
        ({"decisions": ["x"]}, "no object"),
    ],
)
def test_another_format_or_version_is_refused(
    tmp_path: Path, whole: dict[str, Any], said: str
) -> None:
    with pytest.raises(DecisionsError, match=said):
        read_decisions(written(tmp_path, **whole))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no JSON"),
        (b"[1, 2]", "no file of decisions"),
        (b'{"format": ', "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b'{"start": ' + b"9" * 10_000 + b"}", "no JSON"),
        ("决定".encode("gb18030"), "no UTF-8"),
        (b"\x00\x01\x02", "no JSON"),
    ],
)
def test_what_is_no_such_file_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "decisions.json"
    file.write_bytes(content)
    with pytest.raises(DecisionsError, match=said):
        read_decisions(file)


def test_a_mark_of_byte_order_is_no_hindrance(tmp_path: Path) -> None:
    file = written(tmp_path, ROW)
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert len(read_decisions(file)) == 1


def test_a_huge_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decisions, "MOST_BYTES", 1_000_000)
    file = tmp_path / "decisions.json"
    file.write_bytes(b" " * 1_000_001)
    with pytest.raises(DecisionsError, match="larger than 1 MB"):
        read_decisions(file)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DecisionsError, match=r"none\.json.*cannot be read"):
        read_decisions(tmp_path / "none.json")
    with pytest.raises(DecisionsError, match="cannot be read"):
        read_decisions(tmp_path)


@given(st.text(alphabet=string.printable + "政策“”", max_size=60))
def test_a_text_that_fits_is_kept_but_for_blanks_around_it(text: str) -> None:
    try:
        assert fit(text) == text.strip()
    except DecisionsError:
        assert any(ord(c) < 32 and c not in "\t\n\r" for c in text)


WORDS = st.text(alphabet="政策abc“”<>&\\\"' \n", max_size=20)


@given(
    st.lists(
        st.builds(
            Decision,
            finding=st.integers(0, 10**6).map(lambda n: f"{ROW['finding']}{n}"),
            document=st.just(ROW["document"]),
            statement=st.sampled_from(["0123456789abcdef", f"{'a' * 16} -{'b' * 16}"]),
            decision=st.sampled_from([Verdict.ACCEPTED, Verdict.REJECTED]),
            correction=WORDS.map(str.strip),
            note=WORDS.map(str.strip),
            says=WORDS,
            quote=WORDS.filter(bool),
            start=st.integers(0, 10**9),
            end=st.integers(0, 10**9),
        ),
        unique_by=lambda each: each.finding,
        max_size=5,
    )
)
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, made: list[Decision]
) -> None:
    rows = [{name: getattr(each, name) for name in each.__slots__} for each in made]
    assert read_decisions(written(tmp_path_factory.mktemp("d"), *rows)) == tuple(made)
