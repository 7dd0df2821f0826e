"""Pictures of pages: characters recognised by rapidocr (PP-OCR models inside its wheel).

Needs the extra ``zhengmai[ocr]``. What is guaranteed: a warning says that the text is recognised,
and one more marks each line of which the recogniser is not sure; an anchor names page and box.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from graph.errors import MissingExtra, TooLarge
from graph.sources import page_layout, page_text
from graph.sources.archive import damaged

if TYPE_CHECKING:
    from graph.model import SourceText

_SURE: Final = 0.9  # probability of a line's characters below which it is marked
_FRAMES: Final = 200  # pages of a TIFF file
_LONGEST: Final = 9_000  # pixels of a side


class Recogniser:
    """Reads pictures of pages; ``unsure`` collects the places that deserve a second look."""

    def __init__(self, name: str) -> None:
        """Load the models.

        Raises:
            MissingExtra: rapidocr or its runtime is not installed.

        """
        try:
            from rapidocr import RapidOCR

            self._engine: Any = RapidOCR(params={"Global.log_level": "critical"})
        except ImportError as error:
            message = (
                f"{name}: 扫描件需要附加组件 / a scan needs an extra: pip install 'zhengmai[ocr]'"
            )
            raise MissingExtra(message) from error
        self.unsure: set[str] = set()

    def sheet(self, picture: Any, page: int, unit: float = 1.0) -> page_layout.Sheet:  # noqa: ANN401 - a numpy array
        """Return the lines of a picture (height, width, colours BGR); ``unit`` is its pixel."""
        found = self._engine(picture)
        words: list[page_layout.Word] = []
        doubtful: list[page_layout.Word] = []
        boxes = found.boxes if found.boxes is not None else ()
        for box, text, score in zip(boxes, found.txts or (), found.scores or (), strict=True):
            xs = [float(x) * unit for x, _ in box]
            ys = [float(y) * unit for _, y in box]
            words.append(page_layout.Word(text, min(xs), min(ys), max(xs), max(ys)))
            if score < _SURE:
                doubtful.append(words[-1])
        sheet = page_layout.sheet(words, page, picture.shape[1] * unit, picture.shape[0] * unit)
        for row in sheet.rows:
            if any(row.holds(word) for word in doubtful):
                self.unsure.add(row.locator)
        return sheet


def read(data: bytes, name: str, sha256: str) -> SourceText:
    """Return the text of a picture, or of the pictures in a TIFF file. Boxes are in pixels.

    Raises:
        MissingExtra: rapidocr is not installed.
        NotADocument: the picture is damaged.
        TooLarge: it has more pages or pixels than are read.
        EmptySource: nothing was recognised.

    """
    recogniser = Recogniser(name)
    import numpy as np
    from PIL import Image, ImageSequence, UnidentifiedImageError

    sheets = []
    try:
        with Image.open(io.BytesIO(data)) as image:
            if getattr(image, "n_frames", 1) > _FRAMES or max(image.size) > _LONGEST:
                message = f"{name}: 图片过大 / more pages or pixels than are read; scan it again"
                raise TooLarge(message)
            for number, frame in enumerate(ImageSequence.Iterator(image), 1):
                sheets.append(recogniser.sheet(np.asarray(frame.convert("RGB"))[..., ::-1], number))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError) as error:
        raise damaged(name, str(error)) from error
    return page_text.source_text(
        sheets,
        name,
        "image/*",
        sha256,
        recognised=range(1, len(sheets) + 1),
        unsure=recogniser.unsure,
    )
