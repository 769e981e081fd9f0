"""Builds the program and hands it on: the dictionary of all features, the workspace, the window or the command line."""

from __future__ import annotations

import sys
from pathlib import Path

from app.customers.records import RECORD_TYPES as CUSTOMER_TYPES
from app.followups.records import RECORD_TYPES as FOLLOWUP_TYPES
from app.products.records import RECORD_TYPES as PRODUCT_TYPES
from app.records.dictionary import Dictionary
from app.records.workspace import Workspace
from app.sales.records import RECORD_TYPES as SALES_TYPES
from app.settings.records import RECORD_TYPES as SETTINGS_TYPES
from app.shared.clock import Clock


def dictionary() -> Dictionary:
    """The one dictionary, of all features."""
    return Dictionary((*CUSTOMER_TYPES, *FOLLOWUP_TYPES, *PRODUCT_TYPES, *SALES_TYPES, *SETTINGS_TYPES))


def create_workspace(path: Path, *, key: bytes | None = None, clock: Clock | None = None, program: str = "kebu") -> Workspace:
    """Make a new book and open it. Raises the failures of ``Book.create``."""
    return Workspace.create(path, dictionary(), key=key, clock=clock, program=program)


def open_workspace(path: Path, *, key: bytes | None = None, clock: Clock | None = None, program: str = "kebu") -> Workspace:
    """Open a book. Raises the failures of ``Book.open``."""
    return Workspace.open(path, dictionary(), key=key, clock=clock, program=program)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line, or the window when no command is given; returns the exit code."""
    from app.cli.run import run

    return run(sys.argv[1:] if arguments is None else arguments)
