from __future__ import annotations

from graph.structure.lines import lines_of
from graph.structure.news import find_news

PIECE = """中办、国办印发《关于加强湖泊保护的意见》
新华社北京2月3日电 近日，中共中央办公厅、国务院办公厅印发了《关于加强湖泊保护的意见》，并发出通知。
《关于加强湖泊保护的意见》{}如下。
"""


def test_a_piece_of_news_tells_the_title_and_all_who_issue_it() -> None:
    for words in ("全文", "主要内容"):
        text = PIECE.format(words)
        news = find_news(list(lines_of(text)), text)
        assert news is not None
        assert news.title.text == "关于加强湖泊保护的意见"
        assert text[news.title.start : news.title.end] == news.title.text
        assert [name.text for name in news.issuers] == ["中共中央办公厅", "国务院办公厅"]
        assert text[: news.end].endswith("如下。")


def test_a_notice_that_issues_something_is_no_news() -> None:
    text = "某市人民政府印发《湖泊保护办法》的通知\n各区人民政府：\n现印发给你们，请贯彻执行。"
    assert find_news(list(lines_of(text)), text) is None


def test_news_about_a_document_that_is_not_printed_tells_nothing() -> None:
    text = PIECE.format("要求").replace("要求如下", "要求明确")
    assert find_news(list(lines_of(text)), text) is None
