"""Making a product."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.products import commands
from app.records.commands import checked
from app.shared.i18n import N_
from ui.shell.page import Services
from ui.widgets.new_record import NewRecord

FIELDS = ("name", "code", "specification", "unit", "price", "cost", "tax_rate", "category")


def new_product(services: Services) -> int:
    """Ask for a new product and show it in the list; its id, 0 when called off."""
    ws = services.ws
    record = ws.dictionary.type("product")
    dialog = NewRecord(
        N_("New product"), N_("Add product"), [record.field(name) for name in FIELDS],
        lambda values: checked(ws, record, values), lambda values: commands.new_product(ws, values).id,
        parent=QApplication.activeWindow(),
    )  # fmt: skip
    dialog.exec()
    made = dialog.made
    dialog.deleteLater()
    if made:
        services.router.open("product", made)
    return made
