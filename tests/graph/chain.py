"""A small invented chain: a plan of the centre, one of a province, one of a city."""

from __future__ import annotations

import atexit
import hashlib
import shutil
import tempfile
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from graph import iri, pipeline
from graph.alignments import Shelf
from graph.answers.correspondences import all_correspondences
from graph.answers.gaps import Gap
from graph.model import Reading, SourceText
from graph.pipeline import read_text
from graph.questions import load
from graph.references import find_reference
from graph.reviewing import review, statements
from graph.reviews.decisions import Decision
from graph.reviews.recorded import Verdict
from graph.store import Iri, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Store

NATION = """国务院办公厅关于印发推进养老服务发展方案的通知
国办发〔2030〕5号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
《推进养老服务发展方案》已经国务院同意，现印发给你们，请认真贯彻执行。
国务院办公厅
2030年3月1日

推进养老服务发展方案

为推进养老服务发展，制定本方案。

一、总体要求

（一）基本原则。坚持政府引导、市场驱动，统筹城乡养老资源，充分尊重老年人意愿。

（二）主要目标。到2035年，全国城市社区养老服务设施覆盖率达到90%。

二、重点任务

（三）放宽公办养老机构入住条件。在当地连续居住满五年的老年人，本人及其配偶可以申请入住公办养老机构，入住条件中对缴纳医疗保险的年限要求不得超过5年。（民政部牵头）

（四）健全老年助餐服务网络。依托社区食堂、机构食堂和餐饮企业设置老年助餐点，为老年人提供就餐、送餐服务。支持餐饮企业研发低盐低糖的营养菜品，在菜单上明码标价并公示热量。（民政部、商务部牵头）

（五）加强护理人员培训。将护理人员培训纳入职业技能提升行动，对取得职业资格证书的护理人员给予一次性培训补贴。（人力资源社会保障部牵头）

（六）完善老年人交通优待政策。探索实行老年人免费乘坐城市公共汽车制度，具体办法确保在2031年底前出台。（交通运输部牵头）

（七）规范养老机构债券融资。健全养老项目收益债券信息披露和信用评级制度，防范化解债务风险。（国家发展改革委、证监会负责）

三、保障措施

（八）强化审计监督。将养老服务资金使用情况纳入国家重大政策措施落实情况跟踪审计范围。（审计署牵头）
"""

PROVINCE = """云山省人民政府办公厅关于印发云山省推进养老服务发展实施方案的通知
云政办发〔2030〕18号
各市、县人民政府，省政府各部门：
《云山省推进养老服务发展实施方案》已经省人民政府同意，现印发给你们，请认真贯彻执行。
云山省人民政府办公厅
2030年8月1日

云山省推进养老服务发展实施方案

根据《国务院办公厅关于印发推进养老服务发展方案的通知》（国办发〔2030〕5号），制定本方案。

一、总体要求

坚持政府引导、市场驱动，统筹城乡养老资源，充分尊重老年人意愿。

二、主要目标

到2035年，全省城市社区养老服务设施覆盖率达到90%。

三、重点任务

（一）放宽公办养老机构入住条件。在我省连续居住满三年的老年人，本人及其配偶、父母可以申请入住公办养老机构，入住条件中对缴纳医疗保险的年限要求不得超过2年。（省民政厅牵头）

（二）健全老年助餐服务网络。依托社区食堂、机构食堂和餐饮企业设置老年助餐点，为老年人提供就餐、送餐服务。（省民政厅、省商务厅按职责分工负责）

（三）加强护理人员培训。将护理人员培训纳入职业技能提升行动，对取得职业资格证书的护理人员给予一次性培训补贴。（省人力资源社会保障厅牵头）

（四）完善老年人交通优待政策。全面实行老年人免费乘坐城市公共汽车制度，具体办法要尽快出台。残疾人可以凭证免费乘坐城市公共汽车。（省交通运输厅牵头）

（五）发展森林康养旅游。利用国有林场和温泉资源建设康养基地，打造山地旅游精品线路。（省林业局负责）

四、保障措施

（六）强化审计监督。将养老服务资金使用情况纳入省重大政策措施落实情况跟踪审计范围。审计机关每年选择三分之一的县开展养老服务专项审计调查，向社会公布审计结果。（省审计厅牵头）
"""

CITY = """河口市人民政府办公室关于印发河口市推进养老服务发展实施细则的通知
河政办发〔2031〕7号
各区人民政府，市政府各部门：
《河口市推进养老服务发展实施细则》已经市人民政府同意，现印发给你们，请认真贯彻执行。
河口市人民政府办公室
2031年2月1日

河口市推进养老服务发展实施细则

根据云政办发〔2030〕18号文件，制定本细则。

一、放宽公办养老机构入住条件。在我市连续居住满六年的老年人，本人及其配偶可以申请入住公办养老机构。（市民政局牵头）

二、健全老年助餐服务网络。利用社区食堂、机构食堂和餐饮企业设置老年助餐点，为老年人提供就餐和送餐服务。（市民政局、市商务局按职责分工负责）
"""

