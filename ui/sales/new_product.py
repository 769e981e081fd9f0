"""A new product, made from what was typed into a line."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from app.products import commands
from app.records.commands import checked
from app.records.workspace import Workspace
from app.shared.errors import InvalidValue, KebuError
from app.shared.i18n import N_, _
from ui.runtime.translator import tr
from ui.widgets.basics import column, label, row
from ui.widgets.buttons import button
from ui.widgets.record_form import RecordForm

FIELDS = ("name", "code", "specification", "unit", "price", "cost", "tax_rate", "category")


class NewProduct(QDialog):
    """A short form; ``made`` is the id of the product after Enter or its button, 0 before."""

    def __init__(self, ws: Workspace, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.made = 0
        self._ws = ws
        self._values: dict[str, Any] = {"name": name}
        tr(self, self.setWindowTitle, N_("New product"))
        self.setMinimumWidth(480)
        record = ws.dictionary.type("product")
        self.form = RecordForm([record.field(field) for field in FIELDS], self._keep)
        self.form.put(self._values)
        self.problem = label("", "danger", "small", raw=True, wrap=True)
        self.problem.hide()
        create = button(N_("Create and use"), role="primary", on=self.create)
        create.setDefault(True)
        buttons = row(None, button(N_("Cancel"), on=self.reject), create)
        self.setLayout(column(self.form, self.problem, buttons, gap=14, margins=(24, 20, 24, 16)))
        self.form.first().setFocus()

    def create(self) -> None:
        """Make the product; what is wrong stands under its field."""
        self.form.commit()
        if not str(self._values.get("name") or "").strip():
            self.form.rows["name"].tell(_("Type a name."))
            return
        try:
            self.made = commands.new_product(self._ws, self._values).id
        except InvalidValue as error:
            made = self.form.rows.get(error.field)
            if made is not None:
                made.tell(str(error))
            else:
                self._tell(str(error))
        except KebuError as error:
            self._tell(str(error))
        else:
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.create()
            return
        super().keyPressEvent(event)

    def _keep(self, name: str, raw: Any) -> None:
        self._values[name] = raw
        checked(self._ws, self._ws.dictionary.type("product"), {name: raw})

    def _tell(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
