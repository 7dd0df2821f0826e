from collections.abc import Callable
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import EmptySource, NotADocument, TooLarge
from graph.model import SourceText
from graph.sources import archive, read_bytes
from tests.work import processor_seconds_at_most

Maker = Callable[..., bytes]


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def row(*cells: str, properties: str = "") -> str:
    content = "".join(f"<w:tc>{paragraph(run(cell))}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{content}</w:tr>"


def codes(source: SourceText) -> list[str]:
    return [warning.code for warning in source.warnings]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            paragraph(run("一、") + run("总体要求")) + paragraph(run("（一）")),
            "一、总体要求\n（一）\n",
        ),
        (paragraph("") + paragraph(run("　　各乡镇：")), "各乡镇：\n"),
        (paragraph("<w:r><w:t>关于</w:t><w:br/><w:t>通知</w:t></w:r>"), "关于\n通知\n"),
        (paragraph("<w:r><w:t>1.</w:t><w:tab/><w:t>甲</w:t></w:r>"), "1.\t甲\n"),
        (paragraph("<w:hyperlink>" + run("甲") + "</w:hyperlink>" + run("乙")), "甲乙\n"),
        (
            paragraph("<w:smartTag><w:smartTag>" + run("市公安局") + "</w:smartTag></w:smartTag>"),
            "市公安局\n",
        ),
        ("<w:sdt><w:sdtContent>" + paragraph(run("甲")) + "</w:sdtContent></w:sdt>", "甲\n"),
        (paragraph(run("甲") + run("秘密", "<w:vanish/>")), "甲\n"),
        (paragraph(run("甲", '<w:vanish w:val="0"/>')), "甲\n"),
        (paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("甲")), "甲\n"),
        (paragraph('<w:r><w:sym w:font="Wingdings" w:char="25A1"/></w:r>'), "□\n"),
    ],
)
def test_paragraphs_are_lines(docx_of: Maker, body: str, text: str) -> None:
    assert read_bytes(docx_of(body), "x").text == text


@given(texts=st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), min_size=1))
def test_what_was_written_is_read(docx_of: Maker, texts: list[str]) -> None:
    body = "".join(paragraph(run(escape(text))) for text in texts)
    assert read_bytes(docx_of(body), "x").text.split("\n") == [*texts, ""]


def test_revisions_are_read_in_their_final_view_and_told(docx_of: Maker) -> None:
    body = paragraph(
        run("落户")
        + "<w:del><w:r><w:delText>两</w:delText></w:r></w:del>"
        + f"<w:ins>{run('五')}</w:ins>"
        + run("年")
    )
    body += "<w:moveFrom>" + paragraph(run("旧处")) + "</w:moveFrom>"
    source = read_bytes(docx_of(body), "x")
    assert source.text == "落户五年\n"
    assert codes(source) == ["revisions"]
    assert "1 insertions, 2 deletions" in source.warnings[0].message


def test_paragraphs_whose_mark_is_deleted_are_joined(docx_of: Maker) -> None:
    body = paragraph(run("为加快"), "<w:rPr><w:del/></w:rPr>") + paragraph(run("落户。"))
    assert read_bytes(docx_of(body), "x").text == "为加快落户。\n"
    body = paragraph(run("为加快"), "<w:rPr><w:del/></w:rPr>")
    assert read_bytes(docx_of(body), "x").text == "为加快\n"


def test_a_row_of_a_table_is_a_line(docx_of: Maker) -> None:
    merged = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    table = (
        "<w:tbl>"
        + row("序号", "任务", "责任单位")
        + row("1", "删去", "丙", properties="<w:del/>")
        + f"<w:tr><w:tc>{merged}{paragraph(run('合计'))}</w:tc>"
        + f"<w:tc>{paragraph(run('甲'))}{paragraph(run('乙'))}</w:tc></w:tr>"
        + "</w:tbl>"
    )
    assert read_bytes(docx_of(table), "x").text == "序号\t任务\t责任单位\n合计\t\t甲 乙\n"


def test_a_table_of_one_column_is_a_frame(docx_of: Maker) -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph(run('甲'))}{paragraph(run('乙'))}</w:tc></w:tr></w:tbl>"
    assert read_bytes(docx_of(table), "x").text == "甲\n乙\n"


