"""A small reading made by hand, with sentences of 库政办发〔2018〕171号, and that document."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from typing import TYPE_CHECKING

import pytest

from graph import iri, pipeline
from graph.files import documents_in
from graph.model import (
    Citation,
    Condition,
    Deadline,
    DeadlineKind,
    Document,
    Form,
    GroupMention,
    Jurisdiction,
    Norm,
    NormKind,
    Operator,
    Place,
    Provision,
    ProvisionKind,
    Reading,
    Relation,
    Responsibility,
    RightMention,
    Role,
    SourceText,
    Span,
    Target,
    TextWarning,
    Work,
)
from graph.store import Store, open_store
from graph.triples import vocabulary_triples
from tests.graph import chain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = """关于印发库尔勒市推动非户籍人口在城市落户实施方案的通知
文号: 库政办发〔2018〕171号
库尔勒市人民政府办公室
2018年10月15日
库尔勒市推动非户籍人口在城市落户实施方案
为贯彻落实《国务院办公厅关于印发推动1亿非户籍人口在城市落户方案的通知》(国办发〔2016〕72号)精神,制定本实施方案。
三、进一步拓宽落户通道
1. 对在我市城镇就业居住5年以上的农业转移人口,可在现居住就业地申请落户。(市公安局牵头,相关部门配合)
四、制定实施配套政策
(六)不得强行要求进城落户农民转让其在农村的土地承包权。2018年组织开展中期评估。全市户籍人口城镇化率稳步保持在80%。
澳门银河国际娱乐"""
PLAN = "库尔勒市推动非户籍人口在城市落户实施方案"
PARENT = "国务院办公厅关于印发推动1亿非户籍人口在城市落户方案的通知"


def span(words: str, after: str = "") -> Span:
    """Return where words first stand in the text, after other words."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


def until(first: str, last: str) -> Span:
    """Return the stretch from the beginning of some words to the end of others."""
    return Span(span(first).start, span(last, first).end)


def provision(label: str, words: tuple[str, str], **values: object) -> Provision:
    whole = until(*words)
    fields = {"label": label, "span": whole, "own": (whole,), "work": 1, **values}
    return Provision(**fields)  # type: ignore[arg-type]  # the keywords of each call are its fields


TENURE = "不得强行要求进城落户农民转让其在农村的土地承包权。"
TAIL = span("(市公安局牵头,相关部门配合)")
AT_FIRST = {"where": "三1", "work": 1, "rule": "responsibility-tail", "span": TAIL}

PROVISIONS = (
    provision(
        "三",
        ("三、", "拓宽落户通道"),
        path=("三",),
        kind=ProvisionKind.LEVEL1,
        heading="进一步拓宽落户通道",
        position=1,
        parent=None,
    ),
    provision(
        "三1",
        ("1. 对在", "配合)"),
        path=("三", "1"),
        kind=ProvisionKind.LEVEL3,
        heading="",
        position=2,
        parent="三",
    ),
    provision(
        "四",
        ("四、", "配套政策"),
        path=("四",),
        kind=ProvisionKind.LEVEL1,
        heading="制定实施配套政策",
        position=3,
        parent=None,
    ),
    provision(
        "四（六）",
        ("(六)", "80%。"),
        path=("四", "（六）"),
        kind=ProvisionKind.LEVEL2,
        heading="",
        position=4,
        parent="四",
    ),
)


