"""The rows of the agenda: headings, things to do, and the line that opens under one of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from app.followups.queries import Item
from app.followups.repeat_words import say
from app.followups.today import Agenda, Section
from app.shared import phones
from app.shared.dates import show_day
from app.shared.i18n import _, language
from ui.runtime.index import Index
from ui.widgets.values import KIND_ICONS

RowRole = Qt.ItemDataRole.UserRole
ICONS = {**KIND_ICONS, "note": "bell"}
"""What stands to be done; a note is a reminder of no other kind."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section; ``action`` names what its right side does when it is clicked."""

    section: str
    title: str
    count: str
    right: str = ""
    action: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do, with the texts of its row."""

    section: str
    item: Item
    when: str
    title: str
    who: str
    note: str

    @property
    def late(self) -> bool:
        """Whether it is overdue and open."""
        return self.section == "overdue" and self.item.done is None

    @property
    def sentence(self) -> str:
        """The row in one sentence, for screen readers."""
        state = _("done") if self.item.done else _("overdue") if self.late else ""
        return ", ".join(part for part in (self.when, self.title, self.who, self.note, state) if part)


@dataclass(frozen=True, slots=True)
class Opened:
    """The place of a widget that has opened under a line."""

    key: tuple[str, int]
    height: int


Row = Heading | Line | Opened


def title_of(item: Item) -> str:
    """What to do, in words."""
    text = item.text.split("\n", 1)[0] if item.text else _("Follow up")
    return f"! {text}" if item.priority == "high" else text


def who_of(item: Item) -> str:
    """Whom it concerns: the customer, the person and the number."""
    person = " ".join(part for part in (item.contact, phones.pretty(item.phone) if item.phone else "") if part)
    return " · ".join(part for part in (item.name, person) if part)


def line_of(section: str, item: Item, today: date) -> Line:
    """The texts of one row."""
    clock = "" if item.all_day else item.due.strftime("%H:%M")
    title = title_of(item)
    if section == "today":
        when = clock or _("All day")
    else:
        when = show_day(item.due.date(), today, language())
        title = f"{clock} {title}" if clock and section == "next" else title
    often = say(item.every, today) if item.every else ""
    note = " · ".join(part for part in (often, item.note) if part)
    return Line(section, item, when, title, who_of(item), note)


def _figure(number: int, part: Section) -> str:
    """A number of items of a section; with a plus when there are more than were counted."""
    return f"{number:,}+" if part.uncounted else f"{number:,}"


def rows_of(agenda: Agenda) -> list[Row]:
    """The rows of an agenda; sections without anything are left out."""
    rows: list[Row] = []

    def section(name: str, title: str, part: Section, right: str, action: str) -> None:
        if not part.items:
            return
        rows.append(
            Heading(name, title, _figure(part.count, part), right, action, late=name == "overdue" and part.count > 0)
        )
        rows.extend(line_of(name, item, agenda.day) for item in part.items)

    late, now, later = agenda.overdue, agenda.today, agenda.next
    more = _("{count} more")
    section("overdue", _("Overdue"), late, _("Move all to tomorrow") if late.count else "", "tomorrow")
    if late.more:
        rows.append(Heading("overdue", "", "", more.format(count=_figure(late.more, late)), "more_overdue"))
    today = show_day(agenda.day, agenda.day, language())
    section("today", today, now, _("{count} done").format(count=now.done) if now.done else "", "")
    if now.more:
        rows.append(Heading("today", "", "", more.format(count=_figure(now.more, now)), "more_today"))
    section("next", _("Next"), later, more.format(count=_figure(later.more, later)) if later.more else "", "more_next")
    return rows


class AgendaModel(QAbstractListModel):
    """The agenda as a list; renewed row by row, so that cursor and scroll place stay."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.times: frozenset[str] = frozenset()
        self.opened: Opened | None = None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = 0) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == RowRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, Line):
                return row.sentence
            return f"{row.title} {row.count}" if isinstance(row, Heading) else ""
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row = self.rows[index.row()]
        if isinstance(row, Line):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled if isinstance(row, Opened) else Qt.ItemFlag.NoItemFlags

    def show(self, agenda: Agenda) -> None:
        """Show an agenda. Rows that only changed are replaced in place; else the list is made anew."""
        rows = rows_of(agenda)
        self.times = frozenset(row.when for row in rows if isinstance(row, Line))
        if self.opened is not None:
            at = next(
                (n for n, row in enumerate(rows) if isinstance(row, Line) and row.item.key == self.opened.key), None
            )
            if at is not None:
                rows.insert(at + 1, self.opened)
            else:
                self.opened = None
        if [_name(row) for row in rows] == [_name(row) for row in self.rows]:
            for number, row in enumerate(rows):
                if row != self.rows[number]:
                    self.rows[number] = row
                    self.dataChanged.emit(self.index(number), self.index(number))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def open_under(self, key: tuple[str, int], height: int) -> QModelIndex:
        """Make a place under a line and return it; an earlier one closes."""
        self.close()
        at = self.row_of(key)
        if at < 0:
            return QModelIndex()
        self.opened = Opened(key, height)
        self.beginInsertRows(QModelIndex(), at + 1, at + 1)
        self.rows.insert(at + 1, self.opened)
        self.endInsertRows()
        return self.index(at + 1)

    def resize(self, height: int) -> None:
        """Change the height of the open place."""
        for number, row in enumerate(self.rows):
            if isinstance(row, Opened) and row.height != height:
                self.opened = replace(row, height=height)
                self.rows[number] = self.opened
                self.dataChanged.emit(self.index(number), self.index(number))
                self.layoutChanged.emit()

    def close(self) -> None:
        """Take the open place away."""
        for number, row in enumerate(self.rows):
            if isinstance(row, Opened):
                self.beginRemoveRows(QModelIndex(), number, number)
                del self.rows[number]
                self.endRemoveRows()
                break
        self.opened = None

    def row_of(self, key: tuple[str, int]) -> int:
        """The row of an item, -1 when it is not shown."""
        return next((n for n, row in enumerate(self.rows) if isinstance(row, Line) and row.item.key == key), -1)


def _name(row: Row) -> object:
    if isinstance(row, Line):
        return row.section, row.item.key
    return (row.section, row.action) if isinstance(row, Heading) else row
