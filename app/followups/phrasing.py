"""Which of the user's standard phrases fit what is being typed, and where in the line that stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.shared import pinyin
from app.shared.patterns import later

# In 7/15, km/h and and/or the sign is no call for phrases.
_CALLED = later(r"(?<![0-9A-Za-z/.:])[/／](?P<typed>[^\s/／，。；、,;]{0,20})\Z")
_TYPED = later(r"[^\s，。；、,;：:！!？?]{1,20}\Z")


def called(before: str) -> tuple[int, str] | None:
    """Where a line calls for phrases with a slash, and what is typed behind it; None when it does not.

    Args:
        before: the line up to the cursor.
    """
    found = _CALLED.search(before)
    return (found.start(), found["typed"]) if found else None


def typed(before: str, phrases: Sequence[str]) -> tuple[int, str]:
    """The word before the cursor, if a phrase begins with it, with its place; else nothing, at the cursor."""
    found = _TYPED.search(before)
    if found is not None and any(_begins(one, found[0]) for one in phrases):
        return found.start(), found[0]
    return len(before), ""


def fitting(phrases: Sequence[str], words: str) -> list[str]:
    """The phrases that what is typed means, by their beginning first, then by pinyin initials, then by any part."""
    sought = words.casefold().strip()
    if not sought:
        return list(phrases)
    ranked = []
    for at, one in enumerate(phrases):
        low = one.casefold()
        rank = 0 if low.startswith(sought) else 1 if _sounds(one, sought) else 2 if sought in low else -1
        if rank >= 0:
            ranked.append((rank, at, one))
    return [one for _rank, _at, one in sorted(ranked)]


def spaced(before: str, phrase: str, after: str) -> str:
    """A phrase as it is put between what stands before and behind it: words of Latin letters are parted by blanks."""
    head = " " if before[-1:].isascii() and before[-1:].isalnum() and phrase[:1].isascii() else ""
    tail = " " if after[:1].isascii() and after[:1].isalnum() and phrase[-1:].isascii() else ""
    return head + phrase + tail


def _begins(phrase: str, words: str) -> bool:
    sought = words.casefold()
    return phrase.casefold().startswith(sought) or (len(sought) > 1 and _sounds(phrase, sought))


def _sounds(phrase: str, sought: str) -> bool:
    if not re.fullmatch(r"[a-z]+", sought) or phrase.isascii():
        return False
    bare = "".join(filter(str.isalnum, phrase))
    return any(one.startswith(sought) for one in (*pinyin.initials(bare), *pinyin.full(bare)))
