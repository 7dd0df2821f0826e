"""A modal word and its verb that together begin like another word.

Forms read::

    应征求意见、应办理登记、应发布公告    no 应征, 应办, 应发
    可行使权利、可依法申请                no 可行, 可依
    要科学规划、要事先征得同意            no 要科, 要事

The lists of lookalikes know 应征, 可行 and 要事 as words; the longer form tells them apart.
"""

from __future__ import annotations

import re
from functools import cache

from ontology import lexicon

_SCHEME = "modal-verbs"


@cache
def pattern() -> re.Pattern[str]:
    """Return a pattern of a modal word with its verb.

    >>> bool(pattern().match("应征求意见")), bool(pattern().match("应征入伍"))
    (True, False)
    """
    return re.compile(lexicon.alternatives(_SCHEME))


def begins(text: str, at: int) -> bool:
    """Tell whether a modal word with its verb stands at an offset."""
    return pattern().match(text, at) is not None
