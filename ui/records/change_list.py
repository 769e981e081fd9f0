"""What an operation changed, record by record and field by field: the old value, an arrow, the new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.records.operations import Changed, FieldChange, RecordChange
from app.shared.i18n import N_, _, ngettext, translate
from ui.runtime.application import theme
from ui.runtime.index import NONE, Index
from ui.runtime.translator import tr
from ui.widgets import painting

SAID = {"created": (N_("Added"), "ok"), "updated": (N_("Changed"), "inf"), "deleted": (N_("Deleted"), "bad")}
LINE = 256


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a record, one of its fields when ``field`` is given, or a remark."""

    record: RecordChange | None = None
    field: FieldChange | None = None
    remark: str = ""

    def sentence(self) -> str:
        """The line as a screen reader says it."""
        if self.field is not None:
            return f"{self.field.label}: {self.field.old or _('empty')} → {self.field.new or _('empty')}"
        if self.record is not None:
            return f"{self.record.title}, {_(SAID[self.record.action][0])}"
        return self.remark


def lines_of(changed: Changed, kinds: dict[str, str]) -> list[Line]:
    """The lines for what changed; ``kinds`` gives the word for each kind of record."""
    out: list[Line] = []
    for one in changed.records:
        out.append(Line(one))
        out += [Line(one, field) for field in one.fields]
    left = sum(number for kind, number in changed.counts.items() if kind in kinds) - len(changed.records)
    if left > 0:
        out.append(
            Line(remark=ngettext("and {count} more record", "and {count} more records", left).format(count=f"{left:,}"))
        )
    others = {"setting": N_("Settings of the book were changed."), "custom_field": N_("Own fields were changed.")}
    out += [Line(remark=translate(others[kind])) for kind in changed.counts if kind in others]
    if not out:
        out.append(Line(remark=_("Nothing of it is left in the history.")))
    return out


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self.kinds: dict[str, str] = {}

    def rowCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.sentence()
        if role == Qt.ItemDataRole.ToolTipRole and line.field is not None:
            return f"{line.field.old}\n→\n{line.field.new}"
        return None


class ChangeList(QListView):
    """The list. ``at_field``: the cursor came to a field that can be taken back, or not. ``opened``: Enter on a record."""

    at_field = Signal(bool)
    opened = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.changes = _Model(self)
        self.setModel(self.changes)
        self.setItemDelegate(_Painter(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        tr(self, self.setAccessibleName, N_("What changed"))
        theme().changed.connect(self.scheduleDelayedItemsLayout)
        self.doubleClicked.connect(lambda _index: self._open())

    def put(self, lines: Sequence[Line], kinds: dict[str, str]) -> None:
        """Show lines; the cursor on the first field that can be taken back."""
        self.changes.beginResetModel()
        self.changes.lines, self.changes.kinds = list(lines), kinds
        self.changes.endResetModel()
        first = next((at for at, one in enumerate(lines) if one.field is not None and one.field.back), 0)
        if lines:
            self.setCurrentIndex(self.changes.index(first))
        self.scrollToTop()
        self._tell()

    def current(self) -> Line:
        """The line under the cursor."""
        row = self.currentIndex().row()
        return self.changes.lines[row] if 0 <= row < len(self.changes.lines) else Line()

    def currentChanged(self, now: Index, before: Index) -> None:
        super().currentChanged(now, before)
        self._tell()

    def _tell(self) -> None:
        field = self.current().field
        self.at_field.emit(field is not None and bool(field.back))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.text() and event.key() != Qt.Key.Key_Tab:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        record = self.current().record
        if record is not None and record.action != "deleted":
            self.opened.emit(record.kind, record.id)


class _Painter(QStyledItemDelegate):
    def __init__(self, view: ChangeList) -> None:
        super().__init__(view)
        self._list = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(LINE)
        return QSize(100, theme().px(32 if line.field is None else 26))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        t, rect = theme(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, t.c("selection"))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), t.c("accent"))
        inner = rect.adjusted(16, 0, -12, 0)
        if line.field is not None:
            self._field(painter, inner, line.field, line.record.action if line.record else "")
        elif line.record is not None:
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, t.c("border"))
            self._record(painter, inner, line.record, self._list.changes.kinds)
        else:
            painting.text(painter, inner, line.remark, t.font("small"), t.c("textMuted"))
        painter.restore()

    def _record(self, painter: QPainter, box: QRect, one: RecordChange, kinds: dict[str, str]) -> None:
        t = theme()
        word, tone = _(SAID[one.action][0]), SAID[one.action][1]
        wide = painting.tag_width(word)
        side = t.px(20)
        painting.tag(painter, QRect(box.right() - wide, box.center().y() - side // 2, wide, side), word, tone)
        box.adjust(0, 0, -wide - 8, 0)
        kind = kinds.get(one.kind, "")
        small = t.font("small")
        room = QFontMetrics(small).horizontalAdvance(kind) + 8
        title = " ".join(one.title.split())
        used = painting.text(painter, box.adjusted(0, 0, -room, 0), title, t.font("body", bold=True), t.c("text"))
        painting.text(painter, box.adjusted(used + 8, 0, 0, 0), kind, small, t.c("textMuted"))

    def _field(self, painter: QPainter, box: QRect, one: FieldChange, action: str) -> None:
        t = theme()
        label = t.px(112)
        painting.text(
            painter, QRect(box.left(), box.top(), label - 8, box.height()), one.label, t.font("small"), t.c("textMuted")
        )
        box.adjust(label, 0, 0, 0)
        if action != "updated":
            painting.text(painter, box, one.new if action == "created" else one.old, t.font(), t.c("text"))
            return
        arrow = t.px(22)
        half = (box.width() - arrow) // 2
        old = one.old or _("empty")
        used = painting.text(
            painter,
            QRect(box.left(), box.top(), half, box.height()),
            old,
            t.font(),
            t.c("textMuted" if one.old else "textFaint"),
        )
        painting.text(
            painter, QRect(box.left() + used + 5, box.top(), arrow, box.height()), "→", t.font(), t.c("textFaint")
        )
        left = box.left() + used + arrow
        ink = t.c("text" if one.new else "textFaint")
        painting.text(
            painter, QRect(left, box.top(), box.right() - left, box.height()), one.new or _("empty"), t.font(), ink
        )
