"""Answers the dialog of an export, which is shown for real."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui.shell.export_dialog import ExportDialog


def answer_export(
    ending: str = ".xlsx", encoding: str = "utf-8", choose: Callable[[ExportDialog], object] = lambda _dialog: None
) -> None:
    """When the dialog opens, choose a kind of file, do what ``choose`` says, and go on."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        choose(dialog)
        formats = [dialog.file.itemData(at) for at in range(dialog.file.count())]
        dialog.file.setCurrentIndex([(one.ending, one.encoding) for one in formats].index((ending, encoding)))
        dialog.go.click()

    QTimer.singleShot(0, answer)
