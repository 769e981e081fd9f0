"""Likely doubles among the customers of the book, each with a score and the reasons for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

from app.customers.alike import (
    OFFICE,
    SERVICE,
    SHARED,
    SIMILAR,
    VERY_SIMILAR,
    Known,
    People,
    common,
    in_order,
    likeness,
    other_digits,
    people,
)
from app.customers.kin import kin
from app.records import queries
from app.records.workspace import Workspace
from app.shared.collector import resting
from app.shared.errors import Cancelled
from app.shared.i18n import N_
from app.shared.pinyin import first as pinyin
from app.shared.settings import Setting
from db.changes import ChangeSet

NOT_DOUBLES = Setting("not_doubles", "")
"""Pairs of ids that the user said are no doubles, as ``3-17 3-20``."""
LEAST = 60
"""The lowest score that is worth a look."""
REASONS = {
    "tax": N_("Same tax number"),
    "name": N_("Same name"),
    "phone": N_("Same phone"),
    "email": N_("Same e-mail"),
    "contact": N_("Same contact"),
    "similar": N_("Similar name"),
}
_SURE = 90
# A key that so many customers share tells nothing of any two of them.
_MANY = 40
_WINDOW = 24
_LARGEST = 10
_BLOCK = 2
_SLIP = 88
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Group:
    """Customers that are likely one.

    Attributes:
        customers: their ids, the one with the oldest number first.
        titles: their names, in the same order.
        score: how likely, up to 100; of several the lowest link that holds them together.
        reasons: names of ``REASONS``, the strongest first.
    """

    customers: tuple[int, ...]
    titles: tuple[str, ...]
    score: int
    reasons: tuple[str, ...]


def doubles(
    ws: Workspace,
    least: int = LEAST,
    progress: Callable[[float], None] = lambda share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Group]:
    """The likely doubles of the book, the likeliest first; pairs that are told apart are left out. Raises Cancelled.

    Only customers that share a key are compared: tax number, phone, e-mail, name, contact, or the first letters of the
    name; so that 100,000 take seconds.
    """

    def step(share: float) -> None:
        if cancelled():
            raise Cancelled("")
        progress(share)

    step(0.0)
    with resting():
        return _doubles(ws, least, step)


def _doubles(ws: Workspace, least: int, step: Callable[[float], None]) -> list[Group]:
    known = people(ws)
    step(0.3)
    apart = told_apart(ws)
    pairs: dict[tuple[int, int], tuple[int, tuple[str, ...]]] = {}
    found = _Evidence(known, step)
    for pair, kinds in found.pairs().items():
        if pair not in apart:
            score = _score(known.customers[pair[0]], known.customers[pair[1]], kinds, found.shared)
            if score >= least:
                pairs[pair] = score, tuple(sorted(kinds, key=list(REASONS).index))
    step(0.9)
    groups = _grouped(pairs)
    titles = queries.titles(ws, "customer", sorted({number for numbers, *_more in groups for number in numbers}))
    made = [
        Group(numbers, tuple(titles.get(number) or f"#{number}" for number in numbers), score, reasons)
        for numbers, score, reasons in groups
    ]
    return sorted(made, key=lambda one: (-one.score, one.titles))


def told_apart(ws: Workspace) -> set[tuple[int, int]]:
    """The pairs that the user said are no doubles, the lower id first."""
    found = set()
    for word in ws.setting(NOT_DOUBLES).split():
        first, _dash, second = word.partition("-")
        if first.isdecimal() and second.isdecimal():
            found.add((int(first), int(second)))
    return found


def tell_apart(ws: Workspace, numbers: Sequence[int]) -> ChangeSet:
    """Remember that these customers are different ones, as one operation."""
    pairs = told_apart(ws) | set(combinations(sorted(set(numbers)), 2))
    said = " ".join(f"{first}-{second}" for first, second in sorted(pairs))
    titles = queries.titles(ws, "customer", numbers)
    with ws.operation(
        N_("No doubles: {names}"), names=", ".join(titles.get(one) or f"#{one}" for one in numbers)
    ) as op:
        op.set_setting(NOT_DOUBLES.name, said)
    return op.changes


class _Evidence:
    """Which customers share what."""

    def __init__(self, known: People, step: Callable[[float], None]) -> None:
        self._known, self._step = known, step
        self.shared: set[str] = set()

    def pairs(self) -> dict[tuple[int, int], set[str]]:
        """Pairs of ids, the lower first, with what they share."""
        found: dict[tuple[int, int], set[str]] = defaultdict(set)
        customers = self._known.customers
        for kind, table in self._tables():
            for value, numbers in table.items():
                if kind in ("phone", "email") and self._switchboard(numbers):
                    self.shared.add(value)
                for pair in _near(numbers) if len(numbers) > 1 else ():
                    found[pair].add(kind)
        self._step(0.5)
        for pair in self._similar(customers):
            found[pair].add("similar")
        return found

    def _tables(self) -> Iterator[tuple[str, dict[str, list[int]]]]:
        tables: dict[str, dict[str, list[int]]] = {kind: defaultdict(list) for kind in REASONS if kind != "similar"}
        for number, one in self._known.customers.items():
            if len(one.tax) >= 8:
                tables["tax"][one.tax].append(number)
            if one.key:
                tables["name"][f"{one.person}{one.key}"].append(number)
            for phone in one.phones:
                if not SERVICE.match(phone):
                    tables["phone"][phone].append(number)
            for email in one.emails:
                tables["email"][email].append(number)
            for name, ways in self._known.contacts.get(number, ()):
                for way in ways if name else ():
                    held = tables["contact"][f"{name}|{way}"]
                    if number not in held:
                        held.append(number)
        yield from tables.items()

    def _switchboard(self, numbers: Sequence[int]) -> bool:
        return len({self._known.customers[number].key for number in numbers}) >= SHARED

    def _similar(self, customers: dict[int, Known]) -> Iterator[tuple[int, int]]:
        """Companies of one place whose names sound the same, or of which one leaves out or adds some letters."""
        towns = {one.city for one in customers.values() if len(one.city) > 1}
        cores = {number: _core(one, towns) for number, one in customers.items() if not one.person and len(one.key) > 3}
        sounds: dict[str, list[int]] = defaultdict(list)
        starts: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, (city, core) in cores.items():
            if len(core) > 1:
                sounds[_sound(core)].append(number)
                starts[core[:_BLOCK]][city].append(number)
        self._step(0.7)
        for numbers in sounds.values():
            for one, other in _near(numbers) if len(numbers) > 1 else ():
                if _one_place(cores[one][0], cores[other][0]) and customers[one].key != customers[other].key:
                    yield one, other
        for at, places in enumerate(starts.values()):
            if at % 500 == 0:
                self._step(0.7 + 0.2 * at / len(starts))
            nowhere = places.get("", [])
            for numbers in places.values():
                for one, other in _near([*numbers, *(nowhere if numbers is not nowhere else ())][: 4 * _MANY]):
                    if cores[one][1] != cores[other][1] and spelt_alike(cores[one][1], cores[other][1]):
                        yield one, other
        yield from self._spelt(customers)

    def _spelt(self, customers: dict[int, Known]) -> Iterator[tuple[int, int]]:
        """Companies whose names are spellings of one: 无锡永泰 and 无锡市永泰."""
        named: dict[str, list[int]] = defaultdict(list)
        for number, one in customers.items():
            if one.key and not one.person:
                named[one.key].append(number)
        for key, others in kin({key: customers[numbers[0]].name for key, numbers in named.items()}).items():
            for other, short in others:
                for pair in product(named[key][:_BLOCK], named[other][:_BLOCK]):
                    cities = [customers[number].city for number in pair]
                    if pair[0] < pair[1] and not (short and not _one_place(*cities)):
                        yield pair


def _core(one: Known, towns: set[str]) -> tuple[str, str]:
    """The place of a company, told or at the beginning of its name, and the rest of the name."""
    for length in (3, 2, 4):
        if (start := one.key[:length]) in towns and len(one.key) > length + 1:
            return one.city or start, one.key[length:]
    return one.city, one.key


def _one_place(one: str, other: str) -> bool:
    return one == other or not one or not other


@lru_cache(maxsize=1 << 17)
def _sound(name: str) -> str:
    return pinyin(name)


def spelt_alike(one: str, other: str) -> int:
    """How alike two names are of which one may be a slip or a shorter form of the other, 0 when they are not.

    A Chinese name in which one character is another one is another company, unless both sound the same: that is how one
    mistypes. Latin names may differ in a letter.
    """
    if abs(len(one) - len(other)) > _BLOCK * 2 or not other_digits(one, other):
        return 0
    score = likeness(one, other)
    if one.isascii() and other.isascii():
        return score if score >= _SLIP and min(len(one), len(other)) > _BLOCK + 2 else 0
    if len(one) == len(other) and _sound(one) == _sound(other):
        return 96
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORTEST and score >= _SLIP - 8 and (len(short) < len(long) or sorted(one) == sorted(other)):
        return score if in_order(short, long) or sorted(one) == sorted(other) else 0
    return 0


def _near(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each pair of a few; of many only those that stand near each other."""
    if len(numbers) <= _MANY:
        for first, second in combinations(numbers, 2):
            yield (first, second) if first < second else (second, first)
        return
    for at, first in enumerate(numbers):
        for second in numbers[at + 1 : at + _WINDOW]:
            yield (first, second) if first < second else (second, first)


