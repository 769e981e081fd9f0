"""The user's own company: what stands on quotes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from app.records.fields import FieldKind
from app.records.workspace import ChangeSet
from app.settings import commands, images, queries
from app.shared.errors import KebuError
from app.shared.i18n import N_, _, translate
from ui.runtime.application import theme
from ui.settings.section import Section, heading
from ui.shell.page import Services
from ui.widgets.basics import column, label, row
from ui.widgets.buttons import button
from ui.widgets.record_form import RecordForm

PICTURES = ("logo", "stamp", "signature")


class CompanySection(Section):
    """A form that saves each field as it is left, and the pictures of letterhead, stamp and signature."""

    title = N_("My company")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        record = services.ws.dictionary.type("company")
        plain = [field for field in record.fields if field.kind is not FieldKind.IMAGE]
        self.form = RecordForm(plain, self._save)
        self.pictures = {
            name: PictureBox(services, name, record.field(name).label, self._save_picture) for name in PICTURES
        }
        self.column.addWidget(heading(N_("What stands on your quotes")))
        self.column.addWidget(self.form)
        self.column.addWidget(heading(N_("Pictures")))
        holder = QWidget()
        holder.setLayout(row(*self.pictures.values(), None, gap=16))
        self.column.addWidget(holder)

    def show_all(self) -> None:
        found = queries.company(self.s.ws)
        self.form.put(found.values if found else {})
        for name, box in self.pictures.items():
            box.put(found.get(name) if found else None)

    def apply(self, changes: ChangeSet) -> None:
        if changes.touches("company"):
            self.show_all()

    def leave(self) -> None:
        self.form.commit()

    def _save(self, name: str, raw: Any) -> None:
        values = {name: raw}
        if queries.company(self.s.ws) is None and name != "name":
            # The profile begins with its name; what was typed before it is saved together with it.
            values |= {
                field: made.editor.text() for field, made in self.form.rows.items() if hasattr(made.editor, "text")
            }
        commands.save_company(self.s.ws, values)

    def _save_picture(self, name: str, data: bytes | None) -> None:
        self.s.actions.run(lambda: commands.save_company(self.s.ws, {name: data}))


class PictureBox(QWidget):
    """One picture with the buttons that choose and remove it."""

    def __init__(self, services: Services, name: str, caption: str, save: Any) -> None:
        """``caption``: English source text; ``save(name, bytes or None)``."""
        super().__init__()
        self._s, self._name, self._save, self._caption = services, name, save, caption
        self.picture = QLabel()
        self.picture.setFixedSize(196, 96)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setStyleSheet(
            f"background:#FFFFFF;border:1px solid {theme().c('border').name()};border-radius:5px;"
        )
        self.choose = button(N_("Choose…"), "image", small=True, on=self._choose)
        self.remove = button(N_("Remove"), small=True, role="plain", on=lambda: self._save(self._name, None))
        self.setLayout(
            column(label(caption, "muted", "small"), self.picture, row(self.choose, self.remove, None, gap=4), gap=6)
        )

    def put(self, data: bytes | None) -> None:
        """Show the picture of these bytes, or none."""
        pixmap = QPixmap()
        if data and pixmap.loadFromData(data):
            size = self.picture.size() * 0.9
            shown = pixmap.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
            self.picture.setPixmap(shown)
        else:
            self.picture.setPixmap(QPixmap())
        self.picture.setAccessibleName(translate(self._caption))
        self.choose.setAccessibleDescription(translate(self._caption))
        self.remove.setVisible(bool(data))

    def _choose(self) -> None:
        path = self._s.messages.open_file(translate(self._caption), _("Pictures (*.png *.jpg *.jpeg *.bmp *.webp)"))
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Keep the picture of a file."""
        try:
            data = images.read(self._name, path)
        except KebuError as error:
            self._s.messages.error(error)
            return
        self._save(self._name, data)
