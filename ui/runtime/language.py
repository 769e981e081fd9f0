"""The language of the window, switched at once."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from app.shared import i18n
from ui.runtime.alive import News


class Translator(QObject):
    """Switches the language of the program; ``changed`` tells pages and widgets to say their words anew."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.changed = News()
        self._app = app
        self._stock: QTranslator | None = None
        self.words: WeakKeyDictionary[QObject, QObject] = WeakKeyDictionary()
        self.choice = "system"

    def use(self, choice: str) -> None:
        """Take ``system``, ``en`` or ``zh_CN``; Qt's own stock texts follow."""
        self.choice = choice
        taken = i18n.use(choice)
        QLocale.setDefault(QLocale("zh_CN" if taken == "zh_CN" else "en_GB"))
        if self._stock is not None:
            self._app.removeTranslator(self._stock)
            self._stock = None
        if taken == "zh_CN":
            self._stock = QTranslator(self)
            if self._stock.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
                self._app.installTranslator(self._stock)
        self.changed.emit(taken)
