from __future__ import annotations

import pytest

from graph.extract.before_events import find_events


@pytest.mark.parametrize(
    ("clause", "event"),
    [
        ("应当在搬迁前15日书面告知承租人", "在搬迁前15日"),
        ("船舶离港前，船长应当核对名单", "船舶离港前"),
        ("退房前应当结清费用", "退房前"),
        ("聘用期届满3个月前", "届满3个月前"),
        ("有效期届满60日前", "届满60日前"),
        ("保管期满前一个月，", "期满前一个月"),
        ("于会议召开5个工作日前报送材料", "于会议召开5个工作日前"),
        ("开工前向住建部门备案", "开工前"),
    ],
)
def test_something_is_due_before_it_happens(clause: str, event: str) -> None:
    assert [clause[start:end] for start, end in find_events(clause, 0, len(clause))] == [event]


@pytest.mark.parametrize(
    "clause",
    [
        "目前，各县应当加快进度",
        "税前扣除应当留存凭证",
        "日前，市政府应邀出席",
        "年度考核前三名的单位",
        "岗前培训应当达到40学时",
        "学前教育由县级政府负责",
        "前期工作应当抓紧",
    ],
)
def test_before_in_another_word_is_no_event(clause: str) -> None:
    assert list(find_events(clause, 0, len(clause))) == []
