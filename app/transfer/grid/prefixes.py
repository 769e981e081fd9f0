"""What the headers of a table have in common before their words, as columns of a database do: kun_name, kun_town."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from app.transfer.grid.cells import text
from app.transfer.grid.scale import ALL_BUT, MOSTLY
from app.transfer.grid.sheets import Cell

_BEFORE = re.compile(r"([A-Za-z]{1,12}_)[A-Za-z]\w*", re.ASCII)
_FEWEST, _ROWS = 3, 12
"""So many headers tell a prefix, in one of the first rows."""


def shared(rows: Sequence[Sequence[Cell]]) -> str:
    """The prefix that most headers of a table have, "" where there is none.

    Args:
        rows: the rows of the table, from the first.
    """
    for row in rows[:_ROWS]:
        headers = [said for cell in row if (said := text(cell))]
        found = Counter(match[1] for said in headers if (match := _BEFORE.fullmatch(said)))
        if headers and sum(found.values()) >= ALL_BUT * len(headers):
            prefix, times = found.most_common(1)[0]
            return prefix if times >= max(_FEWEST, MOSTLY * len(headers)) else ""
    return ""
