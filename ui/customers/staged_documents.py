"""The files of a record in a form: what is added, renamed and deleted there is done only when the form is kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from app.documents.commands import Changes
from app.documents.queries import documents_of
from app.records.record import Record
from app.shared.i18n import N_, _
from ui.customers.documents import DocumentsSection
from ui.shell.page import Services
from ui.widgets.ask_line import AskLine


class StagedDocuments(DocumentsSection):
    """Files to be kept have ids below 0 as long as the form is open."""

    def __init__(self, services: Services, kind: str) -> None:
        super().__init__(services, kind, own=True)
        self._files: dict[int, Path] = {}
        self._names: dict[int, str] = {}
        self._gone: set[int] = set()
        self._last = 0

    def changes(self) -> Changes:
        """What was done to the files in the form."""
        added = tuple((path, self._names.get(number, path.name)) for number, path in self._files.items())
        renamed = {number: name for number, name in self._names.items() if number > 0 and number not in self._gone}
        return Changes(added, renamed, frozenset(self._gone))

    def take(self, files: Sequence[Path]) -> None:
        """Show these files as added."""
        for file in files:
            if file not in self._files.values():
                self._last -= 1
                self._files[self._last] = file
        self._changed()

    def read(self) -> list[Record]:
        """The files as they will be: the added ones first."""
        added = [self._added(number, path) for number, path in reversed(self._files.items())]
        held = [one for one in documents_of(self.s.ws, self._kind, self._number) if one.id not in self._gone]
        return [*added, *(self._named(one) for one in held)]

    def open(self, document: Record) -> None:
        if document.id < 0:
            self.launch(document.title, self._files[document.id])
        else:
            super().open(document)

    def _added(self, number: int, path: Path) -> Record:
        try:
            size = path.stat().st_size
        except OSError:
            size = 0
        return Record("document", number, self._names.get(number, path.name), {"size": size})

    def _named(self, one: Record) -> Record:
        return Record(one.kind, one.id, self._names.get(one.id, one.title), one.values)

    def _delete(self, one: Record) -> None:
        if one.id < 0:
            del self._files[one.id]
        else:
            self._gone.add(one.id)
        self._changed()

    def _rename(self, one: Record) -> None:
        text = AskLine(self, N_("Rename the file"), N_("Rename"), text=one.title).ask()
        if text and text != one.title:
            self._names[one.id] = text
            self._changed()

    def _save(self, one: Record) -> None:
        if one.id > 0:
            super()._save(one)

    def _menu(self, one: Record, at: QWidget) -> None:
        if one.id > 0:
            super()._menu(one, at)
            return
        menu = QMenu(self)
        menu.addAction(_("Open")).triggered.connect(lambda: self.open(one))
        menu.addAction(_("Rename…")).triggered.connect(lambda: self._rename(one))
        menu.addSeparator()
        menu.addAction(_("Delete")).triggered.connect(lambda: self._delete(one))
        menu.popup(at.mapToGlobal(at.rect().bottomLeft()))
