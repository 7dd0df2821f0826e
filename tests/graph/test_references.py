from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import AmbiguousReference, BadReference, UnknownReference
from graph.references import (
    find_agencies,
    find_division,
    find_document,
    find_reference,
    find_right,
)
from ontology import names

if TYPE_CHECKING:
    from graph.store import Store

NOTICE = names.ID + "document/库政办发/2018/171"
PLAN = NOTICE + "/annex/1"


@pytest.mark.parametrize(
    ("text", "kind", "iri"),
    [
        ("库政办发〔2018〕171号", "document", NOTICE),
        ("库政办发[2018]171号", "document", NOTICE),
        ("库政办发（２０１８）１７１号", "document", NOTICE),
        (" 库政办发 〔2018〕 171 号 ", "document", NOTICE),
        ("171号", "document", NOTICE),
        ("〔2018〕171号", "document", NOTICE),
        ("《关于印发库尔勒市推动非户籍人口在城市落户实施方案的通知》", "document", NOTICE),
        ("库尔勒市推动非户籍", "document", NOTICE),
        ("库尔勒市推动非户籍人口在城市落户实施方案", "annex", PLAN),
        ("171号 附件1", "annex", PLAN),
        ("171号附件", "annex", PLAN),
        ("库政办发[2018]171号 三(一)1", "provision", PLAN + "/三/（一）/1"),
        ("171号三（一）1", "provision", PLAN + "/三/（一）/1"),
        ("171号 三、（一）1.", "provision", PLAN + "/三/（一）/1"),
        ("五（十五）", "provision", PLAN + "/五/（十五）"),
        ("五(15)", "provision", PLAN + "/五/（十五）"),
        ("（十五）", "provision", PLAN + "/五/（十五）"),
        (
            "《库尔勒市推动非户籍人口在城市落户实施方案》四（六）",
            "provision",
            PLAN + "/四/（六）",
        ),
        ("库尔勒市推动非户籍 四（六）", "provision", PLAN + "/四/（六）"),
        ("新政发(2014)68号", "document", names.ID + "document/新政发/2014/68"),
        ("户籍管理制度改革", "document", names.ID + "document/新政发/2014/68"),
        ("市公安局", "agency", names.ID + "agency/652801/公安局"),
        ("进城落户农民", "group", names.ID + "group/进城落户农民"),
        ("宅基地使用权", "right", names.ID + "right/宅基地使用权"),
        ("三权", "right", names.ID + "right/三权"),
        (PLAN + "/五/（十五）", "provision", PLAN + "/五/（十五）"),
        (NOTICE, "document", NOTICE),
        (PLAN, "annex", PLAN),
    ],
)
def test_what_people_type_is_found(sample_store: Store, text: str, kind: str, iri: str) -> None:
    found = find_reference(sample_store, text)
    assert (found.kind, found.iri) == (kind, iri)


def test_a_provision_is_labelled_with_its_document(sample_store: Store) -> None:
    found = find_reference(sample_store, "(十五)")
    assert found.label == "库政办发〔2018〕171号 五（十五）"
    assert found.document == NOTICE


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("库政办发〔2018〕172号", "库政办发〔2018〕171号"),
        ("171号 三（一）9", "三（一）"),
        ("171号 第三（一）1", "三（一）1"),
        ("市公案局", "市公安局"),
        ("没有这样的东西", "zhengmai list documents"),
        ("牵头", "zhengmai list documents"),
        ("", "zhengmai list documents"),
        (names.ID + "document/x", "zhengmai list documents"),
        (names.ID + "document/x y", "zhengmai list documents"),
        (names.ID + "role/lead", "zhengmai list documents"),
    ],
)
def test_what_is_not_there_is_unknown_and_the_message_says_what_is_near(
    sample_store: Store, text: str, near: str
) -> None:
    with pytest.raises(UnknownReference) as caught:
        find_reference(sample_store, text)
    message = str(caught.value)
    assert near in message
    assert "\n" not in message


@pytest.mark.parametrize("text", ["五（十五）", "五(十五)", "库尔勒市推动", "方案 四（六）"])
def test_what_two_documents_have_is_ambiguous_and_both_are_listed(
    circular_store: Store, text: str
) -> None:
    with pytest.raises(AmbiguousReference) as caught:
        find_reference(circular_store, text)
    assert "库政办发〔2018〕171号" in str(caught.value)
    assert "新政发〔2014〕68号" in str(caught.value)


def test_a_number_settles_which_of_two_documents_is_meant(circular_store: Store) -> None:
    found = find_reference(circular_store, "68号五（十五）")
    assert found.label == "新政发〔2014〕68号 五（十五）"


