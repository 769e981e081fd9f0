"""Imports as tests make them, and what the book holds afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.records import queries
from app.records.record import Record
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.grid.sheets import Workbook
from app.transfer.plans.options import Options
from app.transfer.plans.planned import Decisions, Preferred
from app.transfer.plans.planning import ImportPlan, plan
from app.transfer.reviewing.report import ImportResult, SheetResult


def imported(ws: Workspace, *files: Path | Workbook, **options: Any) -> ImportResult:
    """What the import of some files says; ``options`` as ``Options`` has them."""
    return run_import(ws, plan_import(ws, files, Options(**options)))


def decided(found: ImportPlan, decisions: Decisions, preferred: Preferred | None = None) -> ImportPlan:
    """A plan as it would be with more decisions: (sheet's place, row) → "merge", "keep", "skip", or "" to take one back."""
    decisions, preferred = {**found.decisions, **decisions}, {**found.preferred, **(preferred or {})}
    return plan(found.sources, found.book, found.types, found.mode, decisions, found.undecided, preferred=preferred)


def imported_sheet(ws: Workspace, file: Path | Workbook, **options: Any) -> SheetResult:
    """What the import of a file with one sheet says of that."""
    (told,) = imported(ws, file, **options).sheets
    return told


def held(ws: Workspace, kind: str) -> list[Record]:
    """All records of a kind, in the order in which they were made."""
    return queries.rows(ws, kind, queries.ids(ws, kind, (), (("id", False),)))
