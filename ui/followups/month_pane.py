"""The side pane of Today with what the month has won, against its target."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.sales.won import MonthWon, pace_words, percent, whole
from app.shared.date_words import show_month
from app.shared.i18n import N_, _, language, ngettext
from app.shared.money import format_number
from ui.runtime.application import theme
from ui.widgets.basics import SectionHeader, column, label, row
from ui.widgets.buttons import button
from ui.widgets.line_edit import LineEdit


class MonthPane(QFrame):
    """What the month has won. ``wanted`` carries the target that was typed; the field opens with a click or ``start``."""

    wanted = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found: MonthWon | None = None
        self._open = False
        self.head = SectionHeader("")
        self.figure = label("", font="figure", raw=True)
        self.goal = button("", role="link", small=True, name=N_("Target of the month"), on=self.start)
        self.goal.setProperty("only", False)
        self.goal.setStyleSheet("padding: 0 0 3px 0;")
        self.bar = PaceBar()
        self.share = label("", "accent", "section", raw=True)
        self.pace = label("", "muted", "small", raw=True)
        self.count = label("", "muted", "small", raw=True)
        self.others = label("", "muted", "small", raw=True, wrap=True)
        self.entry = _Entry()
        self.problem = label("", "danger", "small", raw=True, wrap=True)
        self.entry.textChanged.connect(lambda _text: self.problem.hide())
        self.entry.left.connect(self.wanted.emit)
        self.entry.ended.connect(self._close)
        self.figures = row(self.figure, self.goal, None, gap=6)
        self.figures.setAlignment(self.goal, Qt.AlignmentFlag.AlignBottom)
        below = row(self.share, self.pace, None, self.count, gap=6)
        parts = (self.head, 2, self.figures, self.entry, self.problem, 4, self.bar, 5, below, self.others)
        self.setLayout(column(*parts, margins=(16, 14, 16, 14)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.problem.hide()
        self.entry.hide()

    def show_month(self, found: MonthWon) -> None:
        """Show what was won."""
        self._found = found
        month = show_month(found.day, language())
        self.head.title.setText(_("Won in {month}").format(month=month))
        left = ngettext("{count} day to go", "{count} days to go", found.left).format(count=found.left)
        self.head.note.setText(left if found.left else _("last day"))
        self.figure.setText(whole(found.own))
        target = found.target
        self.goal.setText(f"/ {format_number(target, 0)}" if target else _("Set a target"))
        self.bar.show_parts(found.share, found.pace)
        self.share.setText("" if found.share is None else percent(found.share))
        self.share.setVisible(found.share is not None)
        self.pace.setText(pace_words(found))
        self.count.setText(ngettext("{count} won", "{count} won", found.own.count).format(count=found.own.count))
        self.count.setVisible(found.own.count > 0 or found.share is not None)
        amounts = " · ".join(f"{whole(one)} ({one.count})" for one in found.others)
        self.others.setText(_("Besides, not added: {amounts}").format(amounts=amounts) if amounts else "")
        self.others.setVisible(bool(amounts))
        self.setAccessibleName(self.sentence)

    @property
    def sentence(self) -> str:
        """All of it in one sentence, for screen readers."""
        if self._found is None:
            return ""
        goal = self.goal.text() if self._found.target else ""
        parts = (self.head.title.text(), f"{self.figure.text()} {goal}".strip(), self.share.text(), self.pace.text())
        return ", ".join(one for one in (*parts, self.count.text(), self.head.note.text(), self.others.text()) if one)

    def start(self) -> None:
        """Put the cursor into the target."""
        target = self._found.target if self._found else None
        self.entry.refused = False
        self.entry.put(format_number(target, 0) if target else "")
        self._open = True
        self.goal.hide()
        self.entry.show()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self.entry.selectAll()

    def refuse(self, why: str) -> None:
        """Say why the target was not taken; its field stays."""
        self.entry.refused = True
        self.problem.setText(why)
        self.problem.show()

    def finish(self) -> None:
        """Close the target's field; it was taken."""
        self._close()

    def escape(self) -> bool:
        """Close the target's field with nothing taken; whether it was open."""
        held = self._open
        self.entry.put(self.entry.text())
        self._close()
        return held

    def _close(self) -> None:
        # The field that hides loses the focus, which ends it again.
        if not self._open:
            return
        self._open = False
        held = self.entry.hasFocus()
        self.problem.hide()
        self.entry.hide()
        self.goal.show()
        if held:
            self.left.emit()


class _Entry(LineEdit):
    """Sends ``left`` when it is left with another text, by Enter too, and ``ended`` when it is left as it was or by Esc."""

    ended = Signal()
    refused = False

    def __init__(self) -> None:
        super().__init__(N_("Target of the month"), N_("Such as 300,000; empty: none"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put(self.text())
            self.ended.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # A text that was refused is tried again as it is.
            if self.changed or self.refused:
                self.refused = False
                self.put(self.text())
                self.left.emit(self.text())
            else:
                self.ended.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        unchanged = not self.changed and not self.refused
        super().focusOutEvent(event)
        if unchanged and event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.ended.emit()


class PaceBar(QWidget):
    """The part of a target that is reached, with a mark where the month stands; hidden without a target."""

    def __init__(self) -> None:
        super().__init__()
        self._share, self._pace = Decimal(0), Decimal(0)
        self.setFixedHeight(14)

    def sizeHint(self) -> QSize:
        return QSize(120, 14)

    def show_parts(self, share: Decimal | None, pace: Decimal) -> None:
        """Show the part that is reached and the part of the month that is gone."""
        self._share, self._pace = share or Decimal(0), pace
        self.setVisible(share is not None)
        self.setToolTip(_("The mark: {part} of the month has gone by").format(part=percent(pace)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        full = QRectF(0, 3, self.width(), 8)
        painter.setBrush(look.c("border"))
        painter.drawRoundedRect(full, 4, 4)
        reached = full.width() * float(min(Decimal(1), self._share))
        painter.setBrush(look.c("success" if self._share >= 1 else "accent"))
        if reached >= 1:
            painter.setClipRect(QRectF(0, 0, reached, 14))
            painter.drawRoundedRect(full, 4, 4)
            painter.setClipping(False)
        at = round((self.width() - 2) * float(self._pace))
        painter.fillRect(QRect(at, 0, 2, 14), look.c("text"))
