"""Values of fields: from text and other raw input, to JSON, and to what a person reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from app.records.fields import Field, FieldKind
from app.shared import dates, money, phones
from app.shared.errors import InvalidValue
from app.shared.i18n import N_, language, listed, translate
from app.shared.phones import Phone

_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")
_TRUE = {"1", "true", "yes", "y", "是", "对", "有", "√", "✓", "x", "主"}
_FALSE = {"0", "false", "no", "n", "否", "不", "无", "×", ""}
MAX_TEXT = 1_000_000


def coerce(field: Field, raw: Any, *, currency: str = "CNY", region: str = "CN") -> Any:
    """The value of a field from text or a Python value; None for nothing.

    Raises:
        InvalidValue: naming the field, what is wrong and what to type.
    """
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return () if field.kind is FieldKind.TAGS else None
    if isinstance(raw, str):
        if len(raw) > MAX_TEXT:
            raise InvalidValue(field.name, N_("This text is too long."), N_("Shorten it."))
        raw = raw.replace("\x00", "").strip()
    return _COERCE[field.kind](field, raw, currency, region)


def _text(field: Field, raw: Any, currency: str, region: str) -> str:
    return " ".join(str(raw).split()) if field.kind is FieldKind.TEXT else str(raw).replace("\r\n", "\n")


def _phone(field: Field, raw: Any, currency: str, region: str) -> Phone:
    return raw if isinstance(raw, Phone) else phones.parse(str(raw), region)


def _email(field: Field, raw: Any, currency: str, region: str) -> str:
    text = str(raw).strip()
    if not all(_EMAIL.fullmatch(part) for part in re.split(r"[,;\s]+", text) if part):
        raise InvalidValue(
            field.name, N_("“{value}” is no e-mail address."), N_("Write it like name@company.com."), value=text
        )
    return text


def _decimal(field: Field, raw: Any) -> Decimal:
    if isinstance(raw, bool):
        raise InvalidValue(field.name, N_("“{value}” is no number."), N_("Write figures only."), value=raw)
    if isinstance(raw, (int, Decimal)):
        return Decimal(raw)
    if isinstance(raw, float):
        return Decimal(repr(raw))
    text = str(raw).strip()
    if field.kind is FieldKind.PERCENT:
        text = text.rstrip("%％ ")
    value = money.parse_amount(text)
    if value is None:
        try:
            value = Decimal(text)
        except InvalidOperation:
            raise InvalidValue(
                field.name, N_("“{value}” is no number."), N_("Write figures only."), value=text
            ) from None
    if not value.is_finite() or abs(value) >= Decimal(10) ** 12:
        raise InvalidValue(field.name, N_("“{value}” is too large."), N_("Check the figures."), value=text)
    return value


def _money(field: Field, raw: Any, currency: str, region: str) -> Decimal:
    value = _decimal(field, raw)
    return money.from_minor(money.to_minor(value, currency), currency)


def _scaled(field: Field, raw: Any, currency: str, region: str) -> Decimal:
    return money.from_millionths(money.to_millionths(_decimal(field, raw)))


def _integer(field: Field, raw: Any, currency: str, region: str) -> int:
    value = _decimal(field, raw)
    if value != value.to_integral():
        raise InvalidValue(field.name, N_("“{value}” is no whole number."), N_("Write figures only."), value=raw)
    return int(value)


def _boolean(field: Field, raw: Any, currency: str, region: str) -> bool:
    if isinstance(raw, (bool, int)):
        return bool(raw)
    text = str(raw).strip().lower()
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    raise InvalidValue(field.name, N_("“{value}” is neither yes nor no."), N_("Write yes or no."), value=raw)


def _date(field: Field, raw: Any, currency: str, region: str) -> date:
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    found = dates.parse_date(str(raw))
    if found is None:
        raise InvalidValue(field.name, N_("“{value}” is no date."), N_("Write it like 2026-07-15."), value=str(raw))
    return found


def _wall(field: Field, raw: Any, currency: str, region: str) -> datetime:
    if isinstance(raw, datetime):
        return raw.replace(tzinfo=None, second=0, microsecond=0)
    if isinstance(raw, date):
        return datetime(raw.year, raw.month, raw.day)
    try:
        return datetime.fromisoformat(str(raw).strip()).replace(tzinfo=None, second=0, microsecond=0)
    except ValueError:
        day = _date(field, raw, currency, region)
        return datetime(day.year, day.month, day.day)


def _instant(field: Field, raw: Any, currency: str, region: str) -> datetime:
    moment = raw if isinstance(raw, datetime) else datetime.fromisoformat(str(raw))
    return moment.astimezone(UTC).replace(microsecond=0)


def _choice(field: Field, raw: Any, currency: str, region: str) -> str:
    text = str(raw).strip()
    code = meant(field, text)
    if code is not None:
        return code
    raise InvalidValue(
        field.name,
        N_("“{value}” is none of the values of this field."),
        N_("Choose one of: {choices}."),
        value=text,
        choices=listed(translate(choice.label) for choice in field.offered),
    )


def meant(field: Field, text: str) -> str | None:
    """The code of the choice that a word means: its code, its label, or an old word for it; None when none does."""
    wanted = text.strip().casefold()
    by_word: dict[int, str] = {}
    for choice in field.choices:
        if text == choice.code:
            return choice.code
        for rank, word in ((0, translate(choice.label)), (1, choice.label), (2, choice.code)):
            if word.casefold() == wanted:
                by_word.setdefault(rank, choice.code)
        if any(word.casefold() == wanted for word in choice.synonyms):
            by_word.setdefault(3, choice.code)
    return by_word[min(by_word)] if by_word else None


def _tags(field: Field, raw: Any, currency: str, region: str) -> tuple[str, ...]:
    if isinstance(raw, str) and field.choices and meant(field, raw) is not None:
        parts = [raw]
    else:
        parts = re.split(r"[,，;；、|\n]+", raw) if isinstance(raw, str) else list(raw)
    words = dict.fromkeys(part.strip() for part in parts if part.strip())
    return (
        tuple(dict.fromkeys(_choice(field, word, currency, region) for word in words)) if field.custom else tuple(words)
    )


def _link(field: Field, raw: Any, currency: str, region: str) -> int | tuple[int, ...]:
    several = isinstance(raw, (tuple, list)) or (isinstance(raw, str) and "," in raw)
    if field.also and several:
        parts = raw.split(",") if isinstance(raw, str) else raw
        return tuple(dict.fromkeys(_number(field, part) for part in parts if part not in (None, "")))
    return _number(field, raw)


def _number(field: Field, raw: Any) -> int:
    try:
        return int(raw)
    except (TypeError, ValueError):
        raise InvalidValue(
            field.name, N_("“{value}” is no record's number."), N_("Choose a record."), value=raw
        ) from None


def _image(field: Field, raw: Any, currency: str, region: str) -> bytes:
    if not isinstance(raw, (bytes, bytearray, memoryview)):
        raise InvalidValue(field.name, N_("This is no picture."), N_("Choose a picture file."))
    return bytes(raw)


_COERCE: dict[FieldKind, Callable[[Field, Any, str, str], Any]] = {
    FieldKind.TEXT: _text,
    FieldKind.LONG_TEXT: _text,
    FieldKind.PHONE: _phone,
    FieldKind.EMAIL: _email,
    FieldKind.URL: _text,
    FieldKind.MONEY: _money,
    FieldKind.PRICE: _scaled,
    FieldKind.QUANTITY: _scaled,
    FieldKind.PERCENT: _scaled,
    FieldKind.INTEGER: _integer,
    FieldKind.BOOLEAN: _boolean,
    FieldKind.DATE: _date,
    FieldKind.WALL: _wall,
    FieldKind.INSTANT: _instant,
    FieldKind.CHOICE: _choice,
    FieldKind.TAGS: _tags,
    FieldKind.LINK: _link,
    FieldKind.IMAGE: _image,
}


def plain(value: Decimal) -> str:
    """A number without exponent and without needless zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def to_json(field: Field, value: Any) -> Any:
    """A value as the command line's JSON has it: money as text in major units, dates ISO, ids as integers."""
    if value is None:
        return None
    match field.kind:
        case FieldKind.PHONE:
            return {"typed": value.typed, "normal": value.normal}
        case FieldKind.MONEY:
            return format(value, "f")
        case FieldKind.PRICE | FieldKind.QUANTITY | FieldKind.PERCENT:
            return plain(value)
        case FieldKind.DATE:
            return value.isoformat()
        case FieldKind.WALL:
            return value.isoformat(timespec="minutes")
        case FieldKind.INSTANT:
            return value.isoformat(timespec="seconds")
        case FieldKind.TAGS:
            return list(value)
        case FieldKind.IMAGE:
            return {"bytes": len(value)}
        case _:
            return value


