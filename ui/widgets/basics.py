"""Small parts: labels, lines, key caps, switches, tags, badges, section headers, progress, panes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.shared.i18n import N_
from ui.runtime.application import theme
from ui.runtime.icons import icon
from ui.runtime.translator import tr
from ui.widgets import painting
from ui.widgets.buttons import button

if TYPE_CHECKING:
    from app.shared.phones import Phone
    from ui.runtime.jobs import Job

Part = QWidget | QLayout | int | None
Box = TypeVar("Box", QHBoxLayout, QVBoxLayout)


def label(text: str = "", tone: str = "", font: str = "body", *, raw: bool = False, wrap: bool = False) -> QLabel:
    """A plain-text label.

    Args:
        text: English source text (``N_``), or any text with ``raw``.
        tone: "", "muted", "faint", "accent", "danger", "success" or "warning".
        font: a token of the type scale; it follows the user's font size.
    """
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    follow_font(made, font)
    if raw:
        made.setText(text)
    elif text:
        tr(made, made.setText, text)
    return made


def wrapped(made: QLabel, width: int) -> QLabel:
    """Give a wrapped label of a dialog its width, and the height that its lines need: Qt asks too late for that."""
    made.ensurePolished()
    made.setFixedWidth(width)
    made.setMinimumHeight(made.heightForWidth(width))
    return made


def follow_font(widget: QWidget, role: str) -> None:
    """Give a widget a font of the type scale, now and after each change of size."""
    follower = _FontFollower(widget, role)
    theme().changed.connect(follower.take)
    follower.take()


def follow_size(widget: QWidget, **sizes: float) -> None:
    """Give a widget sizes that go with the text's, now and after each change of it.

    Args:
        sizes: in logical pixels at the usual size of text: ``width``, ``height``, ``most_width`` or ``least_height``.
    """

    def take() -> None:
        setters = {
            "width": widget.setFixedWidth,
            "height": widget.setFixedHeight,
            "most_width": widget.setMaximumWidth,
            "least_height": widget.setMinimumHeight,
        }
        for name, size in sizes.items():
            setters[name](theme().px(size))

    take()
    theme().changed.connect(take)


class _FontFollower(QWidget):
    def __init__(self, owner: QWidget, role: str) -> None:
        super().__init__(owner)
        self.hide()
        self._owner, self._role = owner, role

    def take(self) -> None:
        self._owner.setFont(theme().font(self._role))


def line(*, vertical: bool = False) -> QFrame:
    """A 1 px line."""
    made = QFrame()
    made.setProperty("line", "v" if vertical else "h")
    return made


def row(
    *parts: Part, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0), stretch: int = -1
) -> QHBoxLayout:
    """A horizontal layout; None is a stretch, a number is a gap; ``stretch`` tells which part takes the rest."""
    return _fill(QHBoxLayout(), parts, gap, margins, stretch)


def column(
    *parts: Part, gap: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0), stretch: int = -1
) -> QVBoxLayout:
    """A vertical layout; None is a stretch, a number is a gap; ``stretch`` tells which part takes the rest."""
    return _fill(QVBoxLayout(), parts, gap, margins, stretch)


def _fill(layout: Box, parts: Sequence[Part], gap: int, margins: tuple[int, int, int, int], stretch: int) -> Box:
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
    if stretch >= 0:
        layout.setStretch(stretch, 1)
    return layout


def split(*panes: QWidget, vertical: bool = False, stretch: int = 0) -> QSplitter:
    """Panes side by side with a 1 px line that can be dragged; ``stretch`` tells which one grows."""
    made = QSplitter(Qt.Orientation.Vertical if vertical else Qt.Orientation.Horizontal)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    for at, pane in enumerate(panes):
        made.addWidget(pane)
        made.setStretchFactor(at, 1 if at == stretch else 0)
    return made


class _Painted(QWidget):
    """A word painted by a function of ``painting``, as wide as it needs."""

    def __init__(self, text: str, size: Callable[[str], QSize], draw: Callable[[QPainter, QWidget], None]) -> None:
        super().__init__()
        self._text, self._size, self._draw = text, size, draw
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """The word."""
        return self._text

    def sizeHint(self) -> QSize:
        return self._size(self._text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, self)


def tag(text: str, tone: str = "", dot: str = "") -> QWidget:
    """A square tag, 20 high; ``tone`` "", ok, warn, bad, inf or acc; ``dot`` a tone of ``painting.DOTS`` before the word."""
    return _Painted(
        text,
        lambda word: QSize(painting.tag_width(word, bool(dot)), theme().px(20)),
        lambda painter, it: painting.tag(painter, it.rect(), text, tone, dot),
    )


def level_badge(level: str, tone: str = "") -> QWidget:
    """The A, B or C of a customer, or a level of the user's own."""
    return _Painted(
        level,
        lambda word: QSize(painting.level_width(word), theme().px(20)),
        lambda painter, it: painting.level(painter, it.rect(), level, tone),
    )


def key_cap(key: str) -> QWidget:
    """A key as it is printed on the keyboard."""
    return _Painted(
        key,
        lambda word: QSize(painting.key_width(word), theme().px(18)),
        lambda painter, it: painting.key_cap(painter, it.rect(), key),
    )


