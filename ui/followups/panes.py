"""The side panes of Today: quotes that want something, birthdays, what ends soon."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.followups.ends import End
from app.followups.today import Birthday, QuoteToWatch
from app.shared.dates import show_day
from app.shared.i18n import N_, _, language, ngettext
from app.shared.money import format_amount
from ui.runtime.application import theme
from ui.runtime.pictures import origin, paint_icon
from ui.widgets import painting
from ui.widgets.basics import SectionHeader
from ui.widgets.layouts import layout_of


def reason_words(quote: QuoteToWatch) -> tuple[str, str]:
    """What a quote wants, and the tone of its tag."""
    days = quote.days
    match quote.reason:
        case "draft":
            return _("Draft, to be sent"), "acc"
        case "expired":
            return ngettext("Expired {count} day ago", "Expired {count} days ago", days).format(count=days), "bad"
        case "expiring":
            if not days:
                return _("Expires today"), "bad"
            return ngettext("{count} day left", "{count} days left", days).format(count=days), "warn"
        case _:
            return ngettext("Sent {count} day ago, no answer", "Sent {count} days ago, no answer", days).format(
                count=days
            ), ""


class PaneRow(QWidget):
    """A row that opens something: focus, Enter and click."""

    chosen = Signal()

    def __init__(self, height: int, sentence: str, draw: Callable[[QPainter, QRect], None]) -> None:
        super().__init__()
        self._height, self._draw, self._hover = height, draw, False
        self.setAccessibleName(sentence)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(theme().px(height))

    def sizeHint(self) -> QSize:
        return QSize(200, theme().px(self._height))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedHeight(theme().px(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.fillRect(self.rect(), theme().c("selection"))
            painter.fillRect(0, 0, 3, self.height(), theme().c("accent"))
        elif self._hover:
            painter.fillRect(self.rect(), theme().c("surfaceHover"))
        self._draw(painter, self.rect().adjusted(16, 0, -16, 0))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover = False
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class Pane(QFrame):
    """A section with rows; hidden while it has none."""

    opened = Signal(str, int)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.head = SectionHeader(title)
        layout_of(self.head).setContentsMargins(16, 14, 16, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 10)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        self._rows: list[PaneRow] = []
        self.hide()

    @property
    def rows(self) -> list[str]:
        """The rows, each in one sentence."""
        return [row.accessibleName() for row in self._rows]

    def put(self, rows: Sequence[tuple[PaneRow, str, int]]) -> None:
        """Show rows, each with the record it opens."""
        for old in self._rows:
            layout_of(self).removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = []
        for row, kind, number in rows:
            row.chosen.connect(lambda kind=kind, number=number: self.opened.emit(kind, number))
            layout_of(self).addWidget(row)
            self._rows.append(row)
        self.setVisible(bool(rows))


class QuotesPane(Pane):
    """Quotes to send, unanswered or expiring."""

    def __init__(self) -> None:
        super().__init__(N_("Quotes to do"))

    def show_quotes(self, quotes: Sequence[QuoteToWatch]) -> None:
        """Show these quotes; the head has their number and sum, when they are in one currency."""
        currencies = {quote.currency for quote in quotes}
        words = ngettext("{count} quote", "{count} quotes", len(quotes)).format(count=len(quotes))
        if len(currencies) == 1:
            total = sum((quote.total or Decimal(0) for quote in quotes), Decimal(0))
            words += " · " + format_amount(total, currencies.pop(), language())
        self.head.note.setText(words)
        self.put([(_quote_row(quote), "quote", quote.id) for quote in quotes])


def _quote_row(quote: QuoteToWatch) -> PaneRow:
    amount = format_amount(quote.total, quote.currency, language()) if quote.total is not None else ""
    words, tone = reason_words(quote)

    def draw(painter: QPainter, rect: QRect) -> None:
        t = theme()
        top = QRect(rect.left(), rect.top() + t.px(5), rect.width(), t.px(20))
        below = QRect(rect.left(), rect.top() + t.px(25), rect.width(), t.px(20))
        used = painting.text(painter, top, amount, t.font(), t.c("text"), painting.RIGHT)
        painting.text(painter, top.adjusted(0, 0, -used - 8, 0), quote.name, t.font(), t.c("text"))
        width = painting.tag_width(words)
        box = QRect(below.right() - width + 1, below.top(), width, below.height())
        painting.tag(painter, box, words, tone)
        painting.text(painter, below.adjusted(0, 0, -width - 8, 0), quote.number, t.font("small"), t.c("textMuted"))

    return PaneRow(48, ", ".join((quote.name, quote.number, amount, words)), draw)


class BirthdaysPane(Pane):
    """Birthdays of the next days."""

    def __init__(self) -> None:
        super().__init__(N_("Birthdays"))

    def show_birthdays(self, birthdays: Sequence[Birthday], today: date) -> None:
        """Show these birthdays."""
        self.put([(_birthday_row(one, today), "customer", one.customer) for one in birthdays])


def _birthday_row(one: Birthday, today: date) -> PaneRow:
    day = show_day(one.day, today, language())
    beside = " · ".join(part for part in (one.company, _("lunar") if one.lunar else "") if part)

    def draw(painter: QPainter, rect: QRect) -> None:
        t = theme()
        paint_icon(painter, "cake", origin(QRect(rect.left(), rect.top(), 14, rect.height()), 14), t.c("textMuted"))
        used = painting.text(painter, rect, day, t.font(), t.c("text"), painting.RIGHT)
        words = rect.adjusted(22, 0, -used - 8, 0)
        _two(painter, words, one.name, beside)

    return PaneRow(30, ", ".join(part for part in (one.name, beside, day) if part), draw)


class EndsPane(Pane):
    """Warranties, contracts and the like that end soon, and the next one after that."""

    def __init__(self) -> None:
        super().__init__(N_("Ending soon"))

    def show_ends(self, found: Sequence[End], soon: int) -> None:
        """Show what ends; ``soon`` days or fewer are marked. One far away alone is no news."""
        rows = found if any(one.left <= soon for one in found) else ()
        self.put(
            [(_end_row(one, soon), "customer" if one.customer else one.kind, one.customer or one.id) for one in rows]
        )


def _end_row(one: End, soon: int) -> PaneRow:
    near = one.left <= soon
    left = ngettext("{count} day left", "{count} days left", one.left).format(count=one.left)
    if not one.left:
        left = show_day(one.day, one.day, language())
    beside = " · ".join(part for part in (one.label, one.name) if part)

    def draw(painter: QPainter, rect: QRect) -> None:
        t = theme()
        tone = t.c("warning" if near else "textMuted")
        name = "shield-alert" if near else "shield-check"
        paint_icon(painter, name, origin(QRect(rect.left(), rect.top(), 14, rect.height()), 14), tone)
        used = painting.text(painter, rect, left, t.font(), tone, painting.RIGHT)
        words = rect.adjusted(22, 0, -used - 8, 0)
        _two(painter, words, one.title, beside)

    return PaneRow(30, ", ".join(part for part in (one.title, beside, left) if part), draw)


def _two(painter: QPainter, rect: QRect, name: str, beside: str) -> None:
    """A name with a muted word behind it; where both find no room the name leaves some to the word."""
    t = theme()
    need = QFontMetrics(t.font("small")).horizontalAdvance(beside) + 6 if beside else 0
    room = rect.adjusted(0, 0, -min(need, rect.width() * 2 // 5), 0)
    used = painting.text(painter, room, name, t.font("body", bold=True), t.c("text"))
    painting.text(painter, rect.adjusted(used + 6, 0, 0, 0), beside, t.font("small"), t.c("textMuted"))
