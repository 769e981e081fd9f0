"""What a command of the command line works with."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from app.records.workspace import Workspace

Reopen = Callable[[Path], Workspace]
Replace = Callable[[Callable[[Workspace, Reopen], Workspace]], Workspace]
Command = Callable[["Context"], int]


@dataclass(frozen=True, slots=True)
class Program:
    """What the command line is given from above: how to make and open a book, and how to open the window.

    ``window`` gets the book's path (or None), the key, the language, the number of who calls (or "") and whether it begins in
    the tray, and returns the exit code.
    """

    create: Callable[[Path, bytes | None], Workspace]
    open: Callable[[Path, bytes | None], Workspace]
    window: Callable[[Path | None, bytes | None, str, str, bool], int]


@dataclass(slots=True)
class Context:
    """One command that is being carried out.

    Attributes:
        ws: the open book.
        out, err: where the answer and the complaints go.
        cwd: the folder that relative paths start from.
        replace: puts another workspace in the place of ``ws``, as restoring needs it.
    """

    args: argparse.Namespace
    ws: Workspace
    out: TextIO
    err: TextIO
    cwd: Path
    replace: Replace

    @property
    def json(self) -> bool:
        """Whether the answer is to be JSON."""
        return bool(self.args.json)

    def path(self, text: str) -> Path:
        """A path that the user gave."""
        return located(self.cwd, text)

    def say(self, text: str) -> None:
        """Print a line for a person."""
        self.out.write(text + "\n")

    def answer(self, value: Any) -> None:
        """Print a value as JSON."""
        self.out.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def located(cwd: Path, text: str) -> Path:
    """A path as typed, from the folder it was typed in."""
    try:
        path = Path(text).expanduser()
    except RuntimeError:
        path = Path(text)
    return cwd / path
