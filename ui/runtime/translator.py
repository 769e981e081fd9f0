"""Words of widgets that are said anew when the language is switched."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject

from app.shared import i18n
from ui.runtime.application import translator
from ui.runtime.language import Translator

Setter = Callable[[str], object]


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
    held = translator().words
    if owner not in held:
        held[owner] = _Words(owner, translator())
    words = cast(_Words, held[owner])
    key = (id(getattr(setter, "__self__", setter)), getattr(setter, "__name__", ""))
    words.said[key] = (setter, message, values)
    _set(setter, message, values)
