"""Drawing on a PDF page in the units of the design: 1/96 inch, from the top left corner.

All text of a page goes into one text object, written here operator by operator (PDF 32000-1, 9.4), since reportlab's
own text object measures every string again; pictures that must lie over the text are drawn last.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from io import BytesIO
from typing import Any

from reports.fonts import typeface

UNIT = 0.75  # points per 1/96 inch
A4 = (210 / 25.4 * 96, 297 / 25.4 * 96)
BASELINE = 0.38  # of the size, below the middle of the line

Colour = tuple[float, float, float]


def colour(value: str) -> Colour:
    """The colour of a hex text such as ``1f3566``."""
    return (int(value[0:2], 16) / 255, int(value[2:4], 16) / 255, int(value[4:6], 16) / 255)


INK = colour("1f3566")
BLACK = colour("1a1a1a")
DARK = colour("333333")
GREY = colour("555555")
PALE = colour("666666")
HAIR = colour("dcdfe6")
FRAME = colour("c9cfdd")
LINE = colour("777777")
WASH = colour("f3f5fa")


class Pen:
    """Draws one document; ``finish`` gives its bytes. The same calls give the same bytes.

    Args:
        title: what a reader shows as the file's title.
        author: who made it.
        day: what the file says to be its date, so that printing it again changes nothing.
        size: the page.
    """

    def __init__(self, title: str, author: str, day: date | None = None, size: tuple[float, float] = A4) -> None:
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        rl_config.useA85 = 0  # pictures as bytes: smaller, and without reportlab's slow encoder

        self.regular = typeface(False)
        self.bold = typeface(True)
        self.page_width, self.page_height = size
        self._file = BytesIO()
        self._canvas: Any = Canvas(
            self._file,
            pagesize=(size[0] * UNIT, size[1] * UNIT),
            invariant=1,
            pageCompression=1,
            initialFontName=self.regular.main,  # type: ignore[arg-type]  # the stubs say a number
            initialFontSize=9,
        )
        if day:
            self._canvas.setDateFormatter(lambda *_parts: f"D:{day:%Y%m%d}000000Z")
        self._canvas.setTitle(title)
        self._canvas.setSubject(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("Kebu")
        self._canvas.setProducer("Kebu")
        self._overlays: list[tuple[bytes, float, float, float, float]] = []
        self._text: list[str] = []
        self._colour: Colour | None = None
        self._font: tuple[str, int, float] | None = None
        self._spacing = 0.0
        self._stroke: tuple[Colour, float] | None = None
        self._assigned: dict[str, dict[int, int]] = {}
        self._begin()

    def text(
        self,
        x: float,
        top: float,
        text: str,
        size: float,
        leading: float,
        *,
        bold: bool = False,
        colour: Colour = BLACK,
        right: bool = False,
        spacing: float = 0,
    ) -> None:
        """One line of text in a line box of height ``leading``; ``right`` makes ``x`` its right end."""
        face = self.bold if bold else self.regular
        text = face.clean(text)
        if not text:
            return
        if right:
            x -= face.width(text, size) + spacing * len(text)
        add = self._text.append
        if colour != self._colour:
            add("{:.3f} {:.3f} {:.3f} rg".format(*colour))
            self._colour = colour
        if spacing != self._spacing:
            add(f"{spacing * UNIT:.3f} Tc")
            self._spacing = spacing
        add(f"1 0 0 1 {x * UNIT:.2f} {(self.page_height - top - leading / 2 - BASELINE * size) * UNIT:.2f} Tm")
        document = self._canvas._doc
        for name, part in face.runs(text):
            font = face.fonts[name]
            for subset, codes in self._codes(font, name, part):
                if (name, subset, size) != self._font:
                    add(f"{font.getSubsetInternalName(subset, document)} {size * UNIT:.2f} Tf")
                    self._font = (name, subset, size)
                add(f"<{codes.hex()}> Tj")

    def _codes(self, font: Any, name: str, part: str) -> list[tuple[int, bytes]]:
        """A part in the codes of the cut-down fonts; reportlab is asked only when a character is new to the document."""
        assigned = self._assigned.get(name)
        if assigned is not None:
            try:
                numbers = [assigned[code] for code in map(ord, part)]
            except KeyError:
                numbers = []
            if numbers and min(numbers) >> 8 == max(numbers) >> 8:
                return [(numbers[0] >> 8, bytes([number & 0xFF for number in numbers]))]
        document = self._canvas._doc
        found: list[tuple[int, bytes]] = font.splitString(part, document)
        self._assigned[name] = font.state[document].assignments
        return found

    def line(self, x1: float, x2: float, y: float, width: float, colour: Colour) -> None:
        """A level line, ``y`` its middle."""
        height = (self.page_height - y) * UNIT
        if (colour, width) != self._stroke:
            self._canvas.setStrokeColorRGB(*colour)
            self._canvas.setLineWidth(width * UNIT)
            self._stroke = (colour, width)
        self._canvas.line(x1 * UNIT, height, x2 * UNIT, height)

    def box(self, x: float, top: float, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle, under the text."""
        self._canvas.setFillColorRGB(*colour)
        self._canvas.rect(
            x * UNIT, (self.page_height - top - height) * UNIT, width * UNIT, height * UNIT, stroke=0, fill=1
        )

    def picture(self, data: bytes, x: float, top: float, width: float, height: float) -> None:
        """A picture within a box, its shape kept, in the middle of the height and at the left."""
        wide, high = picture_size(data, width, height)
        self._place(data, x, top + (height - high) / 2, wide, high)

    def picture_over(self, data: bytes, x: float, top: float, width: float, height: float) -> None:
        """A picture in the middle of a box, over the text, so that what lies under it still shows."""
        wide, high = picture_size(data, width, height)
        self._overlays.append((data, x + (width - wide) / 2, top + (height - high) / 2, wide, high))

    def next_page(self) -> None:
        """End the page and begin another."""
        self._end()
        self._begin()

    def finish(self) -> bytes:
        """End the last page and give the file."""
        self._end()
        self._canvas.save()
        return self._file.getvalue()

    def _place(self, data: bytes, x: float, top: float, width: float, height: float) -> None:
        self._canvas.drawImage(
            _reader(data), x * UNIT, (self.page_height - top - height) * UNIT, width * UNIT, height * UNIT, mask="auto"
        )

    def _begin(self) -> None:
        self._text = []
        self._colour = None
        self._font = None
        self._stroke = None
        self._spacing = 0.0

    def _end(self) -> None:
        self._canvas.addLiteral("\n".join(["BT", *self._text, "ET"]))
        if self._overlays:
            self._canvas.saveState()
            self._canvas.setBlendMode("Multiply")
            for overlay in self._overlays:
                self._place(*overlay)
            self._canvas.restoreState()
            self._overlays.clear()
        self._canvas.showPage()


def picture_size(data: bytes, width: float, height: float) -> tuple[float, float]:
    """The size that a picture takes within a box, its shape kept."""
    wide, high = _reader(data).getSize()
    scale = min(width / wide, height / high)
    return wide * scale, high * scale


@lru_cache(maxsize=8)
def _reader(data: bytes) -> Any:
    from reportlab.lib.utils import ImageReader

    return ImageReader(BytesIO(data))
