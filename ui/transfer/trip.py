"""A sheet that was exported and comes back: cells changed on both sides, and rows that were taken out of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from app.records.workspace import Workspace
from app.shared.date_words import show_wall
from app.shared.i18n import N_, _, language, ngettext, translate
from app.transfer.plans.own_sheets import DELETE
from app.transfer.plans.planned import KEEP
from app.transfer.plans.planning import ImportPlan
from app.transfer.reviewing.trip_review import NO_TRIP, Clash, Gone, TripDigest, changed_at, from_file, saved_at
from ui.runtime.application import theme
from ui.runtime.index import NONE, Index
from ui.runtime.translator import tr
from ui.shell.page import Action
from ui.transfer.state import Session
from ui.transfer.tables import plain
from ui.widgets import painting
from ui.widgets.basics import column, label, row
from ui.widgets.buttons import button
from ui.widgets.side_by_side import ring

Role = Qt.ItemDataRole
ROW, NAME, FIELD, HELD, FILE = range(5)
_HEADS = (N_("Row"), N_("Name"), N_("Field"), N_("In the book"), N_("In the file"))


class TripBox(QWidget):
    """Both tables. ``decided``: the user chose a side, or whether records are deleted."""

    decided = Signal()

    def __init__(self, ws: Workspace) -> None:
        super().__init__()
        self.ws = ws
        self.session: Session | None = None
        self.plan: ImportPlan | None = None
        self.digest: TripDigest = NO_TRIP
        self.clashes = ChoiceTable(_Clashes(self), N_("Changed on both sides"))
        self.removed = ChoiceTable(_Removed(self), N_("Rows taken out"))
        self.clash_head = label("", font="section", raw=True)
        self.gone_head = label("", font="section", raw=True)
        self.clash_box = _titled(
            self.clash_head,
            label(N_("Click the value that holds, or press ← or →."), "muted", "small"),
            button(N_("Keep all of the book"), small=True, on=lambda: self.all_sides(False)),
            button(N_("Take all of the file"), small=True, on=lambda: self.all_sides(True)),
            self.clashes,
        )
        self.gone_box = _titled(
            self.gone_head,
            label(N_("Their records stay in the book unless ticked; undo brings them back."), "muted", "small"),
            button(N_("Tick all"), small=True, on=lambda: self.all_gone(True)),
            button(N_("Tick none"), small=True, on=lambda: self.all_gone(False)),
            self.removed,
        )

    def show_plan(self, session: Session, plan: ImportPlan, digest: TripDigest) -> None:
        """Show a plan's returning sheets."""
        self.session, self.plan, self.digest = session, plan, digest
        self.clashes.rows.put(digest.clashes)
        self.removed.rows.put(digest.removed)
        self.say()

    def say(self) -> None:
        """Say the headings."""
        count, gone = len(self.digest.clashes), len(self.digest.removed)
        said = ngettext("{count} cell changed on both sides", "{count} cells changed on both sides", count)
        self.clash_head.setText(said.format(count=f"{count:,}"))
        said = ngettext("{count} row taken out of the file", "{count} rows taken out of the file", gone)
        self.gone_head.setText(said.format(count=f"{gone:,}"))
        for table in (self.clashes, self.removed):
            table.rows.say()

    def actions_list(self) -> Sequence[Action]:
        """The keys of the table that is shown; none while neither is."""
        if self.clashes.isVisible():
            return (Action(N_("Choose a side"), self.clashes.setFocus, "←→"),)
        return (Action(N_("Tick"), self.removed.setFocus, "Space"),) if self.removed.isVisible() else ()

    @property
    def taken(self) -> int:
        """How many conflicts the file wins."""
        return sum(self.holds(clash) for clash in self.digest.clashes)

    @property
    def deleted(self) -> int:
        """How many records are deleted."""
        return sum(map(self.goes, self.digest.removed))

    @property
    def more(self) -> int:
        """How many more rows are written than the plan says, by what was decided since; deleted records included."""
        plain = self.digest.plain
        now = {clash.key for clash in self.digest.clashes if self.holds(clash)} - plain
        then = {clash.key for clash in self.digest.clashes if clash.change.taken} - plain
        return len(now) - len(then) + self.deleted

    def holds(self, clash: Clash) -> bool:
        """Whether the file's value holds in a conflict."""
        chosen = self.session.preferred.get(clash.key, frozenset()) if self.session else frozenset()
        return from_file(clash, chosen)

    def goes(self, gone: Gone) -> bool:
        """Whether a record is deleted."""
        said = self.session.decisions.get(gone.key, "") if self.session else ""
        return said == DELETE if said else gone.record.deleted

    def choose(self, clash: Clash, file: bool) -> None:
        """Take a side in one conflict."""
        if self.session is not None and self.isEnabled():
            self.session.prefer(clash.key, clash.change.field, file)
            self.decided.emit()

    def tick(self, gone: Gone, on: bool) -> None:
        """Say whether one record is deleted."""
        if self.session is not None and self.isEnabled():
            self.session.decisions[gone.key] = DELETE if on else KEEP
            self.decided.emit()

    def all_sides(self, file: bool) -> None:
        """Take the same side in all conflicts."""
        if self.session is not None:
            for clash in self.digest.clashes:
                self.session.prefer(clash.key, clash.change.field, file)
        self._all()

    def all_gone(self, on: bool) -> None:
        """Delete all records whose rows were taken out, or none."""
        if self.session is not None:
            self.session.decisions |= {gone.key: DELETE if on else KEEP for gone in self.digest.removed}
        self._all()

    def _all(self) -> None:
        for table in (self.clashes, self.removed):
            table.viewport().update()
        self.decided.emit()


