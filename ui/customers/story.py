"""What happened with a customer: the line to log more, the kinds of entries to choose from, and the timeline."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.followups.timeline import Entry, timeline
from app.records.workspace import Workspace
from app.shared.i18n import N_, _
from ui.customers.card_parts import fill_chips
from ui.customers.entries import shown
from ui.widgets.basics import column, label, row
from ui.widgets.quick_log import QuickLog
from ui.widgets.timeline import Timeline

PART = 50


class Story(QWidget):
    """Reads the timeline in parts, as one scrolls."""

    def __init__(self, ws: Workspace, log: QuickLog) -> None:
        super().__init__()
        self._ws, self._customer = ws, 0
        self._entries: list[Entry] = []
        self._more, self._kind = False, ""
        self.chips = QHBoxLayout()
        self.chips.setSpacing(6)
        self.timeline = Timeline(N_("Timeline"))
        self.timeline.more.connect(self._read_more)
        self.nothing = label(N_("Nothing has happened yet. Write the first line above."), "muted")
        self.nothing.setContentsMargins(20, 16, 20, 16)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.foot = label("", "muted", "small", raw=True)
        self.foot.setContentsMargins(106, 6, 20, 10)
        edge = QWidget()
        edge.setLayout(column(log, margins=(20, 14, 20, 10)))
        filters = QWidget()
        filters.setLayout(row(self.chips, None, margins=(20, 0, 20, 6)))
        lay = column(edge, filters, self.nothing)
        lay.addWidget(self.timeline, 1)
        lay.setStretchFactor(self.nothing, 1)
        lay.addWidget(self.foot)
        self.setLayout(lay)

    @property
    def filled(self) -> bool:
        """Whether anything happened."""
        return bool(self._entries)

    def begin(self) -> None:
        """Show nothing yet, and all kinds of entries: another customer comes."""
        self._kind = ""
        self.timeline.set_entries([])
        self.timeline.scrollToTop()

    def show_customer(self, customer: int) -> None:
        """Read as much of the timeline as was shown, at least the first part."""
        self._customer = customer
        want = max(PART, len(self._entries))
        part = timeline(self._ws, customer, None, want, self._kinds())
        self._entries, self._more = list(part.entries), part.more
        self._show_chips(part.counts)
        self._show_entries(part.total if not self._kind else part.counts.get(self._kind, 0))

    def show_kind(self, kind: str) -> None:
        """Show one kind of entry, or all for ""."""
        self._kind = kind
        self._entries = []
        self.show_customer(self._customer)

    def _kinds(self) -> list[str] | None:
        return [self._kind] if self._kind else None

    def _read_more(self) -> None:
        if not self._more or not self._entries:
            return
        part = timeline(self._ws, self._customer, self._entries[-1].cursor, PART, self._kinds())
        self._entries += part.entries
        self._more = part.more
        self._show_entries(part.total if not self._kind else part.counts.get(self._kind, 0))

    def _show_entries(self, total: int) -> None:
        self.timeline.set_entries(shown(self._entries, self._ws.clock.today()))
        self.nothing.setVisible(not self._entries)
        self.timeline.setVisible(bool(self._entries))
        left = total - len(self._entries)
        self.foot.setText(_("{count} earlier entries, keep scrolling").format(count=f"{left:,}") if left > 0 else "")
        self.foot.setVisible(left > 0)

    def _show_chips(self, counts: dict[str, int]) -> None:
        if self._kind and self._kind not in counts:
            self._kind = ""
        fill_chips(self.chips, self._ws, counts, self._kind, self.show_kind)
