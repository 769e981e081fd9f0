"""Everything that happened with a customer, merged, newest first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from app.records import history, queries, several
from app.records.record import Record
from app.records.workspace import Workspace
from app.shared import text
from app.shared.i18n import Own, _

Cursor = tuple[str, str, int]
# The kinds by which a timeline is filtered: those of activities, then those of other records.
ACTIVITY_KINDS = ("call", "visit", "message", "email", "meeting", "note")
_OTHERS = ("quote", "reminder", "import")
KINDS = (*ACTIVITY_KINDS, *_OTHERS)

_SOURCES = {
    "activity": "SELECT done_at AS at, 'activity' AS source, id FROM activity WHERE customer=?1{kinds}",
    "quote": "SELECT date || 'T23:59' AS at, 'quote' AS source, id FROM quote WHERE customer=?1",
    "reminder": (
        "SELECT done_at AS at, 'reminder' AS source, id FROM reminder"
        " WHERE about_kind='customer' AND about_id=?1 AND done_at IS NOT NULL"
    ),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened.

    Attributes:
        kind: one of ``KINDS``, or a kind of conversation of the user's own.
        source: the kind of record, or ``operation``; with ``id`` it names what to open.
        title: the quote's number, the reminder's text or the import's name; "" for an activity.
        who: those who took part in an activity; ``author`` who of the own people held it, where an import told it.
        status: of a quote. amount, currency: of a quote. minutes: of an activity.
        text: what was said; the project of a quote.
        tone, kind_tone: the colours of its outcome and its kind in the user's lists, see ``fields.COLORS``.
        place: where an activity was. files: how many documents it has.
        word: what the user calls a kind of conversation; "" where it has the program's own name.
    """

    kind: str
    source: str
    id: int
    at: datetime
    title: str = ""
    who: str = ""
    status: str = ""
    amount: Decimal | None = None
    currency: str = ""
    minutes: int | None = None
    text: str = ""
    outcome: str = ""
    until: date | None = None
    author: str = ""
    word: str = ""
    place: str = ""
    files: int = 0
    tone: str = ""
    kind_tone: str = ""

    @property
    def cursor(self) -> Cursor:
        """The place of the entry, to go on after it."""
        return self.at.isoformat(timespec="minutes"), self.source, self.id


@dataclass(frozen=True, slots=True)
class Timeline:
    """A part of a timeline: its entries, whether older ones follow, and how many there are of each kind in all."""

    entries: tuple[Entry, ...]
    more: bool
    counts: dict[str, int]

    @property
    def total(self) -> int:
        """How many entries there are, of all kinds."""
        return sum(self.counts.values())


def timeline(
    ws: Workspace, customer: int, before: Cursor | None = None, limit: int = 50, kinds: Sequence[str] | None = None
) -> Timeline:
    """The newest entries of a customer.

    Args:
        before: the cursor of the last entry that is known already.
        kinds: those wanted; all when None.
    """
    wanted = kinds if kinds is not None else tuple(dict.fromkeys((*KINDS, *_conversations(ws))))
    imports = _imports(ws, customer)
    keys = _keys(ws, customer, before, limit + 1, wanted)
    entries = _load(ws, keys)
    if "import" in wanted:
        entries += [one for one in imports if before is None or one.cursor < before]
    entries.sort(key=lambda one: one.cursor, reverse=True)
    found = counts(ws, customer) | ({"import": len(imports)} if imports else {})
    return Timeline(tuple(entries[:limit]), len(entries) > limit, found)


def counts(ws: Workspace, customer: int) -> dict[str, int]:
    """How many entries of each kind a customer has, imports left out; kinds without any are absent."""
    out: dict[str, int] = {}
    with ws.book.reading() as connection:
        for kind, number in connection.execute(
            "SELECT kind, count(*) FROM activity WHERE customer=? GROUP BY kind", (customer,)
        ):
            out[kind or "note"] = out.get(kind or "note", 0) + number
        for kind in ("quote", "reminder"):
            number = connection.execute(f"SELECT count(*) FROM ({_SOURCES[kind]})", (customer,)).get
            if number:
                out[kind] = int(number)
    return {kind: out[kind] for kind in dict.fromkeys((*_conversations(ws), *KINDS, *out)) if kind in out}