def _score(one: Known, other: Known, kinds: Iterable[str], shared: set[str]) -> int:
    """How likely two customers are one, from what they share and what parts them."""
    kinds = set(kinds)
    same = 100 if one.key == other.key else max(likeness(one.key, other.key), likeness(*_bare(one, other)))
    elsewhere = bool(one.city and other.city and one.city != other.city)
    both = {*common(one.phones, other.phones), *common(one.emails, other.emails)}
    reach = [value for value in both if value not in shared]
    scores = [0]
    if "tax" in kinds:
        scores.append(100 if same >= SIMILAR else 75)
    elif one.tax and other.tax:
        # Two tax numbers are two companies, whatever else they share.
        return 0
    if "name" in kinds:
        if one.person:
            scores.append(98 if reach else 62 if not elsewhere else 0)
        else:
            scores.append(98 if reach else 70 if elsewhere else 95)
    if {"phone", "email"} & kinds and reach:
        office = all(OFFICE.match(value) for value in reach)
        scores.append(60 + round(same * 0.36) if same >= (VERY_SIMILAR if office else SIMILAR) else 0 if office else 60)
    if "contact" in kinds:
        scores.append(64 + round(same * 0.32))
    if "similar" in kinds:
        alike = max(spelt_alike(one.key, other.key), spelt_alike(*_bare(one, other)), 75)
        scores.append(round(alike * (0.96 if one.city and one.city == other.city else 0.88)))
    best = max(scores)
    return min(100, best + 2 * (len(kinds) - 1)) if best else 0


