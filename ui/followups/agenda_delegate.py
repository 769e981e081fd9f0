"""Paints the rows of the agenda and tells what was clicked in them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from app.shared.i18n import _
from ui.followups.agenda_model import ICONS, AgendaModel, Heading, Line, Opened, Row, RowRole
from ui.runtime.application import theme
from ui.runtime.index import Index
from ui.runtime.pictures import paint_icon
from ui.widgets import painting

ROW, HEADING, LEFT, RIGHT = 46, 32, 20, 14


@dataclass(frozen=True, slots=True)
class Button:
    """A button painted in a row."""

    action: str
    icon: str
    word: str
    tip: str
    rect: QRect


class AgendaDelegate(QStyledItemDelegate):
    """Paints headings and lines. ``clicked`` carries the action and the row's index."""

    clicked = Signal(str, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pressed: tuple[str, int] | None = None
        self._width: tuple[object, int] = (None, 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.height(index.data(RowRole)))

    def height(self, row: Row) -> int:
        """How high a row is."""
        if isinstance(row, Opened):
            return row.height
        return theme().px(HEADING if isinstance(row, Heading) else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(RowRole)
        painter.save()
        if isinstance(row, Heading):
            self._heading(painter, option.rect, row)
        elif isinstance(row, Line):
            self._line(painter, option, index, row)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, row: Heading) -> None:
        area = rect.adjusted(LEFT, 0, -RIGHT - 6, -5)
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.setFont(theme().font("section"))
        painter.setPen(theme().c("danger" if row.late else "text"))
        painter.drawText(area, bottom | Qt.AlignmentFlag.AlignLeft, row.title)
        if row.title:
            beside = area.adjusted(QFontMetrics(painter.font()).horizontalAdvance(row.title) + 8, 0, 0, 0)
            painter.setPen(theme().c("textMuted"))
            painter.drawText(beside, bottom | Qt.AlignmentFlag.AlignLeft, row.count)
        painter.setFont(theme().font("small"))
        painter.setPen(theme().c("accent" if row.action else "textMuted"))
        painter.drawText(area, bottom | Qt.AlignmentFlag.AlignRight, row.right)

    def _line(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: Line) -> None:
        rect = option.rect
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        done = row.item.done is not None
        if current:
            painter.fillRect(rect, theme().c("selection"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme().c("accent"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme().c("border"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.round_tick(painter, self._tick_rect(rect), done)
        middle = Qt.AlignmentFlag.AlignVCenter
        when = QRect(rect.left() + LEFT + 28, rect.top(), self._when_width(index), rect.height())
        painter.setFont(theme().font("body"))
        painter.setPen(theme().c("danger" if row.late else "textMuted"))
        painter.drawText(when, middle | Qt.AlignmentFlag.AlignLeft, row.when)
        side = theme().px(15)
        kind = QRect(when.right() + 10, rect.center().y() - side // 2, side, side)
        paint_icon(painter, ICONS.get(row.item.kind, "bell"), kind, theme().c("textMuted"))
        buttons = self.buttons(rect, index, row, current)
        right = min((one.rect.left() for one in buttons), default=rect.right()) - 8
        self._texts(painter, QRect(QPoint(kind.right() + 11, rect.top()), QPoint(right, rect.bottom())), row, done)
        for one in buttons:
            self._button(painter, one, current)

    def _texts(self, painter: QPainter, area: QRect, row: Line, done: bool) -> None:
        top = QRect(area.left(), area.top() + theme().px(3), area.width(), theme().px(20))
        below = QRect(area.left(), area.top() + theme().px(23), area.width(), theme().px(18))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(theme().font("body", strike=True) if done else theme().font("body", bold=True))
        painter.setPen(theme().c("textMuted" if done else "text"))
        painter.drawText(top, middle, _elided(painter, row.title, top.width()))
        painter.setFont(theme().font("small"))
        painter.setPen(theme().c("textMuted"))
        who = _elided(painter, row.who, below.width())
        painter.drawText(below, middle, who)
        if row.note and who == row.who:
            rest = below.adjusted(QFontMetrics(painter.font()).horizontalAdvance(who), 0, 0, 0)
            note = f" · {row.note}" if row.who else row.note
            painter.setPen(theme().c("textFaint"))
            painter.drawText(rest, middle, _elided(painter, note, rest.width()))

    def _button(self, painter: QPainter, one: Button, current: bool) -> None:
        if current:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().c("borderStrong"), 1))
            painter.setBrush(theme().c("surfaceRaised"))
            painter.drawRoundedRect(one.rect.adjusted(0, 0, -1, -1), 5, 5)
        side = theme().px(14)
        left = one.rect.left() + (8 if one.word else (one.rect.width() - side) // 2)
        at = QRect(left, one.rect.center().y() - side // 2 + 1, side, side)
        paint_icon(painter, one.icon, at, theme().c("textMuted"))
        if one.word:
            painter.setFont(theme().font("small"))
            painter.setPen(theme().c("text"))
            words = one.rect.adjusted(8 + side + 5, 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, one.word)

    def _tick_rect(self, rect: QRect) -> QRect:
        side = theme().px(18)
        return QRect(rect.left() + LEFT, rect.center().y() - side // 2, side, side)

    def _when_width(self, index: Index) -> int:
        """One width for the whole list, so that titles stand in one line."""
        model = index.model()
        texts = model.times if isinstance(model, AgendaModel) else frozenset[str]()
        held = texts, theme().size
        if self._width[0] != held:
            metrics = QFontMetrics(theme().font("body"))
            self._width = held, max(theme().px(52), *(metrics.horizontalAdvance(text) for text in texts), 0)
        return self._width[1]

    def buttons(self, rect: QRect, index: Index, row: Line, current: bool) -> list[Button]:
        """The buttons of a line, from the left: words on the current row where there is room, else icons."""
        done = row.item.done is not None
        wanted = []
        if not done:
            if current:
                wanted.append(("done", "check", _("Done"), _("Done (Space)")))
            wanted.append(("snooze", "alarm-clock", _("Put off"), _("Put off (S)")))
        if row.item.customer:
            wanted.append(("log", "phone", _("Log call"), _("Log call (L)")))
        if row.item.about:
            wanted.append(("open", "external-link", "", _("Open (Enter)")))
        metrics = QFontMetrics(theme().font("small"))
        small = theme().px(24)
        words = current and rect.width() >= theme().px(520)
        out: list[Button] = []
        right = rect.right() - RIGHT
        for action, icon, word, tip in reversed(wanted):
            word = word if words else ""
            width = 8 + theme().px(14) + 5 + metrics.horizontalAdvance(word) + 9 if word else small
            box = QRect(right - width, rect.center().y() - small // 2, width, small)
            out.insert(0, Button(action, icon, word, tip, box))
            right = box.left() - 4
        return out

    def action_at(self, option: QStyleOptionViewItem, index: Index, at: QPoint) -> tuple[str, str]:
        """The action under a point of a row and its tooltip; "" where there is none."""
        row = index.data(RowRole)
        if isinstance(row, Heading) and row.action:
            width = QFontMetrics(theme().font("small")).horizontalAdvance(row.right) + 8
            area = option.rect.adjusted(option.rect.width() - RIGHT - 6 - width, 0, 0, 0)
            return (row.action, "") if area.contains(at) else ("", "")
        if not isinstance(row, Line):
            return "", ""
        if self._tick_rect(option.rect).adjusted(-4, -4, 4, 4).contains(at):
            return ("reopen", _("Not done yet")) if row.item.done else ("done", _("Done (Space)"))
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        for one in self.buttons(option.rect, index, row, current):
            if one.rect.contains(at):
                return one.action, one.tip
        return "", ""

    def editorEvent(self, event: QEvent, model: QObject, option: QStyleOptionViewItem, index: Index) -> bool:
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            action, _tip = self.action_at(option, index, event.position().toPoint())
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = (action, index.row()) if action else None
            elif event.type() == QEvent.Type.MouseButtonRelease and action:
                # The press may have made this the current row, whose buttons have moved: the press decides.
                pressed, self._pressed = self._pressed, None
                if pressed and pressed[1] == index.row():
                    self.clicked.emit(pressed[0], index.row())
                    return True
        return False

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        _action, tip = self.action_at(option, index, event.pos())
        QToolTip.showText(event.globalPos(), tip, view)
        return bool(tip)


def _elided(painter: QPainter, text: str, width: int) -> str:
    return QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))
