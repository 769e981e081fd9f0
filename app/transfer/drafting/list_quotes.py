"""What quotes need besides the dictionary: their currency, and figures that follow from the one rule and are compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from app.records.fields import FieldKind
from app.sales.rules import ZERO, PricedLine, line_amount, rounded, totals
from app.shared.currencies import named
from app.shared.i18n import N_, _, translate
from app.shared.money import from_millionths, to_millionths
from app.transfer.columns.proposals import Proposal
from app.transfer.converting.amounts import finer
from app.transfer.converting.problems import Problem
from app.transfer.drafting import after_tax, list_sales
from app.transfer.drafting.entries import Entry
from app.transfer.drafting.list_lines import Row, entry_of
from app.transfer.grid.list_kinds import CURRENCY, TOTAL, ListKind

QUOTE = "quote"
_WHOLE = N_("As quoted")
_DIFFERENT = N_("The sheet's total is {stated}, its lines come to {own}; the lines hold.")
_CODE = re.compile(r"[A-Za-z]{3}")
_WITH, _WITHOUT = (
    re.compile(r"含税|含.{0,6}税|incl\w*\.? (?:tax|vat)|tax incl"),
    re.compile(r"不含税|未税|未含税|税前|excl\w*\.? (?:tax|vat)|net price"),
)
_RATE = re.compile(
    r"(?<!不)(?<!未)(?:含\s*(\d{1,2})\s*[%％](?:的)?(?:增值)?(?:专用|专)?[税票]|含(?:增值)?税\s*[(（]?\s*(\d{1,2})\s*[%％])"
)
_TOLERANCE = Decimal("0.02")


def currency_of(said: Any, home: str) -> str:
    """The three letters of a currency that a sheet names in its own words; ``home`` when it names none that is known."""
    text = str(said or "").strip()
    return named(text, home) or (text.upper() if _CODE.fullmatch(text) else home)


def _written(group: Sequence[Row], home: str) -> str:
    """The currency that the amounts of a record are written in; where they differ the first holds, and it is told."""
    found = list(dict.fromkeys(code for row in group for code in entry_of(row).currencies))
    if len(found) > 1:
        reason = _("The amounts are in several currencies ({codes}); {code} is taken for all.")
        told = reason.format(codes=", ".join(found), code=found[0])
        group[0].problems.append(Problem(group[0].number, "", "", told))
    return found[0] if found else home


def figures(group: Sequence[Row], proposal: Proposal, kind: ListKind, currency: str) -> None:
    """Work out what a record with lines comes to, and tell where the sheet says otherwise; nothing is altered for it."""
    if kind.record.name != QUOTE:
        return
    head = entry_of(group[0])
    values = head.values
    list_sales.won(head, proposal)
    said = currency_of(values.get(CURRENCY), "")
    values[CURRENCY] = currency = said or _written(group, currency)
    _exact(group[0], proposal, kind, currency)
    stated: Decimal | None = values.pop(TOTAL, None)
    head.stated = stated
    if stated is not None and (not head.lines or _unsaid(head, proposal, kind)):
        _whole(head, stated)
    fitting = (head.line or {}) if head.whole else _unpriced(head, stated)
    for row in group:
        if entry_of(row).line is not None:
            _line(row, currency)
    rate = _said_rate(values) if not any((entry.line or {}).get("tax_rate") for entry in head.lines) else None
    for entry in head.lines:
        (entry.line or {}).setdefault("tax_exempt", False)
        if rate is not None and entry.line is not None:
            entry.line["tax_rate"] = rate
            values.setdefault("tax_included", True)
    included = values.get("tax_included")
    if included is None:
        included = _included(head, proposal, kind, currency, stated)
        values["tax_included"] = included
    for row in group:
        if entry_of(row).line is not None:
            _compare(row, proposal, kind, currency)
    own = _total(head, included, currency)
    if (
        stated is not None
        and not _near(own, stated)
        and after_tax.apart(head, stated, lambda: _total(head, included=False, currency=currency))
    ):
        values["tax_included"], own = False, stated
        group[0].problems.append(Problem(group[0].number, "", "", _(after_tax.TOLD)))
    if stated is not None and fitting is not None and not _near(own, stated):
        own = _fitted(head, fitting, included, currency, stated)
    values[TOTAL] = own
    if stated is not None and abs(own - stated) > _TOLERANCE:
        column = proposal.column_of(TOTAL)
        reason = _(_DIFFERENT).format(stated=f"{stated:,.2f}", own=f"{own:,.2f}")
        row = group[0]
        row.problems.append(
            Problem(row.number, column.key if column else "", f"{stated}", reason, index=column.index if column else -1)
        )
    list_sales.paid(group[0], proposal, kind, stated if stated is not None else own)


def with_lines(values: dict[str, Any], head: Entry, lines: Sequence[Entry]) -> str:
    """Give a quote the lines that stand in another sheet; the total follows. Gives what the sheet's own total says against it."""
    head.lines, head.whole = list(lines), False
    currency = str(values.get(CURRENCY) or "CNY")
    stated: Decimal | None = head.stated
    if stated is not None and not _near(stated, _total(head, bool(values.get("tax_included")), currency)):
        values["tax_included"] = _near(stated, _total(head, included=True, currency=currency))
    head.values.update(values)
    own = _total(head, bool(values.get("tax_included")), currency)
    if (
        stated is not None
        and not _near(stated, own)
        and after_tax.apart(head, stated, lambda: _total(head, included=False, currency=currency))
    ):
        for name in ("discount", "discount_percent"):
            values.pop(name, None)
        values["tax_included"], values[TOTAL] = False, stated
        return _(after_tax.TOLD)
    values[TOTAL] = own
    if stated is None or _near(stated, own):
        return ""
    return _(_DIFFERENT).format(stated=f"{stated:,.2f}", own=f"{own:,.2f}")


