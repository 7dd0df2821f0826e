"""Every real document in every format: read, and nothing of its text lost."""

from collections import Counter
from pathlib import Path

import pytest

from graph.sources import read_source

ORIGINALS = (".docx", ".htm", ".html", ".pdf")


def han(text: str) -> Counter[str]:
    return Counter(char for char in text if "一" <= char <= "鿿")


def test_plain_texts_are_read_without_a_doubt(corpus: Path) -> None:
    for path in sorted(corpus.glob("*.txt")):
        source = read_source(path)
        assert (source.media_type, source.warnings) == ("text/plain", ()), path.name


@pytest.mark.parametrize("suffix", ORIGINALS)
def test_an_original_adds_nothing_and_is_read_the_same_twice(corpus: Path, suffix: str) -> None:
    for path in sorted(corpus.glob(f"*{suffix}")):
        source = read_source(path)
        assert source == read_source(path)
        if suffix != ".docx":  # the texts made of DOCX lost their tables
            assert not han(source.text) - han(read_source(path.with_suffix(".txt")).text), path.name


def test_docx_files_hold_all_that_their_texts_hold(corpus: Path) -> None:
    for path in sorted(corpus.glob("*.docx")):
        missing = han(read_source(path.with_suffix(".txt")).text) - han(read_source(path).text)
        assert not missing, path.name


def test_the_sentences_of_a_page_are_kept(corpus: Path) -> None:
    """Long lines that a page's text has and the reading has not are duplicates or furniture."""
    lost = []
    for path in sorted((*corpus.glob("*.html"), *corpus.glob("*.htm"))):
        read = "".join(read_source(path).text.split())
        for line in read_source(path.with_suffix(".txt")).text.splitlines():
            text = "".join(line.split())
            if len(text) > 60 and "。" in text and text not in read:
                lost.append((path.name, text))
    assert len(lost) <= 6, lost


def test_every_anchor_stands_in_the_text(corpus: Path) -> None:
    for suffix in ORIGINALS:
        for path in sorted(corpus.glob(f"*{suffix}")):
            source = read_source(path)
            covered = "".join(each.span.of(source.text) for each in source.anchors)
            assert "".join(covered.split()) == "".join(source.text.split()), path.name
