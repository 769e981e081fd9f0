"""Cells of lists into values: choices by a word inside the text, what is done by a word or by its day, discounts."""

from __future__ import annotations

import re
from decimal import Decimal

from app.records.fields import Field, FieldKind
from app.shared.errors import InvalidValue
from app.shared.i18n import _
from app.transfer.converting import amounts, deal_stages, spans, values, yearless
from app.transfer.converting.outcome import EMPTY, Convert, Outcome, Settings, kept
from app.transfer.grid.cells import is_error, is_number, text
from app.transfer.grid.choices import choice_words
from app.transfer.grid.done_words import CANCELLED, done_word
from app.transfer.grid.list_kinds import AMOUNT, OWED, RECEIVED, TOTAL
from app.transfer.grid.list_sorts import DEALS, OFFERS, SALES
from app.transfer.grid.sheets import Cell

K = FieldKind
DONE = "#done:"
"""Stands before the target of a moment of which only is said that it was."""
DAYS = "#days:"
"""Stands before the target of a day of which only is said how long after the record's own day it is."""
_HOLDS, _FULL = "valid_until", 4
_FOLD = re.compile(r"([0-9](?:\.[0-9]+)?|[0-9]{2})\s*折")
_SETTLED = re.compile(
    r"已?(?:全部?)?(?:付|结|还|收)[清讫齐完]|全款|已?全部?(?:付|收)款?|paid in full|settled|fully paid", re.IGNORECASE
)
_NOTHING = re.compile(r"未付款?|未收款?|没付|没收到?|未回款|none|nothing|unpaid", re.IGNORECASE)


def converter(target: str, field: Field | None, settings: Settings, sort: str = "") -> Convert:
    """How cells of a list become values of a field.

    Args:
        sort: what the list is besides, see ``list_sorts``.
    """
    name = target.rpartition(".")[2]
    if field is not None and field.readonly and name in ("every", "zone"):
        return _again(target) if name == "every" else _zone(target)
    if field is not None and field.kind is K.CHOICE and target == "status" and sort in (DEALS, OFFERS, SALES):
        return deal_stages.converter(target, choice_words(field), sort)
    if field is not None and field.kind is K.CHOICE:
        return _choice(target, field)
    if field is not None and field.kind is K.WALL and not field.required and "done" in field.name:
        return _done(target, values.converter(target, field, settings))
    if field is not None and field.kind is K.PERCENT and "discount" in name:
        return _discount(target, values.converter(target, field, settings))
    if field is not None and field.kind is K.PERCENT and "tax" in name:
        return _tax(target, values.converter(target, field, settings))
    if field is not None and field.kind is K.LINK:
        return _link(target)
    if field is not None and field.kind is K.DATE:
        plain = values.converter(target, field, settings)
        return _days(target, _yearless(target, plain, settings) if field.required else plain)
    if name in (OWED, RECEIVED):
        return _paid(target, values.converter(target, field, settings))
    if name in (AMOUNT, TOTAL):
        return _compared(values.converter(target, field, settings))
    return values.converter(target, field, settings)


def _choice(target: str, field: Field) -> Convert:
    known = choice_words(field)
    by_length = sorted((word for word in known if len(word) > 1), key=len, reverse=True)

    def convert(cell: Cell) -> Outcome:
        value = text(cell)
        if not value:
            return EMPTY
        said = value.casefold()
        if said in known:
            return Outcome(((target, known[said]),))
        inside = {known[word] for word in by_length if word in said}
        if len(inside) == 1:
            return Outcome(((target, inside.pop()),))
        return kept(cell, _("This is none of the values of the field; it is kept in the notes."))

    return convert


def _done(target: str, moment: Convert) -> Convert:
    def convert(cell: Cell) -> Outcome:
        value = text(cell)
        if not value:
            return EMPTY
        said = None if isinstance(cell, (int, float)) and value not in ("0", "1") else done_word(value)
        if said is not None:
            note = value if CANCELLED.fullmatch(value) else ""
            return Outcome(((DONE + target, said),), note=note)
        found = moment(cell)
        return found if found.values else kept(cell, _("This is neither a day nor a word for done or open."))

    return convert


