import sys
from pathlib import Path

import pytest

from graph.errors import MissingExtra, NotADocument
from graph.sources import read_bytes, read_source

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def test_a_word_97_file_needs_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "doc2docx", None)
    with pytest.raises(MissingExtra, match=r"x\.doc: .*zhengmai\[doc\]"):
        read_bytes(OLE, "x.doc")


@pytest.mark.parametrize("data", [OLE, OLE + b"\x00" * 504, OLE + b"\xff" * 2000])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    pytest.importorskip("doc2docx", reason="the extra zhengmai[doc] is not installed")
    with pytest.raises(NotADocument, match=r"^x\.doc: "):
        read_bytes(data, "x.doc")


def test_word_97_files_hold_what_their_texts_hold(corpus: Path) -> None:
    pytest.importorskip("doc2docx", reason="the extra zhengmai[doc] is not installed")
    for path in sorted(corpus.glob("*.doc")):
        source = read_source(path)
        text = read_source(path.with_suffix(".txt")).text
        assert source.media_type == "application/msword"
        assert sorted(filter(_is_han, source.text)) == sorted(filter(_is_han, text))


def _is_han(char: str) -> bool:
    return "一" <= char <= "鿿"
