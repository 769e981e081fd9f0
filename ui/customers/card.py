"""The card of one customer: head, quick log, merged timeline, people, quotes, preferences, details."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.customers import commands
from app.customers import queries as customers
from app.customers.queries import Card
from app.customers.rules import Place, place
from app.followups import commands as followups
from app.followups.queries import next_times, open_reminders
from app.records.workspace import ChangeSet
from app.shared.errors import NotFound
from app.shared.i18n import N_, _
from ui.customers.asking import ask_reminder, edit_activity, new_quote
from ui.customers.card_header import CardHeader
from ui.customers.card_keys import card_actions, entry_menu, wanted
from ui.customers.card_parts import Steps, edit_button
from ui.customers.contacts import ContactsSection
from ui.customers.details import Details, Notes, Preferences, QuotesSection, RemindersSection
from ui.customers.documents import DocumentsSection
from ui.customers.owed import OwedSection
from ui.customers.own_fields import OwnFields
from ui.customers.relations import RelationsSection
from ui.customers.story import Story
from ui.runtime.application import theme
from ui.shell.page import Action, Page, Services
from ui.widgets.basics import column, line, row, scrolled
from ui.widgets.buttons import Choices
from ui.widgets.drops import FileDrops
from ui.widgets.quick_log import QuickLog
from ui.widgets.reminder_dialog import edit_reminder

SIDE = 376
TOUCHED = ("customer", "contact", "activity", "reminder", "quote", "document")


class CustomerPage(Page):
    """One customer, with everything about it."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.customer = 0
        self._card: Card | None = None
        self._among: array[int] = array("q")
        self.place = Place(0, 0, None, None)
        self._narrow = False
        self.can_quote = services.router.can_open("quote")
        self.header = CardHeader()
        self.log = QuickLog(services.ws, services.actions)
        self.story = Story(services.ws, self.log)
        self.timeline = self.story.timeline
        self.contacts = ContactsSection(services)
        self.reminders = RemindersSection(services)
        self.quotes, self.owed = QuotesSection(services, self.quote), OwedSection(services)
        self.documents = DocumentsSection(services)
        FileDrops(self, self.documents.take)
        self.preferences, self.notes = Preferences(services), Notes(services)
        self.relations = RelationsSection(services)
        self.own = OwnFields(services, self._edit_field)
        self.steps = Steps(lambda: self.step(self.place.previous), lambda: self.step(self.place.following))
        self.details = Details(services)
        self.details.closed.connect(self.stop_editing)
        self._build()
        self.header.changed.connect(self._set)
        self.header.noted.connect(lambda text: services.messages.toast(text))
        self.header.next_wanted.connect(self.remind)
        self.header.wanted.connect(lambda action: wanted(self, action))
        self.contacts.noted.connect(lambda text: services.messages.toast(text))
        self.log.escaped.connect(self._rest)
        theme().changed.connect(self.retranslate)
        self.timeline.opened.connect(self.open_entry)
        self.timeline.edited.connect(self.edit_entry)
        self.timeline.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.timeline.customContextMenuRequested.connect(lambda at: entry_menu(self, at))

    def _build(self) -> None:
        self.overview = scrolled(
            *(self.contacts, line(), self.reminders, self.quotes, self.owed, self.documents),
            *(self.own, self.preferences, self.notes, self.relations, edit_button(self.edit), None),
        )
        self.form = scrolled(self.details, None)
        self.side = QStackedWidget()
        self.side.setProperty("stop", True)
        self.side.addWidget(self.overview)
        self.side.addWidget(self.form)
        self.side.setFixedWidth(theme().px(SIDE))
        self.tabs = Choices(
            [("story", N_("History")), ("facts", N_("Details"))], tabs=True, name=N_("Parts of the card")
        )
        self.tabs.chosen.connect(self._show_tab)
        self._tabs = QWidget()
        self._tabs.setLayout(column(row(self.tabs, None, margins=(16, 4, 16, 0)), line()))
        self._tabs.hide()
        self._edge = line(vertical=True)
        body = row(gap=0)
        body.addWidget(self.story, 1)
        body.addWidget(self._edge)
        body.addWidget(self.side)
        whole = column(self.header, line(), self._tabs)
        whole.addLayout(body, 1)
        self.setLayout(whole)

    # What the shell asks for

    def title(self) -> str:
        """The customer's name."""
        return self._card.record.title if self._card else ""

    def heading(self) -> str:
        """Nothing: the head of the card says the name."""
        return ""

    def beside(self) -> QWidget:
        """The ways to the customers before and after it."""
        return self.steps

    def path(self) -> list[tuple[str, str]]:
        """The list it stands in."""
        return [(_("Customers"), "customers")]

    def note(self) -> str:
        """Where it stands in the list it was opened from."""
        at = self.place
        if not at.position:
            return ""
        return _("{position} of {total}").format(position=f"{at.position:,}", total=f"{at.total:,}")

    def actions_list(self) -> Sequence[Action]:
        """The keys of the card."""
        return card_actions(self)

    def status(self) -> Sequence[str]:
        """Since when one knows the customer."""
        day = self._card.record["created_on"] if self._card else None
        return (_("In the book since {month}").format(month=day.strftime("%Y-%m")),) if day else ()

    def open(
        self,
        number: int = 0,
        among: Sequence[int] | None = None,
        edit: bool = False,
        log: bool = False,
        contact: int = 0,
        **what: Any,
    ) -> None:
        """Show a customer.

        Args:
            among: the ids of the list it was opened from, for previous and next.
            edit, log: open the form, or put the cursor into the quick-log line.
            contact: whom the line is about.
        """
        if among is not None:
            self._among = array("q", among)
        fresh = number != self.customer
        self.customer = number
        if fresh:
            self.side.setCurrentWidget(self.overview)
            self.story.begin()
        self._find_place()
        self.load()
        if self._card is None:
            return
        if edit:
            self.edit()
        elif log:
            self.start_log("call", contact)
        else:
            self._rest()

    def apply(self, changes: ChangeSet) -> None:
        """Refresh the parts that the changes touch; a deleted customer leads back to the list."""
        if not self.customer or not changes.touches(*TOUCHED):
            return
        if self.customer in changes.deleted.get("customer", ()):
            self._among = array("q", (one for one in self._among if one != self.customer))
            self.customer, self._card = 0, None
            if self.s.router.page is self:
                self.s.router.open("customers")
            return
        if changes.created.get("customer") or changes.deleted.get("customer"):
            self._among = array("q")
            self._find_place()
        self.load()

    def retranslate(self) -> None:
        """Say the computed words in the other language, and in the theme's colours."""
        if self.customer:
            self.load()

    def narrow(self, on: bool) -> None:
        """In a narrow window the right column is a tab beside the timeline."""
        self._narrow = on
        self._tabs.setVisible(on)
        self._edge.setVisible(not on)
        if on:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16_777_215)
            self._show_tab(self.tabs.code)
        else:
            self.side.setFixedWidth(theme().px(SIDE))
            self.story.show()
            self.side.show()

    def leave(self) -> None:
        """Save the field that is being edited."""
        self.details.commit()
        self.preferences.commit()
        self.notes.commit()

    def close_over(self) -> bool:
        """Close the form, or what is open among the contacts."""
        if self.side.currentWidget() is self.form:
            self.stop_editing()
            return True
        return self.contacts.escape()

    def escape(self) -> bool:
        """Go back to the list."""
        self.s.router.open("customers")
        return True

    # Reading

    def load(self) -> None:
        """Read the customer and its timeline anew."""
        ws = self.s.ws
        try:
            found = customers.card(ws, self.customer)
        except NotFound:
            self._card = None
            self.s.router.open("customers")
            return
        self._card = found
        today = ws.clock.today()
        following = next_times(ws, [self.customer]).get(self.customer)
        self.header.show_card(self.s.ws, found, following, today)
        self.log.set_customer(self.customer)
        self.contacts.show_contacts(self.customer, found.contacts)
        self.documents.show_documents(self.customer)
        main = found.main.title if found.main else ""
        self.reminders.show_reminders(self.customer, open_reminders(ws, self.customer), main)
        self.quotes.show_quotes(self.customer)
        for part in (self.owed, self.own, self.preferences, self.notes, self.relations):
            part.show_customer(found.record)
        if self.side.currentWidget() is self.form:
            self.details.show_customer(found.record)
        self.story.show_customer(self.customer)
        self.titled.emit()
        self.noted.emit()

    def _find_place(self) -> None:
        if self._among and (found := place(self._among, self.customer)).position:
            self._show_place(self._among, found)
            return
        ws = self.s.ws
        self.place = Place(0, 0, None, None)
        self.steps.show_place(self.place)
        self.s.jobs.run(lambda _progress, _cancelled: customers.list_ids(ws), done=self._show_place)

    def _show_place(self, numbers: array[int], found: Place | None = None) -> None:
        self._among = numbers
        self.place = found or place(numbers, self.customer)
        self.steps.show_place(self.place)
        self.titled.emit()

    # What one does

    def show_facts(self) -> None:
        """Show the right column as it is at first; in a narrow window its tab."""
        if self.side.currentWidget() is self.form:
            self.stop_editing()
        self._show_tab("facts")

    def start_log(self, kind: str, contact: int = 0) -> None:
        """Put the cursor into the quick-log line."""
        self._show_tab("story")
        self.log.focus(kind, contact)

    def _edit_field(self, name: str) -> None:
        self.edit()
        self.details.start(name)

    def edit(self) -> None:
        """Open the form of all fields."""
        if self._card is None:
            return
        self.details.show_customer(self._card.record)
        self.side.setCurrentWidget(self.form)
        self._show_tab("facts")
        self.details.start()

    def stop_editing(self) -> None:
        """Save what is being edited and close the form."""
        self.details.commit()
        self.side.setCurrentWidget(self.overview)
        self._rest()

    def _rest(self) -> None:
        """Give the focus to what takes single letters."""
        (self.timeline if self.story.filled and not self.story.isHidden() else self).setFocus()

    def _show_tab(self, code: str) -> None:
        if self._narrow:
            self.tabs.choose(code)
            self.story.setVisible(code == "story")
            self.side.setVisible(code == "facts")

    def step(self, number: int | None) -> None:
        """Go to another customer of the list, if there is one."""
        if number is not None:
            self.s.router.open("customer", number)

    def _set(self, name: str, value: Any) -> None:
        ws, number = self.s.ws, self.customer
        command = commands.set_level if name == "level" else commands.set_status
        self.s.actions.run(lambda: command(ws, [number], value))

    def remind(self) -> None:
        text = ask_reminder(self, self.s)
        if text:
            ws, about = self.s.ws, ("customer", self.customer)
            self.s.actions.run(lambda: followups.add_reminder(ws, text, about=about))

    def quote(self) -> None:
        """Make a quote for the customer."""
        new_quote(self.s, self.customer)

    def open_entry(self, kind: str, number: int) -> None:
        """Open what an entry stands for."""
        if kind in ("activity", "reminder"):
            self.edit_entry(kind, number)
        elif self.s.router.can_open(kind):
            self.s.router.open(kind, number)

    def edit_entry(self, kind: str, number: int) -> None:
        """Change what was said, or was to be done."""
        if kind == "activity":
            edit_activity(self, self.s, number)
        elif kind == "reminder":
            edit_reminder(self, self.s.ws, self.s.actions, number)
