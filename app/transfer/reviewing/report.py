"""What an import did, for people and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.records.fields import RecordType
from app.shared.i18n import translate
from app.transfer.converting.problems import Problem
from app.transfer.layout.hidden import Hidden
from app.transfer.plans.planned import Action, PlannedRow, Removed, SheetPlan
from app.transfer.plans.planning import ImportPlan
from app.transfer.plans.round_trip import Change

_COUNTED = {
    Action.CREATE: "created",
    Action.UPDATE: "updated",
    Action.SKIP: "skipped",
    Action.DUPLICATE: "duplicates",
}


@dataclass(frozen=True, slots=True)
class SheetResult:
    """The result of one sheet; ``counts`` has created, updated, skipped and duplicates.

    ``doubtful`` are the rows that only look like others, each with the rule that says so.
    """

    file: str
    sheet: str
    kind: str | None
    header_row: int | None
    mapping: dict[str, str | None]
    rows: int
    counts: Counter[str]
    problems: tuple[Problem, ...]
    reason: str = ""
    changes: tuple[Change, ...] = ()
    doubtful: tuple[PlannedRow, ...] = ()
    hidden: Hidden = field(default_factory=Hidden)
    removed: tuple[Removed, ...] = ()
    program: str = ""

    @property
    def failed(self) -> int:
        """How many rows are not imported because of a problem."""
        return self.rows - sum(self.counts.values())

    def to_json(self) -> dict[str, Any]:
        """The sheet as ``import --json`` gives it."""
        return {
            "sheet": self.sheet,
            "kind": self.kind,
            "header_row": self.header_row,
            **({} if self.kind else {"reason": self.reason}),
            **({"program": self.program} if self.program else {}),
            "mapping": self.mapping,
            "rows": self.rows,
            **{name: self.counts[name] for name in _COUNTED.values()},
            "failed": self.failed,
            "hidden": self.hidden.to_json(),
            "problems": [
                {"row": one.row, "column": one.column, "value": one.value, "reason": one.reason}
                for one in self.problems
            ],
            "changes": [
                {"row": one.row, "id": one.id, "field": one.field, "old": one.old, "new": one.new}
                | ({"conflict": True, "taken": "file" if one.taken else "book"} if one.conflict else {})
                for one in self.changes
            ],
            "removed": [{"id": one.id, "name": one.title, "deleted": one.deleted} for one in self.removed],
            "doubtful": [
                {"row": row.number, "name": row.title, "like": match.title, "rule": match.rule, "score": match.score}
                for row in self.doubtful
                if (match := row.match) is not None
            ],
        }


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The result of an import.

    Args:
        operation: its number in the history, None after a dry run or when nothing was written.
        sheets: what became of the rows of each sheet.
        records: how many new records of each kind the rows made; one row may make several, or several rows one.
    """

    operation: int | None
    sheets: tuple[SheetResult, ...]
    records: Counter[str] = field(default_factory=Counter)

    @property
    def counts(self) -> Counter[str]:
        """The counts of all sheets together."""
        return sum((sheet.counts for sheet in self.sheets), Counter())

    def to_json(self) -> dict[str, Any]:
        """The result as ``import --json`` gives it."""
        files: dict[str, list[dict[str, Any]]] = {}
        for sheet in self.sheets:
            files.setdefault(sheet.file, []).append(sheet.to_json())
        return {
            "operation": self.operation,
            "records": dict(self.records),
            "files": [{"file": file, "sheets": sheets} for file, sheets in files.items()],
        }


def record_words(types: Iterable[RecordType], records: Mapping[str, int]) -> str:
    """How many records of each kind there are, said in the order of the dictionary: Customers 2 · Quotes 7."""
    said = [(translate(one.label_plural), records.get(one.name, 0)) for one in types]
    return " · ".join(f"{label} {count:,}" for label, count in said if count)


def result(plan: ImportPlan, operation: int | None) -> ImportResult:
    """The result of a plan that ran as the given operation, or of a dry run."""
    return ImportResult(operation, tuple(map(_sheet, plan.sheets)), plan.writes.made)


def _sheet(plan: SheetPlan) -> SheetResult:
    done = Counter(row.action for row in plan.rows)
    counts = Counter({name: done[action] for action, name in _COUNTED.items() if done[action]})
    proposal = plan.proposal
    header = None if proposal.anew else proposal.layout.header_row
    return SheetResult(
        plan.file, proposal.title, proposal.kind, header, proposal.mapping(), len(plan.rows), counts,
        plan.problems, proposal.reason, plan.changes,
        tuple(row for row in plan.rows if row.match is not None and not row.match.certain), proposal.hidden, plan.removed,
        program=proposal.program,
    )  # fmt: skip
