"""Settings: the sections at the left, the open one at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.records.workspace import ChangeSet
from app.shared.i18n import N_, translate
from ui.settings.company import CompanySection
from ui.settings.fields import FieldsSection
from ui.settings.look import LookSection
from ui.settings.quotes import QuotesSection
from ui.settings.reminders import RemindersSection
from ui.settings.safety import SafetySection
from ui.settings.section import Section
from ui.shell.page import Action, Page, Services
from ui.widgets.basics import line, row


class SettingsPage(Page):
    """My company, fields and lists, quotes, backup and security, language and look."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.sections: dict[str, Section] = {
            "company": CompanySection(services),
            "fields": FieldsSection(services),
            "quotes": QuotesSection(services),
            "reminders": RemindersSection(services),
            "safety": SafetySection(services),
            "look": LookSection(services),
        }
        self.list = QListWidget()
        self.list.setFixedWidth(184)
        self.list.setSpacing(1)
        self.list.setObjectName("sections")
        self.list.setStyleSheet(
            "QListWidget#sections { padding: 8px; }"
            "QListWidget#sections::item { height: 29px; padding: 0 12px; border-radius: 5px; }"
            "QListWidget#sections::item:selected { background: palette(highlight); color: palette(text); }"
        )
        self.stack = QStackedWidget()
        for section in self.sections.values():
            self.list.addItem(QListWidgetItem())
            self.stack.addWidget(_scrolled(section))
        self.sections["fields"].acted.connect(self.acted.emit)
        self.list.currentRowChanged.connect(self._show)
        self.setLayout(row(self.list, line(vertical=True), self.stack, gap=0, stretch=2))
        self.retranslate()
        self.list.setCurrentRow(0)

    def open(self, number: int = 0, **what: Any) -> None:
        names = list(self.sections)
        if what.get("section") in names:
            self.list.setCurrentRow(names.index(what["section"]))
        self.section.show_all()

    @property
    def section(self) -> Section:
        """The open section."""
        return list(self.sections.values())[max(0, self.list.currentRow())]

    def title(self) -> str:
        return translate(self.section.title)

    def path(self) -> list[tuple[str, str]]:
        return []

    def actions_list(self) -> Sequence[Action]:
        return [Action(N_("Back"), self.s.router.back, "Esc"), *self.section.actions_list()]

    def status(self) -> Sequence[str]:
        return [translate(N_("Your data lies only on this computer and in your backups"))]

    def apply(self, changes: ChangeSet) -> None:
        for section in self.sections.values():
            section.apply(changes)

    def leave(self) -> None:
        self.section.leave()

    def retranslate(self) -> None:
        self.list.setAccessibleName(translate(N_("Sections of the settings")))
        for at, section in enumerate(self.sections.values()):
            self.list.item(at).setText(translate(section.title))
            section.retranslate()

    def _show(self, at: int) -> None:
        if self.stack.currentIndex() != at:
            list(self.sections.values())[self.stack.currentIndex()].leave()
        self.stack.setCurrentIndex(at)
        self.section.show_all()
        self.titled.emit()
        self.acted.emit()


def _scrolled(section: Section) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(28, 20, 28, 24)
    layout.addWidget(section, int(section.tall))
    if not section.tall:
        layout.addStretch(1)
    section.setMaximumWidth(section.width_limit)
    area.setWidget(holder)
    return area
