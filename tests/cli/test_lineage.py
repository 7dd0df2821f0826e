from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command

CLAUSE = "库政办发〔2018〕171号 五（十五）"
KEYS = {
    "from", "to", "relation", "document", "provision", "title", "stub", "quote", "start", "end",
    "depth",
}  # fmt: skip


@pytest.mark.parametrize("ref", [CLAUSE, "库政办发[2018]171号 五(十五)", "171号五（十五）"])
def test_a_clause_leads_up_by_itself_and_by_way_of_its_plan(
    zhengmai: Command, sample_store: Path, ref: str
) -> None:
    run = zhengmai("lineage", ref, "--store", sample_store, "--format", "json")
    assert (run.status, run.err) == (0, "")
    assert all(hop.keys() >= KEYS for hop in run.json)
    hops = [hop for hop in run.json if hop["document"] == "新政发〔2014〕68号"]
    assert [(hop["relation"], bool(hop["via"])) for hop in hops] == [
        ("cites", False),
        ("basis", True),
    ]


def test_the_tree_has_every_hop_with_its_evidence(zhengmai: Command, sample_store: Path) -> None:
    out = zhengmai("lineage", CLAUSE, "--store", sample_store).out
    lines = out.splitlines()
    assert lines[0] == CLAUSE
    hops = [line for line in lines if line[0] in "├└"]
    assert len(hops) == 6
    assert hops[0].startswith("├── 提及: 新政发〔2014〕68号《")
    assert sum("贯彻落实" in hop for hop in hops) == 2
    assert sum("未收录" in hop for hop in hops) == 6
    assert "“新政发〔2014〕68号” [库政办发〔2018〕171号 4024–4036]" in out


def test_a_parent_leads_down_to_what_rests_on_it(zhengmai: Command, sample_store: Path) -> None:
    args = ("lineage", "新政发〔2014〕68号", "--down", "--store", sample_store)
    hops = zhengmai(*args, "--format", "json").json
    assert {hop["document"] for hop in hops} == {"库政办发〔2018〕171号"}
    assert "五（十五）" in {hop["provision"] for hop in hops}
    assert "五（十五）" in zhengmai(*args).out


def test_a_stub_leads_nowhere(zhengmai: Command, sample_store: Path) -> None:
    zhengmai("lineage", "新政发〔2014〕68号", "--store", sample_store).refuses(1, "没有找到")


def test_an_unknown_reference_is_told_what_there_is(zhengmai: Command, sample_store: Path) -> None:
    zhengmai("lineage", "库政办发〔2018〕172号", "--store", sample_store).refuses(
        2, "172号", "库政办发〔2018〕171号"
    )
    zhengmai("lineage", "〇〇", "--store", sample_store).refuses(2, "zhengmai list documents")


def test_an_ambiguous_reference_lists_the_candidates(zhengmai: Command, sample_store: Path) -> None:
    run = zhengmai("lineage", "〔2018〕", "--store", sample_store)
    run.refuses(2, "库政办发〔2018〕171号", "巴政办发〔2018〕77号")
