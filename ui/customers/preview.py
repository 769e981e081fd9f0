"""The pane beside the list: the customer under the cursor, what was said last, and a line to log."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.customers.queries import Card, card
from app.followups.queries import next_times
from app.followups.timeline import timeline
from app.shared.errors import NotFound
from app.shared.i18n import N_, _
from ui.customers.entries import brief
from ui.customers.words import due_tone, due_words, full_address, status_tone
from ui.runtime.application import theme
from ui.runtime.icons import pixmap
from ui.shell.page import Services
from ui.widgets.basics import PhoneLabel, column, label, level_badge, line, row, tag
from ui.widgets.buttons import button
from ui.widgets.layouts import empty
from ui.widgets.quick_log import QuickLog
from ui.widgets.values import color, word

WIDTH = 320
_RECENT = 5
_MOST_TAGS = 3


class Preview(QWidget):
    """Shows one customer. ``log``, ``quote``, ``remind`` and ``open`` are what its buttons do."""

    def __init__(
        self,
        services: Services,
        *,
        log: Callable[[], object],
        quote: Callable[[], object] | None,
        remind: Callable[[], object],
        go: Callable[[], object],
    ) -> None:
        super().__init__()
        self.s = services
        self.customer = 0
        self.setMinimumWidth(260)
        self.name = label("", font="title", raw=True, wrap=True)
        self.badges = QHBoxLayout()
        self.badges.setSpacing(6)
        buttons: list[QWidget | None] = [button(N_("Log call"), "phone", "primary", small=True, key="L", on=log)]
        if quote is not None:
            buttons.append(button(N_("Quote"), small=True, key="Q", on=quote))
        buttons += [
            button(N_("Reminder"), small=True, key="F", on=remind),
            None,
            button(N_("Open"), small=True, key="Enter", on=go),
        ]
        self.facts = QGridLayout()
        self.facts.setContentsMargins(16, 8, 16, 10)
        self.facts.setHorizontalSpacing(8)
        self.facts.setVerticalSpacing(0)
        self.facts.setColumnMinimumWidth(0, theme().px(72))
        self.facts.setColumnStretch(1, 1)
        self.recent_head = label(N_("Recent"), font="section")
        self.recent = QVBoxLayout()
        self.recent.setSpacing(8)
        self.log = QuickLog(services.ws, services.actions, compact=True)
        foot = QFrame()
        foot.setLayout(row(self.log, margins=(12, 10, 12, 10)))
        self._body = QWidget()
        self._body.setLayout(
            column(
                column(self.name, 4, self.badges, 10, row(*buttons, gap=6), margins=(16, 10, 16, 14)),
                line(),
                self.facts,
                line(),
                column(self.recent_head, 6, self.recent, margins=(16, 10, 16, 12)),
                None,
                line(),
                foot,
            )
        )
        self.setLayout(column(self._body))
        self._body.hide()
        theme().changed.connect(lambda: self.show_customer(self.customer))

    def show_customer(self, customer: int) -> None:
        """Show a customer, or nothing for 0."""
        ws = self.s.ws
        try:
            found = card(ws, customer) if customer else None
        except NotFound:
            found = None
        self.customer = customer if found else 0
        self._body.setVisible(found is not None)
        self.log.set_customer(self.customer)
        if found is None:
            return
        self.name.setText(found.record.title)
        self._show_badges(found)
        self._show_facts(found)
        today = ws.clock.today()
        empty(self.recent)
        entries = timeline(ws, customer, limit=_RECENT).entries
        for entry in entries:
            self.recent.addWidget(_recent(*brief(entry, today)))
        self.recent_head.setVisible(bool(entries))

    def _show_badges(self, found: Card) -> None:
        empty(self.badges)
        ws, record = self.s.ws, found.record
        level, status = record["level"], record["status"]
        if level:
            said = word(ws, "customer", "level", level)
            self.badges.addWidget(level_badge(said, color(ws, "customer", "level", level)))
        if status:
            self.badges.addWidget(tag(word(ws, "customer", "status", status), dot=status_tone(ws, status)))
        for one in record["tags"][:_MOST_TAGS]:
            self.badges.addWidget(tag(one, color(ws, "customer", "tags", one)))
        self.badges.addStretch(1)

    def _show_facts(self, found: Card) -> None:
        empty(self.facts)
        ws, record = self.s.ws, found.record
        today = ws.clock.today()
        following = next_times(ws, [record.id]).get(record.id)
        due = due_words(record["next_follow_up_on"], following, today, task=True)
        self._fact(N_("Next follow-up"), due, due_tone(record["next_follow_up_on"], today))
        self._fact(N_("Contact"), f"{found.reach.name} {found.reach.title}".strip())
        if found.reach.phone is not None:
            number = PhoneLabel(found.reach.phone)
            number.copied.connect(lambda said: self.s.messages.toast(_("Copied: {number}").format(number=said)))
            self._fact(N_("Phone"), number)
        self._fact(N_("Address"), full_address(record))

    def _fact(self, name: str, value: str | QWidget, tone: str = "") -> None:
        if not value:
            return
        at = self.facts.rowCount()
        caption = label(name, "muted", "small")
        caption.setFixedHeight(theme().px(26))
        said: QWidget = value if isinstance(value, QWidget) else _line(value, tone)
        self.facts.addWidget(caption, at, 0)
        self.facts.addWidget(
            said, at, 1, Qt.AlignmentFlag.AlignLeft if isinstance(value, QWidget) else Qt.AlignmentFlag(0)
        )


class Cut(QLabel):
    """A label of one line, shortened with … where there is no room; the whole is its tooltip."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._whole = ""
        self.put(text)

    def put(self, text: str) -> None:
        """Show another text."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self.updateGeometry()
        self._cut()

    @property
    def whole(self) -> str:
        """The text, not shortened."""
        return self._whole

    def minimumSizeHint(self) -> QSize:
        return QSize(20, super().minimumSizeHint().height())

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        cut = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(20, self.width()))
        self.setText(cut)
        self.setToolTip(self._whole if cut != self._whole else "")


def _line(text: str, tone: str) -> Cut:
    made = Cut(text)
    made.setProperty("tone", tone)
    made.setFixedHeight(theme().px(26))
    return made


def _recent(icon_name: str, text: str, when: str) -> QWidget:
    picture = QLabel()
    picture.setPixmap(pixmap(icon_name, "textMuted", theme().px(14), picture.devicePixelRatioF()))
    picture.setAlignment(Qt.AlignmentFlag.AlignTop)
    picture.setContentsMargins(0, 3, 0, 0)
    below = Cut(when)
    below.setProperty("tone", "muted")
    below.setFont(theme().font("small"))
    made = QWidget()
    words = column(Cut(text), below)
    lay = row(picture, gap=10)
    lay.addLayout(words, 1)
    made.setLayout(lay)
    return made
