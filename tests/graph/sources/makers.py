"""Makers of small files in the formats that are read."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

FONT = """<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H
/DescendantFonts [4 0 R] >>"""
CHARACTERS = """<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R
/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 >>"""
METRICS = """<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880]
/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"""


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """Make a DOCX of the inner XML of its body and the inner XML of other parts."""
    files = {"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'}
    for part, content in parts.items():
        files[f"word/{part}.xml"] = f'<w:{part} xmlns:w="{W}">{content}</w:{part}>'
    return zipped(files)


def pdf(*pages: Sequence[tuple[float, float, float, str]], extra: str = "") -> bytes:
    """Make a PDF: for each page the texts with their place (x, baseline y) and size in points."""
    streams = []
    for page in pages:
        lines = [
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET"
            for x, y, size, text in page
        ]
        streams.append("\n".join([*lines, extra]))
    return _pdf(streams)


def _pdf(streams: Sequence[str]) -> bytes:
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(streams)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>",
        FONT,
        CHARACTERS,
        METRICS,
    ]
    for number, stream in enumerate(streams):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> "
            f"/XObject << /Im1 {6 + 2 * len(streams)} 0 R >> >> "
            f"/Contents {7 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects.append(
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        "/BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream"
    )
    return pdf_of_objects(objects)


def pdf_of_objects(objects: Sequence[str]) -> bytes:
    """Make a PDF of its objects, of which the first is the catalogue."""
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for offset in offsets:
        out += f"{offset:010} 00000 n \n".encode()
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)


def ofd(*pages: Sequence[tuple[float, float, float, str]]) -> bytes:
    """Make an OFD file: for each page the texts with their place (x, baseline y), size in mm."""
    ofd = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    listed = "".join(
        f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages))
    )
    files = {
        "OFD.xml": f"<ofd:OFD {ofd}><ofd:DocBody><ofd:DocInfo/>"
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {ofd}><ofd:CommonData>{area}</ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    for number, page in enumerate(pages):
        texts = "".join(
            f'<ofd:TextObject ID="{n}" Boundary="{x} {y} 150 10" Font="1" Size="{size}">'
            f'<ofd:TextCode X="0" Y="0" DeltaX="g {len(text)} {size}">{text}</ofd:TextCode>'
            "</ofd:TextObject>"
            for n, (x, y, size, text) in enumerate(page, 100)
        )
        files[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f"<ofd:Page {ofd}><ofd:Content><ofd:Layer>{texts}</ofd:Layer></ofd:Content></ofd:Page>"
        )
    return zipped(files)
