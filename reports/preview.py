"""The pages of a PDF as pictures: for the preview and for printing, so that both show the file itself."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

POINTS_PER_INCH = 72
_pdfium = threading.Lock()  # pdfium must not be entered by two threads at once


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page in pixels: four bytes each, red, green, blue and one unused (``QImage.Format_RGBX8888``)."""

    width: int
    height: int
    stride: int
    pixels: bytes


class PdfPages:
    """An open PDF. Close it, or use it in a ``with`` block.

    Args:
        data: the file's bytes.
    """

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        with _pdfium:
            self._document: Any = pypdfium2.PdfDocument(data)
            self.sizes: tuple[tuple[float, float], ...] = tuple(
                self._document.get_page_size(index) for index in range(len(self._document))
            )

    def __len__(self) -> int:
        return len(self.sizes)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        with _pdfium:
            self._document.close()

    def picture(self, page: int, *, width: int | None = None, dpi: float = 96) -> PagePicture:
        """One page on white, ``width`` pixels wide, or at a resolution.

        Raises IndexError when there is no such page.
        """
        if not 0 <= page < len(self.sizes):
            raise IndexError(page)
        scale = width / self.sizes[page][0] if width else dpi / POINTS_PER_INCH
        with _pdfium:
            sheet = self._document[page]
            bitmap = sheet.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
            picture = PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            sheet.close()
        return picture

    def text(self, page: int) -> str:
        """The text of one page as a reader would copy it."""
        if not 0 <= page < len(self.sizes):
            raise IndexError(page)
        with _pdfium:
            sheet = self._document[page]
            text_page = sheet.get_textpage()
            text: str = text_page.get_text_bounded()
            text_page.close()
            sheet.close()
        return text
