"""The head of a quote: customer, contact, date, validity, and behind More what is rarer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from app.records import queries
from app.records.workspace import Workspace
from app.sales import entry
from app.sales.records import AFTER_DEAL
from app.sales.view import QuoteView
from app.shared.errors import KebuError
from app.shared.i18n import N_, language, translate
from app.shared.money import format_amount
from ui.runtime.application import theme, translator
from ui.runtime.translator import tr
from ui.sales.pickers import ContactBox, ValidityField
from ui.widgets.basics import column, label
from ui.widgets.buttons import button
from ui.widgets.customer_field import CustomerField
from ui.widgets.record_form import FieldRow

FORM = ("date",)
RARE = ("project", "delivery_terms", "payment_terms", "currency", "rounding")
Save = Callable[[dict[str, Any]], object]
_BESIDE = 4


class HeaderForm(QFrame):
    """The fields; each is saved as it is left.

    Args:
        save: writes header values; its ``KebuError`` is shown under the field.

    Signals: ``new_customer`` a name to make a customer of; ``folded`` whether the rarer fields are hidden now.
    """

    new_customer = Signal(str)
    folded = Signal(bool)

    def __init__(self, ws: Workspace, save: Save) -> None:
        super().__init__()
        self._ws, self._save = ws, save
        self._view: QuoteView | None = None
        record = ws.dictionary.type("quote")
        self.customer, self.contact, self.validity = CustomerField(ws), ContactBox(), ValidityField(ws)
        self._own = [one.name for one in record.fields if one.custom and not one.hidden]
        self.rows = {
            name: FieldRow(record.field(name), self._save_one, self._suggest)
            for name in (*FORM, *RARE, *AFTER_DEAL, *self._own)
        }
        self.errors = {
            name: label("", "danger", "small", raw=True, wrap=True) for name in ("customer", "contact", "valid_until")
        }
        self.prices = QComboBox()
        tr(self.prices, self.prices.setAccessibleName, N_("Prices"))
        self.more = button(N_("More"), "chevron-down", "plain", small=True, on=self.toggle)
        self.more.setCheckable(True)
        self.customer.chosen.connect(lambda number: self._try("customer", {"customer": number}))
        self.customer.new_wanted.connect(self.new_customer.emit)
        self.contact.chosen.connect(lambda number: self._try("contact", {"contact": number or None}))
        self.validity.left.connect(self._left_validity)
        self.prices.activated.connect(lambda _at: self._try("", {"tax_included": self.prices.currentData()}))
        self.rows["date"].required.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for at, (widget, stretch) in enumerate((
            (self._cell(N_("Customer"), self.customer, "customer"), 21),
            (self._cell(N_("Contact"), self.contact, "contact"), 13),
            (self.rows["date"], 10),
            (self._cell(N_("Validity"), self.validity, "valid_until"), 15),
        )):  # fmt: skip
            grid.addWidget(widget, 0, at)
            grid.setColumnStretch(at, stretch)
        self.rare = QWidget()
        rare = QHBoxLayout(self.rare)
        rare.setContentsMargins(0, 0, 0, 0)
        rare.setSpacing(12)
        self.rows["currency"].required.hide()
        self.rows["rounding"].required.hide()
        cells = [*(self.rows[name] for name in RARE), self._cell(N_("Prices"), self.prices)]
        for cell, stretch in zip(cells, (12, 11, 11, 6, 14, 12), strict=True):
            cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            rare.addWidget(cell, stretch)
        self.own = QWidget()
        own = QGridLayout(self.own)
        own.setContentsMargins(0, 0, 0, 0)
        own.setHorizontalSpacing(12)
        for at, name in enumerate(self._own):
            self.rows[name].setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            own.addWidget(self.rows[name], at // _BESIDE, at % _BESIDE, Qt.AlignmentFlag.AlignTop)
        for place in range(_BESIDE):
            own.setColumnStretch(place, 1)
        self.owed = label("", raw=True)
        self.after = self._after()
        self.unfold(False)
        self.setLayout(column(grid, self.after, self.rare, self.own, gap=8, margins=(20, 10, 20, 12)))
        translator().changed.connect(lambda _language: self._say())
        self._say()

    def toggle(self) -> None:
        """Show or hide the rarer fields."""
        self.unfold(self.rare.isHidden())
        self.folded.emit(self.rare.isHidden())

    def unfold(self, on: bool) -> None:
        """Show the rarer fields, or hide them."""
        self.rare.setVisible(on)
        self.own.setVisible(on and bool(self._own))
        self.more.setChecked(on)

    def show_view(self, view: QuoteView, *, open_: bool) -> None:
        """Show a quote; ``open_`` tells whether it may be changed."""
        self._view = view
        self.customer.show_name(view.customer_name)
        self.contact.show_contacts(self._ws, view.customer, view.contact)
        self.validity.show_days(view.date, view.valid_until)
        for name, made in self.rows.items():
            if not (made.editor.hasFocus() and getattr(made.editor, "changed", True)):
                made.put(view.value(name))
            made.setEnabled(open_ or name in self._own or name in AFTER_DEAL)
        self.after.setVisible(view.status == "won")
        self._show_owed(view)
        self.prices.setCurrentIndex(int(view.tax_included))
        for widget in (self.customer, self.contact, self.validity, self.prices):
            widget.setEnabled(open_)

    def _after(self) -> QWidget:
        """What is told of a quote once it is won: its days, what came in, and what is still owed."""
        after = QWidget()
        cells = [*(self.rows[name] for name in AFTER_DEAL), self._cell(N_("Still owed"), self.owed)]
        lay = QHBoxLayout(after)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(12)
        for cell, stretch in zip(cells, (11, 11, 11, 11, 12, 12), strict=True):
            cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            lay.addWidget(cell, stretch, Qt.AlignmentFlag.AlignTop)
        self._measure()
        theme().changed.connect(self._measure)
        return after

    def _measure(self) -> None:
        """Let what is owed stand as high as the field beside it."""
        self.owed.setFixedHeight(self.rows["received"].editor.sizeHint().height())

    def _show_owed(self, view: QuoteView) -> None:
        owed = view.owed
        late = bool(owed) and view.due_on is not None and view.due_on < self._ws.clock.today()
        said = format_amount(owed, view.currency, language()) if owed is not None else "—"
        self.owed.setText(translate(N_("{amount}, late")).format(amount=said) if late else said)
        self.owed.setProperty("tone", "danger" if late else "faint" if owed is None else "success" if not owed else "")
        self.owed.style().polish(self.owed)

    def commit(self) -> None:
        """Save the field being typed."""
        for editor in (self.validity, *(made.editor for made in self.rows.values())):
            if editor.hasFocus() and hasattr(editor, "commit"):
                editor.commit()

    def _cell(self, text: str, editor: QWidget, name: str = "") -> QWidget:
        caption = label(text, "muted", "small")
        caption.setBuddy(editor)
        cell = QWidget()
        parts = [caption, editor]
        if name:
            self.errors[name].hide()
            parts.append(self.errors[name])
        cell.setLayout(column(*parts, None, gap=2))
        return cell

    def _left_validity(self, text: str) -> None:
        if self._view is not None:
            self._try("valid_until", entry.validity(text, self._view.date))

    def _try(self, name: str, values: dict[str, Any]) -> None:
        said = ""
        try:
            self._save(values)
        except KebuError as error:
            said = str(error)
        if name:
            self.errors[name].setText(said)
            self.errors[name].setVisible(bool(said))
        if said and self._view is not None:
            self.show_view(self._view, open_=self.customer.isEnabled())

    def _save_one(self, name: str, raw: Any) -> None:
        self._save({name: raw})

    def _suggest(self, name: str) -> list[str]:
        return queries.distinct(self._ws, "quote", name)

    def _say(self) -> None:
        held = max(0, self.prices.currentIndex())
        self.prices.clear()
        self.prices.addItem(translate(N_("Without tax")), False)
        self.prices.addItem(translate(N_("With tax")), True)
        self.prices.setCurrentIndex(held)
