"""The QR code of a contact or customer, large enough for a phone's camera, and its vCard as a file."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from app.records import queries
from app.shared.errors import KebuError
from app.shared.i18n import N_, _
from app.transfer.exporting.cards import write_cards
from app.transfer.exporting.qr import Matrix, qr_code
from ui.runtime.translator import tr
from ui.shell.page import Services
from ui.widgets.basics import column, label, row, wrapped
from ui.widgets.buttons import button

# ISO/IEC 18004 asks for a quiet zone of four modules.
QUIET = 4
SIZE = 320


class Code(QWidget):
    """Paints the modules black on white, whatever the theme: cameras want it so."""

    def __init__(self, matrix: Matrix) -> None:
        super().__init__()
        self._matrix = matrix
        tr(self, self.setAccessibleName, N_("QR code"))
        self.setFixedSize(QSize(SIZE, SIZE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        # Whole pixels: blurred edges are hard to read.
        module = self.width() // (len(self._matrix) + 2 * QUIET)
        edge = (self.width() - module * len(self._matrix)) // 2
        for down, line in enumerate(self._matrix):
            for across, dark in enumerate(line):
                if dark:
                    painter.fillRect(
                        QRectF(edge + across * module, edge + down * module, module, module), QColor("black")
                    )


class QrDialog(QDialog):
    """Shows the code; Esc closes it."""

    def __init__(self, services: Services, kind: str, number: int, matrix: Matrix, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._s, self._kind, self._number = services, kind, number
        self._name = queries.titles(services.ws, kind, (number,)).get(number, "")
        tr(self, self.setWindowTitle, N_("Take it with a phone"))
        self.code = Code(matrix)
        hint = label(
            N_("Point the phone's camera at the code; it offers to save the contact."), "muted", "small", wrap=True
        )
        save = button(N_("Save as vCard…"), "download", on=self.save)
        done = button(N_("Done"), role="primary", key="Esc", on=self.accept)
        self.setLayout(column(
            label(self._name, font="title", raw=True), 8, row(None, self.code, None), 8, wrapped(hint, SIZE), 10, row(save, None, done),
            margins=(24, 18, 24, 16),
        ))  # fmt: skip
        done.setFocus()

    def save(self) -> None:
        """Write the whole card to a file."""
        from app.documents.rules import safe_name

        target = self._s.messages.save_file(_("Save as vCard…"), f"{safe_name(self._name)}.vcf", "vCard (*.vcf)")
        if target is None:
            return
        try:
            write_cards(self._s.ws, target, self._s.ws.dictionary.type(self._kind), [self._number])
        except KebuError as error:
            self._s.messages.error(error)
            return
        self._s.messages.toast(_("Saved {name}").format(name=target.name))
        self.accept()


def show_code(services: Services, kind: str, number: int, parent: QWidget) -> None:
    """Show the code of a contact or customer."""
    try:
        matrix = qr_code(services.ws, kind, number)
    except KebuError as error:
        services.messages.error(error)
        return
    QrDialog(services, kind, number, matrix, parent.window()).exec()
