"""The sheet of a customer as it is printed: every field that is filled, people, next steps, quotes, conversations."""

from __future__ import annotations

from collections.abc import Sequence

from app.followups.queries import Item, open_reminders
from app.followups.timeline import Entry, timeline
from app.records import queries
from app.records.conditions import Condition
from app.records.fields import FieldKind, RecordType
from app.records.jsonable import linked_titles
from app.records.record import Record
from app.records.workspace import Workspace
from app.settings.letterhead import letterhead
from app.settings.queries import company
from app.shared.i18n import _, language, translate
from app.shared.money import format_amount
from app.transfer.exporting.printed_text import FIGURES, text
from reports.documents import Column, SheetDocument, SheetPart

MARKS = ("level", "status", "tags")
PEOPLE = 7
QUOTES = 10
STORY = 20


def card_document(ws: Workspace, customer: int) -> SheetDocument:
    """The sheet of a customer, in the language in use. Raises NotFound."""
    record = ws.dictionary.type("customer")
    found = queries.get(ws, "customer", customer)
    facts, longs = _facts(ws, record, found)
    said = dict(facts)
    marks = [translate(record.field(name).label) for name in MARKS if record.has(name)]
    parts = (*_people(ws, customer), *_next(ws, customer), *longs, *_quotes(ws, customer), *_story(ws, customer))
    return SheetDocument(
        language(),
        translate(record.label),
        found.title,
        letterhead(company(ws), language() == "zh_CN"),
        marks=tuple(said[label] for label in marks if label in said),
        facts=tuple((label, value) for label, value in facts if label not in marks),
        parts=parts,
        date=ws.clock.today(),
    )


def card_pdf(ws: Workspace, customer: int) -> bytes:
    """The sheet of a customer as a PDF file. Raises NotFound."""
    from reports.sheet import render_sheet

    return render_sheet(card_document(ws, customer))


def _facts(ws: Workspace, record: RecordType, found: Record) -> tuple[list[tuple[str, str]], list[SheetPart]]:
    titles = linked_titles(ws, record, [found])
    facts: list[tuple[str, str]] = []
    longs: list[SheetPart] = []
    for field in record.fields:
        if field.hidden or field.name == record.title or field.kind is FieldKind.IMAGE:
            continue
        said = text(field, found.get(field.name), ws.currency, titles.get(field.name, {}))
        if said and field.kind is FieldKind.LONG_TEXT:
            longs.append(SheetPart(translate(field.label), text=said))
        elif said:
            facts.append((translate(field.label), said))
    return facts, longs


def _people(ws: Workspace, customer: int) -> Sequence[SheetPart]:
    record = ws.dictionary.type("contact")
    people = queries.linked(ws, "contact", "customer", customer)
    people.sort(key=lambda one: (not one["is_primary"], one.id))
    away = {"customer", "is_primary"}
    fields = [
        field
        for field in record.fields
        if field.name not in away
        and not (field.link or field.hidden)
        and field.kind not in (FieldKind.LONG_TEXT, FieldKind.BOOLEAN)
        and any(one.get(field.name) not in (None, "", ()) for one in people)
    ]
    # The user's own fields come before those of the program that are rarely asked for.
    kept = [one for one in fields if one.shown or one.custom][:PEOPLE]
    kept += [one for one in fields if one not in kept][: max(0, PEOPLE - len(kept))]
    shown = [one for one in fields if one in kept]
    rows = tuple(tuple(text(field, one.get(field.name), ws.currency, {}) for field in shown) for one in people)
    columns = tuple(Column(translate(one.label), one.kind in FIGURES) for one in shown)
    return (_part(translate(record.label_plural), columns, rows),) if people else ()


def _next(ws: Workspace, customer: int) -> Sequence[SheetPart]:
    items = open_reminders(ws, customer)
    columns = (Column(_("Due")), Column(_("What to do")), Column(_("Contact")))
    rows = tuple((_due(one), one.text, one.contact) for one in items)
    return (_part(_("Next steps"), columns, rows),) if rows else ()


def _due(item: Item) -> str:
    return f"{item.due:%Y-%m-%d}" if item.all_day else f"{item.due:%Y-%m-%d %H:%M}"


def _quotes(ws: Workspace, customer: int) -> Sequence[SheetPart]:
    record = ws.dictionary.type("quote")
    where = (Condition("customer", "=", customer),)
    count = queries.count(ws, "quote", where)
    numbers = queries.ids(ws, "quote", where, (("date", True),), limit=QUOTES)
    names = ("date", "number", "status", "project", "total")
    rows = []
    for one in queries.rows(ws, "quote", numbers, (*names, "currency")):
        cells = [text(record.field(name), one[name], one["currency"] or ws.currency, {}) for name in names]
        if one["total"] is not None:
            cells[-1] = format_amount(one["total"], one["currency"] or ws.currency)
        rows.append(tuple(cells))
    columns = tuple(Column(translate(record.field(name).label), name == "total") for name in names)
    return (_part(translate(record.label_plural), columns, tuple(rows), _of(len(rows), count)),) if rows else ()


def _story(ws: Workspace, customer: int) -> Sequence[SheetPart]:
    kinds = ws.dictionary.type("activity").field("kind")
    found = timeline(ws, customer, limit=STORY, kinds=[one.code for one in kinds.choices])
    count = sum(found.counts.get(one.code, 0) for one in kinds.choices)

    def row(entry: Entry) -> tuple[str, ...]:
        choice = kinds.choice(entry.kind)
        word = entry.word or (translate(choice.label) if choice else entry.kind)
        return (f"{entry.at:%Y-%m-%d}", word, entry.who, entry.text)

    rows = tuple(row(one) for one in found.entries)
    columns = (Column(_("Date")), Column(_("Kind")), Column(_("With whom")), Column(_("What was said")))
    return (_part(_("Last conversations"), columns, rows, _of(len(rows), count)),) if rows else ()


def _part(title: str, columns: Sequence[Column], rows: Sequence[tuple[str, ...]], more: str = "") -> SheetPart:
    """A table without the columns that no row fills."""
    kept = [at for at in range(len(columns)) if any(row[at] for row in rows)]
    return SheetPart(
        title,
        tuple(columns[at] for at in kept),
        tuple(tuple(row[at] for at in kept) for row in rows),
        more=more,
    )


def _of(shown: int, count: int) -> str:
    return _("the last {shown} of {count}").format(shown=shown, count=f"{count:,}") if shown < count else ""
