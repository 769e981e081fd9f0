"""Tabs in one line, as many as there is room for: each whole or not at all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget
from shiboken6 import isValid

from ui.widgets.buttons import Choices


class TabStrip(QScrollArea):
    """Shows whole tabs only; the others are reached by wheel and Tab. ``overfull``: some are out of sight."""

    overfull = Signal(bool)

    def __init__(self, tabs: Choices) -> None:
        super().__init__()
        self._tabs, self._first, self._fitting = tabs, 0, False
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        # One timer for all requests: a new one for each could make more of them than are carried out.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fit)
        self._wanted: QWidget | None = None
        self.setWidget(tabs)
        tabs.installEventFilter(self)
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self._scrolled())
        self._fit()

    def show_tab(self, tab: QWidget | None) -> None:
        """Scroll until a tab is in sight, and keep it there while the tabs get their counts."""
        self._wanted = tab
        self._soon.start()

    def _fit(self) -> None:
        hint = self._tabs.sizeHint()
        # Only what differs is set: setting a size asks for a new layout.
        if self._tabs.size() != hint:
            self._tabs.resize(hint)
        if self.minimumHeight() != hint.height():
            self.setFixedHeight(hint.height())
        if self.maximumWidth() != hint.width():
            self.setMaximumWidth(hint.width())
            # The room that this gives or takes is there after the next layout only.
            self._soon.start()
            return
        self._place()
        self.overfull.emit(hint.width() > self.width() + 1)

    def _place(self) -> None:
        """Begin with a whole tab and end with one."""
        ends = [(tab.x(), tab.x() + tab.width()) for tab in self._tabs.buttons.values()]
        if not ends:
            return
        room, first = self.width(), min(self._first, len(ends) - 1)
        if self._wanted is not None and isValid(self._wanted):
            at = next((at for at, tab in enumerate(self._tabs.buttons.values()) if tab is self._wanted), first)
            first = min(first, at)
            while first < at and ends[at][1] - ends[first][0] > room:
                first += 1
        while first and ends[-1][1] - ends[first - 1][0] <= room:
            first -= 1
        last = max([at for at in range(first, len(ends)) if ends[at][1] - ends[first][0] <= room], default=first)
        self._first, self._fitting = first, True
        spare = 0 if last == len(ends) - 1 and not first else max(0, room - (ends[last][1] - ends[first][0]))
        if self.viewportMargins().right() != spare:
            self.setViewportMargins(0, 0, spare, 0)
        self.horizontalScrollBar().setValue(ends[first][0])
        self._fitting = False

    def _scrolled(self) -> None:
        """Tab came to one that is out of sight."""
        if not self._fitting:
            held = next((tab for tab in self._tabs.buttons.values() if tab.hasFocus()), None)
            self.show_tab(held or self._wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._soon.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._fitting:
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wanted = None
        turn = event.angleDelta().x() or event.angleDelta().y()
        self._first = max(0, self._first + (1 if turn < 0 else -1))
        self._place()
        event.accept()
