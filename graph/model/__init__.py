"""The nouns: what a document consists of and what is found in it. All frozen, none does I/O."""

from __future__ import annotations

from graph.model.document import (
    Cell,
    Document,
    Jurisdiction,
    Provision,
    TableRow,
    Work,
)
from graph.model.findings import (
    Citation,
    Condition,
    Deadline,
    Finding,
    GroupMention,
    Norm,
    Reading,
    Responsibility,
    RightMention,
    Target,
)
from graph.model.kinds import (
    DeadlineKind,
    Form,
    NormKind,
    Operator,
    Place,
    ProvisionKind,
    Relation,
    Role,
    Status,
)
from graph.model.text import (
    Anchor,
    FoldedText,
    Passage,
    SourceText,
    Span,
    TextWarning,
)

__all__ = [
    "Anchor",
    "Cell",
    "Citation",
    "Condition",
    "Deadline",
    "DeadlineKind",
    "Document",
    "Finding",
    "FoldedText",
    "Form",
    "GroupMention",
    "Jurisdiction",
    "Norm",
    "NormKind",
    "Operator",
    "Passage",
    "Place",
    "Provision",
    "ProvisionKind",
    "Reading",
    "Relation",
    "Responsibility",
    "RightMention",
    "Role",
    "SourceText",
    "Span",
    "Status",
    "TableRow",
    "Target",
    "TextWarning",
    "Work",
]
