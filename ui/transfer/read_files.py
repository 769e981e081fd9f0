"""Reading the files of an import, beside the window's work."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from app.records.workspace import Workspace
from app.shared.collector import resting
from app.shared.i18n import _
from app.transfer import reading
from app.transfer.grid.stopping import heeding
from app.transfer.queries import prepared, proposals
from app.transfer.reviewing.past import imported_before
from ui.runtime.jobs import Job
from ui.runtime.messages import Messages
from ui.transfer.memory import recalled
from ui.transfer.planned import MANY
from ui.transfer.state import Session


def may_begin(messages: Messages, job: Job | None, session: Session | None) -> bool:
    """Whether other files that were dropped may be read: what is under way is not thrown away for them unasked.

    Args:
        job: what works on the import, if anything.
        session: the import that is mapped or reviewed, if any.
    """
    if job is not None:
        messages.toast(_("An import is under way; Esc stops it."))
        return False
    if session is None or not session.touched:
        return True
    said = _("What you decided and changed in “{file}” is forgotten then.").format(file=session.called(session.at))
    return bool(messages.ask(_("Begin another import?"), said, _("Begin another"), danger=True))


def reading_of(
    ws: Workspace, paths: Sequence[Path], passwords: Mapping[Path, str], skipped: Collection[Path]
) -> Callable[[Any, Any], Session]:
    """The work that reads files and proposes what their columns are.

    Args:
        paths: files, and folders whose files are looked for beside the window's work too: they may lie on a slow share.
        passwords: of the locked files, as far as they are known.
        skipped: locked files that the person leaves out.
    """
    words = _("Reading {file}")

    def work(progress: Any, stop: Any) -> Session:
        read: list[Any] = []
        left: list[str] = []
        files = reading.expanded(paths)

        def one(at: int, file: Path) -> Any:
            said = words.format(file=file.name)
            progress(at / len(files), said)
            return reading.read_workbook(
                file,
                password=passwords.get(file, ""),
                progress=lambda part: progress((at + part * 0.8) / len(files), said),
                cancelled=stop,
            )

        for book in reading.readable(files, one, left, skipped):
            with resting(), heeding(stop):
                book = prepared(ws, book)
                read.append((book, proposals(ws, book)))
        if sum(len(sheet.rows) for book, _found in read for sheet in book.sheets) > MANY:
            gc.freeze()
        again = [past for book, _found in read if (past := imported_before(ws, book.path))]
        return recalled(ws, Session(read, again, left))

    return work
