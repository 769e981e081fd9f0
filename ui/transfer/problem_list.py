"""The groups of problem cells as a list: column, how many, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from app.shared.i18n import N_, _
from app.transfer.reviewing.problem_groups import GroupKey, ProblemGroup
from ui.runtime.application import theme
from ui.runtime.index import NONE, Index
from ui.widgets.two_line_list import Entry, EntryModel, EntryView

Role = Qt.ItemDataRole
WIDTH = 300


def named(group: ProblemGroup) -> str:
    """A group in one line."""
    return f"{group.column}: {group.reason}" if group.column else group.reason


class GroupModel(EntryModel):
    """All problems, then each group."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.groups: list[ProblemGroup] = []
        self.total = 0

    def put(self, groups: Sequence[ProblemGroup], total: int) -> None:
        """Show groups."""
        self.beginResetModel()
        self.groups, self.total = list(groups), total
        self.endResetModel()

    def rowCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else len(self.groups) + 1

    def entry(self, row: int) -> Entry:
        """A group as the list draws it: column, why, and how many, in red when rows stay out because of it."""
        if not row:
            return Entry(None, _("All problems"), tag=f"{self.total:,}")
        one = self.groups[row - 1]
        return Entry(one.key, one.column or _("Whole row"), one.reason, f"{one.count:,}", "bad" if one.fatal else "")

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or role not in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return None
        one = self.entry(index.row())
        if role == Role.DisplayRole:
            return one.title
        return one.detail if role == Role.ToolTipRole else one.sentence()


class ProblemList(EntryView):
    """The list. ``moved``: the key of another group that is at hand, None for all."""

    moved = Signal(object)

    def __init__(self) -> None:
        super().__init__(N_("Kinds of problems"))
        self.groups = GroupModel(self)
        self._filling = False
        self.setModel(self.groups)
        self.setFixedWidth(theme().px(WIDTH))

    def put(self, groups: Sequence[ProblemGroup], total: int, key: GroupKey | None) -> None:
        """Show groups with one of them at hand."""
        self._filling = True
        self.groups.put(groups, total)
        at = next((at for at, one in enumerate(groups, 1) if one.key == key), 0)
        self.setCurrentIndex(self.groups.index(at))
        self._filling = False

    def currentChanged(self, now: Index, before: Index) -> None:
        super().currentChanged(now, before)
        if now.isValid() and not self._filling:
            self.moved.emit(self.groups.groups[now.row() - 1].key if now.row() else None)