def _said_rate(values: dict[str, Any]) -> Decimal | None:
    """The rate that the terms tell for all prices: 以上价格含13%增值税."""
    said = "\n".join(str(values.get(name) or "") for name in ("remarks", "terms", "payment_terms"))
    match = _RATE.search(said)
    return Decimal(match[1] or match[2]) if match else None


def _unsaid(head: Entry, proposal: Proposal, kind: ListKind) -> bool:
    """Whether a list says nothing of lines but the rate of tax."""
    lines = f"{kind.line.name}." if kind.line is not None else "\0"
    told = {target for one in proposal.columns for target in one.targets if target.startswith(lines)}
    return head.lines == [head] and told <= {f"{lines}tax_rate"}


def _whole(head: Entry, stated: Decimal) -> None:
    """A list of quotes without lines: one line with the total stands for them."""
    said = head.line or {}
    if noted := said.pop("name", None):
        head.values["remarks"] = "\n".join(filter(None, (head.values.get("remarks"), noted)))
    name = head.values.get("project") or translate(_WHOLE)
    head.whole = True
    head.line = {**said, "name": name, "quantity": Decimal(1), "price": stated}
    head.lines = [head]


def _exact(row: Row, proposal: Proposal, kind: ListKind, currency: str) -> None:
    """Round the amounts of a record to its currency's decimals; where that takes something away it is noted and told."""
    values = entry_of(row).values
    for field in kind.record.fields:
        value = values.get(field.name)
        if field.kind is not FieldKind.MONEY or not isinstance(value, Decimal):
            continue
        held = values[field.name] = rounded(value, currency)
        if held == value:
            continue
        column = proposal.column_of(field.name)
        header = column.header if column else translate(field.label)
        values[kind.notes] = "\n".join(filter(None, (values.get(kind.notes), f"{header}: {value.normalize():f}")))
        key, index = (column.key, column.index) if column else ("", -1)
        row.problems.append(Problem(row.number, key, f"{value.normalize():f}", finer(held, currency), index=index))


def _unpriced(head: Entry, stated: Decimal | None) -> dict[str, Any] | None:
    """The line that takes the price of a record whose lines have none, where its total is said: its only one, or one more."""
    if not stated or any(entry.amount is not None or (entry.line or {}).get("price") for entry in head.lines):
        return None
    if len(head.lines) > 1:
        head.lines.append(Entry({}, line={"name": translate(_WHOLE), "quantity": Decimal(1)}))
    line = head.lines[-1].line
    if line is not None:
        line["price"] = from_millionths(to_millionths(stated / (line.get("quantity") or 1)))
    return line


