"""What tests of all rooms share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from graph.errors import NotADocument
from graph.pipeline import add, read_file
from graph.store import open_store
from tests.graph.chain import NATION, PROVINCE, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Reading
    from graph.store import Store

# How long an example takes is measured in the benchmarks and is no property of the code.
settings.register_profile("short", deadline=None)
settings.register_profile("long", deadline=None, max_examples=1000)
settings.load_profile("short")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real documents beside a checkout; without it the test is skipped."""
    folder = ROOT.parent / "shared" / "corpus"
    if not folder.is_dir():
        pytest.skip("the corpus of real documents (../shared/corpus) is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def corpus_readings(corpus: Path) -> dict[str, Reading]:
    """The readings of the texts of the corpus that are documents, by the names of their files."""
    found = {}
    for path in sorted(corpus.glob("*.txt")):
        try:
            found[path.name] = read_file(path)
        except NotADocument:
            continue
    return found


CITY = """关于印发{city}推进城市落户工作方案的通知
{code}〔{year}〕{number}号

各县(市、区)人民政府,市级各部门:

  《{city}推进城市落户工作方案》已经市政府同意,现印发你们,请认真贯彻执行。

{city}人民政府办公室
{year}年6月1日

{city}推进城市落户工作方案

  一、主要任务

  {clauses}
"""
CLAUSES_2017 = """(一)放宽落户条件。方便群众办理。(市公安局牵头,各级公安机关配合)

  (二)落实医疗保险。2017年底前做好参保人员医保关系转移接续。(市人社局牵头)

  (三)落实养老保险。做好参保人员养老保险关系转移接续。(市人社局牵头)

  (四)衔接生育政策。做好计划生育奖励扶助等政策衔接。(市卫计委负责)"""
CLAUSES_2020 = """(一)放宽落户条件。方便群众办理。(市公安局牵头,相关部门配合)

  (二)落实医疗保险。做好参保人员医保关系转移接续。(市医保局牵头,市卫健委配合)

  (三)发展群众体育。建设健身场地,开展全民健身活动。(市教育体育局负责)"""


@pytest.fixture(scope="session")
def two_cities(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of two invented documents: one of 达州 in 2017, one of 广安 in 2020."""
    folder = tmp_path_factory.mktemp("cities")
    dazhou = CITY.format(city="达州市", code="达市府办", year=2017, number=8, clauses=CLAUSES_2017)
    guangan = CITY.format(
        city="广安市", code="广安府办", year=2020, number=11, clauses=CLAUSES_2020
    )
    (folder / "dazhou.txt").write_text(dazhou, encoding="utf-8")
    (folder / "guangan.txt").write_text(guangan, encoding="utf-8")
    return folder


@pytest.fixture
def pair_store(tmp_path: Path) -> Iterator[Store]:
    """A store that a test may change: the invented plan of the nation and that of the province."""
    with open_store(tmp_path / "store", write=True) as store:
        add(store, read(NATION, "nation.txt"))
        add(store, read(PROVINCE, "province.txt"))
        yield store
