"""A month or a week as a grid of days, whose reminders are moved by dragging or by Alt and the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.followups.month import WEEK, Day, Entry
from app.shared.date_words import show_day, weekday
from app.shared.i18n import N_, _, language
from ui.followups.agenda_model import title_of
from ui.runtime.application import theme
from ui.runtime.translator import tr
from ui.widgets import painting

HEAD, NUMBER, LINE, PAD = 28, 24, 20, 4


class CalendarGrid(QWidget):
    """The grid. The cursor is a day, and in it a reminder.

    Signals:
        moved: a reminder's id and by how many days it is to be moved. opened, ticked: a reminder was chosen.
        refused: a reminder was to be moved that stands fast: it is done, or only foreseen by its series.
        wandered: the cursor left the days that are shown, for this day.
        turned: the cursor came to another day or reminder.
    """

    moved = Signal(int, int)
    opened = Signal(object)
    ticked = Signal(object)
    refused = Signal(object)
    wandered = Signal(object)
    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.days: list[Day] = []
        self.day = date.min
        self.place = 0
        self._today, self._month = date.min, 0
        self._pressed: tuple[Entry, QPoint] | None = None
        self._target: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        tr(self, self.setAccessibleName, N_("Calendar"))
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(700, 500)

    def show_days(self, days: Sequence[Day], today: date, month: int, at: date, held: int = 0) -> None:
        """Show days from a Monday on.

        Args:
            month: the month whose days stand out, 0 for all. at: the cursor's day. held: the reminder it keeps to.
        """
        self.days, self._today, self._month = list(days), today, month
        self.day = at
        entries = self.entries(at)
        if held:
            self.place = next((n for n, one in enumerate(entries) if one.item.id == held), self.place)
        self.place = max(0, min(self.place, len(entries) - 1))
        self.update()
        self._tell()

    @property
    def rows(self) -> int:
        """How many weeks are shown."""
        return max(1, len(self.days) // WEEK)

    @property
    def fits(self) -> int:
        """How many reminders one day has room for."""
        free = (self.height() - theme().px(HEAD)) // self.rows - theme().px(NUMBER) - PAD
        return max(1, free // theme().px(LINE))

    def entries(self, day: date) -> Sequence[Entry]:
        """What a day shows."""
        return next((one.entries for one in self.days if one.day == day), ())

    def current(self) -> Entry | None:
        """The reminder under the cursor."""
        entries = self.entries(self.day)
        return entries[self.place] if self.place < len(entries) else None

    def go(self, day: date, place: int = 0) -> None:
        """Put the cursor on a day; one that is not shown is asked for."""
        if not any(one.day == day for one in self.days):
            self.day = day
            self.wandered.emit(day)
            return
        self.day = day
        self.place = max(0, min(place, len(self.entries(day)) - 1))
        self.update()
        self._tell()

    def shift(self, number: int) -> None:
        """Move the reminder under the cursor by so many days."""
        entry = self.current()
        if entry is not None:
            self._move(entry, number)

    def _move(self, entry: Entry, number: int) -> None:
        if _fast(entry):
            self.refused.emit(entry)
        else:
            self.moved.emit(entry.item.id, number)

    # Where things are

    def cell(self, place: int) -> QRect:
        """The rectangle of the n-th day."""
        head = theme().px(HEAD)
        across, down = self.width() / WEEK, (self.height() - head) / self.rows
        column, line = place % WEEK, place // WEEK
        left, top = round(column * across), head + round(line * down)
        return QRect(left, top, round((column + 1) * across) - left, head + round((line + 1) * down) - top)

    def line(self, place: int, number: int) -> QRect:
        """The rectangle of the n-th reminder of a day."""
        cell, high = self.cell(place), theme().px(LINE)
        return QRect(cell.left() + 3, cell.top() + theme().px(NUMBER) + number * high, cell.width() - 7, high - 1)

    def _at(self, point: QPoint) -> tuple[date | None, int]:
        """The day and the reminder's place under a point; -1 for none."""
        for place, one in enumerate(self.days):
            if self.cell(place).contains(point):
                found = (n for n in range(len(one.entries)) if self.line(place, n).contains(point))
                return one.day, next(found, -1)
        return None, -1

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme()
        painter.fillRect(self.rect(), t.c("surface"))
        head = t.px(HEAD)
        for column in range(WEEK if self.days else 0):
            cell = self.cell(column)
            name = weekday(self.days[column].day, language())
            short = name.replace("星期", "周") if language() == "zh_CN" else name[:3]
            box = QRect(cell.left() + 8, 0, cell.width() - 12, head)
            painting.text(painter, box, short, t.font("small"), t.c("textMuted"))
        for place, one in enumerate(self.days):
            self._paint_day(painter, self.cell(place), place, one)

    def _paint_day(self, painter: QPainter, cell: QRect, place: int, one: Day) -> None:
        t = theme()
        if one.day == self._target:
            painter.fillRect(cell, t.c("selection"))
        elif not one.workday:
            painter.fillRect(cell, t.c("surfaceSunken"))
        painter.setPen(t.c("border"))
        painter.drawLine(cell.topLeft(), cell.topRight())
        if place % WEEK:
            painter.drawLine(cell.topLeft(), cell.bottomLeft())
        shown = not self._month or one.day.month == self._month
        tone = "accent" if one.day == self._today else "text" if shown else "textFaint"
        number = f"{one.day.day}"
        if one.day.day == 1 or (place == 0 and not self._month):
            # As seen from half a year away: never “today”, and without the year.
            number = show_day(one.day, date(one.day.year, 1 if one.day.month > 6 else 12, 15), language())
        font = t.font("body", bold=one.day == self._today)
        box = QRect(cell.left() + 8, cell.top() + 2, cell.width() - 16, t.px(NUMBER) - 2)
        painting.text(painter, box, number, font, t.c(tone))
        fits = self.fits
        more = one.count - min(fits, len(one.entries))
        if more > 0:
            painting.text(painter, box, f"+{more:,}", t.font("caption"), t.c("textMuted"), painting.RIGHT)
        self._paint_entries(painter, cell, one, fits)
        if one.day == self.day and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(t.c("focusRing"), 2))
            painter.drawRect(cell.adjusted(1, 1, -2, -2))

    def _paint_entries(self, painter: QPainter, cell: QRect, one: Day, fits: int) -> None:
        """The reminders of a day: first all grounds, then all words, as each change of the pen costs more than a word."""
        t, high = theme(), theme().px(LINE)
        top, width = cell.top() + t.px(NUMBER), cell.width() - 7
        shown = [
            (entry, QRect(cell.left() + 3, top + at * high, width, high - 1))
            for at, entry in enumerate(one.entries[:fits])
        ]
        here = self.place if one.day == self.day else -1
        ground, chosen = t.c("surfaceHover"), t.c("selection")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        for at, (entry, rect) in enumerate(shown):
            if at == here:
                painter.setBrush(chosen)
                painter.drawRoundedRect(rect, 3, 3)
                painter.setBrush(ground)
            elif not entry.coming:
                painter.drawRoundedRect(rect, 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        bars = {name: t.c(name) for name in ("danger", "borderStrong", "accent")}
        for entry, rect in shown:
            item = entry.item
            late = item.done is None and not entry.coming and item.due.date() < self._today
            tone = "danger" if late else "borderStrong" if item.done or entry.coming else "accent"
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), bars[tone])
        plain, struck, held = t.font("small"), t.font("small", strike=True), ""
        for entry, rect in shown:
            item = entry.item
            look = "done" if item.done else "coming" if entry.coming else "open"
            if look != held:
                held = look
                painter.setFont(struck if item.done else plain)
                painter.setPen(t.c("text" if look == "open" else "textMuted"))
            clock = "" if item.all_day else f"{entry.at:%H:%M} "
            words = f"{clock}{title_of(item)}" + (f" · {item.name}" if item.name else "")
            room = rect.adjusted(7, 0, -3, 0)
            painter.drawText(room, painting.LEFT | painting.ONE_LINE, _cut(words, room.width(), plain.pixelSize()))

    # Hands

    def point(self, at: QPoint) -> None:
        """Put the cursor on what stands at a place."""
        day, place = self._at(at)
        if day is not None:
            self.go(day, max(0, place))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day, place = self._at(event.position().toPoint())
        if day is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self.go(day, max(0, place))
        entry = self.current()
        if place >= 0 and entry is not None:
            self._pressed = (entry, event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        point = event.position().toPoint()
        if (point - self._pressed[1]).manhattanLength() >= QApplication.startDragDistance():
            fast = _fast(self._pressed[0])
            self.setCursor(Qt.CursorShape.ForbiddenCursor if fast else Qt.CursorShape.ClosedHandCursor)
            self._target = self._at(point)[0]
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, target = self._pressed, self._target
        self._pressed = self._target = None
        self.unsetCursor()
        self.update()
        if pressed is not None and target is not None and target != pressed[0].at.date():
            self._move(pressed[0], (target - pressed[0].at.date()).days)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        entry = self.current()
        if entry is not None and self._at(event.position().toPoint())[1] >= 0:
            self.opened.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, entry = event.key(), self.current()
        last = min(self.fits, len(self.entries(self.day))) - 1
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.go(self.day + timedelta(days=1 if key == Qt.Key.Key_Right else -1))
        elif key == Qt.Key.Key_Down:
            self.go(self.day, self.place + 1) if self.place < last else self.go(self.day + timedelta(days=WEEK))
        elif key == Qt.Key.Key_Up:
            self.go(self.day, self.place - 1) if self.place > 0 else self.go(self.day - timedelta(days=WEEK), 99)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and entry is not None:
            self.opened.emit(entry)
        elif key == Qt.Key.Key_Space and entry is not None:
            self.ticked.emit(entry)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def sentence(self) -> str:
        """Where the cursor is, in one sentence, for screen readers."""
        entry = self.current()
        day = f"{show_day(self.day, self._today, language())} {weekday(self.day, language())}"
        if entry is None:
            return _("{day}, nothing planned").format(day=day)
        clock = _("All day") if entry.item.all_day else f"{entry.at:%H:%M}"
        return _(", ").join(part for part in (day, clock, title_of(entry.item), entry.item.name) if part)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.sentence())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.turned.emit()


@lru_cache(maxsize=2000)
def _fast(entry: Entry) -> bool:
    """Whether a reminder cannot be moved."""
    return entry.coming or entry.item.done is not None


def _cut(words: str, width: int, _size: int) -> str:
    """One line of a reminder, shortened to its room; kept, as a month is painted again with each step of the cursor."""
    metrics = QFontMetrics(theme().font("small"))
    return metrics.elidedText(words.replace("\n", " "), Qt.TextElideMode.ElideRight, width)
