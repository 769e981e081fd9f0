"""The note at the bottom of the window with one thing to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.runtime.application import theme
from ui.runtime.given import given
from ui.widgets.layouts import layout_of

SECONDS = 8
GAP = 8


class Toast(QWidget):
    """One at a time, 8 seconds, longer while hovered or focused; inverted colours, bottom centre."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._run: Callable[[], object] | None = None
        self._stays: Callable[[], bool] | None = None
        self.text = QLabel()
        self.text.setTextFormat(self.text.textFormat().PlainText)
        self.action = QPushButton()
        self.action.setAutoDefault(False)
        self.action.clicked.connect(self._do)
        self.key = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 8, 0)
        layout.setSpacing(10)
        for part in (self.text, self.action, self.key):
            layout.addWidget(part)
        self.timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self.timer.timeout.connect(self._end)
        # The parts of the window are moved after the window itself; any number of its layouts make one move of the toast.
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._place)
        window.installEventFilter(self)
        theme().changed.connect(self._colour)
        self._colour()
        self.hide()

    def say(
        self, text: str, action: str = "", key: str = "", run: Callable[[], object] | None = None,
        stays: Callable[[], bool] | None = None,
    ) -> None:  # fmt: skip
        """Show a text, with at most one action and its key.

        Args:
            stays: asked when its time is over whether it is needed longer.
        """
        self._run, self._stays = run, stays
        self.text.setText(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.key.setText(key)
        self.key.setVisible(bool(key))
        layout_of(self).setContentsMargins(14, 0, 8 if action and not key else 14, 0)
        self.setAccessibleName(f"{text} {action}".strip())
        layout_of(self).activate()
        self._place()
        self.show()
        self.raise_()
        # A bar may come or go with what is told.
        self._settle.start()
        self.timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def settle(self) -> None:
        """Get out of the way of what is shown by now."""
        if self.isVisible():
            self._settle.start()

    def leave(self) -> None:
        """The page was left: a key of one letter is the page's own and may mean another thing on the next."""
        if len(self.key.text()) == 1:
            self.hide()
        self.settle()

    def _do(self) -> None:
        run, self._run = self._run, None
        self.hide()
        if run is not None:
            run()

    def _end(self) -> None:
        if self.underMouse() or self.action.hasFocus() or (self._stays is not None and self._stays()):
            self.timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        """Bottom centre, but above what carries the property ``clear``: totals, bars of buttons, lines to type in."""
        window = given(self.parentWidget())
        width = min(self.sizeHint().width(), window.width() - 40)
        height = theme().px(38)
        at = QRect((window.width() - width) // 2, window.height() - height - 40, width, height)
        shown = [part for part in window.findChildren(QWidget) if part.property("clear") and part.isVisible()]
        bars = [QRect(part.mapTo(window, QPoint()), part.size()) for part in shown]
        for bar in sorted(bars, key=QRect.bottom, reverse=True):
            if bar.intersects(at.adjusted(-GAP, -GAP, GAP, GAP)) and bar.top() - GAP - height > GAP:
                at.moveBottom(bar.top() - GAP)
        self.setGeometry(at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.settle()
        return super().eventFilter(watched, event)

    def _colour(self) -> None:
        ink, muted, link = theme().c("surface").name(), theme().c("border").name(), theme().c("accentSoft").name()
        self.setStyleSheet(
            f"QLabel {{color:{ink}}} QPushButton {{border:0;background:transparent;color:{link};font-weight:600;padding:0 4px}}"
        )
        self.key.setStyleSheet(f"color:{muted}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme().c("text"))
        painter.setBrush(theme().c("text"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 7, 7)
