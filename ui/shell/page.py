"""What a page is, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app.records.workspace import Workspace
from app.shared.settings import MachineSettings
from ui.runtime.actions import Actions
from ui.runtime.jobs import JobRunner
from ui.runtime.messages import Messages

if TYPE_CHECKING:
    from ui.shell.router import Router


@dataclass(frozen=True, slots=True)
class Services:
    """Everything a page is given: the book, the jobs, the messages, the way to other pages."""

    ws: Workspace
    jobs: JobRunner
    messages: Messages
    actions: Actions
    settings: MachineSettings
    router: Router


@dataclass(frozen=True, slots=True)
class Action:
    """Something one can do on a page.

    Args:
        text: English source text.
        run: does it.
        key: such as "L", "Ctrl+P", "Space"; single letters fire only when no text field has the focus.
        icon: for the top bar.
        bar: whether it is a button of the top bar. hint: whether the hint bar shows it.
    """

    text: str
    run: Callable[..., object]
    key: str = ""
    icon: str = ""
    bar: bool = False
    hint: bool = True


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page as it is registered: made at its first opening.

    Args:
        name: what the router opens; ``kinds`` are the record kinds that it shows by id.
        title: English source text.
        section: "area" or "tool" in the sidebar, "" for none.
        belongs: the page that is marked in the sidebar while this one is open; itself when "".
        badge: gives (number, hot) for the sidebar.
        new: entries of the New button. commands: entries of the palette. Their ``run`` gets the services.
    """

    name: str
    title: str
    icon: str
    factory: Callable[[Services], Page]
    section: str = "area"
    kinds: Sequence[str] = ()
    belongs: str = ""
    badge: Callable[[Workspace], tuple[int, bool]] | None = None
    new: Sequence[Action] = field(default=())
    commands: Sequence[Action] = field(default=())


class Page(QWidget):
    """A page of the window. Subclasses build their widgets in ``__init__`` and override what they need.

    Signals: ``titled``, ``noted`` and ``acted`` ask the shell to read title, status and actions again.
    """

    titled = Signal()
    noted = Signal()
    acted = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.s = services
        self._shortcuts: list[QShortcut] = []

    def title(self) -> str:
        """What the top bar and the window call it, said already; "" for the spec's title."""
        return ""

    def note(self) -> str:
        """A muted word beside the title, such as the day."""
        return ""

    def path(self) -> list[tuple[str, str]]:
        """What stands before the title: (word, page name)."""
        return []

    def actions_list(self) -> Sequence[Action]:
        """What can be done here: buttons of the top bar, keys, hint bar and F1 all read this."""
        return ()

    def status(self) -> Sequence[str]:
        """The words at the right of the hint bar: saved state, counts, totals."""
        return ()

    def open(self, number: int = 0, **what: Any) -> None:
        """The page was opened, with the id of a record or 0."""

    def apply(self, changes: Any) -> None:
        """The book changed: refresh what the change set names."""

    def retranslate(self) -> None:
        """The language or the day changed: say again what ``tr`` does not say by itself."""

    def narrow(self, on: bool) -> None:
        """The window became narrow (1024) or wide again."""

    def leave(self) -> None:
        """Another page is being opened: save what is being edited."""

    def escape(self) -> bool:
        """Esc was pressed; True when the page closed or cleared something."""
        return False

    def focus_filter(self) -> bool:
        """Ctrl+F or /; True when the page has a filter field and it took the focus."""
        return False

    def set_keys(self) -> None:
        """Make the shortcuts of the actions; the shell calls it when they change."""
        for old in self._shortcuts:
            old.setEnabled(False)
            old.deleteLater()
        self._shortcuts = []
        for action in self.actions_list():
            if not action.key or action.key in ("Enter", "↑↓", "Space"):
                continue
            shortcut = QShortcut(QKeySequence(action.key), self)
            shortcut.activated.connect(lambda done=action: None if plain(done.key) and typing() else done.run())
            self._shortcuts.append(shortcut)


def plain(key: str) -> bool:
    """Whether a key is a single letter or sign without Ctrl, Alt or Cmd."""
    return "+" not in key or key == "+"


def typing() -> bool:
    """Whether a text field has the focus or the input method composes."""
    focus = QApplication.focusWidget()
    return isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit) and not focus.isReadOnly()
