"""Carrying out one command: in a process of its own, or inside the window's."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

from app.cli import keys, remote, ringing
from app.cli.arguments import Commands, Stop, wanted_language
from app.cli.context import Context, Program, Reopen, located
from app.records.workspace import Workspace
from app.safety import commands as safety
from app.safety.settings import LANGUAGE, LAST_BOOK, machine
from app.shared import i18n, logfile
from app.shared.clock import Clock
from app.shared.errors import BookInUse, DamagedBook, KebuError, NotFound
from app.shared.i18n import N_, _

if TYPE_CHECKING:
    from app.erasure.queries import Erasure

T = TypeVar("T")
SOURCE = "command line"
PROGRAM = "kebu command line"
_PATIENCE_S = 10.0


def commands() -> Commands:
    """All commands, described in the language in use."""
    # The window starts without any of them.
    from app.cli import (
        books,
        calling,
        classes,
        documents,
        doubles,
        erasing,
        fields,
        followups,
        history,
        importing,
        printing,
        records,
        sales,
        transfer,
        trash,
    )

    made = Commands()
    for group in (
        books,
        importing,
        transfer,
        printing,
        records,
        fields,
        followups,
        calling,
        classes,
        sales,
        history,
        trash,
        doubles,
        documents,
        erasing,
    ):
        group.add(made)
    return made


def run(words: list[str], program: Program) -> int:
    """Carry out the words of a command line in this process; returns the exit code."""
    _speak_utf8()
    if words and words[0].lower().endswith(".kebu"):
        # The system's file manager gives the book alone.
        words = ["--book", *words]
    words = ringing.with_command(words)
    i18n.use(wanted_language(words) or _machine_language())
    try:
        return _guarded(lambda: _run(words, program, sys.stdout), sys.stdout, sys.stderr)
    except BrokenPipeError:
        # The reader has seen enough (kebu list … | head); Python must not complain while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def execute(
    words: list[str],
    ws: Workspace,
    out: TextIO,
    err: TextIO,
    cwd: Path,
    *,
    lang: str = "",
    replace: Callable[[Callable[[Workspace, Reopen], Workspace]], Workspace] | None = None,
) -> int:
    """Carry out one command on a book that is open already, as another program asked for it; returns the exit code.

    May run in any thread; changes neither the folder, the language nor the streams of the process.

    Args:
        words: the command line without the program's name.
        out, err: get what the command prints.
        cwd: the folder that relative paths start from.
        lang: the language of the answer; the window's own when empty.
        replace: takes a function from the open workspace, and from how to open a book, to the one that takes its place,
            carries it out and returns the new one. Restoring and moving need it.
    """

    def refuse(change: Callable[[Workspace, Reopen], Workspace]) -> Workspace:
        raise KebuError(N_("The window has the book open."), N_("Do this in the window, or close it first."))

    def carry_out() -> int:
        made = commands()
        args = made.parser.parse_args(words)
        if args.run is None:
            raise Stop(2, made.parser.format_usage())
        return int(args.run(Context(args, ws, out, err, cwd, replace or refuse)))

    with i18n.using(wanted_language(words) or lang), ws.acting(SOURCE):
        return _guarded(carry_out, out, err)


def _guarded(command: Callable[[], int], out: TextIO, err: TextIO) -> int:
    """The command's exit code; what goes wrong becomes one sentence."""
    try:
        code = command()
        out.flush()
        return code
    except Stop as stop:
        (err if stop.code else out).write(stop.text)
        return stop.code
    except KebuError as error:
        err.write(error.sentence() + "\n")
    except BrokenPipeError:
        raise
    except KeyboardInterrupt:
        err.write(_("Stopped; nothing half-done was kept.") + "\n")
    except Exception as error:  # noqa: BLE001 - the last net under a command
        log = logfile.note(error)
        err.write(
            _("Something went wrong inside Kebu; nothing half-done was kept. Details are in {path}").format(path=log)
            + "\n"
        )
    return 1


