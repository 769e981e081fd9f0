"""The start of the window."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from app.records.workspace import Workspace
from app.safety.settings import LANGUAGE, LAST_BOOK, machine
from app.shared import paths
from app.shared.errors import KebuError
from app.shared.i18n import N_
from app.shared.settings import MachineSettings
from ui.runtime.application import Application
from ui.runtime.crash import CrashHandler, start_log
from ui.runtime.jobs import JobRunner
from ui.runtime.settings import FONT_SIZE, THEME
from ui.shell.pages import specs
from ui.shell.window import MainWindow
from ui.widgets.focus_ring import FocusRing

Open = Callable[..., Workspace]
CarryOut = Callable[..., int]


def application(language: str = "", settings: MachineSettings | None = None) -> Application:
    """The application with theme, font size and language as set on this machine."""
    settings = settings or machine()
    app = Application.instance() or Application()
    app.theme.size = settings.get(FONT_SIZE)
    app.theme.mode = settings.get(THEME)
    app.theme.set_mode(app.theme.mode)
    app.translator.use(language or settings.get(LANGUAGE))
    app.setWindowIcon(_seal())
    return app


def build(ws: Workspace, settings: MachineSettings, jobs: JobRunner, **more: Any) -> MainWindow:
    """The window over an open book, on its first page."""
    from app.records import queries

    ws.source = N_("window")
    window = MainWindow(ws, specs(), settings, jobs, **more)
    first = "today"
    if window.router.can_open("welcome") and not queries.count(ws, "customer"):
        first = "welcome"
    if not window.router.can_open(first) and window.sidebar.areas:
        first = window.sidebar.areas[0]
    window.router.open(first)
    return window


def start(
    path: Path | None, *, key: bytes | None = None, language: str = "", open_book: Open, create_book: Open,
    carry_out: CarryOut | None = None,
) -> int:
    """Open the window and stay until it is closed.

    Args:
        path: the book; the one of this machine's data folder when None, made if missing.
        key: its key, if it has one.
        language: the window's language; the setting's when empty.
        open_book, create_book: how a book is opened and made.
        carry_out: carries out a command of another program: ``carry_out(words, ws, out, err, cwd, lang=)``.

    Returns:
        The exit code.
    """
    settings = machine()
    app = application(language, settings)
    crash = CrashHandler(start_log())
    crash.install()
    book = path or paths.data_dir() / "kebu.kebu"
    try:
        ws = open_book(book, key=key) if path or book.exists() else create_book(book, key=key)
    except KebuError as error:
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.warning(None, "Kebu", str(error))
        return 1
    settings.set(LAST_BOOK, str(book.absolute()))
    jobs = JobRunner(app)
    jobs.broke.connect(crash.show)

    def closing() -> None:
        from app.safety.commands import close

        try:
            close(ws)
        except KebuError as error:
            window.messages.error(error)

    window = build(ws, settings, jobs, closing=closing, backup=_back_up)
    crash.parent = window
    ring = FocusRing(app)
    window.show()
    server = _listen(ws, window, jobs, carry_out) if carry_out else None
    show_backups(window)
    code = app.exec()
    if server is not None:
        server.close()
    ring.deleteLater()
    return code


def _listen(ws: Workspace, window: MainWindow, jobs: JobRunner, carry_out: CarryOut) -> Any:
    from app.safety.commands import listen_at
    from ui.runtime.single import CommandServer

    def handle(message: dict[str, Any]) -> dict[str, Any]:
        out, err = io.StringIO(), io.StringIO()
        words = [str(word) for word in message.get("argv", [])]
        cwd = Path(str(message.get("cwd") or Path.cwd()))
        code = carry_out(words, ws, out, err, cwd, lang=str(message.get("lang", "")))
        return {"code": code, "stdout": out.getvalue(), "stderr": err.getvalue()}

    name = "kebu-" + hashlib.sha256(str(ws.path.absolute()).encode()).hexdigest()[:16]
    server = CommandServer(name, handle, jobs, window)
    server.raised.connect(window.show_up)
    if server.listening:
        listen_at(ws, server.address)
    return server


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
    when = state.last.astimezone() if state.last else None
    same = when is not None and when.date() == window.services.ws.clock.today()
    time = (f"{when:%H:%M}" if same else f"{when:%Y-%m-%d}") if when else ""
    window.sidebar.backup.set_text(_(text).format(time=time), icon, tone)
    if (profile := company(window.services.ws)) is not None:
        window.sidebar.set_user(str(profile.get("contact") or profile.title), profile.title)


def _back_up(services: Any) -> None:
    from app.safety.commands import backup_now
    from app.shared.i18n import _

    def done(_made: object) -> None:
        services.messages.toast(_("Backed up"))
        show_backups(services.messages.window)

    services.jobs.run(
        lambda progress, cancelled: backup_now(services.ws, progress=partial(_go_on, progress, cancelled)),
        name="backup", done=done, failed=services.messages.error,
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
