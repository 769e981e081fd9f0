"""The menu that decides many rows that look like others at once: all of them, or those with one reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from app.shared.i18n import N_, _
from app.transfer.plans.planned import KEEP, LEAVE, MERGE
from app.transfer.reviewing.review import Pair
from ui.runtime.icons import icon

WAYS = (
    (MERGE, N_("Merge all {count}"), "git-merge"),
    (KEEP, N_("Keep both of all {count}"), ""),
    (LEAVE, N_("Leave out all {count}"), ""),
)


def all_alike_menu(
    parent: QWidget, undecided: Sequence[Pair], decided: int, decide: Callable[[str, str | None], object],
    take_back: Callable[[], object],
) -> QMenu:  # fmt: skip
    """The menu.

    Args:
        undecided: the rows that nobody decided about; ``decided`` how many others there are.
        decide: called with the answer and the reason of the rows that it is for, None for all.
        take_back: forgets all decisions.
    """
    menu = QMenu(parent)
    menu.setAccessibleName(_("Decide all alike"))
    _ways(menu, len(undecided), None, decide)
    reasons = Counter(pair.match.reason for pair in undecided)
    if len(reasons) > 1:
        menu.addSeparator()
        for reason, count in reasons.most_common():
            title = _("{reason} ({count})").format(reason=reason, count=f"{count:,}")
            _ways(menu.addMenu(title), count, reason, decide)
    menu.addSeparator()
    back = menu.addAction(icon("undo-2"), _("Take back all decisions"))
    back.setEnabled(decided > 0)
    back.triggered.connect(lambda _on=False: take_back())
    return menu


def _ways(menu: QMenu, count: int, reason: str | None, decide: Callable[[str, str | None], object]) -> None:
    for code, words, sign in WAYS:
        said = _(words).format(count=f"{count:,}")
        made = menu.addAction(icon(sign), said) if sign else menu.addAction(said)
        made.setEnabled(count > 0)
        made.triggered.connect(lambda _on=False, code=code: decide(code, reason))
