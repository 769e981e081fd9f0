"""The views that the user pinned to the sidebar, with how many records each holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.records.workspace import ChangeSet
from app.shared.i18n import N_
from ui.runtime.given import given
from ui.runtime.jobs import Job
from ui.shell.nav_button import NavButton
from ui.shell.page import PageSpec, PinnedView, Services
from ui.widgets.basics import label


class PinnedViews(QWidget):
    """Buttons that open a page with one of its views. ``chosen``: the page's name and the view's code."""

    chosen = Signal(str, str)

    def __init__(self, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self._pinned = [(spec.name, spec.pinned) for spec in specs if spec.pinned is not None]
        self._narrow = False
        self._services: Services | None = None
        self._job: Job | None = None
        self._wanted: dict[tuple[str, str], PinnedView] = {}
        self.buttons: dict[tuple[str, str], NavButton] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)
        heading = label(N_("Pinned views"), "faint", "caption")
        heading.setContentsMargins(8, 12, 8, 4)
        self._layout.addWidget(heading)
        self.hide()

    def set_narrow(self, on: bool) -> None:
        """A narrow sidebar has icons only; theirs are alike, so they stand aside."""
        self._narrow = on
        self.setVisible(bool(self.buttons) and not on)

    def refresh(self, services: Services, changes: ChangeSet | None = None) -> None:
        """Show the pinned views of the book, and count them again when what they may count was changed."""
        found = {(name, view.code): view for name, pinned in self._pinned for view in pinned(services.ws)}
        fresh = self._show(found) or services is not self._services
        self._services = services
        kinds = {kind for view in found.values() for kind in view.kinds}
        if not found or not (fresh or changes is None or changes.touches(*kinds)):
            return
        # One count at a time: of many quick changes the last one is counted, not each.
        self._wanted = found
        if self._job is None:
            self._count()

    def _count(self) -> None:
        services, found, self._wanted = given(self._services), self._wanted, {}
        self._job = services.jobs.run(
            lambda *_job: {key: view.count(services.ws) for key, view in found.items()},
            name="pinned",
            done=lambda counts: self._counted(services, counts),
        )
        self._job.finished.connect(self._ended)

    def _ended(self) -> None:
        self._job = None
        if self._wanted:
            self._count()

    def _show(self, found: dict[tuple[str, str], PinnedView]) -> bool:
        """Make the buttons anew when there are others; whether there are."""
        names = [view.label for view in found.values()]
        if list(found) == list(self.buttons) and names == [made.text_shown for made in self.buttons.values()]:
            return False
        for old in self.buttons.values():
            old.deleteLater()
        self.buttons = {key: NavButton(view.label, "bookmark") for key, view in found.items()}
        for (page, code), made in self.buttons.items():
            made.setCheckable(False)
            made.clicked.connect(lambda _on=False, page=page, code=code: self.chosen.emit(page, code))
            self._layout.addWidget(made)
        self.set_narrow(self._narrow)
        return True

    def _counted(self, services: Services, counts: dict[tuple[str, str], int]) -> None:
        if services is self._services:
            for key, count in counts.items():
                if key in self.buttons:
                    self.buttons[key].set_badge(count, False)
