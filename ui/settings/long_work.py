"""Changes of fields and lists: at once in a small book, in a job where thousands of records are gone through."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.records import queries
from app.records.workspace import ChangeSet
from app.shared.errors import KebuError
from app.shared.i18n import _
from ui.shell.page import Services

LARGE = 20_000
"""Records of a kind; with more, an index or a count of values takes longer than a blink."""

Then = Callable[[Any], object]


def large(services: Services, kind: str) -> bool:
    """Whether going through all records of a kind would hold up the window."""
    return queries.count(services.ws, kind) > LARGE


def carry_out(
    services: Services, kind: str, command: Callable[[], Any], then: Callable[[], object], said: str = ""
) -> None:
    """Run a command that gives a change set; the toast with Undo and ``then`` follow when it is done.

    ``said``: the words of the toast; those of the operation when empty.
    """
    if not large(services, kind):
        services.actions.run(command, said)
        then()
        return

    def done(changes: ChangeSet) -> None:
        services.actions.told(changes, said)
        then()

    services.messages.toast(_("Many records change; this takes a moment."))
    services.jobs.run(lambda *_job: command(), name="fields", done=done, failed=services.messages.error)


def find_out(services: Services, kind: str, question: Callable[[], Any], then: Then) -> None:
    """Read something about all records of a kind, and go on with the answer."""
    if not large(services, kind):
        then(question())
        return
    services.jobs.run(lambda *_job: question(), name="values", done=then, failed=services.messages.error)


def attempt(
    services: Services, kind: str, command: Callable[[], Any], done: Then, failed: Callable[[KebuError], object]
) -> bool:
    """Run a command of a dialog; True when it runs in a job, so that the dialog waits for ``done`` or ``failed``."""
    if large(services, kind):
        services.jobs.run(lambda *_job: command(), name="fields", done=done, failed=failed)
        return True
    try:
        result = command()
    except KebuError as error:
        failed(error)
    else:
        done(result)
    return False
