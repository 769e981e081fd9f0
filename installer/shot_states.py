"""Pictures of every dialog, menu and pane of ``installer.states``, in the looks that ``installer.shots`` asks for."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.main import open_workspace
from app.records import queries
from app.records.workspace import Workspace
from app.safety.commands import backup_now
from app.shared.settings import MachineSettings
from installer.full_book import fill
from installer.import_files import make
from installer.unreached import UnreachedError

SCREEN = "screen.json"
TEXT = 13


def screen(folder: Path, size: tuple[int, int]) -> None:
    """Give the offscreen platform one screen of a size, so that menus and lists find their places as on a laptop."""
    if os.name == "nt" or os.environ.get("QT_QPA_PLATFORM", "offscreen") != "offscreen":
        return
    one = {
        "name": "laptop",
        "x": 0,
        "y": 0,
        "width": size[0],
        "height": size[1],
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
    }
    path = folder / SCREEN
    path.write_text(json.dumps({"screens": [{**one, "dpr": 1}]}), "utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={path}"


def draw_states(
    book: Path,
    folder: Path,
    *,
    names: Sequence[str] = (),
    themes: Sequence[str],
    languages: Sequence[str],
    sizes: Sequence[tuple[int, int]],
    text: int = TEXT,
) -> list[Path]:
    """Draw states into a folder, named state-language-theme-width.png; each look works in a copy of the book.

    Args:
        names: the beginnings of their names; all when empty.
        text: the size of the text.

    Raises:
        UnreachedError: one or more could not be reached; the others are drawn.
    """
    from installer.states import STATES
    from ui.main import application

    wanted = [one for one in STATES if not names or any(one.name.startswith(name) for name in names)]
    if not wanted:
        return []
    written, problems = list[Path](), list[str]()
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        screen(home, max(sizes))
        settings = MachineSettings(home / "settings.json")
        app = application(languages[0], settings)
        app.theme.set_size(text)
        whole = _whole(book, home)
        for language in languages:
            app.translator.use(language)
            for theme in themes:
                app.theme.set_mode(theme)
                for size in sizes:
                    look = f"{language[:2]}-{theme}-{size[0]}{ending(text)}"
                    with _Room(whole, home / look, settings, size) as room:
                        for state in wanted:
                            path = folder / f"{state.name}-{look}.png"
                            try:
                                room.stage.take(state).save(str(path))
                            except UnreachedError as error:
                                problems.append(f"{look}: {error}")
                            else:
                                written.append(path)
    if problems:
        raise UnreachedError("\n".join(problems))
    return written


def ending(text: int) -> str:
    """What the names of pictures end with for a size of the text."""
    return "" if text == TEXT else f"-{text}"


def _whole(book: Path, home: Path) -> Path:
    """A copy of the book in which every part has something to show."""
    folder = home / "whole"
    folder.mkdir()
    ws = open_workspace(_copy(book, folder))
    fill(ws, record(ws, "customer"), folder)
    ws.close()
    return ws.path


def _copy(book: Path, folder: Path) -> Path:
    """A copy of a book with its attachments and backups beside it."""
    shutil.copytree(
        book.parent, folder, dirs_exist_ok=True, ignore=lambda _folder, names: [n for n in names if _other(n, book)]
    )
    return folder / book.name


def _other(name: str, book: Path) -> bool:
    """Whether a file beside a book belongs to something else."""
    return not name.startswith(book.stem) or name.endswith((".lock", ".png"))


class _Room:
    """A window of one look over a copy of the book, for as long as its pictures are taken."""

    def __init__(self, book: Path, folder: Path, settings: MachineSettings, size: tuple[int, int]) -> None:
        folder.mkdir()
        self._book, self._folder, self._settings, self._size = _copy(book, folder), folder, settings, size

    def __enter__(self) -> _Room:
        from installer.stage import Stage
        from ui.main import build, show_backups
        from ui.runtime.application import Application
        from ui.runtime.jobs import JobRunner

        self.ws = open_workspace(self._book)
        backup_now(self.ws)
        self.jobs = JobRunner(Application.instance())
        self.window = build(self.ws, self._settings, self.jobs, backup=lambda services: None)
        self.window.resize(*self._size)
        self.window.show()
        show_backups(self.window)
        files: dict[str, Any] = dict(make(self.ws, self._folder))
        held: dict[str, int] = {}
        self.stage = Stage(self.window, lambda kind: held.setdefault(kind, self._record(kind)), files)
        return self

    def _record(self, page: str) -> int:
        """The record that a page begins with; 0 for a page that needs none."""
        spec = self.window.router.specs.get(page)
        return 0 if spec is None or spec.section or not spec.kinds else record(self.ws, spec.kinds[0])

    def __exit__(self, *_what: object) -> None:
        self.window.hide()
        self.jobs.stop()
        self.window.deleteLater()
        self.ws.close()


def record(ws: Workspace, kind: str) -> int:
    """The record to show of a kind: the customer with most to show, else the oldest; 0 when there is none."""
    if kind == "customer":
        counts = queries.groups(ws, "activity", "customer")
        if counts:
            return int(max(counts, key=lambda number: (counts[number], -number)))
    return next(iter(queries.ids(ws, kind, order=(("id", False),), limit=1)), 0)
