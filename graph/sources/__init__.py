"""From a file to its text: one door for every format, chosen by content and never by suffix."""

from graph.sources.confined import Confined
from graph.sources.door import read_bytes, read_source, written

__all__ = ["Confined", "read_bytes", "read_source", "written"]
