"""What the list of customers shows: filter, order and columns, and whether that is still what its view says."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.customers.queries import DEFAULT_ORDER, View
from app.customers.views import OwnView, combined
from app.records.queries import Order, Where
from app.records.workspace import Workspace
from ui.customers.columns import CONTACT
from ui.customers.filters import FilterBar
from ui.widgets.record_table import RecordTable
from ui.widgets.sorting import Orders, settled, shown


@dataclass(frozen=True, slots=True)
class Look:
    """What a view keeps of a list: its conditions, the text of the filter box, the order, and the columns."""

    where: tuple[Where, ...]
    text: str
    order: Order
    columns: tuple[str, ...]


class Shown(QObject):
    """Order and columns of the list under its views.

    ``reordered``: the rows are wanted in another order. ``differs``: what is shown became, or may have become, another
    thing than what the view says.
    """

    reordered = Signal()
    differs = Signal()

    def __init__(self, ws: Workspace, table: RecordTable, filters: FilterBar, view: View) -> None:
        super().__init__(table)
        self._ws, self._table, self.filters, self.view = ws, table, filters, view
        self.order: Order = DEFAULT_ORDER
        table.set_orders(shown(self.order))
        table.columns_changed.connect(self.differs)
        table.sorted_by.connect(lambda field, descending: self.sort(((field, descending),)))
        table.sorted_several.connect(self.sort)

    def look(self) -> Look:
        """What the list shows now: what its view says and what was filtered further."""
        where, text = combined(self.view, self.filters.where(), self.filters.text())
        return Look(where, text, self.order, self._table.shown_columns())

    @property
    def changed(self) -> bool:
        """Whether more is filtered, or the list is sorted or laid out otherwise, than the view says."""
        own = self.view if isinstance(self.view, OwnView) else None
        usual = self._table.usual_columns() if own else self._table.standard_columns()
        wanted = self._there(own.columns if own else ()) or usual
        order = (own.order if own else ()) or DEFAULT_ORDER
        return self.filters.active or self.order != order or self._table.shown_columns() != wanted

    def choose(self, view: View) -> None:
        """Turn to a view: its order and its columns; the user's own views have both, the others take the columns as usual."""
        was, self.view = self.view, view
        own = view if isinstance(view, OwnView) else None
        self._table.lay_out((self._there(own.columns) or self._table.usual_columns()) if own else None)
        order = (own.order if own else ()) or (DEFAULT_ORDER if own or isinstance(was, OwnView) else ())
        if order and self._ws.dictionary.type("customer").has(order[0][0]):
            self.order = tuple(order)
            self._table.set_orders(shown(self.order))
        self.differs.emit()

    def sort(self, orders: Orders) -> None:
        """Sort by columns, one after the other; by the main contact nothing can be sorted."""
        if wanted := tuple(one for one in orders if one[0] != CONTACT.name):
            self.order = settled(wanted)
            self.reordered.emit()
            self.differs.emit()
        self._table.set_orders(shown(self.order))

    def _there(self, names: tuple[str, ...]) -> tuple[str, ...]:
        known = {self._table.records.data_column(at).field.name for at in self._table.sections()}
        return tuple(name for name in names if name in known)
