"""How the values of two records go together: what is the same, what is nothing, where another name is kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from app.shared.i18n import _
from app.shared.phones import Phone

_SIGNS = re.compile(r"[\W_]+")


def same(old: Any, new: Any) -> bool:
    """Whether two values say the same: phones by their digits, texts without case."""
    if isinstance(old, Phone) and isinstance(new, Phone):
        return (old.normal or old.typed) == (new.normal or new.typed)
    if isinstance(old, str) and isinstance(new, str):
        return old.casefold() == new.casefold()
    return bool(old == new)


def nothing(value: Any) -> bool:
    """Whether a value is none; asked without comparing it, which takes long for numbers of phones and money."""
    return value is None or (value.__class__ in (str, tuple) and not value)


def lines_added(notes: Any, *texts: Any) -> str:
    """Notes with those lines of further texts that are none of theirs yet; “No.: 1” is another line than “No.: 12”."""
    held = str(notes or "")
    there = {line.strip() for line in held.split("\n")}
    more = [line for text in texts for line in str(text).split("\n") if line.strip() and line.strip() not in there]
    return "\n".join(filter(None, (held, *more)))


def also_called(held: Mapping[str, Any], name: Any) -> dict[str, str]:
    """What keeps another spelling of a customer's name: the short name when it is free and the other shorter, else a note."""
    other = str(name or "").strip()
    notes = str(held.get("notes") or "")
    line = _("also: {name}").format(name=other)
    if not other or _bare(other) in {_bare(held.get("name")), _bare(held.get("short_name"))}:
        return {}
    if _bare(line) in map(_bare, notes.split("\n")):
        return {}
    if not held.get("short_name") and len(other) < len(str(held.get("name") or "")):
        return {"short_name": other}
    return {"notes": "\n".join(part for part in (notes, line) if part)}


def _bare(name: Any) -> str:
    """A name without signs, width and case."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", str(name or "")).casefold())
