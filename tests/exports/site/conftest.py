"""Sites of one document and of a family of them, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html

from exports.site import site
from graph.pipeline import add, read_file
from graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store import Store


def parsed(content: bytes) -> Any:  # noqa: ANN401 - lxml's own types are too wide to ask anything
    """A page as a tree."""
    return html.fromstring(content.decode())


@dataclass(frozen=True)
class Pages:
    """The files of a site by their paths."""

    files: dict[str, bytes]

    def find(self, path: str, xpath: str) -> list[Any]:
        """What an XPath finds in a page."""
        return list(parsed(self.files[path]).xpath(xpath))

    def words(self, path: str, xpath: str = "//main") -> str:
        """The words of a page, with single blanks."""
        return " ".join(
            " ".join(str(each.text_content()).split()) for each in self.find(path, xpath)
        )

    def html(self) -> Iterator[str]:
        """The paths of the pages."""
        return (path for path in self.files if path.endswith(".html"))


@pytest.fixture(scope="session")
def pages(store: Store) -> Pages:
    return Pages(dict(site(store)))


@pytest.fixture(scope="session")
def english(store: Store) -> Pages:
    return Pages(dict(site(store, lang="en")))


@pytest.fixture(scope="session")
def family_store(two_cities: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of two cities before and after the reform of 2018, and of a county below one."""
    with open_store(tmp_path_factory.mktemp("family") / "store", write=True) as opened:
        for file in (*sorted(two_cities.iterdir()), _county(tmp_path_factory.mktemp("county"))):
            add(opened, read_file(file))
        yield opened


@pytest.fixture(scope="session")
def english_family(family_store: Store) -> Pages:
    return Pages(dict(site(family_store, lang="en")))


@pytest.fixture(scope="session")
def family(family_store: Store) -> Pages:
    return Pages(dict(site(family_store)))


def _county(folder: Path) -> Path:
    file = folder / "dachuan.txt"
    file.write_text(COUNTY, encoding="utf-8")
    return file


COUNTY = """关于印发达川区推进城市落户实施方案的通知
达川府办〔2018〕5号

各乡镇人民政府,区级各部门:

  《达川区推进城市落户实施方案》已经区政府同意,现印发你们,请认真贯彻执行。

达州市达川区人民政府办公室
2018年3月1日

达川区推进城市落户实施方案

  为贯彻落实《达州市推进城市落户工作方案》(达市府办〔2017〕8号)精神,制定本方案。

  一、主要任务

  (一)放宽落户条件。居住满2年即可落户,方便群众办理。(区公安分局牵头,相关部门配合)

  (二)落实医疗保险。2018年底前做好参保人员医保关系转移接续。(区人社局牵头)

  (三)衔接生育政策。做好计划生育奖励扶助等政策衔接。(区卫计局负责)

  (四)建设文化礼堂。组织文艺演出,丰富村民生活。(区文广局牵头)

  (五)加强保障。1.落实经费。区财政局足额安排。2.加强宣传。各乡镇广泛发动。
"""
