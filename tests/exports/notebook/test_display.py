from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from IPython.core import interactiveshell

from exports.notebook import load_ipython_extension, to_pyvis, unload_ipython_extension

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.answers.responsibility import Duty

    Shell = Any  # what IPython types as perhaps None is there


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shell]:
    monkeypatch.delenv("ZHENGMAI_LANG", raising=False)
    made: Shell = interactiveshell.InteractiveShell()  # type: ignore[no-untyped-call]  # IPython's
    made.display_formatter.active_types = list(made.display_formatter.format_types)
    yield made
    made.history_manager.end_session()


def shown(shell: Shell, value: object) -> dict[str, Any]:
    """What IPython gives to a notebook for the value of a cell."""
    data, _ = shell.display_formatter.format(value)
    return dict(data)


def test_an_answer_and_a_list_of_answers_are_shown_as_tables(
    shell: Shell, answers: Mapping[str, Sequence[object]], duty: Duty
) -> None:
    load_ipython_extension(shell)
    for value in (duty, [duty], *answers.values()):
        assert shown(shell, value)["text/html"].startswith("<table")
        assert shown(shell, value)["text/markdown"].startswith("| ")


@pytest.mark.parametrize("value", [[], (), [1, 2], ["a"]])
def test_other_lists_are_shown_as_before(shell: Shell, value: object) -> None:
    before = shown(shell, value)
    load_ipython_extension(shell)
    assert shown(shell, value) == before
    assert set(before) == {"text/plain"}


def test_a_list_with_anything_else_in_it_is_shown_as_before(shell: Shell, duty: Duty) -> None:
    load_ipython_extension(shell)
    assert set(shown(shell, [duty, 1])) == {"text/plain"}


def test_the_formatter_of_another_is_kept_and_given_back(shell: Shell, duty: Duty) -> None:
    html = shell.display_formatter.formatters["text/html"]
    html.for_type(list, lambda rows: f"<b>{len(rows)}</b>")
    load_ipython_extension(shell)
    assert shown(shell, [1, 2])["text/html"] == "<b>2</b>"
    assert shown(shell, [duty])["text/html"].startswith("<table")
    unload_ipython_extension(shell)
    assert shown(shell, [duty])["text/html"] == "<b>1</b>"
    assert "text/html" not in shown(shell, duty)


def test_the_language_is_that_of_the_program(
    shell: Shell, duty: Duty, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_ipython_extension(shell)
    monkeypatch.setenv("ZHENGMAI_LANG", "en")
    assert "<th>evidence</th>" in shown(shell, duty)["text/html"]


def test_a_picture_is_shown_as_itself(shell: Shell, duty: Duty) -> None:
    assert shown(shell, to_pyvis(duty))["text/html"].startswith("<iframe")


def test_the_extension_is_loaded_by_its_name(shell: Shell, duty: Duty) -> None:
    shell.extension_manager.load_extension("exports.notebook")
    assert shown(shell, [duty])["text/html"].startswith("<table")


def test_tables_need_no_ipython() -> None:
    code = (
        "import sys; sys.modules['IPython'] = None\n"
        "from exports.notebook import table\n"
        "from graph.answers.stats import Count\n"
        "print(table([Count(kind='rights', count=3)])._repr_html_())"
    )
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8"
    )
    assert "权利" in done.stdout
