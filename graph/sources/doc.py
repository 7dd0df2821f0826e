"""Word 97 to 2003 and WPS (``.doc``, ``.wps``): converted to DOCX by msdoc2docx, then read as one.

Needs the extra ``zhengmai[doc]``. Anchors name paragraphs and runs of the converted document.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import MissingExtra
from graph.sources import docx
from graph.sources.archive import damaged

if TYPE_CHECKING:
    from graph.model import SourceText


def read(data: bytes, name: str, sha256: str) -> SourceText:
    """Return the text of a Word 97 document.

    Raises:
        MissingExtra: msdoc2docx is not installed.
        NotADocument: it is damaged, encrypted, or no Word document.
        EmptySource: it holds no text.

    """
    try:
        import doc2docx
        from doc2docx import errors
    except ImportError as error:
        message = (
            f"{name}: 旧版 Word 文件需要附加组件 / a Word 97 file needs an extra: "
            "pip install 'zhengmai[doc]', or save it as DOCX"
        )
        raise MissingExtra(message) from error
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "source.doc"), Path(folder, "target.docx")
        source.write_bytes(data)
        try:
            doc2docx.convert(source, target)
        except (errors.Doc2DocxError, ValueError, IndexError, KeyError, OverflowError) as error:
            raise damaged(name, str(error) or type(error).__name__) from error
        converted = target.read_bytes()
    return replace(docx.read(converted, name, sha256), media_type="application/msword")
