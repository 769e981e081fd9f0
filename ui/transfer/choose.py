"""Step 1: choose a file, drop one, or paste; reading runs beside with progress and cancel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.shared.i18n import N_
from ui.runtime.application import theme, translator
from ui.runtime.icons import icon
from ui.shell.page import Services
from ui.transfer.earlier import EarlierImports
from ui.widgets.basics import ProgressStrip, column, label, row
from ui.widgets.buttons import button


class ChooseStep(QWidget):
    """A place to drop files, a button, and what went wrong. ``wanted``: choose files; ``pasted``: take the clipboard."""

    wanted = Signal()
    pasted = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.earlier = EarlierImports(services)
        self.title = label(N_("Drop an old sheet anywhere on the window"), font="title")
        self.hint = label(
            N_("Excel (.xlsx, .xls, .xlsb), OpenDocument and text files. Several at once are fine. The file is never changed."),
            "muted", wrap=True,
        )  # fmt: skip
        self.choose = button(N_("Choose files"), "folder-open", "primary", key="Ctrl+O", on=self.wanted.emit)
        self.paste = button(N_("Paste from the clipboard"), "clipboard-paste", key="Ctrl+V", on=self.pasted.emit)
        self.strip = ProgressStrip()
        self.strip.bar.setMinimumWidth(160)
        self.sign = label("", raw=True)
        self.problem = label("", "danger", raw=True, wrap=True)
        self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.failure = QFrame()
        self.failure.setLayout(row(self.sign, self.problem, gap=8))
        self.failure.layout().setStretch(1, 1)
        self.failure.layout().setAlignment(self.sign, Qt.AlignmentFlag.AlignTop)
        self.failure.hide()
        self.ground = QFrame()
        self.ground.setProperty("pane", "drop")
        self.ground.setMinimumHeight(theme().px(190))
        self.ground.setMaximumWidth(theme().px(720))
        self.ground.setLayout(
            column(
                None,
                self.title,
                6,
                self.hint,
                16,
                row(self.choose, self.paste, None),
                12,
                self.strip,
                None,
                margins=(28, 20, 28, 20),
            )
        )
        self.setLayout(column(self.ground, 14, self.failure, 8, self.earlier, None, margins=(20, 20, 20, 20)))
        self.layout().setStretch(4, 1)
        translator().changed.connect(lambda _language: self.earlier.refresh())

    def showEvent(self, event: QShowEvent) -> None:
        self.earlier.refresh()
        super().showEvent(event)

    def fail(self, text: str) -> None:
        """Say plainly why a file cannot be read; "" clears it."""
        self.sign.setPixmap(icon("circle-alert", "danger").pixmap(16, 16))
        self.problem.setText(text)
        self.failure.setVisible(bool(text))
