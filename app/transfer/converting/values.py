"""Cells into values of fields, a column at a time; what does not fit is told and kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from app.records.fields import Field, FieldKind
from app.shared import dates, phones
from app.shared.currencies import named
from app.shared.i18n import _
from app.shared.phone_cells import remark
from app.shared.text import closed_up, half_width, one_line
from app.transfer.converting import (
    amounts,
    days,
    markup,
    messengers,
    moments,
    persons,
    phone_values,
    places,
    postcodes,
    spans,
    yearless,
)
from app.transfer.converting.outcome import EMPTY, OTHERS, Convert, Outcome, Settings, kept
from app.transfer.grid import units
from app.transfer.grid.cells import is_error, text
from app.transfer.grid.choices import choice_words
from app.transfer.grid.evidence import PHONE_DIGITS, SHORTEST_ADDRESS
from app.transfer.grid.mails import EMAIL
from app.transfer.grid.sheets import Cell

K = FieldKind
NOTHING = frozenset(
    "- -- --- — —— / \\ // . .. ? n/a na #n/a null none nil nan 无 暂无 没有 空 不详 未知 〇 无此项 "
    "(null) 0000-00-00 0.0.00 00.00.00 0/0/00 0-0-0 -none- unspecified 未指定 未填 未填写 不明 不适用 未入力 未設定 미지정 해당없음".split()
) | frozenset({
    "not specified", "not provided", "[not provided]", "not available", "not applicable", "keine angabe", "keine angaben", "k.a.",
    "k. a.", "non renseigné", "non renseignée", "non spécifié", "non précisé", "sin especificar", "no especificado", "no aplica",
    "não informado", "não especificado", "non specificato", "niet opgegeven", "nie podano", "ikke angitt", "не указано", "не указан",
})  # fmt: skip
"""Texts of cells that say that there is nothing to say, as programs and people of many countries put them."""
LONGEST = max(map(len, NOTHING)) + 2
_MOST = 10**12
"""A field takes no greater number, as where it is typed."""
_EVERYONE = re.compile(r"\* ?my ?contacts", re.IGNORECASE)
_QQ = range(5, 12)
"""How many digits a QQ number has."""
_FRACTION = re.compile(r"\d+\.0")
_ID_FIELDS = frozenset({"bank_account", "tax_number", "code", "barcode"})


def column_order(cells: Iterable[Cell]) -> dates.OrderGuess:
    """In which order a column writes its dates, from all its texts."""
    return dates.guess_order(value for cell in cells if isinstance(cell, str) and (value := cell.strip()))


def converter(target: str, field: Field | None, settings: Settings) -> Convert:
    """How cells become values of a field.

    Args:
        target: the field as the mapping names it ("contact.mobile").
        field: the field itself; None for a custom text field.
        settings: see ``Settings``.
    """
    if field is None:
        return lambda cell: Outcome(((target, value),)) if (value := text(cell)) else EMPTY
    make = _MAKERS.get(field.kind, _text)
    if field.name == "name" and target == "contact.name":
        make = _person
    elif field.name == "birthday":
        make = days.birthday
    elif field.name.endswith("_months"):
        make = _count_of_months
    convert = make(target, field, settings)

    def guarded(cell: Cell) -> Outcome:
        if is_error(cell):
            return Outcome(note="", reason=error_told(cell))
        if isinstance(cell, str) and len(cell) <= LONGEST and cell.strip().casefold() in NOTHING:
            return EMPTY
        return convert(cell)

    return guarded


def error_told(cell: Cell) -> str:
    """Why a cell with an error, or with a formula whose result was never stored, gives no value."""
    if cell == "=":
        return _("The file does not hold the result of this formula: open and save it in a spreadsheet program first.")
    return _("The cell holds an error of the spreadsheet.")


_LINKED = re.compile(r"^[^#]*#((?:https?://|www\.)[^\s#]+)#.*$")
"""A link as Access keeps it: what it is called, where it leads, and where in there, between #."""


