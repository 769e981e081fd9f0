"""What is done to many customers at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from app.customers import commands
from app.followups.commands import add_reminder, add_reminders
from app.records import commands as records
from app.shared.i18n import N_, _, ngettext
from ui.customers.asking import ask_reminder, deleted_words
from ui.customers.field_dialog import FieldDialog
from ui.runtime.jobs import Job
from ui.shell.page import Services
from ui.widgets.ask_line import AskLine
from ui.widgets.basics import ProgressStrip

MANY = 2_000
# More than these do not stand side by side.
MERGED = 8


class BulkWork:
    """Carries out the actions of the bulk bar: at once for some customers, in a job for thousands.

    Args:
        parent: over which it asks. strip: where a job shows how far it is.
    """

    def __init__(self, parent: QWidget, services: Services, strip: ProgressStrip) -> None:
        self._parent, self._s, self._strip = parent, services, strip

    def do(self, action: str, value: str, numbers: Sequence[int]) -> None:
        """Do to these customers what a button of the bar says."""
        ws = self._s.ws
        if not numbers:
            return
        if action == "remind":
            self.remind(numbers)
        elif action == "merge":
            self.merge(numbers)
        elif action == "delete":
            self._run(numbers, lambda: records.delete(ws, "customer", numbers), deleted_words(self._s, numbers))
        elif action == "tags":
            self._tags(numbers)
        elif action == "field":
            if wanted := FieldDialog(self._parent, ws, len(numbers)).ask():
                self._run(numbers, lambda: records.update_all(ws, "customer", numbers, wanted))
        else:
            command = {
                "level": lambda: commands.set_level(ws, numbers, value or None),
                "status": lambda: commands.set_status(ws, numbers, value),
                "release": lambda: commands.release(ws, numbers),
            }[action]
            self._run(numbers, command)

    def remind(self, numbers: Sequence[int]) -> None:
        """Ask for a reminder and make it for each."""
        text = ask_reminder(self._parent, self._s)
        ws = self._s.ws
        if text and len(numbers) == 1:
            self._s.actions.run(lambda: add_reminder(ws, text, about=("customer", numbers[0])))
        elif text:
            self._run(numbers, lambda: add_reminders(ws, text, numbers))

    def merge(self, numbers: Sequence[int]) -> None:
        """Show these customers side by side, to make one of them."""
        if 1 < len(numbers) <= MERGED:
            self._s.router.open("duplicates", among=list(numbers))
        else:
            self._s.messages.toast(_("Tick two or more customers that are one, up to {count}.").format(count=MERGED))

    def _tags(self, numbers: Sequence[int]) -> None:
        ws = self._s.ws
        hint = N_("Separate several by commas; -tag takes one off")
        text = AskLine(self._parent, N_("Add tags"), N_("Add"), hint=hint).ask()
        words = [one.strip() for one in text.replace("，", ",").split(",") if one.strip()]
        more = [one for one in words if not one.startswith("-")]
        less = [one[1:].strip() for one in words if one.startswith("-")]
        if words:
            self._run(numbers, lambda: commands.change_tags(ws, numbers, more, less))

    def _run(self, numbers: Sequence[int], command: Callable[[], Any], told: str = "") -> None:
        count = len(numbers)
        if count <= MANY:
            self._s.actions.run(command, told)
            return
        said = ngettext("Changing {count} customer", "Changing {count} customers", count).format(count=f"{count:,}")
        job = self._s.jobs.run(
            lambda _progress, _cancelled: command(),
            name="change",
            done=lambda changes: self._s.actions.told(changes, told),
            failed=self._s.messages.error,
        )
        self.follow(job, said, stops=False)

    def follow(self, job: Job, said: str, *, stops: bool = True) -> None:
        """Show how far a job is, with a word about it and a button when it can be stopped."""
        self._strip.follow(job)
        self._strip.word.setText(said)
        self._strip.stop.setVisible(stops)
