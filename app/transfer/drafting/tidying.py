"""The records of a row put right: their place and numbers, what they say twice, and what points to another cell."""

from __future__ import annotations

import re
from typing import Any

from app.shared.phones import Phone
from app.transfer.converting.whereabouts import settle

_AS_PHONE = re.compile(
    r"(?:微信)?(?:同|即|就是)?(?:上|手机|电话|手機|電話|号|號|手机号码?|电话号码?|mobile|phone)+(?:同号)?"
    r"|same(?: as)?(?: the)?(?: phone| mobile| number)?",
    re.IGNORECASE,
)


def put_right(region: str, here: str, customer: dict[str, Any], contact: dict[str, Any]) -> None:
    """Settle the place and the numbers of a row, take the phone number for a WeChat name that says that it is the same
    (同手机), and take no title that is the name again.

    Args:
        region, here: as ``whereabouts.settle`` has them.
        customer, contact: the values of a row; they are changed.
    """
    settle(region, here, customer, contact)
    for record in (contact, customer):
        if "wechat" in record and _AS_PHONE.fullmatch(str(record["wechat"])):
            record.pop("wechat")
            numbers = [one.get(key) for one in (record, contact, customer) for key in ("mobile", "phone")]
            number = next((number for number in numbers if isinstance(number, Phone)), None)
            if number is not None:
                record["wechat"] = "".join(filter(str.isdigit, number.typed))
        if record.get("title") and record["title"] == record.get("name"):
            record.pop("title")
