"""Warranties, contracts and the like that come to their end: days in the user's own fields that are called so.

There are no devices and contracts in a book yet; people keep such days in date fields of their own, on the customer, the
contact, the product or the quote. A field is watched when its name says that something ends, see ``ENDS`` and ``BEGINS``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from app.records import queries
from app.records.own import OwnField
from app.records.workspace import Workspace
from app.shared.settings import Setting

ENDS_LEAD = Setting("rule.ends.days", 14)
ENDS = re.compile(
    r"到期|期满|届满|期至|截止|终止|失效|过期|续约|续签|续费|续保|年检|保修|质保|三包|有效期|合同期|"
    r"expir|\bends?\b|\bend date\b|\bending\b|warrant|guarantee|renew|valid (?:until|till|to)\b|\buntil\b|\bgarantie|ablauf",
    re.IGNORECASE,
)
BEGINS = re.compile(
    r"开始|起始|起算|起保|签订|签约日|购买|生效|安装|\bstart|\bbegin|\bsign|\bfrom\b|\bsince\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class End:
    """Something that ends.

    Args:
        kind, id: the record whose field says so; field: its name, label: what the user calls it.
        customer: whom it concerns, None when nobody. title: the record's own name; name: the customer's, where it is another.
        day: the last day. left: how many days there are until then.
    """

    kind: str
    id: int
    field: str
    label: str
    customer: int | None
    title: str
    name: str
    day: date
    left: int


def says_end(label: str) -> bool:
    """Whether the name of a date field says that something ends on that day."""
    return bool(ENDS.search(label)) and not BEGINS.search(label)


def watched(ws: Workspace) -> list[OwnField]:
    """The user's own fields that are watched; hidden ones are not."""
    return [one for one in ws.definitions.fields if one.kind == "date" and not one.hidden and says_end(one.label)]


def ends(ws: Workspace, days: int, limit: int, *, beyond: bool = False) -> list[End]:
    """What ends from today on within so many days, the nearest first.

    Args:
        beyond: whether the next one after these days is told as well.
    """
    today = ws.clock.today()
    last = today + timedelta(days=max(0, days))
    rows: list[tuple[str, int, OwnField]] = []
    further: list[tuple[str, int, OwnField]] = []
    with ws.book.reading() as connection:
        for one in watched(ws):
            # The very expression of the index that the book keeps on every date field of the user's own.
            day = f"json_extract(custom, '$.{one.name}')"
            sql = f'SELECT {day}, id FROM "{one.record}" WHERE {day} >= ? AND {day} <= ? ORDER BY {day} LIMIT ?'
            found = connection.execute(sql, (today.isoformat(), last.isoformat(), limit)).fetchall()
            rows += [(text, number, one) for text, number in found]
            if beyond:
                after = (last + timedelta(days=1)).isoformat()
                found = connection.execute(sql, (after, "9999", 1)).fetchall()
                further += [(text, number, one) for text, number in found]
    rows = sorted(rows, key=_order)[:limit] + sorted(further, key=_order)[:1]
    return _told(ws, rows, today)


def _order(row: tuple[str, int, OwnField]) -> tuple[str, str, int]:
    return row[0], row[2].record, row[1]


def _told(ws: Workspace, rows: list[tuple[str, int, OwnField]], today: date) -> list[End]:
    owners: dict[tuple[str, int], int | None] = {}
    titles: dict[tuple[str, int], str] = {}
    for kind in {one.record for _, _, one in rows}:
        numbers = sorted({number for _, number, one in rows if one.record == kind})
        titles |= {(kind, number): title for number, title in queries.titles(ws, kind, numbers).items()}
        if kind == "customer":
            owners |= {(kind, number): number for number in numbers}
        elif ws.dictionary.type(kind).has("customer"):
            owners |= {(kind, one.id): one["customer"] for one in queries.rows(ws, kind, numbers, ("customer",))}
    customers = queries.rows(ws, "customer", sorted({one for one in owners.values() if one}), ("name", "short_name"))
    names = {one.id: one["short_name"] or one.title for one in customers}
    out = []
    for text, number, field in rows:
        key = field.record, number
        customer, day = owners.get(key), date.fromisoformat(text[:10])
        name = names.get(customer or 0, "")
        title, name = (name, "") if field.record == "customer" else (titles.get(key, ""), name)
        out.append(End(*key, field.name, field.label, customer, title, name, day, (day - today).days))
    return out
