"""Decisions on the page: of findings and of alignments, given out, imported, shown again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from exports.page import page
from graph import iri, pipeline
from graph.answers.lineage import lineage
from graph.answers.responsibility import responsibility
from graph.check import check_store
from graph.references import find_reference
from graph.reviewing import review
from graph.reviews.decisions import read_decisions
from graph.store import open_store
from tests.exports.page.browser.conftest import BASE, link
from tests.graph.chain import PROVINCE, opened_pair, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Store
    from tests.exports.page.browser.conftest import Open, Visit

PROVINCE_IRI = iri.numbered("云政办发〔2030〕18号")
PLAN = f"{PROVINCE_IRI}/annex/1"
LEADS = f"{PLAN}/三/（一）/responsibility/1".removeprefix(BASE)
PAIR = iri.pair(PROVINCE_IRI, iri.numbered("国办发〔2030〕5号")).removeprefix(BASE)
MEALS = f"{PAIR}/alignment/annex/1/三/（二）/to/annex/1/二/（四）"


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Store]:
    with opened_pair(tmp_path) as opened:
        yield opened


@pytest.fixture
def file(chain: Store, tmp_path: Path) -> Path:
    return exported(chain, tmp_path)


def exported(store: Store, folder: Path) -> Path:
    file = folder / "page.html"
    file.write_bytes(page(store, PROVINCE_IRI))
    return file


def decisions(seen: Visit) -> Path:
    with seen.page.expect_download() as waiting:
        seen.page.click("#save-decisions")
    return Path(waiting.value.path())


def rows(file: Path) -> dict[str, dict[str, Any]]:
    given = json.loads(file.read_bytes())["decisions"]
    return {each["finding"].removeprefix(BASE): each for each in given}


def focus(seen: Visit, finding: str, within: str) -> None:
    seen.page.focus(f'{within} [data-finding="{finding}"]')


def test_an_alignment_is_reviewed_in_the_comparison_by_the_same_keys(
    visit: Open, file: Path
) -> None:
    seen = visit(file, "view=comparison")
    focus(seen, MEALS, "#comparisons")
    seen.press("r")
    bar = f'#comparisons [data-bar="{MEALS}"]'
    assert seen.page.get_attribute(f"{bar} .decision-rejected", "aria-pressed") == "true"
    seen.press("c", "Tab")
    seen.page.keyboard.type("写法相近")
    seen.press("Enter")
    (row,) = rows(decisions(seen)).values()
    assert (row["finding"], row["decision"]) == (BASE + MEALS, "rejected")
    assert (row["note"], row["correction"]) == ("写法相近", "")
    assert row["document"] == PROVINCE_IRI
    assert len(row["statement"].split()) == 2
    assert seen.quiet()


def test_keys_go_from_one_alignment_to_the_next(visit: Open, file: Path) -> None:
    seen = visit(file, "view=comparison")
    seen.press("j", "a", "j", "a", "k", "a")
    assert len(rows(decisions(seen))) == 1
    seen.page.click(f'#comparisons [data-bar="{MEALS}"] .decision-accepted')
    assert MEALS in rows(decisions(seen))


def test_a_note_alone_decides_nothing(visit: Open, file: Path) -> None:
    seen = visit(file, "view=comparison")
    focus(seen, MEALS, "#comparisons")
    seen.press("c", "Tab")
    seen.page.keyboard.type("待查")
    seen.press("Enter")
    assert seen.page.locator("form.review").count() == 1
    seen.press("Escape")
    assert rows(decisions(seen)) == {}


def test_an_alignment_is_reviewed_in_the_panel_of_its_line(visit: Open, file: Path) -> None:
    line = link(f"{PLAN}/三/（二）", "corresponds", iri.numbered("国办发〔2030〕5号"))
    seen = visit(file, f"select={line}")
    focus(seen, MEALS, "#panel")
    seen.press("a")
    assert rows(decisions(seen))[MEALS]["decision"] == "accepted"


def test_the_buttons_of_the_comparison_speak_the_language_of_the_page(
    visit: Open, file: Path
) -> None:
    seen = visit(file, "view=comparison")
    assert "否定" in seen.text(f'[data-bar="{MEALS}"]')
    seen.press("l")
    assert "Reject" in seen.text(f'[data-bar="{MEALS}"]')


def test_decisions_go_into_the_store_and_come_back_on_the_page(
    visit: Open, chain: Store, tmp_path: Path, file: Path
) -> None:
    seen = visit(file, f"select={link(PLAN + '/三/（一）')}")
    focus(seen, LEADS, "#panel")
    seen.press("c")
    seen.page.keyboard.type("省民政厅配合 <b>")
    seen.press("Tab")
    seen.page.keyboard.type("原文有误")
    seen.press("Enter", "5")
    focus(seen, MEALS, "#comparisons")
    seen.press("r")
    clause = find_reference(chain, "云政办发〔2030〕18号 三（二）")
    assert "alignment" in {hop.relation for hop in lineage(chain, clause)}

    done = review(chain, read_decisions(decisions(seen)), "王某")
    assert (len(done.recorded), done.refused) == (2, ())
    for _ in range(2):
        assert BASE + LEADS not in {duty.iri for duty in responsibility(chain, None)}
        assert "alignment" not in {hop.relation for hop in lineage(chain, clause)}
        again = visit(exported(chain, tmp_path), f"select={link(PLAN + '/三/（一）')}")
        again.page.evaluate("localStorage.clear()")
        again.page.reload()
        assert "已审核 2/" in again.text("#reviewed")
        stored = again.text(f'#panel [data-bar="{LEADS}"] .stored')
        for word in ("已存审核", "更正", "省民政厅配合 <b>", "原文有误", "王某"):
            assert word in stored
        assert "已否定" in again.text(f'#panel [data-bar="{LEADS}"]')
        again.press("5")
        assert "已否定" in again.text(f'#comparisons [data-finding="{MEALS}"]')
        assert again.quiet()
        pipeline.remove(chain, PROVINCE_IRI)  # and once more, after it came back
        pipeline.add(chain, read(PROVINCE, "province.txt"))


def test_what_was_decided_before_is_not_asked_again(
    visit: Open, chain: Store, tmp_path: Path, file: Path
) -> None:
    seen = visit(file, f"select={link(PLAN + '/三/（一）')}")
    focus(seen, LEADS, "#panel")
    seen.press("a", "n")
    following = seen.page.evaluate("document.activeElement.dataset.finding")
    review(chain, read_decisions(decisions(seen)))
    again = visit(exported(chain, tmp_path))
    again.page.evaluate("localStorage.clear()")
    again.page.reload()
    order = again.page.evaluate("[...zhengmai.facts.findings.keys()]")
    assert order.index(LEADS) + 1 == order.index(following)
    seen_open = again.page.evaluate(
        """() => {
            const all = zhengmai.facts.findings.size, met = new Set();
            for (let n = 0; n <= all; n += 1) {
                zhengmai.review.next();
                met.add(document.activeElement.dataset.finding);
            }
            return [...met];
        }"""
    )
    assert LEADS not in seen_open
    assert following in seen_open


def test_a_decision_kept_by_the_browser_goes_with_its_statement(
    visit: Open, chain: Store, tmp_path: Path, file: Path
) -> None:
    seen = visit(file, f"select={link(PLAN + '/三/（一）')}")
    focus(seen, LEADS, "#panel")
    seen.press("r")
    text = PROVINCE.replace("（省民政厅牵头）", "（省医保局牵头）")
    pipeline.add(chain, read(text, "province.txt"))
    exported(chain, tmp_path)
    seen.page.reload()
    assert "已审核 0/" in seen.text("#reviewed")


def test_a_review_of_something_else_by_now_is_shown_as_such(
    visit: Open, chain: Store, tmp_path: Path, file: Path
) -> None:
    seen = visit(file, f"select={link(PLAN + '/三/（一）')}")
    focus(seen, LEADS, "#panel")
    seen.press("r")
    review(chain, read_decisions(decisions(seen)))
    text = PROVINCE.replace("（省民政厅牵头）", "（省医保局牵头）")
    pipeline.add(chain, read(text, "province.txt"))
    again = visit(exported(chain, tmp_path), f"select={link(PLAN + '/三/（一）')}")
    again.page.evaluate("localStorage.clear()")
    again.page.reload()
    told = again.text(f'#panel [data-bar="{LEADS}"]')
    assert "存疑" in told
    assert "审核之后内容已变" in told
    assert "已审核 0/" in again.text("#reviewed")


def test_the_sample_and_its_real_parent_go_all_the_way(
    visit: Open, corpus: Path, tmp_path: Path
) -> None:
    (parent,) = corpus.glob("hk_国办发2016-72_*.txt")
    clause = "库政办发〔2018〕171号 四（六）"
    with open_store(tmp_path / "store", write=True) as store:
        for path in (corpus / "korla-2018-171.txt", parent):
            pipeline.add(store, pipeline.read_file(path))
        document = iri.numbered("库政办发〔2018〕171号")
        file = tmp_path / "korla.html"
        file.write_bytes(page(store, document))
        seen = visit(file, "view=comparison")
        hops = lineage(store, find_reference(store, clause))
        (hop, *_) = (each for each in hops if each.relation == "alignment")
        focus(seen, hop.iri.removeprefix(BASE), "#comparisons")
        seen.press("r")
        done = review(store, read_decisions(decisions(seen)), "王某")
        assert [each.about for each in done.recorded] == [hop.iri]
        for _ in range(2):
            hops = lineage(store, find_reference(store, clause))
            assert hop.iri not in {each.iri for each in hops}
            assert check_store(store).conforms
            file.write_bytes(page(store, document))
            again = visit(file, "view=comparison")
            shown = again.text(f'#comparisons [data-finding="{hop.iri.removeprefix(BASE)}"]')
            assert "已否定" in shown
            assert "王某" in shown
            pipeline.remove(store, iri.numbered("国办发〔2016〕72号"))
            pipeline.add(store, pipeline.read_file(parent))
