"""Printing a PDF through the system's dialog: its pages as pictures at the printer's resolution."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

MOST_DPI = 600


def ask_printer(parent: QWidget, name: str, pages: int, *, lying: bool = False) -> QPrinter | None:
    """Let the person choose printer, pages and copies in the system's dialog; None when called off."""
    printer = a4_printer(name, lying=lying)
    printer.setFromTo(1, pages)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, pages)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def a4_printer(name: str, *, lying: bool = False) -> QPrinter:
    """The system's printer, set to A4 without margins, as the page has its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setFullPage(True)
    side = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), side, QMarginsF(0, 0, 0, 0)))
    return printer


def chosen_pages(printer: QPrinter, pages: int) -> list[int]:
    """The pages, from 0, that the dialog asked for."""
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        first, last = printer.fromPage(), min(printer.toPage() or pages, pages)
        return list(range(first - 1, last))
    return list(range(pages))


def print_pages(
    pdf: bytes,
    printer: QPrinter,
    wanted: Sequence[int] | None = None,
    *,
    progress: Callable[[float, str], object] = lambda part, word: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Paint pages onto the printer; returns how many. Runs in a job."""
    from reports.preview import PdfPages

    with PdfPages(pdf) as pages:
        chosen = list(wanted) if wanted is not None else chosen_pages(printer, len(pages))
        painter = QPainter()
        if not chosen or not painter.begin(printer):
            return 0
        try:
            for done, page in enumerate(chosen):
                if cancelled():
                    printer.abort()
                    return done
                if done:
                    printer.newPage()
                width, height = pages.sizes[page]
                dpi = min(printer.resolution(), MOST_DPI)
                scale = printer.resolution() / 72
                painter.drawImage(QRectF(0, 0, width * scale, height * scale), image(pages, page, dpi=dpi))
                progress((done + 1) / len(chosen), "")
        finally:
            painter.end()
    return len(chosen)


def image(pages: Any, page: int, **size: Any) -> QImage:
    """One page of ``reports.preview.PdfPages`` as an image of its own; ``size`` as its ``picture`` has it."""
    made = pages.picture(page, **size)
    return QImage(made.pixels, made.width, made.height, made.stride, QImage.Format.Format_RGBX8888).copy()
