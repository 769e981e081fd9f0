"""The report of an import as a sheet: each row of the files with what became of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from app.shared.i18n import N_, _
from app.transfer.exporting.writing import write_xlsx
from app.transfer.grid.stopping import heeding, watched
from app.transfer.plans.planned import Action
from app.transfer.plans.planning import ImportPlan
from app.transfer.readers.folders import called
from app.transfer.reviewing.preview import skip_reason

WORDS = {
    Action.CREATE: N_("Added"),
    Action.UPDATE: N_("Updated"),
    Action.DUPLICATE: N_("Already there"),
    Action.SKIP: N_("Left out"),
    Action.PROBLEM: N_("Not imported"),
}
_HEADERS = (
    N_("File"),
    N_("Sheet"),
    N_("Row"),
    N_("Name"),
    N_("What became of it"),
    N_("Column"),
    N_("Value"),
    N_("Reason"),
)


def save_report(
    plan: ImportPlan, path: str | os.PathLike[str], cancelled: Callable[[], bool] | None = None
) -> int:  # fmt: skip
    """Write what an import did with each row to an .xlsx; gives the number of lines.

    Args:
        plan: what the import did.
        path: where to.
        cancelled: asked now and then whether to stop.

    Raises:
        KebuError: the file cannot be written.
        Cancelled: ``cancelled`` said so; the old file stays as it was.
    """
    with heeding(cancelled):
        lines = watched(_lines(plan))
        return write_xlsx(path, _("Import report"), [_(header) for header in _HEADERS], lines, [""] * len(_HEADERS))


def _lines(plan: ImportPlan) -> Iterator[tuple[object, ...]]:
    names = called(sheet.file for sheet in plan.sheets)
    for sheet in plan.sheets:
        if sheet.proposal.kind is None:
            continue
        file, name = names[sheet.file], sheet.proposal.sheet
        for number, reason in sheet.proposal.layout.skipped:
            if reason != "blank":
                yield file, name, number + 1, "", _(WORDS[Action.PROBLEM]), "", "", skip_reason(reason)
        for row in sheet.rows:
            said = _(WORDS[row.action])
            why = row.match.reason if row.match else ""
            if not row.problems:
                yield file, name, row.number, row.title, said, "", "", why
            for problem in row.problems:
                yield file, name, row.number, row.title, said, problem.column, problem.value, problem.reason
