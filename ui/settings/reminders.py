"""How one is told of reminders, and whether the program stays at hand for it."""

from __future__ import annotations

from datetime import time
from pathlib import Path
from typing import Any

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QSystemTrayIcon

from app.followups.settings import CALLS_DAYS, CALLS_NUMBER, CALLS_ON, MORNING
from app.records.workspace import ChangeSet
from app.shared import autostart
from app.shared.i18n import N_, _
from app.shared.settings import Setting
from ui.runtime.settings import CALENDAR_FOLDER, NOTIFY, STAY_IN_TRAY
from ui.settings.section import Section, SettingRow, heading
from ui.shell.page import Services
from ui.widgets.basics import Switch, label
from ui.widgets.buttons import button
from ui.widgets.line_edit import LineEdit


class RemindersSection(Section):
    """Switches of this machine, and the morning of the book."""

    title = N_("Reminders")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.error = label("", "danger", "small", raw=True, wrap=True)
        self.notify = Switch(N_("Tell of reminders when they are due"))
        self.notify.clicked.connect(lambda on: self.s.settings.set(NOTIFY, on))
        self.stay = Switch(N_("Stay in the tray when the window is closed"))
        self.stay.clicked.connect(lambda on: self.s.settings.set(STAY_IN_TRAY, on))
        self.start = Switch(N_("Start with the computer"))
        self.start.clicked.connect(self._take_start)
        self.morning = LineEdit(N_("Whole days are told of at"))
        self.morning.setFixedWidth(90)
        self.morning.left.connect(self._take_morning)
        self.calls = Switch(N_("Calls of the week"))
        self.calls.clicked.connect(lambda on: self._keep(CALLS_ON, on))
        self.number, self.days = (
            self._figure(N_("Customers a week"), CALLS_NUMBER),
            self._figure(N_("Days"), CALLS_DAYS),
        )
        self.folder = button(N_("Folder…"), "folder-open", small=True, on=self._choose_folder)
        self.no_folder = button(N_("Keep none"), "", "plain", small=True, on=lambda: self._keep_folder(""))
        self.rows = {
            "notify": SettingRow("bell", N_("Tell of reminders when they are due"), self.notify),
            "morning": SettingRow("sun", N_("Whole days are told of at"), self.morning),
            "calls": SettingRow("phone", N_("Calls of the week"), self.calls),
            "number": SettingRow("hash", N_("Customers a week"), self.number),
            "days": SettingRow("calendar", N_("Not traded for so many days"), self.days),
            "rules": SettingRow(
                "list",
                N_("Rules for reminders"),
                button(N_("Rules…"), small=True, on=lambda: self.s.router.open("rules")),
            ),
            "folder": SettingRow("calendar", N_("Calendar file"), self.no_folder, self.folder),
            "stay": SettingRow("monitor", N_("Stay in the tray when the window is closed"), self.stay),
            "start": SettingRow("play", N_("Start with the computer"), self.start),
        }
        self.column.addWidget(heading(N_("Telling")))
        self.column.addWidget(self.error)
        for one in self.rows.values():
            self.column.addWidget(one)
        self.retranslate()

    def show_all(self) -> None:
        self.notify.setChecked(self.s.settings.get(NOTIFY))
        self.stay.setChecked(self.s.settings.get(STAY_IN_TRAY))
        self.stay.setEnabled(QSystemTrayIcon.isSystemTrayAvailable())
        self.start.setChecked(autostart.enabled())
        self.morning.put(self.s.ws.setting(MORNING))
        self.calls.setChecked(self.s.ws.setting(CALLS_ON))
        self.number.put(str(self.s.ws.setting(CALLS_NUMBER)))
        self.days.put(str(self.s.ws.setting(CALLS_DAYS)))
        self.retranslate()

    def apply(self, changes: ChangeSet) -> None:
        if changes.touches("setting"):
            self.show_all()

    def retranslate(self) -> None:
        tray = QSystemTrayIcon.isSystemTrayAvailable()
        self.rows["notify"].say(
            _("By a note of the desktop and a card in the window; what was missed comes in one line.")
        )
        self.rows["morning"].say(_("Such as 09:00."))
        self.rows["calls"].say(_("Every Monday some customers not traded for long, dealt so that all come round."))
        self.rows["number"].say(_("The next Monday goes by it."))
        self.rows["days"].say(_("Nobody comes twice within eight weeks."))
        self.rows["rules"].say(_("Birthdays, quotes without an answer, customers not spoken to for long."))
        folder = self.s.settings.get(CALENDAR_FOLDER)
        self.rows["folder"].say(
            _("Kept up to date in {folder}").format(folder=folder)
            if folder
            else _("A file of the reminders that phones and other calendars can follow.")
        )
        self.no_folder.setVisible(bool(folder))
        self.rows["stay"].say(
            _("Reminders go on being told.") if tray else _("This desktop has no tray: the window ends the program.")
        )
        self.rows["start"].say(_("When you log in on this computer."))

    def _choose_folder(self) -> None:
        held = self.s.settings.get(CALENDAR_FOLDER)
        folder = self.s.messages.choose_folder(_("Folder of the calendar file"), Path(held) if held else None)
        if folder is not None:
            self._keep_folder(str(folder))

    def _keep_folder(self, folder: str) -> None:
        """Keep the folder, and write the file at once."""
        self.s.settings.set(CALENDAR_FOLDER, folder)
        self.retranslate()
        if not folder:
            return
        ws = self.s.ws

        def work(_progress: object, _cancelled: object) -> Path:
            from app.transfer.exporting.calendar import keep_calendar

            return keep_calendar(ws, Path(folder))

        def done(path: Path) -> None:
            self.s.messages.toast(_("Calendar written: {path}").format(path=path))

        self.s.jobs.run(work, name="calendar file", done=done, failed=self.s.messages.error)

    def _figure(self, name: str, setting: Setting[int]) -> LineEdit:
        edit = LineEdit(name)
        edit.setFixedWidth(90)
        edit.setValidator(QIntValidator(1, 3650, edit))
        edit.left.connect(lambda text: self._keep(setting, int(text)) if text.isdigit() else None)
        return edit

    def _keep(self, setting: Setting[Any], value: Any) -> None:
        ws = self.s.ws
        self.s.actions.run(lambda: ws.set_setting(setting, value), quiet=True)

    def _take_morning(self, text: str) -> None:
        try:
            moment = time.fromisoformat(text.strip().replace("：", ":").zfill(5))
        except ValueError:
            self.error.setText(_("Write a time such as 09:00."))
            return
        self.error.setText("")
        ws = self.s.ws
        self.s.actions.run(lambda: ws.set_setting(MORNING, f"{moment:%H:%M}"), quiet=True)

    def _take_start(self, on: bool) -> None:
        try:
            autostart.enable(on)
        except OSError as error:
            self.error.setText(_("The system refused: {reason}").format(reason=error.strerror or str(error)))
            self.start.setChecked(autostart.enabled())
