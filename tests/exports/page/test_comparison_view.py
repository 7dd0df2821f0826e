from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page import page
from exports.page.content import document_content
from exports.page.held import source_text
from exports.statements import statements
from graph.model import SourceText
from graph.pipeline import add, read_held, read_sample, read_text
from graph.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store import Store

PARENT = """国务院办公厅关于印发推动1亿非户籍人口在城市落户方案的通知
国办发〔2016〕72号

一、进一步拓宽落户通道
（一）调整完善大中城市落户政策。大中城市均不得采取购买房屋、投资纳税等方式设置落户限制。\
大城市落户条件中对参加城镇社会保险的年限要求不得超过5年。（公安部牵头）
（二）加强海洋渔业资源养护。各地要控制近海捕捞强度，开展增殖放流，修复受损的海洋生态环境。

国务院办公厅
2016年9月30日
"""


def test_a_held_document_is_read_again_as_it_was(store: Store, korla: str) -> None:
    sample = read_sample()
    again = read_held(store, korla)
    assert again.document.provisions == sample.document.provisions
    assert again.responsibilities == sample.responsibilities
    assert source_text(statements(store, korla), korla) == sample.document.source.text


def test_where_no_parent_is_held_the_page_names_what_is_missing(store: Store, korla: str) -> None:
    content = document_content(store, korla)
    assert content.comparisons == ()
    assert len(content.missing) == 5
    assert "以下上级文件未收录" in page(store, korla).decode()


def test_a_clause_stands_beside_the_clause_that_it_carries_out(tmp_path: Path, korla: str) -> None:
    source = SourceText(PARENT, "parent.txt", "text/plain", "utf-8", "1" * 64)
    with open_store(tmp_path / "store", write=True) as store:
        add(store, read_sample())
        add(store, read_text(source))
        content = document_content(store, korla)
        html = page(store, korla).decode()
    (view,) = content.comparisons
    assert view.name == "国办发〔2016〕72号"
    rows = {row.clause.label: row for row in view.rows}
    row = rows["三（二）2"]
    assert row.parents[0].clause.label == "一（一）"
    assert any(each["direction"] == "relaxed" for each in row.parameters)
    changed = "".join(w.text for w in row.parents[0].child_words if w.changed)
    assert "暗门槛" in changed
    assert "".join(w.text for w in row.parents[0].parent_words).startswith("（一）调整完善大中城市")
    assert "一（二）" in {each.clause.label for each in (*view.without_child, *view.to_review)}
    assert len(view.without_parent) > 5
    assert "<ins>" in html
    assert "<del>" in html
    supposed = [edge for edge in content.scene.edges if edge.standing == "inferred"]
    assert {edge.target.rpartition("document/")[2] for edge in supposed} == {"国办发/2016/72"}
    assert all(edge.stated[0].why[0] for edge in supposed)
