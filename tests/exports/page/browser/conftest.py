"""A real browser on the pages: Debian's chromium through Playwright, offline."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import quote

import pytest

from exports.page import page
from graph.pipeline import read_sample
from tests.exports.page.browser.pages import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog, Page, Request

    from graph.store import Store

BASE = "https://w3id.org/zhengmai/id/"
# Told to the page before its own scripts run; the policy of the page does not bind the tests.
_WATCH = (
    "addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective))"
)


@dataclass
class Visit:
    """A page that is open, and everything that it did besides being drawn."""

    page: Page
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def quiet(self) -> bool:
        """Whether it asked for nothing and complained of nothing."""
        return not self.requests and not self.messages

    def text(self, selector: str) -> str:
        return self.page.locator(selector).inner_text()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    @property
    def state(self) -> dict[str, str]:
        return dict(self.page.evaluate("({...zhengmai.state.now})"))


class Open(Protocol):
    def __call__(self, file: Path, hash_: str = "", **context: Any) -> Visit: ...  # noqa: ANN401


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    """Open a file in a browser without a network, and watch it."""
    contexts = []

    def go(file: Path, hash_: str = "", **context: Any) -> Visit:  # noqa: ANN401
        settings: dict[str, Any] = {
            "viewport": {"width": 1280, "height": 800},
            "offline": True,
        } | context
        contexts.append(browser.new_context(**settings))
        seen = Visit(contexts[-1].new_page())
        address = file.resolve().as_uri()
        seen.page.add_init_script(_WATCH)
        seen.page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((address, "data:", "blob:"))
                else seen.requests.append(request.url)
            ),
        )
        seen.page.on("requestfailed", lambda failed: stopped(seen, failed))
        seen.page.on("console", lambda said: seen.messages.append(said.text))
        seen.page.on("pageerror", lambda error: seen.messages.append(str(error)))
        seen.page.on("dialog", lambda dialog: dismissed(seen, dialog))
        seen.page.goto(f"{address}#{hash_}")
        return seen

    yield go
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def sample(store: Store, korla: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the sample."""
    file = tmp_path_factory.mktemp("page") / "sample.html"
    file.write_bytes(page(store, korla))
    return file


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Pages of every kind."""
    return written(tmp_path_factory.mktemp("pages"))


def dismissed(seen: Visit, dialog: Dialog) -> None:
    """Note a dialog, which no page of ours opens, and close it."""
    seen.messages.append("dialog")
    dialog.dismiss()


def stopped(seen: Visit, request: Request) -> None:
    """Forget a request that the policy of the page kept from being made."""
    if request.failure == "csp":
        seen.requests.remove(request.url)


def link(*things: str) -> str:
    """A selection as it stands in the hash."""
    return quote(
        " ".join(f"~{thing.removeprefix(BASE)}" if "/" in thing else thing for thing in things)
    )


@pytest.fixture(scope="session")
def source_text() -> str:
    """The decoded text of the sample."""
    return read_sample().document.source.text
