"""Builds the program and hands it on: the dictionary of all features, the workspace, the window or the command line."""

from __future__ import annotations

import os
import sys
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from app.cli import remote
from app.cli.context import Program
from app.cli.run import PROGRAM, execute, run
from app.customers.records import RECORD_TYPES as CUSTOMER_TYPES
from app.documents.records import RECORD_TYPES as DOCUMENT_TYPES
from app.followups.records import RECORD_TYPES as FOLLOWUP_TYPES
from app.products.records import RECORD_TYPES as PRODUCT_TYPES
from app.records.dictionary import Dictionary
from app.records.workspace import Workspace
from app.safety.listening import listening
from app.sales.records import RECORD_TYPES as SALES_TYPES
from app.settings.records import RECORD_TYPES as SETTINGS_TYPES
from app.shared.clock import Clock
from app.shared.errors import KebuError
from app.shared.i18n import N_
from db.erasure import UNSCRUBBED, scrub

WINDOW = "kebu window"


def dictionary() -> Dictionary:
    """The one dictionary, of all features."""
    return Dictionary(
        (*CUSTOMER_TYPES, *FOLLOWUP_TYPES, *PRODUCT_TYPES, *SALES_TYPES, *SETTINGS_TYPES, *DOCUMENT_TYPES)
    )


def create_workspace(
    path: Path, *, key: bytes | None = None, clock: Clock | None = None, program: str = "kebu"
) -> Workspace:
    """Make a new book and open it. Raises the failures of ``Book.create``."""
    return Workspace.create(path, dictionary(), key=key, clock=clock, program=program)


def open_workspace(
    path: Path, *, key: bytes | None = None, clock: Clock | None = None, program: str = "kebu", renew: bool = True
) -> Workspace:
    """Open a book; ``renew`` as in ``Workspace.open``. Raises the failures of ``Book.open``."""
    ws = Workspace.open(path, dictionary(), key=key, clock=clock, program=program, renew=renew)
    if ws.book.fact(UNSCRUBBED):
        # An erasure was interrupted before it could clear the file.
        try:
            scrub(ws.book.journal)
        except BaseException:
            ws.close()
            raise
    return ws


def open_window(path: Path | None, key: bytes | None, language: str, number: str = "", tray: bool = False) -> int:
    """Open the window on a book, or bring the one to the front that has it; returns the exit code.

    Args:
        number: the phone number of who calls, to show their card.
        tray: whether the window stays away at first, where the desktop has a tray; one that is there is left alone.

    Raises:
        KebuError: there is no PySide6, or no display.
    """
    address = listening(path) if path else ""
    if address:
        try:
            if number:
                remote.call(address, number)
            elif not tray:
                remote.show(address)
            return 0
        except remote.NobodyThere:
            # The window that wrote the address was killed.
            pass
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise KebuError(N_("There is no display to open a window on."), N_("See what can be done without: kebu --help"))
    if find_spec("PySide6") is None:
        raise KebuError(
            N_("The window needs PySide6, which is not installed."), N_("See what can be done without: kebu --help")
        )
    from ui.main import start

    return int(
        start(
            path,
            key=key,
            language=language,
            open_book=partial(open_workspace, program=WINDOW, renew=False),
            create_book=partial(create_workspace, program=WINDOW),
            carry_out=execute,
            number=number,
            tray=tray,
        )
    )


def main(arguments: list[str] | None = None) -> int:
    """Run the command line, or the window when no command is given; returns the exit code."""
    program = Program(
        create=lambda path, key: create_workspace(path, key=key, program=PROGRAM),
        open=lambda path, key: open_workspace(path, key=key, program=PROGRAM),
        window=open_window,
    )
    return run(sys.argv[1:] if arguments is None else arguments, program)
