"""Nothing is asked from anywhere and nothing foreign runs; each safeguard by itself is needed."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from exports import markup
from exports.markup import environment
from exports.page import page
from exports.page.render import VIEWS
from tests.exports.page.browser.conftest import link

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store import Store
    from tests.exports.page.browser.conftest import Open

PLAN = "document/库政办发/2018/171/annex/1"
IMAGE = '<img src="https://example.org/x.png">'
SCRIPT = "<script>alert(1)</script>"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_asks_for_nothing_and_complains_of_nothing(
    visit: Open, sample: Path, view: str, scheme: str
) -> None:
    seen = visit(sample, f"view={view}&select={link(f'{PLAN}/四/（六）')}", color_scheme=scheme)
    seen.page.locator(f"#view-{view}").wait_for()
    seen.press("l", "t", "f", "0", "?", "Escape")
    seen.page.locator("#shown").wait_for()
    assert seen.quiet(), (seen.requests, seen.messages)


def test_the_graph_is_drawn_without_webgl(visit: Open, sample: Path) -> None:
    seen = visit(sample)
    assert seen.page.evaluate("document.createElement('canvas').getContext('webgl')") is None
    drawn = """() => {
        const canvas = document.querySelector("#graph canvas");
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return data.some((value) => value > 0);
    }"""
    assert seen.page.evaluate(drawn)


@pytest.mark.parametrize("view", VIEWS)
def test_hostile_texts_do_nothing_in_any_view(
    visit: Open, hostile: Store, tmp_path: Path, view: str
) -> None:
    file = tmp_path / "hostile.html"
    file.write_bytes(page(hostile))
    seen = visit(file, f"view={view}&select={link('document/测/2020/1/一')}")
    seen.press("?", "Escape", "l")
    assert seen.quiet(), seen.messages
    assert seen.page.evaluate("document.querySelectorAll('img').length") == 0


def test_a_hostile_hash_does_nothing(visit: Open, sample: Path) -> None:
    seen = visit(
        sample, "view=%3Cscript%3E&select=__proto__&at=9:1-2&hide=kinds:constructor&lang=xx"
    )
    assert seen.quiet(), seen.messages
    assert (seen.state["view"], seen.state["select"], seen.state["lang"]) == ("graph", "", "zh")


# Each safeguard, by what happens without it.


def test_without_the_escapes_a_text_would_end_its_script(
    visit: Open, hostile: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(markup, "_ESCAPES", {})
    file = tmp_path / "bare.html"
    file.write_bytes(page(hostile))
    assert not visit(file).quiet()


def test_only_the_policy_keeps_out_a_script_that_got_in(
    visit: Open, sample: Path, tmp_path: Path
) -> None:
    html = sample.read_text("utf-8").replace("<main>", f"<main>{SCRIPT}")
    file = tmp_path / "script.html"
    file.write_text(html, "utf-8")
    seen = visit(file)
    assert "dialog" not in seen.messages
    assert any("CSP script-src" in message for message in seen.messages)
    file.write_text(html.replace("Content-Security-Policy", "X-None"), "utf-8")
    assert "dialog" in visit(file).messages


def test_only_the_policy_keeps_an_image_from_being_asked_for(
    visit: Open, sample: Path, tmp_path: Path
) -> None:
    html = sample.read_text("utf-8").replace("<main>", f"<main>{IMAGE}")
    file = tmp_path / "image.html"
    file.write_text(html, "utf-8")
    seen = visit(file)
    assert seen.requests == []
    assert any("CSP img-src" in message for message in seen.messages)
    file.write_text(html.replace("Content-Security-Policy", "X-None"), "utf-8")
    assert visit(file).requests == ["https://example.org/x.png"]


@pytest.mark.parametrize(
    ("element", "directive"),
    [
        ("<style>header { display: none }</style>", "style-src"),
        ('<p style="color: red">x</p>', "style-src"),
        ('<link rel="stylesheet" href="https://example.org/x.css">', "style-src"),
        ('<img src="data:," onerror="alert(1)">', "script-src"),
        ('<script src="https://example.org/x.js"></script>', "script-src"),
        ('<iframe src="https://example.org/"></iframe>', "frame-src"),
        ('<object data="https://example.org/x"></object>', "object-src"),
        ('<video src="https://example.org/x"></video>', "media-src"),
        ('<base href="https://example.org/">', "base-uri"),
        ('<a id="go" href="javascript:alert(1)">x</a>', "script-src"),
        ('<form action="https://example.org/"><button id="go">x</button></form>', "form-action"),
    ],
)
def test_only_the_policy_stops_what_got_in(
    visit: Open, sample: Path, tmp_path: Path, element: str, directive: str
) -> None:
    """Where every other safeguard failed; without the policy nothing is stopped."""
    html = sample.read_text("utf-8").replace("<main>", f"<main>{element}")
    for name, content, stopped in (
        ("kept.html", html, True),
        ("open.html", html.replace("Content-Security-Policy", "X-None"), False),
    ):
        file = tmp_path / name
        file.write_text(content, "utf-8")
        seen = visit(file)
        if 'id="go"' in element:
            seen.page.evaluate("document.getElementById('go').click()")
            seen.page.wait_for_timeout(100)
        said = [message for message in seen.messages if f"CSP {directive}" in message]
        assert bool(said) == stopped, seen.messages
        assert not stopped or (seen.requests == [] and "dialog" not in seen.messages)


def test_only_what_a_template_escapes_stays_text(
    visit: Open, hostile: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = environment()
    made.autoescape = False
    monkeypatch.setattr(sys.modules["exports.page.render"], "environment", lambda: made)
    file = tmp_path / "unescaped.html"
    file.write_bytes(page(hostile))
    assert not visit(file).quiet()


def test_what_is_kept_from_another_time_is_checked(visit: Open, sample: Path) -> None:
    seen = visit(sample)
    kept = json.dumps({"no/such/finding": {"decision": "accepted"}, "__proto__": 1})
    seen.page.evaluate(
        "kept => localStorage.setItem('zhengmai ' + zhengmai.graph.documents[0].id, kept)", kept
    )
    seen.page.reload()
    assert "0/" in seen.text("#reviewed")
    assert seen.quiet()
