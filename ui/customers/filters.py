"""What stands over the list: the filter box and chips for conditions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu

from app.customers import queries as customers
from app.customers.typed import ConditionReader, Understood
from app.records.condition_words import said
from app.records.queries import Condition, Where
from app.records.workspace import Workspace
from app.shared.i18n import N_, _, listed, translate
from ui.customers.conditions import ConditionDialog
from ui.runtime.application import translator
from ui.runtime.key_events import pressed
from ui.runtime.translator import tr
from ui.widgets.basics import row
from ui.widgets.chips import Chip
from ui.widgets.layouts import empty
from ui.widgets.line_edit import SearchEdit
from ui.widgets.values import offered, word

# Signs that a chip shows; its tip says all.
LONGEST = 26


class FilterBar(QFrame):
    """The filter line. ``changed`` comes as one types (after a short pause) and with each condition.

    What is typed and may mean conditions is offered as such: Tab or a click takes it. ``offers``: what is offered changed.
    """

    changed = Signal()
    offers = Signal()

    def __init__(self, ws: Workspace) -> None:
        super().__init__()
        self._ws = ws
        self.conditions: dict[str, Condition] = {}
        self.more: list[Where] = []
        self._reader: ConditionReader | None = None
        self.offered = Understood()
        self.box = SearchEdit(N_("Filter"), N_("Filter: name, phone, pinyin initials"))
        tr(self.box, self.box.setToolTip, N_("Conditions in words too, such as “level A, silent 90 days”"))
        self.box.sought.connect(lambda _text: self._sought())
        self.box.installEventFilter(self)
        self.offer = Chip("", "plus", raw=True)
        self.offer.clicked.connect(self.take)
        self.offer.hide()
        self.city = Chip(N_("City"), menu=True)
        self.level = Chip(N_("Level"), menu=True)
        self.tags = Chip(N_("Tags"), menu=True)
        self.add = Chip(N_("Condition"), "plus")
        self.city.clicked.connect(lambda: self._offer(self.city, "city", [(one, one) for one in customers.cities(ws)]))
        self.level.clicked.connect(lambda: self._offer(self.level, "level", offered(ws, "customer", "level")))
        self.tags.clicked.connect(lambda: self._offer(self.tags, "tags", [(one, one) for one in customers.tags(ws)]))
        self.add.clicked.connect(self._ask)
        self._extra = QHBoxLayout()
        self._extra.setSpacing(8)
        self._chips = {
            "city": (self.city, N_("City")),
            "level": (self.level, N_("Level")),
            "tags": (self.tags, N_("Tags")),
        }
        self.right = QHBoxLayout()
        self.box.setMinimumWidth(180)
        self.box.setMaximumWidth(330)
        lay = row(
            self.box, self.city, self.level, self.tags, self._extra, self.offer, self.add, None, self.right,
            margins=(16, 7, 16, 7),
        )  # fmt: skip
        lay.setStretch(0, 10)
        self.setLayout(lay)
        translator().changed.connect(lambda _language: self._said_anew())

    def text(self) -> str:
        """What is typed in the box."""
        return self.box.text().strip()

    def where(self) -> tuple[Where, ...]:
        """All conditions."""
        return (*self.conditions.values(), *self.more)

    @property
    def active(self) -> bool:
        """Whether anything is filtered."""
        return bool(self.text() or self.conditions or self.more)

    def clear(self, *, quiet: bool = False) -> None:
        """Take every filter away; ``quiet``: without telling ``changed``."""
        self.conditions.clear()
        self.more.clear()
        self.box.put("")
        self._offer_typed()
        self._say()
        if not quiet:
            self.changed.emit()

    def set_condition(self, name: str, value: str | None) -> None:
        """Set the condition of a chip, or clear it."""
        if value is None:
            self.conditions.pop(name, None)
        else:
            self.conditions[name] = Condition(name, "=", value)
        self._say()
        self.changed.emit()

    def add_condition(self, condition: Where) -> None:
        """Add a condition with a chip of its own."""
        self.more.append(condition)
        self._say()
        self.changed.emit()

    def drop(self, condition: Where) -> None:
        """Take a condition away."""
        self.more.remove(condition)
        self._say()
        self.changed.emit()

    def take(self) -> bool:
        """Take what is typed as the conditions that it may mean; what is none stays in the box. False without any."""
        offered = self._understood()
        if not offered.where:
            return False
        for one in offered.where:
            if isinstance(one, Condition) and one.op == "=" and one.field in self._chips:
                self.conditions[one.field] = one
            elif one not in self.more:
                self.more.append(one)
        self.box.put(offered.rest)
        self._offer_typed()
        self._say()
        self.changed.emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        tab = pressed(event, Qt.Key.Key_Tab) and not event.modifiers()
        if tab and not self.box.composing and self.take():
            return True
        return super().eventFilter(watched, event)

    def _understood(self) -> Understood:
        if self._reader is None:
            self._reader = ConditionReader(self._ws)
        return self._reader.read(self.text()) if self.text() else Understood()

    def _sought(self) -> None:
        self._offer_typed()
        self.changed.emit()

    def _offer_typed(self) -> None:
        """Offer the conditions that are typed in the place of the button that asks for one."""
        was, self.offered = self.offered, self._understood()
        words = [said(self._ws, one) for one in self.offered.where]
        self.offer.setText(short(" · ".join(words), 40) + "  Tab")
        self.offer.setAccessibleName(_("Take as a condition: {words}").format(words=listed(words)))
        self.offer.setToolTip("\n".join([*words, _("Tab takes this as a condition")]))
        self.offer.setVisible(bool(words))
        self.add.setVisible(not words)
        if bool(was.where) != bool(words):
            self.offers.emit()

    def _said_anew(self) -> None:
        self._reader = None
        self._offer_typed()
        self._say()

    def _offer(self, chip: Chip, name: str, values: Sequence[tuple[str, str]]) -> None:
        menu = QMenu(self)
        held = self.conditions.get(name)
        for code, text in values:
            action = menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(held is not None and held.value == code)
            action.triggered.connect(lambda _on=False, code=code: self.set_condition(name, code))
        if not values:
            menu.addAction(_("There is nothing to choose yet")).setEnabled(False)
        if held is not None:
            menu.addSeparator()
            menu.addAction(_("Clear")).triggered.connect(lambda: self.set_condition(name, None))
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def change(self, condition: Where) -> None:
        """Ask for another condition in the place of one."""
        found = ConditionDialog(self, self._ws, condition).ask()
        if found is not None and condition in self.more:
            self.more[self.more.index(condition)] = found
            self._say()
            self.changed.emit()

    def _menu(self, chip: Chip, condition: Where) -> None:
        menu = QMenu(self)
        menu.addAction(_("Change…")).triggered.connect(lambda: self.change(condition))
        menu.addAction(_("Take this condition away")).triggered.connect(lambda: self.drop(condition))
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _ask(self) -> None:
        found = ConditionDialog(self, self._ws).ask()
        if found is not None:
            self.add_condition(found)

    def _say(self) -> None:
        for name, (chip, caption) in self._chips.items():
            held = self.conditions.get(name)
            text = translate(caption)
            chip.setText(f"{text}: {word(self._ws, 'customer', name, held.value)}" if held else text)
            chip.set_on(held is not None)
        empty(self._extra)
        for condition in self.more:
            self._extra.addWidget(self._chip(condition))

    def _chip(self, condition: Where) -> Chip:
        text = said(self._ws, condition)
        chip = Chip(short(text), "x", raw=True, removable=True)
        chip.set_on(True)
        chip.setAccessibleName(text)
        chip.setToolTip(f"{text}\n" + _("Take this condition away"))
        chip.clicked.connect(lambda: self.drop(condition))
        chip.removed.connect(lambda: self.drop(condition))
        chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chip.customContextMenuRequested.connect(lambda _at: self._menu(chip, condition))
        return chip


def short(text: str, longest: int = LONGEST) -> str:
    """A text as far as a chip shows it."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