def _conversations(ws: Workspace) -> tuple[str, ...]:
    """The kinds of conversation as the user has them."""
    return tuple(one.code for one in ws.dictionary.type("activity").field("kind").choices)


def _keys(
    ws: Workspace, customer: int, before: Cursor | None, limit: int, kinds: Sequence[str]
) -> list[tuple[str, int]]:
    chosen = [kind for kind in kinds if kind not in _OTHERS]
    parts = []
    if chosen:
        every = set(ACTIVITY_KINDS) <= set(chosen) and set(_conversations(ws)) <= set(chosen)
        some = "" if every else " AND kind IN (SELECT value FROM json_each(?6))"
        parts.append(_SOURCES["activity"].format(kinds=some))
    parts += [_SOURCES[kind] for kind in ("quote", "reminder") if kind in kinds]
    if not parts:
        return []
    sql = f"SELECT source, id FROM ({' UNION ALL '.join(parts)}) WHERE (at, source, id) < (?2, ?3, ?4)"
    sql += " ORDER BY at DESC, source DESC, id DESC LIMIT ?5"
    with ws.book.reading() as connection:
        values = (customer, *(before or ("9999", "", 0)), limit, json.dumps(chosen))
        return list(connection.execute(sql, values if "?6" in sql else values[:-1]))


def _load(ws: Workspace, keys: Sequence[tuple[str, int]]) -> list[Entry]:
    by_source: dict[str, list[int]] = {}
    for source, number in keys:
        by_source.setdefault(source, []).append(number)
    out: list[Entry] = []
    for source, numbers in by_source.items():
        records = queries.rows(ws, source, numbers)
        if source == "activity":
            record = ws.dictionary.type("activity")
            who = several.names(
                ws, record, record.field("contact"), [(one.id, one["contact"]) for one in records], _(", ")
            )
            files = _files(ws, numbers)
            said = {one.code: one.label for one in ws.dictionary.type("activity").field("kind").choices}
            words = {code: str(label) for code, label in said.items() if isinstance(label, Own)}
            out += [
                replace(
                    _activity(one, who.get(one.id, ""), words.get(one["kind"] or "", ""), files.get(one.id, 0)),
                    tone=record.field("outcome").color(one["outcome"]),
                    kind_tone=record.field("kind").color(one["kind"]),
                )
                for one in records
            ]
        elif source == "quote":
            out += [_quote(one) for one in records]
        else:
            out += [Entry("reminder", "reminder", one.id, one["done_at"], title=one["text"] or "") for one in records]
    return out


def _files(ws: Workspace, activities: Sequence[int]) -> dict[int, int]:
    """How many documents conversations have; those without are absent."""
    sql = (
        "SELECT about_id, count(*) FROM document WHERE about_kind='activity'"
        " AND about_id IN (SELECT value FROM json_each(?)) GROUP BY about_id"
    )
    with ws.book.reading() as connection:
        return dict(connection.execute(sql, (json.dumps(list(activities)),)).fetchall())


def _activity(one: Record, who: str, word: str, files: int) -> Entry:
    return Entry(
        one["kind"] or "note",
        "activity",
        one.id,
        one["done_at"],
        who=who,
        minutes=one["minutes"],
        text=one["text"] or "",
        outcome=one["outcome"] or "",
        author=one["author"] or "",
        word=word,
        place=one["place"] or "",
        files=files,
    )


def _quote(one: Record) -> Entry:
    return Entry(
        "quote",
        "quote",
        one.id,
        datetime.combine(one["date"], time(23, 59)),
        title=one["number"],
        status=one["status"],
        amount=one["total"],
        currency=one["currency"],
        text=one["project"] or "",
        until=one["valid_until"],
    )


def _imports(ws: Workspace, customer: int) -> list[Entry]:
    out = []
    for info in ws.book.journal.of_row("customer", customer):
        if info.kind == "do" and not info.undone and info.name.startswith("Import"):
            at = info.at.astimezone().replace(tzinfo=None, second=0, microsecond=0)
            # Which of its files told of the customer is not known: all of them are named.
            held: Any = info.values.get("files", ())
            files = [str(one["name"]) for one in held]
            told = replace(info, values={**info.values, "file": text.several(files)}) if len(files) > 1 else info
            out.append(Entry("import", "operation", info.id, at, title=history.describe(told)))
    return out
