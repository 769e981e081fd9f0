"""The values of one list: added, renamed, coloured, ordered, retired, merged."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from app.records.fields import Field, ListKind
from app.settings import lists
from app.shared.i18n import N_, _, ngettext, translate
from ui.runtime.application import theme
from ui.runtime.translator import tr
from ui.settings.long_work import carry_out, find_out
from ui.settings.rows import Row, Rows
from ui.shell.page import Action, Services
from ui.widgets import painting
from ui.widgets.ask_line import AskLine
from ui.widgets.basics import column, row
from ui.widgets.buttons import button
from ui.widgets.layouts import layout_of

COLORS = (
    ("", N_("No colour")),
    ("acc", N_("Blue")),
    ("ok", N_("Green")),
    ("warn", N_("Amber")),
    ("bad", N_("Red")),
    ("inf", N_("Teal")),
)


class ValueList(QWidget):
    """Which list, its values, and what can be done with the one under the cursor."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.s = services
        self._kind = ""
        self.field = QComboBox()
        tr(self.field, self.field.setAccessibleName, N_("List"))
        self.field.setFixedWidth(220)
        self.rows = Rows(N_("Values"))
        self.add = button(N_("New value…"), "plus", small=True, key="N", on=self.new_value)
        self.rename = button(N_("Rename…"), "pencil", small=True, key="Enter", on=self.rename_value)
        self.color = button(N_("Colour"), "palette", small=True, key="C", on=self.offer_colors)
        self.up = button("", "arrow-up", small=True, name=N_("Move up"), key="Alt+Up", on=lambda: self.move_row(-1))
        self.down = button(
            "", "arrow-down", small=True, name=N_("Move down"), key="Alt+Down", on=lambda: self.move_row(1)
        )
        self.retire = button(N_("Retire"), small=True, key="H", on=self.turn_retired)
        self.merge = button(N_("Merge into…"), small=True, key="M", on=self.offer_merge)
        self.remove = button(N_("Delete"), "trash-2", "danger", small=True, key="Del", on=self.delete)
        buttons = (self.add, self.rename, self.color, self.up, self.down, self.retire, self.merge)
        self._values: list[lists.Value] = []
        self.setLayout(column(self.field, 8, self.rows, 8, row(*buttons, None, self.remove, gap=6), None))
        layout_of(self).setStretch(2, 1000)
        self.field.currentIndexChanged.connect(lambda _at: self._show())
        self.rows.opened.connect(self.rename_value)
        self.rows.moved.connect(self.move_row)
        self.rows.removed.connect(self.delete)
        self.rows.currentRowChanged.connect(lambda _at: self._enable())

    def actions_list(self) -> Sequence[Action]:
        """What can be done, for the hint bar."""
        return (
            Action(N_("New value"), self.new_value, "N"),
            Action(N_("Rename"), self.rename_value, "Enter"),
            Action(N_("Colour"), self.offer_colors, "C"),
            Action(N_("Move"), self.rows.setFocus, "Alt+↑↓"),
            Action(N_("Retire"), self.turn_retired, "H"),
            Action(N_("Merge"), self.offer_merge, "M"),
            Action(N_("Delete"), self.delete, "Del"),
        )

    def show_kind(self, kind: str) -> None:
        """Show the lists of a kind of record."""
        held = self.field.currentData() if kind == self._kind else None
        self._kind = kind
        self.field.blockSignals(True)
        self.field.clear()
        for one in lists.lists(self.s.ws, kind):
            phrases = one.list is ListKind.PHRASES
            self.field.addItem(_("Standard phrases") if phrases else translate(one.label), one.name)
        self.field.setCurrentIndex(max(0, self.field.findData(held)))
        self.field.blockSignals(False)
        self._show()

    @property
    def where(self) -> tuple[str, str]:
        """The record type and the field of the list."""
        return self._kind, str(self.field.currentData() or "")

    def current(self) -> lists.Value | None:
        """The value under the cursor."""
        return next((one for one in self._values if one.code == self.rows.key()), None)

    def new_value(self) -> None:
        """Ask for a new value."""
        if self._open:
            text = AskLine(self, N_("New value"), N_("Add")).ask()
            if text:
                self._do(lambda: lists.add_value(self.s.ws, *self.where, text).changes, text)

    def rename_value(self) -> None:
        """Ask for another name."""
        one = self.current()
        if one is not None:
            text = AskLine(self, N_("Rename the value"), N_("Rename"), text=one.label).ask()
            if text:
                words = self._field.list in (ListKind.WORDS, ListKind.PHRASES)
                self._do(
                    lambda: lists.rename_value(self.s.ws, *self.where, one.code, text), text if words else one.code
                )

    def offer_colors(self) -> None:
        """Show the colours to choose from."""
        if self.current() is not None:
            menu = self.color_menu()
            menu.popup(self.color.mapToGlobal(self.color.rect().bottomLeft()))

    def color_menu(self) -> QMenu:
        """The colours, that of the value ticked."""
        menu, one = QMenu(self), self.current()
        for code, name in COLORS:
            action = menu.addAction(_swatch(code), translate(name))
            action.setCheckable(True)
            action.setChecked(one is not None and one.color == code)
            action.triggered.connect(lambda _on=False, code=code: self.take_color(code))
        return menu

    def take_color(self, color: str) -> None:
        """Give the value under the cursor a colour."""
        if (one := self.current()) is not None:
            self._do(lambda: lists.color_value(self.s.ws, *self.where, one.code, color), one.code)

    def move_row(self, by: int) -> None:
        """Move the value under the cursor up or down."""
        if (one := self.current()) is not None:
            self._do(lambda: lists.move_value(self.s.ws, *self.where, one.code, by), one.code)

    def turn_retired(self) -> None:
        """Offer the value under the cursor no more, or again."""
        if (one := self.current()) is not None and self._open:
            self._do(lambda: lists.retire_value(self.s.ws, *self.where, one.code, not one.retired), one.code)

    def offer_merge(self) -> None:
        """Show the values that the one under the cursor may be merged into."""
        if self.merge.isEnabled():
            menu = self.merge_menu()
            menu.popup(self.merge.mapToGlobal(self.merge.rect().bottomLeft()))

    def merge_menu(self) -> QMenu:
        """The other values."""
        menu, one = QMenu(self), self.current()
        for other in self._values:
            if one is not None and other.code != one.code and not other.retired:
                menu.addAction(other.label.replace("&", "&&")).triggered.connect(
                    lambda _on=False, code=other.code: self.merge_into(code)
                )
        return menu

    def merge_into(self, code: str) -> None:
        """Give all records that have the value under the cursor another one."""
        if (one := self.current()) is not None:
            self._do(lambda: lists.merge_values(self.s.ws, *self.where, one.code, code), code)

    def delete(self) -> None:
        """Delete a value that no record has."""
        if (one := self.current()) is not None and self.remove.isEnabled():
            self._do(lambda: lists.remove_value(self.s.ws, *self.where, one.code), "")

    def _do(self, command: Callable[[], object], key: str) -> None:
        def then() -> None:
            self._show(key)
            self.rows.setFocus()

        carry_out(self.s, self._kind, command, then)

    def _show(self, key: str = "") -> None:
        (kind, name), ws = self.where, self.s.ws
        if not name:
            self._put((kind, name), [], key)
            return
        find_out(self.s, kind, lambda: lists.values(ws, kind, name), lambda found: self._put((kind, name), found, key))

    def _put(self, where: tuple[str, str], values: list[lists.Value], key: str) -> None:
        if where != self.where:
            return
        self._values = values
        self.rows.put(
            [
                Row(
                    one.code,
                    one.label,
                    ngettext("{count} record", "{count} records", one.count).format(count=f"{one.count:,}")
                    if one.count
                    else "",
                    _("retired") if one.retired else "",
                    one.color,
                    one.retired,
                )
                for one in self._values
            ],
            key,
        )
        self._enable()

    @property
    def _field(self) -> Field:
        kind, name = self.where
        return lists.list_field(self.s.ws, kind, name)[1]

    @property
    def _open(self) -> bool:
        return bool(self.where[1]) and self._field.list is not ListKind.FIXED

    def _enable(self) -> None:
        one = self.current() if self.where[1] else None
        some, free = one is not None, self._open
        self.add.setEnabled(free)
        for made in (self.rename, self.color, self.up, self.down):
            made.setEnabled(some)
        self.retire.setEnabled(some and free)
        self.merge.setEnabled(some and free and self._field.list is not ListKind.PHRASES)
        words = free and self._field.list is ListKind.WORDS
        self.remove.setEnabled(one is not None and not one.count and (one.own or words))
        retired = one is not None and one.retired
        tr(self.retire, self.retire.setText, N_("Take back") if retired else N_("Retire"))


def _swatch(color: str) -> QIcon:
    side = 14
    made = QPixmap(side, side)
    made.fill(theme().c(painting.SOFT[color] if color else "surfaceHover"))
    painter = QPainter(made)
    painter.setPen(theme().c("borderStrong"))
    painter.drawRect(0, 0, side - 1, side - 1)
    painter.end()
    return QIcon(made)
