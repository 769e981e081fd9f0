"""The head of the line grid: the names of its columns, and which of them are shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from app.shared.i18n import translate
from app.shared.settings import MachineSettings, Setting
from ui.runtime.application import theme
from ui.sales.line_model import COLUMNS, NAMES
from ui.widgets import painting

SHOWN = Setting("quote.columns", "")
ALWAYS = ("number", "name", "amount")


class LineHead(QHeaderView):
    """Says the columns; its menu shows and hides them."""

    _chosen = Signal()

    def __init__(self, grid: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, grid)
        self.setHighlightSections(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu().exec(self.mapToGlobal(at)))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        t, column = theme(), COLUMNS[section]
        painter.fillRect(rect, t.c("surfaceSunken"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, t.c("borderStrong"))
        if column.name != "amount":
            painter.fillRect(rect.right(), rect.top(), 1, rect.height(), t.c("border"))
        words = translate(column.label) if column.label else ""
        align = painting.RIGHT if column.right else painting.LEFT
        painting.text(painter, rect.adjusted(8, 0, -8, 0), words, t.font("small"), t.c("textMuted"), align)

    def menu(self) -> QMenu:
        """Which columns are shown."""
        menu = QMenu(self)
        for at, column in enumerate(COLUMNS):
            if column.name in ALWAYS:
                continue
            action = menu.addAction(translate(column.label))
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(at))
            action.toggled.connect(partial(self._choose, column.name))
        return menu

    def _choose(self, name: str, on: bool) -> None:
        self.show_column(name, on)
        self._chosen.emit()

    def show_column(self, name: str, on: bool) -> None:
        """Show or hide a column."""
        self.setSectionHidden(NAMES.index(name), not on)

    def remember(self, settings: MachineSettings) -> None:
        """Show the columns that were shown last on this machine, and keep what the menu changes."""
        if kept := settings.get(SHOWN).split():
            for name in (one.name for one in COLUMNS if one.name not in ALWAYS):
                self.show_column(name, name in kept)
        self._chosen.connect(lambda: settings.set(SHOWN, " ".join(self._shown())))

    def _shown(self) -> list[str]:
        return [column.name for at, column in enumerate(COLUMNS) if not self.isSectionHidden(at)]
