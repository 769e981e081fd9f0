"""Columns with names: the user's own people, persons beside their companies, and what only looks like names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.transfer.columns.seen import Seen
from app.transfer.grid.folding import fold, folded
from app.transfer.grid.headers import CONTACT, CUSTOMER, PRODUCT
from app.transfer.grid.scale import EACH, FEW, HALF, NEARLY, SAID
from app.transfer.layout.periods import BARE, period

_MANY, _FEWEST, _LONG = 4, 6, 20
"""So many customers there must be where few people serve them, so many rows where they name a crowd; and rows enough to see that
a column is hardly filled."""
_FEWER, _HARDLY = 0.6, 0.1
_SPANS = 3
"""One May or two may be persons."""
_REACH = (
    "phone", "mobile", "email", "fax", "website", "address", "wechat", "qq", "province", "city", "postcode", "country",
    "tax_number", "bank_account", "birthday", "gender", "title", "department",
)  # fmt: skip
_DEALS = (
    "商机", "阶段", "赢率", "预计", "成交", "合同", "订单", "任务", "事项", "截止", "进度", "单号", "商機", "訂單", "合約",
    "deal", "stage", "probability",
    "duedate", "task",
)  # fmt: skip
"""In headers of lists of deals and tasks."""


def is_staff(column: Seen, columns: Sequence[Seen]) -> bool:
    """Whether a column such as 负责人 names the user's own people and not the customers'.

    It does where few names stand for many customers, and in lists of deals or tasks; not where their phone stands beside
    (负责人电话).
    """
    if column.score(CUSTOMER, "owner") < SAID or not column.evidence.filled:
        return False
    text = fold(column.header)
    if any(one is not column and one.evidence.filled and fold(one.header).startswith(text) for one in columns):
        return False
    names = [one for one in columns if one is not column and one.score(CUSTOMER, "name") >= SAID]
    customers = max((_different(one) for one in names), default=column.evidence.filled)
    count = _different(column)
    if customers >= _MANY and count <= _FEWER * customers:
        return True
    deals = sum(one.other("deal") or any(word in fold(one.header) for word in _DEALS) for one in columns)
    return deals > 1 or (deals > 0 and count < customers)


def _different(one: Seen) -> int:
    return round(one.evidence.distinct * one.evidence.filled)


_CLOCKS = re.compile(
    r"clock(?:ed)?(?:in|out)|punch(?:ed)?(?:in|out)|timesheet|arbeitsbeginn|arbeitsende|dienstbeginn|dienstende|"
    r"上班时间|下班时间|上班打卡|下班打卡|出勤|考勤"
)
"""In headers of when somebody came to work and left."""
_FIRMS = folded(
    "business|business name|company|company name|firm|organization|organisation|公司|公司名称|单位|单位名称|企业|企业名称|工作单位|"
    "所在公司|所在单位"
)


def persons_of(company: Sequence[Seen]) -> Seen | None:
    """The column of customers that are persons, where another names their companies: 客户 beside 公司名称."""
    filled = [one for one in company if one.evidence.filled]
    share = {one.index: (one.evidence.share("person"), one.evidence.share("company")) for one in filled}
    persons = [one for one in filled if share[one.index][0] >= HALF > share[one.index][1]]
    firms = [one for one in filled if share[one.index][1] >= HALF > share[one.index][0]]
    if not firms and len(persons) > 1:
        # Lane Bakery looks like a person's name, but each row has its own under a header of firms.
        firms = [one for one in persons if fold(one.header) in _FIRMS and one.evidence.distinct >= NEARLY]
        persons = [one for one in persons if one not in firms]
    if not firms and len(persons) == 1:
        # 海星电子 says in no word that it is a company, but no person is called so.
        firms = [
            one for one in filled
            if one not in persons and fold(one.header) in _FIRMS and share[one.index][0] < FEW and one.evidence.distinct >= NEARLY
        ]  # fmt: skip
    return persons[0] if len(persons) == 1 and firms else None


def fullest(company: Sequence[Seen]) -> list[Seen]:
    """Columns with names of companies, a hardly filled one behind the others: Supplier beside Company."""
    most = max((one.evidence.filled for one in company), default=0)
    return sorted(company, key=lambda one: one.evidence.filled <= HALF * most)


def clocked(columns: Sequence[Seen]) -> bool:
    """Whether a sheet tells when the user's own people came to work and left."""
    return sum(bool(_CLOCKS.search(fold(one.header))) for one in columns) > 1


def measures(one: Seen) -> bool:
    """Whether a column holds numbers, yes and no, or units of measure, whatever its header says (单位 with 元, 台)."""
    return one.evidence.share("number", "unit", "boolean") >= NEARLY


def crowd(one: Seen, columns: Sequence[Seen]) -> bool:
    """Whether a column names few again and again and nothing tells where or how they are reached: not customers, but what
    other rows are about (who works on tasks, the accounts of a ledger)."""
    told = any(
        other is not one and other.evidence.filled and max(other.score(CUSTOMER, name), other.score(CONTACT, name)) >= SAID
        for other in columns for name in _REACH
    )  # fmt: skip
    return not told and one.evidence.filled >= _FEWEST and one.evidence.distinct < HALF


def vain(one: Seen, columns: Sequence[Seen]) -> bool:
    """Whether a column is none of customers' names after all: it is empty in nearly all rows, names spans of time, or a ``crowd``."""
    rows = one.evidence.rows
    return (rows >= _LONG and one.evidence.filled < _HARDLY * rows) or timed(one) or crowd(one, columns)


def timed(one: Seen) -> bool:
    """Whether a column names months, quarters or years, and nobody: the rows of a report."""
    samples = one.evidence.samples
    spans = [period(sample) for sample in samples]
    return len(samples) >= _SPANS and all(span is not None and span.sort != BARE and not span.rest for span in spans)


def subscribers(columns: Sequence[Seen]) -> bool:
    """Whether a sheet without names lists e-mail addresses, each once, and no goods: a newsletter's readers."""
    if any(one.other("deal") or one.score(PRODUCT, "price") > SAID for one in columns if one.evidence.filled):
        return False
    return any(
        one.evidence.share("email") >= NEARLY and one.evidence.distinct >= EACH
        and max(one.score(CUSTOMER, "email"), one.score(CONTACT, "email")) >= SAID
        for one in columns
    )  # fmt: skip