class Switch(QAbstractButton):
    """An on/off switch."""

    def __init__(self, name: str) -> None:
        """``name``: accessible name (``N_``)."""
        super().__init__()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        tr(self, self.setAccessibleName, name)

    def sizeHint(self) -> QSize:
        return QSize(32, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().c("accent" if self.isChecked() else "controlEdge"))
        painter.drawRoundedRect(QRectF(0, 3, 32, 18), 9, 9)
        painter.setBrush(theme().c("accentText" if self.isChecked() else "surface"))
        painter.drawEllipse(QRectF(16 if self.isChecked() else 2, 5, 14, 14))


class SectionHeader(QWidget):
    """The heading of a section in a side pane, with a count or one small action at its right."""

    def __init__(
        self, text: str, icon_name: str = "", action: str = "", on: Callable[[], object] | None = None
    ) -> None:
        """
        Args:
            text: English source text.
            icon_name, action: the icon and the accessible name (``N_``) of the action; none when empty.
        """
        super().__init__()
        self.title = label(text, font="section")
        self.note = label("", "muted", "small", raw=True)
        parts: list[QWidget | None] = [self.title, None, self.note]
        if icon_name and on is not None:
            self.action = button("", icon_name, "plain", small=True, name=action, on=on)
            parts.append(self.action)
        self.setLayout(row(*parts, gap=6))


class ProgressStrip(QWidget):
    """A thin bar with a word and a Cancel button, for one job; ``key`` is the one that cancels it too."""

    cancelled = Signal()

    def __init__(self, key: str = "") -> None:
        super().__init__()
        self.word = label("", "muted", "small", raw=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = button(N_("Cancel"), small=True, key=key, on=self.cancelled.emit)
        tr(self.bar, self.bar.setAccessibleName, N_("Progress"))
        self.setLayout(row(self.word, self.bar, self.stop, gap=10))
        self.hide()

    def follow(self, job: Job) -> None:
        """Show a job's progress until it has ended; Cancel stops it."""
        self.bar.setRange(0, 0)
        self.show()
        job.progressed.connect(self.take)
        job.ending.connect(self.hide)
        self.cancelled.connect(job.cancel)

    def take(self, part: float, word: str) -> None:
        """Show that much (0 to 1, or -1 for unknown) and a word."""
        self.bar.setRange(0, 1000 if part >= 0 else 0)
        if part >= 0:
            self.bar.setValue(round(part * 1000))
        self.word.setText(word)


class EmptyState(QWidget):
    """One sentence, one main button, one lesser link; left aligned where the data would start."""

    def __init__(
        self,
        sentence: str,
        action: str = "",
        on: Callable[[], object] | None = None,
        link: str = "",
        on_link: Callable[[], object] | None = None,
    ) -> None:
        """All texts are English source texts."""
        super().__init__()
        buttons: list[QWidget | None] = []
        if action:
            buttons.append(button(action, role="primary", on=on))
        if link:
            buttons.append(button(link, role="link", on=on_link))
        self.sentence = label(sentence, "muted", wrap=True)
        self.setLayout(column(self.sentence, row(*buttons, None), None, gap=12, margins=(20, 24, 20, 24)))


def stacked(*parts: QWidget) -> QStackedWidget:
    """Parts of which one is shown at a time."""
    made = QStackedWidget()
    for part in parts:
        made.addWidget(part)
    return made


def scrolled(*parts: QWidget | None, top: int = 0) -> QScrollArea:
    """A column of parts that scrolls up and down, ``top`` pixels below the edge; None takes the rest of the height."""
    area, inside = QScrollArea(), QWidget()
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(0, top, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        else:
            layout.addWidget(part)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


class PhoneLabel(QWidget):
    """A phone number: a click copies it, the receiver dials it through ``tel:``."""

    copied = Signal(str)

    def __init__(self, phone: Phone, *, strong: bool = False) -> None:
        super().__init__()
        from app.shared import phones

        self.phone = phone
        self.shown = phones.pretty(phone)
        self.number = button(role="link", name=N_("Copy the number"))
        self.number.setProperty("only", False)
        self.number.setText(self.shown)
        self._strong = strong
        self._colour()
        theme().changed.connect(self._colour)
        self.number.clicked.connect(self.copy)
        copy = button("", "copy", "plain", small=True, name=N_("Copy the number"), on=self.copy)
        dial = button("", "", "plain", small=True, name=N_("Call"), on=self.dial)
        dial.setIcon(icon("phone", "accent"))
        dial.setIconSize(QSize(14, 14))
        self.setLayout(row(self.number, copy, dial, gap=2))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _colour(self) -> None:
        weight = "font-weight:600" if self._strong else ""
        self.number.setStyleSheet(f"color:{theme().c('text').name()};padding:0;{weight}")

    def copy(self) -> None:
        """Put the number on the clipboard."""
        from PySide6.QtGui import QGuiApplication

        QGuiApplication.clipboard().setText(self.phone.typed)
        self.copied.emit(self.shown)

    def dial(self) -> None:
        """Hand the number to the system's telephone program."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl("tel:" + (self.phone.normal or self.phone.typed).replace(" ", "")))
