"""The columns that an annotated copy of an imported file has more than the file, and how they are known again."""

from __future__ import annotations

# What their headers begin with in every language; the mapper leaves such columns alone when the file comes again.
MARK = "Kebu: "


def is_remark(header: str) -> bool:
    """Whether a column was added by the program, by its header."""
    return header.startswith(MARK)
