"""Erasing a person: what goes, what stays, where copies lie, the reason, and the button that asks once more."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from app.erasure import commands, queries
from app.erasure.commands import Erased
from app.erasure.queries import Backup, Extent, counted
from app.records.queries import Hit
from app.shared.errors import Cancelled
from app.shared.i18n import N_, _, ngettext, translate
from ui.runtime.application import theme
from ui.runtime.translator import tr
from ui.shell.page import Services
from ui.widgets.basics import ProgressStrip, column, label, line, row
from ui.widgets.buttons import button
from ui.widgets.layouts import empty
from ui.widgets.line_edit import LineEdit

# Later the file is being made anew, which cannot be stopped half-way.
_POINT_OF_NO_RETURN = 0.9


class EraseBox(QWidget):
    """The section; ``erased`` is sent when it is done, and then it tells what is left elsewhere."""

    erased = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.s = services
        self.extent: Extent | None = None
        self.done: Erased | None = None
        self.busy = False
        self._backups: list[Backup] = []
        self.warning = label(
            N_("This cannot be undone: the data goes out of the history as well, so that no undo brings it back."),
            wrap=True,
        )
        self.warned = QFrame()
        self.warned.setLayout(column(self.warning, margins=(14, 10, 14, 10)))
        self.goes = _Fact(N_("What goes"))
        self.documents = QCheckBox()
        self.documents.toggled.connect(lambda _on: self._show())
        self.renew = QCheckBox()
        self.stays = _Fact(N_("What stays"), self.documents)
        self.copies = _Fact(N_("Backups"), self.renew)
        self.everywhere = QCheckBox()
        tr(self.everywhere, self.everywhere.setText, N_("Take the names and numbers out of these notes as well"))
        self.others = _Fact(N_("Elsewhere"), self.everywhere)
        self.reason = LineEdit(N_("Reason"), N_("Such as: letter of 3 July, customer number 12"))
        self.reason.setMaxLength(200)
        self.reason.textChanged.connect(lambda _text: self._ready())
        self.go = button(N_("Erase for good…"), "trash-2", "danger", on=self.erase)
        self.hint = label("", "muted", "small", raw=True, wrap=True)
        self.progress = ProgressStrip()
        asked = column(
            label(N_("Who asked for it, and when; without the person's name, as this is kept"), "muted", "small"),
            3,
            self.reason,
            margins=(0, 10, 0, 0),
        )
        self.form = QWidget()
        self.form.setLayout(
            column(
                self.warned, 8, self.goes, self.stays, self.others, self.copies, asked, 12,
                row(self.go, self.hint, gap=12), self.progress,
            )
        )  # fmt: skip
        self.result = QVBoxLayout()
        self.result.setSpacing(0)
        self.heading = label(N_("Erase for good"), font="title")
        self.setLayout(column(self.heading, 6, self.form, self.result, margins=(0, 20, 0, 0)))
        tr(self.documents, self.documents.setText, N_("Erase these as well"))
        theme().changed.connect(self._paint)
        self._paint()

    def start(self) -> None:
        """Forget what was done with another person."""
        self.done = None
        self.reason.put("")
        self.documents.setChecked(False)
        self.everywhere.setChecked(False)
        self.renew.setChecked(True)

    def show_extent(self, extent: Extent | None) -> None:
        """Show what erasing would take, or what was done."""
        self.extent = extent
        self.form.setVisible(extent is not None)
        self._backups = queries.backups_with(self.s.ws, extent.kind, extent.id) if extent else []
        found = queries.elsewhere(self.s.ws, extent) if extent else []
        said = ngettext(
            "{count} record of others names the person: {names}",
            "{count} records of others name the person: {names}",
            len(found),
        )
        names = _numbers([hit.title if len(hit.title) < 25 else hit.title[:24] + "…" for hit in found])
        self.others.say(said.format(count=len(found), names=names) if found else "")
        self._show()
        self._show_result()

    def _show(self) -> None:
        what = self.extent
        if what is None:
            return
        ws = self.s.ws
        taken = queries.extent(ws, what.kind, what.id, documents=self.documents.isChecked())
        self.goes.say(counted(ws, taken.counts(ws)))
        self.documents.setVisible(bool(what.documents) or what.kind == "contact")
        if what.kind == "contact":
            self.stays.say(
                _("The quotes of the company; the name goes from them, but the versions that were sent keep it.")
            )
            tr(self.documents, self.documents.setText, N_("Erase the sent versions that name the contact as well"))
        else:
            count = len(what.documents)
            self.stays.say(
                ngettext(
                    "{count} quote that was sent stays as it was sent, because laws ask to keep business letters:"
                    " {numbers}",
                    "{count} quotes that were sent stay as they were sent, because laws ask to keep business letters:"
                    " {numbers}",
                    count,
                ).format(count=count, numbers=_numbers(list(what.documents.values())))
                if count
                else ""
            )
            tr(self.documents, self.documents.setText, N_("Erase these as well"))
        backups = self._backups
        self.copies.say(
            ngettext("{count} backup holds the data.", "{count} backups hold the data.", len(backups)).format(
                count=len(backups)
            )
            if backups
            else _("No backup of this book holds the data.")
        )
        self.renew.setVisible(bool(backups))
        self.renew.setText(_("Make a new backup afterwards and delete those with the data"))
        self._ready()

    def _ready(self) -> None:
        ready = bool(self.reason.text().strip()) and not self.busy
        self.go.setEnabled(ready)
        self.hint.setText("" if ready or self.busy else _("Write the reason first."))

    def erase(self) -> None:
        """Ask, and erase in a job."""
        what = self.extent
        if what is None:
            return
        ws, reason = self.s.ws, self.reason.text()
        everywhere = self.everywhere.isChecked()
        documents, renew = self.documents.isChecked(), self.renew.isChecked() and self.renew.isVisibleTo(self)
        said = self.goes.text()
        text = _("{what}. No undo and no restore point of this book brings it back.") if renew else _(
            "{what}. No undo brings it back; older backups still hold it."
        )  # fmt: skip
        title = _("Erase “{name}” for good?").format(name=what.title)
        if not self.s.messages.ask(title, text.format(what=said), _("Erase for good"), danger=True):
            return

        def work(progress: Any, cancelled: Any) -> Erased:
            def watch(share: float) -> None:
                if cancelled() and share < _POINT_OF_NO_RETURN:
                    raise Cancelled("")
                progress(share, translate(N_("Erasing")))

            done = commands.erase(
                ws, what.kind, what.id, reason, documents=documents, elsewhere=everywhere, watch=watch
            )
            return commands.renew_backups(ws, done) if renew and done.backups else done

        self.busy = True
        self._ready()
        job = self.s.jobs.run(work, done=self._finished, failed=self._failed)
        job.finished.connect(self._over)
        self.progress.follow(job)

    def _finished(self, done: Erased) -> None:
        self.busy = False
        self.done = done
        self.erased.emit()

    def _failed(self, error: Any) -> None:
        self.s.messages.error(error)

    def _over(self) -> None:
        self.busy = False
        self._ready()

    def _show_result(self) -> None:
        empty(self.result)
        done = self.done
        self.heading.setVisible(self.extent is not None)
        if done is None:
            return
        ws = self.s.ws
        self.result.addWidget(label(_("Erased for good"), "success", "header", raw=True))
        said = [counted(ws, done.erasure.counts)]
        cleared = done.erasure.operations
        if cleared:
            said.append(
                ngettext(
                    "{count} operation of the history was cleared of it.",
                    "{count} operations of the history were cleared of it.",
                    cleared,
                ).format(count=cleared)
            )
        if done.backups:
            names = ", ".join(one.path.name for one in done.backups[:3])
            said.append(
                ngettext(
                    "{count} older backup still holds it: {names}", "{count} older backups still hold it: {names}", len(done.backups)
                ).format(count=len(done.backups), names=names + (" …" if len(done.backups) > 3 else ""))
            )  # fmt: skip
        if not done.scrubbed:
            said.append(_("Another task was reading the book; its file is cleared the next time the book is opened."))
        said.append(_("Copies elsewhere, exports and sent e-mails are not touched."))
        for text in filter(None, said):
            self.result.addWidget(label(text, "", raw=True, wrap=True))
        if done.mentions:
            self.result.addSpacing(10)
            self.result.addWidget(
                label(N_("Records of others that still name the person; look at them:"), font="bodyStrong")
            )
            for hit in done.mentions[:20]:
                self.result.addWidget(self._mention(hit))

    def _mention(self, hit: Hit) -> QWidget:
        ws, router = self.s.ws, self.s.router
        target = (hit.kind, hit.id) if router.can_open(hit.kind) else ("customer", hit.parent)
        go = button("", role="link", small=True, name=N_("Open"))
        go.setProperty("only", False)
        go.setText(hit.title if len(hit.title) < 50 else hit.title[:49] + "…")
        go.setAccessibleName(hit.title)
        go.clicked.connect(lambda: router.open(*target))
        kind = label(_(ws.dictionary.type(hit.kind).label), "muted", "small", raw=True)
        kind.setMinimumWidth(theme().px(60))
        made = QWidget()
        made.setLayout(row(kind, go, None, gap=8))
        return made

    def _paint(self) -> None:
        ground = theme().c("dangerSoft").name()
        self.warned.setStyleSheet(f"QFrame {{ background:{ground}; border:0; border-radius:7px; }}")
        self.warning.setStyleSheet(f"color:{theme().c('danger').name()};")


class _Fact(QWidget):
    """A muted word at the left and what it is at the right; hidden while there is nothing to say."""

    def __init__(self, word: str, below: QCheckBox | None = None) -> None:
        super().__init__()
        self._said = label("", raw=True, wrap=True)
        name = label(word, "muted")
        name.setFixedWidth(theme().px(88))
        name.setAlignment(Qt.AlignmentFlag.AlignTop)
        inner = row(name, column(self._said, below, gap=7) if below else self._said, gap=8, margins=(0, 7, 0, 7))
        inner.setStretch(1, 1)
        self.setLayout(column(inner, line()))

    def say(self, text: str) -> None:
        """Show a text."""
        self._said.setText(text)
        self.setVisible(bool(text))
        self._fit()

    def text(self) -> str:
        """What it says."""
        return self._said.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # In a row within a scrolled page Qt does not ask for the height that wrapped lines need.
        self._said.setMinimumHeight(max(0, self._said.heightForWidth(self._said.width())))


def _numbers(found: list[str]) -> str:
    return ", ".join(found[:6]) + (" …" if len(found) > 6 else "")