def show(field: Field, value: Any, *, currency: str = "CNY", today: date | None = None) -> str:
    """A value as a person reads it, in the language in use; "" for nothing."""
    if value is None or value == ():
        return ""
    if isinstance(value, str) and field.kind not in (FieldKind.CHOICE, FieldKind.TAGS):
        return field.said(value, today) if field.said else value
    match field.kind:
        case FieldKind.PHONE:
            return phones.pretty(value)
        case FieldKind.MONEY:
            return money.format_amount(value, currency, language())
        case FieldKind.PRICE | FieldKind.QUANTITY:
            return plain(value)
        case FieldKind.PERCENT:
            return plain(value) + "%"
        case FieldKind.DATE:
            return dates.show_day(value, today, language()) if today else value.isoformat()
        case FieldKind.WALL:
            return dates.show_wall(value, today, language()) if today else value.isoformat(" ", timespec="minutes")
        case FieldKind.INSTANT:
            return str(value.astimezone().strftime("%Y-%m-%d %H:%M"))
        case FieldKind.CHOICE:
            choice = field.choice(value)
            return translate(choice.label) if choice else str(value)
        case FieldKind.BOOLEAN:
            return translate(N_("Yes")) if value else translate(N_("No"))
        case FieldKind.TAGS:
            return listed(translate(one.label) if (one := field.choice(code)) else code for code in value)
        case FieldKind.IMAGE:
            return translate(N_("Picture"))
        case _:
            return str(value)