def _run(words: list[str], program: Program, out: TextIO) -> int:
    cwd = Path.cwd()
    if not words:
        return program.window(_book(None, cwd), None, "", "", False)
    args = commands().parser.parse_args(words)
    key = keys.read(located(cwd, args.key_file)) if args.key_file else None
    if args.version:
        out.write(f"kebu {_version()}\n")
        return 0
    if args.command is None:
        return program.window(_book(args.book, cwd), key, args.lang, "", args.tray)
    if args.command == "new":
        return _new(Context(args, None, out, sys.stderr, cwd, _none), program, key)  # type: ignore[arg-type]
    path = _book(args.book, cwd)
    if args.command == "call" and not (args.json or args.tell):
        return program.window(path, key, args.lang, ringing.number_of(" ".join(args.number)), False)
    if path is None:
        raise NotFound(
            N_("No book was opened on this machine yet."),
            N_("Make one with: kebu new FILE, or name one with --book FILE."),
        )
    try:
        if args.command == "restore":
            context = Context(args, None, out, sys.stderr, cwd, _none)  # type: ignore[arg-type]
            return _restore(context, path, key, program)
        ws = _patiently(lambda: program.open(path, key))
    except BookInUse as error:
        if not error.address:
            raise
        try:
            answer = remote.ask(error.address, words, cwd, i18n.language())
        except remote.NobodyThere:
            raise error from None
        out.write(answer.out)
        sys.stderr.write(answer.err)
        return answer.code
    return _with(ws, Context(args, ws, out, sys.stderr, cwd, _none), program, key)


def _with(ws: Workspace, context: Context, program: Program, key: bytes | None) -> int:
    """Carry out a command on a book of this process and close it; a book that changed is backed up."""
    _remember(ws.path)

    def replace(change: Callable[[Workspace, Reopen], Workspace]) -> Workspace:
        context.ws = change(context.ws, lambda path: program.open(path, key))
        _remember(context.ws.path)
        return context.ws

    context.replace = replace
    try:
        with ws.acting(SOURCE):
            code = int(context.args.run(context))
            context.out.flush()
    except BaseException:
        context.ws.close()
        raise
    try:
        safety.close(context.ws, always=False)
    except KebuError as error:
        context.err.write(
            _("The book is saved, but its backup failed: {reason}").format(reason=error.sentence()) + "\n"
        )
        # A script must learn that the book itself is damaged; a full backup disk is told and no more.
        code = code or int(isinstance(error, DamagedBook))
    return code


def _new(context: Context, program: Program, key: bytes | None) -> int:
    path = safety.named(context.path(context.args.file)).absolute()
    program.create(path, key).close()
    _remember(path)
    if context.json:
        context.answer({"book": str(path)})
    else:
        context.say(_("Made {path}").format(path=path))
    return 0


def _restore(context: Context, path: Path, key: bytes | None, program: Program) -> int:
    from app.cli import books
    from app.erasure.again import coming_back

    source = context.path(context.args.file)
    back: list[Erasure] = []
    try:
        # A book that is damaged or gone tells nothing of what was erased in it.
        with closing(_patiently(lambda: program.open(path, key))) as ws:
            back = coming_back(ws, source)
    except BookInUse:
        raise
    except KebuError:
        pass
    _patiently(lambda: safety.restore_closed(path, source, key=key, now=Clock().now_utc()))
    _remember(path)
    if not back:
        return books.restored(context, path, None, ())
    with closing(program.open(path, key)) as ws, ws.acting(SOURCE):
        return books.restored(context, path, ws, back)


def _patiently(open_book: Callable[[], T]) -> T:
    """Wait while another command, which will soon be done, has the book."""
    until = time.monotonic() + _PATIENCE_S
    while True:
        try:
            return open_book()
        except BookInUse as error:
            # "?" and 0: the owner is just writing its name, or has just gone.
            passing = error.values.get("program") in (PROGRAM, safety.RESTORING, "?") or not error.values.get("pid")
            if error.address or not passing or time.monotonic() > until:
                raise
            time.sleep(0.05)


def _none(change: Callable[[Workspace, Reopen], Workspace]) -> Workspace:
    raise KebuError(N_("No book is open."))


def _book(given: str | None, cwd: Path) -> Path | None:
    if given:
        return located(cwd, given)
    try:
        last = machine().get(LAST_BOOK)
    except OSError:
        return None
    return Path(last) if last else None


def _remember(path: Path) -> None:
    try:
        machine().set(LAST_BOOK, str(path.absolute()))
    except OSError:
        # A home that cannot be written: --book has to be given each time.
        pass


def _machine_language() -> str:
    try:
        return machine().get(LANGUAGE)
    except OSError:
        return "system"


def _speak_utf8() -> None:
    """Windows would print in the console's code page, which has no Chinese on many machines."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("kebu")
    except PackageNotFoundError:
        return "0"
