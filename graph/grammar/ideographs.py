"""The ideographs that names and titles are written with, those of the extensions among them.

Names of places and people hold some that are not in the first block: 䶮, 㵲, 𬒈.
"""

from __future__ import annotations

from typing import Final

# A class for a pattern: CJK Unified Ideographs with their extensions, and 〇.
HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af〇"
