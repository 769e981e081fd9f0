"""Language, theme and size of the letters, taken at once and kept on this machine."""

from __future__ import annotations

from app.safety.settings import LANGUAGE
from app.shared.settings import MachineSettings
from ui.runtime.application import theme, translator
from ui.runtime.settings import FONT_SIZE, THEME


def use_language(settings: MachineSettings, code: str) -> None:
    """Speak a language from now on; "system" for the computer's."""
    settings.set(LANGUAGE, code)
    translator().use(code)


def use_theme(settings: MachineSettings, mode: str) -> None:
    """Look light or dark from now on; "system" as the computer does."""
    settings.set(THEME, mode)
    theme().set_mode(mode)


def use_size(settings: MachineSettings, size: int) -> None:
    """Write letters of this size from now on."""
    settings.set(FONT_SIZE, size)
    theme().set_size(size)
