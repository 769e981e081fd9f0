"""Opening the list of customers and jumping about in it, against a table of constant data."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex
from PySide6.QtWidgets import QTableView

from app.records import queries
from app.records.workspace import Workspace
from tests.bench import books
from tests.bench.harness import Result, by_turns, percentile, timed
from ui.main import application
from ui.widgets.record_model import Column
from ui.widgets.record_table import RecordTable

JUMPS = 100
ROUNDS = 5
FIRST = 128
ORDER = (("name", False),)


class _Constant(QAbstractTableModel):
    """As many rows and columns, each cell the same."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self._rows, self._columns = rows, columns

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._columns

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        return "苏州恒瑞精密机械" if role == 0 else None


def run(sizes: tuple[int, ...]) -> list[Result]:
    """First paint, and the 95th percentile of jumps, for books of these sizes."""
    app = application("zh_CN")
    results = []
    for size in sizes:
        with books.opened(size) as ws:
            shown = [field for field in ws.dictionary.type("customer").fields if field.shown]
            kept: list[QTableView] = []
            plain, ours = by_turns(
                ROUNDS,
                lambda size=size, kept=kept, shown=shown: timed(lambda: _constant(kept, size, len(shown))),
                lambda ws=ws, kept=kept: timed(lambda: _records(kept, ws)),
            )
            results.append(Result(f"list, {size:,} customers, first paint", ours, plain, 1.5))
            constant, records = kept[-2], kept[-1]
            assert isinstance(records, RecordTable)
            ids = queries.ids(ws, "customer", order=ORDER)
            results.append(
                Result("  all ids, in a job", timed(lambda ws=ws: queries.ids(ws, "customer", order=ORDER)), 0)
            )
            records.set_ids(ids)
            dice = random.Random(9)
            rows = [dice.randrange(size) for _ in range(JUMPS)]
            plain_jumps = [timed(_jump(constant, row)) for row in rows]
            jumps = [timed(_jump(records, row)) for row in rows]
            results.append(
                Result(
                    f"list, {size:,} customers, jump p95", percentile(jumps, 0.95), percentile(plain_jumps, 0.95), 1.5
                )
            )
            for table in kept:
                table.hide()
                table.deleteLater()
            app.processEvents()
    return results


def _show(kept: list[QTableView], table: QTableView) -> None:
    table.resize(1200, 800)
    table.show()
    table.viewport().grab()
    kept.append(table)


def _constant(kept: list[QTableView], rows: int, columns: int) -> None:
    table = QTableView()
    table.setModel(_Constant(rows, columns))
    table.verticalHeader().hide()
    _show(kept, table)


def _records(kept: list[QTableView], ws: Workspace) -> None:
    """As the page opens: the first rows at once, the other ids from a job afterwards."""
    from app.records.values import show

    def text(field: Any, value: Any) -> str:
        return show(field, value, currency=ws.currency, today=ws.clock.today())

    columns = [Column(field) for field in ws.dictionary.type("customer").fields if field.listed]
    table = RecordTable("Customers", columns, lambda ids: queries.rows(ws, "customer", ids), text)
    table.set_ids(queries.ids(ws, "customer", order=ORDER, limit=FIRST))
    _show(kept, table)


def _jump(table: QTableView, row: int) -> Callable[[], None]:
    def jump() -> None:
        table.scrollTo(table.model().index(row, 1), QTableView.ScrollHint.PositionAtTop)
        table.viewport().grab()

    return jump
