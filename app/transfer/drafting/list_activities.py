"""What follow-up histories need besides the dictionary: the kind of a conversation, and the next step in its row."""

from __future__ import annotations

import re
from collections.abc import Mapping

from app.followups.words import KIND
from app.transfer.drafting.entries import Entry
from app.transfer.grid.cells import text
from app.transfer.grid.done_words import done_word
from app.transfer.grid.list_kinds import ListKind
from app.transfer.grid.list_sorts import SERVICE

NOTE = "note"
_TELLING = ("done_at", "text", "author")
_STATE = re.compile(
    r"状态|狀態|进度|完成|完工|status|state|stage|done|complete|finished|stato|statut|estado", re.IGNORECASE
)
_TOLD = frozenset(("visit", "call", "meeting"))


def told(headers: Mapping[str, str]) -> str:
    """The kind of all conversations of a list whose headers say it: 拜访时间, 拜访人; "" when they tell none, or several.

    Args:
        headers: the headers of its columns, by target.
    """
    found = {word.lastgroup for name in _TELLING for word in KIND.finditer(headers.get(name, ""))}
    return next(iter(found & _TOLD), None) or "" if len(found) == 1 else ""


def complete(entry: Entry, notes: list[str], kind: ListKind, sort: str = "", said: str = "") -> None:
    """Give a conversation its kind from its words, and its text from what else the row says; a repair is no conversation.

    Args:
        said: the kind that the headers tell of each row that tells none.
    """
    values, title = entry.values, kind.record.title
    if not values.get(title):
        if values.get("outcome"):
            values[title] = values.pop("outcome")
        elif notes:
            values[title] = "\n".join(notes)
            notes.clear()
    if not values.get("kind") and any(one.code == sort for one in kind.record.field("kind").choices):
        values["kind"] = sort
    if not values.get("kind") and sort != SERVICE:
        values["kind"] = said
    if not values.get("kind"):
        word = KIND.search("" if sort == SERVICE else f"{values.get('outcome') or ''} {values.get(title) or ''}")
        values["kind"] = (word.lastgroup if word else None) or NOTE


def next_step(entry: Entry, headers: dict[str, str]) -> list[str]:
    """The next step as lines of the text: a day that lies behind sets no reminder any more, and nothing is lost.

    Args:
        headers: the headers of the columns that tell it, by target.
    """
    return [
        f"{headers.get(f'{owner}.{name}', name)}: {text(value)}"
        for owner, held in entry.also.items()
        for name, value in held.items()
    ]


def name_job(entry: Entry, notes: list[str], kind: ListKind) -> None:
    """Let the reminder of a job say what is to be mended; one that is done needs none, and was by that day at the latest."""
    said = str(entry.values.get(kind.record.title) or "").partition("\n")[0]
    if kind.after is None or kind.after.name not in entry.also:
        return
    told = (line.partition(": ") for line in notes)
    if any(_STATE.search(head) and done_word(state) for head, _colon, state in told):
        by = entry.also.pop(kind.after.name).get(kind.due.partition(".")[2])
        if by is not None and kind.moment is not None and kind.moment.name not in entry.values:
            entry.values[kind.moment.name], entry.undated = by, kind.moment.name
    elif said:
        entry.also[kind.after.name].setdefault(kind.after.title, said)
