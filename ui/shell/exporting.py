"""Export from the window: any list as it is filtered, sorted and shown, any kind of record, and the whole book."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.records import queries
from app.shared.i18n import N_, _, ngettext, translate
from ui.runtime.jobs import Job
from ui.shell.export_dialog import BOOK, ExportDialog, Wish
from ui.shell.page import Services
from ui.widgets.record_table import RecordTable

Ids = Callable[[], Sequence[int]]


class Exporting:
    """Asks what is wanted and writes it, in a job that its button or Esc stops.

    Args:
        parent: over which it asks.
        follow: shows how far a job is, given with its words; without it a note at the bottom does, with Cancel on it.
    """

    def __init__(self, parent: QWidget, services: Services, follow: Callable[[Job, str], object] | None = None) -> None:
        self._parent, self._s, self._follow = parent, services, follow

    def list(self, kind: str, table: RecordTable, ids: Ids) -> Job | None:
        """Export what a list shows, or the ticked rows of it alone.

        Args:
            ids: gives the rows in their order; it runs in the job, as a long list may still be read.
        """
        from app.transfer.exporting.export import columns
        from app.transfer.grid.own_headers import beside

        record = self._s.ws.dictionary.type(kind)
        known = [field.name for field in columns(record)]
        more = [field.name for field in beside(record)]
        shown = [name for name in table.shown_columns() if name in known or name in more]
        ticked = [number for number in table.records.ids if number in table.records.ticked]
        words = translate(record.label_plural)
        if ticked:
            about = ngettext("{kind}: {count} ticked row", "{kind}: {count} ticked rows", len(ticked))
        else:
            about = _("{kind}: what the list shows, in its order")
        about = about.format(kind=words, count=f"{len(ticked):,}")
        wish = ExportDialog(self._parent, self._s.ws, (kind,), about, shown, len(known)).ask()
        return self._write(wish, (lambda: ticked) if ticked else ids)

    def anything(self) -> Job | None:
        """Export the whole book, or all records of one kind."""
        ws = self._s.ws
        kinds = [BOOK, *(one.name for one in ws.dictionary.types if queries.ids(ws, one.name, limit=1))]
        return self._write(ExportDialog(self._parent, ws, kinds, "").ask(), None)

    def _write(self, wish: Wish | None, ids: Ids | None) -> Job | None:
        path = self._path(wish) if wish else None
        if wish is None or path is None:
            return None
        ws, said = self._s.ws, _("Writing {file}").format(file=path.name)
        made: list[int] = []

        def work(progress: Any, cancelled: Any) -> int:
            made.append(write(progress, cancelled))
            return made[0]

        def write(progress: Any, cancelled: Any) -> int:
            def report(part: float) -> None:
                progress(part, said)

            if wish.kind == BOOK:
                from app.transfer.exporting.book_workbook import export_book

                return sum(export_book(ws, path, report, cancelled).values())
            from app.transfer.exporting.export import export

            return export(
                ws, wish.kind, path, numbers=ids() if ids else None, fields=wish.fields, encoding=wish.format.encoding,
                progress=report, cancelled=cancelled,
            )  # fmt: skip

        job = self._s.jobs.run(
            work, name="export", done=lambda count: self._written(count, path), failed=self._s.messages.error
        )

        def stopped() -> None:
            # A file that was through when the stop came is there all the same.
            if made:
                self._written(made[0], path)
            else:
                self._s.messages.toast(_("Stopped; no file was written."))

        job.cancelled.connect(stopped)
        self._s.actions.heed(job)
        if self._follow is not None:
            self._follow(job, said)
        else:
            self._note(job, said)
        return job

    def _path(self, wish: Wish) -> Path | None:
        """Where to, with the right ending; what the system did not ask about is not replaced unasked."""
        ws, ending, messages = self._s.ws, wish.format.ending, self._s.messages
        name = ws.path.stem if wish.kind == BOOK else translate(ws.dictionary.type(wish.kind).label_plural)
        path = messages.save_file(_("Export"), name + ending, _(wish.format.files))
        if path is None or path.suffix.lower() == ending:
            return path
        path = path.with_name(path.name + ending)
        said = _("There is a file {file} in this folder already.").format(file=path.name)
        free = not path.exists() or messages.ask(_("Replace the file?"), said, _("Replace"))
        return path if free else None

    def _note(self, job: Job, said: str) -> None:
        running = [True]
        job.finished.connect(running.clear)
        self._s.messages.toast(said, _("Cancel"), "Esc", job.cancel, lambda: bool(running))

    def _written(self, count: int, path: Path) -> None:
        said = ngettext("{count} row exported to {file}", "{count} rows exported to {file}", count)
        folder = QUrl.fromLocalFile(str(path.parent))
        self._s.messages.toast(
            said.format(count=f"{count:,}", file=path.name), _("Open the folder"), "",
            lambda: QDesktopServices.openUrl(folder),
        )  # fmt: skip


def export_anything(services: Services) -> None:
    """Ask for the whole book or a kind of record, over the window."""
    Exporting(services.messages.window, services).anything()


EXPORT = N_("Export…")
EXPORT_KEY = "Ctrl+Shift+E"
