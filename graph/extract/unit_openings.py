"""Where the words of a unit begin behind its label and its heading, also where no mark ends that.

In texts that lost their line ends a heading stands right before the first sentence::

    （二）强化监管协同 市、区两级要加强配合。     the sentence begins behind the heading
    （二）强化监管协同。市、区两级…               the full stop parts them already
    （二）强化监管协同，提高效率。                a sentence alone is no heading before one
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.grammar.numbering import LABEL_AT_START

if TYPE_CHECKING:
    from graph.model import Passage

_SHORTEST: Final = 4  # characters of a heading that is told from the first words of a sentence
_GOES_ON: Final = "，、的和与及。；：！？）”》（"


def opening(text: str, passage: Passage, heading: str) -> tuple[int, int]:
    """Return where the words behind a label begin, and where those behind a glued heading do.

    The two are the same where nothing is glued.

    >>> from graph.model import Passage
    >>> text = "（二）强化监管协同 市、区两级要加强配合。"
    >>> opening(text, Passage("（二）", 0, 0, len(text)), "强化监管协同")
    (3, 10)
    """
    label = LABEL_AT_START.match(text, passage.start, passage.end)
    start = label.end() if label else passage.start
    behind = start + len(heading)
    if not label or len(heading) < _SHORTEST or not text.startswith(heading, start):
        return start, start
    sentence = behind
    while sentence < passage.end and text[sentence] in " \n":
        sentence += 1
    if sentence >= passage.end or text[sentence] in _GOES_ON:
        return start, start
    return start, sentence
