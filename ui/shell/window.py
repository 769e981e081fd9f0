"""The main window: sidebar, top bar, page, hint bar, and the keys that work everywhere."""

from __future__ import annotations

import base64
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QMenu, QStackedWidget, QWidget

from app.records.workspace import ChangeSet, Workspace
from app.shared.errors import KebuError
from app.shared.i18n import N_, _, translate
from app.shared.settings import MachineSettings, Setting
from ui.runtime.actions import Actions
from ui.runtime.application import application, theme, translator
from ui.runtime.books import Books
from ui.runtime.given import given
from ui.runtime.icons import icon
from ui.runtime.jobs import Job, JobRunner
from ui.runtime.messages import Messages
from ui.shell import panes, recent
from ui.shell.bars import HintBar, TopBar
from ui.shell.page import Page, PageSpec, Services
from ui.shell.router import Place, Router
from ui.shell.shortcuts import Shortcuts
from ui.shell.sidebar import Sidebar
from ui.widgets.basics import column, row
from ui.widgets.buttons import key_words
from ui.widgets.drops import FieldsLetPass, FileDrops

if TYPE_CHECKING:
    from ui.shell.log_anywhere import LogPopup
    from ui.shell.palette import Palette

PLACE = Setting("window.place", "")


class MainWindow(QMainWindow):
    """The window over one open book.

    Args:
        ws: the open book. specs: the pages. settings: this machine's settings. jobs: the runner.
        closing: called with a book that is left, after the jobs ended (backs it up and closes it).
        backup: what Ctrl+B and the sidebar's mark do, or None.
        books: opens and makes other books, or None.

    Signals:
        taken: another book took the place of the open one (its workspace).
    """

    taken = Signal(object)
    _changed = Signal(object)
    _wanted = Signal(object)

    def __init__(
        self,
        ws: Workspace,
        specs: Sequence[PageSpec],
        settings: MachineSettings,
        jobs: JobRunner,
        *,
        closing: Callable[[Workspace], object] | None = None,
        backup: Callable[[Services], object] | None = None,
        books: Books | None = None,
    ) -> None:
        super().__init__()
        self._specs, self._closing, self._backup = list(specs), closing, backup
        self.books = books
        self._narrow = False
        self.setMinimumSize(1024, 700)
        FileDrops(self, lambda files: self.router.open("import", path=files[0], paths=files))
        FieldsLetPass(application(), self)
        ground = QWidget()
        ground.setObjectName("shell")
        self.sidebar = Sidebar(self._specs)
        self.top, self.hints, self.stack = TopBar(), HintBar(), QStackedWidget()
        main = QFrame()
        main.setObjectName("main")
        self._column = column(self.top, self.stack, self.hints, margins=(1, 1, 0, 0))
        main.setLayout(self._column)
        ground.setLayout(row(self.sidebar, main, gap=0))
        self.setCentralWidget(ground)
        self.router = Router(self._specs, self.stack)
        self.messages = Messages(self)
        self.services = self._serve(ws, jobs, settings)
        self.router.services = self.services
        self.router.recent = recent.bring(self.services.settings, self.services.ws.path)
        self.router.moved.connect(self._moved)
        self.sidebar.chosen.connect(self.router.open)
        self.sidebar.pinned.chosen.connect(lambda name, view: self.router.open(name, view=view))
        self.sidebar.backed.connect(self.back_up)
        self.sidebar.backup.setVisible(backup is not None)
        self.top.went.connect(self.router.open)
        self.top.back.clicked.connect(self.router.back)
        self.top.forward.clicked.connect(self.router.forward)
        self.top.seek.clicked.connect(lambda: self.search())
        self.palette_box: Palette | None = None
        self._page: Page | None = None
        self._log_popup: LogPopup | None = None
        self.notice: QWidget | None = None
        self.stays: Callable[[], bool] = lambda: False
        self._shortcuts = Shortcuts(self)
        self.top.new.clicked.connect(self.show_new)
        self._news()
        self._changed.connect(self._apply, Qt.ConnectionType.QueuedConnection)
        self._wanted.connect(self._switch_for, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = ws.subscribe(self._changed.emit)
        translator().changed.connect(lambda _language: self._retranslate())
        self._restore()
        theme().changed.connect(self._fit)
        QTimer.singleShot(0, self.refresh_badges)

    def _serve(self, ws: Workspace, jobs: JobRunner, settings: MachineSettings) -> Services:
        actions = Actions(ws, self.messages, jobs)
        return Services(ws, jobs, self.messages, actions, settings, self.router, self.books, self.switch)

    def switch(self, change: Callable[[], Workspace]) -> bool:
        """Put another workspace in the place of the open one.

        Args:
            change: gives the workspace; it is called when no page and no job works on the present one any more. It may
                close the present one (restoring, moving); otherwise that is backed up and closed afterwards.

        Returns:
            Whether it was done; a ``KebuError`` is shown, and the present book stays.
        """
        try:
            self.replace(change)
        except KebuError as error:
            self.messages.error(error)
            return False
        return True

    def replace(self, change: Callable[[], Workspace], but: Job | None = None) -> Workspace:
        """What ``switch`` does, raising its failure. ``but``: the job that waits for it, if any."""
        old, path = self.services.ws, self.services.ws.path
        if self._page is not None:
            self._page.leave()
        self._unsubscribe()
        recent.keep(self.services.settings, self.services.ws.path, self.router.recent)
        self.services.jobs.stop(but)
        try:
            ws = change()
        except KebuError:
            if self.books is not None and old.closed:
                self._take(self.books.open(path))
            else:
                self._unsubscribe = old.subscribe(self._changed.emit)
            raise
        if old is not ws and self._closing is not None and not old.closed:
            self._closing(old)
        self._take(ws)
        return ws

    def replace_from_job(self, change: Callable[[], Workspace]) -> Workspace:
        """``replace``, asked for by a job: the window's thread does it, the job waits."""
        wanted = _Wanted(change, self.services.jobs.current)
        self._wanted.emit(wanted)
        wanted.ended.wait()
        if wanted.error is not None:
            raise wanted.error
        return self.services.ws

    def _switch_for(self, wanted: _Wanted) -> None:
        try:
            self.replace(wanted.change, wanted.job)
        except BaseException as error:  # noqa: BLE001 - told in the job's thread
            wanted.error = error
        finally:
            wanted.ended.set()

    def _take(self, ws: Workspace) -> None:
        self.services = self._serve(ws, self.services.jobs, self.services.settings)
        self._page = None
        if self._log_popup is not None:
            self._log_popup.hide()
            self._log_popup.deleteLater()
            self._log_popup = None
        self.router.reset(self.services)
        self.router.recent = recent.bring(self.services.settings, self.services.ws.path)
        ws.source = N_("window")
        self._unsubscribe = ws.subscribe(self._changed.emit)
        self.refresh_badges()
        self.open_first()
        self.taken.emit(ws)

    def open_first(self) -> None:
        """Open the page one starts with: the welcome while there are no customers, else today."""
        from app.records import queries

        first = "today"
        if self.router.can_open("welcome") and not queries.ids(self.services.ws, "customer", limit=1):
            first = "welcome"
        if not self.router.can_open(first) and self.sidebar.areas:
            first = self.sidebar.areas[0]
        self.router.open(first)

    @property
    def can_back_up(self) -> bool:
        """Whether there is something to make backups with."""
        return self._backup is not None

    def search(self, text: str = "") -> None:
        """Open the palette."""
        if self.palette_box is not None:
            self.palette_box.deleteLater()
        from ui.shell.commands import own
        from ui.shell.finding import Finder
        from ui.shell.palette import Palette

        self.palette_box = Palette(self, Finder(self.services, self._specs, lambda: own(self), self.search))
        self.palette_box.open(text)

    def help(self) -> None:
        """Show all keys of this screen."""
        from ui.shell.date_help import DateHelp
        from ui.shell.keys import DATES, KeysDialog

        if KeysDialog(self._page.actions_list() if self._page else (), len(self.sidebar.areas), self).exec() == DATES:
            DateHelp(self, self.services.ws).exec()

    def log_anywhere(self) -> None:
        """Log a conversation without leaving the page."""
        from ui.shell.log_anywhere import LogPopup

        if self._log_popup is None:
            self._log_popup = LogPopup(self, self.services)
        page, here = self._page, self.router.here
        about = page.subject() if page is not None else None
        if about is None and here is not None and here.number and self.router.specs[here.name].kinds:
            about = (self.router.specs[here.name].kinds[0], here.number)
        self._log_popup.open(about)

    def close_popup(self) -> bool:
        """Close what lies over the page; False when nothing does."""
        if self._log_popup is None or not self._log_popup.isVisible():
            return False
        self._log_popup.close_it()
        return True

    def put_notice(self, line: QWidget) -> None:
        """Give the line of due reminders its place between page and hints."""
        self.notice = line
        self._column.insertWidget(2, line)

    def next_pane(self, step: int = 1) -> None:
        """Give the focus to the next pane of the screen, or with -1 to the one before."""
        popup = [one for one in (self._log_popup, self.notice) if one is not None and one.isVisible()]
        page = panes.stops(self._page) if self._page is not None else []
        panes.next_of((*popup, self.sidebar, self.top, *page), step)

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

    def refresh_badges(self, changes: ChangeSet | None = None) -> None:
        """Count again what the sidebar shows, or only what these changes may have changed."""
        self.sidebar.refresh(self.services, changes)

    def refresh_bars(self) -> None:
        """Read title, actions and status of the open page again."""
        page, here = self._page, self.router.here
        if page is None or here is None:
            return
        spec = self.router.specs[here.name]
        title = page.title() or translate(spec.title)
        self.top.title.setText(page.heading() if page.title() else title)
        self.top.title.setVisible(bool(self.top.title.text()))
        self.top.note.setText(page.note())
        self.top.note.setVisible(bool(page.note()))
        self.top.put_beside(page.beside())
        self.top.show_path(page.path())
        self.setWindowTitle(_("Kebu — {page}").format(page=title))
        self.top.show_actions(page.actions_list(), self._narrow)
        page.set_keys(self._shortcuts.taken)
        self._show_status()

    def _show_status(self) -> None:
        if self._page is not None:
            shown = [action for action in self._page.actions_list() if action.key and action.hint]
            keys = [(key_words(action.key), translate(action.text)) for action in shown]
            self.hints.put(keys, self._page.status())

    def _moved(self, place: Place) -> None:
        spec, page = self.router.specs[place.name], given(self.router.page)
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
        self.messages.make_room()
        self.refresh_bars()

    def _apply(self, changes: ChangeSet) -> None:
        gone = changes.deleted
        self.router.recent = [seen for seen in self.router.recent if seen[1] not in gone.get(seen[0], ())]
        if changes.touches("custom_field", "list_value"):
            self.router.renew()
        for page in self.router.pages:
            page.apply(changes)
        self.refresh_badges(changes)
        self._show_status()

    def _retranslate(self) -> None:
        for page in self.router.pages:
            page.retranslate()
        self._news()
        self.refresh_bars()

    def _news(self) -> None:
        actions = [action for spec in self._specs for action in spec.new]
        self.top.split.setVisible(bool(actions))
        menu = QMenu(self)
        for action in actions:
            made = menu.addAction(icon(action.icon or "plus"), translate(action.text))
            made.triggered.connect(lambda _on=False, run=action.run: run(self.services))
        menu.addSeparator()
        log = menu.addAction(icon("phone"), _("Log a conversation") + "\tCtrl+Shift+L")
        log.triggered.connect(lambda _on=False: self.log_anywhere())
        self.top.more.setMenu(menu)
        self._new_menu = menu

    def show_new(self) -> None:
        """Show what can be made new."""
        if not self._new_menu.isEmpty():
            below = self.top.split.mapToGlobal(self.top.split.rect().bottomLeft())
            self._new_menu.popup(below)
            self._new_menu.setActiveAction(self._new_menu.actions()[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = panes.cramped(self.width())
        if narrow != self._narrow:
            self._narrow = narrow
            self.sidebar.set_narrow(narrow)
            self.top.set_narrow(narrow)
            self.hints.narrow = narrow
            for page in self.router.pages:
                page.narrow(narrow)
            self.refresh_bars()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.stays():
            # The program goes on in the tray.
            event.ignore()
            self.hide()
            return
        if self._page is not None:
            self._page.leave()
        recent.keep(self.services.settings, self.services.ws.path, self.router.recent)
        self.services.settings.set(PLACE, base64.b64encode(self.saveGeometry().data()).decode())
        self._unsubscribe()
        self.services.jobs.stop()
        if self._closing is not None:
            self._closing(self.services.ws)
        super().closeEvent(event)

    def _restore(self) -> None:
        kept = self.services.settings.get(PLACE)
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            self.resize(1440, 900)
        # The first size, or one from a bigger screen, must leave the foot on this one; a frame takes some 40 px.
        free = self.screen().availableGeometry().size() - QSize(8, 40)
        if not self.isMaximized() and not self.isFullScreen():
            self.resize(self.size().boundedTo(free.expandedTo(self.minimumSize())))


class _Wanted:
    """A change of the book that a job waits for."""

    def __init__(self, change: Callable[[], Workspace], job: Job | None) -> None:
        self.change, self.job = change, job
        self.ended = threading.Event()
        self.error: BaseException | None = None
