"""Imports: a file read, mapped, planned and written as one operation."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.customers import taking_in
from app.records.operation import Operation
from app.records.workspace import Workspace
from app.shared.collector import resting
from app.shared.errors import Cancelled, PlanOutdated, SheetError
from app.shared.i18n import N_
from app.shared.packed import Mapped, batches
from app.shared.text import several
from app.transfer.columns.own_columns import Sorts, made, put_values, sorts
from app.transfer.columns.proposals import Proposal
from app.transfer.grid.sheets import Workbook
from app.transfer.grid.stopping import heeding, pause
from app.transfer.plans.customer_links import CustomerLinks
from app.transfer.plans.list_writing import write_entries
from app.transfer.plans.options import Options
from app.transfer.plans.planned import Writes
from app.transfer.plans.planning import ImportPlan
from app.transfer.queries import handed_over, make_plan, prepared, proposals
from app.transfer.reading import read_workbook
from app.transfer.reviewing.past import IMPORT, remembered
from app.transfer.reviewing.profiles import Profile
from app.transfer.reviewing.remembering import remember
from app.transfer.reviewing.report import ImportResult, result
from app.transfer.reviewing.value_maps import new_values

Progress = Callable[[float], None]
Stop = Callable[[], bool]
_BATCH = 5_000
_WRITING_SHARE = 0.3
"""How much of the time goes into the tables; the rest goes into the search index."""


def plan_import(
    ws: Workspace, files: Sequence[str | os.PathLike[str] | Workbook], options: Options | None = None,
    progress: Progress | None = None, cancelled: Stop | None = None,
) -> ImportPlan:  # fmt: skip
    """Read files, find out what they hold, and work out what importing them would do; nothing is written.

    Args:
        files: paths, or files already read.
        options: see ``Options``.
        progress: called with a fraction from 0 to 1.
        cancelled: asked now and then whether to stop.

    Raises:
        SheetError: a file cannot be read. Of one that holds nothing ``refuse_empty`` says so.
        Cancelled: ``cancelled`` said so.
    """
    report = progress or (lambda fraction: None)
    sources: list[tuple[Workbook, list[Proposal]]] = []
    with heeding(cancelled):
        for number, file in enumerate(files):
            sources.append(_proposed(ws, file, options, cancelled))
            report(0.4 * (number + 1) / len(files))
    return make_plan(ws, handed_over(sources), options, lambda fraction: report(0.4 + 0.6 * fraction), cancelled)


def _proposed(
    ws: Workspace, file: str | os.PathLike[str] | Workbook, options: Options | None, cancelled: Stop | None
) -> tuple[Workbook, list[Proposal]]:
    """A file as it is imported, with what is proposed for its sheets."""
    read = file if isinstance(file, Workbook) else read_workbook(file, cancelled=cancelled)
    book = prepared(ws, read, options.kind if options else "")
    return book, proposals(ws, book, options)


def refuse_empty(plan: ImportPlan) -> None:
    """Raise SheetError, with the reason of the first sheet, when a plan has no sheet that holds records."""
    if any(sheet.proposal.kind or sheet.rows for sheet in plan.sheets):
        return
    name = Path(plan.sheets[0].file).name if plan.sheets else ""
    reason = next((sheet.proposal.reason for sheet in plan.sheets if sheet.proposal.reason), "")
    raise SheetError(
        N_("“{file}” holds nothing that can be imported. {reason}"),
        N_("If it does, say what with --kind."), file=name, reason=reason,
    )  # fmt: skip


def run_import(
    ws: Workspace, plan: ImportPlan, progress: Progress | None = None, cancelled: Stop | None = None,
    profiles: Sequence[Profile] = (), spend: bool = False,
) -> ImportResult:  # fmt: skip
    """Write what a plan says, as one operation that can be undone whole.

    Args:
        profiles: what the user changed in the mapping of each sheet, to be remembered with the import.
        spend: whether the plan is not run again, so that its records can be let go before they are indexed and packed.

    Raises:
        Cancelled: ``cancelled`` said so; the book is as before.
        PlanOutdated: the book was changed since the plan was made; it is as it was changed.
        BookError: the book cannot be written; it is as before.
    """
    if not plan.writes:
        return result(plan, None)
    told = result(plan, None)
    title = several([Path(sheet.file).name for sheet in plan.sheets])
    with (
        resting(),
        heeding(cancelled),
        ws.heeding(cancelled),
        ws.operation(IMPORT, file=title, files=remembered(told)) as op,
    ):
        if plan.seen is not None and ws.book.journal.last() != plan.seen:
            raise PlanOutdated(
                N_("The book was changed after it was compared; nothing was written."), N_("Import once more.")
            )
        known = _own(ws, op, plan)
        _write(ws, op, plan.writes, known, progress or (lambda fraction: None), cancelled or (lambda: False))
        remember(ws, op, profiles)
        if spend:
            plan.writes.clear()
    return replace(told, operation=op.changes.operation)


def _own(ws: Workspace, op: Operation, plan: ImportPlan) -> Sorts:
    """Make the values of lists that words of the sheets become; gives the kinds of the new fields."""
    sheets = [(ws.dictionary.type(one.proposal.kind).name, one.proposal) for one in plan.sheets if one.proposal.kind]
    for _record, proposal in sheets:
        put_values(op, ws, new_values(plan.types, proposal))
    return sorts(sheets)


def _write(ws: Workspace, op: Operation, writes: Writes, known: Sorts, report: Progress, stop: Stop) -> None:
    if writes.restore is not None:
        writes.restore.write(ws, op, report, stop)
    total = (
        len(writes.customers)
        + len(writes.contacts)
        + len(writes.products)
        + sum(map(len, writes.updates.values()))
        + sum(map(len, writes.entries.values()))
        or 1
    )
    done = 0

    def written(share: float) -> None:
        report(share * _WRITING_SHARE)

    def watch(share: float) -> None:
        if stop():
            raise Cancelled(N_("The import was stopped; nothing was changed."))
        report(_WRITING_SHARE + (1 - _WRITING_SHARE) * share)

    op.watch = watch

    def insert(kind: str, rows: Collection[dict[str, Any]]) -> int:
        nonlocal done
        first = 0
        for part in batches(made(op, ws, kind, rows, known), _BATCH):
            pause()
            ids = op.insert_many(kind, part)
            first = first or ids[0]
            done += len(part)
            written(done / total)
        return first

    links = CustomerLinks(ws, writes)
    first = insert("customer", links.customers)
    contacts = Mapped(writes.contacts, lambda one: {**one[1], "customer": first + one[0] if one[0] >= 0 else -one[0]})
    firsts = {"customer": first, "contact": insert("contact", contacts), "product": insert("product", writes.products)}
    write_entries(ws, writes.entries, firsts, insert)
    for kind, changes in writes.updates.items():
        ready = made(op, ws, kind, changes.values(), known)
        for part in batches(zip(changes, ready, strict=True), _BATCH):
            pause()
            op.update_many(kind, part)
            done += len(part)
            written(done / total)
    links.tie(op, first)
    if writes.joins:
        taking_in.take_in(ws, op, [(person, -at if at < 0 else first + at) for person, at in writes.joins])
    for kind, numbers in writes.deletes.items():
        op.delete(kind, numbers)