# Two clauses more: of one a parent is likely and another one possible, of the other one possible.
WAITING_CITY = f"""{CITY}
三、做好出行服务。公交企业为老年人乘坐公共汽车提供便利，设置老年人专座。（市交通运输局负责）

四、组织老年人春游。免费安排公共汽车接送。（市民政局负责）
"""

COUNTY = """云岭县人民政府关于印发云岭县养老服务补贴办法的通知
云岭政发〔2031〕9号
各乡镇人民政府，县政府各部门：
现将《云岭县养老服务补贴办法》印发给你们，请认真贯彻执行。
云岭县人民政府
2031年6月1日

云岭县养老服务补贴办法

根据《云山省推进养老服务发展实施方案》，制定本办法。

一、健全老年助餐服务网络。依托社区食堂、机构食堂设置老年助餐点，为老年人提供就餐、送餐服务。（县民政局负责）

二、本办法自2031年7月1日起施行，《云岭县老年人补贴办法》（云岭政发〔2020〕3号）同时废止。
"""
OTHER_CITY = """云湖市人民政府关于推进养老服务发展的通知
云湖政发〔2031〕2号
各县（区）人民政府：
根据《云岭县老年人补贴办法》（云岭政发〔2020〕3号），现就有关事项通知如下：

一、做好老年人补贴发放。按月发放老年人补贴，不得拖欠。（市民政局负责）

云湖市人民政府
2031年3月1日
"""

TEXTS = {
    "nation.txt": NATION,
    "province.txt": PROVINCE,
    "city.txt": CITY,
    "county.txt": COUNTY,
    "other-city.txt": OTHER_CITY,
}


def read(text: str, name: str) -> Reading:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return read_text(SourceText(text, name, "text/plain", "utf-8", digest))


@contextmanager
def opened_pair(folder: Path) -> Iterator[Store]:
    """Open a new store in a folder that holds the national document and the province's."""
    built = _built(("nation.txt", NATION), ("province.txt", PROVINCE))
    with open_store(shutil.copytree(built, folder / "store"), write=True) as store:
        yield store


@contextmanager
def opened_waiting(folder: Path) -> Iterator[Store]:
    """Open a new store of a chain whose lowest document has correspondences to be reviewed."""
    built = _built(("nation.txt", NATION), ("province.txt", PROVINCE), ("city.txt", WAITING_CITY))
    with open_store(shutil.copytree(built, folder / "store"), write=True) as store:
        yield store


@cache
def _built(*documents: tuple[str, str]) -> Path:
    """Return a store of documents, by their files, that each test which changes it copies."""
    folder = Path(tempfile.mkdtemp(prefix="zhengmai-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with open_store(folder / "store", write=True) as store:
        for name, text in documents:
            pipeline.add(store, read(text, name))
    return folder / "store"


def fill(store: Store) -> None:
    """Put the chain, the other notices, one justification and two reviews into an empty store."""
    aligner = pipeline.open_aligner(store)
    for name, text in TEXTS.items():
        pipeline.add(store, read(text, name), aligner)
    clause = find_reference(store, "国办发〔2030〕5号 二（七）")
    pipeline.justify(store, clause, "债券由省里发行", Gap.NO_CHILD)
    meals = alignment(store, "云政办发〔2030〕18号 三（二）", "国办发〔2030〕5号 二（四）")
    norm = f"{find_reference(store, '云湖政发〔2031〕2号 一').iri}/norm/1"
    review(store, [decide(store, meals, Verdict.ACCEPTED), decide(store, norm, Verdict.REJECTED)])


def alignment(store: Store, child: str, parent: str) -> str:
    """Return the IRI of the alignment of two clauses, given as references."""
    one, other = find_reference(store, child).iri, find_reference(store, parent).iri
    (found,) = all_correspondences(store, child=one, parent=other)
    return found.iri


def decide(
    store: Store, finding: str, verdict: Verdict, correction: str = "", note: str = ""
) -> Decision:
    """Return a decision as the page gives it out."""
    within = iri.owner(finding, store)
    known = statements(store, Shelf(store, pipeline.read_all), within)[finding]
    rows = store.select(load("pairs"), pair=Iri(within))
    return Decision(
        finding=finding,
        document=rows[0].one("childDocument", str) if rows else within,
        statement=known.fingerprint,
        decision=verdict,
        correction=correction,
        note=note,
        says="",
        quote=known.quote,
        start=known.start,
        end=known.end,
    )
