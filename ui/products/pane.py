"""The pane beside the list of products: each field saves as it is left."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.products import commands
from app.records import queries
from app.settings.images import read
from app.shared.errors import KebuError, NotFound
from app.shared.i18n import N_, _
from ui.products.picture import PictureField
from ui.shell.page import Services
from ui.widgets.basics import column, label, line, row
from ui.widgets.buttons import button
from ui.widgets.record_form import RecordForm

WIDTH = 360
PICTURES = "*.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff"


class ProductPane(QFrame):
    """One product as a form. ``saved`` after a field was written; ``closed`` asks to close the pane; ``deleted`` to delete."""

    saved = Signal()
    closed = Signal()
    deleted = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.s = services
        self.number = 0
        record = services.ws.dictionary.type("product")
        self.title = label("", font="title", raw=True, wrap=True)
        self.picture = PictureField()
        self.form = RecordForm(record.fields, self._save, self._suggest)
        self.remove = button(N_("Delete"), "trash-2", "danger", small=True, on=self.deleted.emit)
        self.close_button = button("", "x", "plain", small=True, name=N_("Close"), key="Esc", on=self.closed.emit)
        self.close_button.hide()
        self.picture.wanted.connect(self.choose_picture)
        self.picture.removed.connect(lambda: self._save_picture(None))
        inner = QWidget()
        inner.setLayout(column(self.picture, self.form, row(None, self.remove), None, gap=14, margins=(16, 14, 16, 16)))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self.body = scroll
        head = row(self.title, None, self.close_button, margins=(16, 12, 12, 10))
        self.setLayout(column(head, line(), scroll, stretch=2))
        self.setMinimumWidth(300)

    def show_product(self, number: int) -> None:
        """Show a product; 0 for none."""
        if number != self.number:
            self.commit()
        self.number = number
        fields = [field.name for field in self.s.ws.dictionary.type("product").fields]
        found = queries.rows(self.s.ws, "product", (number,), fields) if number else []
        self.body.setVisible(bool(found))
        self.title.setText(found[0].title if found else "")
        if found:
            self.form.put(found[0])
            self.picture.put(found[0]["picture"])

    def commit(self) -> None:
        """Save the field being typed."""
        if self.number:
            self.form.commit()

    def choose_picture(self) -> None:
        """Let the person choose a picture file."""
        path = self.s.messages.open_file(_("Choose a picture"), _("Pictures ({patterns})").format(patterns=PICTURES))
        if path is None:
            return
        number = self.number
        self.s.jobs.run(
            lambda _progress, _cancelled: read("picture", path),
            name="picture",
            done=lambda data: self._save_picture(data, number),
            failed=self.s.messages.error,
        )

    def _save_picture(self, data: bytes | None, number: int = 0) -> None:
        ws, number = self.s.ws, number or self.number
        self.s.actions.run(lambda: commands.update_product(ws, number, {"picture": data}))

    def _save(self, name: str, raw: Any) -> None:
        try:
            changes = commands.update_product(self.s.ws, self.number, {name: raw})
        except NotFound:
            return
        except KebuError:
            raise
        if changes:
            self.saved.emit()

    def _suggest(self, name: str) -> list[str]:
        return queries.distinct(self.s.ws, "product", name)
