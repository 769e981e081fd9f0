"""A list as it is printed: the records in their order, the columns wanted, what was filtered in words, totals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from app.customers.queries import list_rows
from app.followups.queries import reminder_items
from app.records import queries
from app.records.fields import Field, FieldKind, RecordType
from app.records.record import Record
from app.records.workspace import Workspace
from app.settings.queries import company
from app.shared import phones
from app.shared.errors import Cancelled, KebuError
from app.shared.i18n import N_, _, language, listed, ngettext, translate
from app.transfer.exporting.printed_text import FIGURES, Said, Sums, texts
from reports.documents import Column, TableDocument

MOST = 20_000
"""Records of one print: 600 pages and more are read on the screen or in a sheet."""
CONTACT = Field("contact_name", FieldKind.TEXT, N_("Contact"), shown=True)
ABOUT = Field("about_who", FieldKind.TEXT, N_("Customer"))
CALLED = Field("called", FieldKind.TEXT, N_("Phone"))
_PAGE = 500
_READ = 0.3


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be printed.

    Args:
        kind: the record type.
        numbers: the records in their order.
        fields: the columns in their order.
        title: what stands over the list; the kind's name when empty.
        about: lines under the title, such as the filter in words.
        fetch: gives the records of ids; the dictionary's fields when None.
        said: texts of columns that are shown otherwise than the record holds them.
        lying: whether the page lies; None as the columns ask.
    """

    kind: str
    numbers: Sequence[int]
    fields: tuple[Field, ...]
    title: str = ""
    about: tuple[str, ...] = ()
    fetch: Callable[[Sequence[int]], list[Record]] | None = None
    said: Said = field(default_factory=dict)
    lying: bool | None = None


def usual(ws: Workspace, kind: str, numbers: Sequence[int], fields: Sequence[Field] = ()) -> Wanted:
    """A list as people want it on paper.

    Customers stand with their main contact and the number to call, reminders with whom they are about.

    Args:
        fields: the columns; those that new lists show when empty.
    """
    record = ws.dictionary.type(kind)
    shown = tuple(fields) or _shown(record)
    if record.name == "reminder":
        at = next((place for place, one in enumerate(shown) if one.name == "text"), 0)
        shown = shown if fields else (*shown[: at + 1], ABOUT, CALLED, *shown[at + 1 :])
        said: Said = {ABOUT.name: lambda one: str(one[ABOUT.name]), CALLED.name: lambda one: str(one[CALLED.name])}
        return Wanted(record.name, numbers, shown, fetch=lambda wanted: _reminders(ws, wanted), said=said)
    if record.name == "customer":
        at = next((place for place, one in enumerate(shown) if one.name == "phone"), len(shown))
        shown = shown if fields else (*shown[:at], CONTACT, *shown[at:])
        said = {CONTACT.name: lambda one: str(one["contact_name"])}
        if all(one.name != "mobile" for one in shown):
            said = {**said, "phone": lambda one: phones.pretty(one["reach"]) if one.get("reach") else ""}
        return Wanted(record.name, numbers, shown, fetch=lambda wanted: list_rows(ws, wanted), said=said)
    return Wanted(record.name, numbers, shown)


def _reminders(ws: Workspace, numbers: Sequence[int]) -> list[Record]:
    items = {item.id: item for item in reminder_items(ws, numbers)}
    out = []
    for record in queries.rows(ws, "reminder", numbers):
        item = items.get(record.id)
        who = [item.name, item.contact] if item is not None else []
        phone = phones.pretty(item.phone) if item is not None and item.phone else ""
        extra = {ABOUT.name: " · ".join(one for one in who if one), CALLED.name: phone}
        out.append(replace(record, values={**record.values, **extra}))
    return out


def list_document(
    ws: Workspace,
    wanted: Wanted,
    *,
    progress: Callable[[float], object] = lambda part: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> TableDocument:
    """The list to print, in the language in use.

    Raises:
        KebuError: there are too many records, or no column was chosen. Cancelled: ``cancelled`` said so.
    """
    record, count = ws.dictionary.type(wanted.kind), len(wanted.numbers)
    if count > MOST:
        raise KebuError(
            N_("{count} records are too many to print."),
            N_("Filter them to {most} at most, or export them to a sheet."),
            count=f"{count:,}",
            most=f"{MOST:,}",
        )
    if not wanted.fields:
        raise KebuError(N_("No field was chosen."), N_("Choose at least one."))
    fetch = wanted.fetch or (lambda numbers: queries.rows(ws, record.name, numbers))
    rows: list[tuple[str, ...]] = []
    sums = Sums(wanted.fields, ws.currency)
    for start in range(0, count, _PAGE):
        if cancelled():
            raise Cancelled(N_("Printing was stopped."))
        found = fetch(wanted.numbers[start : start + _PAGE])
        rows += texts(ws, record, wanted.fields, found, wanted.said)
        sums.add(found)
        progress(start / count)
    own = company(ws)
    return TableDocument(
        language(),
        wanted.title or translate(record.label_plural),
        tuple(Column(translate(one.label), one.kind in FIGURES) for one in wanted.fields),
        tuple(rows),
        totals=sums.row(_("Total")),
        company=str((own["name"] if own else "") or ""),
        date=ws.clock.today(),
        about=wanted.about,
        count=ngettext("{count} record", "{count} records", len(rows)).format(count=f"{len(rows):,}"),
        lying=wanted.lying,
    )


def list_pdf(
    ws: Workspace,
    wanted: Wanted,
    *,
    progress: Callable[[float], object] = lambda part: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> bytes:
    """The list as a PDF file; see ``list_document`` for what it raises."""
    from reports.table import render_table

    def watch(part: float) -> None:
        if cancelled():
            raise Cancelled(N_("Printing was stopped."))
        progress(_READ + (1 - _READ) * part)

    document = list_document(ws, wanted, progress=lambda part: progress(_READ * part), cancelled=cancelled)
    return render_table(document, watch)


def sorted_words(record: RecordType, order: Sequence[tuple[str, bool]]) -> str:
    """By what a list is sorted, in words; "" for nothing worth saying."""
    named = [
        translate(record.field(name).label) + (" ↓" if descending else " ↑")
        for name, descending in order
        if record.has(name)
    ]
    return _("Sorted by: {fields}").format(fields=listed(named)) if named else ""


def _shown(record: RecordType) -> tuple[Field, ...]:
    shown = tuple(one for one in record.fields if one.shown and one.listed)
    return shown or tuple(one for one in record.fields if one.listed)[:6]
