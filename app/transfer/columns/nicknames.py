"""Columns of nicknames, which call a customer where nothing else does: 微信昵称, 旺旺, Screen Name."""

from __future__ import annotations

from collections.abc import Sequence

from app.transfer.columns.seen import Seen
from app.transfer.grid.folding import fold, folded

_WORDS = folded(
    "昵称|微信昵称|微信名|微信名称|微信备注名|微信备注|备注名|网名|旺旺|旺旺号|旺旺名|旺旺昵称|旺旺id|阿里旺旺|淘宝昵称|淘宝id|淘宝名|淘宝会员名|"
    "买家昵称|买家旺旺|买家会员名|买家id|qq昵称|qq名|抖音昵称|抖音名|快手昵称|快手名|小红书昵称|小红书名|微博昵称|微博名|群昵称|群名片|群内昵称|客户昵称|"
    "会员昵称|用户昵称|用户名称|粉丝昵称|顾客昵称|外号|绰号|别名|小名|暱稱|匿稱|微信暱稱|line名稱|line暱稱|line名称|會員暱稱|ig帳號|"
    "nickname|nick name|nick|alias|screen name|handle|wechat name|wechat nickname|whatsapp name|instagram|instagram handle|ig handle|"
    "ig name|telegram name|buyer nickname|spitzname|surnom|apodo|soprannome|apelido|bijnaam|ニックネーム|ハンドルネーム|닉네임|ник"
)


def is_nickname(header: str) -> bool:
    """Whether a header says that its column holds nicknames."""
    return fold(header) in _WORDS


def nicknames(columns: Sequence[Seen]) -> Seen | None:
    """The fullest column of nicknames, None where a sheet has none."""
    found = [one for one in columns if one.evidence.filled and is_nickname(one.header)]
    return max(found, key=lambda one: one.evidence.filled, default=None)
