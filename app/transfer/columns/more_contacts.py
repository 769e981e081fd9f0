"""Several contacts of one customer in the columns of a row: 联系人1, 电话1, 联系人2, 电话2; Contact 1 Name, Contact 2 Phone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.transfer.columns import roles
from app.transfer.columns.decision import Decision
from app.transfer.columns.proposals import CONTACTS, CUSTOMERS
from app.transfer.columns.seen import Seen
from app.transfer.columns.staff import is_staff
from app.transfer.grid.folding import fold
from app.transfer.grid.headers import CONTACT, CUSTOMER, Meaning, Vocabulary
from app.transfer.grid.scale import HALF, KNOWN, LIKELY, SAID

_FIELDS = frozenset(
    "name title department gender phone mobile fax email wechat qq birthday address notes is_primary".split()
)
_REACHED = frozenset("phone mobile fax email wechat qq".split())
"""Without one of these beside his name somebody is of the user's own people (负责人, 负责人部门)."""
_SHARED = frozenset("phone mobile fax email wechat qq address birthday".split())
_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "first": 1, "second": 2, "third": 3}
_NUMBER = r"(?P<number>\d{1,2}|[一二三四五])"
_WHO = r"(?P<who>联系人|联络人|聯絡人|负责人|contactperson|contact|person|ansprechpartner|kontakt)"
_LEADING = re.compile(rf"第?(?P<number>[1-9一二三四五]|first|second|third)(?:st|nd|rd|th|个|位|号)?{_WHO}(?P<rest>.*)")
_INSIDE = re.compile(rf"{_WHO}(?:no|nr|号)?{_NUMBER}(?P<rest>.*)")
_TRAILING = re.compile(rf"(?P<who>.*?[^\d一二三四五]){_NUMBER}(?P<rest>)")
_SPARE = re.compile(
    r"(?:备用|次要|其他|其它|另一|第二|secondary|second|alternate|alternative|other|backup)(?P<who>联系人|联络人|contactperson|contact)(?P<rest>.*)"
)
_PERSON_ENDS = ("联系人", "负责人", "联络人", "姓名", "name", "contact")
_SHORT_NAME = re.compile(r"[\u4e00-\u9fff]{1,4}(?:$|[\s\d:：/(（])|[A-Z][a-z]+$")
_OWNER = re.compile(r"contact([2-9]|[1-9]\d)\.(.+)")
Place = tuple[int, str]


def plain(target: str) -> tuple[str, int]:
    """A target as the first contact's, and which contact it is of: ``contact2.mobile`` is ``contact.mobile`` of 2."""
    match = _OWNER.fullmatch(target)
    return (f"contact.{match[2]}", int(match[1])) if match else (target, 1)


_SHOWN = frozenset(("displayname", "fullname", "shownas"))
"""What a program calls its customers by."""


def target_of(number: int, field: str) -> str:
    """The target of a contact's field: ``contact.mobile`` of the first, ``contact2.mobile`` of the second."""
    return f"contact{number if number > 1 else ''}.{field}"


def numbered(header: str) -> tuple[int, str]:
    """The number of a contact that a header names, 0 for none, and the header without it, folded."""
    text = fold(header)
    if match := _SPARE.fullmatch(text):
        return 2, match["who"] + match["rest"]
    for pattern in (_LEADING, _INSIDE, _TRAILING):
        if match := pattern.fullmatch(text):
            said = match["number"]
            return _DIGITS.get(said) or int(said), match["who"] + match["rest"]
    return 0, text


def settled(decision: Decision, columns: Sequence[Seen], words: Vocabulary) -> Decision:
    """The kind of a sheet with several contacts in a row: customers, whose contact is the first of them."""
    if decision.kind not in (CUSTOMERS, CONTACTS) or decision.name is None:
        return decision
    first = next(
        (index for index, place in find(columns, words, decision.persons).items() if place == (1, "name")), None
    )
    if first is None or first == decision.name:
        return decision
    return replace(decision, kind=CUSTOMERS, person=first, parts=False, persons=False)


def find(columns: Sequence[Seen], words: Vocabulary, persons: bool = False) -> dict[int, Place]:
    """The columns of several contacts: which contact, counted from 1, and which field; nothing when there is one only.

    Args:
        persons: whether the customers are persons, whose columns are their own (学员, 家长, 家长电话).
    """
    found = _by_number(columns, words) or _by_repetition(columns, words)
    if len({number for number, field in found.values() if field == "name"}) > 1:
        further = _by_office([one for one in columns if one.index not in found], words, beside=True)
        return found | _after(max(number for number, _field in found.values()), further)
    if persons:
        return {}
    found = _by_office(columns, words)
    main = _main(columns, words, found) if found else None
    if main is None:
        return found
    return {main.index: (1, "name")} | _after((1, "name") in found.values(), found)


def _after(last: int, found: dict[int, Place]) -> dict[int, Place]:
    """Contacts counted on from others."""
    return {index: (number + last, field) for index, (number, field) in found.items()}


def _main(columns: Sequence[Seen], words: Vocabulary, found: dict[int, Place]) -> Seen | None:
    """The column with the customer's usual contact, beside those of its boss, its accountant and so on."""
    names = [
        one
        for one in columns
        if one.index not in found and one.evidence.filled and not is_staff(one, columns) and not roles.named(one.header)
        and fold(one.header) not in _SHOWN
        and _field(words.lookup(one.header), SAID) == "name" and one.score(CUSTOMER, "name") < SAID
    ]  # fmt: skip
    return next((one for one in names if fold(one.header).endswith(_PERSON_ENDS)), None)


