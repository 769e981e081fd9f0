"""The rows that only look like others, undecided ones first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.shared.i18n import N_, _
from app.transfer.plans.match_rules import SIMILAR
from app.transfer.reviewing.review import Pair
from ui.runtime.application import theme
from ui.runtime.translator import tr
from ui.shell.keyguard import LETTERS_FREE
from ui.widgets import painting

Role = Qt.ItemDataRole
SAID = {"merge": N_("Merged"), "keep": N_("Both kept"), "skip": N_("Left out")}


MOST = 500
"""So many pairs a drop-down holds."""


class PairModel(QAbstractListModel):
    """Pairs with the user's decisions."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.pairs: list[Pair] = []
        self.decisions: Mapping[tuple[int, int], str] = {}

    def put(self, pairs: Sequence[Pair], decisions: Mapping[tuple[int, int], str]) -> None:
        """Show pairs, those without a decision first."""
        self.beginResetModel()
        self.decisions = decisions
        self.pairs = sorted(pairs, key=lambda pair: (bool(decisions.get(pair.key)), pair.key))
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
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

    def data(self, index: QModelIndex, role: int = Role.DisplayRole) -> Any:
        if role in (Role.DisplayRole, Role.AccessibleTextRole) and index.isValid():
            pair = self.pairs[index.row()]
            like = _("like {name}").format(name=pair.match.title)
            return pair.title if role == Role.DisplayRole else f"{pair.title}, {like}, {self.said(pair)[0]}"
        return None


class PairList(QListView):
    """The list. ``moved``: another pair is the current one."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.pairs = PairModel(self)
        self.setModel(self.pairs)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tr(self, self.setAccessibleName, N_("Likely duplicates"))

    def currentChanged(self, now: QModelIndex, before: QModelIndex) -> None:
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


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return QSize(100, theme().px(46))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        model, t, rect = index.model(), theme(), option.rect
        pair = model.pairs[index.row()]
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, t.c("selection"))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), t.c("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, t.c("surfaceHover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, t.c("border"))
        word, tone = model.said(pair)
        if painting.tag_width(word) > rect.width() * 0.42:
            word = _("Name {score}%").format(score=pair.match.score)
        wide = min(painting.tag_width(word), rect.width() // 2)
        spot = QRect(rect.right() - 14 - wide, rect.top() + 5, wide, t.px(20))
        painting.tag(painter, spot, word, tone)
        half = rect.height() // 2
        decided = bool(model.decisions.get(pair.key))
        painting.text(
            painter, QRect(rect.left() + 16, rect.top() + 4, spot.left() - rect.left() - 24, half - 3), pair.title,
            t.font("body", bold=not decided), t.c("textMuted" if decided else "text"),
        )  # fmt: skip
        like = _("like {name}").format(name=pair.match.title)
        painting.text(
            painter,
            QRect(rect.left() + 16, rect.top() + half, rect.width() - 30, half - 4),
            like,
            t.font("small"),
            t.c("textMuted"),
        )
