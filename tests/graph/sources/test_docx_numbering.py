from lxml import etree

from graph.sources.docx_numbering import Numbering, read_numbering

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

LAW = [("chineseCountingThousand", "第%1章", "tab"), ("chineseCounting", "第%2条", "space")]
PLAN = [
    ("chineseCounting", "%1、", "nothing"),
    ("chineseCounting", "（%2）", "nothing"),
    ("decimal", "%3.", "tab"),
    ("decimalEnclosedCircle", "%4", "nothing"),
]


def xml(root: str, content: str) -> etree._Element:
    return etree.fromstring(f'<w:{root} xmlns:w="{W}">{content}</w:{root}>')


def level(depth: int, style: str, text: str, after: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:suff w:val="{after}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(levels: list[tuple[str, str, str]], identifier: int = 0, more: str = "") -> str:
    content = "".join(level(depth, *each) for depth, each in enumerate(levels))
    return f'<w:abstractNum w:abstractNumId="{identifier}">{more}{content}</w:abstractNum>'


def number(identifier: int, of: int = 0, more: str = "") -> str:
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def numbering(content: str, styles: str = "") -> Numbering:
    return read_numbering(xml("numbering", content), xml("styles", styles))


def labels(of: Numbering, *depths: int | tuple[int, int]) -> list[str]:
    found = []
    for each in depths:
        instance, depth = each if isinstance(each, tuple) else (1, each)
        properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{instance}"/></w:numPr>'
        found.append(of.label(xml("pPr", properties)))
    return found


def test_a_plan_is_numbered_as_word_prints_it() -> None:
    plan = numbering(abstract(PLAN) + number(1))
    assert labels(plan, 0, 1, 1, 2, 2, 3, 3, 1, 2, 0, 1) == [
        "一、", "（一）", "（二）", "1. ", "2. ", "①", "②", "（三）", "1. ", "二、", "（一）",
    ]  # fmt: skip


def test_articles_run_on_through_the_chapters_when_the_level_does_not_restart() -> None:
    levels = level(0, *LAW[0]) + level(1, *LAW[1], more='<w:lvlRestart w:val="0"/>')
    law = numbering(f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>' + number(1))
    assert labels(law, 0, 1, 1, 0, 1) == ["第一章 ", "第一条 ", "第二条 ", "第二章 ", "第三条 "]


def test_a_label_may_hold_the_levels_above() -> None:
    levels = [("chineseCounting", "%1、", "nothing"), ("decimal", "%1.%2", "space")]
    of = numbering(abstract(levels) + number(1))
    assert labels(of, 0, 1, 1) == ["一、", "一.1 ", "一.2 "]
    legal = level(0, *levels[0]) + level(1, *levels[1], more="<w:isLgl/>")
    of = numbering(f'<w:abstractNum w:abstractNumId="0">{legal}</w:abstractNum>' + number(1))
    assert labels(of, 0, 1) == ["一、", "1.1 "]


def test_instances_share_the_counter_of_their_abstract_numbering() -> None:
    begins = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    of = numbering(abstract(PLAN) + number(1) + number(2) + number(3, more=begins))
    assert labels(of, (1, 0), (2, 0), (3, 0), (3, 0)) == ["一、", "二、", "一、", "二、"]


def test_a_number_comes_from_the_style_and_the_style_it_is_based_on() -> None:
    levels = PLAN[0], PLAN[1]
    linked = level(0, *levels[0], more='<w:pStyle w:val="H1"/>')
    linked += level(1, *levels[1], more='<w:pStyle w:val="H2"/>')
    styles = """<w:style w:styleId="H1" w:type="paragraph"><w:pPr><w:numPr><w:numId w:val="1"/>
        </w:numPr></w:pPr></w:style><w:style w:styleId="H2" w:type="paragraph"><w:pPr><w:numPr>
        <w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="H3"
        w:type="paragraph"><w:basedOn w:val="H2"/></w:style>"""
    of = numbering(
        f'<w:abstractNum w:abstractNumId="0">{linked}</w:abstractNum>' + number(1), styles
    )
    styled = [xml("pPr", f'<w:pStyle w:val="{name}"/>') for name in ("H1", "H2", "H3")]
    assert [of.label(each) for each in styled] == ["一、", "（一）", "（二）"]
    off = xml("pPr", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert of.label(off) == ""


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
    styles += '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    assert numbering("", styles).label(xml("pPr", '<w:pStyle w:val="A"/>')) == ""


def test_bullets_are_signs_that_can_be_read() -> None:
    of = numbering(abstract([("bullet", "\uf06c", "tab"), ("bullet", "－", "nothing")]) + number(1))
    assert labels(of, 0, 1) == ["• ", "－"]


def test_an_unknown_numbering_prints_nothing() -> None:
    of = numbering(abstract(PLAN) + number(1) + number(2, of=7))
    assert labels(of, (2, 0), (9, 0), (1, 8)) == ["", "", ""]
    assert of.label(None) == ""
    assert read_numbering(None, None).label(None) == ""
