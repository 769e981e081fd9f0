"""Link fields that may name several records: the first stands in the record itself, the further ones in records of their own."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Sequence

from app.records.fields import Field, RecordType
from app.records.further import fields
from app.records.queries import titles
from app.records.workspace import Workspace

__all__ = ["JOINT", "fields", "further", "linked", "names", "parted"]
JOINT = ", "
_BETWEEN = re.compile(r"\s*[,，、;；]\s*")


def further(ws: Workspace, record: RecordType, field: Field, numbers: Sequence[int]) -> dict[int, list[int]]:
    """The ids of the further linked records of each record, in the order in which they were added."""
    other = ws.dictionary.type(field.also)
    sql = (
        f'SELECT "{other.parent}", "{field.name}" FROM "{other.name}"'
        f' WHERE "{other.parent}" IN (SELECT value FROM json_each(?)) AND "{field.name}" IS NOT NULL ORDER BY id'
    )
    found: dict[int, list[int]] = defaultdict(list)
    with ws.book.reading() as connection:
        for owner, number in connection.execute(sql, (json.dumps(list(numbers)),)):
            found[owner].append(number)
    return dict(found)


def linked(
    ws: Workspace, record: RecordType, field: Field, held: Sequence[tuple[int, int | None]]
) -> dict[int, tuple[int, ...]]:
    """All linked records of each record, the first one first.

    Args:
        held: id and first linked record of each.
    """
    more = further(ws, record, field, [number for number, _first in held])
    return {
        number: tuple(dict.fromkeys((*([first] if first else ()), *more.get(number, ())))) for number, first in held
    }


def names(
    ws: Workspace, record: RecordType, field: Field, held: Sequence[tuple[int, int | None]], joint: str = JOINT
) -> dict[int, str]:
    """The titles of all linked records of each record, in one text."""
    found = linked(ws, record, field, held)
    called = titles(ws, field.link, sorted({one for several in found.values() for one in several}))
    return {number: joint.join(called[one] for one in several if one in called) for number, several in found.items()}


def parted(text: str) -> list[str]:
    """The titles that a text of ``names`` holds, also as people write several names: 王经理、李工."""
    return [part for part in _BETWEEN.split(text.strip()) if part]