def _by_number(columns: Sequence[Seen], words: Vocabulary) -> dict[int, Place]:
    held: dict[Place, Seen] = {}
    explicit: set[int] = set()
    for one in columns:
        number, field = _meant(one.header, words)
        if not field or (not number and field != "name"):
            continue
        if number:
            explicit.add(one.index)
        held.setdefault((number or 1, field), one)
    names = sorted(number for number, field in held if field == "name")
    if len(names) < 2 or not any(held[number, "name"].index in explicit for number in names):
        return {}
    order = {number: at for at, number in enumerate(names, 1)}
    return {one.index: (order[number], field) for (number, field), one in held.items() if number in order}


def _by_office(columns: Sequence[Seen], words: Vocabulary, beside: bool = False) -> dict[int, Place]:
    """Persons called by their office, with their number beside: 主任, 主任电话; 家长, 家长电话; 设备科联系人, 设备科电话.

    Numbers of an office alone (财务电话) are a contact of their own, whose name the office is.

    Args:
        beside: whether there are other contacts already.
    """
    found: dict[int, Place] = {}
    number = 0
    usual = [one for one in columns if _field(words.lookup(one.header), SAID) == "name" and one.evidence.filled]
    for one in columns:
        text = fold(one.header)
        role = roles.named(one.header)
        office = role or next((text.removesuffix(end) for end in _PERSON_ENDS if text.endswith(end)), text)
        named = one.score(CUSTOMER, "name") > LIKELY or (not role and one.score(CUSTOMER, "owner") > LIKELY)
        if not office or named or not _persons(one, role):
            continue
        if (usual == [one] and not beside) or (office == text and not role and one in usual):
            continue
        theirs = _numbers_of(office, one, columns, words, role)
        if not theirs and (base := roles.base(role) or roles.ending(text, [other.header for other in columns])):
            theirs = _numbers_of(base, one, columns, words, role)
        if set(theirs.values()) & _REACHED:
            number += 1
            found[one.index] = (number, "name")
            found.update({index: (number, field) for index, field in theirs.items() if index not in found})
    return _by_role(columns, words, found, number)


def _persons(one: Seen, role: str) -> bool:
    """Whether a column holds names of persons; under a role short texts are."""
    samples = one.evidence.samples
    short = sum(_SHORT_NAME.match(sample) is not None for sample in samples) >= HALF * max(1, len(samples))
    called = bool(role) or fold(one.header).endswith(_PERSON_ENDS)
    return one.evidence.share("person") >= HALF or (called and short)


def _by_role(columns: Sequence[Seen], words: Vocabulary, found: dict[int, Place], last: int) -> dict[int, Place]:
    """The numbers of offices that no column of names belongs to, as contacts behind the others."""
    held: dict[str, int] = {}
    alone: dict[int, Place] = {}
    for one in columns:
        office, field = roles.reached(one.header, words)
        if not office or one.index in found or not one.evidence.filled:
            continue
        if any(roles.named(other.header) == office and other.evidence.filled for other in columns):
            continue
        number = held.setdefault(office, max(last, 1) + len(held) + 1)
        if (number, field) not in alone.values():
            alone[one.index] = (number, field)
    return found | alone


def _numbers_of(office: str, one: Seen, columns: Sequence[Seen], words: Vocabulary, role: str) -> dict[int, str]:
    """The columns with the numbers of an office, each with its field; the address of a role is the customer's."""
    return {
        other.index: field
        for other in columns
        if other is not one and (field := _number_of(other, office, words)) and not (role and field == "address")
    }


def _number_of(column: Seen, office: str, words: Vocabulary) -> str:
    """The field of a column whose header is the office and a way to reach it."""
    text = fold(column.header)
    if not text.startswith(office) or text == office:
        return ""
    field = _field(words.lookup(text.removeprefix(office)), SAID)
    return field if field != "name" else ""


def _meant(header: str, words: Vocabulary) -> Place:
    """The number and the contact's field that a header names; a header in two rows says one in each."""
    upper, slash, lower = header.partition(" / ")
    if slash:
        number, who = numbered(upper)
        if _field(words.lookup(who), LIKELY) == "name":
            return number, _field(words.lookup(lower), KNOWN)
    number, base = numbered(header)
    return number, _field(words.lookup(base), LIKELY)


def _field(meanings: Sequence[Meaning], least: float) -> str:
    for record in (CONTACT, CUSTOMER):
        for one in meanings:
            if one.record == record and one.score >= least and one.field in (_FIELDS if record == CONTACT else _SHARED):
                return one.field
    return ""


def _by_repetition(columns: Sequence[Seen], words: Vocabulary) -> dict[int, Place]:
    """Headers that come again: 联系人, 电话, 联系人, 电话."""
    names = [one for one in columns if _field(words.lookup(one.header.rpartition(" / ")[2]), SAID) == "name"]
    first = next((one for one in names if sum(fold(one.header) == fold(other.header) for other in names) > 1), None)
    if first is None:
        return {}
    starts = [one.index for one in names if fold(one.header) == fold(first.header)]
    size = starts[1] - starts[0]
    pattern = {fold(one.header): one for one in columns if starts[0] <= one.index < starts[1]}
    found: dict[int, Place] = {}
    for number, start in enumerate(starts, 1):
        for one in columns:
            if start <= one.index < start + size and fold(one.header) in pattern:
                field = _field(words.lookup(one.header.rpartition(" / ")[2]), LIKELY)
                if field and (number, field) not in found.values():
                    found[one.index] = (number, field)
    # What stands once only among the first contact's columns is the customer's.
    again = {field for number, field in found.values() if number > 1}
    return {index: place for index, place in found.items() if place[1] in again}
