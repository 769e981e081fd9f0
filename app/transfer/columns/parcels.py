"""Lists of parcels: the customers are who get them, where the same few send them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.transfer.columns.seen import Seen
from app.transfer.grid.folding import fold, folded
from app.transfer.grid.headers import OTHER, Meaning
from app.transfer.grid.scale import HALF, SAID

_SENDERS = tuple(
    folded("寄件|发件|发货人|寄货人|寄貨人|sender|shipper|ship from|consignor|absender|expéditeur|remitente|mittente")
)
_GETTERS = tuple(folded("收件|收货人|收貨人|receiver|recipient|ship to|consignee|empfänger|destinataire|destinatario"))


def told(columns: Sequence[Seen]) -> Sequence[Seen]:
    """The columns, those of senders kept where they are fewer than who gets something.

    Args:
        columns: the columns of a table.
    """
    sending, getting = _called(columns, _SENDERS), _called(columns, _GETTERS)
    if not sending or not getting or _most(sending) >= _most(getting):
        return columns
    plain = (Meaning(OTHER, "plain", SAID),)
    return [replace(one, meanings=plain, joined=()) if one in sending else one for one in columns]


def _called(columns: Sequence[Seen], words: tuple[str, ...]) -> list[Seen]:
    """The columns that tell of one side, and not on which day."""
    return [
        one
        for one in columns
        if one.evidence.filled and fold(one.header).startswith(words) and one.evidence.share("date") < HALF
    ]


def _most(columns: Sequence[Seen]) -> int:
    return max(round(one.evidence.distinct * one.evidence.filled) for one in columns)
