"""Going back to a backup that is older than an erasure: who would be back, and erasing them again.

The record of an erasure names nobody: kind and number of the record, the day, the reason. A number is never given twice in
a book, so in an earlier state of the same book it is the same person; in another book it would be a stranger.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import apsw

from app.erasure.commands import Erased, erase
from app.erasure.queries import Erasure, erasures, held_in
from app.records.workspace import Workspace
from app.shared.date_words import show_day
from app.shared.errors import KebuError, NotFound
from app.shared.i18n import N_, _, language, translate
from db.connection import connect

REASON = N_("Erased before, and again after going back to a backup")
_COMPARED = 200


def coming_back(ws: Workspace, source: Path) -> list[Erasure]:
    """The erasures that putting this file in the book's place would undo, newest first.

    None when the file is of another book, or cannot be read.
    """
    found = erasures(ws)
    return [one for one in found if held_in(ws, source, one.kind, one.id)] if found and same_book(ws, source) else []


def same_book(ws: Workspace, source: Path) -> bool:
    """Whether a file is an earlier state of a book: they share an operation, by its number and time."""
    sql = "SELECT id, at FROM operation ORDER BY id DESC LIMIT ?"
    try:
        with closing(connect(source, key=ws.book.key, readonly=True)) as other:
            theirs = other.execute(sql, (_COMPARED,)).fetchall()
    except apsw.Error:
        return False
    with ws.book.reading() as connection:
        return any(connection.execute("SELECT at FROM operation WHERE id=?", (one,)).get == at for one, at in theirs)


def erase_again(ws: Workspace, found: Sequence[Erasure]) -> list[Erased]:
    """Erase again what was erased before, each as widely as then; what is not there is passed by.

    Raises KebuError as ``erase`` does.
    """
    done = []
    for one in found:
        for reason in (one.reason, translate(REASON)):
            try:
                done.append(erase(ws, one.kind, one.id, reason, documents=one.sent, elsewhere=one.elsewhere))
            except NotFound:
                pass
            except KebuError:
                # The reason may name the person as it was called in the backup.
                if reason != one.reason:
                    raise
                continue
            break
    return done


def told(ws: Workspace, found: Sequence[Erasure]) -> list[str]:
    """Each erasure in a line: what, its number, the day and the reason."""
    today = ws.clock.today()
    return [
        _("{kind} number {number}, erased {day}: {reason}").format(
            kind=_(ws.dictionary.type(one.kind).label),
            number=one.id,
            day=show_day(one.at.astimezone().date(), today, language()),
            reason=one.reason,
        )
        for one in found
    ]
