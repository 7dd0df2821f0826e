from __future__ import annotations

import pytest

from graph.structure.announced import issued_title


@pytest.mark.parametrize(
    ("title", "issued"),
    [
        (
            "关于印发库尔勒市推动非户籍人口在城市落户实施方案的通知",
            "库尔勒市推动非户籍人口在城市落户实施方案",
        ),
        (
            "国务院办公厅关于印发推动1亿非户籍人口在城市落户方案的通知",
            "推动1亿非户籍人口在城市落户方案",
        ),
        (
            "国务院办公厅转发教育部等部门关于做好升学考试工作意见的通知",
            "关于做好升学考试工作意见",
        ),
        ("关于印发《任务分工方案》的通知", "任务分工方案"),
        ("关于印发〈自治州实施方案〉的通知", "〈自治州实施方案〉"),
    ],
)
def test_a_notices_title_names_what_it_issues(title: str, issued: str) -> None:
    found = issued_title(title)
    assert found is not None
    assert found.strip("〈〉") == issued.strip("〈〉")


@pytest.mark.parametrize(
    "title",
    ["国务院关于进一步推进户籍制度改革的意见", "关于做好春耕生产工作的通知", "居住证暂行条例"],
)
def test_a_title_that_issues_nothing_names_nothing(title: str) -> None:
    assert issued_title(title) is None
