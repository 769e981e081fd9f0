"""What the review shows of sheets that Kebu wrote and that come back: cells changed on both sides, rows taken out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.records.workspace import Workspace
from app.shared.i18n import _, translate
from app.transfer.plans.own_sheets import TripSheet
from app.transfer.plans.planned import Removed
from app.transfer.plans.planning import ImportPlan
from app.transfer.plans.round_trip import Change
from app.transfer.plans.write_modes import KEPT

_MOST_CHANGES = 6


@dataclass(frozen=True, slots=True)
class Clash:
    """A cell that was edited in the sheet while the book's value was changed as well.

    Args:
        place: the sheet's place in the plan; ``kind`` of its records; ``title`` of the row.
        label: English source text of the field's name.
        change: the cell.
    """

    place: int
    kind: str
    title: str
    label: str
    change: Change

    @property
    def key(self) -> tuple[int, int]:
        """What decisions call its row."""
        return self.place, self.change.row


@dataclass(frozen=True, slots=True)
class Gone:
    """A record whose row was taken out of the sheet at ``place``."""

    place: int
    record: Removed

    @property
    def key(self) -> tuple[int, int]:
        """What decisions call it."""
        return self.place, -self.record.id


@dataclass(frozen=True, slots=True)
class TripDigest:
    """What is to be decided of the sheets that come back.

    Args:
        clashes: in the order of the file; removed: as the book has them.
        edits: what was edited in each row, in words, by sheet's place and row.
        plain: rows that have an edited cell which is no conflict, by the same.
        own: whether all sheets come back.
    """

    clashes: list[Clash]
    removed: list[Gone]
    edits: dict[tuple[int, int], str]
    plain: frozenset[tuple[int, int]]
    own: bool


NO_TRIP = TripDigest([], [], {}, frozenset(), False)


def trip_digest(ws: Workspace, plan: ImportPlan) -> TripDigest:
    """Gather what the review shows of a plan's returning sheets."""
    clashes: list[Clash] = []
    removed: list[Gone] = []
    edits: dict[tuple[int, int], list[str]] = defaultdict(list)
    plain: set[tuple[int, int]] = set()
    mine = [isinstance(one.own, TripSheet) for one in plan.sources if one.proposal.kind]
    for place, sheet in enumerate(plan.sheets):
        if not sheet.changes and not sheet.removed:
            continue
        removed += [Gone(place, one) for one in sheet.removed]
        record = ws.dictionary.type(sheet.proposal.kind or "customers")
        labels = {field.name: field.label for field in record.fields}
        titles = {row.number: row.title for row in sheet.rows} if any(one.conflict for one in sheet.changes) else {}
        for change in sheet.changes:
            label, (old, new) = labels.get(change.field, change.field), change.said
            if change.conflict:
                clashes.append(Clash(place, record.name, titles.get(change.row, ""), label, change))
            else:
                plain.add((place, change.row))
            if change.taken:
                edits[place, change.row].append(f"{translate(label)}: {old or _('empty')} → {new or _('empty')}")
    words = {
        key: "; ".join(said[:_MOST_CHANGES]) + (" …" if len(said) > _MOST_CHANGES else "")
        for key, said in edits.items()
    }
    return TripDigest(clashes, removed, words, frozenset(plain), bool(mine) and all(mine))


def from_file(clash: Clash, chosen: frozenset[str]) -> bool:
    """Whether the file's value holds, by the fields that the user chose sides in and by the plan."""
    name = clash.change.field
    return name in chosen or (KEPT + name not in chosen and clash.change.taken)


def changed_at(ws: Workspace, clash: Clash) -> datetime | None:
    """When the record was last changed in the book, UTC."""
    found = ws.book.journal.of_row(clash.kind, clash.change.id, 1)
    return found[0].at if found else None


def saved_at(plan: ImportPlan, place: int) -> datetime | None:
    """When a sheet's file was last saved, UTC; None when it is not there any more."""
    try:
        return datetime.fromtimestamp(Path(plan.sheets[place].file).stat().st_mtime, UTC)
    except OSError:
        return None
