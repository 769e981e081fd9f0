"""Colours, fonts and sizes from ``resources/theme/tokens.json``; light and dark, at once."""

from __future__ import annotations

import sys
from functools import lru_cache

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.shared.paths import resource
from ui.runtime.alive import News
from ui.runtime.sheet import style_sheet
from ui.runtime.tokens import tokens

MODES = ("system", "light", "dark")
SIZES = range(11, 19)
LATIN = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans")
CHINESE = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei UI", "WenQuanYi Micro Hei")


class Theme(QObject):
    """The colours and fonts in use. ``changed`` is sent after a switch; palette and style sheet are set by then."""

    def __init__(self, app: QApplication, size: int = 13, mode: str = "system") -> None:
        super().__init__(app)
        self.changed = News()
        self._app = app
        self.mode = mode
        self.size = size
        self.dark = False
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, int, bool], QFont] = {}
        self._load_fonts()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self.set_mode(mode)

    def c(self, name: str) -> QColor:
        """A colour by its token's name, such as ``accent``."""
        return self._colors[name]

    def px(self, size: float) -> int:
        """A length that grows with the user's font size."""
        return max(1, round(size * self.size / 13))

    def font(self, role: str = "body", *, bold: bool = False, strike: bool = False) -> QFont:
        """A font by its token: caption, small, body, bodyStrong, section, title, header, figure. Figures are tabular."""
        key = (role, self.size, bold)
        if key not in self._fonts:
            spec = tokens()["type"][role]
            font = QFont()
            font.setFamilies(_families())
            font.setPixelSize(self.px(spec["size"]))
            weight = 600 if bold else spec["weight"]
            font.setWeight(QFont.Weight(weight))
            font.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[key] = font
        font = self._fonts[key]
        if strike:
            font = QFont(font)
            font.setStrikeOut(True)
        return font

    def set_mode(self, mode: str) -> None:
        """``system``, ``light`` or ``dark``."""
        self.mode = mode if mode in MODES else "system"
        scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(self.mode, Qt.ColorScheme.Unknown)
        QGuiApplication.styleHints().setColorScheme(scheme)
        self.apply()

    def set_size(self, size: int) -> None:
        """The user's font size, 11 to 18."""
        self.size = min(max(size, SIZES[0]), SIZES[-1])
        self.apply()

    def apply(self) -> None:
        """Give the application the palette, font and style sheet of the mode."""
        # Offscreen and on a bare X the style hints never turn dark: the mode itself decides where the user chose.
        system = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self.dark = self.mode == "dark" or (self.mode == "system" and system)
        self._colors = {
            name: _color(value) for name, value in tokens()["color"]["dark" if self.dark else "light"].items()
        }
        # Exchanging one sheet for another takes Qt three times as long as taking the old one off first.
        self._app.setStyleSheet("")
        self._app.setPalette(self._palette())
        self._app.setFont(self.font())
        self._app.setStyleSheet(style_sheet(self.c, self.px))
        self.changed.emit()

    def _follow(self) -> None:
        if self.mode == "system":
            self.apply()

    def _palette(self) -> QPalette:
        c, role = self.c, QPalette.ColorRole
        palette = QPalette()
        for part, name in {
            role.Window: "surface",
            role.WindowText: "text",
            role.Base: "surfaceRaised",
            role.Text: "text",
            role.AlternateBase: "surfaceSunken",
            role.Button: "surfaceRaised",
            role.ButtonText: "text",
            role.Highlight: "selection",
            role.HighlightedText: "text",
            role.ToolTipBase: "surfaceRaised",
            role.ToolTipText: "text",
            role.PlaceholderText: "textFaint",
            role.Link: "link",
            role.LinkVisited: "link",
            role.Mid: "border",
            role.Midlight: "border",
            role.Dark: "borderStrong",
            role.Light: "surfaceHover",
            role.Accent: "accent",
            role.BrightText: "danger",
        }.items():
            palette.setColor(part, c(name))
        for part in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, part, c("textFaint"))
        return palette

    def _load_fonts(self) -> None:
        # A Chinese font alone gives English its quotation marks and apostrophes at the width of a Chinese sign.
        bundled = (("NotoSans", LATIN), ("NotoSansSC", CHINESE)) if sys.platform.startswith("linux") else ()
        for name, families in bundled:
            if not any(map(QFontDatabase.hasFamily, families)):
                for weight in ("400Regular", "700Bold"):
                    QFontDatabase.addApplicationFont(str(resource("fonts", f"{name}_{weight}.ttf")))


@lru_cache(maxsize=1)
def _families() -> list[str]:
    return [name for name in (*LATIN, *CHINESE, "PingFang SC") if QFontDatabase.hasFamily(name)] or [
        QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    ]


def _color(text: str) -> QColor:
    if len(text) == 9:  # CSS order, RRGGBBAA; Qt reads AARRGGBB
        color = QColor(text[:7])
        color.setAlpha(int(text[7:], 16))
        return color
    return QColor(text)
