"""Step 2: the sheet untouched, each column with the field it goes to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QSplitter, QWidget

from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.shared.i18n import N_, _, ngettext
from app.transfer.grid.stopping import heeding
from app.transfer.readers.folders import called
from app.transfer.reviewing import preview
from app.transfer.reviewing.preview import ColumnLook
from app.transfer.reviewing.profiles import applied
from app.transfer.reviewing.resaying import fresh
from app.transfer.reviewing.value_maps import Word, unknown
from ui.runtime.application import theme
from ui.runtime.given import given
from ui.runtime.icons import icon
from ui.runtime.jobs import Job, JobRunner
from ui.runtime.messages import Messages
from ui.runtime.translator import tr
from ui.transfer.column_pane import ColumnPane
from ui.transfer.field_menu import below, field_menu, sure
from ui.transfer.hidden import HiddenNote
from ui.transfer.memory import Memory
from ui.transfer.sheet_view import SheetView
from ui.transfer.state import Session
from ui.transfer.told import Told, notes_of
from ui.widgets.basics import column, label, line, row
from ui.widgets.cut_box import CutBox
from ui.widgets.cut_label import CutLabel
from ui.widgets.layouts import layout_of


class MappingStep(QWidget):
    """The screen. ``changed``: the mapping is another one; ``entered``: go on."""

    changed = Signal()
    entered = Signal()

    def __init__(
        self, ws: Workspace, jobs: JobRunner, failed: Callable[[KebuError], object], messages: Messages
    ) -> None:
        super().__init__()
        self.ws, self._jobs, self._failed = ws, jobs, failed
        self.session: Session | None = None
        self._types = preview.types_of(ws)
        self._job: Job | None = None
        self._look: Job | None = None
        self.sign, self.file = label("", raw=True), CutLabel(font="bodyStrong")
        self.sheets, self.headers, self.kinds = (
            _combo(N_("Sheet")),
            _combo(N_("Header row")),
            _combo(N_("What it holds")),
        )
        self.count = label("", "muted", "small", raw=True)
        for short in (self.headers, self.kinds):
            short.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.good, self.look = label("", "success", "small", raw=True), label("", "warning", "small", raw=True)
        self.good_sign, self.look_sign = label("", raw=True), label("", raw=True)
        self.memory = Memory(ws, jobs, failed, messages)
        self.memory.taken.connect(self._taken)
        bar = QWidget()
        bar.setFixedHeight(theme().px(44))
        bar.setLayout(row(
            self.sign, self.file, self.sheets, self.headers, self.kinds, self.count, None, self.good_sign, self.good,
            self.look_sign, self.look, self.memory.more, margins=(20, 0, 16, 0),
        ))  # fmt: skip
        layout_of(bar).setStretch(layout_of(bar).indexOf(self.count), 3)
        self.view = SheetView(self._types)
        self.nothing = label("", "muted", raw=True, wrap=True)
        self.nothing.setContentsMargins(20, 10, 20, 10)
        self.pane = ColumnPane(self._types)
        left = QWidget()
        left.setLayout(column(self.nothing, self.view))
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(left)
        self.split.addWidget(self.pane)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 0)
        self.hidden = HiddenNote()
        self.hidden.chosen.connect(self._take_hidden)
        self.told = Told()
        self.setLayout(column(bar, line(), self.told, self.memory, self.hidden, self.split, stretch=5))
        self._late = QTimer(self, singleShot=True, interval=40)
        self._late.timeout.connect(self._sample)
        self.view.moved.connect(lambda _column: self._show_column())
        self.view.wanted.connect(self.open_menu)
        self.view.headed.connect(lambda number: self._read(header=number))
        self.view.dropped.connect(lambda index: self._change(index, ()))
        self.view.entered.connect(self.entered.emit)
        self.pane.wanted.connect(lambda: self.open_menu(self.view.column(), at_pane=True))
        self.pane.changed.connect(lambda targets: self._change(self.view.column(), targets))
        self.pane.ordered.connect(self._order)
        self.pane.meant.connect(self._mean)
        self.pane.written.connect(self._write)
        self.pane.kinded.connect(self._kind)
        self.sheets.activated.connect(self._sheet_chosen)
        self.headers.activated.connect(lambda _at: self._read(header=self.headers.currentData()))
        self.kinds.activated.connect(lambda _at: self._read(kind=self.kinds.currentData()))
        theme().changed.connect(self._signs)
        self.setFocusProxy(self.view)
        self._signs()
        self.narrow(False)

    def show_session(self, session: Session) -> None:
        """Show what was read."""
        self.session = session
        self.told.tell(notes_of(self.ws, session))
        self._fill_sheets()
        self._show_sheet()

    def narrow(self, on: bool) -> None:
        """The side pane goes under the sheet in a narrow window."""
        self.split.setOrientation(Qt.Orientation.Vertical if on else Qt.Orientation.Horizontal)
        size, high = theme().px(320), theme().px(200)
        self.pane.setMinimumWidth(0 if on else size)
        self.pane.setMaximumWidth(16777215 if on else size + 140)
        self.pane.setMinimumHeight(high if on else 0)
        self.split.setSizes([10_000, high if on else size])
        self.count.setVisible(not on)
        self.file.ask_for(100 if on else 300)
        self.sheets.setMaximumWidth(theme().px(190 if on else 260))
        self.pane.narrow(on)

    def say(self) -> None:
        """Say all words again after a switch of language."""
        if self.session is not None:
            self.told.tell(notes_of(self.ws, self.session))
            self._fill_sheets()
            self._show_words()
            self._show_column()
            self.view.widen()
            self.view.viewport().update()
            self._say_reasons(self.session)

    def _say_reasons(self, session: Session) -> None:
        """Reasons are said where the proposals are made: that is done once more, beside the window's work."""
        held = [(source.book, list(source.proposals)) for source in session.sources]

        def done(anew: Any) -> None:
            if self.session is session:
                session.resay(anew)
                self._show_words()
                self._show_column()

        self._jobs.run(
            lambda _progress, _stop: [fresh(self.ws, book, found) for book, found in held],
            done=done,
            failed=self._failed,
            name="reasons",
        )

    def open_menu(self, index: int, at_pane: bool = False) -> None:
        """Open the menu of a column."""
        session = self.session
        held = session.column(session.at, index) if session else None
        if session is None or held is None or session.proposal(session.at).kind is None:
            return
        menu = field_menu(
            self, self._types, session.proposal(session.at), held, session.found(session.at, index),
            lambda targets: self._change(index, targets),
        )  # fmt: skip
        menu.aboutToHide.connect(menu.deleteLater)
        box = self.view.top.box(index)
        menu.popup(
            below(self.pane.box, self.pane.box.rect()) if at_pane else below(self.view.top.viewport(), QRect(box))
        )

    def _fill_sheets(self) -> None:
        session = given(self.session)
        several = len(session.sources) > 1
        self.sheets.clear()
        for place in session.places():
            proposal = session.proposal(place)
            words = _("Sheet: {name}").format(name=proposal.sheet)
            if several:
                words = f"{session.called(place)} · {proposal.sheet}"
            if proposal.kind is None and len(session.places()) > 1:
                words = _("{sheet} (not imported)").format(sheet=words)
            self.sheets.addItem(words, place)
        self.sheets.setCurrentIndex(session.at)
        self.sheets.setEnabled(len(session.places()) > 1)

    def _sheet_chosen(self, at: int) -> None:
        given(self.session).at = self.sheets.itemData(at)
        self._show_sheet()

    def _show_sheet(self, *, keep: bool = False) -> None:
        session = given(self.session)
        proposal = session.proposal(session.at)
        if keep:
            self.view.sheet.change(proposal)
        else:
            self.view.sheet.put(session.sheet(session.at), proposal)
        self.view.show_sheet(keep=keep)
        self._show_words()
        self._show_column()

    def _show_words(self) -> None:
        session = given(self.session)
        self.memory.show_sheet(session)
        proposal, layout = session.proposal(session.at), session.proposal(session.at).layout
        self.hidden.show_hidden(proposal.hidden)
        self.file.setText(session.called(session.at))
        self.file.setToolTip(str(session.book(session.at).path))
        rows = ngettext("{count} row of data", "{count} rows of data", len(layout.data)).format(
            count=f"{len(layout.data):,}"
        )
        skipped = len(layout.skipped)
        if skipped:
            more = ngettext("{count} other row skipped", "{count} other rows skipped", skipped).format(
                count=f"{skipped:,}"
            )
            rows = _("{rows}, {skipped}").format(rows=rows, skipped=more)
        if proposal.program:
            rows = _("{rows}, an export of {program}").format(rows=rows, program=proposal.program)
        self.count.setText(rows)
        self.count.setToolTip(rows)
        self.headers.clear()
        first = session.sheet(session.at).top
        last = min(first + 30, len(session.sheet(session.at).rows))
        numbers: list[int | None] = [None, *range(first + 1, last + 1)]
        if layout.header_row and layout.header_row > last:
            numbers.append(layout.header_row)
        for number in numbers:
            self.headers.addItem(_("Header in row {row}").format(row=number) if number else _("No header"), number)
        self.headers.setCurrentIndex(numbers.index(layout.header_row))
        self.kinds.clear()
        for code, word in (*preview.kinds_of(self.ws), ("", _("Not imported"))):
            self.kinds.addItem(word, code)
        self.kinds.setCurrentIndex(self.kinds.findData(proposal.kind or ""))
        self.nothing.setText(
            _("This sheet is not imported. {reason}").format(reason=proposal.reason) if proposal.kind is None else ""
        )
        self.nothing.setVisible(proposal.kind is None)
        mapped = [one for one in proposal.columns if one.targets]
        good = sum(sure(one) for one in mapped)
        doubtful = len(mapped) - good
        self.good.setText(ngettext("{count} column sure", "{count} columns sure", good).format(count=good))
        self.look.setText(
            ngettext("{count} column needs a look", "{count} columns need a look", doubtful).format(count=doubtful)
        )
        for part in (self.good, self.good_sign):
            part.setVisible(bool(mapped))
        for part in (self.look, self.look_sign):
            part.setVisible(bool(doubtful))

    def _show_column(self) -> None:
        session, index = self.session, self.view.column()
        held = session.column(session.at, index) if session else None
        given(self.pane.widget()).setVisible(held is not None)
        if session is not None and held is not None:
            self.pane.put(session.proposal(session.at), held, session.found(session.at, index))
            self._late.start()

    def _sample(self) -> None:
        session, index = given(self.session), self.view.column()
        held = session.column(session.at, index)
        if held is None:
            return
        place, sheet, proposal = session.at, session.sheet(session.at), session.proposal(session.at)
        order = session.orders.get(place, {}).get(index, "")

        def done(found: tuple[ColumnLook, list[Word]]) -> None:
            if (
                self.session is session
                and session.at == place
                and session.column(place, index) is held
                and self.view.column() == index
            ):
                self.pane.show_look(held, *found)

        def work(_progress: Any, stop: Any) -> tuple[ColumnLook, list[Word]]:
            with heeding(stop):
                return preview.look(self.ws, sheet, proposal, index, order), unknown(self.ws, sheet, proposal, index)

        if self._look is not None:
            self._look.cancel()
        self._look = self._jobs.run(work, done=done, name="look")

    def _change(self, index: int, targets: tuple[str, ...]) -> None:
        session = given(self.session)
        if session.column(session.at, index) is None or session.proposal(session.at).kind is None:
            return
        session.change(session.at, index, targets)
        self._show_sheet(keep=True)
        self.changed.emit()

    def _mean(self, word: str, code: str | None) -> None:
        session = given(self.session)
        session.mean(session.at, self.view.column(), word, code)
        self._late.start()
        self.changed.emit()

    def _write(self, code: str) -> None:
        session = given(self.session)
        session.write(session.at, self.view.column(), code)
        self.changed.emit()

    def _kind(self, name: str) -> None:
        session = given(self.session)
        session.set_kind(session.at, self.view.column(), name)
        self._late.start()
        self.changed.emit()

    def _order(self, code: str) -> None:
        session = given(self.session)
        session.orders.setdefault(session.at, {})[self.view.column()] = code
        self._late.start()
        self.changed.emit()

    def _read(self, header: int | None = -1, kind: str | None = None) -> None:
        """Read the sheet anew with another header row or kind, beside the window's work."""
        session = given(self.session)
        place = session.at
        sheet, proposal = session.sheet(place), session.proposal(place)
        if kind == "":
            session.take(place, preview.left_out(proposal))
            self._taken()
            return
        row = proposal.layout.header_row if header == -1 else header
        wanted, leave = kind or proposal.kind, not proposal.hidden.taken

        def done(made: Any) -> None:
            if self.session is session:
                session.take(place, made, anew=True)
                if session.at == place:
                    self._taken()

        if self._job is not None:
            self._job.cancel()

        def work(_progress: Any, stop: Any) -> Any:
            with heeding(stop):
                return preview.read_anew(self.ws, sheet, wanted, row, leave=leave)

        self._job = self._jobs.run(work, done=done, failed=self._failed, name="read anew")

    def _take_hidden(self, take: bool) -> None:
        """Read the sheet with or without what is hidden in it; what the user changed stays."""
        session = given(self.session)
        place = session.at
        sheet, proposal, learned = session.sheet(place), session.proposal(place), session.learned(place)

        def work(_progress: Any, stop: Any) -> tuple[Any, Any]:
            row = proposal.layout.header_row
            with heeding(stop):
                found = preview.read_anew(self.ws, sheet, proposal.kind, row, leave=not take)
            return found, applied(learned, found) if learned else found

        def done(made: tuple[Any, Any]) -> None:
            if self.session is session:
                session.take(place, made[0], anew=True)
                session.take(place, made[1])
                if session.at == place:
                    self._taken()

        self._jobs.run(work, done=done, failed=self._failed, name="read anew")

    def _taken(self) -> None:
        self._fill_sheets()
        self._show_sheet(keep=True)
        self.changed.emit()

    def _signs(self) -> None:
        for part, name, tone in (
            (self.sign, "file-spreadsheet", "success"), (self.good_sign, "circle-check", "success"),
            (self.look_sign, "circle-alert", "warning"),
        ):  # fmt: skip
            part.setPixmap(icon(name, tone).pixmap(15, 15))


def _combo(name: str) -> CutBox:
    made = CutBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.setMaximumWidth(theme().px(260))
    tr(made, made.setAccessibleName, name)
    return made


def file_words(session: Session) -> str:
    """The names of the files."""
    return ", ".join(called(source.book.path for source in session.sources).values())
