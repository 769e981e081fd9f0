"""The figures at the foot of a quote, as the rule of totals works them out."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from app.records.values import plain
from app.records.workspace import Workspace
from app.sales import entry
from app.sales.rules import Margin, Totals, margin
from app.sales.settings import TaxChoice, tax_choices
from app.sales.view import QuoteView
from app.shared.errors import KebuError
from app.shared.i18n import N_, language, translate
from app.shared.money import decimals, format_amount, format_number
from ui.runtime.application import theme, translator
from ui.runtime.translator import tr
from ui.widgets.basics import follow_size, label, line
from ui.widgets.line_edit import LineEdit

Save = Callable[[dict[str, Any]], object]


class TotalsPane(QFrame):
    """Subtotal, discount, freight, tax by rate, rounding, total, margin.

    Args:
        save: writes header values; its ``KebuError`` is shown at the field.

    ``tax_chosen`` asks for one tax in all lines; ``drafted`` gives header values while they are typed.
    """

    tax_chosen = Signal(object)
    drafted = Signal(dict)

    def __init__(self, ws: Workspace, save: Save) -> None:
        super().__init__()
        self.setProperty("clear", True)
        self._ws, self._save = ws, save
        self._view: QuoteView | None = None
        follow_size(self, width=316)
        self.discount = _figure(N_("Whole discount, an amount or a percentage"))
        self.freight = _figure(N_("Freight"))
        self.tax = QComboBox()
        tr(self.tax, self.tax.setAccessibleName, N_("Tax of all lines"))
        self.tax.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.tax.activated.connect(self._choose_tax)
        self.discount.left.connect(lambda text: self._try(self.discount, lambda: entry.whole_discount(text)))
        self.freight.left.connect(lambda text: self._try(self.freight, lambda: {"freight": text or None}))
        self.discount.textEdited.connect(lambda text: self._draft(lambda: entry.whole_discount(text)))
        self.freight.textEdited.connect(lambda text: self._draft(lambda: {"freight": text or None}))
        self.words: dict[str, QLabel] = {}
        self.figures: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._taxes: list[QWidget] = []
        self._build()
        translator().changed.connect(
            lambda _language: self._view and self.show_view(self._view, self._view, open_=self._open)
        )
        self._open = True

    def show_view(self, view: QuoteView, held: QuoteView, *, open_: bool) -> Totals:
        """Show a quote's figures.

        Args:
            view: with what is being typed.
            held: as the book has it.
            open_: whether it may be changed.

        Returns:
            The figures.
        """
        self._view, self._open = held, open_
        totals, money = view.totals, view.currency
        places = decimals(money)
        self.figures["subtotal"].setText(format_number(totals.subtotal, places))
        self._put(self.discount, _discount_text(held), open_)
        self._put(self.freight, format_number(held.freight, places) if held.freight else "", open_)
        percent = bool(view.discount_percent)
        self.words["discount_value"].setText("−" + format_number(totals.discount, places) if percent else "")
        self._show_taxes(view, totals, open_)
        rounding = totals.rounding_difference
        self.words["rounding"].setVisible(bool(rounding))
        self.figures["rounding"].setVisible(bool(rounding))
        self.figures["rounding"].setText(format_number(rounding, places))
        self.figures["total"].setText(format_amount(totals.total, money, language()))
        self._show_margin(margin([one.priced for one in view.lines], totals, money))
        return totals

    def _show_taxes(self, view: QuoteView, totals: Totals, open_: bool) -> None:
        places = decimals(view.currency)
        for old in self._taxes:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._taxes = []
        taxes = totals.taxes
        single = len(taxes) <= 1
        self.words["tax"].setText(translate(N_("of it VAT") if view.tax_included else N_("VAT")))
        self.figures["tax"].setText(format_number(totals.tax, places) if single or not taxes else "")
        if not single:
            for at, tax in enumerate(taxes):
                said = translate(N_("exempt")) if tax.exempt else f"{plain(tax.rate)}%" if tax.rate is not None else "—"
                base = translate(N_("{rate} of {base}")).format(rate=said, base=format_number(tax.base, places))
                words = label(base, "muted", "small", raw=True)
                figure = label(format_number(tax.tax, places), raw=True)
                self._grid.addWidget(words, 10 + at, 0, 1, 2)
                self._grid.addWidget(figure, 10 + at, 2, Qt.AlignmentFlag.AlignRight)
                self._taxes += [words, figure]
        self.tax.setEnabled(open_)
        self.tax.blockSignals(True)
        self.tax.clear()
        rates = {(line.tax_rate, line.tax_exempt) for line in view.lines}
        if len(rates) > 1:
            self.tax.addItem(translate(N_("several")), None)
        choices = list(tax_choices(self._ws))
        for rate, exempt in rates:
            if len(rates) == 1 and TaxChoice(rate, exempt) not in choices:
                choices.append(TaxChoice(rate, exempt))
        for choice in choices:
            self.tax.addItem(_tax_words(choice), choice)
        if len(rates) == 1:
            wanted = TaxChoice(*next(iter(rates)))
            self.tax.setCurrentIndex(next((at for at, choice in enumerate(choices) if choice == wanted), 0))
        self.tax.blockSignals(False)

    def _show_margin(self, left: Margin | None) -> None:
        self.words["margin"].setVisible(left is not None)
        self.figures["margin"].setVisible(left is not None)
        if left is None:
            return
        said = f"{left.percent}%"
        if not left.complete:
            said = translate(N_("{percent}, some costs are missing")).format(percent=said)
        self.figures["margin"].setText(said)
        self.figures["margin"].setProperty("tone", "danger" if left.profit < 0 else "success")
        self.figures["margin"].style().polish(self.figures["margin"])

    def _put(self, field: LineEdit, text: str, open_: bool) -> None:
        if not field.hasFocus() or not field.isModified():
            field.put(text)
        field.setEnabled(open_)

    def _draft(self, read: Callable[[], dict[str, Any]]) -> None:
        try:
            values = {name: _decimal(value) for name, value in read().items()}
        except KebuError:
            return
        self.drafted.emit(values)

    def _choose_tax(self) -> None:
        if tax := self.tax.currentData():
            self.tax_chosen.emit(tax)

    def _try(self, field: LineEdit, read: Callable[[], dict[str, Any]]) -> None:
        said = ""
        try:
            self._save(read())
        except KebuError as error:
            said = str(error)
        field.setModified(False)
        field.setProperty("bad", bool(said))
        field.setToolTip(said)
        field.setAccessibleDescription(said)
        field.style().polish(field)
        self.words["problem"].setText(said)
        self.words["problem"].setVisible(bool(said))

    def _build(self) -> None:
        grid = self._grid
        self._row(0, "subtotal", N_("Subtotal"))
        self.words["discount"] = label(N_("Whole discount"), "muted")
        self.words["discount_value"] = label("", "muted", "small", raw=True)
        for at, (words, extra, field) in enumerate((
            (self.words["discount"], self.words["discount_value"], self.discount),
            (label(N_("Freight"), "muted"), None, self.freight),
        ), 1):  # fmt: skip
            words.setBuddy(field)
            grid.addWidget(words, at, 0)
            if extra is not None:
                grid.addWidget(extra, at, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(field, at, 2)
        self.words["problem"] = label("", "danger", "small", raw=True, wrap=True)
        self.words["problem"].hide()
        grid.addWidget(self.words["problem"], 3, 0, 1, 3)
        self._row(4, "tax", N_("VAT"))
        grid.addWidget(self.tax, 4, 1)
        self._row(30, "rounding", N_("Rounding"))
        rule = line()
        grid.addWidget(rule, 31, 0, 1, 3)
        grid.addWidget(label(N_("Total"), font="bodyStrong"), 32, 0)
        self.figures["total"] = label("", font="header", raw=True)
        grid.addWidget(self.figures["total"], 32, 1, 1, 2, Qt.AlignmentFlag.AlignRight)
        self.words["margin"] = label(N_("Margin (not printed)"), "muted", "small")
        self.figures["margin"] = label("", "success", "small", raw=True)
        margin = QHBoxLayout()
        margin.addWidget(self.words["margin"])
        margin.addStretch(1)
        margin.addWidget(self.figures["margin"])
        grid.addLayout(margin, 33, 0, 1, 3)
        self._measure()
        theme().changed.connect(self._measure)
        grid.setRowStretch(34, 1)

    def _measure(self) -> None:
        """Give the rows heights that go with the text."""
        for at, height in ((0, 28), (1, 28), (2, 28), (4, 28), (32, 34), (33, 20)):
            self._grid.setRowMinimumHeight(at, theme().px(height))
        self.tax.setStyleSheet(f"QComboBox{{min-height:{theme().px(24)}px;font-size:{theme().px(12)}px}}")
        for edit in (self.discount, self.freight):
            edit.setStyleSheet(f"QLineEdit{{min-height:{theme().px(22)}px;font-size:{theme().px(13)}px}}")

    def _row(self, at: int, name: str, text: str) -> None:
        self.words[name] = label(text, "muted")
        self.figures[name] = label("", raw=True)
        self._grid.addWidget(self.words[name], at, 0)
        self._grid.addWidget(self.figures[name], at, 2, Qt.AlignmentFlag.AlignRight)


def _figure(name: str) -> LineEdit:
    made = LineEdit(name)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    follow_size(made, width=104)
    return made


def _discount_text(view: QuoteView) -> str:
    if view.discount_percent:
        return plain(view.discount_percent) + "%"
    return format_number(view.discount, decimals(view.currency)) if view.discount else ""


def _tax_words(choice: TaxChoice) -> str:
    if choice.exempt:
        return translate(N_("exempt"))
    return "—" if choice.rate is None else plain(choice.rate) + "%"


def _decimal(value: str | Decimal | None) -> Decimal | None:
    from app.shared.money import parse_amount

    if isinstance(value, str):
        return parse_amount(value)
    return value
