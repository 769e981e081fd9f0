"""The tables of the review: problem cells that can be put right, and the rows of a count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.shared.i18n import N_, _, translate
from app.transfer.converting.problems import Problem
from app.transfer.reviewing.review import Doubt
from ui.runtime.application import theme
from ui.runtime.index import NONE, Index
from ui.runtime.key_events import pressed
from ui.runtime.translator import tr
from ui.widgets import painting
from ui.widgets.typed_cells import TypedCells

Role = Qt.ItemDataRole
ROW, NAME, COLUMN, VALUE, REASON, FIX = range(6)
HEADS = (N_("Row"), N_("Name"), N_("Column"), N_("Value"), N_("Reason"), N_("Suggestion"))
TITLE = 2
"""Of ``RowsTable`` the column that tells what a row is called."""


class DoubtModel(QAbstractTableModel):
    """Problem cells, one a line."""

    edited = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.doubts: list[Doubt] = []

    def put(self, doubts: Sequence[Doubt]) -> None:
        """Show problem cells."""
        self.beginResetModel()
        self.doubts = list(doubts)
        self.endResetModel()

    def mend(self, doubt: Doubt, left: Problem | None) -> None:
        """A cell was changed: its line goes, or tells what is still wrong."""
        at = next((at for at, one in enumerate(self.doubts) if one is doubt), -1)
        if at < 0:
            return
        if left is None:
            self.beginRemoveRows(QModelIndex(), at, at)
            del self.doubts[at]
            self.endRemoveRows()
        else:
            self.doubts[at] = replace(doubt, problem=left)
            self.dataChanged.emit(self.index(at, 0), self.index(at, FIX))

    def say(self) -> None:
        """Say the headings again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(HEADS) - 1)

    def rowCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else len(self.doubts)

    def columnCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if role == Role.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return translate(HEADS[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == VALUE and self.doubts[index.row()].problem.index >= 0:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        one = self.doubts[index.row()]
        if role == Role.EditRole and index.column() == VALUE:
            return one.problem.value
        if role in (Role.ToolTipRole, Role.AccessibleTextRole) and index.column() in (VALUE, REASON):
            return f"{one.problem.value}: {one.problem.reason}"
        if role != Role.DisplayRole:
            return None
        fix = one.problem.suggestion
        return (
            f"{one.problem.row:,}", one.title, one.problem.column, one.problem.value or _("(empty)"), one.problem.reason,
            _("Use “{value}”").format(value=fix) if fix and one.problem.index >= 0 else "",
        )[index.column()]  # fmt: skip

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        one = self.doubts[index.row()]
        if role != Role.EditRole or str(value) == one.problem.value:
            return False
        self.edited.emit(one, str(value))
        return True


class DoubtTable(TypedCells):
    """The table of problem cells.

    ``options`` tells what a cell may hold, when only certain values are known.

    Signals: ``edited`` (doubt, new text), meant for all like it while ``all_alike``; ``left`` a doubt whose row is to stay out;
        ``repeated`` what was done last is to be done with all like it.
    """

    edited = Signal(object, str)
    left = Signal(object)
    repeated = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.count_before = 0
        self.all_alike = False
        self.options: Callable[[Doubt], Sequence[str]] = lambda _doubt: ()
        self.doubts = DoubtModel(self)
        self.doubts.edited.connect(self.edited.emit)
        self.setModel(self.doubts)
        self.setItemDelegate(_Doubts(self))
        plain(self, (48, 130, 104, 134, 0, 150), REASON)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )  # fmt: skip
        self.setMouseTracking(True)
        tr(self, self.setAccessibleName, N_("Problem cells"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == FIX:
            self._fix(index.row())
        elif index.isValid() and index.column() == VALUE:
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid() and not event.modifiers():
            if index.column() == FIX and self.doubts.data(index):
                self._fix(index.row())
            else:
                self.edit(self.doubts.index(index.row(), VALUE))
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            ahead = event.key() == Qt.Key.Key_Tab and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if not self.step(1 if ahead else -1):
                self.focusNextPrevChild(ahead)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            # One that was pressed in an open cell comes here too.
            if self.state() != QAbstractItemView.State.EditingState:
                self.repeated.emit()
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            self.left.emit(self.doubts.doubts[index.row()])
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        link = index.isValid() and index.column() == FIX and bool(self.doubts.data(index))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if pressed(event, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        fresh = not self.currentIndex().isValid()
        super().focusInEvent(event)
        if fresh:
            self.setCurrentIndex(self.doubts.index(0, VALUE))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        hints = QAbstractItemDelegate.EndEditHint
        by = {hints.EditNextItem: 1, hints.EditPreviousItem: -1}.get(hint, 0)
        at = self.currentIndex().row()
        super().closeEditor(editor, hints.NoHint if by else hint)
        if by:
            QTimer.singleShot(0, lambda: self._edit_on(at, by))

    def _edit_on(self, at: int, by: int) -> None:
        """Go on to the next or the previous problem; a line that went with its problem has made room for the next."""
        gone = len(self.doubts.doubts) < self.count_before
        target = at if gone and by > 0 else at + by
        if 0 <= target < len(self.doubts.doubts):
            self.setCurrentIndex(self.doubts.index(target, VALUE))
            self.edit_value()

    def put(self, doubts: Sequence[Doubt]) -> None:
        """Show problem cells; the place in the table stays."""
        at = self.currentIndex().row()
        self.doubts.put(doubts)
        if doubts and at >= 0:
            self.setCurrentIndex(self.doubts.index(min(at, len(doubts) - 1), VALUE))

    def step(self, by: int) -> bool:
        """Go to the next problem, or the previous one; False where there is none."""
        at = self.currentIndex().row() + by if self.currentIndex().isValid() else 0
        if not 0 <= at < len(self.doubts.doubts):
            return False
        self.setCurrentIndex(self.doubts.index(at, VALUE))
        return True

    def mend(self, doubt: Doubt, left: Problem | None) -> None:
        """A cell was changed; the place in the table stays."""
        at = self.currentIndex().row()
        self.doubts.mend(doubt, left)
        if self.doubts.doubts and at >= 0:
            self.setCurrentIndex(self.doubts.index(min(at, len(self.doubts.doubts) - 1), VALUE))

    def edit_value(self) -> None:
        """Change the value of the current line."""
        if self.currentIndex().isValid():
            self.edit(self.doubts.index(self.currentIndex().row(), VALUE))

    def _fix(self, row: int) -> None:
        one = self.doubts.doubts[row]
        if one.problem.suggestion and one.problem.index >= 0:
            self.edited.emit(one, one.problem.suggestion)


class _Doubts(QStyledItemDelegate):
    def __init__(self, view: DoubtTable) -> None:
        super().__init__(view)
        self._view = view

    def eventFilter(self, editor: Any, event: QEvent) -> bool:
        if pressed(event, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._view.all_alike = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return super().eventFilter(editor, event)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        view = self._view
        view.count_before, view.all_alike = index.model().rowCount(), False
        made = QLineEdit(parent)
        made.setProperty("bad", True)
        said = [view.doubts.index(index.row(), at).data() for at in (COLUMN, REASON)]
        made.setAccessibleName(", ".join(said))
        if words := view.options(view.doubts.doubts[index.row()]):
            offer = QCompleter(list(words), made)
            offer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
            offer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            made.setCompleter(offer)
            QTimer.singleShot(0, made, offer.complete)
        return made

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, rect, view = theme(), option.rect, self._view
        at = index.column()
        bad = at == VALUE
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, t.c("border"))
        if bad:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), t.c("dangerSoft"))
            painter.setPen(QPen(t.c("danger"), 1.5))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        tone = "danger" if bad else "link" if at == FIX else "textMuted" if at == ROW else "text"
        font = t.font("small", bold=bad)
        painting.text(painter, rect.adjusted(8, 0, -6, 0), index.data() or "", font, t.c(tone))
        if index == view.currentIndex() and view.hasFocus():
            painter.setPen(QPen(t.c("focusRing"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))


class RowsModel(QAbstractTableModel):
    """Rows of the file with a word about each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[tuple[str, int, str, str]] = ()

    def put(self, rows: Sequence[tuple[str, int, str, str]]) -> None:
        """Show rows: (sheet, row, name, word)."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if role == Role.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (_("Sheet"), _("Row"), _("Name"), _("Reason"))[section]
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if role != Role.DisplayRole:
            return None
        value = self.rows[index.row()][index.column()]
        return f"{value:,}" if isinstance(value, int) else value


class RowsTable(QTableView):
    """A plain table of rows."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = RowsModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Rows(self))
        plain(self, (120, 60, 320, 0), 3)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        tr(self, self.setAccessibleName, N_("Rows"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Rows are gone through, not cells: Home and End would lead to the ends of the row.
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.rows.rowCount() - 1}
        if event.key() in ends and not event.modifiers() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(ends[Qt.Key(event.key())], TITLE))
        else:
            super().keyPressEvent(event)


class _Rows(QStyledItemDelegate):
    def __init__(self, view: RowsTable) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, rect, view = theme(), option.rect, self._view
        current = index.row() == view.currentIndex().row()
        first, active = index.column() == int(view.isColumnHidden(0)), view.hasFocus()
        painting.row_back(painter, rect, current=current, ticked=False, hover=False, first=first, active=active)
        tone = "text" if index.column() == TITLE else "textMuted"
        painting.text(painter, rect.adjusted(8, 0, -6, 0), str(index.data() or ""), t.font("small"), t.c(tone))


def plain(view: QTableView, widths: tuple[int, ...], stretch: int) -> None:
    """Make a table one without grid and side header; ``stretch`` is the column that takes the rest of the width."""
    view.verticalHeader().hide()
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    head = view.horizontalHeader()
    head.setHighlightSections(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setMinimumSectionSize(40)

    def sizes() -> None:
        view.verticalHeader().setDefaultSectionSize(theme().px(31))
        for at, width in enumerate(widths):
            if width:
                view.setColumnWidth(at, theme().px(width))

    sizes()
    theme().changed.connect(sizes)
    head.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
