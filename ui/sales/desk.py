"""Where the preview of a quote stands: beside what is typed, or over it in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.runtime.application import theme
from ui.sales.preview_pane import PreviewPane
from ui.widgets.basics import column, split

PREVIEW_WIDTH = 472


class Desk(QWidget):
    """The editor on the left and the preview on the right. ``toggled``: the preview was shown or hidden."""

    toggled = Signal(bool)

    def __init__(self, editor: QWidget, preview: PreviewPane) -> None:
        super().__init__()
        self._preview = preview
        self._narrow = self._shared = False
        self._split = split(editor, preview)
        self.setLayout(column(self._split))
        preview.closed.connect(self.toggle)

    @property
    def covered(self) -> bool:
        """Whether the preview lies over the editor."""
        return self._narrow and self._preview.isVisible()

    @property
    def bare(self) -> bool:
        """Whether the preview is hidden, as the window is narrow."""
        return self._narrow and not self._preview.isVisible()

    def narrow(self, on: bool) -> None:
        """Put the preview over the editor, hidden at first, or back beside it."""
        if on == self._narrow:
            return
        self._narrow = on
        self._preview.overlay(on)
        self._preview.hide()
        if on:
            self._preview.setParent(self)
        else:
            self._split.addWidget(self._preview)
            self._split.setStretchFactor(0, 1)
            self._split.setStretchFactor(1, 0)
            self._preview.show()
            self._place()

    def toggle(self) -> None:
        """Show the preview, or hide it."""
        on = not self._preview.isVisible()
        self._preview.setVisible(on)
        if on:
            self._place()
            self._preview.raise_()
        self.toggled.emit(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if self._narrow:
            width = min(theme().px(PREVIEW_WIDTH), self.width() - 80)
            self._preview.setGeometry(self.width() - width, 0, width, self.height())
        elif not self._shared:
            self._shared = True
            self._split.setSizes([max(400, self.width() - PREVIEW_WIDTH), PREVIEW_WIDTH])
