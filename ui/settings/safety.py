"""Backups: one verdict on top, what there is, and going back to one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.erasure.again import coming_back, erase_again, told
from app.erasure.queries import erasures
from app.records.workspace import Workspace
from app.safety import commands, queries
from app.safety.queries import Backup, Verdict
from app.shared.date_words import within
from app.shared.dates import show_wall
from app.shared.errors import KebuError, join_sentences
from app.shared.i18n import N_, _, language, ngettext, translate
from ui.runtime.application import theme
from ui.runtime.given import given
from ui.runtime.icons import icon
from ui.settings.section import Section, SettingRow, heading
from ui.shell.exporting import export_anything
from ui.shell.page import Action, Services
from ui.widgets.basics import ProgressStrip, column, label, line, row
from ui.widgets.buttons import button
from ui.widgets.layouts import empty

SHOWN, MOST = 30, 8
_LOOK = {
    Verdict.FRESH: ("successSoft", "success", "shield-check"),
    Verdict.NONE: ("warningSoft", "warning", "shield-alert"),
    Verdict.OLD: ("warningSoft", "warning", "shield-alert"),
    Verdict.FAILED: ("dangerSoft", "danger", "shield-alert"),
}
_REASONS = {"restore": N_("before going back"), "upgrade": N_("before a new version"), "import": N_("before an import")}


class SafetySection(Section):
    """How the backups stand, with the one button that mends it; the book's place; the backups to go back to."""

    title = N_("Backup and security")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.verdict, self.detail, self.sign = (
            label("", font="title", raw=True),
            label("", "", "small", raw=True, wrap=True),
            QLabel(),
        )
        self.now = button(N_("Back up now"), "download", key="Ctrl+B", on=self.back_up)
        self.box = QFrame()
        texts = column(self.verdict, self.detail, gap=2)
        inner = row(self.sign, texts, self.now, gap=14, margins=(18, 14, 18, 14))
        inner.setStretch(1, 1)
        self.box.setLayout(inner)
        self.progress = ProgressStrip()
        self.folder = SettingRow(
            "hard-drive", N_("Backups on this computer"), button(N_("Open folder"), small=True, on=self._open_folder)
        )
        self.rules = SettingRow("clock", N_("What is kept"))
        self.book = SettingRow(
            "book-user",
            N_("The book"),
            button(N_("Open folder"), small=True, on=self._open_book_folder),
            button(N_("Move…"), small=True, on=self.move_book),
        )
        self.reading = SettingRow(
            "file-check", N_("Read the book through"), button(N_("Check now"), small=True, on=self.check)
        )
        self.erased = SettingRow(
            "eye-off",
            N_("Erased persons"),
            button(N_("Show"), small=True, on=lambda: self.s.router.open("erasure")),
        )
        self.export = SettingRow(
            "download",
            N_("The book as one workbook, for Excel and other programs"),
            button(N_("Export…"), small=True, on=lambda: export_anything(self.s)),
        )
        self.column.addWidget(self.box)
        self.column.addWidget(self.progress)
        self.column.addWidget(heading(N_("Backup")))
        for one in (self.folder, self.rules, self.book, self.export, self.reading, self.erased):
            self.column.addWidget(one)
        self.column.addWidget(heading(N_("Restore points")))
        self.column.addWidget(
            label(N_("Going back first saves the present, so that you can return to it."), "muted", "small", wrap=True)
        )
        other = button(N_("From a file…"), "folder-open", small=True, on=self._from_file)
        holder = QWidget()
        holder.setLayout(row(other, None, margins=(0, 8, 0, 4)))
        self.points = QVBoxLayout()
        self.points.setContentsMargins(0, 0, 0, 0)
        self.points.setSpacing(0)
        self.column.addLayout(self.points)
        self.column.addWidget(holder)
        theme().changed.connect(self._paint)

    def actions_list(self) -> Sequence[Action]:
        return [Action(N_("Back up now"), self.back_up, "Ctrl+B")]

    def show_all(self) -> None:
        self.state = queries.backups(self.s.ws)
        when = within(self._when(self.state.last)) if self.state.last else ""
        self.verdict.setText(
            {
                Verdict.FRESH: _("Your data is safe, backed up {when}"),
                Verdict.NONE: _("There is no backup yet"),
                Verdict.OLD: _("The last backup is old: {when}"),
                Verdict.FAILED: _("The last backup failed"),
            }[self.state.verdict].format(when=when)
        )
        self.detail.setText(
            self.state.reason
            or (
                _("Something changed since; closing the program backs up by itself.")
                if self.state.changed
                else _("Opened and read through after it was written.")
            )
        )
        self.folder.say(
            ngettext("{folder} · {count} backup", "{folder} · {count} backups", len(self.state.files)).format(
                folder=self.state.folder, count=len(self.state.files)
            )
        )
        self.rules.say(
            _("The last ten, then one a day for 30 days, then one a week for a year; made when the program closes.")
        )
        self.book.say(str(self.s.ws.path))
        self.reading.say(_("Looks for damage in the file, the links, the history and the search."))
        found = erasures(self.s.ws)
        self.erased.say(
            ngettext("{count} erasure, the last {when}", "{count} erasures, the last {when}", len(found)).format(
                count=len(found), when=within(self._when(found[0].at))
            )
            if found
            else _("Nobody was erased so far.")
        )
        self._show_points()
        self._paint()

    def retranslate(self) -> None:
        if hasattr(self, "state"):
            self.show_all()

    def back_up(self) -> None:
        """Make a backup now, in a job."""

        def work(progress: Any, cancelled: Any) -> Backup:
            def share(part: float) -> bool:
                progress(part, translate(N_("Backing up")))
                return not cancelled()

            return commands.backup_now(self.s.ws, progress=share)

        def done(_made: Backup) -> None:
            self.s.messages.toast(_("Backed up"))
            self.show_all()

        def failed(error: Any) -> None:
            self.s.messages.error(error)
            self.show_all()

        self.progress.follow(self.s.jobs.run(work, done=done, failed=failed))

    def check(self) -> None:
        """Read the book through, in a job."""

        def done(problems: list[queries.Problem]) -> None:
            if not problems:
                self.s.messages.toast(_("The book is whole."))
                return
            said = "\n".join(f"{one.sentence} {one.advice}" for one in problems[:8])
            self.s.messages.warn(_("Something is wrong with the book"), said)

        self.progress.follow(
            self.s.jobs.run(
                lambda progress, cancelled: queries.check(self.s.ws), done=done, failed=self.s.messages.error
            )
        )

    def restore(self, backup: Any) -> None:
        """Go back to a backup after asking; the present is saved first."""
        text = (
            _("The book becomes as it was {when}. What is there now is backed up first.").format(
                when=within(self._when(backup.at))
            )
            if isinstance(backup, Backup)
            else _("The book becomes as it is in “{name}”. What is there now is backed up first.").format(
                name=backup.name
            )
        )
        path = backup.path if isinstance(backup, Backup) else backup
        back = coming_back(self.s.ws, path)
        if back:
            said = ngettext(
                "{count} person was erased since then and would be back:",
                "{count} persons were erased since then and would be back:",
                len(back),
            )
            text = join_sentences((text, said.format(count=len(back)))) + "\n" + "\n".join(told(self.s.ws, back)[:MOST])
        messages = self.s.messages
        if not messages.ask(_("Go back to this backup?"), text, _("Go back")):
            return
        wanted = bool(back) and messages.ask(
            _("Erase them again?"),
            _("Whoever was erased is erased again as soon as the backup is in place, as widely as before."),
            _("Erase again"),
            _("Leave them in"),
        )

        def change() -> Workspace:
            ws = commands.restore(self.s.ws, path, given(self.s.books).open)
            try:
                if wanted:
                    erase_again(ws, back)
            except KebuError as error:
                messages.error(error)
            return ws

        if self.s.switch(change):
            messages.toast(_("The backup is in place; the book before it is kept as a backup too."))

    def move_book(self) -> None:
        """Move the book with its backups to another folder."""
        target = self.s.messages.save_file(_("Move the book"), str(self.s.ws.path), _("Kebu books (*.kebu)"))
        if target is not None and target != self.s.ws.path:
            self.s.switch(lambda: commands.move(self.s.ws, target, given(self.s.books).open))

    def _from_file(self) -> None:
        path = self.s.messages.open_file(_("Restore from a backup"), _("Kebu books (*.kebu)"), self.state.folder)
        if path is not None:
            self.restore(path)

    def _show_points(self) -> None:
        empty(self.points)
        for backup in self.state.files[:SHOWN]:
            self.points.addWidget(self._point(backup))
        if len(self.state.files) > SHOWN:
            self.points.addWidget(
                label(
                    _("{count} older ones lie in the folder").format(count=len(self.state.files) - SHOWN),
                    "muted",
                    "small",
                    raw=True,
                )
            )

    def _point(self, backup: Backup) -> QWidget:
        made = QWidget()
        why = translate(_REASONS[backup.reason]) if backup.reason in _REASONS else ""
        size = _("{size} MB").format(size=f"{backup.size / 1_000_000:.1f}")
        go = button(N_("Go back to this"), small=True, on=lambda: self.restore(backup))
        go.setAccessibleDescription(self._when(backup.at))
        inner = row(
            label(self._when(backup.at), raw=True),
            label(why, "muted", "small", raw=True),
            None,
            label(size, "muted", "small", raw=True),
            go,
            gap=10,
        )
        made.setLayout(column(inner, line(), gap=6, margins=(0, 6, 0, 0)))
        return made

    def _when(self, moment: datetime) -> str:
        return show_wall(moment.astimezone().replace(tzinfo=None), self.s.ws.clock.today(), language())

    def _paint(self) -> None:
        if not hasattr(self, "state"):
            return
        ground, tone, name = _LOOK[self.state.verdict]
        self.box.setStyleSheet(f"QFrame {{ background:{theme().c(ground).name()}; border:0; border-radius:7px; }}")
        self.verdict.setStyleSheet(f"color:{theme().c(tone).name()};")
        self.sign.setPixmap(icon(name, tone).pixmap(26, 26))

    def _open_folder(self) -> None:
        self.state.folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.state.folder)))

    def _open_book_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.s.ws.path.parent)))
