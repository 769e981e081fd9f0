"""Conditions typed as words into the filter box: “A级 杭州 90天没联系”, “level A city Hangzhou silent 90 days”.

What is understood is offered, never taken by itself: the same words may be part of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.customers.queries import built_in, untraded
from app.records import queries
from app.records.condition_words import DAYS
from app.records.conditions import Condition, Linked, Where
from app.records.fields import Choice, Field, FieldKind, RecordType
from app.records.values import coerce
from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.shared.i18n import translate
from app.shared.phrase_hours import count

LONGEST, MOST_WORDS, MOST = 200, 7, 12
_ORDERED = {FieldKind.MONEY, FieldKind.PRICE, FieldKind.QUANTITY, FieldKind.PERCENT, FieldKind.INTEGER}
_SIGNS = {
    ">=": (">=", "≥", "不低于", "不少于", "至少", "from", "at least", "since"),
    "<=": ("<=", "≤", "不超过", "至多", "up to", "at most", "until"),
    "!=": ("!=", "≠", "不是", "is not", "not"),
    ">": (">", "＞", "大于", "超过", "高于", "晚于", "over", "above", "more than", "after"),
    "<": ("<", "＜", "小于", "低于", "少于", "早于", "under", "below", "less than", "before"),
    "contains": ("~", "包含", "含", "contains"),
    "=": ("=", "＝", "是", "为", ":", "：", "is"),
}
_OPERATORS = sorted(((sign, op) for op, signs in _SIGNS.items() for sign in signs), key=lambda one: -len(one[0]))
_EMPTY = re.compile(r"(?:是|为|is\s*)?(?:空的?|没填|未填|empty|blank|missing)", re.I)
_FILLED = re.compile(r"(?:is\s+)?(?:不为空|不空|已填|not empty|filled)", re.I)
_NUMBER = r"(?P<number>\d{1,4}|[一二两三四五六七八九十半]{1,3}|half an?|an?|one|two|three|six)"
_UNIT = r"(?P<unit>天|日|周|星期|礼拜|个?月|个?季度|年|days?|weeks?|months?|quarters?|years?)"
_SPAN = rf"{_NUMBER}\s*(?:个)?\s*{_UNIT}"
_TALKED = r"(?:联系|跟进|沟通|打电话|打过电话|来往|往来|拜访)"
_SILENT = re.compile(
    rf"(?:超过|超|已|有)?\s*{_SPAN}(?:以上|多)?\s*(?:没有?|未)\s*{_TALKED}过?(?:了|的)?"
    rf"|(?:没有?|未)\s*{_TALKED}过?\s*(?:超过|已|有)?\s*{_SPAN.replace('number', 'number2').replace('unit', 'unit2')}(?:以上)?"
    rf"|(?:not contacted|not called|no contact|without contact|silent|quiet)\s+(?:for\s+|in\s+|since\s+)?(?:over\s+)?"
    rf"{_SPAN.replace('number', 'number3').replace('unit', 'unit3')}"
    rf"|{_SPAN.replace('number', 'number4').replace('unit', 'unit4')}\s+(?:silent|quiet|no contact|without contact|not contacted)",
    re.I,
)
_RECENT = re.compile(
    rf"(?:最近|近)?\s*{_SPAN}(?:以?内|里)?\s*{_TALKED}过的?"
    rf"|(?:contacted|called)\s+(?:in\s+the\s+last\s+|within\s+|in\s+)"
    rf"{_SPAN.replace('number', 'number2').replace('unit', 'unit2')}",
    re.I,
)
_UNTRADED = re.compile(
    rf"(?:超过|超|已|有)?\s*{_SPAN}(?:以上|多)?\s*(?:没有?|未)\s*(?:成交|交易|下单|买|购买|订货)过?(?:了|的)?"
    rf"|(?:没有?|未)\s*(?:成交|交易|下单|买|购买|订货)过?\s*(?:超过|已|有)?\s*{_SPAN.replace('number', 'number2').replace('unit', 'unit2')}"
    rf"|(?:not traded|not bought|no order|no deal)\s+(?:for\s+|in\s+)?"
    rf"{_SPAN.replace('number', 'number3').replace('unit', 'unit3')}",
    re.I,
)
_WITHIN = re.compile(
    rf"(?:最近|近|in the last\s+|last\s+)?{_SPAN}(?P<side>以?内|之内|内|以?前|之前|以上|\s+ago)?", re.I
)
_DAYS_OF = {
    "周": 7,
    "星期": 7,
    "礼拜": 7,
    "week": 7,
    "月": 30,
    "month": 30,
    "季度": 91,
    "quarter": 91,
    "年": 365,
    "year": 365,
}
_MONTHS = {
    "this": ("本月", "这个月", "当月", "this month"),
    "next": ("下月", "下个月", "next month"),
}
_SEPARATED = re.compile(r"[\s,，、;；]+")


_PERSON = re.compile(
    r"(?:有|和|跟|与)?\s*(?P<who>\S.{0,40}?)\s*(?:参与过?的?|在场|took part)|(?:参与人|参与|took part)\s*[:：]?\s*(?P<who2>\S.{0,40})",
    re.I,
)


def with_person(contact: int) -> Linked:
    """That a contact took part in one of a customer's conversations, be it one of the customer's own people or not."""
    return Linked("activity", "customer", (Condition("contact", "has", contact),))


def took_part(one: Where) -> int | None:
    """The contact whom such a condition names, None for any other condition."""
    if isinstance(one, Linked) and (one.kind, len(one.where), one.none) == ("activity", 1, False):
        person = one.where[0]
        if (person.field, person.op) == ("contact", "has") and isinstance(person.value, int):
            return person.value
    return None


@dataclass(frozen=True, slots=True)
class Understood:
    """What typed words mean: conditions, and the words that are none."""

    where: tuple[Where, ...] = ()
    rest: str = ""


class ConditionReader:
    """Reads conditions by the dictionary of customers, the user's own fields and lists included.

    It holds the words of one language: another is wanted when language or fields change.
    """

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self._record: RecordType = ws.dictionary.type("customer")
        listed = [field for field in self._record.fields if field.listed]
        self._labels: dict[str, Field] = {}
        for words in ("label", "synonyms"):
            for field in listed:
                for word in _labels(field) if words == "label" else field.synonyms:
                    self._labels.setdefault(word.casefold(), field)
        self._values: dict[str, Condition] = {}
        for field in listed:
            for choice in field.choices:
                found = Condition(field.name, "=", choice.code)
                for word in (*_words(choice), *choice.synonyms):
                    for form in (word, *(f"{word}{gap}{label}" for gap in ("", " ") for label in _labels(field))):
                        self._values.setdefault(form.casefold(), found)
        self._views = {
            said.casefold(): view.where for view in built_in(ws)[1:] for said in (view.label, translate(view.label))
        }
        self._longest = max(map(len, self._labels))

    def read(self, text: str) -> Understood:
        """The conditions in what is typed; without any the whole text is the rest. Never raises."""
        if len(text) > LONGEST:
            return Understood((), text)
        found: list[Where] = []
        rest: list[str] = []
        at = 0
        # Spans of days are read where they stand, as they hold blanks in English and none around them in Chinese.
        spans = [*_SILENT.finditer(text), *_UNTRADED.finditer(text)]
        for match in sorted(spans, key=lambda one: one.start()):
            if match.start() < at:
                continue
            self._read(text[at : match.start()], found, rest)
            days = _days(match)
            silent = match.re is _SILENT
            found += (Condition("last_contact_on", "<", f"today-{days}"),) if silent else untraded(days).where
            at = match.end()
        self._read(text[at:], found, rest)
        where = tuple(dict.fromkeys(found))
        if len(where) > MOST:
            return Understood((), text.strip())
        return Understood(where, " ".join(rest)) if where else Understood((), text.strip())

    def _read(self, text: str, found: list[Where], rest: list[str]) -> None:
        """The longest runs of words that mean something first."""
        words = [word for word in _SEPARATED.split(text) if word]
        at = 0
        while at < len(words):
            for size in range(min(MOST_WORDS, len(words) - at), 0, -1):
                meant = self._clause(" ".join(words[at : at + size])) or (self._halves(words[at]) if size == 1 else ())
                if meant:
                    found.extend(meant)
                    at += size
                    break
            else:
                rest.append(words[at])
                at += 1

    def _clause(self, text: str) -> tuple[Where, ...]:
        """What a few words mean as a whole, () when nothing."""
        said = text.casefold()
        if (where := self._views.get(said)) is not None:
            return where
        if (recent := _RECENT.fullmatch(text)) is not None:
            return (Condition("last_contact_on", ">=", f"today-{_days(recent)}"),)
        if (named := _PERSON.fullmatch(text)) is not None and (person := self._contact(named)) is not None:
            return (person,)
        for read in (self._presence, self._told, self._value):
            if (part := read(text)) is not None:
                return (part,)
        for word in ("not ", "不是", "非"):
            if said.startswith(word) and (parts := self._clause(text[len(word) :].strip())):
                first = parts[0]
                if len(parts) == 1 and isinstance(first, Condition) and first.op == "=":
                    return (Condition(first.field, "!=", first.value),)
        return ()

    def _contact(self, match: re.Match[str]) -> Linked | None:
        try:
            return with_person(queries.find(self._ws, "contact", match["who"] or match["who2"]).id)
        except KebuError:
            return None

    def _halves(self, word: str) -> tuple[Where, ...]:
        """Two conditions written as one word, as Chinese does: A级杭州."""
        if word.isascii() or not 3 <= len(word) <= 12:
            return ()
        for at in range(1, len(word)):
            if (first := self._clause(word[:at])) and (second := self._clause(word[at:])):
                return (*first, *second)
        return ()

    def _presence(self, text: str) -> Condition | None:
        """没有电话, no phone, 有邮箱, with e-mail, phone empty."""
        said = text.casefold()
        for words, op in ((("没有", "没", "无", "no ", "without "), "empty"), (("有", "has ", "with "), "not_empty")):
            for word in words:
                if said.startswith(word) and (field := self._labels.get(said.removeprefix(word).strip())):
                    return Condition(field.name, op)
        for named, rest in self._named(said):
            if _FILLED.fullmatch(rest.strip()):
                return Condition(named.name, "not_empty")
            if _EMPTY.fullmatch(rest.strip()):
                return Condition(named.name, "empty")
        return None

    def _told(self, text: str) -> Condition | None:
        """A field by its name, and what it is compared with: 城市 杭州, level=A, credit limit over 10万."""
        for field, rest in self._named(text):
            op, value = _operator(rest)
            joined = not op and not rest[:1].isspace()
            if (found := self._compared(field, op, value, joined=joined)) is not None:
                return found
        own = self._labels.get(text.casefold())
        return Condition(own.name, "=", "true") if own is not None and own.kind is FieldKind.BOOLEAN else None

    def _compared(self, field: Field, op: str, value: str, *, joined: bool) -> Condition | None:
        if not value:
            return None
        if field.choices and op in ("", "=", "!="):
            choice = _choice(field, value)
            return None if choice is None else Condition(field.name, op or "=", choice.code)
        if field.kind in DAYS:
            return self._day(field, op, value)
        if field.kind is FieldKind.BOOLEAN:
            told = {"是": "true", "yes": "true", "否": "false", "no": "false"}.get(value.casefold())
            return Condition(field.name, "=", told) if told and op in ("", "=") else None
        if field.kind in _ORDERED:
            return self._checked(field, {"": "=", "contains": "="}.get(op, op), value)
        words = value.split()
        if op in ("<", ">", "<=", ">=") or (joined and not op):
            return None
        further = range(1, len(words))
        if any(words[at].casefold() in self._labels or self._clause(" ".join(words[at:])) for at in further):
            return None
        if field.link:
            return self._linked(field, op or "=", value)
        usual = (
            "=" if field.suggested or field.choices or field.kind in (FieldKind.TAGS, FieldKind.PHONE) else "contains"
        )
        return self._checked(field, op or usual, value)

    def _day(self, field: Field, op: str, value: str) -> Condition | None:
        if op in ("", "="):
            for code, words in _MONTHS.items():
                if value.casefold() in words:
                    return Condition(field.name, "month", code)
            if (span := _WITHIN.fullmatch(value)) is not None:
                days, side = _days(span), (span["side"] or "").strip()
                if side in ("", "ago") or side.endswith(("前", "上")):
                    return Condition(field.name, "<", f"today-{days}")
                ahead = field.name == "next_follow_up_on"
                return Condition(field.name, "<=" if ahead else ">=", f"today{'+' if ahead else '-'}{days}")
        found = self._checked(field, {"": "=", "contains": "="}.get(op, op), value)
        if found is None:
            return None
        day = coerce(field, value)
        return Condition(found.field, found.op, day.isoformat() if isinstance(day, date) else value)

    def _linked(self, field: Field, op: str, value: str) -> Condition | None:
        if op not in ("=", "!="):
            return None
        try:
            return Condition(field.name, op, queries.find(self._ws, field.link or "", value).id)
        except KebuError:
            return None

    def _checked(self, field: Field, op: str, value: str) -> Condition | None:
        try:
            coerce(field, value, currency=self._ws.currency)
        except (KebuError, ValueError, ArithmeticError):
            return None
        return Condition(field.name, op, value)

    def _value(self, text: str) -> Condition | None:
        """A value that needs no name: one of a list, as A or A级, or a city of the book."""
        if (found := self._values.get(text.casefold())) is not None:
            return found
        city = Condition("city", "=", text)
        return city if self._record.has("city") and queries.ids(self._ws, "customer", (city,), limit=1) else None

    def _named(self, text: str) -> Iterator[tuple[Field, str]]:
        """The fields whose names a text begins with, the longest first, and what follows."""
        said = text.casefold()
        if len(said) != len(text):
            return
        for at in range(min(len(said) - 1, self._longest), 0, -1):
            if (field := self._labels.get(said[:at])) is not None and not (_letter(said[at - 1]) and _letter(said[at])):
                yield field, text[at:]


def _letter(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def _labels(field: Field) -> tuple[str, str]:
    return translate(field.label), field.label


def _words(choice: Choice) -> tuple[str, str, str]:
    return translate(choice.label), choice.label, choice.code


def _choice(field: Field, value: str) -> Choice | None:
    said = value.casefold()
    for one in field.choices:
        if said in map(str.casefold, _words(one)):
            return one
    return next((one for one in field.choices if said in map(str.casefold, one.synonyms)), None)


def _operator(rest: str) -> tuple[str, str]:
    """The comparison at the beginning of a text ("" for none), and the value behind it."""
    said = rest.lstrip()
    for sign, op in _OPERATORS:
        after = said[len(sign) : len(sign) + 1]
        whole = not sign[-1].isascii() or not sign[-1].isalpha() or not (after.isascii() and after.isalnum())
        if said.casefold().startswith(sign) and whole:
            return op, said[len(sign) :].strip()
    return "", said.strip()


def _days(match: re.Match[str]) -> int:
    """How many days a span has; months count 30, years 365."""
    groups = match.groupdict()
    number = _first(groups, ("number", "number2", "number3", "number4"))
    unit = _first(groups, ("unit", "unit2", "unit3", "unit4")).casefold()
    days = next((days for word, days in _DAYS_OF.items() if word in unit), 1)
    if number == "半" or number.casefold().startswith("half"):
        return max(1, days // 2)
    return min(count(number) or {"six": 6}.get(number.casefold(), 1), 9999) * days if number else days


def _first(groups: dict[str, str | None], names: Sequence[str]) -> str:
    return next((found for name in names if (found := groups.get(name))), "")