def _discount(target: str, percent: Convert) -> Convert:
    """How much is taken off, in percent: 95折 and 9.5折 are 5."""

    def convert(cell: Cell) -> Outcome:
        if match := _FOLD.fullmatch(text(cell)):
            share = Decimal(match[1])
            return Outcome(((target, 100 - share * 10 if share < 10 else 100 - share),))
        if is_number(cell) and 0 < float(text(cell)) < 1:
            return Outcome(((target, Decimal(text(cell)) * 100),))
        found = percent(cell)
        off = next((value for _name, value in found.values), None)
        return found if off is None or 0 <= off <= 100 else kept(cell, _("This is no percentage."))

    return convert


def _tax(target: str, percent: Convert) -> Convert:
    exempt = target.removesuffix("tax_rate") + "tax_exempt"

    def convert(cell: Cell) -> Outcome:
        if amounts.EXEMPT.fullmatch(text(cell)):
            return Outcome(((exempt, True),))
        found = percent(cell)
        share = next((value for _name, value in found.values), None)
        return found if share is None or 0 <= share <= 100 else kept(cell, _("This is no percentage."))

    return convert


def _days(target: str, day: Convert) -> Convert:
    """A day, or how long after the record's own: 30天, 30 days; of how long a quote holds a plain number will do."""

    def convert(cell: Cell) -> Outcome:
        said = text(cell)
        span = spans.days(said) if isinstance(cell, str) else None
        if span is None and target == _HOLDS and len(said) < _FULL and said.isdecimal():
            span = int(said)
        return day(cell) if span is None else Outcome(((DAYS + target, span),))

    return convert


def _yearless(target: str, plain: Convert, settings: Settings) -> Convert:
    """The day of a record, where a list writes it without the year, as ledgers of one year do: 1.3, 1月3日."""

    def convert(cell: Cell) -> Outcome:
        if isinstance(cell, str) and (found := yearless.day(cell, settings, ahead=False)) is not None:
            reason = _("The year is missing; {year} is taken.").format(year=found.year)
            return Outcome(((target, found),), note="" if settings.year else text(cell), reason=reason)
        return plain(cell)

    return convert


def _compared(amount: Convert) -> Convert:
    """An amount that is only compared: a formula without a result is none."""

    def convert(cell: Cell) -> Outcome:
        return EMPTY if is_error(cell) else amount(cell)

    return convert


def _paid(target: str, amount: Convert) -> Convert:
    """What came in or is still owed: an amount, or a word for all or nothing of it."""

    def convert(cell: Cell) -> Outcome:
        if is_error(cell):
            return EMPTY
        said = text(cell)
        if _SETTLED.fullmatch(said):
            return Outcome(((OWED, Decimal(0)),))
        if _NOTHING.fullmatch(said):
            return Outcome(((target, Decimal(0)),))
        return amount(cell)

    return convert


def _link(target: str) -> Convert:
    def convert(cell: Cell) -> Outcome:
        value = " ".join(text(cell).split())
        return EMPTY if not value or value.casefold() in values.NOTHING else Outcome(((target, value),))

    return convert


def _again(target: str) -> Convert:
    """The rule by which a reminder comes again, as our own export writes it."""
    from app.followups.recurrence import read

    def convert(cell: Cell) -> Outcome:
        value = text(cell)
        try:
            if value:
                read(value)
        except InvalidValue as error:
            return kept(cell, error.sentence())
        return Outcome(((target, value),)) if value else EMPTY

    return convert


def _zone(target: str) -> Convert:
    """The time zone in which a reminder's clock stands, where this machine knows it."""
    from zoneinfo import ZoneInfo

    def convert(cell: Cell) -> Outcome:
        value = text(cell)
        try:
            return Outcome(((target, ZoneInfo(value).key),)) if value else EMPTY
        except (KeyError, ValueError, OSError):
            return EMPTY

    return convert
