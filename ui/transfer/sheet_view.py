"""The sheet untouched, with the mapping above its columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from app.records.fields import RecordType
from app.shared.i18n import N_, _
from app.transfer.reviewing.preview import target_name
from ui.runtime.application import theme
from ui.runtime.given import given
from ui.runtime.index import Index
from ui.runtime.pictures import origin, paint_icon
from ui.runtime.translator import tr
from ui.transfer.field_menu import box_width, paint_box, sure
from ui.transfer.sheet_model import SheetModel
from ui.widgets import painting

K = Qt.Key
NARROWEST, WIDEST = 62, 230
# Columns beyond these are as wide as usual, for measuring thousands would hold the window still.
MEASURED = 256
_MOST_HIDDEN = 2000


class SheetView(QTableView):
    """A virtual table of the sheet.

    Signals: ``moved`` the current column changed; ``wanted`` its menu is wanted; ``headed`` the row (1-based) becomes the
    header; ``dropped`` the column is not imported; ``entered`` go on.
    """

    moved = Signal(int)
    wanted = Signal(int)
    headed = Signal(int)
    dropped = Signal(int)
    entered = Signal()

    def __init__(self, types: Mapping[str, RecordType]) -> None:
        super().__init__()
        self.sheet = SheetModel(self)
        self._above = 0
        self._said: dict[int, str] = {}
        self.setModel(self.sheet)
        self.top = MapHeader(self, types)
        self.setHorizontalHeader(self.top)
        self.setItemDelegate(_Cells(self))
        side = self.verticalHeader()
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        tr(self, self.setAccessibleName, N_("The sheet"))
        theme().changed.connect(self._sizes)
        self._sizes()

    def _sizes(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(28))
        self.verticalHeader().setFixedWidth(
            max(34, QFontMetrics(theme().font("small")).horizontalAdvance("100000") + 8)
        )
        self.top.updateGeometry()

    def show_sheet(self, *, keep: bool = False) -> None:
        """Lay the columns out for the sheet that the model holds."""
        if keep:
            # One that the person made narrow stays so, until its field is another one.
            self.widen([one for one in self._measured() if self.top.words(one) != self._said.get(one)])
            self.go(self.column())
            return
        metrics = QFontMetrics(theme().font("small"))
        self._said = {one: self.top.words(one) for one in self._measured()}
        for index in self._measured():
            self.setColumnWidth(index, self._wide(index, metrics))
        if self.sheet.rowCount():
            proposal = given(self.sheet.proposal)
            row = proposal.layout.data[0] if proposal.layout.data else 0
            first = next((one.index for one in proposal.columns if one.targets), 0)
            self.setCurrentIndex(self.sheet.index(row, first))
            self.scrollToTop()
            self._begin(given(self.sheet.sheet).top, first)

    def widen(self, columns: Iterable[int] | None = None) -> None:
        """Give the fields room that are said longer by now, as another field or in another language."""
        metrics = QFontMetrics(theme().font("small"))
        for index in self._measured() if columns is None else columns:
            self._said[index] = self.top.words(index)
            self.setColumnWidth(index, max(self.columnWidth(index), self._wide(index, metrics)))

    def _measured(self) -> range:
        return range(min(self.sheet.columnCount(), MEASURED))

    def _begin(self, top: int, column: int) -> None:
        """Show the table of a sheet from its first row on."""
        hidden = top if top <= _MOST_HIDDEN else 0
        for row in range(max(hidden, self._above)):
            self.setRowHidden(row, row < hidden)
        self._above = hidden
        if top:
            self.scrollTo(self.sheet.index(top, column), self.ScrollHint.PositionAtTop)

    def _wide(self, index: int, metrics: QFontMetrics) -> int:
        """How wide a column is at first: most of its cells, its header and its field."""
        held = self.sheet.column(index)
        if held is None:
            return 34
        texts = [text[:40] for text in self.sheet.texts(self._looked(), index)]
        widths = sorted(metrics.horizontalAdvance(text) + 14 if text else 14 for text in texts)
        usual = widths[int(len(widths) * 0.9)] if widths else 0
        head = min(140, metrics.horizontalAdvance(held.header) + 18)
        if not held.targets:
            return 40 if max(usual, head) < 44 else min(WIDEST, max(NARROWEST, usual, head))
        return min(WIDEST, max(NARROWEST, usual, head, min(150, box_width(self.top.words(index)))))

    def _looked(self) -> list[int]:
        layout = given(self.sheet.proposal).layout
        return [*layout.header_rows, *layout.data[:60]]

    def column(self) -> int:
        """The current column."""
        return max(0, self.currentIndex().column())

    def go(self, column: int) -> None:
        """Make a column the current one."""
        row = max(0, self.currentIndex().row())
        self.setCurrentIndex(self.sheet.index(row, column))

    def currentChanged(self, now: Index, before: Index) -> None:
        super().currentChanged(now, before)
        self.viewport().update()
        self.horizontalHeader().viewport().update()
        if now.isValid() and now.column() != before.column():
            self.moved.emit(now.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = (
            event.key(),
            event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier),
        )
        if plain and key == K.Key_Space:
            self.wanted.emit(self.column())
        elif plain and key == K.Key_Delete:
            self.dropped.emit(self.column())
        elif plain and key == K.Key_H:
            self.headed.emit(self.currentIndex().row() + 1)
        elif plain and key in (K.Key_Return, K.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        last = self.sheet.rowCount() - 1 if last < 0 else last
        width = (
            min(
                self.viewport().width(),
                self.columnViewportPosition(self.sheet.columnCount() - 1)
                + self.columnWidth(self.sheet.columnCount() - 1),
            )
            if self.sheet.columnCount()
            else 0
        )
        for row in range(max(0, first), last + 1):
            why = self.sheet.skipped(row)
            if why:
                box = QRect(0, self.rowViewportPosition(row), width, self.rowHeight(row))
                self._skipped(painter, box, self.sheet.words(row), why, row == self.currentIndex().row())

    def _skipped(self, painter: QPainter, box: QRect, words: str, why: str, current: bool) -> None:
        t = theme()
        painter.fillRect(box, t.c("surfaceSunken"))
        painter.fillRect(box, _hatch(t.c("surfaceHover")))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, t.c("border"))
        font = t.font("small")
        room = QFontMetrics(font).horizontalAdvance(why) + 16
        painting.text(painter, box.adjusted(6, 0, -room, 0), words, font, t.c("textMuted"))
        painting.text(painter, box.adjusted(8, 0, -8, 0), why, font, t.c("textMuted"), painting.RIGHT)
        if current and self.hasFocus():
            painter.setPen(QPen(t.c("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0, 0, -1, -2))


def _hatch(color: QColor) -> QBrush:
    side = 16
    tile = QPixmap(side, side)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 5.6))
    for shift in (-side, 0, side):
        painter.drawLine(shift - 4, side + 4, shift + side + 4, -4)
    painter.end()
    return QBrush(tile)


class _Cells(QStyledItemDelegate):
    """Paints the cells: plain, the header green, the current column tinted."""

    def __init__(self, view: SheetView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, t, rect = self._view, theme(), option.rect
        if view.sheet.skipped(index.row()):
            return
        head = view.sheet.is_header(index.row())
        current = view.currentIndex()
        if head:
            painter.fillRect(rect, t.c("successSoft"))
        elif index.column() == current.column():
            tint = QColor(t.c("selection"))
            tint.setAlphaF(tint.alphaF() * 0.45)
            painter.fillRect(rect, tint)
        edge = t.c("success" if head else "border")
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), t.c("border"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, edge)
        if head:
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, edge)
        held = view.sheet.column(index.column())
        faint = not head and (held is None or not held.targets)
        ink = t.c("textFaint" if faint else "text")
        painting.cell(painter, rect.adjusted(6, 0, -4, 0), index.data() or "", t.font("small", bold=head), ink)
        if index == current:
            painter.setPen(QPen(t.c("accent" if view.hasFocus() else "borderStrong"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -2, -2))

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        words = index.data() or ""
        if (
            event.type() == QEvent.Type.ToolTip
            and QFontMetrics(theme().font("small")).horizontalAdvance(words) > option.rect.width() - 10
        ):
            QToolTip.showText(event.globalPos(), words[:600], view)
            return True
        return super().helpEvent(event, view, option, index)


class MapHeader(QHeaderView):
    """Above each column: the field it goes to, how sure that is, and its letter."""

    def __init__(self, view: SheetView, types: Mapping[str, RecordType]) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view, self._types = view, types
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(28)
        self.setStretchLastSection(True)

    def words(self, index: int) -> str:
        """The name of the field that a column goes to."""
        held = self._view.sheet.column(index)
        return target_name(self._types, given(self._view.sheet.proposal).kind, held.targets) if held else ""

    def box(self, index: int) -> QRect:
        """Where the box of a column is."""
        return QRect(self.sectionViewportPosition(index) + 5, 6, self.sectionSize(index) - 11, theme().px(24))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 14 + theme().px(24) + theme().px(18) + theme().px(22) + 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.logicalIndexAt(event.position().toPoint())
        if (
            index >= 0
            and event.button() == Qt.MouseButton.LeftButton
            and self.cursor().shape() != Qt.CursorShape.SplitHCursor
        ):
            self._view.go(index)
            if self.box(index).contains(event.position().toPoint()):
                self._view.wanted.emit(index)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            index = self.logicalIndexAt(event.pos())
            held = self._view.sheet.column(index)
            if held is not None:
                QToolTip.showText(event.globalPos(), f"{self.words(index)}\n{held.reason}".strip(), self)
                return True
        return super().viewportEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        painter.save()
        self._paint(painter, rect, index)
        painter.restore()

    def _paint(self, painter: QPainter, rect: QRect, index: int) -> None:
        t, current = theme(), index == self._view.column()
        foot = QRect(rect.left(), rect.bottom() - t.px(22) + 1, rect.width(), t.px(22))
        painter.fillRect(rect, t.c("selection" if current else "surface"))
        painter.fillRect(foot, t.c("surfaceSunken"))
        painter.fillRect(rect.left(), foot.top() - 1, rect.width(), 1, t.c("borderStrong"))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), t.c("border"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, t.c("border"))
        painting.text(
            painter, foot, str(self.model().headerData(index, Qt.Orientation.Horizontal)), t.font("caption"), t.c("textMuted"),
            Qt.AlignmentFlag.AlignCenter,
        )  # fmt: skip
        held = self._view.sheet.column(index)
        if held is None:
            return
        box = QRect(rect.left() + 5, rect.top() + 6, rect.width() - 11, t.px(24))
        paint_box(painter, box, self.words(index), on=current, none=not held.targets)
        under = QRect(box.left(), box.bottom() + 4, box.width(), t.px(16))
        if not held.targets:
            painting.text(painter, under, "—", t.font("caption"), t.c("textMuted"))
        elif held.confidence >= 1:
            paint_icon(
                painter, "check", origin(QRect(under.left(), under.top(), 12, under.height()), 11), t.c("success")
            )
            painting.text(painter, under.adjusted(17, 0, 0, 0), _("Set by you"), t.font("caption"), t.c("success"))
        else:
            tone = "success" if sure(held) else "warning"
            painting_bar(painter, QRectF(under.left(), under.center().y() - 1, 22, 4), held.confidence, tone)
            words = f"{round(held.confidence * 100)}%"
            painting.text(painter, under.adjusted(26, 0, 0, 0), words, t.font("caption"), t.c(tone))


def painting_bar(painter: QPainter, rect: QRectF, part: float, tone: str) -> None:
    """A thin bar filled to a part."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().c("border"))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setBrush(theme().c(tone))
    filled = QRectF(rect)
    filled.setWidth(max(rect.height(), rect.width() * part))
    painter.drawRoundedRect(filled, rect.height() / 2, rect.height() / 2)


class Bar(QWidget):
    """How sure a mapping is, as a thin bar."""

    def __init__(self, width: int = 80) -> None:
        super().__init__()
        self._part, self._tone = 0.0, "success"
        self.setFixedSize(width, 10)

    def put(self, part: float, tone: str) -> None:
        """Show a part in a tone."""
        self._part, self._tone = part, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting_bar(painter, QRectF(0, 2, self.width(), 6), self._part, self._tone)
