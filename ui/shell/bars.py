"""The top bar and the hint bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from app.shared.i18n import N_, translate
from ui.runtime.application import theme, translator
from ui.runtime.given import given
from ui.runtime.icons import icon
from ui.runtime.pictures import origin, paint_icon
from ui.runtime.translator import tr
from ui.shell.page import Action
from ui.widgets import painting
from ui.widgets.basics import label, row
from ui.widgets.buttons import button
from ui.widgets.cut_label import CutLabel
from ui.widgets.layouts import empty, layout_of


class FindButton(QAbstractButton):
    """Looks like a field, opens the palette; an icon alone in a narrow window."""

    def __init__(self) -> None:
        super().__init__()
        self.narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tr(self, self.setAccessibleName, N_("Search"))
        self.setToolTip("Ctrl+K")
        translator().changed.connect(lambda _language: self.update())

    def sizeHint(self) -> QSize:
        return QSize(theme().px(30) if self.narrow else 160, theme().px(30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t, rect = QPainter(self), theme(), self.rect()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(t.c("border"))
        painter.setBrush(t.c("surfaceSunken"))
        painter.drawRoundedRect(rect.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(t.c("controlEdge"))
        painter.drawLine(4, rect.bottom(), rect.right() - 4, rect.bottom())
        paint_icon(
            painter, "search", origin(QRect(8, 0, 15, rect.height()) if not self.narrow else rect, 15), t.c("textFaint")
        )
        if self.narrow:
            return
        width = painting.key_width("Ctrl K")
        cap = QRect(rect.right() - width - 8, rect.center().y() - t.px(9), width, t.px(18))
        painting.key_cap(painter, cap, "Ctrl K")
        words = translate(N_("Customers, phones, numbers…"))
        painting.text(painter, QRect(31, 0, cap.left() - 39, rect.height()), words, t.font(), t.c("textFaint"))


class TopBar(QFrame):
    """Back, forward, path and title, search, the page's actions, New."""

    went = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._measure()
        theme().changed.connect(self._measure)
        self.back = button("", "chevron-left", "plain", name=N_("Back"), key="Alt+←")
        self.forward = button("", "chevron-right", "plain", name=N_("Forward"), key="Alt+→")
        for made in (self.back, self.forward):
            made.setIconSize(QSize(18, 18))
        self.title = CutLabel(font="title")
        self.note = label("", "muted", raw=True)
        self.title.setMinimumWidth(40)
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._path = QHBoxLayout()
        self._path.setSpacing(4)
        self._beside = QHBoxLayout()
        self._beside.setContentsMargins(8, 0, 0, 0)
        self.seek = FindButton()
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        self.new = button(N_("New"), "plus", "primary", key="Ctrl+N")
        self.new.setProperty("half", "left")
        self.more = button("", "chevron-down", "primary", name=N_("Choose what to make"))
        self.more.setProperty("half", "right")
        self.more.setProperty("only", False)
        self.split = QWidget()
        self.split.setLayout(row(self.new, self.more, gap=0))
        self.setLayout(
            row(
                self.back,
                self.forward,
                self._path,
                self.title,
                self.note,
                self._beside,
                None,
                self.seek,
                self._actions,
                self.split,
                margins=(12, 0, 16, 0),
            )
        )
        layout_of(self).setSpacing(8)
        # It takes what the title and the steps beside it leave.
        layout_of(self).setStretch(layout_of(self).indexOf(self.seek), 100)
        self.set_narrow(False)

    def put_beside(self, widget: QWidget | None) -> None:
        """The widget that a page wants beside its title; another page's is hidden, not ended."""
        while self._beside.count():
            if (old := given(self._beside.takeAt(0)).widget()) is not None and old is not widget:
                old.hide()
        if widget is not None:
            self._beside.addWidget(widget)
            widget.show()

    def _measure(self) -> None:
        self.setFixedHeight(theme().px(48))

    def show_path(self, path: Sequence[tuple[str, str]]) -> None:
        """The words before the title, each opening its page."""
        empty(self._path)
        for word, name in path:
            made = button(role="plain", small=False)
            made.setProperty("only", False)
            made.setText(word)
            made.setStyleSheet("padding:0 4px;font-weight:400")
            made.clicked.connect(lambda _on=False, name=name: self.went.emit(name))
            self._path.addWidget(made)
            self._path.addWidget(label("/", "faint", raw=True))

    def show_actions(self, actions: Sequence[Action], narrow: bool) -> None:
        """The page's buttons; in a narrow window two and the rest in a menu."""
        empty(self._actions)
        shown = [action for action in actions if action.bar]
        direct, rest = (shown[:2], shown[2:]) if narrow else (shown[:4], shown[4:])
        for action in direct:
            self._actions.addWidget(button(action.text, action.icon, key=action.key, on=action.run))
        if rest:
            dots = button("", "ellipsis", name=N_("More"))
            menu = QMenu(dots)
            for action in rest:
                made = menu.addAction(icon(action.icon or "chevron-right"), translate(action.text))
                made.triggered.connect(lambda _on=False, run=action.run: run())
            dots.setMenu(menu)
            self._actions.addWidget(dots)

    def set_narrow(self, on: bool) -> None:
        """The search becomes an icon."""
        self.seek.narrow = on
        self.seek.setMinimumWidth(30 if on else 160)
        self.seek.setMaximumWidth(30 if on else 300)
        self.seek.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().c("border"))


