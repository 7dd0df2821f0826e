from __future__ import annotations

import pytest

from graph.grammar.standard_numbers import standard_number
from graph.normalise import normalise


def number(text: str) -> str | None:
    folded = normalise(text).text
    found = standard_number(folded, 0, len(folded))
    return found.text if found else None


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("GB50161", "GB 50161"),
        ("GB 50180-2018", "GB 50180—2018"),
        ("GB/T24188—2009", "GB/T 24188—2009"),
        ("ＡＱ 4101－2008", "AQ 4101—2008"),
        ("建标143－2010", "建标143—2010"),
        ("DB43/T 1234—2019", "DB43/T 1234—2019"),
        ("DB11/T1139", "DB11/T 1139"),
        ("JTG/T D33-2012", "JTG/T D33—2012"),
        ("HJ 2.1-2016", "HJ 2.1—2016"),
        ("国家标准GB 3095-2012", "GB 3095—2012"),
        ("T/CECS 123-2018", "T/CECS 123—2018"),
    ],
)
def test_a_number_has_one_form_however_it_is_printed(printed: str, expected: str) -> None:
    assert number(printed) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A3",
        "PPP12",
        "COVID-19",
        "附件3",
        "第3版",
        "2012年",
        "以下简称GB",
        "试行",
        "国发〔2014〕25号",
    ],
)
def test_letters_and_figures_alone_are_no_standard(text: str) -> None:
    assert number(text) is None