def _text(target: str, field: Field, settings: Settings) -> Convert:
    lines = field.kind is K.LONG_TEXT or field.name == "address"
    place = target in ("province", "city", "customer.province", "customer.city")
    prefix = target.rpartition(".")[0]
    prefix = prefix + "." if prefix else ""
    precise, postcode = field.name in _ID_FIELDS, field.name == "postcode"
    messenger = field.name if field.name in ("wechat", "qq") else ""
    website = field.name == "website"

    def convert(cell: Cell) -> Outcome:
        value = markup.plain(text(cell)) if lines else text(cell)
        if not lines:
            value = one_line(value) if "\n" in value or "\t" in value else value
            value = _LINKED.sub(r"\1", value) if website and "#" in value else value
        elif field.name == "address" and "\n" in value:
            value = ", ".join(line.strip(" ,") for line in value.split("\n") if line.strip(" ,"))
        if not value:
            return EMPTY
        if messenger and (named := dict(messengers.take(value)[1])) and set(named) == {messenger}:
            return Outcome(((target, named[messenger]),), note="" if not messengers.take(value)[0] else value)
        # Where some codes end otherwise, "2.0" is another code than "2"; no postcode holds a point.
        if (postcode or (precise and settings.fractions)) and _FRACTION.fullmatch(value):
            value = value[:-2]
        if precise and amounts.rounded(cell):
            return kept(cell, _("The spreadsheet has rounded this long number; its last digits are lost."))
        if (postcode and (both := postcodes.with_city(value))) or (place and (both := postcodes.with_state(value))):
            return Outcome(tuple((f"{prefix}{name}", part) for name, part in both.items()))
        if lines and field.name == "address" and (code := postcodes.before_address(value))[0]:
            return Outcome(((f"{prefix}postcode", code[0]), (target, code[1])))
        if place and len(value) >= SHORTEST_ADDRESS and (found := places.split_place(value)):
            parts = (("province", found[0]), ("city", found[1]), ("address", found[2]))
            return Outcome(tuple((f"{prefix}{name}", part) for name, part in parts if part))
        return Outcome(((target, value),))

    return convert


_MAILED = re.compile(
    r"(?P<name>[^@<>()\[\]\d:]{2,60}?)\s*(?:[<(\[]\s*(?:mailto:)?(?P<within>[^\s@<>()\[\]]+@[^\s@<>()\[\]]+\.\w{2,})\s*[>)\]]"
    r"|(?:\s[-–—]|[,;/|])\s*(?P<mail>[^\s@<>()\[\],;]+@[^\s@<>()\[\],;]+\.\w{2,}))"
)
"""A person with the mail address behind: Ada Long <ada@long.example>, Ada Long - ada@long.example."""


def _person(target: str, field: Field, settings: Settings) -> Convert:
    def convert(cell: Cell) -> Outcome:
        value = text(cell)
        if not value:
            return EMPTY
        if "@" in value and (match := _MAILED.fullmatch(value)):
            named, mail = persons.read(match["name"].strip("\"' ")), match["mail"] or match["within"]
            told = ((target, named.name), ("contact.title", named.title), ("contact.email", mail))
            return Outcome(tuple(pair for pair in told if pair[1]), note=value if named.rest else "")
        if sum(map(str.isdigit, value)) >= PHONE_DIGITS and (
            (found := phones.split(value, settings.region)) and (found[0].label or _numbers_alone(value, found))
        ):
            person = persons.read(found[0].label)
            values = [(target, person.name), ("contact.title", person.title)]
            spare = tuple((one.phone, "" if number == 0 else one.label) for number, one in enumerate(found))
            rest = half_width(value)
            for one in found:
                rest = rest.replace(one.phone.typed, " ").replace(one.label, " ")
            return Outcome(tuple(pair for pair in values if pair[1]), note=value if remark(rest) else "", spare=spare)
        person, *others = persons.read_all(value)
        pairs: list[tuple[str, Any]] = [
            (target, person.name),
            ("contact.title", person.title),
            ("contact.gender", person.gender),
        ]
        if others:
            pairs.append((OTHERS, tuple(others)))
        return Outcome(tuple(pair for pair in pairs if pair[1]), note=value if person.rest else "")

    return convert


def _numbers_alone(value: str, found: Sequence[phones.Found]) -> bool:
    """Whether a cell for a name holds phone numbers and nothing else."""
    rest = half_width(value)
    for one in found:
        rest = rest.replace(one.phone.typed, " ")
    return bool(found[0].phone.normal) and not remark(rest)


