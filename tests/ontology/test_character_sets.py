"""Patterns are compiled to the same, whether their character sets were laid out before or not."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from ontology.character_sets import remember_sets

if TYPE_CHECKING:
    from collections.abc import Callable

COMPILER = import_module("re._compiler")
PATTERNS = (
    r"[\u4e00-\u9fff]{2,8}、[^\u4e00-\u9fff]",
    r"[^，。；\n]{1,40}?(?=[\u4e00-\u9fff]|$)",
    "[一二三四五六七八九十\\d]+[㐀-䶿一-鿿豈-\ufaff𠀀-\U000323af〇]",
    r"[\w一-龥][\W\d]",
    r"(?i)[a-zà-ÿ]+[\u0400-\u04ff]",
)


def counted(lay_out: Callable[..., Any]) -> tuple[Callable[..., Any], list[int]]:
    """Return the function, and a list that grows with each of its calls."""
    calls: list[int] = []

    def counting(items: object, *folding: object) -> object:
        calls.append(1)
        return lay_out(items, *folding)

    return counting, calls


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_remembered_set_gives_the_same_pattern(
    pattern: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    remembering = vars(COMPILER)["_optimize_charset"]
    again = [COMPILER.compile(pattern) for _ in range(2)]
    monkeypatch.setattr(COMPILER, "_optimize_charset", remembering.__wrapped__)
    plain = COMPILER.compile(pattern)
    assert again == [plain, plain]  # patterns are equal where their compiled code is


def test_a_set_is_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = vars(COMPILER)["_optimize_charset"].__wrapped__
    counting, calls = counted(plain)
    monkeypatch.setattr(COMPILER, "_optimize_charset", counting)
    remember_sets()
    COMPILER.compile(r"[\u4e00-\u9fff]、[\u4e00-\u9fff]、[\u4e00-\u9fff]")
    assert len(calls) == 1
    COMPILER.compile(r"(?i)[a-f]{2}、[a-f]{2}")
    assert len(calls) == 3  # without regard to case it is not the set alone that counts


def test_what_remembers_is_not_wrapped_again() -> None:
    before = vars(COMPILER)["_optimize_charset"]
    remember_sets()
    assert vars(COMPILER)["_optimize_charset"] is before


def test_a_compiler_without_that_part_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(COMPILER, "_optimize_charset")
    remember_sets()
    assert "_optimize_charset" not in vars(COMPILER)
