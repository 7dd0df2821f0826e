from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import content

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command


def test_a_document_is_taken_out_and_can_come_back(zhengmai: Command, store: Path) -> None:
    before = content(store)
    run = zhengmai("remove", "171号", "--store", store)
    assert (run.status, run.err) == (0, "")
    assert "库政办发〔2018〕171号" in run.out
    zhengmai("list", "documents", "--store", store).refuses(1, "没有找到")
    assert zhengmai("add", "--sample", "--store", store).status == 0
    assert content(store) == before


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("171号 四（六）", "is no document that the store holds"),
        ("171号 附件1", "is no document that the store holds"),
        ("新政发〔2014〕68号", "is no document that the store holds"),
        ("市公安局", "is no document that the store holds"),
        ("九号", "nothing in the store answers to it"),
    ],
)
def test_what_is_no_held_document_is_not_taken_out(
    zhengmai: Command, store: Path, ref: str, said: str
) -> None:
    before = content(store)
    zhengmai("remove", ref, "--store", store).refuses(2, ref, said)
    assert content(store) == before
