"""Import old sheets: choose, map, review, done. What happens with the rows is decided in ``app.transfer``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QWidget

from app.shared.collector import resting
from app.shared.errors import KebuError, PlanOutdated
from app.shared.i18n import N_, _, ngettext
from app.transfer.commands import refuse_empty, run_import
from app.transfer.plans.planning import ImportPlan
from app.transfer.queries import make_plan
from app.transfer.reviewing.report import ImportResult
from ui.runtime.given import given
from ui.runtime.jobs import Job, Work
from ui.shell.page import Action, Page, Services
from ui.transfer.choose import ChooseStep
from ui.transfer.counts import done_words, made_words
from ui.transfer.done import DoneStep
from ui.transfer.foot import Foot
from ui.transfer.mapping import MappingStep, file_words
from ui.transfer.mapping_keys import mapping_keys
from ui.transfer.password import Passwords
from ui.transfer.planned import Planned, digested
from ui.transfer.read_files import may_begin, reading_of
from ui.transfer.review import ReviewStep
from ui.transfer.review_keys import review_keys
from ui.transfer.state import Session
from ui.widgets.basics import ProgressStrip, column
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
        self._job: Job | None = None
        self._passwords = Passwords(self, self.read)
        self._narrow = False
        self.steps = Stepper(STEPS)
        self.stack = LateStack((lambda: ChooseStep(services), self._make_mapping, self._make_review, self._make_done))
        self.foot = Foot(self._back, self._next)
        self.next, self.back, self.strip = self.foot.next, self.foot.back, self.foot.strip
        self._edge = QFrame()
        self._edge.setProperty("line", "h")
        self.setLayout(column(self.stack, self._edge, self.foot, stretch=0))
        self.choose.wanted.connect(self.read)
        self._go(CHOOSE)
        # While the person looks for the file.
        self.stack.prepare()

    def _make_mapping(self) -> MappingStep:
        made = MappingStep(self.s.ws, self.s.jobs, self._failed, self.s.messages)
        made.changed.connect(self._stale)
        made.entered.connect(self._next)
        made.narrow(self._narrow)
        return made

    def _make_review(self) -> ReviewStep:
        made = ReviewStep(self.s.ws)
        made.changed.connect(self._replan)
        made.touched.connect(self._sum_up)
        made.tiles.chosen.connect(lambda _code: self.acted.emit())
        made.narrow(self._narrow)
        self.foot.take(made.mode, made.wait)
        return made

    def _make_done(self) -> DoneStep:
        made = DoneStep(self.s.ws.dictionary.types)
        made.undone.connect(self._undo)
        made.redone.connect(self._redo)
        made.opened.connect(self.s.router.open)
        made.again.connect(self._restart)
        made.saved.connect(self._save_report)
        made.copied.connect(self._save_copy)
        return made

    @property
    def choose(self) -> ChooseStep:
        """Step 1."""
        return self.stack.page_as(CHOOSE, ChooseStep)

    @property
    def mapping(self) -> MappingStep:
        """Step 2."""
        return self.stack.page_as(MAP, MappingStep)

    @property
    def review(self) -> ReviewStep:
        """Step 3."""
        return self.stack.page_as(REVIEW, ReviewStep)

    @property
    def done(self) -> DoneStep:
        """Step 4."""
        return self.stack.page_as(DONE, DoneStep)

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
            if may_begin(self.s.messages, self._job, self.session if self.step in (MAP, REVIEW) else None):
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
            move, change, *rest = mapping_keys(self.mapping)
            return (
                move,
                change,
                Action(N_("Next step"), self._next, "Enter"),
                *rest,
                Action(N_("Previous step"), self._back, "Alt+B", hint=False),
            )
        if self.step == REVIEW:
            return review_keys(self.review, doubles=self._doubles, go_on=self._next, back=self._back)
        more = Action(N_("Import another file"), self._another, "Ctrl+O")
        if self.done.can_redo:
            return (Action(N_("Redo the import"), self._redo, "R"), more)
        return (Action(N_("Undo the import"), self._undo, "U", hint=self.done.can_undo), more)

    def status(self) -> Sequence[str]:
        if self.step == MAP:
            return (_("The file itself is never changed"),)
        return (file_words(self.session),) if self.session and self.step == REVIEW else ()

    def retranslate(self) -> None:
        for step in self.stack.made():
            if isinstance(step, MappingStep | ReviewStep | DoneStep):
                step.say()
        self._sum_up()
        # Reasons are said where the plan is made.
        self._replan()

    def narrow(self, on: bool) -> None:
        self._narrow = on
        self._busy(self._job is not None)
        for step in self._inner():
            step.narrow(on)

    def escape(self) -> bool:
        if self._job is not None:
            self._job.cancel()
        else:
            # Where the keys of the step work.
            self.stack.page(self.step).setFocus()
        return True

    def read(self, files: Sequence[Path]) -> None:
        """Read files beside the window's work and go on to the mapping."""
        if self._job is not None:
            return
        # What was read just before goes on to no other step now.
        self.session = self.plan = None
        self._go(CHOOSE)
        passwords, skipped = self._passwords.known(files), frozenset(self._passwords.skipped)
        self.choose.fail("")
        work = reading_of(self.s.ws, files, passwords, skipped)
        self._run(work, self._read, self.choose.strip)

    def _read(self, session: Session) -> None:
        self.session, self.plan = session, None
        self.mapping.show_session(session)
        # Laying out and drawing what was just filled is a turn of its own.
        QTimer.singleShot(0, self, lambda: self._arrive(session))

    def _arrive(self, session: Session) -> None:
        if self.session is not session:
            return
        self._go(MAP)
        if session.left:
            self.s.messages.warn(_("Not all files can be read"), "\n".join(session.left))
        self.mapping.setFocus()

    def _run(self, work: Work, done: Callable[[Any], object], strip: ProgressStrip) -> Job:
        job = self._job = self.s.jobs.run(work, done=done, failed=self._failed, name="import", drawn=True)
        job.finished.connect(lambda: self._ended() if self._job is job else None)
        job.cancelled.connect(self._stopped)
        strip.follow(job)
        self._hold(True)
        return job

    def _hold(self, on: bool) -> None:
        """Nothing can be changed while a job works on it."""
        for part in (*self._inner(), self.foot.beside):
            part.setEnabled(not on)
        self._busy(on)

    def _inner(self) -> list[MappingStep | ReviewStep]:
        return [step for step in self.stack.made() if isinstance(step, MappingStep | ReviewStep)]

    def _ended(self) -> None:
        self._job = None
        self._hold(False)
        if self.step != DONE:
            self.stack.page(self.step).setFocus()

    def _busy(self, on: bool) -> None:
        self.back.setEnabled(not on)
        self.next.setEnabled(not on)
        self.choose.hold(on)
        self.foot.note.setVisible(not on and not (self._narrow and self.step == REVIEW))
        if not on:
            self._sum_up()

    def _stopped(self) -> None:
        """What waited for the job waits no longer."""
        if self.step == REVIEW:
            self.review.waits()

    def _failed(self, error: KebuError) -> None:
        self._stopped()
        if isinstance(error, PlanOutdated):
            # What was typed meanwhile must not be written over: compared once more, and then imported.
            self.review.import_next()
            QTimer.singleShot(0, self, self._replan)
        elif self.step == CHOOSE:
            self._passwords.refused(error)
            self.choose.fail(str(error))
        else:
            self.s.messages.error(error)

    def _doubles(self) -> None:
        if self._job is None and self.mapping.memory.doubles():
            given(self.session).forget()
            self._replan()

    def _stale(self) -> None:
        self.plan = None
        self._sum_up()

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
        session, ws = given(self.session), self.s.ws
        ready, options = session.ready(), session.options()
        words = _("Comparing with the book")

        def work(progress: Any, stop: Any) -> Planned:
            # Until the plan is set aside from the collector, a look at all of it would hold the window still.
            with resting():
                made = make_plan(ws, ready, options, lambda part: progress(part, words), stop)
                refuse_empty(made)
                return digested(ws, made)

        self._run(work, self._planned, self.strip)

    def _planned(self, made: Planned) -> None:
        self.plan, digest = made
        fresh = self.review.show_plan(given(self.session), self.plan, digest)
        if self.step != REVIEW:
            self._go(REVIEW)
            self.review.setFocus()
        self._sum_up()
        if self.review.waits():
            if fresh:
                said = ngettext("{count} more row looks like another", "{count} more rows look like others", fresh)
                self.s.messages.toast(said.format(count=fresh))
            else:
                self._ended()
                self._import()

    def _replan(self) -> None:
        """Work the plan out again with all that was decided and changed."""
        if self.plan is not None and self.step == REVIEW and self._job is None:
            self._plan()

    def _import(self) -> None:
        plan, ws, words, learned = self.plan, self.s.ws, _("Writing"), given(self.session).profiles()
        if plan is None:
            return
        if not self.review.count:
            self.s.messages.toast(_("Nothing is left to import: all of it is in the book or left out."))
            return
        made: list[ImportResult] = []

        def work(progress: Any, stop: Any) -> ImportResult:
            made.append(run_import(ws, plan, lambda part: progress(part, words), stop, learned))
            return made[0]

        def stopped() -> None:
            # What was written before the stop came is told all the same.
            if made:
                self._imported(made[0])
            else:
                self.s.messages.toast(_("Stopped; nothing was changed."))

        self._run(work, self._imported, self.strip).cancelled.connect(stopped)

    def _imported(self, made: ImportResult) -> None:
        session = given(self.session)
        self.done.show_result(made, session.kinds, file_words(session))
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

            held = history.named(self.s.ws, self.done.operation)
            self.done.mark_undone(held is not None and bool(held.undone))
            self.acted.emit()

    def _save_report(self) -> None:
        self.done.save_report(self.s.messages, given(self.plan), self._run)

    def _save_copy(self) -> None:
        files = self._passwords.of(one.book.path for one in given(self.session).sources)
        self.done.save_copies(self.s.messages, given(self.plan), files, self._run)

    def _restart(self) -> None:
        self.session = self.plan = None
        self._go(CHOOSE)
        self.choose.setFocus()

    def _another(self) -> None:
        if self._job is None:
            self._restart()
            self.choose.ask()

    def _go(self, step: int) -> None:
        self.stack.go(step)
        self.steps.show_step(step)
        for part in (self.foot, self._edge):
            part.setVisible(step in (MAP, REVIEW))
        self._sum_up()
        self.acted.emit()

    def _sum_up(self) -> None:
        reviewing = self.step == REVIEW
        self.foot.note.setVisible(self._job is None and not (self._narrow and reviewing))
        if self.step == MAP and self.session is not None:
            self.foot.mapping(count := self.session.rows)
            self.next.setEnabled(bool(count) and self._job is None)
        elif reviewing:
            self.review.mode.setVisible(not self.review.trip.digest.own)
            self.review.wait.setVisible(self.review.undecided > 0)
            self.foot.review(count := self.review.count, made_words(self.review))
            self.next.setEnabled(bool(count) and self._job is None)
        self.foot.beside.setVisible(reviewing)
        self.noted.emit()
