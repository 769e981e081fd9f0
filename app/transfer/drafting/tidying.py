"""The records of a row put right: their place and numbers, what they say twice, and what points to another cell."""

from __future__ import annotations

import re
from typing import Any

from app.shared.i18n import _
from app.shared.phones import Phone
from app.transfer.columns.name_columns import SELLERS
from app.transfer.columns.nicknames import is_nickname
from app.transfer.converting.problems import Problem
from app.transfer.converting.whereabouts import settle
from app.transfer.grid.folding import fold

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


def called_by_mail(
    problems: list[Problem], number: int, column: tuple[str, int], customer: dict[str, Any], contact: dict[str, Any]
) -> bool:
    """Call a customer without any name by the e-mail address, as programs list readers and buyers; False where there is none.

    Args:
        problems: those of the row, which are added to; ``number`` the row as Excel numbers it.
        column: the key and the place of the column with names.
        customer, contact: the values of the row; the customer's are changed.
    """
    called = str(customer.get("email") or contact.get("email") or "")
    if not called or str(customer.get("name") or "").strip():
        return False
    customer["name"] = called
    customer.setdefault("kind", "person")
    reason = _("There is no name; the e-mail address is used.")
    problems.append(Problem(number, column[0], "", reason, called, index=column[1]))
    return True


def called_otherwise(
    problems: list[Problem],
    number: int,
    column: tuple[str, int],
    customer: dict[str, Any],
    contact: dict[str, Any],
    notes: list[str],
) -> bool:
    """Call a customer without a name by the short name, the supplier's, a nickname, or the name in a messenger; False where there is none.

    Args:
        problems: those of the row, which are added to; ``number`` the row as Excel numbers it.
        column: the key and the place of the column with names.
        customer, contact: the values of the row; the customer's are changed.
        notes: the lines for the notes, in which columns of nicknames stand with their headers.
    """
    if str(customer.get("name") or "").strip():
        return False
    short = str(customer.pop("short_name", None) or "")
    parted = [(header, said) for header, _sign, said in (line.partition(": ") for line in notes) if said]
    nickname = next((said for header, said in parted if is_nickname(header)), "")
    seller = next(((header, said) for header, said in parted if fold(header) in SELLERS), ("", ""))
    if seller[1]:
        customer["kind"] = "supplier"
        notes.remove(": ".join(seller))
    called = short or seller[1] or nickname or str(contact.get("wechat") or customer.get("wechat") or "")
    if not called:
        return False
    customer["name"] = called
    if not short:
        customer.setdefault("kind", "person")
    reason = _("There is no name; “{name}” is used.").format(name=called)
    problems.append(Problem(number, column[0], "", reason, called, index=column[1]))
    return True
