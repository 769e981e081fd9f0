"""The one bridge to the person: toasts, errors, questions, file dialogs. Tests give a fake with the same methods."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from app.shared.errors import KebuError
from app.shared.i18n import _
from ui.runtime.file_dialogs import Mode, choose
from ui.runtime.message_box import add_button, message_box
from ui.widgets.toast import Toast

REMEMBERED = 200


class Messages:
    """Says things over one window.

    Attributes:
        told: the last toasts with the moment of each, newest first; the history shows them.
    """

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self._toast = Toast(window)
        self.told: deque[tuple[datetime, str]] = deque(maxlen=REMEMBERED)

    def toast(
        self, text: str, action: str = "", key: str = "", run: Callable[[], object] | None = None,
        stays: Callable[[], bool] | None = None,
    ) -> None:  # fmt: skip
        """A short note at the bottom with at most one thing to do; the texts are said already in the person's language.

        Args:
            stays: asked when its time is over whether it is needed longer.
        """
        self.told.appendleft((datetime.now(UTC).astimezone(), text))
        self._toast.say(text, action, key, run, stays)

    def make_room(self) -> None:
        """Another page is shown: the note gets out of the way of its bars; one with a key of the page before goes."""
        self._toast.leave()

    def error(self, error: KebuError) -> None:
        """An expected failure, in its own plain sentence."""
        self.warn(_("That did not work"), str(error))

    def warn(self, title: str, text: str) -> None:
        """Something the person must read."""
        box = message_box("triangle-alert", "warning", title, text, self.window)
        box.setDefaultButton(add_button(box, _("Got it"), QMessageBox.ButtonRole.AcceptRole, "primary"))
        box.exec()

    def ask(self, title: str, text: str, yes: str, no: str = "", *, danger: bool = False) -> bool:
        """A question, only for what cannot be undone or leaves the machine; ``yes`` and ``no`` are the buttons' words."""
        box = message_box("circle-help", "accent", title, text, self.window)
        if danger:
            accept = add_button(box, yes, QMessageBox.ButtonRole.DestructiveRole, "danger")
        else:
            accept = add_button(box, yes, QMessageBox.ButtonRole.AcceptRole, "primary")
        refuse = add_button(box, no or _("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(refuse if danger else accept)
        box.exec()
        return box.clickedButton() is accept

    def open_file(self, title: str, filters: str = "", folder: Path | None = None) -> Path | None:
        """Let the person choose a file to read."""
        found = choose(self.window, title, filters, Mode.ExistingFile, str(folder or ""))
        return found[0] if found else None

    def open_files(self, title: str, filters: str = "", folder: Path | None = None) -> list[Path]:
        """Let the person choose several files to read."""
        return choose(self.window, title, filters, Mode.ExistingFiles, str(folder or ""))

    def save_file(self, title: str, proposal: str, filters: str = "") -> Path | None:
        """Let the person choose where to write; the system's dialog asks before it replaces."""
        found = choose(self.window, title, filters, Mode.AnyFile, proposal)
        return found[0] if found else None

    def choose_folder(self, title: str, folder: Path | None = None) -> Path | None:
        """Let the person choose a folder."""
        found = choose(self.window, title, "", Mode.Directory, str(folder or ""))
        return found[0] if found else None
