"""A new product made from what was typed into a line."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.products import commands
from app.records.commands import checked
from app.records.workspace import Workspace
from app.shared.i18n import N_
from ui.widgets.new_record import NewRecord

FIELDS = ("name", "code", "specification", "unit", "price", "cost", "tax_rate", "category")


def ask_product(ws: Workspace, name: str, parent: QWidget) -> int:
    """Ask for a product of this name and make it; its id, 0 when called off."""
    record = ws.dictionary.type("product")
    dialog = NewRecord(
        N_("New product"),
        N_("Create and use"),
        [record.field(field) for field in FIELDS],
        lambda values: checked(ws, record, values),
        lambda values: commands.new_product(ws, values).id,
        {"name": name},
        parent,
    )
    dialog.exec()
    dialog.deleteLater()
    return dialog.made
