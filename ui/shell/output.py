"""Paper and file: both get the very pages of the preview."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from app.shared.errors import KebuError
from app.shared.i18n import N_, _
from app.transfer.exporting.writing import replacing
from ui.shell.page import Services

Make = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What the page of the print preview shows.

    Args:
        name: what the file and the printer's job are called.
        make: ``make(lying, progress, cancelled)`` gives the file, in a job; ``lying`` is None as the columns ask.
        turns: whether the person may choose how the page lies.
    """

    name: str
    make: Callable[[bool | None, Callable[[float], object], Callable[[], bool]], bytes]
    turns: bool = True


class Output:
    """Prints documents and saves them as PDF files, in jobs."""

    def __init__(self, parent: QWidget, services: Services) -> None:
        self._parent, self._s = parent, services

    def print(self, name: str, make: Make) -> None:
        """Print a document through the system's dialog."""
        self._s.jobs.run(
            lambda _progress, _cancelled: make(),
            name="print",
            done=lambda pdf: self.print_file(name, pdf),
            failed=self._s.messages.error,
        )

    def save(self, name: str, make: Make) -> None:
        """Ask for a file name and write the document there."""
        path = self._s.messages.save_file(_("Save PDF"), f"{name}.pdf", _("PDF files (*.pdf)"))
        if path is None:
            return
        path = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
        self._s.jobs.run(
            lambda _progress, _cancelled: write(path, make()),
            name="pdf",
            done=lambda _size: self._saved(path),
            failed=self._s.messages.error,
        )

    def _saved(self, path: Path) -> None:
        self._s.messages.toast(_("Saved as {name}").format(name=path.name), _("Open"), "", lambda: show(path))

    def print_file(self, name: str, pdf: bytes) -> None:
        """Print a PDF through the system's dialog."""
        from reports.preview import PdfPages
        from ui.runtime.printing import ask_printer, print_pages

        with PdfPages(pdf) as pages:
            count, size = len(pages), pages.sizes[0]
        printer = ask_printer(self._parent, name, count, lying=size[0] > size[1])
        if printer is None:
            return
        self._s.jobs.run(
            lambda progress, cancelled: print_pages(pdf, printer, progress=progress, cancelled=cancelled),
            name="print",
            done=self._printed,
            failed=self._s.messages.error,
        )

    def _printed(self, pages: Any) -> None:
        if pages:
            self._s.messages.toast(_("Sent to the printer"))
        else:
            self._s.messages.error(
                KebuError(N_("The printer did not take the pages."), N_("Check that it is switched on and has paper."))
            )


def write(path: Path, data: bytes) -> int:
    """Write a file whole or not at all; returns its size. Raises KebuError with a plain reason."""
    with replacing(path) as file:
        file.write(data)
    return len(data)


def show(path: Path) -> None:
    """Open a file with the system's program for it."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
