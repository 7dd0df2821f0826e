import hashlib

import pytest

from graph.align import align, prepare
from graph.align.cited import cited_clauses
from graph.model import Reading, SourceText
from graph.pipeline import read_text

MEASURES = """云山省人才入户管理办法
云府规〔2030〕2号
第一条 为规范人才入户管理，制定本办法。
第二条 符合下列条件之一的，可以申请入户：
（一）具有硕士以上学位；
（二）具有高级职称，在本省企业工作。
第三条 申请人应当提交学历、职称和劳动合同等材料。
"""
RULES = """河口市人才入户管理实施细则
河人社规〔2031〕4号
第一条 根据{reference}，劳动关系的认定以签订书面协议为准。
第二条 本细则自印发之日起施行。
"""


def read(text: str, name: str) -> Reading:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return read_text(SourceText(text, name, "text/plain", "utf-8", digest))


@pytest.mark.parametrize(
    ("reference", "labels"),
    [
        ("《办法》第二条第（二）项", ["第二条（二）"]),
        ("《云山省人才入户管理办法》第三条", ["第三条"]),
        ("云府规〔2030〕2号第二条、第三条", ["第二条", "第三条"]),
        ("《云山省人才入户管理办法》（云府规〔2030〕2号）第3条", ["第三条"]),
        ("《办法》第二条第（一）、（二）项", ["第二条（一）", "第二条（二）"]),
        ("《办法》第二条（一）、（二）项", ["第二条（一）", "第二条（二）"]),
        ("《办法》第二条第（一）（二）项", ["第二条（一）", "第二条（二）"]),
        ("《办法》第二条第（一）至（二）项", ["第二条（一）", "第二条（二）"]),
        ("《办法》第一条至第三条", ["第一条", "第二条", "第三条"]),
        ("《办法》第三条第二款", ["第三条"]),
        ("《云山省人才入户管理办法》（以下简称办法），出现办法第二条第（一）项", ["第二条（一）"]),
        ("《云山省居住证办法》第三条", []),
        ("本办法第三条", []),
        ("《云山省居住证办法》（云府规〔2030〕9号）第三条", []),
        ("《办法》第九条", []),
    ],
)
def test_a_named_article_is_found(reference: str, labels: list[str]) -> None:
    ours = prepare(read(RULES.format(reference=reference), "rules.txt"))
    theirs = prepare(read(MEASURES, "measures.txt"))
    assert [theirs.clauses[column].label for _, column in cited_clauses(ours, theirs)] == labels


def test_a_clause_carries_out_what_it_names_first() -> None:
    rules = read(RULES.format(reference="《办法》第二条第（二）项"), "rules.txt")
    comparison = align(rules, read(MEASURES, "measures.txt"))
    first = comparison.alignments[0].parents[0]
    assert first.label == "第二条（二）"
    assert first.evidence.named
    assert rules.document.quote(first.evidence.named) == "《办法》第二条第（二）项"
