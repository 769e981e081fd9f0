"""The head of a customer's card: name, level, status, tags, phone, address, and what is next."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from app.customers.queries import Card
from app.records.workspace import Workspace
from app.shared.i18n import N_, _, translate
from ui.customers.preview import Cut
from ui.customers.words import due_tone, due_words, full_address, status_tone
from ui.runtime.application import theme
from ui.runtime.icons import icon, pixmap
from ui.runtime.translator import tr
from ui.widgets import painting
from ui.widgets.basics import PhoneLabel, column, follow_size, label, row, tag
from ui.widgets.buttons import button
from ui.widgets.layouts import empty
from ui.widgets.values import color, offered
from ui.widgets.values import word as word_of

HEIGHT = 88
MORE = (
    ("edit", N_("All details"), "pencil"),
    ("remind", N_("Add a reminder"), "alarm-clock"),
    ("code", N_("Take it with a phone"), "contact"),
    ("release", N_("Put into the public pool"), "users"),
    ("history", N_("What was changed"), "history"),
    ("delete", N_("Delete customer"), "trash-2"),
    ("personal", N_("Hand out or erase personal data"), "eye-off"),
)


class _Face(QPushButton):
    """A button that looks like what it changes: the level's badge, the status' tag."""

    def __init__(self, draw: Any, width: int) -> None:
        super().__init__()
        self._draw, self._width = draw, width
        self.setProperty("role", "plain")
        self.setAutoDefault(False)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(self._width, theme().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, self.rect().adjusted(0, 2, 0, -2))


class _Name(Cut):
    """The name: as wide as it is, shortened only when the window is too narrow."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.whole) + 6, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme().px(160)), super().minimumSizeHint().height())


class CardHeader(QFrame):
    """The head. ``changed`` carries a field and its new value; ``noted`` what to say; ``next_wanted``: set what
    is next; ``wanted``: edit, remind, release, delete or personal.
    """

    changed = Signal(str, object)
    noted = Signal(str)
    next_wanted = Signal()
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        follow_size(self, height=HEIGHT)
        self.name = _Name()
        self.name.setFont(theme().font("header"))
        theme().changed.connect(lambda: self.name.setFont(theme().font("header")))
        self.badges = QHBoxLayout()
        self.badges.setSpacing(6)
        self.reach = QHBoxLayout()
        self.reach.setSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.name, 0)
        top.addLayout(self.badges)
        top.addStretch(1)
        self.next = _Next()
        self.next.clicked.connect(self.next_wanted.emit)
        left = column(top, 6, self.reach)
        lay = row(gap=16, margins=(20, 8, 20, 8))
        lay.addLayout(left, 1)
        lay.addWidget(self.next)
        more = button("", "ellipsis", "plain", small=True, name=N_("More"))
        more.clicked.connect(lambda: self._more(more))
        lay.addWidget(more)
        self.setLayout(lay)

    def _more(self, at: QWidget) -> None:
        menu = QMenu(self)
        for action, text, name in MORE:
            menu.addAction(
                icon(name, "danger" if action == "delete" else "textMuted"), translate(text)
            ).triggered.connect(lambda _on=False, action=action: self.wanted.emit(action))
        menu.popup(at.mapToGlobal(at.rect().bottomLeft()))

    def show_card(self, ws: Workspace, card: Card, following: Any, today: Any) -> None:
        """Show a customer."""
        record = card.record
        self.name.put(record.title)
        empty(self.badges)
        level, status = record["level"] or "", record["status"] or ""
        said, shade = word_of(ws, "customer", "level", level), color(ws, "customer", "level", level)
        width = max(theme().px(22), painting.level_width(said))
        face = _Face(lambda painter, rect: painting.level(painter, rect, said or "–", shade), width)
        face.setAccessibleName(_("Level {level}").format(level=said or _("none")))
        face.setToolTip(_("Change the level"))
        face.clicked.connect(
            lambda: self._offer(face, "level", [*offered(ws, "customer", "level"), ("", translate(N_("No level")))])
        )
        self.badges.addWidget(face)
        word = word_of(ws, "customer", "status", status) or _("No status")
        tone = status_tone(ws, status) or "plain"
        state = _Face(lambda painter, rect: painting.tag(painter, rect, word, "", tone), painting.tag_width(word, True))
        state.setAccessibleName(_("Status: {status}").format(status=word))
        state.setToolTip(_("Change the status"))
        state.clicked.connect(lambda: self._offer(state, "status", offered(ws, "customer", "status")))
        self.badges.addWidget(state)
        shades = {one: color(ws, "customer", "tags", one) for one in record["tags"][:4]}
        for text, shade_of in (*shades.items(), (record["payment_terms"], "")):
            if text:
                self.badges.addWidget(tag(text if len(text) < 18 else text[:17] + "…", shade_of))
        self._show_reach(card)
        due = due_words(record["next_follow_up_on"], following, today, task=True)
        self.next.show_words(due, due_tone(record["next_follow_up_on"], today))

    def _show_reach(self, card: Card) -> None:
        empty(self.reach)
        record = card.record
        numbers = [one for one in (record["phone"], record["mobile"]) if one is not None]
        if not numbers and card.reach.phone is not None:
            numbers = [card.reach.phone]
        for one in numbers[:2]:
            made = PhoneLabel(one, strong=True)
            made.copied.connect(lambda said: self.noted.emit(_("Copied: {number}").format(number=said)))
            self.reach.addWidget(made)
        address = full_address(record)
        if address:
            pin = QLabel()
            pin.setPixmap(pixmap("map-pin", "textMuted", theme().px(14), pin.devicePixelRatioF()))
            where = Cut(address)
            where.setProperty("tone", "muted")
            self.reach.addSpacing(8)
            self.reach.addWidget(pin)
            self.reach.addWidget(where, 1)
        if not numbers and not address:
            self.reach.addWidget(label(N_("No phone and no address yet"), "faint", "small"))
        if not address:
            self.reach.addStretch(1)

    def _offer(self, at: QWidget, name: str, options: list[tuple[str, str]]) -> None:
        menu = QMenu(self)
        for code, text in options:
            menu.addAction(text).triggered.connect(lambda _on=False, code=code: self.changed.emit(name, code or None))
        menu.popup(at.mapToGlobal(at.rect().bottomLeft()))


class _Next(QFrame):
    """What is next, behind a blue line; a click edits it."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.caption = label(N_("Next follow-up"), "muted", "small")
        self.words = button(role="link")
        self.words.setProperty("only", False)
        follow_size(self.words, height=22)
        self.words.clicked.connect(self.clicked.emit)
        tr(self.words, self.words.setToolTip, N_("Set the next follow-up (F)"))
        follow_size(self, most_width=360, height=44)
        self.setLayout(column(self.caption, self.words, margins=(12, 0, 0, 0)))

    def show_words(self, text: str, tone: str) -> None:
        """Show what is next, or the way to set it."""
        metrics = self.words.fontMetrics()
        said = text or _("Set a reminder")
        cut = metrics.elidedText(said, Qt.TextElideMode.ElideRight, theme().px(300))
        self.words.setText(cut)
        self.words.setAccessibleName(said)
        color = theme().c(tone or ("accent" if not text else "text")).name()
        self.words.setStyleSheet(f"color:{color};font-weight:600;padding:0;text-align:left")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 2, 2, self.height() - 4, theme().c("accent"))
