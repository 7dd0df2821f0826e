"""What people type for a document, a provision, an agency, a group or a right → its identity.

Forms read::

    库政办发〔2018〕171号                 a number, in any brackets and widths
    171号, 〔2018〕171号                  the end of a number, when only one document has it
    库政办发[2018]171号 三(一)1           a provision of it, or 171号三（一）1, 171号 第12条
    五（十五）, （十五）                  a provision alone, when only one document has it
    库政办发〔2018〕171号 附件1           an annex
    《库尔勒市…实施方案》四（六）        a title, or a part of one
    市公安局, 进城落户农民, 三权         an agency, a group, a right
    https://w3id.org/zhengmai/id/…       an IRI

What is typed is compared without widths and blanks. What several things answer to is ambiguous,
never guessed.
"""

from __future__ import annotations

from graph.references.agencies import AgencyMatch, find_agencies
from graph.references.divisions import find_division
from graph.references.identity import Reference
from graph.references.reading import find_document, find_reference, find_right

__all__ = [
    "AgencyMatch",
    "Reference",
    "find_agencies",
    "find_division",
    "find_document",
    "find_reference",
    "find_right",
]
