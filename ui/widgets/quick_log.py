"""The line that logs a conversation: what it understood is marked and shown as chips before it is kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit, QWidget

from app.followups import commands, queries
from app.followups.naming import Person, Span
from app.followups.rules import ParsedLog
from app.records.workspace import Workspace
from app.shared.i18n import N_, _
from ui.runtime.actions import Actions
from ui.runtime.application import theme, translator
from ui.runtime.icons import icon
from ui.runtime.translator import tr
from ui.widgets.ask_line import AskLine
from ui.widgets.basics import column, row
from ui.widgets.buttons import button
from ui.widgets.chips import Chip
from ui.widgets.log_line import LogLine
from ui.widgets.log_words import cut_words, next_words
from ui.widgets.log_words import when_words as when_words
from ui.widgets.phrase_list import PhraseList
from ui.widgets.values import KIND_ICONS, offered, word

_MOST = 12
USUAL = "call"
"""What a sentence is taken for that tells nothing of it."""
PLACEHOLDER = N_("Log a call, visit or message, such as “Zhou called, wants 2 units, call back next Wed 3pm”")
SHORT_PLACEHOLDER = N_("Log a line, such as “call back next Wed”")


class QuickLog(QFrame):
    """The quick-log box of one customer.

    Signals:
        logged: the id of the new activity. escaped: Esc was pressed in an empty line.
        resized: it became higher or lower. alone: there is a line to keep and no customer.
    """

    logged = Signal(int)
    escaped = Signal()
    resized = Signal()
    alone = Signal()

    def __init__(self, ws: Workspace, actions: Actions, *, compact: bool = False) -> None:
        """``compact``: for a side pane: less air, a shorter hint."""
        super().__init__()
        self._ws, self._actions, self._compact = ws, actions, compact
        self._customer = 0
        self._people: list[Person] = []
        self._kind: str | None = None
        self._usual = USUAL
        self._contacts: tuple[int, ...] | None = None
        self._place: str | None = None
        self._outcome: str | None = None
        self._outcomes: tuple[str, ...] = ()
        self._follow = True
        self.setProperty("stop", True)
        self.setProperty("clear", True)
        self.parsed: ParsedLog | None = None
        self.line = LogLine()
        tr(self.line, self.line.setAccessibleName, N_("Quick log"))
        tr(self.line, self.line.setPlaceholderText, SHORT_PLACEHOLDER if compact else PLACEHOLDER)
        self.line.textChanged.connect(self._read)
        self.line.kept.connect(self.keep)
        self.line.escaped.connect(self._escape)
        self.line.focused.connect(self.update)
        self.kind = Chip("", "phone", raw=True)
        self.person = Chip("", "user", raw=True, removable=True)
        self.place = Chip("", "map-pin", raw=True, removable=True)
        self.outcome = Chip("", "circle-check", raw=True, removable=True)
        self.following = Chip("", "alarm-clock", raw=True, removable=True)
        tr(self.kind, self.kind.setToolTip, N_("Kind of conversation"))
        tr(self.person, self.person.setToolTip, N_("Who it was"))
        tr(self.place, self.place.setToolTip, N_("Where it was"))
        tr(self.outcome, self.outcome.setToolTip, N_("What came of it"))
        tr(self.following, self.following.setToolTip, N_("Set the reminder, or not"))
        self.phrases = PhraseList(self.line, ws, actions)
        self.save = button(N_("Log it"), role="primary", small=True, key="Enter", on=self.keep)
        self.kind.clicked.connect(lambda: self._offer(self.kind, self._kinds()))
        self.person.clicked.connect(lambda: self._offer_persons())
        self.person.removed.connect(lambda: self._choose_contacts(()))
        self.place.clicked.connect(self._ask_place)
        self.place.removed.connect(lambda: self._choose_place(""))
        self.outcome.clicked.connect(lambda: self._offer(self.outcome, self._results()))
        self.outcome.removed.connect(lambda: self._choose_outcome(""))
        self.following.clicked.connect(self._turn_follow)
        self.following.removed.connect(self._turn_follow)
        self.parts = QWidget()
        if compact:
            whom, ends = row(self.person, self.place, None, gap=6), row(self.kind, self.outcome, None, self.save, gap=6)
            self.parts.setLayout(column(row(self.following, None), whom, ends, gap=4, margins=(8, 6, 6, 6)))
        else:
            parts = (self.kind, self.outcome, self.person, self.place, self.following, None, self.save)
            self.parts.setLayout(row(*parts, gap=6, margins=(12, 6, 8, 7)))
        edges = (9, 5, 8, 4) if compact else (12, 8, 12, 6)
        self.setLayout(column(row(self.line, margins=edges), self.parts))
        self.parts.hide()
        theme().changed.connect(self._mark)
        translator().changed.connect(lambda _language: self._say())

    def set_customer(self, customer: int, *, keep: bool = False) -> None:
        """Log with another customer; a text for another one is dropped, but with ``keep`` it is for the new one."""
        self._outcomes = queries.outcomes(self._ws) if customer else ()
        if customer == self._customer:
            self._people = queries.people(self._ws, customer) if customer else []
            self._read()
            return
        self._customer = customer
        self._people = queries.people(self._ws, customer) if customer else []
        if keep:
            self._contacts = None
            self._read()
        else:
            self.clear()

    def clear(self) -> None:
        """Empty the line and forget what was chosen."""
        self._kind, self._contacts, self._place, self._outcome, self._follow = None, None, None, None, True
        self._usual = USUAL
        self.line.clear()
        self._read()

    def focus(self, kind: str | None = None, contact: int = 0) -> None:
        """Put the cursor into the line.

        Args:
            kind: what it is unless the sentence says otherwise, as "visit, wants 2 units" does after L.
            contact: with whom it was.
        """
        if kind is not None:
            self._usual = kind
        if contact:
            self._contacts = (contact,)
        self.line.setFocus()
        self._read()

    def keep(self) -> None:
        """Log the line."""
        text = self.line.toPlainText().strip()
        if text and not self._customer:
            self.alone.emit()
        if not text or not self._customer:
            return

        def command() -> commands.Logged:
            return commands.log(
                self._ws,
                self._customer,
                text,
                kind=self._kind,
                contact=self._contacts,
                place=self._place,
                outcome=self._outcome,
                follow_up=self._follow,
                default=self._usual,
            )

        logged = self._actions.run(command)
        if logged is not None:
            self.clear()
            self.logged.emit(logged.activity)

    def _read(self) -> None:
        text = self.line.toPlainText()
        now, known = self._ws.clock.now_wall(), self._outcomes
        self.parsed = queries.read_log(self._ws, text, now, self._people, self._usual, known) if text.strip() else None
        self._mark()
        self._say()

    def _mark(self) -> None:
        """Put a ground under the follow-up and a line under the other words that were understood."""
        marks: list[QTextEdit.ExtraSelection] = []

        def mark(span: Span | None, strong: bool) -> None:
            if span is None:
                return
            one = QTextEdit.ExtraSelection()
            one.format = QTextCharFormat()
            if strong:
                one.format.setBackground(theme().c("match"))
            else:
                one.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
                one.format.setUnderlineColor(theme().c("controlEdge"))
            one.cursor = QTextCursor(self.line.document())
            text = self.line.toPlainText()
            # Qt counts in UTF-16 units: a rare character takes two.
            start, end = (len(text[:at].encode("utf-16-le")) // 2 for at in span)
            one.cursor.setPosition(start)
            one.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            marks.append(one)

        if self.parsed is not None:
            mark(self.parsed.kind_span, False)
            for _person, span in self.parsed.people if self._contacts is None else ():
                mark(span, False)
            mark(self.parsed.place_span if self._place is None else None, False)
            mark(self.parsed.outcome_span if self._outcome is None else None, False)
            mark(self.parsed.next.span if self.parsed.next and self._follow else None, True)
        self.line.setExtraSelections(marks)

    def _say(self) -> None:
        parsed = self.parsed
        shown = parsed is not None
        if shown != (not self.parts.isHidden()):
            self.parts.setVisible(shown)
            self.resized.emit()
        if parsed is None:
            return
        kind = self._kind or parsed.kind
        self.kind.setText(word(self._ws, "activity", "kind", kind))
        self.kind._icon = KIND_ICONS.get(kind, "phone")
        self.kind.set_on(False)
        who = self._who()
        few, many = (16, 36) if self._compact else (28, 56)
        self.person.setText(cut_words(who, few) or _("Who?"))
        self.person.setVisible(bool(self._people))
        self.person.set_on(False)
        where = self._where()
        self.place.setText(cut_words(where, few))
        self.place.setVisible(bool(where))
        self.place.set_on(False)
        result = parsed.outcome if self._outcome is None else self._outcome
        self.outcome.setText(cut_words(result, few // 2 if self._compact else few) or _("Outcome?"))
        self.outcome.setVisible(bool(result) or not self._compact)
        self.outcome.set_on(False)
        following = parsed.next
        self.following.setVisible(following is not None or bool(parsed.unread))
        if following is None and parsed.unread:
            said = _("“{words}” names no day: no reminder").format(words=parsed.unread)
            self.following.setText(cut_words(said, many))
            self.following.set_on(False)
        if following is not None:
            words = next_words(following, self._ws.clock.now_wall())
            self.following.setText(cut_words(words, many) if self._follow else _("No reminder"))
            self.following.set_on(self._follow)

    def _with(self) -> tuple[int, ...]:
        """Who took part: as chosen, else as read."""
        if self._contacts is not None:
            return self._contacts
        return self.parsed.contacts if self.parsed else ()

    def _where(self) -> str:
        return self._place if self._place is not None else self.parsed.place if self.parsed else ""

    def _who(self) -> str:
        named = {one.id: one.name for one in self._people}
        return _(", ").join(named[number] for number in self._with() if number in named)

    def _kinds(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [
            (text, KIND_ICONS.get(code, "message-circle"), partial(self._choose_kind, code))
            for code, text in offered(self._ws, "activity", "kind")
        ]

    def _results(self) -> list[tuple[str, str, Callable[[], object]]]:
        known = [(one, "", partial(self._choose_outcome, one)) for one in self._outcomes[:_MOST]]
        return [
            *known,
            (_("Another outcome…"), "pencil", self._ask_outcome),
            (_("No outcome"), "x", lambda: self._choose_outcome("")),
        ]

    def _ask_outcome(self) -> None:
        if text := AskLine(self, N_("What came of it"), N_("Take it")).ask():
            self._choose_outcome(text)

    def _choose_outcome(self, outcome: str) -> None:
        self._outcome = outcome
        self._mark()
        self._say()
        self.line.setFocus()

    def _offer(self, chip: Chip, entries: list[tuple[str, str, Callable[[], object]]]) -> None:
        menu = QMenu(self)
        for text, name, run in entries:
            menu.addAction(icon(name) if name else QIcon(), text.replace("&", "&&")).triggered.connect(
                lambda _on=False, run=run: run()
            )
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _choose_kind(self, code: str) -> None:
        self._kind = code
        self._say()
        self.line.setFocus()

    def _offer_persons(self) -> None:
        """The people of the customer, those who took part ticked; several may be."""
        menu = QMenu(self)
        for one in self._people:
            action = menu.addAction(f"{one.name} {one.title}".strip().replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(one.id in self._with())
            action.triggered.connect(lambda _on=False, number=one.id: self._turn_contact(number))
        menu.addSeparator()
        menu.addAction(icon("x"), _("Nobody in particular")).triggered.connect(lambda: self._choose_contacts(()))
        menu.popup(self.person.mapToGlobal(self.person.rect().bottomLeft()))

    def _turn_contact(self, number: int) -> None:
        held = self._with()
        self._choose_contacts(tuple(one for one in held if one != number) if number in held else (*held, number))

    def _choose_contacts(self, numbers: tuple[int, ...]) -> None:
        self._contacts = numbers
        self._mark()
        self._say()
        self.line.setFocus()

    def _ask_place(self) -> None:
        text = AskLine(self, N_("Where it was"), N_("Take it"), text=self._where()).ask()
        if text:
            self._choose_place(text)

    def _choose_place(self, place: str) -> None:
        self._place = place
        self._mark()
        self._say()
        self.line.setFocus()

    def _turn_follow(self) -> None:
        if self.parsed is not None and self.parsed.next is not None:
            self._follow = not self._follow
        self._mark()
        self._say()
        self.line.setFocus()

    def _escape(self) -> None:
        if self.line.toPlainText():
            self.clear()
        else:
            self.escaped.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.line.hasFocus()
        edge = 1.0 if on else 0.5
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.c("surfaceRaised"))
        painter.drawRoundedRect(box, 7, 7)
        if not self.parts.isHidden():
            painter.save()
            painter.setClipRect(self.parts.geometry())
            painter.setBrush(t.c("surfaceSunken"))
            painter.drawRoundedRect(box, 7, 7)
            painter.restore()
            top = self.parts.geometry().top()
            painter.fillRect(1, top, self.width() - 2, 1, t.c("border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(t.c("focusRing" if on else "borderStrong"), 2 if on else 1))
        painter.drawRoundedRect(box, 7, 7)
