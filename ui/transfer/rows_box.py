"""The rows of a count, with what becomes of the row at hand, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, repeat

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.records.workspace import Workspace
from app.shared.i18n import N_, _, ngettext
from app.transfer.plans.planned import PlannedRow
from app.transfer.plans.planning import ImportPlan
from app.transfer.reviewing.additions import new_cells
from app.transfer.reviewing.review import Digest
from app.transfer.reviewing.updates import cell_changes
from ui.runtime.application import theme
from ui.runtime.translator import tr
from ui.transfer.planned import Lazy
from ui.transfer.state import Session
from ui.transfer.tables import TITLE, RowsTable
from ui.widgets.basics import column, label, line, row
from ui.widgets.buttons import button
from ui.widgets.side_by_side import Row, SideBySide


class RowsBox(QWidget):
    """The table over the cells of the row at hand. ``wanted``: the rows that were left out by hand are to be imported after all."""

    wanted = Signal()

    def __init__(self, ws: Workspace) -> None:
        super().__init__()
        self.ws = ws
        self._plan: ImportPlan | None = None
        self._digest: Digest | None = None
        self._session: Session | None = None
        self.table = RowsTable()
        self.said = label("", "muted", "small", raw=True)
        self.bring = button(N_("Import them after all"), role="link", small=True, on=self.wanted.emit)
        self.bar = QWidget()
        self.bar.setLayout(row(self.said, self.bring, None, margins=(16, 6, 16, 6)))
        self.head = label("", font="section", raw=True)
        self.grid = SideBySide()
        self.grid.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room = QScrollArea()
        room.setWidget(self.grid)
        room.setWidgetResizable(True)
        room.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tr(room, room.setAccessibleName, N_("The row, cell by cell"))
        self.below = QWidget()
        self.below.setLayout(column(line(), row(self.head, margins=(16, 10, 16, 6)), room))
        self.setLayout(column(self.bar, self.table, self.below, stretch=1))
        self._late = QTimer(self, singleShot=True, interval=60)
        self._late.timeout.connect(self.show_cells)
        self.table.selectionModel().currentRowChanged.connect(lambda *_what: self._late.start())

    def put(
        self,
        rows: Sequence[tuple[str, int, str, str]],
        plan: ImportPlan,
        digest: Digest,
        session: Session | None,
        left: int = 0,
    ) -> None:
        """Show rows; of those that are lazy what they make or change too.

        Args:
            left: how many of them were left out by hand.
        """
        self._plan, self._digest, self._session = plan, digest, session
        telling = isinstance(rows, Lazy) and bool(rows)
        self.table.rows.put(rows)
        self.table.setColumnHidden(0, len(plan.sheets) < 2)
        self.bar.setVisible(left > 0)
        words = ngettext("{count} row is left out by you.", "{count} rows are left out by you.", left)
        self.said.setText(words.format(count=f"{left:,}"))
        self.below.setVisible(telling)
        if telling:
            # The first column may be hidden, and from a hidden cell no key leads on.
            self.table.setCurrentIndex(self.table.rows.index(0, TITLE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.below.setFixedHeight(max(theme().px(200), self.height() // 2))

    def show_cells(self) -> None:
        """Show what becomes of the row at hand."""
        rows, at = self.table.rows.rows, self.table.currentIndex().row()
        if not isinstance(rows, Lazy) or not 0 <= at < len(rows) or self._plan is None:
            return
        place, planned = rows.planned(at)
        if rows.there:
            self._show_changes(self._plan, place, planned)
        else:
            self._show_new(self._plan, place, planned)

    def _show_changes(self, plan: ImportPlan, place: int, planned: PlannedRow) -> None:
        found = cell_changes(self.ws, plan, place, planned, self._digest.people if self._digest else {})
        words = ngettext("{name}: {count} cell changes", "{name}: {count} cells change", len(found))
        said = words.format(name=planned.title, count=len(found))
        self.head.setText(said if found else _("{name}: nothing changes").format(name=planned.title))
        self.grid.show_rows(
            [
                Row(
                    str(at), one.label, (one.old,), -1, one.new or _("empty"), False,
                    _("added") if one.added else "", "inf" if one.added else "",
                )
                for at, one in enumerate(found)
            ],
            (_("In the book"),),
        )  # fmt: skip
        self.grid.setVisible(bool(found))

    def _show_new(self, plan: ImportPlan, place: int, planned: PlannedRow) -> None:
        cells = self._session.cells(place, planned.number) if self._session is not None else None
        found = [
            Row("", one.label if first else "", ((one.file or "–") if first else "",), -1, said)
            for one in new_cells(self.ws, plan, place, planned, cells)
            for first, said in zip(chain((True,), repeat(False)), one.value.split("\n"), strict=False)
        ]
        self.head.setText(_("{name}: what the book will have").format(name=planned.title))
        self.grid.show_rows(found, (_("In the file"),), after=_("After the import"))
        self.grid.setVisible(bool(found))