def test_a_text_box_is_read_once_in_its_place_and_told(docx_of: Maker) -> None:
    box = f"<w:txbxContent>{paragraph(run('文件头'))}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = (
        f"<w:r><mc:AlternateContent {mc}><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    source = read_bytes(docx_of(paragraph(both + run("正文一")) + paragraph(run("正文二"))), "x")
    assert source.text == "正文一\n文件头\n正文二\n"
    assert [(w.code, w.span and w.span.of(source.text)) for w in source.warnings] == [
        ("text-box", "文件头")
    ]


def test_notes_stand_at_the_end(docx_of: Maker) -> None:
    body = paragraph(run("甲") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + paragraph(
        run("乙")
    )
    notes = f'<w:footnote w:id="1">{paragraph(run("无"))}</w:footnote>'
    notes += f'<w:footnote w:id="2">{paragraph(run("注"))}</w:footnote>'
    source = read_bytes(docx_of(body, footnotes=notes), "x")
    assert (source.text, codes(source)) == ("甲\n乙\n注\n", ["note"])


def test_comments_and_embedded_files_are_told(docx_of: Maker) -> None:
    body = paragraph(run("甲") + "<w:r><w:object/></w:r>")
    source = read_bytes(docx_of(body, comments=""), "x")
    assert codes(source) == ["comments", "embedded"]


def test_anchors_name_paragraph_and_run(docx_of: Maker) -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    numbering = """<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">
        <w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
        </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"""
    body = paragraph("") + paragraph(run("总体") + run("要求"), number)
    source = read_bytes(docx_of(body, numbering=numbering), "x")
    assert [(each.span.of(source.text), each.locator) for each in source.anchors] == [
        ("一、", "paragraph=2&run=0"),
        ("总体", "paragraph=2&run=1"),
        ("要求", "paragraph=2&run=2"),
    ]


def test_strict_files_are_read_too(zip_of: Callable[..., bytes]) -> None:
    body = paragraph(run("甲"))
    uri = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = f'<w:document xmlns:w="{uri}"><w:body>{body}</w:body></w:document>'
    assert read_bytes(zip_of({"word/document.xml": document}), "x").text == "甲\n"


def test_an_empty_document_is_refused(docx_of: Maker) -> None:
    with pytest.raises(EmptySource):
        read_bytes(docx_of(paragraph("")), "x")


def test_entities_are_refused(zip_of: Callable[..., bytes]) -> None:
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    document = (
        f'<!DOCTYPE d [<!ENTITY l0 "lol">{laughs}]><document><body><p>&l9;</p></body></document>'
    )
    with pytest.raises(NotADocument, match=r"^x: "):
        read_bytes(zip_of({"word/document.xml": document}), "x")
    document = '<!DOCTYPE d SYSTEM "file:///etc/passwd"><document><body/></document>'
    with pytest.raises(NotADocument, match="DTD"):
        read_bytes(zip_of({"word/document.xml": document}), "x")


def test_a_part_that_unpacks_to_too_much_is_refused(
    zip_of: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "_PART", 1_000)
    with pytest.raises(TooLarge, match=r"word/document\.xml"):
        read_bytes(zip_of({"word/document.xml": " " * 1_001}), "x")
    monkeypatch.setattr(archive, "_PARTS", 1)
    with pytest.raises(TooLarge):
        read_bytes(zip_of({"word/document.xml": "", "a": ""}), "x")


@pytest.mark.parametrize("keep", [10, 200, -30, -1])
def test_a_truncated_file_is_refused(docx_of: Maker, keep: int) -> None:
    with pytest.raises(NotADocument, match=r"^x: "):
        read_bytes(docx_of(paragraph(run("甲" * 999)))[:keep], "x")


@pytest.mark.parametrize(
    "body", ["<w:p>" * 200_000, "<w:tbl><w:tr><w:tc>" * 9_000, "<w:smartTag>" * 9_000, "<w:p"]
)
def test_hostile_xml_is_refused(docx_of: Maker, body: str) -> None:
    with processor_seconds_at_most(30), pytest.raises(NotADocument):
        read_bytes(docx_of(body), "x")


def test_deep_tables_within_the_limits_are_read(docx_of: Maker) -> None:
    body = "<w:tbl><w:tr><w:tc>" * 70 + paragraph(run("甲")) + "</w:tc></w:tr></w:tbl>" * 70
    assert read_bytes(docx_of(body), "x").text == "甲\n"
