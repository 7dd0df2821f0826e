"""What an act does to others itself, and what only looks like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.extract import citations
from graph.model import Relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model import Document

DECISION = "某市人民政府关于废止和修改部分规章的决定"
IMPLEMENTS, BASIS, CITES = Relation.IMPLEMENTS, Relation.BASIS, Relation.CITES
AMENDS, REPEALS, FORWARDS = Relation.AMENDS, Relation.REPEALS, Relation.FORWARDS


def related(document: Document) -> list[tuple[str | None, Relation]]:
    return [(c.title, c.relation) for c in citations.find(document, frozenset())]


@pytest.mark.parametrize(
    "sentence",
    [
        "《水资源费征收办法》同时废止。",
        "原《水资源费征收办法》自本办法施行之日起停止执行。",
        "本办法自2023年5月1日起施行，2009年1月发布的《水资源费征收办法》同时废止。",
        "本细则自印发之日起实施，《水资源费征收办法》（水政发〔2009〕3号）即行废止。",
        "自本通知印发之日起，《水资源费征收办法》不再执行。",
        "《水资源费征收办法》及其补充规定同时作废。",
        "自2022年7月1日起，废止《水资源费征收办法》。",
        "经研究，决定废止《水资源费征收办法》。",
        "本办法施行后，原《水资源费征收办法》自行失效。",
        "市政府令第11号发布、根据市政府令第12号修改的《水资源费征收办法》同时废止。",
        "现决定对《水资源费征收办法》予以废止。",
        "决定宣布《水资源费征收办法》失效。",
        "《水资源费征收办法》自2023年1月1日起废止。",
        "原市依法行政领导小组印发的《水资源费征收办法》同时废止。",
        "2015年3月1日市落实河长制办公室发布的《水资源费征收办法》即行废止。",
        "《水资源费征收办法》以及其他有关水费的规定与本办法不一致的，一律废止。",
        "《水资源费征收办法》和此前发布的其他规定一并废止。",
        "本办法自印发之日起执行，同时废除《水资源费征收办法》。",
        "《水资源费征收办法》同时废除。",
    ],
)
def test_an_act_repeals_a_whole_document(
    document_of: Callable[..., Document], sentence: str
) -> None:
    assert related(document_of(sentence)) == [("水资源费征收办法", REPEALS)]


@pytest.mark.parametrize(
    "sentence",
    [
        # others repeal it, or it is to be repealed
        "省水利厅已废止《水资源费征收办法》。",
        "国务院公布新条例后，《水资源费征收办法》已经废止。",
        "推动废止《水资源费征收办法》。",
        "要废除《水资源费征收办法》中不合理的规定。",
        "研究提出废止《水资源费征收办法》的建议。",
        "对照清单，及时废止《水资源费征收办法》。",
        "《水资源费征收办法》应当废止的，由市司法局提出意见。",
        "《水资源费征收办法》将予以废止。",
        "提请市人大常委会废止《水资源费征收办法》。",
        "国务院决定废止《水资源费征收办法》。",
        # it tells when, or which
        "《水资源费征收办法》废止前取得的许可继续有效。",
        "在《水资源费征收办法》失效后申请的，按新规定办理。",
        "已废止的《水资源费征收办法》不得作为收费依据。",
        # only a part, or only for some time
        "不再执行《水资源费征收办法》中关于减征的规定。",
        "停止执行《水资源费征收办法》有关加收的规定。",
        "《水资源费征收办法》中关于加收的条款停止执行。",
        "暂时停止施行《水资源费征收办法》第八条。",
        "试点期间，暂停执行《水资源费征收办法》。",
        "各地要将市政府印发的《水资源费征收办法》同时废止。",
        # its time ran out
        "原《水资源费征收办法》有效期届满失效。",
        "因《水资源费征收办法》有效期已满，现就有关事项通知如下。",
        # it is not to be repealed
        "《水资源费征收办法》不予废止。",
    ],
)
def test_what_others_end_or_may_end_is_not_repealed_by_this_act(
    document_of: Callable[..., Document], sentence: str
) -> None:
    assert related(document_of(sentence)) == [("水资源费征收办法", CITES)]


def test_what_another_law_repeals_is_not_repealed_by_this_act(
    document_of: Callable[..., Document],
) -> None:
    sentence = "《民法典》自2021年1月1日起施行，《收养法》、《担保法》同时废止。"
    assert related(document_of(sentence)) == [
        ("民法典", CITES),
        ("收养法", CITES),
        ("担保法", CITES),
    ]


def test_a_title_without_marks_is_an_item_of_the_list_by_its_number(
    document_of: Callable[..., Document],
) -> None:
    text = (
        "经清理，决定宣布下列文件失效：\n1.某市人民政府关于用水的通知（某政发〔2010〕4号）\n"
        "2.《节水办法》（某政发〔2011〕5号）"
    )
    assert related(document_of(text)) == [
        ("某市人民政府关于用水的通知", REPEALS),
        ("节水办法", REPEALS),
    ]


def test_a_repealed_article_changes_a_document(document_of: Callable[..., Document]) -> None:
    document = document_of("《河道采砂办法》第十条、第十二条同时废止。")
    assert [(c.target, c.relation) for c in citations.find(document, frozenset())] == [
        ("第十条", AMENDS),
        ("第十二条", AMENDS),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "《甲办法》、《乙办法》和《丙办法》同时废止。",
        "《甲办法》（水政发〔2009〕1号）；\n《乙办法》（水政发〔2009〕2号）；\n《丙办法》（水政发〔2009〕3号）同时废止。",
        "《甲办法》（水政发〔2009〕1号）\n、《乙办法》（水政发〔2009〕2号）\n、《丙办法》同时废止。",
        "《甲办法》（水政发〔2009〕1号）\n、《乙办法》\n、《丙办法》（水政发〔2009〕3号）\n同时废止。",
        "决定废止下列文件：\n1.《甲办法》；\n2.《乙办法》；\n3.《丙办法》。",
        "决定对以下3件规章予以废止：\n一、《甲办法》（2001年3月1日市政府令第2号发布）\n二、《乙办法》（2003年市政府令第5号发布）\n三、《丙办法》",
        "现决定废止以下规范性文件：1.《甲办法》；2.《乙办法》；3.《丙办法》。",
        "现将下列文件予以废止：\n（一）《甲办法》。\n（二）《乙办法》。\n（三）《丙办法》。",
        "同时废止《甲办法》《乙办法》《丙办法》等文件。",
    ],
)
def test_a_list_is_repealed_however_it_is_set(
    document_of: Callable[..., Document], sentence: str
) -> None:
    assert related(document_of(sentence)) == [
        ("甲办法", REPEALS),
        ("乙办法", REPEALS),
        ("丙办法", REPEALS),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "决定对《河道采砂办法》作如下修改：",
        "现对《河道采砂办法》作出如下修改：",
        "决定对《河道采砂办法》部分条款予以修改。",
        "现决定修改《河道采砂办法》。",
        "现将《河道采砂办法》修改如下：",
        "对《河道采砂办法》（水政发〔2009〕3号）作如下补充：",
        "我局对《河道采砂办法》进行了修订。",
        "将《河道采砂办法》第三条修改为：“采砂应当持证。”",
        "《河道采砂办法》第三条中的“民政部门”修改为“应急管理部门”。",
        "删去《河道采砂办法》第六条第二款。",
        "《河道采砂办法》第九条增加一款，作为第三款。",
        "《河道采砂办法》根据本决定作相应修改，重新公布。",
        "根据本决定，《河道采砂办法》等三件规章作相应修改后重新公布。",
    ],
)
def test_an_act_amends_a_document(document_of: Callable[..., Document], sentence: str) -> None:
    assert related(document_of(sentence)) == [("河道采砂办法", AMENDS)]


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("根据新修订的《河道采砂办法》，制定本方案。", BASIS),
        ("按照《河道采砂办法》（2019年修订）执行。", BASIS),
        ("按照《河道采砂办法》的规定进行修订完善。", BASIS),
        ("贯彻落实新修改的《河道采砂办法》。", IMPLEMENTS),
        ("为贯彻落实国务院新修订公布的《河道采砂办法》，", IMPLEMENTS),
        ("我局对《河道采砂办法》进行了修订，形成了征求意见稿。", CITES),
        ("国务院决定修改《河道采砂办法》。", CITES),
        ("推动修订《河道采砂办法》。", CITES),
        ("根据本决定，《河道采砂办法》继续有效。", CITES),
        ("加快修改《河道采砂办法》。", CITES),
        ("2023年底前完成《河道采砂办法》修订工作。", CITES),
        ("财政部正在修改《河道采砂办法》。", CITES),
        ("国家先后修订《河道采砂办法》。", CITES),
        ("修改完善《河道采砂办法》。", CITES),
        ("我局起草了《河道采砂办法》，并根据意见作了修改。", CITES),
        ("建议对《河道采砂办法》作如下修改：", CITES),
        ("各地要及时对《河道采砂办法》进行修改。", CITES),
        ("如《河道采砂办法》修改，按修改后的规定执行。", CITES),
        ("（2010年1月1日通过 根据2021年1月28日《关于修改〈河道采砂办法〉的决定》修正）", None),
    ],
)
def test_what_others_change_or_shall_change_is_not_amended_by_this_act(
    document_of: Callable[..., Document], sentence: str, relation: Relation | None
) -> None:
    title = "河道采砂办法" if relation else "关于修改〈河道采砂办法〉的决定"
    assert related(document_of(sentence)) == [(title, relation or CITES)]


def test_who_explains_an_act_performs_none(document_of: Callable[..., Document]) -> None:
    text = "决定对《河道采砂办法》作如下修改：删去第三条。"
    assert related(document_of(text, title="关于修改河道采砂办法的起草说明")) == [
        ("河道采砂办法", CITES)
    ]


def test_a_verb_that_reaches_back_takes_another_document(
    document_of: Callable[..., Document],
) -> None:
    assert related(document_of("全面落实《甲条例》，修改完善《乙规定》。")) == [
        ("甲条例", IMPLEMENTS),
        ("乙规定", CITES),
    ]


def test_a_document_on_which_a_change_rests_is_not_changed(
    document_of: Callable[..., Document],
) -> None:
    text = "决定对《河道采砂办法》作如下修改：\n一、根据《水法》第三十九条，删去第六条。"
    assert related(document_of(text, title=DECISION)) == [
        ("河道采砂办法", AMENDS),
        ("水法", BASIS),
    ]


def test_the_items_of_a_decision_amend_one_document_each(
    document_of: Callable[..., Document],
) -> None:
    text = (
        "决定对下列规章作如下修改：\n一、《甲办法》\n将第三条修改为：“采砂应当持证。”\n"
        "二、《乙办法》第三条中的“民政部门”修改为“应急管理部门”。"
    )
    document = document_of(text, title=DECISION)
    found = [(c.title, c.target, c.relation) for c in citations.find(document, frozenset())]
    assert found == [("甲办法", None, AMENDS), ("乙办法", "第三条", AMENDS)]


@pytest.mark.parametrize(
    "sentence",
    [
        "现将《甲办法》《乙办法》印发给你们，请遵照执行。",
        "《甲办法》和《乙办法》已经市政府常务会议审议通过，现印发给你们。",
        "现将省水利厅《甲办法》、《乙办法》转发给你们，请认真贯彻执行。",
        "我们制定了《甲办法》《乙办法》，现予公布。",
        "市水利局与市公安局联合制定了\n《甲办法》、《乙办法》，现予印发。",
        "市水利局、市公安局《甲办法》《乙办法》已经市政府同意，现转发给你们。",
        "《甲办法》、《乙办法》已经局务会通过。现印发给你们，请执行。",
        "为推动节约用水，现发布《甲办法》和《乙办法》，有关事项公告如下。",
        "现重新公布《甲办法》《乙办法》。",
        "现将《甲办法》《乙办法》转给你们，请认真贯彻执行。",
    ],
)
def test_a_letter_hands_on_each_text_of_a_list(
    document_of: Callable[..., Document], sentence: str
) -> None:
    assert related(document_of(sentence, "notice")) == [("甲办法", FORWARDS), ("乙办法", FORWARDS)]


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("根据省政府印发的《甲办法》，现就有关事项通知如下。", BASIS),
        ("省水利厅印发了《甲办法》。", CITES),
        ("《甲办法》印发后，各地认真执行，现就有关问题通知如下。", CITES),
        ("为贯彻落实《甲办法》，我局制定了实施细则，现印发给你们。", IMPLEMENTS),
        ("收到你局《关于印发甲办法的请示》，现批复如下。", CITES),
        ("市政府现已公布《甲办法》的，从其规定。", CITES),
        ("现行《甲办法》发布于2012年。", CITES),
    ],
)
def test_what_others_issued_is_not_handed_on(
    document_of: Callable[..., Document], sentence: str, relation: Relation
) -> None:
    ((_, found),) = related(document_of(sentence, "notice"))
    assert found is relation


def test_a_provision_hands_nothing_on(document_of: Callable[..., Document]) -> None:
    assert related(document_of("现将《甲办法》印发给各单位学习。", "三")) == [("甲办法", CITES)]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("关于修改《河道采砂办法》的决定", [("河道采砂办法", AMENDS)]),
        ("关于修改《河道采砂办法》部分条款的通知", [("河道采砂办法", AMENDS)]),
        ("关于修改河道采砂办法的决定", [("河道采砂办法", AMENDS)]),
        ("关于废止《甲办法》《乙办法》的通知", [("甲办法", REPEALS), ("乙办法", REPEALS)]),
        ("关于废止流动人口管理办法的决定", [("流动人口管理办法", REPEALS)]),
        ("关于印发《甲办法》《乙办法》的通知", [("甲办法", FORWARDS), ("乙办法", FORWARDS)]),
        ("关于转发《甲办法》的通知", [("甲办法", FORWARDS)]),
        # lookalikes
        ("关于废止部分规章的决定", []),
        ("关于修改完善工作机制的通知", []),
        ("关于调整最低工资标准的通知", []),
        ("关于印发贯彻落实《甲办法》措施的通知", []),
        ("关于印发实施《甲办法》细则的通知", []),
        ("关于做好《甲办法》实施工作的通知", []),
    ],
)
def test_a_title_tells_what_the_act_does(
    document_of: Callable[..., Document], title: str, found: list[tuple[str, Relation]]
) -> None:
    assert related(document_of(title, "title", title=title)) == found