def _titled(head: QWidget, hint: QWidget, one: QWidget, other: QWidget, table: QWidget) -> QWidget:
    made = QWidget()
    top = row(head, None, one, other, gap=8, margins=(16, 10, 16, 2))
    made.setLayout(column(top, row(hint, None, margins=(16, 0, 16, 6)), table, stretch=2))
    return made


class ChoiceModel(QAbstractTableModel):
    """Rows of which each is decided one way or the other."""

    heads: Sequence[str] = ()

    def __init__(self, box: TripBox) -> None:
        super().__init__(box)
        self.box = box
        self.rows: Sequence[Any] = ()

    def put(self, rows: Sequence[Any]) -> None:
        """Show rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def say(self) -> None:
        """Say the headings again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.heads) - 1)

    def rowCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else len(self.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if role == Role.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.head(section)
        return None

    def head(self, section: int) -> str:
        """The heading of a column."""
        return translate(self.heads[section])

    def decide(self, index: Index, second: bool | None) -> None:
        """Decide a row: the first way, the second, or (None) the other than now."""
        raise NotImplementedError


class _Clashes(ChoiceModel):
    heads = _HEADS
    widths = (56, 220, 130, 260, 0)
    stretch = FILE
    choices = (HELD, FILE)

    def head(self, section: int) -> str:
        """The side of the file tells when it was saved."""
        box = self.box
        if section == FILE and box.plan is not None and self.rows and (at := saved_at(box.plan, self.rows[0].place)):
            return _("In the file, saved {when}").format(when=_when(box.ws, at))
        return super().head(section)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        one: Clash = self.rows[index.row()]
        held, file = (text or _("empty") for text in one.change.said)
        if role == Role.AccessibleTextRole:
            side = _("In the file") if self.box.holds(one) else _("In the book")
            return f"{one.title}, {translate(one.label)}: {held} | {file}, {side}"
        if role == Role.ToolTipRole and index.column() == HELD and (at := changed_at(self.box.ws, one)):
            return _("{value} · the record was changed {when}").format(value=held, when=_when(self.box.ws, at))
        if role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        if role == Role.DisplayRole and index.column() == HELD and (at := changed_at(self.box.ws, one)):
            return f"{held}\t{_when(self.box.ws, at)}"
        return (f"{one.change.row:,}", one.title, translate(one.label), held, file)[index.column()]

    def on(self, index: Index) -> bool:
        """Whether the value of a column holds."""
        return self.box.holds(self.rows[index.row()]) == (index.column() == FILE)

    def decide(self, index: Index, second: bool | None) -> None:
        one = self.rows[index.row()]
        self.box.choose(one, not self.box.holds(one) if second is None else second)


class _Removed(ChoiceModel):
    heads = (N_("Delete"), N_("Name"), N_("What happens"))
    widths = (72, 360, 0)
    stretch = 2
    choices = (0,)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        one: Gone = self.rows[index.row()]
        word = _("is deleted with all that belongs to it") if self.box.goes(one) else _("stays in the book")
        if role == Role.AccessibleTextRole:
            return f"{one.record.title}, {word}"
        return ("", one.record.title, word)[index.column()] if role == Role.DisplayRole else None

    def on(self, index: Index) -> bool:
        """Whether the record is deleted."""
        return self.box.goes(self.rows[index.row()])

    def decide(self, index: Index, second: bool | None) -> None:
        one = self.rows[index.row()]
        self.box.tick(one, not self.box.goes(one) if second is None else second)


def _when(ws: Workspace, at: Any) -> str:
    return show_wall(at.astimezone().replace(tzinfo=None), ws.clock.today(), language())


class ChoiceTable(QTableView):
    """The table: a click on a choice takes it, ← and → choose a side, Space the other one."""

    def __init__(self, rows: Any, name: str) -> None:
        super().__init__()
        self.rows = rows
        self.setModel(rows)
        self.setItemDelegate(_Choices(self))
        plain(self, rows.widths, rows.stretch)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        tr(self, self.setAccessibleName, name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() in self.rows.choices:
            self._decide(index, index.column() == FILE if len(self.rows.choices) > 1 else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        ways: dict[int, bool | None] = {Qt.Key.Key_Space: None}
        if len(self.rows.choices) > 1:
            ways |= {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}
        if index.isValid() and event.key() in ways and not event.modifiers():
            self._decide(index, ways[event.key()])
        else:
            super().keyPressEvent(event)

    def _decide(self, index: Index, second: bool | None) -> None:
        self.rows.decide(index, second)
        self.viewport().update()


class _Choices(QStyledItemDelegate):
    def __init__(self, view: ChoiceTable) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, rect, view = theme(), option.rect, self._view
        rows = view.rows
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = index.row() == view.currentIndex().row()
        painting.row_back(
            painter, rect, current=current, ticked=False, hover=False, first=index.column() == 0, active=view.hasFocus()
        )
        text, _tab, note = str(index.data() or "").partition("\t")
        box = rect.adjusted(8, 0, -6, 0)
        on = index.column() in rows.choices and rows.on(index)
        if index.column() in rows.choices:
            if len(rows.choices) > 1:
                if on:
                    painter.fillRect(rect.adjusted(0, 0, 0, -1), t.c("selection"))
                ring(painter, box, on)
            else:
                painting.tick(painter, rect, on)
            box.adjust(24, 0, 0, 0)
        tone = "text" if index.column() in (*rows.choices, NAME) else "textMuted"
        if note:
            wide = QFontMetrics(t.font("small")).horizontalAdvance(note) + 8
            side = QRect(box.right() - wide, box.top(), wide, box.height())
            painting.text(painter, side, note, t.font("small"), t.c("textMuted"))
            box.adjust(0, 0, -wide - 6, 0)
        font = t.font("bodyStrong") if on and len(rows.choices) > 1 else t.font()
        painting.text(painter, box, text, font, t.c(tone))
