"""A quote: typed on the left, seen as its printed page on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from app.records import commands as records
from app.records.workspace import ChangeSet
from app.sales import commands, queries, settings, statuses
from app.sales.view import QuoteView
from app.shared.errors import KebuError, NotFound
from app.shared.i18n import N_, _
from app.shared.settings import Setting
from ui.runtime.given import given
from ui.sales.desk import Desk
from ui.sales.header_form import HeaderForm
from ui.sales.line_grid import LineGrid
from ui.sales.line_model import FIRST
from ui.sales.pdf import make_pdf, preload
from ui.sales.preview_pane import PreviewPane
from ui.sales.reopened import tell_reopened
from ui.sales.status_bar import StatusBar
from ui.sales.terms_box import TermsBox
from ui.sales.totals_pane import TotalsPane
from ui.shell.output import Output
from ui.shell.page import Action, Page, Services
from ui.widgets.basics import column, line, row

UNFOLDED = Setting("quote.more", False)


class QuotePage(Page):
    """The editor of one quote. Every field saves as it is left, as one operation that Ctrl+Z takes back."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.view: QuoteView | None = None
        self._header_draft: dict[str, Any] = {}
        self._revision: queries.Revision | None = None
        self._saved, self._total, self._own = "", Decimal(0), 0
        ws = services.ws
        self.steps = StatusBar()
        self.head = HeaderForm(ws, self._save_header)
        self.grid = LineGrid(ws, self._quote)
        self.terms = TermsBox(ws)
        self.totals = TotalsPane(ws, self._save_header)
        self.preview = PreviewPane(services.jobs)
        self.output = Output(self, services)
        self.foot = QFrame()
        self.foot.setLayout(row(self.terms, self.totals, gap=24, margins=(20, 10, 20, 10)))
        self.foot.setSizePolicy(self.foot.sizePolicy().Policy.Preferred, self.foot.sizePolicy().Policy.Fixed)
        self.steps.right.insertWidget(0, self.head.more)
        editor = QWidget()
        editor.setLayout(column(self.steps, line(), self.head, line(), self.grid, line(), self.foot, stretch=4))
        self.desk = Desk(editor, self.preview)
        self.setLayout(column(self.desk))
        self._wire()
        services.jobs.run(lambda _progress, _cancelled: preload(), name="fonts")

    def title(self) -> str:
        return self.view.number if self.view else ""

    def note(self) -> str:
        return statuses.revision_label(self.view.printed_revision) if self.view and self.view.revision else ""

    def path(self) -> list[tuple[str, str]]:
        return [(_("Quotes"), "quotes")]

    def actions_list(self) -> Sequence[Action]:
        shown = [
            Action(N_("Next cell"), lambda: None, "Tab"),
            Action(N_("Next row"), lambda: None, "Enter"),
            Action(N_("Copy the row above"), lambda: self._in_grid(self.grid.copy_above), "Ctrl+D"),
            Action(N_("Move the row"), lambda: None, "Alt+↑↓"),
            Action(N_("Remove the row"), lambda: self._in_grid(self.grid.remove_rows), "Ctrl+Del"),
            Action(N_("Print"), self.print, "Ctrl+P", "printer", bar=True),
            Action(N_("Save PDF"), self.save_pdf, "Ctrl+Shift+S", "download", bar=True),
            Action(N_("Duplicate"), self.duplicate, icon="copy", bar=True, hint=False),
        ]
        if self.view is not None and self.view.status == "draft":
            shown.append(Action(N_("Mark as sent"), self.send, "Ctrl+Enter"))
        if self.view is not None and not self.view.revision:
            shown.append(Action(N_("Delete"), self.delete, icon="trash-2", bar=True, hint=False))
        return shown

    def status(self) -> Sequence[str]:
        return (_("Saved {time}").format(time=self._saved),) if self._saved else ()

    def open(self, number: int = 0, **what: Any) -> None:
        """Show a quote; with ``customer`` and no number, a new one for that customer."""
        if not number:
            saved = self.s.actions.run(lambda: commands.new_quote(self.s.ws, what.get("customer")), quiet=True)
            if saved is not None:
                QTimer.singleShot(0, lambda: self.s.router.open("quote", saved.id))
            return
        if self.view is None or self.view.id != number:
            self._commit()
            self._header_draft, self._revision, self._saved = {}, None, ""
            self.preview.show_banner("")
            self.grid.lines.adopt((), self.s.ws.currency, open_=False)
        if self.reload(number):
            (self.grid if self.view and self.view.customer else self.head.customer).setFocus()
            self.grid.go(self.grid.lines.rowCount() - 1, FIRST)

    def reload(self, number: int = 0) -> bool:
        """Read the quote from the book again; False when it is gone."""
        number = number or (self.view.id if self.view else 0)
        try:
            self.view = queries.quote(self.s.ws, number)
        except NotFound:
            self.view = None
            if self.s.router.page is self:
                self.s.router.open("quotes")
            return False
        self._show()
        return True

    def apply(self, changes: ChangeSet) -> None:
        if self.view is None or changes.operation == self._own:
            return
        if changes.touches("quote", "quote_line", "quote_revision", "customer", "contact", "company", "setting"):
            before = self.view
            if self.reload() and before == self.view and changes.touches("company", "customer", "contact"):
                self._draw()

    def retranslate(self) -> None:
        if self.view is not None:
            self._show()

    def narrow(self, on: bool) -> None:
        self.steps.preview.setVisible(on)
        self.desk.narrow(on)

    def leave(self) -> None:
        self._commit()

    def close_over(self) -> bool:
        if not self.desk.covered:
            return False
        self.desk.toggle()
        return True

    def escape(self) -> bool:
        if self._revision is not None:
            self.show_revision(None)
            return True
        return False

    def send(self) -> None:
        """Mark the quote as sent and keep the document."""
        if self._commit() and self.view is not None and self.view.status == "draft":
            self._run(commands.mark_sent, _("{number} sent"))

    def print(self) -> None:
        """Print what the preview shows."""
        if self._commit():
            self.output.print(self._name(), partial(make_pdf, self._gather()))

    def save_pdf(self) -> None:
        """Save what the preview shows as a PDF file."""
        if self._commit():
            self.output.save(self._name(), partial(make_pdf, self._gather()))

    def duplicate(self) -> None:
        """Make a new draft with the same lines and open it."""
        if self._commit() and self.view is not None:
            view = self.view
            saved = self.s.actions.run(
                lambda: commands.duplicate(self.s.ws, view.id), _("{number} duplicated").format(number=view.number)
            )
            if saved is not None:
                self.s.router.open("quote", saved.id)

    def delete(self) -> None:
        """Delete the draft."""
        if self.view is None:
            return
        number, name = self.view.id, self.view.number
        self.grid.finish()
        done = self.s.actions.run(
            lambda: commands.delete_quotes(self.s.ws, [number]), _("{number} deleted").format(number=name)
        )
        if done:
            self.view = None
            self.s.router.open("quotes")

    def show_revision(self, revision: queries.Revision | None) -> None:
        """Show a version as it was sent, or the present state."""
        self._revision = revision
        said = ""
        if revision is not None:
            day = revision.sent_at.astimezone().strftime("%Y-%m-%d %H:%M")
            said = _("{label} as sent on {day}").format(label=revision.label, day=day)
            if self.desk.bare:
                self.desk.toggle()
        self.preview.show_banner(said)
        self._draw()

    def _wire(self) -> None:
        self.grid.lines.edited.connect(self._save_lines)
        self.grid.lines.drafted.connect(self._drafted)
        self.grid.refused.connect(self.s.messages.toast)
        self.grid.wanted.connect(self._new_product)
        self.grid.head.remember(self.s.settings)
        self.head.new_customer.connect(self._new_customer)
        self.head.folded.connect(lambda folded: self.s.settings.set(UNFOLDED, not folded))
        self.head.unfold(self.s.settings.get(UNFOLDED))
        self.totals.tax_chosen.connect(self._set_tax)
        self.totals.drafted.connect(self._draft_header)
        self.terms.drafted.connect(self._draft_header)
        self.terms.saved.connect(lambda name, text: self._try(partial(self._save_header, {name: text})))
        self.terms.kept.connect(
            lambda text: self.s.actions.run(
                lambda: self.s.ws.set_setting(settings.TERMS, text), _("Standard terms kept")
            )
        )
        self.preview.words_changed.connect(self.terms.show_words)
        self.preview.language_chosen.connect(lambda code: self._try(partial(self._save_header, {"language": code})))
        self.preview.left_revision.connect(lambda: self.show_revision(None))
        self.desk.toggled.connect(self._preview_shown)
        self.steps.stepped.connect(self._step)
        self.steps.previewed.connect(self.desk.toggle)
        self.steps.revision_wanted.connect(self.show_revision)
        # Ctrl+Enter of the hint bar is the key of the number pad; this is the one of the letters.
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.send)

    def _show(self) -> None:
        view = given(self.view)
        open_ = view.status not in statuses.CLOSED
        self.steps.show_view(view, queries.revisions(self.s.ws, view.id))
        self.head.show_view(view, open_=open_)
        self.grid.lines.adopt(view.lines, view.currency, open_=open_)
        self.terms.show_view(view, open_=open_)
        self.preview.show_language("en" if view.language.startswith("en") else "zh")
        mixed = len({(one.tax_rate, one.tax_exempt) for one in view.lines}) > 1
        if mixed:
            self.grid.head.show_column("tax_rate", True)
        self._drafted()
        self.titled.emit()

    def _drafted(self) -> None:
        if self.view is not None:
            open_ = self.view.status not in statuses.CLOSED
            self._total = self.totals.show_view(self._typed(), self.view, open_=open_).total
            self._draw()

    def _draft_header(self, values: dict[str, Any]) -> None:
        self._header_draft |= values
        self._drafted()

    def _typed(self) -> QuoteView:
        """The quote with what is being typed."""
        view = given(self.view).with_lines(self.grid.lines.typed_lines)
        return replace(view, **self._header_draft) if self._header_draft else view

    def _draw(self) -> None:
        if self.view is not None:
            self.preview.ask(self._gather(), (self._total, self.view.currency))

    def _gather(self) -> Any:
        ws, revision = self.s.ws, self._revision
        if revision is not None:
            return partial(queries.revision_document, ws, revision.id)
        return partial(queries.preview, ws, self._typed())

    def _name(self) -> str:
        view = given(self.view)
        label = self._revision.label if self._revision else statuses.revision_label(view.printed_revision)
        return view.number if label == "R1" else f"{view.number}-{label}"

    def _quote(self) -> tuple[int, int | None, str]:
        view = self.view
        return (view.id, view.customer, view.customer_name) if view else (0, None, "")

    def _save_lines(self) -> None:
        if self.view is not None:
            self._try(lambda: commands.set_lines(self.s.ws, self.view.id, self.grid.lines.lines))

    def _save_header(self, values: dict[str, Any]) -> None:
        """Write header values. Raises KebuError, which the field shows."""
        self._header_draft = {name: value for name, value in self._header_draft.items() if name not in values}
        if self.view is None:
            return
        try:
            changes = commands.update_quote(self.s.ws, self.view.id, values)
        finally:
            QTimer.singleShot(0, self._drafted)
        self._told(changes)

    def _try(self, command: Any) -> None:
        try:
            changes = command()
        except KebuError as error:
            self.s.messages.toast(str(error))
            self.reload()
            return
        self._told(changes)

    def _told(self, changes: ChangeSet | None) -> None:
        if changes:
            self._own = changes.operation
            self._saved = f"{self.s.ws.clock.now_wall():%H:%M}"
            before = self.view
            self.reload()
            if before is not None:
                tell_reopened(self.s, before, self.view, changes.operation)
            self.noted.emit()

    def _run(self, command: Any, said: str) -> None:
        view = given(self.view)
        if self.s.actions.run(lambda: command(self.s.ws, view.id), said.format(number=view.number)):
            self.reload()

    def _step(self, step: str) -> None:
        if not self._commit():
            return
        match step:
            case "sent":
                self.send()
            case "won":
                self._run(commands.mark_won, _("{number} won"))
            case "lost":
                self._run(commands.mark_lost, _("{number} lost"))
            case "reopen":
                self._run(commands.reopen, _("{number} reopened"))

    def _set_tax(self, tax: Any) -> None:
        number = given(self.view).id
        self._try(lambda: commands.set_tax(self.s.ws, number, tax))

    def _new_customer(self, name: str) -> None:
        saved = self.s.actions.run(lambda: records.create(self.s.ws, "customer", {"name": name}))
        if saved is not None:
            self._try(partial(self._save_header, {"customer": saved.id}))

    def _new_product(self, text: str) -> None:
        from app.products.queries import choice
        from ui.sales.new_product import ask_product

        editor = self.grid.editor
        if editor is not None:
            editor.setModified(False)
        if made := ask_product(self.s.ws, text, self):
            self.grid.take_product(choice(self.s.ws, made))
        elif editor is not None and self.grid.editor is editor:
            editor.setModified(True)

    def _in_grid(self, command: Any) -> None:
        if self.grid.hasFocus():
            command()

    def _commit(self) -> bool:
        """Save whatever is being typed; False when a cell cannot be read."""
        if not self.grid.finish():
            return False
        for field in (self.head, self.terms, self.totals.discount, self.totals.freight):
            field.commit()
        return self.view is not None

    def _preview_shown(self, on: bool) -> None:
        self.steps.preview.setChecked(on)
        (self.preview.pages if on else self.grid).setFocus()
