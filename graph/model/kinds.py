"""The closed lists: places, kinds of unit, relations, roles, forms, statuses, norms, deadlines."""

from __future__ import annotations

from enum import StrEnum


class Place(StrEnum):
    """Where a finding stands when it is in no provision."""

    TITLE = "title"
    NOTICE = "notice"  # the issuing letter
    PREAMBLE = "preamble"  # before the first provision
    CLOSING = "closing"  # after the last provision and part of none


class PartKind(StrEnum):
    """What a stretch of a document is that is part of no provision (GB/T 9704-2012, 7)."""

    HEAD = "head"  # number, metadata and marks above the text: 版头
    TITLE = "title"  # of the document or of a work in it
    ADDRESSEE = "addressee"  # 主送机关
    CONTENTS = "contents"  # 目录: headings that come again below
    NOTICE = "notice"  # the words of the issuing letter
    PREAMBLE = "preamble"  # before the first provision
    CLOSING = "closing"  # behind the last provision
    ATTACHMENTS = "attachments"  # 附件：1.…2.…, a list and no provision
    SIGNATURE = "signature"  # who signed, and the date
    REMARK = "remark"  # （此件公开发布）
    COLOPHON = "colophon"  # 抄送, 印发: 版记


class LeftOutReason(StrEnum):
    """Why characters of a source were not read as the document's."""

    INVISIBLE = "invisible"  # zero-width and private-use characters
    MARKUP = "markup"  # tags and emphasis marks of a layout program
    PAGE_NUMBER = "page-number"
    MENU = "menu"  # of the site, above the document
    PAGE = "page"  # other words of the page around the document
    REPEATED = "repeated"  # the page holds the text twice
    OTHER_DOCUMENT = "other-document"  # the file holds several
    UNREAD = "unread"  # no step says what it is


class ProvisionKind(StrEnum):
    """The kinds of numbered unit: 立法技术规范, and GB/T 9704-2012, 7.3.3."""

    BOOK = "编"
    SUBBOOK = "分编"  # 第一分编 通则, below a book
    CHAPTER = "章"
    SECTION = "节"
    ARTICLE = "条"
    PARAGRAPH = "款"  # an unnumbered paragraph of an article
    ITEM = "项"  # （一） below an article
    SUBITEM = "目"  # 1. below （一） of an article
    LEVEL1 = "一、"
    LEVEL2 = "（一）"
    LEVEL3 = "1."
    LEVEL4 = "（1）"
    LEVEL5 = "①"
    DECIMAL = "1.1"
    ENUMERATED = "一是"
    QUESTION = "问"  # 问：谁负责审核？答：…
    ROW = "行"  # a row of an annex table


class ColumnKind(StrEnum):
    """What the cells of a table's column hold."""

    NUMBER = "number"
    CATEGORY = "category"
    TASK = "task"
    DUTY = "duty"
    AGENCY = "agency"
    BODY = "body"
    TERM = "term"
    REMARK = "remark"
    OTHER = "other"  # a heading that the scheme column-headings does not have


class Relation(StrEnum):
    """How a text refers to another document."""

    IMPLEMENTS = "implements"
    BASIS = "basis"
    CITES = "cites"
    AMENDS = "amends"
    REPEALS = "repeals"
    FORWARDS = "forwards"


class AmendmentAction(StrEnum):
    """What an act does to the words of another document."""

    REPLACE = "replace"  # new words for an article, or for some words in it
    INSERT = "insert"
    DELETE = "delete"
    RENUMBER = "renumber"
    REPEAL = "repeal"  # an article that ends


class Role(StrEnum):
    """The part that an agency has in a provision."""

    LEAD = "lead"
    SUPPORT = "support"
    JOINT = "joint"
    RESPONSIBLE = "responsible"


class Modality(StrEnum):
    """Whether an agency must do something or has the power to."""

    DUTY = "duty"  # 应当, 要, 负责, 不得
    POWER = "power"  # 可以, 有权, 审批


class Form(StrEnum):
    """How a responsibility is written."""

    TAIL = "tail"  # （市公安局牵头）
    LINE = "line"  # 责任单位：…
    TABLE = "table"
    ITEM_AGENCY = "item-agency"  # 1.县交通运输局：…
    BODY = "body"  # 市统计局要规范统计


class Status(StrEnum):
    """How far something can be relied on that was found or compared: ``adms:status``."""

    CANDIDATE = "candidate"  # nobody has looked at it
    ACCEPTED = "accepted"
    SUSPECT = "suspect"  # what it was accepted or compared on has changed
    REJECTED = "rejected"


class NormKind(StrEnum):
    """The deontic kinds of a sentence."""

    OBLIGATION = "obligation"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    EXEMPTION = "exemption"
    RECOMMENDATION = "recommendation"


class Operator(StrEnum):
    """The comparisons of ODRL that a written limit can mean."""

    EQ = "eq"
    GTEQ = "gteq"
    LTEQ = "lteq"
    GT = "gt"
    LT = "lt"


class DeadlineKind(StrEnum):
    """What a time expression asks for."""

    DEADLINE = "deadline"
    TARGET = "target"
    PERIOD = "period"
    RECURRING = "recurring"
    EVALUATION = "evaluation"
    EFFECTIVE = "effective"
    VALIDITY = "validity"
    ONGOING = "ongoing"
    VAGUE = "vague"
