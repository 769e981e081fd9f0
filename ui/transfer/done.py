"""Step 4: what was made and changed, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.records.fields import RecordType
from app.records.history import Kept, Undone
from app.shared.errors import Cancelled
from app.shared.i18n import N_, _, listed, ngettext
from app.transfer.columns.proposals import CUSTOMERS, PRODUCTS
from app.transfer.plans.planning import ImportPlan
from app.transfer.reviewing.report import ImportResult, record_words
from ui.runtime.icons import icon
from ui.runtime.jobs import Job, Progress, Work
from ui.runtime.messages import Messages
from ui.widgets.basics import ProgressStrip, column, label, row
from ui.widgets.buttons import button
from ui.widgets.layouts import empty

COUNTS = (
    ("created", N_("Added")), ("updated", N_("Updated")), ("duplicates", N_("Already there")), ("deleted", N_("Deleted")),
    ("conflicts", N_("Conflicts left as the book has them")),
    ("skipped", N_("Left out")), ("failed", N_("Not imported because of a problem")), ("problems", N_("Cells that need a look")),
)  # fmt: skip
GOALS = (
    (CUSTOMERS, N_("Open the customers"), "users", CUSTOMERS), (PRODUCTS, N_("Open the products"), "package", PRODUCTS),
    ("quotes", N_("Open the quotes"), "file-text", "quotes"), ("today", N_("Open the day"), "calendar-check", "reminders"),
)  # fmt: skip
"""Where an import of one kind leads: the page, what the button says, its sign, and the kind."""

Stop = Callable[[], bool]
Run = Callable[[Work, Callable[[Any], object], ProgressStrip], Job]
NAMED = 12


def kept_words(kept: Sequence[Kept]) -> str:
    """Which records an undo left as they are."""
    names = listed(dict.fromkeys(" ".join(one.title.split()) for one in kept[:NAMED]))
    if len(kept) > NAMED:
        names = _("{names} and {count} more").format(names=names, count=f"{len(kept) - NAMED:,}")
    said = ngettext(
        "{count} record was changed since and stays as it is: {names}",
        "{count} records were changed since and stay as they are: {names}",
        len(kept),
    )
    return said.format(count=f"{len(kept):,}", names=names)


def remark_names(sources: Sequence[Path], folder: Path | None = None) -> list[str]:
    """What the copies of files with remarks are called: each name once, and none that the folder has already."""
    names: list[str] = []
    for source in sources:
        suffix = ".xlsm" if source.suffix.lower() == ".xlsm" else ".xlsx"
        stem = _("{file} with remarks").format(file=source.stem)
        tries = (f"{stem} {at}{suffix}" if at > 1 else stem + suffix for at in count(1))
        names.append(
            next(one for one in tries if one not in names and not (folder is not None and (folder / one).exists()))
        )
    return names


class DoneStep(QWidget):
    """The end.

    Signals: ``undone`` take it back, ``redone`` do it again; ``opened`` a page's name; ``again`` another file; ``saved`` the report;
    ``copied`` the file with remarks.
    """

    undone = Signal()
    redone = Signal()
    opened = Signal(str)
    again = Signal()
    saved = Signal()
    copied = Signal()

    def __init__(self, types: Sequence[RecordType]) -> None:
        super().__init__()
        self._types = types
        self.operation: int | None = None
        self._was_undone = False
        self._goal = CUSTOMERS
        self._file = ""
        self._counts: dict[str, int] = {}
        self._records: Mapping[str, int] = {}
        self._kept: tuple[Kept, ...] = ()
        self.sign = label("", raw=True)
        self.sentence = label("", font="title", raw=True, wrap=True)
        self.kept = label("", "muted", raw=True, wrap=True)
        self.kept.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(6)
        self.goals = {
            page: button(words, sign, "primary", on=lambda: self.opened.emit(self._goal))
            for page, words, sign, _kind in GOALS
        }
        self.undo = button(N_("Undo the import"), "undo-2", key="U", on=self.undone.emit)
        self.redo = button(N_("Redo the import"), "redo-2", "primary", key="R", on=self.redone.emit)
        self.redo.hide()
        self.report = button(N_("Save the report"), "download", on=self.saved.emit)
        self.copy = button(N_("Save the file with remarks"), "file-check", on=self.copied.emit)
        self.strip = ProgressStrip()
        self.strip.bar.setMaximumWidth(240)
        self.more = button(N_("Import another file"), role="link", key="Ctrl+O", on=self.again.emit)
        said = row(self.sign, self.sentence, gap=10)
        said.setStretch(1, 1)
        self.setLayout(column(
            said, 8, self.kept, 8, row(self._grid, None), 24,
            row(*self.goals.values(), self.redo, self.undo, self.copy, self.report, self.more, None), 12,
            row(self.strip, None), None, margins=(20, 26, 20, 20),
        ))  # fmt: skip
        self.setFocusProxy(self.goals[CUSTOMERS])

    @property
    def can_undo(self) -> bool:
        """Whether the import can be taken back."""
        return self.operation is not None and not self._was_undone

    @property
    def can_redo(self) -> bool:
        """Whether the import was taken back and can be done again."""
        return self.operation is not None and self._was_undone

    def show_result(self, made: ImportResult, kinds: Collection[Any], file: str) -> None:
        """Show what an import did."""
        self.operation, self._was_undone, self._file, self._kept = made.operation, False, file, ()
        self._goal = next((page for page, _words, _sign, kind in GOALS if set(kinds) == {kind}), CUSTOMERS)
        self._counts, self._records = dict(made.counts), made.records
        for sheet in made.sheets:
            told = {
                "failed": sheet.failed,
                "deleted": sum(one.deleted for one in sheet.removed),
                "conflicts": sum(one.conflict and not one.taken for one in sheet.changes),
                "problems": sum(one.index >= 0 and not one.fatal for one in sheet.problems),
            }
            for code, found in told.items():
                self._counts[code] = self._counts.get(code, 0) + found
        self.say()

    def follow(self, job: Job | None) -> None:
        """Show the progress of a long undo or redo; None for a short one, which is done already."""
        if job is None:
            return
        for part in (self.undo, self.redo):
            part.setEnabled(False)
            job.finished.connect(partial(part.setEnabled, True))
        self.strip.follow(job)

    def mark_undone(self, on: bool) -> None:
        """The import was taken back, or done again."""
        self._was_undone = on
        self._kept = self._kept if on else ()
        self.say()

    def tell_kept(self, undone: Undone) -> None:
        """Name the records that the undo left as they are, because they were changed since."""
        self._kept = undone.kept
        self.say()

    def say(self) -> None:
        """Say all words."""
        if not self._file:
            return
        self.kept.setText(kept_words(self._kept))
        self.kept.setVisible(self._was_undone and bool(self._kept))
        if self._was_undone and self._kept:
            words, name = _("The import of {file} is undone, but for what was changed since."), "undo-2"
        elif self._was_undone:
            words, name = _("The import of {file} is undone; the book is as before."), "undo-2"
        elif self.operation is None:
            words, name = _("Nothing in {file} was new; the book is as before."), "circle-check"
        else:
            words, name = _("{file} is imported."), "circle-check"
        self.sentence.setText(words.format(file=self._file))
        self.sign.setPixmap(icon(name, "textMuted" if self._was_undone else "success").pixmap(22, 22))
        empty(self._grid)
        shown = [(code, word) for code, word in COUNTS if self._counts.get(code) or code in ("created", "updated")]
        if self._was_undone:
            shown = []
        for at, (code, word) in enumerate(shown):
            self._grid.addWidget(label(word, "muted"), at, 0)
            tone = "danger" if code == "failed" else "warning" if code == "problems" else ""
            self._grid.addWidget(label(f"{self._counts.get(code, 0):,}", tone, "bodyStrong", raw=True), at, 1)
        if shown and (made := record_words(self._types, self._records)):
            self._grid.addWidget(label(_("New records"), "muted"), len(shown), 0)
            self._grid.addWidget(label(made, "", "bodyStrong", raw=True), len(shown), 1)
        self.undo.setVisible(self.can_undo)
        self.redo.setVisible(self.can_redo)
        self.report.setVisible(not self._was_undone)
        self.copy.setVisible(not self._was_undone)
        for page, goal in self.goals.items():
            goal.setVisible(self._goal == page and not self._was_undone)
        self.setFocusProxy(self.redo if self.can_redo else self.goals[self._goal])

    def save_copies(self, messages: Messages, plan: ImportPlan, passwords: Mapping[Path, str], run: Run) -> None:
        """Give the imported files back with what became of each row, so that the problem rows can be mended in them.

        Args:
            passwords: the files, each with its password, "" where none is needed.
            run: runs work beside the window's: (work, what follows it, the strip that shows it); gives its job.
        """
        from app.transfer.reviewing.annotated import save_annotated

        sources = list(passwords)
        if len(sources) > 1:
            folder = messages.choose_folder(_("Folder for the files with remarks"))
            targets = [folder / name for name in remark_names(sources, folder)] if folder else []
        else:
            name = remark_names(sources)[0]
            path = messages.save_file(_("Save the file with remarks"), name, f"{_('Sheets')} (*{Path(name).suffix})")
            targets = [path] if path is not None else []
        if not targets:
            return
        words = _("Saved “{file}” without a password") if any(passwords.values()) else _("Saved “{file}”")
        said = words.format(file="”, “".join(path.name for path in targets))

        def work(stop: Stop) -> None:
            made: list[Path] = []
            try:
                for source, path in zip(sources, targets, strict=True):
                    save_annotated(plan, source, path, stop, passwords[source])
                    made.append(path)
            except Cancelled:
                # Of several files, which have new names.
                for path in made:
                    path.unlink(missing_ok=True)
                raise

        self._keep(messages, run, work, said)

    def save_report(self, messages: Messages, plan: ImportPlan, run: Run) -> None:
        """Let the person keep what became of each row as a workbook; ``run`` as in ``save_copies``."""
        from app.transfer.reviewing.report_sheet import save_report

        path = messages.save_file(_("Save the report"), _("Import report.xlsx"), f"{_('Sheets')} (*.xlsx)")
        if path is not None:
            said = _("Saved “{file}”").format(file=path.name)
            self._keep(messages, run, lambda stop: save_report(plan, path, stop), said)

    def _keep(self, messages: Messages, run: Run, work: Callable[[Stop], object], said: str) -> None:
        """Write files, which may be stopped; a stop that came when they were through is none."""
        made: list[bool] = []

        def tell() -> None:
            messages.toast(said if made else _("Stopped; no file was written."))

        def whole(_part: Progress, stop: Stop) -> None:
            work(stop)
            made.append(True)

        run(whole, lambda _none: tell(), self.strip).cancelled.connect(tell)
