"""What words around a title, and not right before it, make of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract import citations
from graph.model import Relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

IMPLEMENTS, BASIS, CITES = Relation.IMPLEMENTS, Relation.BASIS, Relation.CITES


def relations(document: Document) -> set[Relation]:
    return {citation.relation for citation in citations.find(document, frozenset())}


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        # published, and then told to all
        ("省政府《关于加强供水工作的意见》已印发，各县区要全面贯彻落实。", IMPLEMENTS),
        ("《供水管理办法》已在门户网站公开发布，全市各级各部门要认真组织实施。", IMPLEMENTS),
        ("《安全生产法》已于9月1日起施行，各单位要认真学习，严格贯彻执行。", IMPLEMENTS),
        ("《供水管理办法》已于2020年公布，取得了良好效果。", CITES),
        ("《供水管理办法》已经印发，各县区要落实工作责任。", CITES),
        ("《供水管理办法》已经印发，各县区要认真执行水价政策。", CITES),
        # of a whole list
        ("推进《供水条例》《节水条例》《水价意见》等扎实落实。", IMPLEMENTS),
        ("推动《供水条例》《节水办法》等制定、修订。", CITES),
        # its verb stands in the line before
        ("完善制度，落实\n《供水管理办法》，支持重点企业。", IMPLEMENTS),
        (
            "为认真贯彻\n《国务院关于供水工作的意见》\n（国发\n〔2020〕\n1号），明确责任。",
            IMPLEMENTS,
        ),
        # 实施 before it
        ("组织实施《全民科学素质行动计划纲要》，提高公民素质。", IMPLEMENTS),
        ("启动实施《支付方式改革三年行动方案》，在两县试点。", IMPLEMENTS),
        ("实施《行政许可法》，促进依法行政。", IMPLEMENTS),
        ("实施《供水管理办法》以来，成效明显。", CITES),
        ("自实施《供水管理办法》之日起，水价不变。", CITES),
        ("市水务局负责制定实施《供水专项规划》。", CITES),
        ("编制并实施《供水专项规划》。", CITES),
        ("报送实施方案和《供水条例》执行情况。", CITES),
        ("各实施单位应当学习《供水条例》。", CITES),
        ("完善实施细则，《供水条例》另有规定的除外。", CITES),
        ("抓紧研究实施《供水管理办法》的细则。", CITES),
        # a verb before it and one behind
        ("加大《法治政府建设实施纲要》实施力度。", IMPLEMENTS),
        ("推动《供水条例》落地见效。", IMPLEMENTS),
        ("确保《供水规划》顺利实施。", IMPLEMENTS),
        ("做好《水法》实施工作。", IMPLEMENTS),
        ("加强《供水条例》实施情况检查。", CITES),
        ("做好《供水条例》实施细则的起草工作。", CITES),
        ("《供水规划》实施期间，水价不变。", CITES),
        # the ground
        ("以《水法》、《供水条例》（省政府令第8号）等法律法规为主要依据，开展检查。", BASIS),
        ("以《水法》和《供水条例》作为执法依据，开展检查。", BASIS),
        ("以《供水条例》为例，说明修改的必要。", CITES),
        ("以宣传《供水条例》为契机，开展检查。", CITES),
    ],
)
def test_words_behind_a_title_tell_what_it_is_to_the_text(
    document_of: Callable[..., Document], sentence: str, relation: Relation
) -> None:
    assert relations(document_of(sentence)) == {relation}


def test_a_heading_does_not_reach_into_the_sentence_below_it(
    document_of: Callable[..., Document],
) -> None:
    text = "加强对《消防条例》宣传贯彻工作的组织领导\n《消防条例》的修订是我市消防工作的大事。"
    assert [c.relation for c in citations.find(document_of(text), frozenset())] == [
        IMPLEMENTS,
        CITES,
    ]


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("4月初，制定印发《防病治虫行动方案》，明确目标。", []),
        ("4月初，制定印发《节水行动方案》，明确目标。", ["节水行动方案"]),
        ("修订《2014年防病治虫行动方案》，明确目标。", ["2014年防病治虫行动方案"]),
        ("按照《防病治虫行动方案》（水发〔2014〕3号）执行。", ["防病治虫行动方案"]),
    ],
)
def test_a_plan_that_says_when_it_is_issued_speaks_of_itself(
    document_of: Callable[..., Document], sentence: str, cited: list[str]
) -> None:
    document = document_of(sentence, title="2016年防病治虫行动方案")
    assert [c.title for c in citations.find(document, frozenset())] == cited
