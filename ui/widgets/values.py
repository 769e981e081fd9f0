"""Values of lists as the book has them: which are offered, what they are called, and their colours."""

from __future__ import annotations

from app.records.workspace import Workspace
from app.shared.i18n import translate

KIND_ICONS = {
    "call": "phone",
    "visit": "footprints",
    "message": "message-circle",
    "email": "mail",
    "meeting": "users",
    "note": "sticky-note",
}
"""The sign of each kind of conversation."""


def offered(ws: Workspace, kind: str, name: str) -> list[tuple[str, str]]:
    """The values that a field of a record type offers: code, and what it is called in the language in use."""
    return [(one.code, translate(one.label)) for one in ws.dictionary.type(kind).field(name).offered]


def word(ws: Workspace, kind: str, name: str, code: str | None) -> str:
    """What a value is called, also one that is retired or gone."""
    found = ws.dictionary.type(kind).field(name).choice(code)
    return translate(found.label) if found else code or ""


def color(ws: Workspace, kind: str, name: str, code: str | None) -> str:
    """The tone of a value's tag, "" for none."""
    return ws.dictionary.type(kind).field(name).color(code)