class HintBar(QWidget):
    """Left the keys that work now, right the state. Not read out: F1 says the same in words."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[tuple[str, str]] = []
        self.state: list[str] = []
        self.narrow = False
        self._measure()
        theme().changed.connect(self._measure)

    def _measure(self) -> None:
        self.setFixedHeight(theme().px(26))

    def put(self, keys: Sequence[tuple[str, str]], state: Sequence[str]) -> None:
        """Show keys with their words, and the state."""
        self.keys, self.state = list(keys), list(state)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme()
        painter.fillRect(self.rect(), t.c("surfaceSunken"))
        painter.fillRect(0, 0, self.width(), 1, t.c("border"))
        font, bold = t.font("caption"), t.font("caption", bold=True)
        middle = Qt.TextElideMode.ElideMiddle
        for rect, words in self._states():
            painting.text(painter, rect, words, font, t.c("textMuted"), painting.RIGHT, middle)
        for left, one, two, key, words in self.shown():
            painting.text(painter, QRect(left, 0, one, self.height()), key, bold, t.c("text"))
            painting.text(painter, QRect(left + one, 0, two, self.height()), words, font, t.c("textMuted"))

    def _laid(self) -> list[tuple[int, int, int, str, str]]:
        """All keys from the left: where each begins, how wide it and its words are, and what they say."""
        font, bold = (QFontMetrics(theme().font("caption", bold=thick)) for thick in (False, True))
        laid, left = [], 16
        for key, words in self.keys[:4] if self.narrow else self.keys:
            one, two = bold.horizontalAdvance(key) + 5, font.horizontalAdvance(words) + 1
            laid.append((left, one, two, key, words))
            left += one + two + 14
        return laid

    def _states(self) -> list[tuple[QRect, str]]:
        """The state from the right. A long one, such as the name of a file, is cut before a key is lost for it."""
        metrics = QFontMetrics(theme().font("caption"))
        keys = max((left + one + two + 14 for left, one, two, _key, _words in self._laid()), default=16)
        right, found = self.width() - 16, []
        longest = max(right - keys, self.width() // 4)
        for words in reversed(self.state):
            width = min(metrics.horizontalAdvance(words) + 2, longest)
            found.append((QRect(right - width, 0, width, self.height()), words))
            right -= width + 14
        return found

    def shown(self) -> list[tuple[int, int, int, str, str]]:
        """The keys that have room beside the state."""
        right = min((rect.left() - 14 for rect, _words in self._states()), default=self.width() - 16)
        return [one for one in self._laid() if one[0] + one[1] + one[2] <= right]
