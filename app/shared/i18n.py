"""Words in the user's language: gettext catalogues with English source strings."""

from __future__ import annotations

import gettext
import locale
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from app.shared.paths import resource

DOMAIN = "kebu"
LANGUAGES = ("en", "zh_CN")
_language = "en"
# A command that the window carries out for another program answers in that program's language.
_here: ContextVar[str] = ContextVar("language", default="")


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(language: str) -> gettext.NullTranslations:
    """The catalogue of one language; documents use it whatever the window's language is."""
    return gettext.translation(DOMAIN, resource("locale"), [normalise(language)], fallback=True)


def normalise(language: str) -> str:
    """One of ``LANGUAGES`` for any spelling such as ``zh``, ``zh-Hans-CN`` or ``en_GB``."""
    return "zh_CN" if language.lower().startswith("zh") else "en"


def language_name(code: str) -> str:
    """What a language is called in itself."""
    return {"zh_CN": "中文", "en": "English"}[normalise(code)]


def use(language: str) -> str:
    """Switch the language of the program; "" or "system" means the machine's own. Returns the language taken."""
    global _language
    _language = normalise(system_language() if language in ("", "system") else language)
    return _language


@contextmanager
def using(language: str) -> Iterator[None]:
    """Use another language inside the block, in this thread only; "" leaves it as it is."""
    token = _here.set(normalise(language) if language else _here.get())
    try:
        yield
    finally:
        _here.reset(token)


def system_language() -> str:
    """The machine's language as the environment or the platform tells it."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return normalise(value)
    return normalise(locale.getlocale()[0] or "en")


def language() -> str:
    """The language in use."""
    return _here.get() or _language


class Own(str):
    """Words that the user wrote: they stand as they are in every language."""

    __slots__ = ()


class Filled(str):
    """A message with its values filled in, in English; ``translate`` fills them into the message of the language in use."""

    __slots__ = ("source", "values")
    source: str
    values: dict[str, object]

    def __new__(cls, source: str, **values: object) -> Filled:
        made = super().__new__(cls, source.format(**values))
        made.source, made.values = source, values
        return made


def listed(words: Iterable[str]) -> str:
    """Words one after the other, set apart as the language in use does it: a, b and 甲、乙."""
    return translate(N_(", ")).join(words)


def translate(message: str) -> str:
    """The message in the language in use; an empty message and the user's own words stay as they are."""
    if not message or isinstance(message, Own):
        return message
    if isinstance(message, Filled):
        return catalogue(language()).gettext(message.source).format(**message.values)
    return catalogue(language()).gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of the message that the count asks for, in the language in use."""
    return catalogue(language()).ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 - gettext's usual name
    """Mark a message for the catalogue without translating it yet."""
    return message


_ = translate
