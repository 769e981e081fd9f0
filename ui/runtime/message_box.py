"""The box that says or asks something, in the look of the program's own dialogs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget

from ui.runtime.application import theme
from ui.runtime.icons import icon

SIDE = 28


def message_box(sign: str, tone: str, title: str, text: str, parent: QWidget | None) -> QMessageBox:
    """A box with its action as heading; the caller adds the buttons.

    Args:
        sign: the name of its icon. tone: the token of the icon's colour.
        title, text: said already in the person's language; shown as they are, never as markup.
    """
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setText(title)
    box.setInformativeText(text)
    side = theme().px(SIDE)
    box.setIconPixmap(icon(sign, tone).pixmap(side, side))
    for one in box.findChildren(QLabel):
        one.setTextFormat(Qt.TextFormat.PlainText)
    return box


def add_button(box: QMessageBox, text: str, role: QMessageBox.ButtonRole, look: str = "") -> QPushButton:
    """Add a button without a picture; ``look`` is primary, danger or "" for a plain one."""
    made = box.addButton(text, role)
    made.setIcon(QIcon())
    made.setProperty("role", look)
    made.style().polish(made)
    return made
