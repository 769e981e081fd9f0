"""The section of a card with the customers that have to do with this one: parent, branches, who introduced whom."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from app.customers.relations import INTRODUCER, PARENT, Named, Relations, relate, relations
from app.records.record import Record
from app.shared.i18n import N_, _, ngettext, translate
from ui.customers.details import Section
from ui.runtime.application import theme
from ui.runtime.translator import tr
from ui.shell.page import Services
from ui.widgets.basics import column, label, row
from ui.widgets.buttons import button
from ui.widgets.customer_field import CustomerField
from ui.widgets.row_name import focus

WORDS = {PARENT: N_("Head office"), INTRODUCER: N_("Introduced by")}
ASKS = {PARENT: N_("Choose the head office"), INTRODUCER: N_("Choose who introduced this customer")}


class RelationsSection(Section):
    """Parent company, branches, who introduced this customer and whom it introduced; each opens its card."""

    def __init__(self, services: Services) -> None:
        super().__init__(N_("Relations"), "plus", N_("Add a relation"), self._offer)
        self.s = services
        self._customer = 0
        self._links: list[QWidget] = []

    def show_customer(self, record: Record) -> None:
        """Show the relations of a customer."""
        self._customer = record.id
        self._links = []
        found = relations(self.s.ws, record.id)
        self.put(self._rows(found) or [label(N_("None yet"), "faint", "small")])

    def start(self) -> None:
        """Put the cursor on the first customer that has to do with this one; on the button that adds one else."""
        focus(next(iter(self._links), self.head.action))

    def _rows(self, found: Relations) -> list[QWidget]:
        rows = []
        for field, one in ((PARENT, found.parent), (INTRODUCER, found.introducer)):
            if one is not None:
                rows.append(self._row(translate(WORDS[field]), one, partial(self.set, field, None)))
        for word, others, count in (
            (_("Branch"), found.branches, found.branch_count),
            (_("Introduced"), found.introduced, found.introduced_count),
        ):
            rows += [self._row(word if not at else "", one) for at, one in enumerate(others)]
            if count > len(others):
                left = count - len(others)
                more = ngettext("and {count} more", "and {count} more", left).format(count=f"{left:,}")
                rows.append(label(more, "muted", "small", raw=True))
        return rows

    def _row(self, word: str, one: Named, clear: Callable[[], object] | None = None) -> QWidget:
        number, title = one
        name = label(word, "muted", "small", raw=True)
        name.setFixedWidth(theme().px(88))
        go = button(role="link", small=True, name=N_("Open the customer"))
        go.setProperty("only", False)
        go.setText(go.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, theme().px(180)))
        go.setAccessibleName(f"{word} {title}")
        go.setToolTip(title)
        go.setStyleSheet("padding:0")
        go.clicked.connect(lambda: self.s.router.open("customer", number))
        self._links.append(go)
        parts: list[QWidget | None] = [name, go, None]
        if clear is not None:
            parts.append(button("", "x", "plain", small=True, name=N_("Clear"), on=clear))
        made = QWidget()
        made.setLayout(row(*parts, gap=8))
        made.setMinimumHeight(theme().px(25))
        return made

    def _offer(self) -> None:
        menu = QMenu(self)
        for field, word in WORDS.items():
            menu.addAction(translate(word) + "…").triggered.connect(lambda _on=False, field=field: self.ask(field))
        at = self.head.action
        menu.popup(at.mapToGlobal(at.rect().bottomLeft()))

    def ask(self, field: str) -> None:
        """Ask for the other customer, and set it."""
        other = AskCustomer(self, self.s, ASKS[field]).ask()
        if other:
            self.set(field, other)

    def set(self, field: str, other: int | None) -> None:
        """Set or clear the parent company, or who introduced the customer."""
        ws, number = self.s.ws, self._customer
        self.s.actions.run(lambda: relate(ws, number, field, other))


class AskCustomer(QDialog):
    """Asks for one customer, found as one types."""

    def __init__(self, parent: QWidget, services: Services, title: str) -> None:
        super().__init__(parent)
        self._number = 0
        tr(self, self.setWindowTitle, title)
        self.setFixedWidth(theme().px(480))
        self.field = CustomerField(services.ws)
        self.go = button(N_("Choose"), role="primary", on=self.accept)
        self.go.setEnabled(False)
        stop = button(N_("Cancel"), on=self.reject)
        heading = label(title, font="title")
        self.setLayout(column(heading, 12, self.field, 14, row(None, stop, self.go), margins=(20, 18, 20, 16)))
        self._s = services
        self.field.chosen.connect(self.take)
        self.field.new_wanted.connect(self._make)
        self.field.setFocus()

    def take(self, number: int) -> None:
        """Take a customer; Enter confirms."""
        from app.records import queries

        self._number = number
        self.field.show_name(queries.titles(self._s.ws, "customer", (number,)).get(number, ""))
        self.go.setEnabled(True)
        self.go.setDefault(True)
        self.go.setFocus()

    def _make(self, name: str) -> None:
        from app.customers.commands import create

        made = self._s.actions.run(lambda: create(self._s.ws, {"name": name}))
        if made is not None:
            self.take(made.id)

    def ask(self) -> int:
        """The customer's id, or 0 when cancelled."""
        return self._number if self.exec() == QDialog.DialogCode.Accepted else 0
