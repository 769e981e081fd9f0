"""The stages of opportunities, quotes and orders in other programs as the states of a quote: won, lost, sent, or still a draft."""

from __future__ import annotations

import re

from app.transfer.converting.outcome import EMPTY, Convert, Outcome
from app.transfer.grid.cells import text
from app.transfer.grid.list_sorts import DEALS, OFFERS, SALES
from app.transfer.grid.order_words import CANCELLED, UNPAID
from app.transfer.grid.sheets import Cell

_LOST = re.compile(
    r"lost|dead|reject|declin|denied|cancel|not signed|not interested|丢单|输单|失败|流失|未成交|取消|作废|关闭$|无效|verloren|perdu|^3$",
    re.IGNORECASE,
)
_WON = re.compile(
    r"won|accept|(?<!not )signed|^ordered|partially ordered|confirmed|converted|^sale$|^done$|billed|invoiced|赢单|成交|签约|签订|已签|"
    r"中标|gewonnen|gagn|^[24]$",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"proposal|proposition|quot|offer|contract ?sent|decision ?maker ?bought|negotiat|presented|delivered|sent|published|"
    r"approval_not_needed|replied|商务|谈判|报价|方案|投标|合同|angebot|^1$",
    re.IGNORECASE,
)
_STATES = ((_LOST, "lost"), (_WON, "won"), (_SENT, "sent"))
_PLAIN = re.compile(r"(?:closed ?|已)?(?:won|lost|draft|sent|赢单|丢单|输单|成交|\d)", re.IGNORECASE)


def state(stage: str, sort: str = DEALS) -> str:
    """The state of a quote at a stage; what is neither won nor lost nor before the customer is a draft.

    Args:
        sort: whether it is of an opportunity, a quote or a sale; an open quote is one that was sent, and a sale is won unless it
            was called off or the buyer of a shop has still to pay for it.
    """
    if sort == SALES:
        return "lost" if CANCELLED.fullmatch(stage.strip()) else "sent" if UNPAID.search(stage) else "won"
    if sort == OFFERS and stage.strip().casefold() == "open":
        return "sent"
    return next((code for pattern, code in _STATES if pattern.search(stage.strip())), "draft")


def converter(target: str, known: dict[str, object], sort: str) -> Convert:
    """How cells with stages become states; a stage that says more than the state goes to the notes as well.

    Args:
        known: what the words of the field mean.
        sort: see ``state``.
    """

    def convert(cell: Cell) -> Outcome:
        said = text(cell)
        if not said:
            return EMPTY
        code = (known.get(said.casefold()) if sort != SALES else None) or state(said, sort)
        plain = said.casefold() in known or _PLAIN.fullmatch(said.replace("_", " "))
        return Outcome(((target, code),), note="" if plain else said)

    return convert
