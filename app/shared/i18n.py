"""Words in the user's language: gettext catalogues with English source strings."""

from __future__ import annotations

import gettext
import locale
import os
from functools import lru_cache

from app.shared.paths import resource

DOMAIN = "kebu"
LANGUAGES = ("en", "zh_CN")
_current: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(language: str) -> gettext.NullTranslations:
    """The catalogue of one language; documents use it whatever the window's language is."""
    return gettext.translation(DOMAIN, resource("locale"), [normalise(language)], fallback=True)


def normalise(language: str) -> str:
    """One of ``LANGUAGES`` for any spelling such as ``zh``, ``zh-Hans-CN`` or ``en_GB``."""
    return "zh_CN" if language.lower().startswith("zh") else "en"


def use(language: str) -> str:
    """Switch the language of the program; "" or "system" means the machine's own. Returns the language taken."""
    global _current, _language
    _language = normalise(system_language() if language in ("", "system") else language)
    _current = catalogue(_language)
    return _language


def system_language() -> str:
    """The machine's language as the environment or the platform tells it."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return normalise(value)
    return normalise(locale.getlocale()[0] or "en")


def language() -> str:
    """The language in use."""
    return _language


def translate(message: str) -> str:
    """The message in the language in use; an empty message stays empty."""
    return _current.gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The form of the message that the count asks for, in the language in use."""
    return _current.ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """The message in the language in use, for a word whose meaning needs a context."""
    return _current.pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - gettext's usual name
    """Mark a message for the catalogue without translating it yet."""
    return message


_ = translate
