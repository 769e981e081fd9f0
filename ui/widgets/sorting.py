"""By which columns a list is sorted: one, or several one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from app.shared.i18n import _, translate

if TYPE_CHECKING:
    from ui.widgets.record_table import RecordTable

Orders = tuple[tuple[str, bool], ...]


def turned(orders: Orders, name: str) -> Orders:
    """Sort by one column alone: upwards, and downwards when it was sorted upwards by it before all others."""
    return ((name, bool(orders) and orders[0] == (name, False)),)


def added(orders: Orders, name: str) -> Orders:
    """Sort by a column after the others; one that is among them is turned over, then taken out."""
    held = dict(orders)
    if name not in held:
        return (*orders, (name, False))
    if not held[name]:
        return tuple((one, True if one == name else down) for one, down in orders)
    return tuple(pair for pair in orders if pair[0] != name) or ((name, False),)


def settled(orders: Orders, by: str = "name") -> Orders:
    """Sort equals by their names."""
    return orders if by in dict(orders) else (*orders, (by, False))


def shown(orders: Orders, by: str = "name") -> Orders:
    """What is told at the heads: that equals stand by their names goes without saying."""
    return orders[:-1] if len(orders) > 1 and orders[-1] == (by, False) else orders


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
            field = table.records.column(section).field
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
