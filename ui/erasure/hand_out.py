"""Handing out all that the book holds about a person, as a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.shared.i18n import N_, _
from app.transfer.exporting.personal import export_person, folder_name
from ui.shell.page import Services
from ui.widgets.basics import ProgressStrip, column, label, row
from ui.widgets.buttons import button


class HandOut(QWidget):
    """The section: what the folder holds, and the button that writes it."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.s = services
        self._about, self._name = ("", 0), ""
        self.write = button(N_("Write a folder…"), "folder-open", on=self.save)
        self.progress = ProgressStrip()
        words = label(
            N_(
                "All records as data, each sent quote as PDF, pictures and files, and what was changed when: to answer a request."
            ),
            "muted",
            wrap=True,
        )
        head = row(label(N_("Hand out everything"), font="title"), None, self.write)
        self.setLayout(column(head, 2, words, self.progress, margins=(0, 18, 0, 4)))

    def show_person(self, kind: str, number: int, name: str) -> None:
        """Take the person whose data it is."""
        self._about, self._name = (kind, number), name

    def save(self) -> None:
        """Ask for the folder and write it in a job."""
        ws, (kind, number) = self.s.ws, self._about
        proposal = str(Path.home() / folder_name(self._name, ws.clock.today()))
        folder = self.s.messages.save_file(_("Where shall the folder be made?"), proposal)
        if folder is None:
            return

        made: list[dict[str, int]] = []

        def work(_progress: Any, cancelled: Any) -> dict[str, int]:
            made.append(export_person(ws, kind, number, folder, cancelled))
            return made[0]

        def done(counts: dict[str, int]) -> None:
            self.s.messages.toast(
                _("{count} records written to “{name}”").format(count=sum(counts.values()), name=folder.name),
                _("Open"),
                "",
                lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
            )

        def stopped() -> None:
            # A folder that was through when the stop came is there all the same.
            if made:
                done(made[0])
            else:
                self.s.messages.toast(_("Stopped; no file was written."))

        job = self.s.jobs.run(work, done=done, failed=self.s.messages.error)
        job.cancelled.connect(stopped)
        self.progress.follow(job)
