"""Printing what a list shows: its rows in their order, its columns as they stand, the filter in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.records.workspace import Workspace
from app.shared.i18n import _, listed
from app.transfer.exporting.printed_list import list_pdf, sorted_words, usual
from ui.shell.output import PrintJob
from ui.widgets.record_table import RecordTable


def list_job(
    ws: Workspace,
    table: RecordTable,
    kind: str,
    title: str,
    ids: Callable[[], Sequence[int]],
    filters: Sequence[str] = (),
) -> PrintJob:
    """The print of a list, or of its ticked rows alone.

    Args:
        title: what stands over it.
        ids: gives the rows in their order; it runs in the job, as a long list may still be read.
        filters: the conditions of the list, each in words.
    """
    fields = tuple(
        table.records.data_column(section).field for section in table.sections() if not table.isColumnHidden(section)
    )
    ticked = [number for number in table.records.ids if number in table.records.ticked]
    about = [_("Filter: {conditions}").format(conditions=listed(filters))] if filters else []
    if ticked:
        about.append(_("Only those that were ticked"))
    if said := sorted_words(ws.dictionary.type(kind), table.orders):
        about.append(said)

    def make(lying: bool | None, progress: Callable[[float], object], cancelled: Callable[[], bool]) -> bytes:
        wanted = replace(usual(ws, kind, ticked or ids(), fields), title=title, about=tuple(about), lying=lying)
        return list_pdf(ws, wanted, progress=progress, cancelled=cancelled)

    return PrintJob(title, make)
