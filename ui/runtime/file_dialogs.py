"""The system's dialogs for files; Qt's own, where a desktop has none, with all its words in the window's language."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.shared.i18n import _

Label = QFileDialog.DialogLabel
Mode = QFileDialog.FileMode


def file_dialog(parent: QWidget | None, title: str, filters: str, mode: Mode, start: str = "") -> QFileDialog:
    """A dialog that is ready to be shown.

    Args:
        start: the folder, or for saving the proposed file.
    """
    place = Path(start) if start else Path()
    saving = mode is Mode.AnyFile
    dialog = QFileDialog(parent, title, str(place.parent if saving else place) if start else "", filters)
    dialog.setFileMode(mode)
    if saving:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(place.name)
    # Qt's catalogue lacks these two.
    dialog.setLabelText(Label.LookIn, _("Look in:"))
    dialog.setLabelText(Label.FileType, _("Files of type:"))
    return dialog


def choose(parent: QWidget | None, title: str, filters: str, mode: Mode, start: str = "") -> list[Path]:
    """The files that the person chooses, none when the dialog is cancelled; the system asks before one is replaced."""
    dialog = file_dialog(parent, title, filters, mode, start)
    try:
        if dialog.exec() != QFileDialog.DialogCode.Accepted:
            return []
        return [Path(name) for name in dialog.selectedFiles()]
    finally:
        dialog.deleteLater()
