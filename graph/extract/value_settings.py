"""What the section of a value says of it: background, aims, rules, or an article.

Forms read::

    一、实施背景, 主要成效                     values there are the case already
    发展目标, 主要指标                         they are aims
    申报条件, 补助标准                         they are rules
    确诊符合以下标准：（一）…                  the items of a list of requirements, too
    第三条 …                                   an article of a statute rules
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.grammar.measure_words import forms_of
from graph.model import Place, ProvisionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.model import Document, Provision

_REPORT = re.compile(r"(?:报告|总结|情况的?通报)$|授予|表彰|表扬|命名")
_LONGEST_HEADING = 20  # characters: a longer one is the first sentence of its section
_LONGEST_LEAD = 60  # characters of the last clause of a lead
_RULE_LEAD = re.compile(
    r"(?:符合|具备|满足|具有|达到|下列|以下)[^，。；：\n]{0,14}"
    r"(?:条件|标准|要求|资质|资格|情形|指征|之一|(?:\d|[一二三四五])项[^，。；：\n]{0,4})[^，。；：\n]{0,8}：\s*$"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the section of a value says of its kind."""

    background: bool = False
    aims: bool = False
    rules: bool = False
    article: bool = False


@cache
def _heading(key: str) -> re.Pattern[str]:
    return re.compile(f"(?:{forms_of(key)})(?:（[^（）]*）)?[：:。]?$")


def settings(document: Document) -> Mapping[str, Setting]:
    """Return what each provision's own heading, or the nearest above it, says of its values."""
    found: dict[str, Setting] = {}
    report = _REPORT.search(document.title) is not None
    if document.provisions:  # what stands before them tells why they are made
        found = {Place.PREAMBLE: Setting(background=True), Place.NOTICE: Setting(background=True)}
    leads = _rule_leads(document)
    for provision in document.provisions:
        above = found.get(provision.parent or "", Setting(background=report))
        if provision.parent in leads:
            above = Setting(rules=True, article=above.article)
        found[provision.label] = _setting(provision, above)
    return found


def _rule_leads(document: Document) -> frozenset[str]:
    """Return the labels of what ends in the lead of a list of requirements: 符合下列标准：."""
    text = document.folded.text
    return frozenset(
        passage.where
        for passage in document.passages
        if text[passage.start : passage.end].rstrip().endswith("：")
        and _RULE_LEAD.search(text[max(passage.start, passage.end - _LONGEST_LEAD) : passage.end])
    )


def _setting(provision: Provision, above: Setting) -> Setting:
    heading = provision.heading.strip(" 。")
    article = above.article or provision.kind is ProvisionKind.ARTICLE
    if not heading or len(heading) >= _LONGEST_HEADING:
        return Setting(above.background, above.aims, above.rules, article)
    if _heading("background").search(heading):
        return Setting(background=True, article=article)
    if _heading("aims").search(heading):
        return Setting(aims=True, article=article)
    if _heading("rules").search(heading):
        return Setting(rules=True, article=article)
    later = above.background and _heading("plans").search(heading) is None
    return Setting(later, above.aims, above.rules, article)
