"""Lists out of a register of companies: the day on which one was registered is not the day on which it became a customer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.transfer.columns.seen import Seen
from app.transfer.grid.folding import bare, fold, folded
from app.transfer.grid.headers import OTHER, Meaning
from app.transfer.grid.scale import SAID

_REGISTERED = folded("注册日期|注册时间|登记日期|登记时间|註冊日期|設立日期|登記日期")
_REGISTERS = folded(
    "注册资本|注册资金|认缴资本|实缴资本|企业性质|单位性质|企业类型|登记机关|核准日期|经营状态|登记状态|营业期限|"
    "註冊資本|資本額|資本總額|公司狀態"
)
"""What only a register tells."""


def told(columns: Sequence[Seen]) -> Sequence[Seen]:
    """The columns, a day of registration kept beside what only a register tells.

    Args:
        columns: the columns of a table.
    """
    if not any(fold(bare(one.header)) in _REGISTERS for one in columns if one.evidence.filled):
        return columns
    plain = (Meaning(OTHER, "plain", SAID),)
    return [replace(one, meanings=plain) if fold(one.header) in _REGISTERED else one for one in columns]
