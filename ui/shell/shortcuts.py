"""The keys that work everywhere in the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from ui.runtime.application import application
from ui.shell.focus_home import FocusHome
from ui.shell.keyguard import KeyGuard
from ui.shell.page import same_key

if TYPE_CHECKING:
    from ui.shell.window import MainWindow


class Shortcuts:
    """Makes the window's shortcuts. ``taken`` are their keys as Qt writes them; pages leave those to the window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+K": window.search,
            "Ctrl+N": window.show_new,
            "Ctrl+Shift+L": window.log_anywhere,
            "Alt+Left": window.router.back,
            "Alt+Right": window.router.forward,
            "F1": window.help,
            "?": window.help,
            "Ctrl+F": self._filter,
            "/": self._filter,
            "Esc": self._escape,
            "F6": window.next_pane,
            "Shift+F6": lambda: window.next_pane(-1),
            "Ctrl+B": window.back_up,
            "Ctrl+Z": lambda: window.services.actions.undo(),
            "Ctrl+Shift+Z": lambda: window.services.actions.redo(),
            "Ctrl+Y": lambda: window.services.actions.redo(),
            "Ctrl+,": lambda: window.router.open("settings"),
        }
        for number, name in enumerate(window.sidebar.areas[:9], 1):
            keys[f"Alt+{number}"] = partial(window.router.open, name)
        self.guard = KeyGuard(application())
        self.home = FocusHome(window.router, (window.sidebar, window.top), application())
        self.taken = {same_key(key) for key in keys}
        for key, run in keys.items():
            shortcut = QShortcut(QKeySequence(key), window)
            shortcut.activated.connect(lambda key=key, run=run: self._press(key, run))

    def _press(self, key: str, run: Callable[[], object]) -> None:
        # Two shortcuts of one key would be ambiguous to Qt and neither would fire: the page's comes first here.
        page = self._window.router.page
        if key == "Esc" and (
            self._window.close_popup()
            or (page is not None and page.close_over())
            or self._window.services.actions.stop()
        ):
            return
        if page is None or not page.press(key):
            run()

    def _filter(self) -> None:
        page = self._window.router.page
        if page is not None and not page.focus_filter():
            self._window.search()

    def _escape(self) -> None:
        page = self._window.router.page
        if page is not None and not page.escape():
            (page if page.focusProxy() is not None else self._window.stack).setFocus()
