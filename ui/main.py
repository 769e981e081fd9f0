"""The start of the window."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.records.workspace import Workspace
from app.safety.settings import LANGUAGE, LAST_BOOK, machine
from app.shared import paths
from app.shared.errors import KebuError
from app.shared.i18n import N_
from app.shared.settings import MachineSettings
from ui.runtime.application import Application
from ui.runtime.books import Books
from ui.runtime.crash import CrashHandler, start_log
from ui.runtime.given import given
from ui.runtime.jobs import JobRunner
from ui.runtime.settings import FONT_SIZE, THEME
from ui.shell.calendar_file import CalendarFile
from ui.shell.keeper import Keeper
from ui.shell.notifier import Notifier
from ui.shell.page import Services
from ui.shell.pages import specs
from ui.shell.window import MainWindow
from ui.widgets.focus_ring import FocusRing

Open = Callable[..., Workspace]
CarryOut = Callable[..., int]


def application(language: str = "", settings: MachineSettings | None = None) -> Application:
    """The application with theme, font size and language as set on this machine."""
    settings = settings or machine()
    size, mode = settings.get(FONT_SIZE), settings.get(THEME)
    app = QApplication.instance()
    if not isinstance(app, Application):
        app = Application(size=size, mode=mode)
    elif (app.theme.size, app.theme.mode) != (size, mode):
        app.theme.size = size
        app.theme.set_mode(mode)
    app.translator.use(language or settings.get(LANGUAGE))
    app.setWindowIcon(_seal())
    return app


def build(ws: Workspace, settings: MachineSettings, jobs: JobRunner, **more: Any) -> MainWindow:
    """The window over an open book, on its first page."""
    ws.source = N_("window")
    window = MainWindow(ws, specs(), settings, jobs, **more)
    window.open_first()
    return window


def start(
    path: Path | None,
    *,
    key: bytes | None = None,
    language: str = "",
    open_book: Open,
    create_book: Open,
    carry_out: CarryOut | None = None,
    number: str = "",
    tray: bool = False,
) -> int:
    """Open the window and stay until it is closed.

    Args:
        path: the book; the one of this machine's data folder when None, made if missing.
        key: its key, if it has one.
        language: the window's language; the setting's when empty.
        open_book, create_book: how a book is opened and made: ``open_book(path, key=…)``.
        carry_out: carries out a command of another program: ``carry_out(words, ws, out, err, cwd, lang=, replace=)``.
        number: the phone number of who calls, to show their card at once.
        tray: whether the window stays away until it is asked for, where the desktop has a tray.

    Returns:
        The exit code.
    """
    settings = machine()
    app = application(language, settings)
    crash = CrashHandler(start_log())
    crash.install()
    books = Books(open_book, create_book, key)
    ws = _first_book(path, books)
    if ws is None:
        return 1
    jobs = JobRunner(app)
    jobs.broke.connect(crash.show)

    def closing(left: Workspace) -> None:
        from app.safety.commands import close

        try:
            close(left)
        except KebuError as error:
            window.messages.error(error)

    window = build(ws, settings, jobs, closing=closing, backup=_back_up, books=books)
    crash.parent = window
    notifier, keeper = Notifier(window), Keeper(window)
    CalendarFile(window)
    ring = FocusRing(app)
    notifier.tray.begin() if tray else window.show()
    server = _listen(window, jobs, carry_out) if carry_out else None

    def take(taken: Workspace) -> None:
        from app.safety.commands import listen_at

        _remember(settings, taken)
        if server is not None and server.listening:
            listen_at(taken, server.address)
        show_backups(window)
        renew_search(window, taken)
        set_statuses(window, taken)

    app.translator.changed.connect(lambda _language: show_backups(window))
    # The palette's first letters must not wait for the table of pinyin, nor the import page for the importer's patterns.
    QTimer.singleShot(1500, lambda: jobs.run(lambda _progress, _cancelled: _warm()))
    QTimer.singleShot(5000, lambda: jobs.run(lambda _progress, _cancelled: _expire(window.services.ws)))
    window.taken.connect(take)
    take(ws)
    notifier.start()
    keeper.start()
    if number:
        _answer(window, number)
    code = app.exec()
    if server is not None:
        server.close()
    ring.deleteLater()
    return code


def _warm() -> None:
    from app.shared.pinyin import readings

    readings()
    for name in ("app.transfer.commands", "app.transfer.queries", "ui.transfer.page"):
        import_module(name)


def _expire(ws: Workspace) -> None:
    """Let the trash forget what has lain in it for longer than the book's setting allows."""
    from app.records.trash import KEEP_DAYS, expire

    if ws.setting(KEEP_DAYS):
        expire(ws)


def _first_book(path: Path | None, books: Books) -> Workspace | None:
    """The book to start with. A named one that is missing is made only when the person says so."""
    book = path or paths.data_dir() / "kebu.kebu"
    try:
        if path is None and not book.exists():
            return books.create(book)
        return books.open(book)
    except KebuError as error:
        from ui.runtime.start_dialog import ask_for_book

        return ask_for_book(book, error, books)


