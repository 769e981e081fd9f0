"""Where the preview stands: beside the list, or over it in a narrow window."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QSplitter, QWidget

from app.shared.settings import MachineSettings, Setting
from ui.customers.preview import WIDTH, Preview
from ui.widgets.basics import column, split
from ui.widgets.layouts import layout_of

PREVIEW = Setting("customers.preview", True)
PREVIEW_WIDTH = Setting("customers.preview_width", WIDTH)


class PreviewPlace:
    """The list with its preview.

    Args:
        page: over which the preview lies in a narrow window. left: the list. table: what gets the keys back.
    """

    def __init__(
        self, page: QWidget, left: QWidget, preview: Preview, table: QWidget, settings: MachineSettings
    ) -> None:
        self._page, self._preview, self._table, self._settings = page, preview, table, settings
        self.is_narrow = False
        self.splitter: QSplitter = split(left, preview, stretch=0)
        self.splitter.setSizes([2000, settings.get(PREVIEW_WIDTH)])
        self.splitter.splitterMoved.connect(lambda *_: self._keep_width())
        self.overlay = QFrame(page)
        self.overlay.setProperty("pane", "popup")
        self.overlay.setLayout(column())
        self.overlay.hide()
        preview.setVisible(settings.get(PREVIEW))

    def narrow(self, on: bool) -> None:
        """In a narrow window the preview lies over the list."""
        if on == self.is_narrow:
            return
        self.is_narrow = on
        if on:
            layout_of(self.overlay).addWidget(self._preview)
            self._preview.show()
            self.overlay.hide()
        else:
            self.overlay.hide()
            self.splitter.addWidget(self._preview)
            self._preview.setVisible(self._settings.get(PREVIEW))
            self.splitter.setSizes([2000, self._settings.get(PREVIEW_WIDTH)])

    def close(self) -> bool:
        """Close the preview that lies over the list; False when there is none."""
        was = self.overlay.isVisible()
        if was:
            self.overlay.hide()
            self._table.setFocus()
        return was

    def rows(self, there: bool) -> None:
        """Beside a list without rows there is nothing to show."""
        if not self.is_narrow:
            self._preview.setVisible(there and self._settings.get(PREVIEW))

    def show(self) -> None:
        """Bring the preview into sight."""
        if self.is_narrow:
            width = min(WIDTH + 20, self._page.width() - 80)
            self.overlay.setGeometry(self._page.width() - width, 0, width, self._page.height())
            self.overlay.show()
            self.overlay.raise_()
        elif not self._preview.isVisible():
            self._preview.show()
            self._settings.set(PREVIEW, True)

    def turn(self) -> bool:
        """Hide the preview, True, or leave it to be shown, False."""
        pane = self.overlay if self.is_narrow else self._preview
        if not pane.isVisible():
            return False
        pane.hide()
        if not self.is_narrow:
            self._settings.set(PREVIEW, False)
        self._table.setFocus()
        return True

    def _keep_width(self) -> None:
        if self._preview.isVisible() and not self.is_narrow:
            self._settings.set(PREVIEW_WIDTH, self.splitter.sizes()[1])
