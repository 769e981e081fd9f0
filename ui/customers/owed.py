"""What a customer owes: the section of the card with sums and days, and the form that notes money received."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from app.records.fields import Choice, Field, FieldKind
from app.records.record import Record
from app.sales import payments
from app.sales.payments import Debt
from app.shared.date_words import within
from app.shared.dates import show_day
from app.shared.errors import InvalidValue
from app.shared.i18n import N_, Own, _, language, ngettext
from app.shared.money import format_amount
from ui.customers.details import Section
from ui.runtime.application import theme
from ui.runtime.icons import icon
from ui.shell.page import Services
from ui.widgets.basics import label, row
from ui.widgets.buttons import button
from ui.widgets.form_dialog import FormDialog
from ui.widgets.record_form import RecordForm

K = FieldKind
MOST = 6


class OwedSection(Section):
    """The won quotes that are not paid in full, those that are late in red; hidden when nothing is owed."""

    def __init__(self, services: Services) -> None:
        super().__init__(N_("Owed"), "banknote", N_("Note money received (P)"), self.receive)
        self.s = services
        self.debts: list[Debt] = []
        self.hide()

    def show_customer(self, record: Record) -> None:
        """Show what a customer owes."""
        self.debts = payments.debts(self.s.ws, record.id)
        rows = [self._sum(), *map(self._row, self.debts[:MOST])] if self.debts else []
        if len(self.debts) > MOST:
            rows.append(label(_("{count} more").format(count=len(self.debts) - MOST), "muted", "small", raw=True))
        self.put(rows)
        self.setVisible(bool(rows))

    def receive(self) -> None:
        """Ask for an amount that came in and note it."""
        if not self.debts:
            self.s.messages.toast(_("Nothing is owed. Write in the won quote when it is to be paid."))
            return
        dialog = PaymentDialog(self, self.s, self.debts)
        dialog.exec()
        dialog.deleteLater()

    def _sum(self) -> QWidget:
        said = " + ".join(format_amount(owed, money, language()) for money, owed in payments.sums(self.debts))
        whole = label(said, font="header", raw=True)
        late = [one for one in self.debts if one.late > 0]
        sums = " + ".join(format_amount(owed, money, language()) for money, owed in payments.sums(late))
        words = _("{amount} late").format(amount=sums) if late else _("none of it late")
        note = label(words, "danger" if late else "success", "small", raw=True)
        made = QWidget()
        made.setLayout(row(whole, *([_alert()] if late else []), note, None, gap=6))
        return made

    def _row(self, one: Debt) -> QWidget:
        number = button(role="link", small=True, name=N_("Open the quote"))
        number.setProperty("only", False)
        number.setText(one.number)
        number.setStyleSheet("padding:0")
        number.clicked.connect(lambda: self.s.router.open("quote", one.id))
        amount = label(format_amount(one.owed, one.currency, language()), "danger" if one.late > 0 else "", raw=True)
        made = QWidget()
        when = label(self._when(one), "danger" if one.late > 0 else "muted", "small", raw=True)
        made.setLayout(row(number, *([_alert()] if one.late > 0 else []), when, None, amount, gap=6))
        made.setMinimumHeight(theme().px(25))
        return made

    def _when(self, one: Debt) -> str:
        if one.due is None:
            return _("no day agreed")
        if one.late > 0:
            return ngettext("{count} day late", "{count} days late", one.late).format(count=one.late)
        return _("due {day}").format(day=within(show_day(one.due, self.s.ws.clock.today(), language())))


class PaymentDialog(FormDialog):
    """Which quote, how much, when: noted at once, as one operation. What is wrong stands under its field."""

    def __init__(self, parent: QWidget, services: Services, debts: list[Debt]) -> None:
        super().__init__(parent, N_("Note money received"))
        self._s, self._debts = services, {str(one.id): one for one in debts}
        choices = tuple(Choice(str(one.id), Own(self._said(one))) for one in debts)
        fields = [
            Field("quote", K.CHOICE, N_("For"), choices=choices, required=True),
            Field("amount", K.MONEY, N_("Amount"), required=True),
            Field("day", K.DATE, N_("Received on"), required=True),
            Field("remark", K.TEXT, N_("Remark")),
        ]
        self.form = RecordForm(fields, lambda _name, _raw: None)
        for made in self.form.rows.values():
            made.required.setText("")
        self.form.put({"quote": str(debts[0].id), "amount": debts[0].owed, "day": services.ws.clock.today()})
        box = self.form.rows["quote"].editor
        assert isinstance(box, QComboBox)
        box.activated.connect(lambda _at: self._choose(box.currentData()))
        self.fill(self.form)
        amount = self.form.rows["amount"].typed
        amount.setFocus()
        amount.selectAll()

    def keep(self) -> None:
        """Note the money."""
        found = {name: made.raw() for name, made in self.form.rows.items()}
        number = int(found.pop("quote"))
        problem: list[InvalidValue] = []

        def command() -> Any:
            try:
                return payments.receive(self._s.ws, number, found)
            except InvalidValue as error:
                problem.append(error)
                return None

        for made in self.form.rows.values():
            made.tell("")
        changes = self._s.actions.run(command)
        if problem:
            made = self.form.rows.get(problem[0].field) or self.form.rows["amount"]
            made.tell(problem[0].sentence())
            self.fit()
            made.editor.setFocus()
        elif changes:
            self.accept()

    def _choose(self, code: str) -> None:
        self.form.rows["amount"].put(self._debts[code].owed)

    def _said(self, one: Debt) -> str:
        owed = format_amount(one.owed, one.currency, language())
        return _("{number}, {amount} owed").format(number=one.number, amount=owed)


def _alert() -> QLabel:
    made = QLabel()
    made.setPixmap(icon("circle-alert", "danger").pixmap(14, 14))
    return made
