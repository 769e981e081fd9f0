"""The bar under the list while customers are ticked: one change for all of them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QPushButton

from app.records.workspace import Workspace
from app.shared.i18n import N_, _, ngettext, translate
from ui.runtime.application import translator
from ui.widgets.basics import key_cap, label, row
from ui.widgets.buttons import button
from ui.widgets.layouts import layout_of
from ui.widgets.values import offered


class BulkBar(QFrame):
    """The bar. ``wanted`` carries the action and its value."""

    wanted = Signal(str, str)

    def __init__(self, ws: Workspace) -> None:
        super().__init__()
        self.setProperty("pane", "bulk")
        self._count, self._whole = 0, False
        self.setProperty("clear", True)
        self.count = label("", "accent", "bodyStrong", raw=True)
        self.level = button(N_("Level…"), small=True)
        self.status = button(N_("Status…"), small=True)
        self.level.clicked.connect(
            lambda: self._menu(
                self.level, "level", [*offered(ws, "customer", "level"), ("", translate(N_("No level")))]
            )
        )
        self.status.clicked.connect(lambda: self._menu(self.status, "status", offered(ws, "customer", "status")))
        self.field = button(N_("Field…"), small=True, on=lambda: self.wanted.emit("field", ""))
        self.tags = button(N_("Tags"), "tag", small=True, on=lambda: self.wanted.emit("tags", ""))
        self.remind = button(N_("Reminder"), "alarm-clock", small=True, on=lambda: self.wanted.emit("remind", ""))
        self.pool = button(N_("To public pool"), small=True, on=lambda: self.wanted.emit("release", ""))
        self.merge = button(N_("Merge"), "git-merge", small=True, key="M", on=lambda: self.wanted.emit("merge", ""))
        self.export = button(N_("Export"), "download", small=True, on=lambda: self.wanted.emit("export", ""))
        self.delete = button(N_("Delete"), "trash-2", "danger", small=True, on=lambda: self.wanted.emit("delete", ""))
        self.stop = button(N_("Cancel"), role="plain", small=True, on=lambda: self.wanted.emit("cancel", ""))
        parts = (
            self.count,
            8,
            self.level,
            self.status,
            self.field,
            self.tags,
            self.remind,
            self.merge,
            self.export,
            self.pool,
            self.delete,
            None,
        )
        self.setLayout(row(*parts, self.stop, key_cap("Esc"), gap=6, margins=(16, 9, 12, 9)))
        translator().changed.connect(lambda _language: self.show_count(self._count, whole=self._whole))
        self.hide()

    def show_count(self, count: int, *, whole: bool = False) -> None:
        """Show the bar for so many ticked customers, or hide it; ``whole``: they are all there are in the view."""
        self._count, self._whole = count, whole
        said = ngettext("{count} selected", "{count} selected", count)
        if whole and count > 1:
            said = _("All {count} in this view selected")
        self.count.setText(said.format(count=f"{count:,}"))
        self.merge.setEnabled(count > 1)
        self.setVisible(count > 0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the way to the public pool to the menu of statuses where there is no room for it."""
        self.pool.show()
        layout_of(self).invalidate()
        if layout_of(self).sizeHint().width() > self.width():
            self.pool.hide()

    def _menu(self, at: QPushButton, action: str, options: list[tuple[str, str]]) -> None:
        menu = QMenu(self)
        for code, text in options:
            menu.addAction(text).triggered.connect(lambda _on=False, code=code: self.wanted.emit(action, code))
        if action == "status":
            menu.addSeparator()
            menu.addAction(_("To public pool")).triggered.connect(lambda: self.wanted.emit("release", ""))
        menu.popup(at.mapToGlobal(at.rect().topLeft()) - QPoint(0, menu.sizeHint().height()))
