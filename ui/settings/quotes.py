"""How new quotes begin: number, currency, taxes, terms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from app.records.values import coerce
from app.records.workspace import CURRENCY, ChangeSet
from app.sales import settings
from app.sales.commands import set_number_pattern
from app.sales.numbering import parse_pattern
from app.sales.records import ROUNDINGS
from app.sales.won import set_target, target, target_of
from app.shared.errors import InvalidValue, KebuError
from app.shared.i18n import N_, _, translate
from app.shared.money import SYMBOLS, format_number
from app.shared.settings import Setting
from ui.runtime.given import given
from ui.runtime.translator import tr
from ui.settings.section import Section, SettingRow, heading
from ui.shell.page import Services
from ui.widgets.basics import Switch, column, label
from ui.widgets.buttons import Choices
from ui.widgets.line_edit import LineEdit
from ui.widgets.record_form import Notes


class QuotesSection(Section):
    """Settings of the book; each is saved as it is left, and can be undone."""

    title = N_("Quotes")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.error = label("", "danger", "small", raw=True, wrap=True)
        self.pattern = self._line(N_("Number of quotes"), self._take_pattern)
        self.currency = QComboBox()
        self.currency.setEditable(True)
        self.currency.addItems(list(SYMBOLS))
        tr(self.currency, self.currency.setAccessibleName, N_("Currency"))
        given(self.currency.lineEdit()).editingFinished.connect(self._take_currency)
        self.currency.activated.connect(lambda _at: self._take_currency())
        self.rates = self._line(N_("Tax rates to choose from"), self._take_rates)
        self.rate = self._line(N_("Usual tax rate"), self._take_rate)
        self.included = Switch(N_("Prices include tax"))
        self.included.clicked.connect(lambda on: self._keep(settings.TAX_INCLUDED, on))
        self.days = self._line(N_("Days that a quote is valid"), self._take_days)
        self.rounding = Choices([(one.code, one.label) for one in ROUNDINGS], small=True, name=N_("Rounding"))
        self.rounding.chosen.connect(lambda code: self._keep(settings.ROUNDING, code))
        self.language = Choices([("zh", "中文"), ("en", "English")], small=True, name=N_("Language of the document"))
        self.language.chosen.connect(lambda code: self._keep(settings.LANGUAGE, code))
        self.rows = {
            "pattern": SettingRow("hash", N_("Number of quotes"), self.pattern),
            "language": SettingRow("languages", N_("Language of the document"), self.language),
            "days": SettingRow("calendar", N_("Days that a quote is valid"), self.days),
            "currency": SettingRow("wallet", N_("Currency"), self.currency),
            "included": SettingRow("file-text", N_("Prices include tax"), self.included),
            "rate": SettingRow("file-text", N_("Usual tax rate"), self.rate),
            "rates": SettingRow("list", N_("Tax rates to choose from"), self.rates),
            "rounding": SettingRow("wallet", N_("Rounding"), self.rounding),
        }
        self.target = self._line(N_("Target of the month"), self._take_target)
        goal = SettingRow("check", N_("Target of the month"), self.target)
        self.column.addWidget(heading(N_("New quotes begin with")))
        self.column.addWidget(self.error)
        for one in self.rows.values():
            self.column.addWidget(one)
        self.column.addWidget(heading(N_("What is to be won")))
        self.column.addWidget(goal)
        self.rows["target"] = goal
        self.column.addWidget(heading(N_("Standard terms")))
        self.payment = self._line(N_("Payment terms"), lambda text: self._keep(settings.PAYMENT_TERMS, text), 0)
        self.delivery = self._line(N_("Delivery terms"), lambda text: self._keep(settings.DELIVERY_TERMS, text), 0)
        self.terms = Notes(lambda text: self._keep(settings.TERMS, text))
        self.terms.setFixedHeight(110)
        tr(self.terms, self.terms.setAccessibleName, N_("Standard terms"))
        for name, editor in (
            (N_("Payment terms"), self.payment),
            (N_("Delivery terms"), self.delivery),
            (N_("Terms, one a line"), self.terms),
        ):
            holder = QWidget()
            holder.setLayout(column(label(name, "muted", "small"), editor, gap=2, margins=(0, 4, 0, 4)))
            self.column.addWidget(holder)
        self.retranslate()

    def show_all(self) -> None:
        get = self.s.ws.setting
        self.pattern.put(get(settings.NUMBER_PATTERN))
        self.currency.setCurrentText(get(CURRENCY))
        self.rates.put(settings.said_taxes(get(settings.TAX_RATES)))
        self.rate.put(settings.said_taxes(get(settings.DEFAULT_TAX)))
        self.included.setChecked(get(settings.TAX_INCLUDED))
        self.days.put(str(get(settings.VALID_DAYS)))
        self.rounding.choose(get(settings.ROUNDING))
        self.language.choose(get(settings.LANGUAGE))
        self.payment.put(get(settings.PAYMENT_TERMS))
        self.delivery.put(get(settings.DELIVERY_TERMS))
        self.terms.put(get(settings.TERMS))
        goal = target(self.s.ws)
        self.target.put(format_number(goal, 0) if goal else "")
        self.retranslate()

    def apply(self, changes: ChangeSet) -> None:
        if changes.touches("setting"):
            self.show_all()

    def retranslate(self) -> None:
        today = self.s.ws.clock.today()
        try:
            example = parse_pattern(self.s.ws.setting(settings.NUMBER_PATTERN)).number(today, 18)
        except KebuError:
            example = ""
        said = {
            "pattern": _(
                "{{yy}} year, {{mm}} month, {{seq:03}} the number that counts up; the next is like {example}"
            ).format(example=example),
            "days": _("The last day counts."),
            "currency": _("The currency of amounts that name none, such as CNY or USD."),
            "included": _("A quote can decide otherwise."),
            "rates": _("In percent, parted by blanks; “{exempt}” is free of tax.").format(exempt=_("exempt")),
            "rate": _("What new lines begin with."),
            "target": _("From this month on, in the book's currency; it stands on Today. Empty: none."),
        }
        for name, text in said.items():
            self.rows[name].say(text)

    def leave(self) -> None:
        for editor in (self.pattern, self.rates, self.rate, self.days, self.target, self.payment, self.delivery):
            editor.commit()

    def _line(self, name: str, take: Callable[[str], object], width: int = 180) -> LineEdit:
        made = LineEdit(name)
        if width:
            made.setFixedWidth(width)
        made.left.connect(take)
        return made

    def _keep(self, setting: Setting[Any], value: Any) -> None:
        self.error.setText("")
        self.s.actions.run(lambda: self.s.ws.set_setting(setting, value), translate(N_("Settings saved")))

    def _refuse(self, error: KebuError) -> None:
        self.error.setText(str(error))
        self.show_all()

    def _take_target(self, text: str) -> None:
        try:
            target_of(text)
        except KebuError as error:
            self._refuse(error)
            return
        self.error.setText("")
        self.s.actions.run(lambda: set_target(self.s.ws, text), translate(N_("Settings saved")))

    def _take_pattern(self, text: str) -> None:
        try:
            parse_pattern(text)
        except KebuError as error:
            self._refuse(error)
            return
        self.error.setText("")
        self.s.actions.run(lambda: set_number_pattern(self.s.ws, text))

    def _take_currency(self) -> None:
        code = self.currency.currentText().strip().upper()
        if code == self.s.ws.setting(CURRENCY):
            return
        if len(code) != 3 or not code.isalpha() or not code.isascii():
            self._refuse(InvalidValue("currency", N_("A currency has three letters."), N_("Write it like CNY or USD.")))
            return
        self._keep(CURRENCY, code)

    def _take_rates(self, text: str) -> None:
        words = settings.kept_taxes(text).split()
        wrong = next((word for word in words if settings.read_tax(word) is None), "")
        if wrong or not words:
            self._refuse(
                InvalidValue("rates", N_("“{word}” is no tax rate."), N_("Write figures from 0 to 100."), word=wrong)
            )
            return
        self._keep(settings.TAX_RATES, " ".join(words))

    def _take_rate(self, text: str) -> None:
        if settings.read_tax(text) is None:
            self._refuse(
                InvalidValue("rate", N_("“{word}” is no tax rate."), N_("Write figures from 0 to 100."), word=text)
            )
            return
        self._keep(settings.DEFAULT_TAX, settings.kept_taxes(text))

    def _take_days(self, text: str) -> None:
        field = self.s.ws.dictionary.type("product").field("warranty_months")
        try:
            days = coerce(field, text)
        except KebuError as error:
            self._refuse(error)
            return
        if days is None or not 1 <= days <= 3650:
            self._refuse(InvalidValue("days", N_("A quote is valid for 1 to 3650 days."), N_("Write a whole number.")))
            return
        self._keep(settings.VALID_DAYS, days)
