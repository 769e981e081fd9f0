"""A conversation as a form: what was said, with whom and where, its kind and outcome, the user's own fields, its files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from app.documents.commands import keep
from app.followups import commands as followups
from app.followups import queries as people
from app.records import commands, queries, several
from app.records.fields import Choice, Field, FieldKind
from app.records.operation import missing
from app.shared.errors import InvalidValue, KebuError
from app.shared.i18n import N_, Own
from ui.customers.staged_documents import StagedDocuments
from ui.shell.page import Services
from ui.widgets.drops import FileDrops, local_files
from ui.widgets.form_dialog import FormDialog
from ui.widgets.phrase_list import PhraseList
from ui.widgets.record_form import RecordForm

_WITH = "contact"
_ORDER = ("text", _WITH, "place", "kind", "outcome", "done_at", "minutes")


class ActivityDialog(FormDialog):
    """The form; everything is saved at once, its files too, as one operation. What is wrong stands under its field."""

    def __init__(self, parent: QWidget, services: Services, activity: int) -> None:
        super().__init__(parent, N_("Edit the conversation"))
        self.s, self._activity = services, activity
        ws = services.ws
        record = ws.dictionary.type("activity")
        own = [one for one in record.fields if one.name not in _ORDER and _shown(one)]
        self._held = queries.get(ws, "activity", activity)
        fields = [self._persons() if name == _WITH else record.field(name) for name in _ORDER]
        self.form = RecordForm(
            [*fields, *own],
            lambda _name, _raw: None,
            lambda name: queries.distinct(ws, "activity", name),
        )
        self._with = several.linked(ws, record, record.field(_WITH), [(activity, self._held[_WITH])])[activity]
        self.form.put({**self._held.values, _WITH: tuple(map(str, self._with))})
        self._before = self._values()
        self.phrases = PhraseList(self.form.rows["text"].typed, ws, services.actions)
        self.documents = StagedDocuments(services, "activity")
        self.documents.show_documents(activity)
        FileDrops(self, self.documents.take)
        self.fill(self.form, self.documents)
        self.form.rows["text"].editor.setFocus()

    def keep(self) -> None:
        """Save what was changed."""
        changed = {name: raw for name, raw in self._values().items() if raw != self._before[name]}
        ws = self.s.ws
        for made in self.form.rows.values():
            made.tell("")
        record = ws.dictionary.type("activity")
        try:
            for name, made in self.form.rows.items():
                if made.field.required and made.raw() in (None, ""):
                    raise missing(record, name)
            commands.checked(ws, record, changed)
        except InvalidValue as error:
            self.form.rows[error.field].tell(str(error))
            return
        files, number = self.documents.changes(), self._activity

        def edit() -> Any:
            return followups.edit_activity(ws, number, changed) if changed else None

        if files.added:
            # Copying the files may take a while: the window goes on working.
            self.s.jobs.run(
                lambda progress, cancelled: keep(
                    ws, "activity", number, files, edit, lambda share: progress(share, ""), cancelled
                ),
                name="documents",
                done=self.s.actions.told,
                failed=lambda error: self._without_files(edit, error),
            )
        elif files:
            self.s.actions.run(lambda: keep(ws, "activity", number, files, edit))
        elif changed:
            self.s.actions.run(edit)
        self.accept()

    def _without_files(self, edit: Callable[[], Any], error: KebuError) -> None:
        """A file could not be kept: the words are, and the person is told."""
        self.s.actions.run(edit)
        self.s.messages.error(error)

    def _persons(self) -> Field:
        """Those who took part, as a field to tick them in: the people of the customer."""
        held = people.people(self.s.ws, self._held["customer"])
        choices = tuple(Choice(str(one.id), Own(f"{one.name} {one.title}".strip())) for one in held)
        return Field(_WITH, FieldKind.TAGS, N_("With whom"), choices=choices)

    def _values(self) -> dict[str, Any]:
        found = {name: made.raw() for name, made in self.form.rows.items()}
        ticked = [int(code) for code in found[_WITH] or ()]
        # Whom it was with first stays first.
        first = [one for one in self._with if one in ticked]
        return {**found, _WITH: (*first, *(one for one in ticked if one not in first))}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and local_files(QGuiApplication.clipboard().mimeData()):
            self.documents.paste()
            return
        super().keyPressEvent(event)


def _shown(field: Field) -> bool:
    away = field.hidden or field.readonly or not field.listed
    return not away and field.kind not in (FieldKind.LINK, FieldKind.IMAGE)