@pytest.fixture(scope="session")
def reading() -> Reading:
    """A notice with one annex of four provisions, and a finding of every kind."""
    source = SourceText(
        text=TEXT,
        name="korla.txt",
        media_type="text/plain",
        encoding="utf-8",
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        warnings=(TextWarning("advertisement", "页面广告 / an advertisement", span("澳门银河")),),
    )
    document = Document(
        source=source,
        number="库政办发〔2018〕171号",
        title="关于印发库尔勒市推动非户籍人口在城市落户实施方案的通知",
        issuer="库尔勒市人民政府办公室",
        date_issued=dt.date(2018, 10, 15),
        jurisdiction=Jurisdiction("652801", "库尔勒市"),
        works=(
            Work("关于印发库尔勒市推动非户籍人口在城市落户实施方案的通知", "通知", Span(0, 80)),
            Work(PLAN, "方案", until("库尔勒市推动非户籍人口在城市落户实施方案\n为", "80%。")),
        ),
        provisions=PROVISIONS,
        evidence={"number": span("库政办发〔2018〕171号"), "date_issued": span("2018年10月15日")},
    )
    return Reading(
        document=document,
        citations=(
            Citation(
                where=Place.TITLE,
                work=0,
                span=span(PLAN),
                rule="citation-forwards",
                title=PLAN,
                number=None,
                relation=Relation.FORWARDS,
            ),
            Citation(
                where=Place.PREAMBLE,
                work=1,
                span=until("《国务院", "72号)"),
                rule="citation-title-number",
                title=PARENT,
                number="国办发〔2016〕72号",
                relation=Relation.IMPLEMENTS,
            ),
        ),
        responsibilities=(
            Responsibility(
                **AT_FIRST,  # type: ignore[arg-type]  # shared fields
                agency="市公安局",
                as_written="市公安局",
                name_span=span("市公安局"),
                role=Role.LEAD,
                form=Form.TAIL,
                open=False,
            ),
            Responsibility(
                **AT_FIRST,  # type: ignore[arg-type]  # shared fields
                agency="相关部门",
                as_written="相关部门",
                name_span=span("相关部门"),
                role=Role.SUPPORT,
                form=Form.TAIL,
                open=True,
            ),
        ),
        norms=(
            Norm(
                where="四（六）", work=1, span=span(TENURE), rule="norm", kind=NormKind.PROHIBITION
            ),
        ),
        groups=(
            GroupMention(
                where="三1", work=1, span=span("农业转移人口"), rule="group", group="农业转移人口"
            ),
        ),
        rights=(
            RightMention(
                where="四（六）",
                work=1,
                span=span("土地承包权"),
                rule="right",
                right="土地承包权",
                holder="进城落户农民",
            ),
        ),
        conditions=(
            Condition(
                where="三1",
                work=1,
                span=span("居住5年以上"),
                rule="condition",
                subject="在我市城镇就业居住",
                operator=Operator.GTEQ,
                value=5.0,
                unit="年",
            ),
        ),
        targets=(
            Target(
                where="四（六）",
                work=1,
                span=until("全市户籍", "80%"),
                rule="target",
                measure="全市户籍人口城镇化率",
                operator=Operator.EQ,
                value=80,
                unit="%",
            ),
        ),
        deadlines=(
            Deadline(
                where="四（六）",
                work=1,
                span=span("2018年组织开展中期评估"),
                rule="deadline",
                kind=DeadlineKind.EVALUATION,
                date=dt.date(2018, 12, 31),
                year=2018,
                term=span("2018年", after="土地承包权"),
            ),
        ),
    )


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store, opened for reading, that holds the vocabulary and 库政办发〔2018〕171号."""
    path = tmp_path_factory.mktemp("sample") / "store"
    with open_store(path, write=True) as store:
        store.replace(iri.ONTOLOGY_GRAPH, vocabulary_triples())
        pipeline.add(store, pipeline.read_sample())
    with open_store(path, write=False) as store:
        yield store


@pytest.fixture(scope="session")
def cities_store(tmp_path_factory: pytest.TempPathFactory, two_cities: Path) -> Iterator[Store]:
    """A store, opened for reading, of two cities of one province."""
    path = tmp_path_factory.mktemp("cities") / "store"
    with open_store(path, write=True) as store:
        for file in documents_in([two_cities]):
            pipeline.add(store, pipeline.read_file(file))
    with open_store(path, write=False) as store:
        yield store


@pytest.fixture(scope="session")
def circular_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of two documents that rest on each other: the sample, and it with numbers swapped.

    Both have the same clauses; the second bears the number 新政发〔2014〕68号.
    """
    first = pipeline.read_sample()
    ours, theirs = "库政办发〔2018〕171号", "新政发〔2014〕68号"
    text = first.document.source.text.replace(ours, "*").replace(theirs, ours).replace("*", theirs)
    swapped = dataclasses.replace(
        first.document.source, text=text, sha256=hashlib.sha256(text.encode()).hexdigest()
    )
    with open_store(tmp_path_factory.mktemp("circular") / "store", write=True) as store:
        store.replace(iri.ONTOLOGY_GRAPH, vocabulary_triples())
        pipeline.add(store, first)
        pipeline.add(store, pipeline.read_text(swapped))
        yield store


@pytest.fixture(scope="session")
def chain_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of the invented chain: centre, province and city, a repealing and a citing notice."""
    path = tmp_path_factory.mktemp("chain") / "store"
    with open_store(path, write=True) as store:
        chain.fill(store)
    with open_store(path, write=False) as store:
        yield store
