"""The list of products under a cell: by code, name or pinyin initials, with prices."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.products import queries as products
from app.products.queries import ProductChoice
from app.records.workspace import Workspace
from app.sales import queries as sales
from app.shared.date_words import within
from app.shared.dates import show_day
from app.shared.i18n import N_, language, translate
from app.shared.money import format_price
from ui.sales.cell_edit import CellEdit
from ui.widgets import painting
from ui.widgets.popup_list import CHOICE, Choice, PopupList

WIDTH = 460


class ProductPopup(QObject):
    """Opens under the product cell as one types. ``chosen`` gives the product.

    Args:
        editor: the cell's editor.
        quote: gives the quote's id and its customer's id and name, for the last price.
    """

    chosen = Signal(object)

    def __init__(self, ws: Workspace, editor: CellEdit, quote: Callable[[], tuple[int, int | None, str]]) -> None:
        super().__init__(editor)
        self._ws, self._editor, self._quote = ws, editor, quote
        self.list = PopupList(editor)
        self.list.chosen.connect(self.chosen.emit)
        self.list.list.selectionModel().currentChanged.connect(lambda now, _old: self._foot(now.data(CHOICE)))
        editor.textEdited.connect(self.seek)
        editor.destroyed.connect(self.list.deleteLater)

    @property
    def visible(self) -> bool:
        """Whether the list is open."""
        return self.list.isVisible()

    def seek(self, text: str) -> None:
        """Offer the products that fit the text; nothing for no text."""
        text = text.strip()
        self.offer(products.lookup(self._ws, text) if text else [])

    def offer(self, found: list[ProductChoice]) -> None:
        """Show these products."""
        text = self._editor.text().strip()
        self.list.offer([_row(product, text) for product in found], width=WIDTH, foot=" ")
        if found:
            self._foot(self.list.list.currentIndex().data(CHOICE))

    def _foot(self, choice: Choice | None) -> None:
        if choice is None:
            return
        parts = [
            translate(N_("Enter: take")),
            translate(N_("Ctrl+N: new product “{name}”")).format(name=self._editor.text().strip()),
        ]
        quote, customer, name = self._quote()
        last = sales.last_price(self._ws, customer, choice.value.id, besides=quote)
        if last is not None:
            said = translate(N_("Last price for {customer} {price} ({day})"))
            day = within(show_day(last.date, self._ws.clock.today(), language()))
            parts.append(said.format(customer=name, price=format_price(last.price), day=day))
        self.list.foot.setText("    ".join(parts))
        self.list.foot.setToolTip(parts[-1])


def _row(product: ProductChoice, text: str) -> Choice:
    detail = " · ".join(dict.fromkeys(part for part in (product.code, product.specification, product.unit) if part))
    price = format_price(product.price) if product.price is not None else ""
    return Choice(product, product.name, detail, figure=price, marks=tuple(painting.find_places(product.name, text)))