def test_only_a_held_document_is_a_document_to_export(sample_store: Store) -> None:
    assert find_document(sample_store, "171号") == NOTICE
    assert find_document(sample_store, "五（十五）") == NOTICE
    with pytest.raises(UnknownReference):
        find_document(sample_store, "新政发〔2014〕68号")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("市公安局", "库尔勒市公安局"),
        ("库尔勒市公安局", "库尔勒市公安局"),
        ("公安局", "库尔勒市公安局"),
        ("公安机关", "库尔勒市公安局"),
        ("公安", "库尔勒市公安局"),
        ("市财政部门", "库尔勒市财政局"),
        ("发展改革委", "库尔勒市发改委"),
        ("相关部门", "相关部门"),
        ("各乡镇(场)", "各乡镇（场）"),
    ],
)
def test_an_agency_is_found_as_people_write_it(sample_store: Store, text: str, name: str) -> None:
    (found,) = find_agencies(sample_store, text)
    assert found.name == name
    assert found.open == (name in {"相关部门", "各乡镇（场）"})


def test_an_agency_serves_a_division_and_an_open_set_none(sample_store: Store) -> None:
    (police,) = find_agencies(sample_store, "市公安局")
    (others,) = find_agencies(sample_store, "相关部门")
    assert police.division == names.ID + "division/652801"
    assert not others.division


def test_an_open_set_is_that_of_each_document(circular_store: Store) -> None:
    assert len(find_agencies(circular_store, "相关部门")) == 2
    assert len(find_agencies(circular_store, "市公安局")) == 1


def test_a_misspelt_agency_brings_the_near_ones(sample_store: Store) -> None:
    with pytest.raises(UnknownReference, match="市公安局"):
        find_agencies(sample_store, "市公案局")


@pytest.mark.parametrize(
    ("text", "within", "names"),
    [
        ("市公安局", None, ["广安市公安局", "达州市公安局"]),
        ("公安", "510000", ["广安市公安局", "达州市公安局"]),
        ("市公安", "511600", ["广安市公安局"]),
        ("达州市公安局", None, ["达州市公安局"]),
        ("市卫计委", None, ["达州市卫计委"]),
        ("市卫健委", None, ["广安市卫健委", "达州市卫生健康委员会"]),
        ("相关部门", "511600", ["相关部门"]),
    ],
)
def test_a_name_means_the_bodies_of_all_places_that_have_one(
    cities_store: Store, text: str, within: str | None, names: list[str]
) -> None:
    assert [match.name for match in find_agencies(cities_store, text, within)] == names


@pytest.mark.parametrize(
    ("text", "within", "near"),
    [
        ("市卫建委", None, "市卫健委"),  # no text has that name
        ("市公案局", "511600", "市公安局"),
        ("达州市公安局", "511600", "广安市公安局"),
        ("相关部门", "652801", "zhengmai list agencies"),
        ("市审计局", None, "库中没有"),  # a kind that no text names
    ],
)
def test_a_name_without_a_body_brings_the_near_ones(
    cities_store: Store, text: str, within: str | None, near: str
) -> None:
    with pytest.raises(UnknownReference, match=near):
        find_agencies(cities_store, text, within)


def test_a_body_that_only_reforms_made_can_be_referred_to(sample_store: Store) -> None:
    found = find_reference(sample_store, "市卫健委")
    assert (found.kind, found.label) == ("agency", "库尔勒市卫生健康委员会")


@pytest.mark.parametrize(
    ("text", "code"), [("652801", "652801"), ("库尔勒", "652801"), ("巴州", "652800")]
)
def test_a_place_is_found_by_code_or_name(text: str, code: str) -> None:
    assert find_division(text) == code


def test_a_place_that_is_none_or_several_is_refused() -> None:
    with pytest.raises(AmbiguousReference, match="110105 北京市朝阳区"):
        find_division("朝阳区")
    with pytest.raises(UnknownReference, match="魔都"):
        find_division("魔都")


@pytest.mark.parametrize("text", ["三权", "《三权》", "农村三权"])
def test_a_collection_of_rights_is_found_by_its_names(sample_store: Store, text: str) -> None:
    assert find_right(sample_store, text).label == "三权"


def test_a_part_of_several_rights_is_ambiguous(sample_store: Store) -> None:
    with pytest.raises(AmbiguousReference, match="基本养老保险"):
        find_right(sample_store, "养老保险")


def test_an_unknown_right_brings_the_near_ones(sample_store: Store) -> None:
    with pytest.raises(UnknownReference, match="宅基地使用权"):
        find_right(sample_store, "宅基使用权")


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    text=st.text(
        alphabet='三四五（()一十）1第条附件号〔[2018]171 库政办发市公安局《》、.*\\?"{}',
        max_size=16,
    )
)
def test_whatever_is_typed_is_refused_or_names_one_thing(sample_store: Store, text: str) -> None:
    try:
        found = find_reference(sample_store, text)
    except BadReference:
        return
    assert find_reference(sample_store, found.iri).iri == found.iri


def test_every_provision_is_found_by_its_label(sample_store: Store) -> None:
    query = (
        "SELECT ?part ?label WHERE { ?part <http://data.europa.eu/eli/ontology#id_local> ?label ; "
        "<https://w3id.org/zhengmai/ontology#position> ?position }"
    )
    rows = sample_store.select(query)
    assert len(rows) == 28
    for row in rows:
        found = find_reference(sample_store, f"171号 {row['label']}")
        assert found.iri == row["part"]
