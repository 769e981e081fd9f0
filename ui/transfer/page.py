"""Import old sheets: choose, map, review, done. What happens with the rows is decided in ``app.transfer``."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.shared.collector import resting
from app.shared.errors import KebuError
from app.shared.i18n import N_, _, ngettext
from app.transfer import reading
from app.transfer.commands import refuse_empty, run_import
from app.transfer.grid.stopping import heeding
from app.transfer.plans.planning import ImportPlan
from app.transfer.queries import make_plan, prepared, proposals
from app.transfer.reviewing.past import imported_before
from ui.runtime.application import theme
from ui.runtime.icons import icon
from ui.shell.page import Action, Page, Services
from ui.transfer.choose import ChooseStep
from ui.transfer.counts import done_words
from ui.transfer.done import DoneStep
from ui.transfer.mapping import MappingStep, file_words
from ui.transfer.memory import recalled
from ui.transfer.password import Passwords
from ui.transfer.planned import MANY, Planned, digested
from ui.transfer.review import ReviewStep
from ui.transfer.state import Session
from ui.widgets.basics import ProgressStrip, column, label, row
from ui.widgets.buttons import button
from ui.widgets.late_stack import LateStack
from ui.widgets.stepper import Stepper

CHOOSE, MAP, REVIEW, DONE = range(4)
STEPS = (N_("Choose a file"), N_("Match columns"), N_("Review"), N_("Done"))


class ImportPage(Page):
    """The four steps of an import."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.session: Session | None = None
        self.plan: ImportPlan | None = None
        self._job: Any = None
        self._passwords = Passwords(self, self.read)
        self._narrow = False
        self.steps = Stepper(STEPS)
        self.choose, self.done = ChooseStep(services), DoneStep()
        self.mapping = MappingStep(services.ws, services.jobs, self._failed, services.messages)
        self.review = ReviewStep(services.ws)
        self.stack = LateStack((self.choose, self.mapping, self.review, self.done))
        self.note_label, self.note_sign = label("", "muted", raw=True), label("", raw=True)
        self.note_box = QFrame()
        self.note_box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.note_box.setLayout(row(self.note_sign, self.note_label, gap=10, margins=(0, 7, 12, 7)))
        self.strip = ProgressStrip()
        self.strip.bar.setMinimumWidth(180)
        self.wait = self.review.wait
        self.back = button(N_("Previous step"), on=self._back)
        self.next = button("", role="primary", on=self._next)
        self.next.setProperty("only", False)
        self.foot = QFrame()
        self.foot.setFixedHeight(theme().px(56))
        self.foot.setProperty("clear", True)
        self.foot.setLayout(row(
            self.note_box, self.strip, None, self.review.mode, self.wait, 8, self.back, self.next, margins=(20, 0, 20, 0)
        ))  # fmt: skip
        self._edge = QFrame()
        self._edge.setProperty("line", "h")
        self.setLayout(column(self.stack, self._edge, self.foot))
        self.layout().setStretch(0, 1)
        self.choose.wanted.connect(self.read)
        self.mapping.changed.connect(self._stale)
        self.mapping.entered.connect(self._next)
        self.review.changed.connect(self._replan)
        self.review.touched.connect(self._foot)
        self.review.tiles.chosen.connect(lambda _code: self.acted.emit())
        self.done.undone.connect(self._undo)
        self.done.redone.connect(self._redo)
        self.done.opened.connect(self.s.router.open)
        self.done.again.connect(self._restart)
        self.done.saved.connect(self._save_report)
        self.done.copied.connect(self._save_copy)
        self._go(CHOOSE)

    @property
    def step(self) -> int:
        """The step that is shown."""
        return self.stack.currentIndex()

    def beside(self) -> QWidget:
        """The steps stand beside the title."""
        return self.steps

    def open(
        self, number: int = 0, path: Path | None = None, paths: Sequence[Path] = (), choose: bool = False, **what: Any
    ) -> None:
        files = list(paths) or ([path] if path else [])
        if files:
            self.read(files)
        elif choose:
            # The page is drawn before its dialog covers it.
            QTimer.singleShot(0, self, self.choose.ask)

    def actions_list(self) -> Sequence[Action]:
        if self.step == CHOOSE:
            return (
                Action(N_("Choose files"), self.choose.ask, "Ctrl+O"),
                Action(N_("Choose a folder"), self.choose.ask_folder, "Ctrl+Shift+O"),
                Action(N_("Paste a table"), self.choose.take_clipboard, "Ctrl+V"),
            )
        if self.step == MAP:
            return (
                Action(N_("Other column"), self.mapping.view.setFocus, "←→"),
                Action(N_("Change the field"), self._menu_here, "Space"),
                Action(N_("Make it the header"), self._header_here, "H"),
                Action(N_("Do not import the column"), self._drop_here, "Del"),
                Action(N_("Remembered mappings"), self.mapping.memory.open_menu, "M", hint=False),
                Action(N_("Next step"), self._next, "Enter"),
                Action(N_("Previous step"), self._back, "Alt+B", hint=False),
            )
        if self.step == REVIEW:
            return (
                *self.review.actions(),
                Action(N_("How doubles are found"), self._doubles, "D", hint=False),
                Action(N_("Import"), self._next, "Ctrl+Return"),
                Action(N_("Previous step"), self._back, "Alt+B", hint=False),
            )
        more = Action(N_("Import another file"), self._another, "Ctrl+O")
        if self.done.can_redo:
            return (Action(N_("Redo the import"), self._redo, "R"), more)
        return (Action(N_("Undo the import"), self._undo, "U", hint=self.done.can_undo), more)

    def status(self) -> Sequence[str]:
        if self.step == MAP:
            return (_("The file itself is never changed"),)
        return (file_words(self.session),) if self.session and self.step == REVIEW else ()

    def retranslate(self) -> None:
        self.mapping.say()
        self.review.say()
        self.done.say()
        self._foot()
        # Reasons are said where the plan is made.
        self._replan()

    def narrow(self, on: bool) -> None:
        self._narrow = on
        self._busy(self._job is not None)
        self.mapping.narrow(on)
        self.review.narrow(on)

    def escape(self) -> bool:
        if self._job is not None:
            self._job.cancel()
            return True
        return False

    def read(self, files: Sequence[Path]) -> None:
        """Read files beside the window's work and go on to the mapping."""
        if self._job is not None:
            return
        self._go(CHOOSE)
        try:
            files = reading.expanded(files)
        except KebuError as error:
            self.choose.fail(str(error))
            return
        passwords, skipped = self._passwords.known(files), frozenset(self._passwords.skipped)
        self.choose.fail("")
        ws, words = self.s.ws, _("Reading {file}")

        def work(progress: Any, stop: Any) -> Session:
            read, left = [], []

            def one(at: int, file: Path) -> Any:
                said = words.format(file=file.name)
                progress(at / len(files), said)
                return reading.read_workbook(
                    file,
                    password=passwords.get(file, ""),
                    progress=lambda part: progress((at + part * 0.8) / len(files), said),
                    cancelled=stop,
                )

            for book in reading.readable(files, one, left, skipped):
                with resting(), heeding(stop):
                    book = prepared(ws, book)
                    read.append((book, proposals(ws, book)))
            if sum(len(sheet.rows) for book, _found in read for sheet in book.sheets) > MANY:
                gc.freeze()
            again = [past for book, _found in read if (past := imported_before(ws, book.path))]
            return recalled(ws, Session(read, again, left))

        self._run(work, self._read, self.choose.strip)

    def _read(self, session: Session) -> None:
        self.session, self.plan = session, None
        self.mapping.show_session(session)
        self._go(MAP)
        if session.left:
            self.s.messages.warn(_("Not all files can be read"), "\n".join(session.left))
        self.mapping.view.setFocus()

    def _run(self, work: Any, done: Any, strip: ProgressStrip) -> None:
        job = self._job = self.s.jobs.run(work, done=done, failed=self._failed, name="import")
        job.finished.connect(lambda: self._ended() if self._job is job else None)
        job.cancelled.connect(self.review.waits)
        strip.follow(job)
        self._hold(True)

    def _hold(self, on: bool) -> None:
        """Nothing can be changed while a job works on it."""
        for part in (self.mapping, self.review, self.review.mode, self.wait):
            part.setEnabled(not on)
        self._busy(on)

    def _ended(self) -> None:
        self._job = None
        self._hold(False)
        if self.step in (MAP, REVIEW):
            (self.mapping.view if self.step == MAP else self.review).setFocus()

    def _busy(self, on: bool) -> None:
        self.back.setEnabled(not on)
        self.next.setEnabled(not on)
        self.choose.hold(on)
        self.note_box.setVisible(not on and not (self._narrow and self.step == REVIEW))
        if not on:
            self._foot()

    def _failed(self, error: KebuError) -> None:
        self.review.waits()
        if self.step == CHOOSE:
            self._passwords.refused(error)
            self.choose.fail(str(error))
        else:
            self.s.messages.error(error)

    def _header_here(self) -> None:
        if self.mapping.isEnabled():
            self.mapping.view.headed.emit(self.mapping.view.currentIndex().row() + 1)

    def _menu_here(self) -> None:
        if self.mapping.isEnabled():
            self.mapping.open_menu(self.mapping.view.column())

    def _doubles(self) -> None:
        if self._job is None and self.mapping.memory.doubles():
            self.session.forget()
            self._replan()

    def _drop_here(self) -> None:
        if self.mapping.isEnabled():
            self.mapping.view.dropped.emit(self.mapping.view.column())

    def _stale(self) -> None:
        self.plan = None
        self._foot()

    def _back(self) -> None:
        if self._job is None and self.step in (MAP, REVIEW):
            self._go(self.step - 1)

    def _next(self) -> None:
        if self._job is not None or not self.next.isEnabled():
            return
        if self.step == MAP:
            self._plan()
        elif not self.review.hurry():  # what was decided goes into the plan first; then _planned goes on
            self._import()

    def _plan(self) -> None:
        session, ws = self.session, self.s.ws
        ready, options, preferred = session.ready(), session.options(), dict(session.preferred)
        words = _("Comparing with the book")

        def work(progress: Any, stop: Any) -> Planned:
            # Until the plan is set aside from the collector, a look at all of it would hold the window still.
            with resting():
                made = make_plan(ws, ready, options, lambda part: progress(part, words), stop)
                refuse_empty(made)
                return digested(ws, made.decided({}, preferred) if preferred else made)

        self._run(work, self._planned, self.strip)

    def _planned(self, made: Planned) -> None:
        self.plan, digest = made
        fresh = self.review.show_plan(self.session, self.plan, digest)
        if self.step != REVIEW:
            self._go(REVIEW)
            self.review.setFocus()
        self._foot()
        if self.review.waits():
            if fresh:
                said = ngettext("{count} more row looks like another", "{count} more rows look like others", fresh)
                self.s.messages.toast(said.format(count=fresh))
            else:
                self._job = None
                self._import()

    def _replan(self) -> None:
        """Work the plan out again with all that was decided and changed."""
        if self.plan is not None and self.step == REVIEW and self._job is None:
            self._plan()

    def _import(self) -> None:
        plan, ws, words, learned = self.plan, self.s.ws, _("Writing"), self.session.profiles()
        if plan is None or not self.review.count:
            return

        def work(progress: Any, stop: Any) -> Any:
            return run_import(ws, plan, lambda part: progress(part, words), stop, learned)

        self._run(work, self._imported, self.strip)

    def _imported(self, made: Any) -> None:
        kinds = {self.session.proposal(place).kind for place in self.session.importing}
        self.done.show_result(made, self.plan, kinds, file_words(self.session))
        self._go(DONE)
        if made.operation:
            deleted = sum(one.deleted for sheet in made.sheets for one in sheet.removed)
            self.s.messages.toast(done_words(made.counts, deleted), _("Undo"), "Ctrl+Z", lambda: self._undo())
        self.done.setFocus()

    def _undo(self) -> None:
        if self.done.can_undo and self._job is None:
            self.done.follow(self.s.actions.undo(self.done.operation, self.done.tell_kept))

    def _redo(self) -> None:
        if self.done.can_redo and self._job is None:
            self.done.follow(self.s.actions.redo(self.done.operation))

    def apply(self, changes: Any) -> None:
        if self.step == CHOOSE:
            self.choose.earlier.refresh()
        if self.step == DONE and self.done.operation:
            from app.records import history

            held = next((one for one in history.operations(self.s.ws, 50) if one.id == self.done.operation), None)
            self.done.mark_undone(held is not None and bool(held.undone))
            self.acted.emit()

    def _save_report(self) -> None:
        self.done.save_report(self.s.messages, self.plan)

    def _save_copy(self) -> None:
        self.done.save_copies(self.s.messages, self.plan, [one.book.path for one in self.session.sources], self._run)

    def _restart(self) -> None:
        self.session = self.plan = None
        self._go(CHOOSE)
        self.choose.choose.setFocus()

    def _another(self) -> None:
        if self._job is None:
            self._restart()
            self.choose.ask()

    def _go(self, step: int) -> None:
        self.stack.go(step)
        self.steps.show_step(step)
        for part in (self.foot, self._edge):
            part.setVisible(step in (MAP, REVIEW))
        self._foot()
        self.acted.emit()

    def _foot(self) -> None:
        self.review.mode.setVisible(self.step == REVIEW and not self.review.trip.digest.own)
        self.wait.setVisible(self.step == REVIEW and self.review.undecided > 0)
        self.note_box.setVisible(self._job is None and not (self._narrow and self.step == REVIEW))
        green = self.step == REVIEW
        self.note_sign.setPixmap(icon("undo-2", "success" if green else "textMuted").pixmap(16, 16))
        self.note_label.setProperty("tone", "success" if green else "muted")
        self.note_label.style().polish(self.note_label)
        self.note_box.setStyleSheet(
            f"QFrame{{background:{theme().c('successSoft').name()};border-radius:6px}}" if green else ""
        )
        self.note_box.layout().setContentsMargins(12 if green else 0, 7, 12, 7)
        if self.step == MAP and self.session is not None:
            count = self.session.rows
            self.note_label.setText(_("Nothing is written yet; the import can be undone as a whole."))
            self.next.setText(
                ngettext("Next: review {count} row", "Next: review {count} rows", count).format(count=f"{count:,}")
            )
            self.next.setEnabled(bool(count) and self._job is None)
        elif self.step == REVIEW:
            count = self.review.count
            self.note_label.setText(_("The import can be undone with one click."))
            self.next.setText(ngettext("Import {count} row", "Import {count} rows", count).format(count=f"{count:,}"))
            self.next.setEnabled(bool(count) and self._job is None)
        self.noted.emit()
