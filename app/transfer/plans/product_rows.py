"""What happens with a row of a list of products."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from app.shared.i18n import _
from app.transfer.drafting import merging
from app.transfer.drafting.rows import Draft
from app.transfer.plans.matching import Match
from app.transfer.plans.planned import KEEP, Action, Book, Writes
from app.transfer.plans.product_keys import SEVERAL, product_keys
from app.transfer.plans.row_states import RowState


class Host(Protocol):
    """The planner of the whole import, as products use it."""

    book: Book
    mode: str
    writes: Writes
    products: dict[tuple[str, str], int | dict[str, Any]]
    later: list[tuple[RowState, str, int, dict[str, Any]]]

    def label(self, kind: str) -> Callable[[str], str]:
        """What names the fields of a kind as people read them."""


def take(host: Host, draft: Draft, row: RowState, _contacts: bool) -> None:
    """Plan one row that can be imported: the product is found by its code or its name, or made."""
    keys = product_keys(draft.product, host.book.rules)
    held = next((host.products[key] for key in keys if key in host.products), None)
    if held is not None and keys[0] not in host.products and (SEVERAL, keys[-1][1]) in host.products:
        held = None  # another size of the same code
    if held is None or host.mode == merging.ADD or row.decision == KEEP:
        record = dict(draft.product)
        host.writes.products.append(record)
        for key in keys:
            host.products.setdefault(key, record)
        row.action = Action.CREATE
        return
    number = 0 if isinstance(held, dict) else held
    row.match = Match(number, 0, row.title, _("Same product"), certain=True, score=100, ref=0, rule=keys[0][0])
    if host.mode == merging.SKIP:
        row.action = Action.SKIP
        return
    row.action = Action.DUPLICATE
    if isinstance(held, dict):
        merging.join(held, draft.product, host.label("product"), frozenset())
    else:
        host.later.append((row, "product", held, draft.product))
