"""The embedded typefaces: Noto Sans SC, with Noto Sans for the characters that it lacks, both in two weights.

reportlab knows no fallback, so a text is cut into runs by the fonts' coverage. A character in neither font is printed
as a box and logged once.
"""

from __future__ import annotations

import logging
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from app.shared.paths import resource

BOX = "□"
LATIN_SIGNS = "·"  # as wide as a Chinese character in the main font, which tears Latin text apart
FILES = {
    False: (("KebuSC", "NotoSansSC_400Regular.ttf"), ("KebuSans", "NotoSans_400Regular.ttf")),
    True: (("KebuSC-Bold", "NotoSansSC_700Bold.ttf"), ("KebuSans-Bold", "NotoSans_700Bold.ttf")),
}
SUBSETS = 16
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Typeface:
    """One weight: the main font and the fallback, with the widths of their characters in thousandths of the size.

    ``fonts`` holds reportlab's fonts by name.
    """

    main: str
    fallback: str
    widths: dict[str, float]
    main_characters: frozenset[str]
    fonts: dict[str, Any] = field(compare=False, repr=False)
    unknown: set[str] = field(default_factory=set, compare=False)

    def clean(self, text: str) -> str:
        """The text as it can be printed: invisible signs dropped, characters without a glyph as a box."""
        if self.main_characters.issuperset(text) or all(character in self.widths for character in text):
            return text
        text = unicodedata.normalize("NFC", text)
        return "".join(self._printable(character) for character in text)

    def width(self, text: str, size: float) -> float:
        """The width of a cleaned text."""
        widths = self.widths
        return sum([widths[character] for character in text]) * size / 1000

    def runs(self, text: str) -> list[tuple[str, str]]:
        """A cleaned text as (font name, part) in order."""
        main = self.main_characters
        if main.issuperset(text):
            return [(self.main, text)]
        runs: list[tuple[str, str]] = []
        for character in text:
            font = self.main if character in main else self.fallback
            if runs and runs[-1][0] == font:
                runs[-1] = (font, runs[-1][1] + character)
            else:
                runs.append((font, character))
        return runs

    def _printable(self, character: str) -> str:
        if character in self.widths:
            return character
        if character.isspace():
            return " "
        if unicodedata.category(character) in {"Cc", "Cf", "Mn", "Me"}:
            return ""
        if character not in self.unknown:
            self.unknown.add(character)
            log.warning("no font has U+%04X; a box is printed for it", ord(character))
        return BOX


def typeface(bold: bool = False) -> Typeface:
    """The typeface of a weight; its fonts are read once per process."""
    return _read(bold)


@lru_cache(maxsize=2)
def _read(bold: bool) -> Typeface:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    tables: list[dict[str, float]] = []
    fonts: dict[str, Any] = {}
    for name, file in FILES[bold]:
        font = TTFont(name, str(resource("fonts", file)), asciiReadable=0)
        _remember_subsets(font.face)
        pdfmetrics.registerFont(font)
        fonts[name] = font
        widths = font.face.charWidths
        codes = (code for code in font.face.charToGlyph if code >= 32 and code in widths)
        tables.append({chr(code): float(widths[code]) for code in codes})
    main, fallback = tables
    (main_name, _), (fallback_name, _) = FILES[bold]
    for sign in LATIN_SIGNS:
        main.pop(sign)
    return Typeface(main_name, fallback_name, {**fallback, **main}, frozenset(main), fonts)


def _remember_subsets(face: Any) -> None:
    """Keep the last cut-down fonts: while a quote is typed, most keys add no character to the page."""
    cut = lru_cache(maxsize=SUBSETS)(face.makeSubset)
    face.makeSubset = lambda codes: cut(tuple(codes))


def preload() -> None:
    """Read all fonts now, so that the first document does not wait for them."""
    typeface(False)
    typeface(True)
