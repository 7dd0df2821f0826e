"""A site that was zipped, carried elsewhere and unzipped, in a real browser, offline."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from exports.destination import write_folder
from exports.site import site
from exports.site.addresses import address
from exports.site.index import index_script, levels, names_script
from exports.site.things import Listed
from ontology import names
from tests.exports.site.test_index import ten_thousand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from graph.store import Store
    from tests.exports.site.conftest import Pages

_PLAN = f"{names.ID}document/库政办发/2018/171"
# One page of each kind, of the sample; and those that only a family of documents has.
KINDS = {
    "index": "index.html",
    "document": address("document", _PLAN),
    "provision": address("provision", f"{_PLAN}/annex/1/四/（六）"),
    "agency": address("agency", f"{names.ID}agency/652801/公安局"),
    "group": address("group", f"{names.ID}group/农业转移人口"),
    "right": address("right", f"{names.ID}right/宅基地使用权"),
    "stub": address("document", f"{names.ID}document/新政发/2014/68"),
    "documents": "document/index.html",
    "agencies": "agency/index.html",
}
_COUNTY = f"{names.ID}document/达川府办/2018/5"
FAMILY = {
    "inside": address("document", _COUNTY),
    "aligned": address("provision", f"{_COUNTY}/annex/1/一/（二）"),
    "successor": address("agency", f"{names.ID}agency/511700/卫生健康委员会"),
}
_WATCH = (
    "addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective))"
)


@dataclass
class Seen:
    """A page of a site that is open, and all that it asked for and complained of."""

    page: Page
    root: str
    elsewhere: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def words(self, selector: str) -> str:
        return " ".join(self.page.locator(selector).inner_text().split())

    def values(self, facet: str) -> list[str]:
        """The values of a facet, with their counts."""
        found = self.page.locator(f'[data-facet="{facet}"] label').all_inner_texts()
        return [" ".join(each.split()) for each in found]

    def hash(self) -> str:
        return str(self.page.evaluate("location.hash")).removeprefix("#")

    def listed(self) -> list[str]:
        return self.page.locator("#rows a").all_inner_texts()


class Look(Protocol):
    def __call__(self, path: str, folder: Path | None = None, **context: Any) -> Seen: ...  # noqa: ANN401


@pytest.fixture(scope="session")
def unzipped(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample as it comes out of a zip."""
    made = tmp_path_factory.mktemp("made") / "site"
    write_folder(made, site(store), force=False)
    archive = tmp_path_factory.mktemp("carried") / "site.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for each in sorted(made.rglob("*")):
            file.write(each, each.relative_to(made))
    elsewhere = tmp_path_factory.mktemp("内网 资料")
    with zipfile.ZipFile(archive) as file:
        file.extractall(elsewhere)
    return elsewhere


@pytest.fixture(scope="session")
def family_folder(family: Pages, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a family of documents."""
    made = tmp_path_factory.mktemp("family") / "site"
    write_folder(made, family.files.items(), force=False)
    return made


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of ten thousand documents."""
    folder = tmp_path_factory.mktemp("many")
    return write_many(folder)


def write_many(folder: Path) -> Path:
    """Write an index of ten thousand documents, and the names of ten thousand agencies."""
    from exports.site.site import Site
    from graph.store import open_store

    with open_store(folder / "store", write=True) as store:
        empty = Site(store)
        for name in ("index.html", "site.css", "dark.css", "site-index.js"):
            (folder / name).write_bytes(empty.file(name))
    agencies = [Listed(str(at), "agency", f"第{at}局") for at in range(10_000)]
    (folder / "index-data.js").write_bytes(index_script(ten_thousand(), levels("zh")))
    (folder / "index-names.js").write_bytes(names_script(agencies, lambda iri: iri, "zh"))
    return folder


@pytest.fixture
def look(browser: Browser, unzipped: Path) -> Iterator[Look]:
    """Open a page of a site in a browser without a network, and watch it."""
    contexts = []

    def go(path: str, folder: Path | None = None, **context: Any) -> Seen:  # noqa: ANN401
        settings: dict[str, Any] = {
            "viewport": {"width": 1280, "height": 800},
            "offline": True,
        } | context
        contexts.append(browser.new_context(**settings))
        root = f"{(folder or unzipped).resolve().as_uri()}/"
        seen = Seen(contexts[-1].new_page(), root)
        if settings.get("java_script_enabled", True):
            seen.page.add_init_script(_WATCH)
        seen.page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((root, "data:"))
                else seen.elsewhere.append(request.url)
            ),
        )
        seen.page.on("requestfailed", lambda failed: seen.messages.append(failed.url))
        seen.page.on("console", lambda said: seen.messages.append(said.text))
        seen.page.on("pageerror", lambda error: seen.messages.append(str(error)))
        seen.page.goto(root + path)
        return seen

    yield go
    for context in contexts:
        context.close()
