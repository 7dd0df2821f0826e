"""Which kinds of labels stand above which in a text: its own order, where it has another.

That of 立法技术规范 and GB/T 9704 holds, but for texts that show by how their series run on::

    第一条 … 一、… 二、…                      articles above 一、, where a text begins with them
    一、… 问：… 答：…                       sections hold the questions
    1.谁可申请？（一）…（二）… 2.何时申请？（一）…   each number holds a （一） of its own
    （一）… 第1条 … 第2条 …（二）… 第3条 …      （一） runs on over articles, that run through
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import ProvisionKind as Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graph.grammar.numbering import Label

_ORDER = (
    Kind.QUESTION, Kind.BOOK, Kind.SUBBOOK, Kind.CHAPTER, Kind.SECTION, Kind.LEVEL1, Kind.ARTICLE,
    Kind.LEVEL2, Kind.LEVEL3, Kind.DECIMAL, Kind.LEVEL4, Kind.LEVEL5,
    Kind.ENUMERATED,
)  # fmt: skip
_OVER_QUESTIONS = (Kind.QUESTION, Kind.CHAPTER, Kind.LEVEL1)
_TOP_OR_RUN = (
    Kind.QUESTION, Kind.BOOK, Kind.SUBBOOK, Kind.CHAPTER, Kind.SECTION, Kind.LEVEL1, Kind.ARTICLE,
    Kind.LEVEL2, Kind.LEVEL3,
)  # fmt: skip


def levels_of(labels: Sequence[Label], begins: Callable[[Label], bool]) -> tuple[Kind, ...]:
    """Return the kinds of labels of a text from the highest.

    ``begins`` tells whether a label stands where one can begin something.
    """
    set_out = [label for label in labels if label.kind in _TOP_OR_RUN and begins(label)]
    tops = (label.kind for label in set_out if label.kind in (Kind.ARTICLE, Kind.LEVEL1))
    order = list(_ORDER)
    if next(tops, None) is Kind.ARTICLE:
        order.remove(Kind.ARTICLE)
        order.insert(order.index(Kind.LEVEL1), Kind.ARTICLE)
    elif _bracketed_hold_articles(set_out):
        order.remove(Kind.ARTICLE)
        order.insert(order.index(Kind.LEVEL2) + 1, Kind.ARTICLE)
    if _numbers_hold_bracketed(set_out):
        order.remove(Kind.LEVEL3)
        order.insert(order.index(Kind.LEVEL2), Kind.LEVEL3)
    questions = (label.kind for label in labels if label.kind in _OVER_QUESTIONS)
    if next(questions, Kind.QUESTION) is not Kind.QUESTION:  # sections hold the questions
        order.remove(Kind.QUESTION)
        order.insert(order.index(Kind.LEVEL2), Kind.QUESTION)
    return tuple(order)


def _numbers_hold_bracketed(labels: Sequence[Label]) -> bool:
    """Whether 1. 2. 3. run through a text from its start and each holds a （一） of its own.

    So do the questions of a page. Where （一） runs on from one number to the next, as sections
    do whose items are counted through, or 1. begins anew, they are the items of （一）.
    """
    run = bracketed = within = 0
    for label in labels:
        if label.kind is Kind.LEVEL3 and label.ordinal == run + 1:
            within += bracketed > 0  # it goes on behind what the one before holds
            run, bracketed = label.ordinal, 0
        elif label.kind is Kind.LEVEL2 and run and label.ordinal == bracketed + 1:
            bracketed = label.ordinal
        else:
            return False
    return within > 0


def _bracketed_hold_articles(labels: Sequence[Label]) -> bool:
    """Whether （一） and （二） go on over articles that are counted through below 一、.

    The items of an article begin anew with （一） in the next, and never go on over one.
    """
    article = bracketed = over = 0
    behind_article = False
    for label in labels:
        if label.kind is Kind.LEVEL1:
            bracketed, behind_article = 0, False
        elif label.kind is Kind.ARTICLE:
            if label.ordinal != article + 1:
                return False
            article, behind_article = label.ordinal, True
        elif label.kind is Kind.LEVEL2:
            if label.ordinal != bracketed + 1:
                return False
            over += bracketed > 0 and behind_article
            bracketed, behind_article = label.ordinal, False
    return over > 0