def _bare(one: Known, other: Known) -> tuple[str, str]:
    """Both names without the place that stands before them."""
    towns = {city for city in (one.city, other.city) if len(city) > 1}
    return _core(one, towns)[1], _core(other, towns)[1]


Found = tuple[tuple[int, ...], int, tuple[str, ...]]


def _grouped(pairs: dict[tuple[int, int], tuple[int, tuple[str, ...]]]) -> list[Found]:
    """Pairs that surely belong together as groups; the others as pairs, each once for two groups."""
    home: dict[int, list[int]] = {}
    sure = sorted(
        (pair for pair, (score, _why) in pairs.items() if score >= _SURE), key=lambda pair: (-pairs[pair][0], pair)
    )
    for first, second in sure:
        one, other = home.setdefault(first, [first]), home.setdefault(second, [second])
        if one is not other and len(one) + len(other) <= _LARGEST:
            one += other
            home.update(dict.fromkeys(other, one))
    found: dict[tuple[int, ...], tuple[int, tuple[str, ...]]] = {}
    for pair, (score, why) in pairs.items():
        one, other = home.get(pair[0], [pair[0]]), home.get(pair[1], [pair[1]])
        key = tuple(sorted(one)) if one is other else pair
        held = found.get(key)
        if one is other:
            lowest = score if score >= _SURE else 100
            known = held or (100, ())
            found[key] = min(known[0], lowest), tuple(dict.fromkeys((*known[1], *why)))
        elif held is None or held[0] < score:
            found[key] = score, why
    order = list(REASONS)
    return [(numbers, score, tuple(sorted(why, key=order.index))) for numbers, (score, why) in found.items()]
