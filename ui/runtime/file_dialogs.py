"""The system's dialogs for files; Qt's own, where a desktop has none, with all its words in the window's language."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.shared.i18n import _
from ui.runtime.given import given

Label = QFileDialog.DialogLabel
Mode = QFileDialog.FileMode
# The folder that a person chose last, as a property of the application.
LAST = "folder"


def file_dialog(parent: QWidget | None, title: str, filters: str, mode: Mode, start: str = "") -> QFileDialog:
    """A dialog that is ready to be shown.

    Args:
        start: the folder, or for saving the proposed file; without a folder the dialog begins where the last one ended,
            the first among the person's documents.
    """
    place = Path(start)
    saving = mode is Mode.AnyFile
    folder = place.parent if saving else place
    dialog = QFileDialog(parent, title, str(folder if folder.is_absolute() else usual_folder()), filters)
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
        chosen = [Path(name) for name in dialog.selectedFiles()]
        if chosen and not Path(start).is_absolute():
            folder = chosen[0] if mode is Mode.Directory else chosen[0].parent
            given(QApplication.instance()).setProperty(LAST, str(folder))
        return chosen
    finally:
        dialog.deleteLater()


def usual_folder() -> Path:
    """Where files are looked for first: the program may have been started from any folder, even its own."""
    last = str(given(QApplication.instance()).property(LAST) or "")
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((one for one in map(Path, filter(None, (last, documents))) if one.is_dir()), Path.home())