def _fitted(head: Entry, line: dict[str, Any], included: bool, currency: str, stated: Decimal) -> Decimal:
    """Give a line the price that leads to the total of its record, freight and what is taken off included."""
    held = line["price"]
    first = _total(head, included, currency)
    line["price"] = 2 * held
    step = _total(head, included, currency) - first
    line["price"] = held
    if step and held:
        line["price"] = from_millionths(to_millionths(held + (stated - first) * held / step))
    if _near(own := _total(head, included, currency), stated):
        return own
    line["price"] = held
    return first


def _line(row: Row, currency: str) -> None:
    """Complete a line from what it comes to: a price that is missing, a discount that is written as what is paid."""
    entry = entry_of(row)
    line, amount = entry.line or {}, entry.amount
    if not line.get("name"):
        line["name"] = entry.line_links.get("product") or line.pop("specification", None)
    quantity, price, discount = line.get("quantity"), line.get("price"), line.get("discount_percent")
    if amount is None:
        return
    if price is None:
        line["price"] = from_millionths(to_millionths(amount / quantity)) if quantity else amount
        line.pop("discount_percent", None)
    elif quantity is None and price and not discount and amount % price == 0 and amount != price:
        line["quantity"] = amount / price
    if price is not None and discount is not None:
        paid = PricedLine(quantity, price, 100 - discount)
        if not _near(amount, line_amount(PricedLine(quantity, price, discount), currency)) and _near(
            amount, line_amount(paid, currency)
        ):
            line["discount_percent"] = 100 - discount
        elif _is_none(discount, amount, PricedLine(quantity, price), currency):
            line.pop("discount_percent")
    if line.get("discount_percent") == 0:
        line.pop("discount_percent")


def _is_none(discount: Decimal, amount: Decimal, whole: PricedLine, currency: str) -> bool:
    """Whether a discount of "1" says that all is paid, as beside 0.95 in its column."""
    return discount == 1 and _near(amount, line_amount(whole, currency))


def _compare(row: Row, proposal: Proposal, kind: ListKind, currency: str) -> None:
    entry = entry_of(row)
    line, amount = entry.line or {}, entry.amount
    if amount is None:
        return
    own = line_amount(_priced(line), currency) or ZERO
    taxed = rounded(own * (100 + (line.get("tax_rate") or ZERO)) / 100, currency)
    if _near(amount, own) or _near(amount, taxed):
        return
    column = proposal.column_of(kind.amount)
    reason = _("The sheet says {stated}, quantity and price give {own}; these hold.").format(
        stated=f"{amount:,.2f}", own=f"{own:,.2f}"
    )
    row.problems.append(
        Problem(row.number, column.key if column else "", f"{amount}", reason, index=column.index if column else -1)
    )


def near(one: Decimal | None, other: Decimal | None) -> bool:
    """Whether two amounts are the same but for rounding."""
    return one is not None and _near(one, other)


def _near(one: Decimal, other: Decimal | None) -> bool:
    return other is not None and abs(one - other) <= _TOLERANCE


def _priced(line: dict[str, Any]) -> PricedLine:
    return PricedLine(
        line.get("quantity"),
        line.get("price"),
        line.get("discount_percent"),
        line.get("tax_rate"),
        bool(line.get("tax_exempt")),
    )


def _included(head: Entry, proposal: Proposal, kind: ListKind, currency: str, stated: Decimal | None) -> bool:
    """Whether the prices hold the tax: by the headers, by the amounts, by the total; else they do, as the sheet shows no other sum."""
    price = proposal.column_of(f"{kind.line.name}.price") if kind.line else None
    header = price.header.casefold() if price else ""
    if _WITHOUT.search(header):
        return False
    if _WITH.search(header):
        return True
    for entry in head.lines:
        line = entry.line or {}
        own = line_amount(_priced(line), currency)
        if entry.amount is not None and own is not None and line.get("tax_rate") and not _near(entry.amount, own):
            return not _near(entry.amount, rounded(own * (100 + line["tax_rate"]) / 100, currency))
    if stated is not None:
        return _near(stated, _total(head, included=True, currency=currency)) or not _near(
            stated, _total(head, included=False, currency=currency)
        )
    return True


def _total(head: Entry, included: bool, currency: str) -> Decimal:
    values = head.values
    return totals(
        [_priced(entry.line or {}) for entry in head.lines], tax_included=included, whole_discount=values.get("discount"),
        discount_percent=values.get("discount_percent"), freight=values.get("freight"),
        freight_tax_rate=values.get("freight_tax_rate"), currency=currency,
    ).total  # fmt: skip
