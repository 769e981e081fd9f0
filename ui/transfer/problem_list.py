"""The groups of problem cells as a list: column, how many, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.shared.i18n import N_, _
from app.transfer.reviewing.problem_groups import GroupKey, ProblemGroup
from ui.runtime.application import theme
from ui.runtime.translator import tr
from ui.widgets import painting

Role = Qt.ItemDataRole
WIDTH = 300


def named(group: ProblemGroup) -> str:
    """A group in one line."""
    return f"{group.column}: {group.reason}" if group.column else group.reason


class GroupModel(QAbstractListModel):
    """All problems, then each group."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.groups: list[ProblemGroup] = []
        self.total = 0

    def put(self, groups: Sequence[ProblemGroup], total: int) -> None:
        """Show groups."""
        self.beginResetModel()
        self.groups, self.total = list(groups), total
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.groups) + 1

    def words(self, at: int) -> tuple[str, str, int, bool]:
        """The line at a place: column, why, how many, and whether rows stay out because of it."""
        if not at:
            return _("All problems"), "", self.total, False
        one = self.groups[at - 1]
        return one.column or _("Whole row"), one.reason, one.count, one.fatal

    def data(self, index: QModelIndex, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or role not in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return None
        name, why, count, _fatal = self.words(index.row())
        if role == Role.DisplayRole:
            return name
        return why if role == Role.ToolTipRole else f"{name}, {why}, {count:,}" if why else f"{name}, {count:,}"


class ProblemList(QListView):
    """The list. ``moved``: the key of another group that is at hand, None for all."""

    moved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.groups = GroupModel(self)
        self._filling = False
        self.setModel(self.groups)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setFixedWidth(theme().px(WIDTH))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tr(self, self.setAccessibleName, N_("Kinds of problems"))

    def put(self, groups: Sequence[ProblemGroup], total: int, key: GroupKey | None) -> None:
        """Show groups with one of them at hand."""
        self._filling = True
        self.groups.put(groups, total)
        at = next((at for at, one in enumerate(groups, 1) if one.key == key), 0)
        self.setCurrentIndex(self.groups.index(at))
        self._filling = False

    def currentChanged(self, now: QModelIndex, before: QModelIndex) -> None:
        super().currentChanged(now, before)
        if now.isValid() and not self._filling:
            self.moved.emit(self.groups.groups[now.row() - 1].key if now.row() else None)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return QSize(100, theme().px(46))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        t, rect = theme(), option.rect
        name, why, count, fatal = index.model().words(index.row())
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, t.c("selection"))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), t.c("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, t.c("surfaceHover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, t.c("border"))
        number = f"{count:,}"
        wide = painting.tag_width(number)
        above = 5 if why else (rect.height() - t.px(20)) // 2
        spot = QRect(rect.right() - 14 - wide, rect.top() + above, wide, t.px(20))
        painting.tag(painter, spot, number, "bad" if fatal else "")
        left, room, half = rect.left() + 16, spot.left() - rect.left() - 24, rect.height() // 2
        first = QRect(left, rect.top() + 4, room, (half if why else rect.height()) - 3)
        painting.text(painter, first, name, t.font("body", bold=True), t.c("text"))
        second = QRect(left, rect.top() + half, rect.width() - 30, half - 4)
        painting.text(painter, second, why, t.font("small"), t.c("textMuted"))
