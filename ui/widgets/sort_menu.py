"""The menu that sorts a list by one column or several."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from app.shared.i18n import _, translate
from ui.widgets.record_table import RecordTable


def offer(table: RecordTable) -> None:
    """Let the person choose by which columns a list is sorted."""
    SortMenu(table).popup(table.mapToGlobal(table.viewport().pos()))


class SortMenu(QMenu):
    """The columns in sight, to sort by; with Shift a further one."""

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._more = False
        order = [name for name, _down in table.orders]
        for section in table.sections():
            if table.isColumnHidden(section):
                continue
            field = table.records.data_column(section).field
            sign = ""
            if field.name in order:
                at = order.index(field.name)
                arrow = "↓" if table.orders[at][1] else "↑"
                sign = f"{arrow} {at + 1}" if len(order) > 1 else arrow
            action = self.addAction(f"{translate(field.label)}\t{sign}")
            action.triggered.connect(lambda _on=False, at=section: table.sort_at(at, more=self._more))
        self.addSeparator()
        self.addAction(_("Shift+Enter adds a column")).setEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._more = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._more = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mouseReleaseEvent(event)
