"""What a page is, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.records.workspace import ChangeSet, Workspace
from app.shared.settings import MachineSettings
from ui.runtime.actions import Actions
from ui.runtime.books import Books
from ui.runtime.jobs import JobRunner
from ui.runtime.messages import Messages


def _no_switch(_change: Callable[[], Workspace]) -> bool:
    return False


class Ways(Protocol):
    """The ways from page to page; the router knows them."""

    recent: list[tuple[str, int]]

    @property
    def page(self) -> Page | None:
        """The open page."""

    def can_open(self, kind: str) -> bool:
        """Whether there is a page of this name or for this kind of record."""

    def open(self, kind: str, number: int = 0, **what: Any) -> Page | None:
        """Open a page by its name, or the page of a kind of record with an id."""

    def back(self) -> None:
        """The page before."""


@dataclass(frozen=True, slots=True)
class Services:
    """Everything a page is given: the book, the jobs, the messages, the way to other pages.

    ``books`` opens and makes books; ``switch(change)`` puts the workspace that ``change()`` gives in the place of the open
    one: pages are closed before it is called and made anew after it.
    """

    ws: Workspace
    jobs: JobRunner
    messages: Messages
    actions: Actions
    settings: MachineSettings
    router: Ways
    books: Books | None = None
    switch: Callable[[Callable[[], Workspace]], bool] = _no_switch


@dataclass(frozen=True, slots=True)
class Action:
    """Something one can do on a page.

    Args:
        text: English source text.
        run: does it.
        key: such as "L", "Ctrl+P", "Space"; single letters fire only when no text field has the focus.
        icon: for the top bar.
        bar: whether it is a button of the top bar. hint: whether the hint bar shows it.
        shown: whether the key is only shown, as the part of the page that has the focus answers it itself.
        view: whether it turns to a view of a list, which the palette says.
    """

    text: str
    run: Callable[..., object]
    key: str = ""
    icon: str = ""
    bar: bool = False
    hint: bool = True
    shown: bool = False
    view: bool = False


@dataclass(frozen=True, slots=True)
class PinnedView:
    """A view of a page that the user put into the sidebar.

    Args:
        code, label: what the page opens it by, and what it is called.
        count: how many records it holds. kinds: the kinds of records on which that depends.
    """

    code: str
    label: str
    count: Callable[[Workspace], int]
    kinds: Collection[str]


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page as it is registered: made at its first opening.

    Args:
        name: what the router opens; ``kinds`` are the record kinds that it shows by id.
        title: English source text.
        section: "area" or "tool" in the sidebar, "" for none.
        belongs: the page that is marked in the sidebar while this one is open; itself when "".
        badge: gives (number, hot) for the sidebar.
        pinned: gives those of its views that stand in the sidebar.
        lasting: whether it stays as it is when the user changes fields or lists of values; others are made anew then.
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
    pinned: Callable[[Workspace], Sequence[PinnedView]] | None = None
    lasting: bool = False
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
        self._keys: list[str] = []

    def title(self) -> str:
        """What the top bar and the window call it, said already; "" for the spec's title."""
        return ""

    def heading(self) -> str:
        """What the top bar calls it; "" when the page itself says it large, as a card does."""
        return self.title()

    def note(self) -> str:
        """A muted word beside the title, such as the day."""
        return ""

    def beside(self) -> QWidget | None:
        """A widget beside the title, such as the steps of a wizard."""
        return None

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

    def apply(self, changes: ChangeSet) -> None:
        """The book changed: refresh what the change set names."""

    def retranslate(self) -> None:
        """The language or the day changed: say again what ``tr`` does not say by itself."""

    def subject(self) -> tuple[str, int] | None:
        """Kind and id of the record that a command from anywhere is about; None for the one the page was opened with."""
        return None

    def narrow(self, on: bool) -> None:
        """The window became narrow (1024) or wide again."""

    def leave(self) -> None:
        """Another page is being opened: save what is being edited."""

    def close_over(self) -> bool:
        """Close what lies over the page or is open in it; False when nothing is. Esc does this before it stops a job."""
        return False

    def escape(self) -> bool:
        """Esc was pressed and nothing closed; True when the page cleared something or went back."""
        return False

    def focus_filter(self) -> bool:
        """Ctrl+F or /; True when the page has a filter field and it took the focus."""
        return False

    def set_keys(self, taken: Collection[str] = ()) -> None:
        """Make the shortcuts of the actions; the shell calls it when they change. It answers the ``taken`` keys itself."""
        keys = [
            key
            for key in dict.fromkeys(action.key for action in self.actions_list() if not action.shown)
            if key and key not in SHOWN and same_key(key) not in taken
        ]
        if keys == self._keys:
            return
        for old in self._shortcuts:
            old.setEnabled(False)
            old.deleteLater()
        self._keys, self._shortcuts = keys, []
        for key in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda key=key: self.press(key))
            self._shortcuts.append(shortcut)

    def press(self, key: str) -> bool:
        """Do what a key means on this page; False when it means nothing here."""
        for action in self.actions_list():
            if not action.shown and action.key not in SHOWN and same_key(action.key) == same_key(key):
                action.run()
                return True
        return False


SHOWN = ("", "Enter", "↑↓", "←→", "Space", "Tab", "Alt+↑↓", "Shift+↑↓", "Shift+Enter")


def same_key(key: str) -> str:
    """A key as Qt writes it, to compare two."""
    return QKeySequence(key).toString()
