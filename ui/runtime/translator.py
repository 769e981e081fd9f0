"""The language of the window, switched at once."""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakKeyDictionary

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from app.shared import i18n
from ui.runtime.alive import News

Setter = Callable[[str], object]


class Translator(QObject):
    """Switches the language of the program; ``changed`` tells pages and widgets to say their words anew."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.changed = News()
        self._app = app
        self._stock: QTranslator | None = None
        self.words: WeakKeyDictionary[QObject, _Words] = WeakKeyDictionary()
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


class _Words(QObject):
    """The texts of one widget: dies with it, so that nothing is called on a dead one."""

    def __init__(self, owner: QObject, translator: Translator) -> None:
        super().__init__(owner)
        self.said: dict[object, tuple[Setter, str, dict[str, object]]] = {}
        translator.changed.connect(self.say)

    def say(self, _language: str = "") -> None:
        for setter, message, values in self.said.values():
            _set(setter, message, values)


def _set(setter: Setter, message: str, values: dict[str, object]) -> None:
    text = i18n.translate(message)
    setter(text.format(**values) if values else text)


def tr(owner: QObject, setter: Setter, message: str, **values: object) -> None:
    """Say a text now and again after each switch of language.

    Args:
        owner: the widget it belongs to; when it dies the text is forgotten.
        setter: such as ``label.setText``; a second call with the same setter replaces the first.
        message: English source text, marked with ``N_``.
        values: what its placeholders stand for.
    """
    from ui.runtime.application import translator

    words = translator().words.get(owner)
    if words is None:
        words = translator().words[owner] = _Words(owner, translator())
    key = (id(getattr(setter, "__self__", setter)), getattr(setter, "__name__", ""))
    words.said[key] = (setter, message, values)
    _set(setter, message, values)
