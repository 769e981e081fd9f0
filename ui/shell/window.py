"""The main window: sidebar, top bar, page, hint bar, and the keys that work everywhere."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QStackedWidget,
    QTextEdit,
    QWidget,
)

from app.records.workspace import Workspace
from app.shared.i18n import N_, _, translate
from app.shared.settings import MachineSettings, Setting
from ui.runtime.actions import Actions
from ui.runtime.application import translator
from ui.runtime.icons import icon
from ui.runtime.jobs import JobRunner
from ui.runtime.messages import Messages
from ui.shell.bars import HintBar, TopBar
from ui.shell.finding import Finder
from ui.shell.page import Action, Page, PageSpec, Services, plain, typing
from ui.shell.router import Place, Router
from ui.shell.sidebar import Sidebar
from ui.widgets.basics import column, row

PLACE = Setting("window.place", "")
BREAK = 1280


class MainWindow(QMainWindow):
    """The window over one open book.

    Args:
        ws: the open book. specs: the pages. settings: this machine's settings. jobs: the runner.
        closing: called when the window closes, after the jobs ended (backs up and closes the book).
        backup: what Ctrl+B and the sidebar's mark do, or None.
    """

    _changed = Signal(object)

    def __init__(
        self, ws: Workspace, specs: Sequence[PageSpec], settings: MachineSettings, jobs: JobRunner, *,
        closing: Callable[[], object] | None = None, backup: Callable[[Services], object] | None = None,
    ) -> None:
        super().__init__()
        self._specs, self._closing, self._backup = list(specs), closing, backup
        self._narrow = False
        self.setMinimumSize(1024, 700)
        self.setAcceptDrops(True)
        ground = QWidget()
        ground.setObjectName("shell")
        self.sidebar = Sidebar(self._specs)
        self.top, self.hints, self.stack = TopBar(), HintBar(), QStackedWidget()
        main = QFrame()
        main.setObjectName("main")
        main.setLayout(column(self.top, self.stack, self.hints, margins=(1, 1, 0, 0)))
        ground.setLayout(row(self.sidebar, main, gap=0))
        self.setCentralWidget(ground)
        self.router = Router(self._specs, self.stack)
        self.messages = Messages(self)
        self.services = Services(ws, jobs, self.messages, Actions(ws, self.messages), settings, self.router)
        self.router.services = self.services
        self.router.moved.connect(self._moved)
        self.sidebar.chosen.connect(self.router.open)
        self.sidebar.backed.connect(self.back_up)
        self.sidebar.backup.setVisible(backup is not None)
        self.top.went.connect(self.router.open)
        self.top.back.clicked.connect(self.router.back)
        self.top.forward.clicked.connect(self.router.forward)
        self.top.find.clicked.connect(lambda: self.search())
        self.palette_box: Any = None
        self._page: Page | None = None
        self._keys()
        self._news()
        self._changed.connect(self._apply, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = ws.subscribe(self._changed.emit)
        translator().changed.connect(lambda _language: self._retranslate())
        self._restore()
        QTimer.singleShot(0, self.refresh_badges)

    def search(self, text: str = "") -> None:
        """Open the palette."""
        if self.palette_box is not None:
            self.palette_box.deleteLater()
        from ui.shell.palette import Palette

        self.palette_box = Palette(self, Finder(self.services, self._specs, self._own))
        self.palette_box.open(text)

    def help(self) -> None:
        """Show all keys of this screen."""
        from ui.shell.keys import KeysDialog

        KeysDialog(self._page.actions_list() if self._page else (), self).exec()

    def back_up(self) -> None:
        """Make a backup now."""
        if self._backup is not None:
            self._backup(self.services)

    def show_up(self) -> None:
        """Come to the front, for a second start of the program."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def refresh_badges(self) -> None:
        """Count again what the sidebar shows."""
        badges = {spec.name: spec.badge for spec in self._specs}

        def badge(name: str) -> tuple[int, bool]:
            count = badges.get(name)
            return count(self.services.ws) if count else (0, False)

        self.sidebar.refresh(badge)

    def refresh_bars(self) -> None:
        """Read title, actions and status of the open page again."""
        page, here = self._page, self.router.here
        if page is None or here is None:
            return
        spec = self.router.specs[here.name]
        title = page.title() or translate(spec.title)
        self.top.title.setText(title)
        self.top.note.setText(page.note())
        self.top.note.setVisible(bool(page.note()))
        self.top.show_path(page.path())
        self.setWindowTitle(_("Kebu — {page}").format(page=title))
        self.top.show_actions(page.actions_list(), self._narrow)
        page.set_keys()
        self._show_status()

    def _show_status(self) -> None:
        if self._page is not None:
            keys = [(action.key, translate(action.text)) for action in self._page.actions_list() if action.key and action.hint]
            self.hints.put(keys, self._page.status())

    def _moved(self, place: Place) -> None:
        spec = self.router.specs[place.name]
        page = self.router.page
        if self._page is not page:
            if self._page is not None:
                for signal in (self._page.titled, self._page.acted, self._page.noted):
                    signal.disconnect()
            self._page = page
            page.titled.connect(self.refresh_bars)
            page.acted.connect(self.refresh_bars)
            page.noted.connect(self._show_status)
            page.narrow(self._narrow)
        self.sidebar.mark(spec.belongs or spec.name)
        self.top.back.setEnabled(self.router.can_back)
        self.top.forward.setEnabled(self.router.can_forward)
        self.refresh_bars()

    def _apply(self, changes: Any) -> None:
        for page in self.router.pages:
            page.apply(changes)
        self.refresh_badges()
        self._show_status()

    def _retranslate(self) -> None:
        for page in self.router.pages:
            page.retranslate()
        self._news()
        self.refresh_bars()

    def _own(self) -> Sequence[Action]:
        own = [
            Action(N_("Undo the last change"), self.services.actions.undo, "Ctrl+Z", "undo-2"),
            Action(N_("Redo"), self.services.actions.redo, "Ctrl+Shift+Z", "redo-2"),
            Action(N_("All keys of this screen"), self.help, "F1", "keyboard"),
        ]
        if self._backup is not None:
            own.append(Action(N_("Back up now"), self.back_up, "Ctrl+B", "shield-check"))
        return own

    def _news(self) -> None:
        actions = [action for spec in self._specs for action in spec.new]
        self.top.split.setVisible(bool(actions))
        menu = QMenu(self)
        for action in actions:
            made = menu.addAction(icon(action.icon or "plus"), translate(action.text))
            made.triggered.connect(lambda _on=False, run=action.run: run(self.services))
        self.top.more.setMenu(menu)
        self._new_menu = menu

    def _new(self) -> None:
        if not self._new_menu.isEmpty():
            below = self.top.split.mapToGlobal(self.top.split.rect().bottomLeft())
            self._new_menu.popup(below)
            self._new_menu.setActiveAction(self._new_menu.actions()[0])

    def _keys(self) -> None:
        self.top.new.clicked.connect(self._new)
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+K": self.search, "Ctrl+N": self._new, "Alt+Left": self.router.back, "Alt+Right": self.router.forward,
            "F1": self.help, "?": self.help, "Ctrl+F": self._filter, "/": self._filter, "Esc": self._escape,
            "F6": self._next_pane, "Ctrl+B": self.back_up, "Ctrl+Z": self._undo, "Ctrl+Shift+Z": self._redo,
            "Ctrl+Y": self._redo, "Ctrl+,": lambda: self.router.open("settings"),
        }
        for number, name in enumerate(self.sidebar.areas[:9], 1):
            keys[f"Alt+{number}"] = lambda name=name: self.router.open(name)
        for key, run in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda key=key, run=run: None if plain(key) and key in "?/" and typing() else run())

    def _filter(self) -> None:
        if self._page is not None and not self._page.focus_filter():
            self.search()

    def _escape(self) -> None:
        if self._page is not None and not self._page.escape():
            self.stack.setFocus()

    def _next_pane(self) -> None:
        panes = [self.sidebar, self.top, self.stack]
        focus = QApplication.focusWidget()
        at = next((place for place, pane in enumerate(panes) if focus and pane.isAncestorOf(focus)), -1)
        for step in range(1, 4):
            pane = panes[(at + step) % 3]
            for child in pane.findChildren(QWidget):
                if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    child.setFocus(Qt.FocusReason.TabFocusReason)
                    return

    def _undo(self) -> None:
        focus = QApplication.focusWidget()
        if _has_own(focus, "isUndoAvailable"):
            focus.undo()
        else:
            self.services.actions.undo()

    def _redo(self) -> None:
        focus = QApplication.focusWidget()
        if _has_own(focus, "isRedoAvailable"):
            focus.redo()
        else:
            self.services.actions.redo()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.router.can_open("import") and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            QTimer.singleShot(0, lambda: self.router.open("import", path=paths[0], paths=paths))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < BREAK
        if narrow != self._narrow:
            self._narrow = narrow
            self.sidebar.set_narrow(narrow)
            self.top.set_narrow(narrow)
            self.hints.narrow = narrow
            for page in self.router.pages:
                page.narrow(narrow)
            self.refresh_bars()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._page is not None:
            self._page.leave()
        self.services.settings.set(PLACE, base64.b64encode(self.saveGeometry().data()).decode())
        self._unsubscribe()
        self.services.jobs.stop()
        if self._closing is not None:
            self._closing()
        super().closeEvent(event)

    def _restore(self) -> None:
        kept = self.services.settings.get(PLACE)
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            self.resize(1440, 900)


def _has_own(focus: QWidget | None, question: str) -> bool:
    """Whether a text field is being edited that can undo or redo its own typing."""
    if not isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit) or focus.isReadOnly():
        return False
    holder = focus if isinstance(focus, QLineEdit) else focus.document()
    return bool(getattr(holder, question)())