def _email(target: str, field: Field, settings: Settings) -> Convert:
    def convert(cell: Cell) -> Outcome:
        value = half_width(text(cell)).strip().removeprefix("mailto:").replace("。", ".")
        if not value:
            return EMPTY
        found = EMAIL.findall(value)
        if not found:
            if not any(sign in value for sign in "@.") and value.isdigit():
                return kept(
                    cell,
                    _("This is no e-mail address; perhaps a QQ number."),
                    f"{value}@qq.com" if len(value) in _QQ else "",
                )
            return kept(cell, _("This is no e-mail address."))
        rest = value.replace(found[0], "", 1).strip(" ,;，；、/<>()")
        return Outcome(((target, found[0].rstrip(".")),), note=value if rest else "")

    return convert


def _integer(target: str, field: Field, settings: Settings) -> Convert:
    def convert(cell: Cell) -> Outcome:
        value = amounts.number(cell)
        if value is None or value != value.to_integral() or abs(value) >= _MOST:
            return kept(cell, _("This is no whole number.")) if text(cell) else EMPTY
        return Outcome(((target, int(value)),))

    return convert


def _count_of_months(target: str, field: Field, settings: Settings) -> Convert:
    def convert(cell: Cell) -> Outcome:
        value = text(cell)
        if not value:
            return EMPTY
        months, more = spans.warranty(value)
        if months is None:
            return kept(cell, _("This is no number of months."))
        return Outcome(((target, months),), note=value if more else "")

    return convert


def _choice(target: str, field: Field, settings: Settings) -> Convert:
    known = choice_words(field)

    def convert(cell: Cell) -> Outcome:
        value = text(cell)
        if not value:
            return EMPTY
        for word in (value.casefold(), half_width(value).strip().casefold(), closed_up(half_width(value))):
            if word in known:
                return Outcome(((target, known[word]),))
        return kept(cell, _("This is none of the values of the field; it is kept in the notes."))

    return convert


def _tags(target: str, field: Field, settings: Settings) -> Convert:
    known = choice_words(field) if field.choices else {}

    def convert(cell: Cell) -> Outcome:
        parts = [
            part.strip(' *#"')
            for part in re.split(r"[,，;；、|\n]+|:::", text(cell))
            if not _EVERYONE.fullmatch(part.strip())
        ]
        found = tuple(dict.fromkeys(part for part in parts if part))
        if known and found:
            return _of_list(target, found, known)
        return Outcome(((target, found),)) if found else EMPTY

    return convert


def _of_list(target: str, found: Sequence[str], known: Mapping[str, object]) -> Outcome:
    """Several values of a list; what it does not know is kept."""
    taken = tuple(dict.fromkeys(str(known[one.casefold()]) for one in found if one.casefold() in known))
    left = [one for one in found if one.casefold() not in known]
    pairs = ((target, taken),) if taken else ()
    if not left:
        return Outcome(pairs)
    return Outcome(pairs, ", ".join(left), _("This is none of the values of the field; it is kept in the notes."))


_MAKERS: dict[FieldKind, Callable[[str, Field, Settings], Convert]] = {
    K.PHONE: phone_values.phone,
    K.EMAIL: _email,
    K.DATE: days.day,
    K.WALL: moments.moment,
    K.MONEY: amounts.amount,
    K.PRICE: amounts.amount,
    K.QUANTITY: amounts.amount,
    K.PERCENT: amounts.percent,
    K.INTEGER: _integer,
    K.CHOICE: _choice,
    K.BOOLEAN: _choice,
    K.TAGS: _tags,
}


def settings_for(
    field: Field | None, header: str, cells: Sequence[Cell], region: str, currency: str
) -> tuple[Settings, str]:
    """The settings of one column, decided from all its cells; and what decided the order of its dates, to be shown."""
    if field is None:
        return Settings(region, currency), ""
    if field.name in _ID_FIELDS:
        values = [value for cell in cells if (value := text(cell)) and value.casefold() not in NOTHING]
        return Settings(region, currency, fractions=all(map(_FRACTION.fullmatch, values))), ""
    if field.kind in (K.DATE, K.WALL):
        guess = column_order(cells)
        return Settings(region, currency, guess.order, year=yearless.told(cells)), guess.evidence
    if field.kind is K.PERCENT:
        as_share, mixed = amounts.shares(cells)
        return Settings(region, currency, percent_as_share=as_share, mixed=mixed), ""
    if field.kind in (K.MONEY, K.PRICE):
        stated = named(header, currency, amount=False)
        factor = units.factor(header, each=field.kind is K.PRICE)
        return Settings(region, currency, factor=factor, stated=stated, pointed=amounts.pointed(cells)), ""
    return Settings(region, currency), ""
