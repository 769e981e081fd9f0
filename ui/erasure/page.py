"""Personal data of one customer or contact: hand all of it out, or erase it for good; and what was erased so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.erasure import queries
from app.records import queries as records
from app.records.workspace import ChangeSet
from app.shared.i18n import N_, _
from ui.erasure.erase_box import EraseBox
from ui.erasure.hand_out import HandOut
from ui.erasure.past import PastErasures
from ui.shell.page import Action, Page, Services
from ui.widgets.basics import column, label

WIDTH = 720


class PersonalDataPage(Page):
    """Two things one can do with the data of a person, and the list of persons that were erased."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._about: tuple[str, int] | None = None
        self._name = ""
        self.whom = label("", font="header", raw=True, wrap=True)
        self.sort = label("", "muted", "small", raw=True)
        self.hand_out = HandOut(services)
        self.box = EraseBox(services)
        self.box.erased.connect(self._erased)
        self.past = PastErasures(services)
        self.person = QWidget()
        self.person.setLayout(column(self.whom, 2, self.sort, self.hand_out, self.box))
        inner = QWidget()
        inner.setMaximumWidth(WIDTH)
        inner.setLayout(column(self.person, self.past))
        holder = QWidget()
        lay = QVBoxLayout(holder)
        lay.setContentsMargins(28, 20, 28, 24)
        lay.addWidget(inner)
        lay.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        self.setLayout(column(area, stretch=0))

    def open(self, number: int = 0, about: tuple[str, int] | None = None, **what: Any) -> None:
        """Show what can be done with a customer or contact, given as kind and id, and what was erased so far."""
        self._about = about
        self.box.start()
        self.show_all()
        if not self.person.isVisibleTo(self):
            # There is nothing to type in; the keys are the page's, not those of what had the focus before.
            self.setFocus()

    def path(self) -> list[tuple[str, str]]:
        """The list that persons stand in."""
        return [(_("Customers"), "customers")]

    def note(self) -> str:
        """Whose data it is."""
        return self._name

    def subject(self) -> tuple[str, int] | None:
        """The person, as long as there is one."""
        return self._about if self._name else None

    def actions_list(self) -> Sequence[Action]:
        """The keys."""
        return [Action(N_("Back"), self.s.router.back, "Esc")]

    def apply(self, changes: ChangeSet) -> None:
        """The book changed."""
        if self.s.router.page is self and not self.box.busy:
            self.show_all()

    def retranslate(self) -> None:
        """Say all again in the other language."""
        self.show_all()

    def show_all(self) -> None:
        """Read the person and the erasures anew."""
        ws = self.s.ws
        kind, number = self._about or ("", 0)
        self._name = records.titles(ws, kind, (number,)).get(number, "") if kind else ""
        there = bool(self._name)
        if there:
            self.whom.setText(self._name)
            self.sort.setText(_(ws.dictionary.type(kind).label))
            self.hand_out.show_person(kind, number, self._name)
        self.whom.setVisible(there)
        self.sort.setVisible(there)
        self.hand_out.setVisible(there)
        self.box.show_extent(queries.extent(ws, kind, number) if there else None)
        self.person.setVisible(there or self.box.done is not None)
        self.past.show_all()
        self.titled.emit()
        self.acted.emit()

    def _erased(self) -> None:
        self._about = None
        self.show_all()
        self.setFocus()
