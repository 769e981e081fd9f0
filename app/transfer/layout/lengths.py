"""How long a text of a sheet is at the most that may be what it seems; in signs."""

from __future__ import annotations

LABEL, LONG_LABEL = 20, 24
"""A label with its value beside it; in forms of documents, which are wordier."""
HEADER, LONG_HEADER = 30, 60
"""A header of a further table, or said again under a header; that of a sheet."""
NAME, SENTENCE = 60, 40
"""A name; longer texts than the second, and those that are no names, are sentences."""