def _remember(settings: MachineSettings, ws: Workspace) -> None:
    # A home that cannot be written: --book has to be given each time.
    with suppress(OSError):
        settings.set(LAST_BOOK, str(ws.path.absolute()))


def _listen(window: MainWindow, jobs: JobRunner, carry_out: CarryOut) -> Any:
    from ui.runtime.single import CommandServer

    def handle(message: dict[str, Any]) -> dict[str, Any]:
        out, err = io.StringIO(), io.StringIO()
        words = [str(word) for word in message.get("argv", [])]
        cwd = Path(str(message.get("cwd") or Path.cwd()))
        books = window.books

        def replace(change: Callable[[Workspace, Callable[[Path], Workspace]], Workspace]) -> Workspace:
            return window.replace_from_job(lambda: change(window.services.ws, given(books).open))

        ws = window.services.ws
        code = carry_out(words, ws, out, err, cwd, lang=str(message.get("lang", "")), replace=replace)
        return {"code": code, "stdout": out.getvalue(), "stderr": err.getvalue()}

    server = CommandServer(f"kebu-{os.getpid()}", handle, jobs, window)
    server.raised.connect(window.show_up)
    server.called.connect(lambda number: _answer(window, number))
    # A command may have made a backup.
    server.carried_out.connect(lambda: show_backups(window))
    return server


def set_statuses(window: MainWindow, ws: Workspace) -> None:
    """Set the statuses that the deals ask for, where the user wants that by itself."""
    from app.customers.classing import AUTOMATIC, accept_automatically

    if ws.setting(AUTOMATIC):
        window.services.jobs.run(
            lambda _progress, cancelled: accept_automatically(ws, cancelled),
            name="statuses",
            failed=window.messages.error,
        )


def _answer(window: MainWindow, number: str) -> None:
    from ui.shell.calling import answer

    answer(window, number)


def renew_search(window: MainWindow, ws: Workspace) -> None:
    """Make the search index anew beside the work when an older program made it."""
    from app.records.renewing import renew_index
    from app.shared.i18n import _

    if not ws.search_stale:
        return
    say = window.messages.toast
    say(_("The search is being renewed; until then it finds only a part."))

    def ended(whole: bool) -> None:
        if whole:
            say(_("The search is renewed."))

    window.services.jobs.run(
        lambda progress, cancelled: renew_index(ws, lambda share: progress(share, ""), cancelled),
        name="search",
        done=ended,
        failed=window.messages.error,
    )


def show_backups(window: MainWindow) -> None:
    """Say in the sidebar how the backups stand, and who works here."""
    from app.safety.queries import Verdict, backups
    from app.settings.queries import company
    from app.shared.i18n import _

    state = backups(window.services.ws)
    icon, tone, text = {
        Verdict.NONE: ("shield", "textMuted", N_("Not backed up yet")),
        Verdict.FRESH: ("shield-check", "success", N_("Backed up {time}")),
        Verdict.OLD: ("shield-alert", "warning", N_("Backed up {time}")),
        Verdict.FAILED: ("shield-alert", "danger", N_("The backup failed")),
    }[state.verdict]
    last = state.last or (state.files[0].at if state.files else None)
    when = last.astimezone() if last else None
    same = when is not None and when.date() == window.services.ws.clock.today()
    time = (f"{when:%H:%M}" if same else f"{when:%Y-%m-%d}") if when else ""
    window.sidebar.backup.set_text(_(text).format(time=time), icon, tone)
    if (profile := company(window.services.ws)) is not None:
        window.sidebar.set_user(str(profile.get("user_name") or profile.title), profile.title)


def _back_up(services: Services) -> None:
    from app.safety.commands import backup_now
    from app.shared.i18n import _

    def done(_made: object) -> None:
        window = services.messages.window
        assert isinstance(window, MainWindow)
        services.messages.toast(_("Backed up"))
        show_backups(window)

    services.jobs.run(
        lambda progress, cancelled: backup_now(services.ws, progress=partial(_go_on, progress, cancelled)),
        name="backup",
        done=done,
        failed=services.messages.error,
    )


def _go_on(progress: Callable[[float, str], None], cancelled: Callable[[], bool], share: Any) -> bool:
    progress(float(share), "")
    return not cancelled()


def _seal() -> Any:
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QFont, QIcon, QPainter, QPixmap

    from ui.runtime.application import theme

    picture = QPixmap(64, 64)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().c("seal"))
    painter.drawRoundedRect(QRectF(0, 0, 64, 64), 12, 12)
    font = QFont(theme().font("header"))
    font.setPixelSize(46)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(QRectF(0, 0, 64, 64), Qt.AlignmentFlag.AlignCenter, "客")
    painter.end()
    return QIcon(picture)
