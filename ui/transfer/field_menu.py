"""Where a column may go: the box that shows it and the menu that changes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from app.records.fields import RecordType
from app.shared.i18n import N_, _
from app.transfer.columns.proposals import CUSTOM, NOTES, Column, Proposal
from app.transfer.reviewing import preview
from ui.runtime.application import theme
from ui.runtime.icons import icon
from ui.runtime.pictures import origin, paint_icon
from ui.runtime.translator import tr
from ui.widgets import painting

SURE = 0.8
Take = Callable[[tuple[str, ...]], object]


def sure(column: Column) -> bool:
    """Whether a column needs no look."""
    return column.confidence >= SURE or not column.evidence.filled


def paint_box(painter: QPainter, rect: QRect, words: str, *, on: bool = False, none: bool = False) -> None:
    """A box that opens a menu: the words, or the sign for "not imported" where it is narrow."""
    t = theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(t.c("accent" if on else "border"), 1.5 if on else 1))
    painter.setBrush(t.c("surfaceRaised"))
    box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, 4, 4)
    if not on:
        painter.setPen(t.c("controlEdge"))
        painter.drawLine(rect.left() + 3, rect.bottom(), rect.right() - 3, rect.bottom())
    wide = rect.width() > 44
    inner = rect.adjusted(6, 0, -20 if wide else -4, 0)
    if none:
        side = t.px(13)
        spot = QRect(inner.left(), rect.top(), side, rect.height()) if wide else rect
        paint_icon(painter, "ban", origin(spot, side), t.c("textMuted"))
        inner.setLeft(inner.left() + side + 5)
    if wide:
        paint_icon(
            painter,
            "chevron-down",
            origin(QRect(rect.right() - 18, rect.top(), 14, rect.height()), 13),
            t.c("textMuted"),
        )
    if inner.width() > 10 and (wide or not none):
        painting.text(painter, inner, words, t.font("small", bold=False), t.c("textMuted" if none else "text"))


class FieldBox(QAbstractButton):
    """The field of the current column; a click or Space opens the menu."""

    def __init__(self) -> None:
        super().__init__()
        self._none = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tr(self, self.setAccessibleDescription, N_("Goes to"))

    def put(self, words: str, none: bool) -> None:
        """Show the field's name."""
        self.setText(words)
        self.setAccessibleName(_("Goes to {field}").format(field=words))
        self._none = none
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, theme().px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, theme().px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, self.rect(), self.text(), on=self.hasFocus(), none=self._none)


def field_menu(
    parent: QWidget,
    types: Mapping[str, RecordType],
    proposal: Proposal,
    column: Column,
    found: Column | None,
    take: Take,
) -> QMenu:
    """The menu of a column: the likeliest fields with their confidence, all fields in groups, notes, a new field, none.

    Args:
        found: the column as it was found. take: called with the chosen targets.
    """
    menu = QMenu(parent)
    menu.setAccessibleName(_("Where does “{header}” go?").format(header=column.header))

    def add(to: QMenu, targets: tuple[str, ...], words: str, name: str = "") -> None:
        made = to.addAction(icon(name), words) if name else to.addAction(words)
        made.setCheckable(True)
        made.setChecked(column.targets == targets)
        made.triggered.connect(lambda _on=False: take(targets))

    for targets, sureness in likely(column, found):
        words = preview.target_name(types, proposal.kind, targets)
        add(menu, targets, f"{words}\u2003{round(sureness * 100)}%" if sureness else words)
    menu.addSeparator()
    for title, names in preview.targets(types, proposal.kind):
        group = menu.addMenu(title)
        for name in names:
            add(group, (name,), preview.target_name(types, proposal.kind, (name,)))
    menu.addSeparator()
    for targets, words in elsewhere(column, proposal.kind):
        add(menu, targets, words, "" if targets else "ban")
    checked = next((one for one in menu.actions() if one.isChecked()), None)
    if checked is not None:
        menu.setActiveAction(checked)
    return menu


def likely(column: Column, found: Column | None) -> list[tuple[tuple[str, ...], float]]:
    """The fields that something speaks for, likeliest first, without notes and none."""
    options: dict[tuple[str, ...], float] = {}
    for one in (found, column):
        if one is None:
            continue
        if one.targets and one.targets != (NOTES,):
            options.setdefault(one.targets, one.confidence if one.confidence < 1 else 0.0)
        if len(one.targets) > 1:
            options.setdefault(one.targets[:1], 0.0)
        for other in one.alternatives:
            options.setdefault(other.targets, other.confidence)
    return sorted(
        ((targets, sureness) for targets, sureness in options.items() if targets != (NOTES,)), key=lambda pair: -pair[1]
    )


def elsewhere(column: Column, kind: str | None) -> Sequence[tuple[tuple[str, ...], str]]:
    """What can be done with a column that is no field."""
    custom = [((f"{CUSTOM}{column.header}",), _("New field “{header}”").format(header=column.header))] if kind else []
    notes = [((NOTES,), _("Put into the notes"))] if kind else []
    return [*notes, *custom, ((), _("Do not import this column"))]


def box_width(words: str) -> int:
    """How wide a box for these words is."""
    return QFontMetrics(theme().font("small")).horizontalAdvance(words) + 40


def below(widget: QWidget, rect: QRect) -> QPoint:
    """Where a menu under a part of a widget opens."""
    return widget.mapToGlobal(rect.bottomLeft() + QPoint(0, 2))
