"""The stages of opportunities, quotes and orders in other programs as the states of a quote: won, lost, sent, or still a draft."""

from __future__ import annotations

import re

from app.transfer.converting.outcome import EMPTY, Convert, Outcome
from app.transfer.grid.cells import text
from app.transfer.grid.list_sorts import DEALS, OFFERS, SALES
from app.transfer.grid.order_words import CANCELLED, UNPAID
from app.transfer.grid.sheets import Cell

_LOST = re.compile(
    r"lost|dead|reject|declin|denied|cancel|not (?:signed|accepted|confirmed|interested)|丢单|输单|失败|流失|未成交|未中标|取消|"
    r"作废|关闭$|无效|verloren|perdu",
    re.IGNORECASE,
)
_WON = re.compile(
    r"won(?!['’]t)|accept|(?<!not )signed|^ordered|partially ordered|confirmed|converted|^sale$|^done$|billed|invoiced|赢单|成交|签约|签订|"
    r"已签|中标|gewonnen|gagn",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"proposal|proposition|quot|offer|contract ?sent|decision ?maker ?bought|negotiat|presented|delivered|sent|published|"
    r"approval_not_needed|replied|商务|谈判|报价|方案|投标|合同|angebot",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"(?:未|没有?|待|即将|准备|预备|意向|有望|拟|无|不).{0,3}(?:赢单|成交|签约|签订|中标|丢单|输单|流失|失败)|(?:成交|签约|签订)中|"
    r"\b(?:not|never|almost|nearly|unlikely|about to|to be|awaiting|pending|likely|will|wo|n't)\b.{0,12}?"
    r"\b(?:won|win|lost|accept\w*|signed|confirmed|converted|ordered)",
    re.IGNORECASE,
)
"""What is yet to be won, or is not lost."""
_REFUSED = re.compile(r"未成交|未中标|not (?:signed|accepted|confirmed|interested)", re.IGNORECASE)
_STATES = ((_LOST, "lost"), (_WON, "won"), (_SENT, "sent"))
_NUMBERED = {"1": "sent", "2": "won", "3": "lost", "4": "won"}
"""The states of quotes in Dolibarr, which tells them as numbers."""
_PLAIN = re.compile(r"(?:closed ?|已)?(?:won|lost|draft|sent|赢单|丢单|输单|成交|\d)", re.IGNORECASE)


def state(stage: str, sort: str = DEALS) -> str:
    """The state of a quote at a stage; what is neither won nor lost nor before the customer is a draft.

    Args:
        sort: whether it is of an opportunity, a quote or a sale; an open quote is one that was sent, and a sale is won unless it
            was called off or the buyer of a shop has still to pay for it.
    """
    if sort == SALES:
        return "lost" if CANCELLED.fullmatch(stage.strip()) else "sent" if UNPAID.search(stage) else "won"
    said = stage.strip()
    if sort == OFFERS and (said.casefold() == "open" or said in _NUMBERED):
        return _NUMBERED.get(said, "sent")
    if _OPEN.search(said) and not _REFUSED.search(said):
        return "sent" if _SENT.search(said) else "draft"
    return next((code for pattern, code in _STATES if pattern.search(said)), "draft")


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
