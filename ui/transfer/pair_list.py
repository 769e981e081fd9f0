"""The rows that only look like others, undecided ones first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox

from app.shared.i18n import N_, _
from app.transfer.plans.match_rules import SIMILAR
from app.transfer.reviewing.review import Pair
from ui.runtime.index import NONE, Index
from ui.runtime.translator import tr
from ui.shell.keyguard import LETTERS_FREE
from ui.widgets.two_line_list import Entry, EntryModel, EntryView

Role = Qt.ItemDataRole
SAID = {"merge": N_("Merged"), "keep": N_("Both kept"), "skip": N_("Left out")}
MOST = 500
"""So many pairs a drop-down holds."""


class PairModel(EntryModel):
    """Pairs with the user's decisions."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pairs: list[Pair] = []
        self.decisions: Mapping[tuple[int, int], str] = {}

    def put(self, pairs: Sequence[Pair], decisions: Mapping[tuple[int, int], str]) -> None:
        """Show pairs, those without a decision first."""
        self.beginResetModel()
        self.decisions = decisions
        self.pairs = sorted(pairs, key=self._order)
        self.endResetModel()

    def _order(self, pair: Pair) -> tuple[bool, tuple[int, int]]:
        return bool(self.decisions.get(pair.key)), pair.key

    def settle(self, at: int) -> int:
        """Move the pair of a row to where its decision puts it; gives its row now."""
        order, nowhere = self._order(self.pairs[at]), QModelIndex()
        to = bisect_left(self.pairs, order, 0, at, key=self._order)
        if to == at:
            to = bisect_left(self.pairs, order, at + 1, key=self._order) - 1
        if to != at:
            self.beginMoveRows(nowhere, at, at, nowhere, to if to < at else to + 1)
            self.pairs.insert(to, self.pairs.pop(at))
            self.endMoveRows()
        self.dataChanged.emit(self.index(to), self.index(to))
        return to

    def rowCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else len(self.pairs)

    def said(self, pair: Pair) -> tuple[str, str]:
        """The tag of a pair and its tone."""
        decision = self.decisions.get(pair.key, "")
        if decision:
            return _(SAID[decision]), "ok" if decision == "merge" else ""
        if pair.match.score >= 100:
            return pair.match.reason, "warn"
        if pair.match.reason and pair.match.rule != SIMILAR:
            return f"{pair.match.reason} · {pair.match.score}%", "warn"
        return _("Name {score}%").format(score=pair.match.score), ""

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if role in (Role.DisplayRole, Role.AccessibleTextRole) and index.isValid():
            one = self.entry(index.row())
            return one.title if role == Role.DisplayRole else one.sentence()
        return None

    def entry(self, row: int) -> Entry:
        """A pair as the list draws it."""
        pair = self.pairs[row]
        word, tone = self.said(pair)
        return Entry(
            pair.key, pair.title, _("like {name}").format(name=pair.match.title), word, tone,
            short=_("Name {score}%").format(score=pair.match.score), settled=bool(self.decisions.get(pair.key)),
        )  # fmt: skip


class PairList(EntryView):
    """The list. ``moved``: another pair is the current one."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__(N_("Likely duplicates"))
        self.pairs = PairModel(self)
        self.setModel(self.pairs)

    def currentChanged(self, now: Index, before: Index) -> None:
        super().currentChanged(now, before)
        self.moved.emit(now.row())


class PairDrop(QComboBox):
    """The pairs as a drop-down, where there is no room for the list."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty(LETTERS_FREE, True)
        tr(self, self.setAccessibleName, N_("Likely duplicates"))

    def put(self, model: PairModel, at: int) -> None:
        """Show the pairs of the list, the one at a place as the current one."""
        self.clear()
        for pair in model.pairs[:MOST]:
            self.addItem(f"{pair.title} · {_('like {name}').format(name=pair.match.title)} · {model.said(pair)[0]}")
        self.setCurrentIndex(at if at < self.count() else -1)
