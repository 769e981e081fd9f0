"""Buttons: primary, plain, small, icon only, danger, link; segmented controls and tabs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.shared.i18n import N_, translate
from ui.runtime.application import theme, translator
from ui.runtime.icons import icon
from ui.runtime.translator import tr

GAP = 2
SPACE = N_("Space")
TONES = {"primary": "accentText", "danger": "danger", "link": "link"}


def button(
    text: str = "",
    icon_name: str = "",
    role: str = "",
    *,
    small: bool = False,
    name: str = "",
    key: str = "",
    on: Callable[[], object] | None = None,
) -> QPushButton:
    """A push button.

    Args:
        text: English source text (``N_``); "" for an icon alone, which then needs ``name``.
        icon_name: a lucide icon of resources/icons.
        role: "", "primary", "plain", "link" or "danger".
        small: 24 high instead of 30.
        name: accessible name and tooltip (``N_``) of an icon button.
        key: the key that does the same, for the tooltip; the page makes the shortcut.
        on: called on click.
    """
    made = QPushButton()
    made.setProperty("role", role)
    made.setProperty("small", small)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.setAutoDefault(False)
    if icon_name:
        made.setIcon(icon(icon_name, TONES.get(role, "textMuted")))
        side = 14 if small else 16
        made.setIconSize(QSize(side + GAP if text else side, side))
    if text:
        tr(made, made.setText, text)
    else:
        made.setProperty("only", True)
        tr(made, made.setAccessibleName, name)
    tip = name or ""
    if tip:
        tr(made, lambda said: made.setToolTip(f"{said} ({key_words(key)})" if key else said), tip)
    elif key:
        made.setToolTip(key_words(key))
    if on is not None:
        made.clicked.connect(lambda: on())
    return made


class Choices(QWidget):
    """Exclusive buttons side by side: a segmented control, or the tabs of a page."""

    chosen = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]], *, tabs: bool = False, small: bool = False, name: str = ""
    ) -> None:
        """
        Args:
            options: (code, English source text) of each.
            tabs: underlined tabs instead of a boxed control.
            name: accessible name (``N_``).
        """
        super().__init__()
        self._tabs, self._small = tabs, small
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2 if tabs else 0)
        self.buttons: dict[str, QPushButton] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if name:
            tr(self, self.setAccessibleName, name)
        self.set_options(options)
        translator().changed.connect(lambda _language: QTimer.singleShot(0, self, self._measure))
        theme().changed.connect(self._measure)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Show other options; the chosen one stays if it is still there, else the first is taken."""
        held = self.code
        for old in self.buttons.values():
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = {}
        for at, (code, text) in enumerate(options):
            made = button(text, small=self._small)
            made.setCheckable(True)
            made.setProperty("tab" if self._tabs else "segment", True)
            made.setProperty("at", "first" if at == 0 else "last" if at == len(options) - 1 else "")
            made.clicked.connect(lambda _on=False, code=code: self.chosen.emit(code))
            self._group.addButton(made)
            self._row.addWidget(made)
            self.buttons[code] = made
        self._measure()
        if self.buttons:
            self.choose(held if held in self.buttons else next(iter(self.buttons)))

    def _measure(self) -> None:
        # The chosen one is bold: without room for that its word would be cut.
        bold = QFontMetrics(theme().font("small" if self._small else "body", bold=True))
        for made in self.buttons.values():
            made.setMinimumWidth(bold.horizontalAdvance(made.text()) + (20 if self._small else 28))

    @property
    def code(self) -> str:
        """The chosen code."""
        return next((code for code, made in self.buttons.items() if made.isChecked()), "")

    def choose(self, code: str) -> None:
        """Check one without telling ``chosen``."""
        self.buttons[code].setChecked(True)

    def count(self, code: str, number: int | None) -> None:
        """Show a count after a tab's word."""
        made = self.buttons[code]
        said = made.text().split("\u2002")[0]
        made.setText(said if number is None else f"{said}\u2002{number:,}")
        self._measure()


NAMES = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Return": "Enter", "Del": "Delete"}


def key_words(key: str) -> str:
    """A key as it is called where one reads it: arrows as signs, the space bar in words, Cmd for Ctrl on a Mac."""
    parts = key.split("+") if len(key) > 1 else [key]
    said = [translate(SPACE) if part == "Space" else NAMES.get(part, part) for part in parts]
    return "+".join("Cmd" if part == "Ctrl" and sys.platform == "darwin" else part for part in said)
