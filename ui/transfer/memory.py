"""Remembered mappings on the mapping page: the note "As last time", the way back, and their menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu

from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.shared.i18n import N_, _, ngettext
from app.transfer.plans import match_rules
from app.transfer.reviewing import profiles, remembering
from app.transfer.reviewing.profiles import Profile
from app.transfer.reviewing.remembering import Recalled
from ui.runtime.application import theme
from ui.runtime.given import given
from ui.runtime.icons import icon
from ui.runtime.jobs import JobRunner
from ui.runtime.messages import Messages
from ui.transfer.doubles import DoublesDialog
from ui.transfer.field_menu import below
from ui.transfer.state import Session
from ui.widgets.ask_line import AskLine
from ui.widgets.basics import label, row
from ui.widgets.buttons import button

_FILES = "JSON (*.json)"


def recalled(ws: Workspace, session: Session) -> Session:
    """A session with what the book remembers of the layouts of its sheets."""
    held = remembering.stored(ws)
    for place in session.places() if held else ():
        one = remembering.recall(ws, session.sheet(place), session.proposal(place), held)
        if one.profile is not None:
            session.recall(place, one)
    session.start()
    return session


class Memory(QFrame):
    """The note over the sheet, and ``more``, the button with the menu. ``taken``: the sheet at hand is mapped anew."""

    taken = Signal()

    def __init__(
        self, ws: Workspace, jobs: JobRunner, failed: Callable[[KebuError], object], messages: Messages
    ) -> None:
        super().__init__()
        self.ws, self._jobs, self._failed, self._messages = ws, jobs, failed, messages
        self.session: Session | None = None
        self.sign, self.words = label("", raw=True), label("", font="small", raw=True)
        self.back = button(N_("As proposed"), role="link", small=True, on=self.propose)
        self.more = button(icon_name="bookmark", name=N_("Remembered mappings"), small=True, key="M", on=self.open_menu)
        self.setLayout(row(self.sign, self.words, self.back, None, gap=8, margins=(20, 4, 16, 4)))
        theme().changed.connect(self._colours)
        self._colours()
        self.hide()

    def show_sheet(self, session: Session) -> None:
        """Tell whether the sheet at hand is mapped as last time."""
        self.session = session
        held = session.profile(session.at)
        self.setVisible(held is not None)
        if held is not None:
            count = len(held.columns)
            what = ngettext("{count} column as you set it", "{count} columns as you set them", count)
            where = _("As in “{name}”").format(name=held.name) if held.name else _("As last time")
            self.words.setText(f"{where}: {what.format(count=count)}" if count else where)

    def propose(self) -> None:
        """Put the sheet at hand back to as it was proposed."""
        session = given(self.session)
        first = session.first(session.at)
        self._put(session, session.at, Recalled(first, first, first))

    def use(self, profile: Profile) -> None:
        """Map the sheet at hand as a profile has it, beside the window's work."""
        session = given(self.session)
        place = session.at
        sheet, first = session.sheet(place), session.first(place)
        self._jobs.run(
            lambda _progress, _stop: remembering.recall(self.ws, sheet, first, [profile], on_purpose=True),
            done=lambda one: self._used(session, place, one), failed=self._failed, name="recall",
        )  # fmt: skip

    def _used(self, session: Session, place: int, one: Recalled) -> None:
        if one.profile is None:
            self._failed(KebuError(N_("The mapping does not fit this sheet: its columns are others.")))
        elif self.session is session:
            self._put(session, place, one)

    def _put(self, session: Session, place: int, one: Recalled) -> None:
        session.recall(place, one)
        if session.at == place:
            self.taken.emit()

    def menu(self) -> QMenu:
        """The menu: back to as proposed, as last time, keep, share, and everything that is remembered."""
        menu = QMenu(self)
        menu.setAccessibleName(_("Remembered mappings"))
        session = self.session
        if session is None:
            return menu
        held = remembering.stored(self.ws)
        first, learned, used = session.first(session.at), session.learned(session.at), session.profile(session.at)
        changed = learned is not None and not learned.empty
        last = next((one for one in held if profiles.fits(one, first)), None)
        self._add(menu, _("As proposed"), self.propose, changed or used is not None, "undo-2")
        if last is not None and last != used:
            self._add(menu, _("As last time"), partial(self.use, last), True, "history")
        menu.addSeparator()
        self._add(menu, _("Keep under a name…"), lambda: self._name(given(learned)), changed, "bookmark")
        self._add(menu, _("Save to a file…"), lambda: self._save(given(learned)), changed, "save")
        self._add(menu, _("Take from a file…"), self._load, True, "folder-open")
        if held:
            menu.addSeparator()
        for one in held:
            more = menu.addMenu(one.title)
            fitting = profiles.covers(one, first) or one == last
            self._add(more, _("Use here"), partial(self.use, one), fitting)
            self._add(more, _("Name…"), partial(self._name, one), True)
            self._add(more, _("Save to a file…"), partial(self._save, one), True)
            self._add(more, _("Delete"), partial(self._forget, one), True, "trash-2")
        menu.addSeparator()
        self._add(menu, _("How doubles are found…"), self.doubles, True, "merge")
        return menu

    @staticmethod
    def _add(menu: QMenu, words: str, run: Callable[[], object], on: bool, sign: str = "") -> None:
        made = menu.addAction(icon(sign), words) if sign else menu.addAction(words)
        made.setEnabled(on)
        made.triggered.connect(lambda _on=False: run())

    def open_menu(self) -> None:
        """Open the menu under its button."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below(self.more, self.more.rect()))

    def doubles(self) -> bool:
        """Let the person say by which rules doubles are found; whether they are others now."""
        before = match_rules.rules(self.ws)
        dialog = DoublesDialog(self.window(), before)
        if not dialog.exec() or dialog.rules() == before:
            return False
        try:
            match_rules.keep(self.ws, dialog.rules())
        except KebuError as error:
            self._failed(error)
            return False
        self._messages.toast(_("Doubles are found by other rules from now on."))
        return True

    def _name(self, profile: Profile) -> None:
        name = AskLine(self.window(), N_("Name of the mapping"), N_("Keep"), text=profile.name or profile.source).ask()
        if name:
            self.keep(profile, name)

    def keep(self, profile: Profile, name: str) -> None:
        """Keep a mapping under a name."""
        try:
            remembering.keep(self.ws, [replace(profile, name=name)])
        except KebuError as error:
            self._failed(error)
            return
        self._messages.toast(_("Kept as “{name}”").format(name=name))

    def _forget(self, profile: Profile) -> None:
        try:
            remembering.forget(self.ws, profile)
        except KebuError as error:
            self._failed(error)
            return
        self._messages.toast(_("Deleted the mapping “{name}”").format(name=profile.title))

    def _save(self, profile: Profile) -> None:
        path = self._messages.save_file(_("Save the mapping"), f"{Path(profile.title).stem}.json", _FILES)
        if path is None:
            return
        try:
            remembering.save(path, [profile])
        except KebuError as error:
            self._failed(error)
            return
        self._messages.toast(_("Saved “{file}”").format(file=path.name))

    def _load(self) -> None:
        path = self._messages.open_file(_("Take a mapping from a file"), _FILES)
        if path is None:
            return
        try:
            held = remembering.load(path)
        except KebuError as error:
            self._failed(error)
            return
        session = given(self.session)
        first = session.first(session.at)
        fitting = next((one for one in held if profiles.covers(one, first)), None)
        if fitting is None and held:
            fitting = held[0]
        if fitting is not None:
            self.use(fitting)

    def _colours(self) -> None:
        self.setStyleSheet(f"Memory{{background:{theme().c('infoSoft').name()}}}")
        self.sign.setPixmap(icon("history", "info").pixmap(15, 15))
