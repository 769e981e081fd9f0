"""Pictures of every page and dialog, in the themes, languages and sizes of the design: ``python3 dev.py shots``.

Dialogs, menus and panes are the states of ``installer.states``: each is reached through the window's own keys and buttons.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.main import open_workspace
from app.shared.settings import MachineSettings
from installer.demo_data import furnish
from installer.sample_book import make_book, prepare
from installer.shot_states import TEXT, draw_states, ending, record, screen
from installer.unreached import UnreachedError

if TYPE_CHECKING:
    from app.records.workspace import Workspace
    from ui.shell.page import PageSpec
    from ui.shell.window import MainWindow

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "shots"
THEMES = ("light", "dark")
LANGUAGES = ("zh_CN", "en")
SIZES = ((1440, 900), (1024, 700))
SETTLE_MS = 250
TEXTS = range(11, 19)


def draw(
    book: Path,
    folder: Path,
    *,
    pages: Sequence[str] = (),
    themes: Sequence[str] = THEMES,
    languages: Sequence[str] = LANGUAGES,
    sizes: Sequence[tuple[int, int]] = SIZES,
    text: int = TEXT,
) -> list[Path]:
    """Draw the pages of a book into a folder, named page-language-theme-width.png.

    Args:
        pages: names of pages; all when empty.
        text: the size of the text, 11 to 18; another than the usual one stands at the end of the names.

    Returns:
        The files.
    """
    from ui.main import application, build, show_backups
    from ui.runtime.jobs import JobRunner

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    hush()
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    with tempfile.TemporaryDirectory() as temporary:
        settings = MachineSettings(Path(temporary) / "settings.json")
        app = application(languages[0], settings)
        app.theme.set_size(text)
        ws = open_workspace(book)
        for language in languages:
            app.translator.use(language)
            jobs = JobRunner(app)
            window = build(ws, settings, jobs, backup=lambda services: None)
            window.show()
            show_backups(window)
            for theme in themes:
                app.theme.set_mode(theme)
                for width, height in sizes:
                    window.resize(width, height)
                    for name in opened(window, ws, pages):
                        settle(window)
                        path = folder / f"{name}-{language[:2]}-{theme}-{width}{ending(text)}.png"
                        if not window.grab().save(str(path)):
                            raise OSError(f"{path} could not be written")
                        written.append(path)
            window.hide()
            jobs.stop()
            window.deleteLater()
        ws.close()
    return written


def hush() -> None:
    """Drop what the offscreen platform says at each window, and nothing else."""
    from PySide6.QtCore import qInstallMessageHandler

    def tell(_kind: object, _context: object, text: str) -> None:
        if "propagateSizeHints" not in text and "This plugin does not support" not in text:
            print(text, file=sys.stderr)

    qInstallMessageHandler(tell)


def opened(window: MainWindow, ws: Workspace, wanted: Sequence[str]) -> Iterator[str]:
    """Open one page after the other and name it; a page of one record gets a record that has much to show."""
    for spec in window.router.specs.values():
        if wanted and spec.name not in wanted:
            continue
        number = record_of(ws, spec)
        if number is None:
            window.router.open(spec.name)
        elif number:
            window.router.open(spec.kinds[0], number)
        else:
            continue
        yield spec.name
    if not wanted or "palette" in wanted:
        window.search("sz")
        yield "palette"
        if window.palette_box is not None:
            window.palette_box.close()


def record_of(ws: Workspace, spec: PageSpec) -> int | None:
    """The record to show on a page: None for a page without one, 0 when the book has none."""
    if spec.section or not spec.kinds:
        return None
    return record(ws, spec.kinds[0])


def settle(window: MainWindow) -> None:
    """Wait until jobs are delivered and timers of typing and scrolling have fired."""
    from PySide6.QtTest import QTest

    for _round in range(3):
        window.services.jobs.drain()
        QTest.qWait(SETTLE_MS // 3)
    window.services.jobs.drain()


def size(text: str) -> tuple[int, int]:
    """A size such as 1440x900."""
    width, height = text.lower().split("x")
    return int(width), int(height)


def main() -> int:
    """Make the sample book, draw its pages, and every state of the window."""
    parser = argparse.ArgumentParser(prog="dev.py shots")
    parser.add_argument(
        "names", nargs="*", help="names of pages, beginnings of names of states; all when none is given"
    )
    parser.add_argument("--themes", nargs="+", default=THEMES, choices=THEMES)
    parser.add_argument("--languages", nargs="+", default=LANGUAGES, choices=LANGUAGES)
    parser.add_argument("--sizes", nargs="+", default=SIZES, type=size, metavar="WIDTHxHEIGHT")
    parser.add_argument("--book", type=Path, help="another book than the sample")
    parser.add_argument("--text", type=int, default=TEXT, choices=TEXTS, help="the size of the text")
    options = parser.parse_args()
    prepare(FOLDER)
    screen(FOLDER, max(options.sizes))
    book = options.book
    if book is None:
        book = FOLDER / "sample.kebu"
        make_book(book)
        furnish(book)
    looks: dict[str, Any] = {name: getattr(options, name) for name in ("themes", "languages", "sizes", "text")}
    pictures = draw(book, FOLDER, pages=options.names, **looks)
    try:
        pictures += draw_states(book, FOLDER, names=options.names, **looks)
    except UnreachedError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(pictures)} pictures in {FOLDER.relative_to(ROOT).as_posix()}")
    return 0 if pictures else 1


if __name__ == "__main__":
    sys.exit(main())
