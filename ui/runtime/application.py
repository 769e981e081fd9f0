"""The QApplication with what every widget asks it for: the theme and the words."""

from __future__ import annotations

import os
import sys

from PySide6.QtWidgets import QApplication

from ui.runtime.language import Translator
from ui.runtime.theme import Theme


class Application(QApplication):
    """The one application object; owns the theme and the translator, as Qt owns palette and font."""

    def __init__(self, arguments: list[str] | None = None, *, size: int = 13, mode: str = "system") -> None:
        # The wheel has no fcitx plugin: Chinese typing would be dead under it.
        if os.environ.get("QT_IM_MODULE") == "fcitx":
            os.environ["QT_IM_MODULE"] = "ibus"
        super().__init__(sys.argv[:1] if arguments is None else arguments)
        self.setApplicationName("kebu")
        self.setDesktopFileName("kebu")
        self.setStyle("Fusion")
        self.theme = Theme(self, size, mode)
        self.translator = Translator(self)


def application() -> Application:
    """The application that runs."""
    app = QApplication.instance()
    assert isinstance(app, Application), "no application yet"
    return app


def theme() -> Theme:
    """The theme in use."""
    return application().theme


def translator() -> Translator:
    """The translator in use."""
    return application().translator
