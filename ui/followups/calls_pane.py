"""The side pane of Today with the calls of the week."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QMenu, QProgressBar, QWidget

from app.customers.queries import YEAR
from app.followups import calling
from app.followups.calling import Call, Calls
from app.followups.words import OUTCOMES
from app.shared.i18n import N_, _
from ui.followups.panes import Pane, PaneRow
from ui.runtime.application import theme
from ui.runtime.pictures import origin, paint_icon
from ui.runtime.translator import tr
from ui.shell.page import Services
from ui.widgets import painting
from ui.widgets.ask_line import AskLine
from ui.widgets.basics import label, row
from ui.widgets.layouts import layout_of


class CallsPane(Pane):
    """The calls of the week, to be ticked off. ``wanted`` carries the call whose tick or result is asked for."""

    wanted = Signal(object, QWidget)

    def __init__(self) -> None:
        super().__init__(N_("Wake up this week"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(5)
        self.why = label("", "muted", "small", raw=True, wrap=True)
        self.why.setContentsMargins(16, 0, 16, 4)
        self._lines: list[CallRow] = []
        holder = QWidget()
        holder.setLayout(row(self.bar, margins=(16, 2, 16, 6)))
        layout_of(self).addWidget(self.why)
        layout_of(self).addWidget(holder)

    @property
    def lines(self) -> list[CallRow]:
        """The rows."""
        return self._lines

    def show_calls(self, found: Calls, days: int) -> None:
        """Show the calls; the row that has the focus keeps it."""
        held = next((one.call.id for one in self._lines if one.hasFocus()), 0)
        if [one.call for one in self._lines] != list(found.items):
            for old in self._lines:
                layout_of(self).removeWidget(old)
                old.hide()
                old.deleteLater()
            self._lines = [CallRow(one) for one in found.items]
            for made in self._lines:
                made.ticked.connect(lambda made=made: self.wanted.emit(made.call, made))
                made.chosen.connect(lambda made=made: self.opened.emit("customer", made.call.customer))
                layout_of(self).addWidget(made)
                if made.call.id == held:
                    made.setFocus()
        self.head.note.setText(_("{done} of {all} called").format(done=found.done, all=len(found.items)))
        self.why.setText(why(found, days))
        self.bar.setRange(0, max(1, len(found.items)))
        self.bar.setValue(found.done)
        tr(self.bar, self.bar.setAccessibleName, N_("Progress"))
        self.setVisible(bool(found.items))


def why(found: Calls, days: int) -> str:
    """Why these are to be called: the words of the view of the same customers, or that no deal is known."""
    if not found.traded:
        return _("No deal is known yet, so by the last contact: {days} days ago or more").format(days=days)
    return _("Not traded for a year") if days == YEAR else _("Not traded for {days} days").format(days=days)


class CallRow(PaneRow):
    """One customer to call: Space or the box for the result, Enter or the rest for the customer's card."""

    ticked = Signal()

    def __init__(self, call: Call) -> None:
        self.call = call
        day = str(call.last) if call.last else ""
        amount = f"{call.amount:,.0f}" if call.amount else ""
        state = _("called: {outcome}").format(outcome=call.outcome) if call.done else ""
        super().__init__(29, ", ".join(part for part in (call.name, day, amount, state) if part), self._paint)

    def _paint(self, painter: QPainter, rect: QRect) -> None:
        t, call = theme(), self.call
        side = t.px(14)
        painting.tick(painter, QRect(rect.left(), rect.center().y() - side // 2, side, side), call.done is not None)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.c("border"))
        words = rect.adjusted(side + 9, 0, 0, 0)
        if call.done:
            used = painting.text(
                painter, words, call.outcome.split("\n", 1)[0][:12], t.font("small"), t.c("textMuted"), painting.RIGHT
            )
            painting.text(painter, words.adjusted(0, 0, -used - 8, 0), call.name, t.font(), t.c("textMuted"))
            return
        icon_at = QRect(words.right() - t.px(15), words.top(), t.px(15), words.height())
        paint_icon(painter, "phone", origin(icon_at, 14), t.c("accent"))
        right = words.adjusted(0, 0, -t.px(15) - 10, 0)
        amount = f"{call.amount:,.0f}" if call.amount else ""
        used = painting.text(painter, right, amount, t.font("small"), t.c("textMuted"), painting.RIGHT) if amount else 0
        right = right.adjusted(0, 0, -used - (10 if used else 0), 0)
        used = painting.text(painter, right, str(call.last or ""), t.font("small"), t.c("textMuted"), painting.RIGHT)
        painting.text(painter, right.adjusted(0, 0, -used - 8, 0), call.name, t.font(), t.c("text"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.position().x() < theme().px(40):
            self.ticked.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.ticked.emit()
        else:
            super().keyPressEvent(event)


def result_menu(parent: QWidget, s: Services, call: Call) -> QMenu:
    """What came of a call; its letters work as keys. A result in words is logged, and a time in it sets a reminder."""
    menu, ws = QMenu(parent), s.ws

    def run(command: Callable[[], object]) -> None:
        s.actions.run(command)

    if call.done:
        menu.addAction(_("&Not called yet")).triggered.connect(
            lambda _on=False: run(lambda: calling.reopen(ws, call.id))
        )
        return menu
    for number, one in enumerate(OUTCOMES, 1):
        words = _(one)
        action = menu.addAction(f"&{number}  {words}")
        action.triggered.connect(lambda _on=False, words=words: run(partial(calling.called, ws, call.id, words)))
    menu.addAction(_("&Other…")).triggered.connect(lambda _on=False: _ask(parent, s, call))
    menu.addSeparator()
    menu.addAction(_("&Give up: to the public pool")).triggered.connect(
        lambda _on=False: run(lambda: calling.give_up(ws, call.id))
    )
    return menu


def _ask(parent: QWidget, s: Services, call: Call) -> None:
    hint = N_("Such as “no need now, call back in 3 months”")
    text = AskLine(parent, N_("What came of the call?"), N_("Keep"), hint=hint).ask()
    if text:
        s.actions.run(lambda: calling.called(s.ws, call.id, text))
