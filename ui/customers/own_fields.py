"""The card's section of what the user's own fields hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.records.fields import Field, FieldKind
from app.records.record import Record
from app.records.values import show
from app.shared.i18n import N_, _
from ui.customers.details import Section
from ui.runtime.application import theme
from ui.shell.page import Services
from ui.widgets.basics import PhoneLabel, label, row
from ui.widgets.cut_label import CutLabel
from ui.widgets.row_name import RowName

NAME = 104


class OwnFields(Section):
    """The own fields of a customer that hold something; hidden where none does. ``edit`` opens the form at one of them."""

    def __init__(self, services: Services, edit: Callable[[str], object]) -> None:
        self._first = ""
        super().__init__(N_("Own fields"), "pencil", N_("Edit the own fields"), lambda: edit(self._first))
        self.s = services
        self.hide()

    def show_customer(self, record: Record) -> None:
        """Show what the own fields of a customer hold."""
        own = [field for field in self.s.ws.dictionary.type("customer").fields if field.custom and not field.hidden]
        self._first = own[0].name if own else ""
        filled = [(field, value) for field in own if (value := record.get(field.name)) not in (None, "", ())]
        self.put([self._row(field, value) for field, value in filled])
        self.setVisible(bool(filled))

    def _row(self, field: Field, value: object) -> QWidget:
        name = CutLabel("muted", "small", NAME)
        name.setText(field.label)
        name.setFixedWidth(theme().px(NAME))
        made = QWidget()
        lay = row(name, gap=8)
        if field.kind is FieldKind.LONG_TEXT:
            lay.setAlignment(name, Qt.AlignmentFlag.AlignTop)
        said = self._value(field, value)
        lay.addWidget(said, 1)
        lay.setAlignment(said, Qt.AlignmentFlag.AlignLeft if field.kind is FieldKind.PHONE else Qt.AlignmentFlag(0))
        made.setLayout(lay)
        made.setMinimumHeight(theme().px(23))
        return made

    def _value(self, field: Field, value: Any) -> QWidget:
        if field.kind is FieldKind.PHONE:
            number = PhoneLabel(value)
            number.copied.connect(lambda said: self.s.messages.toast(_("Copied: {number}").format(number=said)))
            return number
        said = show(field, value, currency=self.s.ws.currency, today=self.s.ws.clock.today())
        if address := address_of(field, said):
            link = RowName(0, said, _("Open {name}").format(name=said), ())
            link.setProperty("role", "link")
            link.setStyleSheet("padding:0;text-align:left")
            link.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
            return link
        words = label(said, raw=True, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return words


def address_of(field: Field, text: str) -> str:
    """What the desktop opens for an e-mail address or a page of the web; "" for anything else."""
    if field.kind is FieldKind.EMAIL:
        return f"mailto:{text}"
    if field.kind is not FieldKind.URL:
        return ""
    if " " in text:
        return ""
    whole = text if "://" in text else f"https://{text}"
    return whole if urlsplit(whole).scheme in ("http", "https") else ""
