"""Carrying out commands from the window: the toast with Undo, the plain sentence on failure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from app.records import history
from app.records.workspace import ChangeSet, Workspace
from app.shared.errors import KebuError
from app.shared.i18n import _, ngettext
from ui.runtime.jobs import Job, JobRunner
from ui.runtime.messages import Messages

Then = Callable[[history.Undone], object]
# Rows; an undo of more than that would hold up the window.
LONG = 1000
NAMED = 3


class Actions:
    """Runs commands on the book and tells the person what happened.

    Args:
        ws: the open book.
        messages: the bridge of the window.
        jobs: where a long undo runs; without it everything runs at once.
    """

    def __init__(self, ws: Workspace, messages: Messages, jobs: JobRunner | None = None) -> None:
        self.ws = ws
        self._messages = messages
        self._jobs = jobs
        self._under_way: list[Job] = []

    def run(self, command: Callable[[], Any], said: str = "", *, quiet: bool = False) -> Any:
        """Carry out one command; a toast with Undo follows when it wrote something.

        Args:
            command: calls a command of ``app``.
            said: the toast's text in the person's language; the operation's name when empty.
            quiet: no toast (a form's field saved on leaving says so in the hint bar).

        Returns:
            What the command returned, or None when it failed with a ``KebuError``, which is shown.
        """
        before = history.undoable(self.ws)
        try:
            result = command()
        except KebuError as error:
            self._messages.error(error)
            return None
        after = history.undoable(self.ws)
        if not quiet and after is not None and (before is None or before.id != after.id):
            self._messages.toast(said or history.describe(after), _("Undo"), "Ctrl+Z", lambda: self.undo(after.id))
        return result

    def told(self, changes: ChangeSet, said: str = "") -> None:
        """The toast with Undo for an operation that a job has finished; ``changes`` is its change set."""
        if changes and changes.operation:
            number = changes.operation
            self._messages.toast(said or history.describe(changes), _("Undo"), "Ctrl+Z", lambda: self.undo(number))

    def undo(self, operation: int | None = None, then: Then | None = None) -> Job | None:
        """Take back the last operation, or the one named; gives the job when it is a long one.

        Args:
            then: is given what was done, and which records were kept as they are.
        """
        last = history.undoable(self.ws)
        number = operation or (last.id if last else 0)
        step = partial(history.undo, self.ws, operation)
        return self._again(step, number, _("Undone: {name}"), _("Redo"), "Ctrl+Shift+Z", self.redo, then)

    def redo(self, operation: int | None = None, then: Then | None = None) -> Job | None:
        """Do again what was undone last, or the undone operation that is named; gives the job when it is a long one."""
        last = history.redoable(self.ws)
        step = partial(history.redo, self.ws, operation)
        return self._again(
            step, operation or (last.id if last else 0), _("Done again: {name}"), _("Undo"), "Ctrl+Z", self.undo, then
        )

    def _again(
        self,
        step: Callable[..., history.Undone],
        number: int,
        said: str,
        action: str,
        key: str,
        back: Callable[[], object],
        then: Then | None = None,
    ) -> Job | None:
        def done(undone: history.Undone) -> None:
            text = said.format(name=undone.name)
            if undone.kept and not undone.changes:
                names = ", ".join(one.title for one in undone.kept[:NAMED])
                text = _(
                    "Nothing to take back: {names} was changed since. Single fields are taken back in the history."
                )
                self._messages.toast(text.format(names=names))
                if then is not None:
                    then(undone)
                return
            if undone.kept:
                count = len(undone.kept)
                kept = ngettext(
                    "{count} record changed since was kept", "{count} records changed since were kept", count
                )
                text = _("{text}; {kept}").format(text=text, kept=kept.format(count=count))
            for one in undone.renumbered[:1]:
                again = _("{old} is in use again, so it came back as {new}.").format(old=one.old, new=one.new)
                text = _("{text}; {kept}").format(text=text, kept=again)
            self._messages.toast(text, action, key, back)
            if then is not None:
                then(undone)

        def failed(error: KebuError) -> None:
            self._messages.toast(str(error))

        if self._jobs is not None and number and history.size(self.ws, number) > LONG:
            made: list[history.Undone] = []

            def work(_progress: object, stop: Callable[[], bool]) -> history.Undone:
                made.append(step(cancelled=stop))
                return made[0]

            job = self._jobs.run(work, name="undo", done=done, failed=failed)
            return self._watched(job, made, done)
        try:
            undone = step()
        except KebuError as error:
            failed(error)
        else:
            done(undone)
        return None

    def _watched(self, job: Job, made: Sequence[history.Undone], done: Then) -> Job:
        """Offer to stop a long undo for as long as it lasts; what it has ``made`` before the stop came is told all the same."""
        self.heed(job)

        def stopped() -> None:
            if made:
                done(made[0])
            else:
                self._messages.toast(_("Stopped; nothing was changed."))

        job.cancelled.connect(stopped)
        working = _("Many records change; this takes a moment.")
        self._messages.toast(working, _("Stop"), "Esc", job.cancel, lambda: job in self._under_way)
        return job

    def heed(self, job: Job) -> None:
        """Let Esc stop a job for as long as it lasts."""
        self._under_way.append(job)
        job.finished.connect(lambda: self._under_way.remove(job))

    def stop(self) -> bool:
        """Stop what is under way and begun last, a long undo or an export; whether there is any."""
        job = next((one for one in reversed(self._under_way) if not one.stopping), None)
        if job is not None:
            job.cancel()
        return job is not None
