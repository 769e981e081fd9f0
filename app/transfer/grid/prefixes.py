"""What the headers of a table have in common before their words: kun_name, kun_town in a database, Dealer name, Dealer town."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from app.transfer.grid import qualified
from app.transfer.grid.affixes import affixes
from app.transfer.grid.cells import text
from app.transfer.grid.folding import fold, folded
from app.transfer.grid.headers import Vocabulary
from app.transfer.grid.scale import ALL_BUT, KNOWN, MOSTLY
from app.transfer.grid.sheets import Cell

_BEFORE = re.compile(r"([A-Za-z]{1,12}_)[A-Za-z]\w*|([A-Za-z]{3,12} )[A-Za-z][\w ]*", re.ASCII)
_FEWEST, _ROWS = 3, 12
"""So many headers tell a prefix, in one of the first rows."""
_WHO_OR_WHAT = qualified.CONTACTS | qualified.CUSTOMERS | folded("prod|prd|itm|art")
_OTHERS = folded(
    "emp|usr|ma|hr|stu|std|pet|vet|col|srv|vm|db|ip|dev|app|log|msg|ord|inv|doc|img|job|prj|act|evt|car|dpt|dep"
)
"""Short words for other things that have a name: of staff, animals, columns, machines, papers."""
_SHORT = 3
"""No longer is a table's abbreviation that may be any."""
_REACHED = frozenset(("phone", "mobile", "email"))
_CALLED = frozenset(("name", "code"))


def shared(rows: Sequence[Sequence[Cell]], words: Vocabulary) -> str:
    """The prefix that most headers of a table have, "" where there is none, or one that says the rows are something else.

    Args:
        rows: the rows of the table, from the first.
        words: what headers may mean.
    """
    for row in rows[:_ROWS]:
        headers = [said for cell in row if (said := text(cell))]
        found = Counter(match[1] or match[2] for said in headers if (match := _BEFORE.fullmatch(said)))
        if len(headers) >= _FEWEST and sum(found.values()) >= ALL_BUT * len(headers):
            prefix, times = found.most_common(1)[0]
            if times < max(_FEWEST, MOSTLY * len(headers)):
                return ""
            return prefix if _says_who(prefix, words) or _may_be_any(prefix, headers, words) else ""
    return ""


def _says_who(prefix: str, words: Vocabulary) -> bool:
    """Whether a prefix is a word for customers, contacts or products."""
    word = prefix.rstrip("_ ")
    if fold(word) in affixes().institutions:
        return True
    means = {one.field for one in words.lookup(word)} if words.exact(word) else set()
    return word.casefold() in _WHO_OR_WHAT or (bool(means & _CALLED) and "title" not in means)


def _may_be_any(prefix: str, headers: Sequence[str], words: Vocabulary) -> bool:
    """Whether a prefix is an abbreviation of no known word, before ways to reach somebody."""
    word = prefix.rstrip("_")
    if prefix.endswith(" ") or len(word) > _SHORT or word.casefold() in _OTHERS:
        return False
    plain = [said.removeprefix(prefix) for said in headers if said.startswith(prefix)]
    return any(one.field in _REACHED and one.score >= KNOWN for said in plain for one in words.lookup(said))
