"""The sidebar: work areas, pinned views, tools, the state of the backups, the user."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.records.workspace import ChangeSet
from app.shared.i18n import N_
from ui.runtime.application import theme
from ui.runtime.translator import tr
from ui.shell.nav_button import NavButton
from ui.shell.page import PageSpec, Services
from ui.shell.pinned import PinnedViews
from ui.widgets import painting
from ui.widgets.basics import label, line

WIDE, NARROW = 200, 52


class _User(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.name, self.company, self.narrow = "", "", False
        self.setFixedHeight(44)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.name:
            return
        painter, t = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        round_box = QRectF(4 if self.narrow else 8, 9, 26, 26)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.c("accentSoft"))
        painter.drawEllipse(round_box)
        painter.setPen(t.c("accent"))
        painter.setFont(t.font("section"))
        words = self.name.split()
        short = "".join(word[0] for word in words[:2]) if self.name.isascii() else self.name[0]
        painter.drawText(round_box, Qt.AlignmentFlag.AlignCenter, short.upper())
        if not self.narrow:
            rect = QRect(42, 6, self.width() - 46, 17)
            painting.text(painter, rect, self.name, t.font("small"), t.c("text"))
            painting.text(painter, rect.translated(0, 16), self.company, t.font("caption"), t.c("textFaint"))


class Sidebar(QWidget):
    """The sidebar. ``chosen``: a page's name. ``backed``: the backup's state was clicked."""

    chosen = Signal(str)
    backed = Signal()

    def __init__(self, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        tr(self, self.setAccessibleName, N_("Navigation"))
        self._specs = specs
        self.buttons: dict[str, NavButton] = {}
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 8)
        layout.setSpacing(1)
        areas = [spec for spec in specs if spec.section == "area"]
        for number, spec in enumerate(areas, 1):
            self._add(spec, f"Alt+{number}")
        self.pinned = PinnedViews(specs)
        layout.addWidget(self.pinned)
        self._tools = label(N_("Tools"), "faint", "caption")
        self._tools.setContentsMargins(8, 12, 8, 4)
        layout.addWidget(self._tools)
        for spec in specs:
            if spec.section == "tool":
                self._add(spec, "")
        layout.addStretch(1)
        layout.addWidget(line())
        layout.addSpacing(7)
        self.backup = NavButton(N_("Not backed up yet"), "shield", "Ctrl+B")
        self.backup.tone = "textMuted"
        self.backup.setCheckable(False)
        self.backup.clicked.connect(self.backed)
        layout.addWidget(self.backup)
        self.user = _User()
        layout.addWidget(self.user)
        self.areas = [spec.name for spec in areas]
        self.set_narrow(False)

    def _add(self, spec: PageSpec, key: str) -> None:
        made = self.buttons[spec.name] = NavButton(spec.title, spec.icon, key)
        made.clicked.connect(lambda _on=False, name=spec.name: self.chosen.emit(name))
        self._layout.addWidget(made)

    def mark(self, name: str) -> None:
        """Show which page is open."""
        for held, made in self.buttons.items():
            made.setChecked(held == name)

    def set_narrow(self, on: bool) -> None:
        """Icons only, 52 wide, or with words."""
        self.setFixedWidth(NARROW if on else theme().px(WIDE) if theme().size > 13 else WIDE)
        for made in (*self.buttons.values(), self.backup):
            made.narrow = on
            made.say()
        self._tools.setVisible(not on)
        self.pinned.set_narrow(on)
        self.user.narrow = on
        self.user.update()

    def set_user(self, name: str, company: str) -> None:
        """Show who works here; nothing while the profile is empty."""
        self.user.name, self.user.company = name, company
        self.user.update()

    def refresh(self, services: Services, changes: ChangeSet | None = None) -> None:
        """Count again what the sidebar shows.

        Args:
            changes: what changed in the book since; everything is counted when None.
        """
        for spec in self._specs:
            if spec.name in self.buttons and spec.badge is not None:
                self.buttons[spec.name].set_badge(*spec.badge(services.ws))
        self.pinned.refresh(services, changes)
