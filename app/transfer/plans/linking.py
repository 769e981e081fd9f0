"""Which customer a row of a list means: by number, by name, by phone; several of one name are never guessed among."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.customers.alike import Known, common, known, likeness
from app.shared.i18n import _
from app.shared.phones import Phone
from app.transfer.drafting.entries import Facts
from app.transfer.grid.foreign_ids import key
from app.transfer.plans.match_rules import NAME, PHONE, SIMILAR
from app.transfer.plans.matching import CustomerIndex, Match

_SHORTEST = 3
_ALIKE = 60
_TAIL = 500
_REACH = ("mobile", "phone", "wechat", "email", "qq")


@dataclass(frozen=True, slots=True)
class Found:
    """What a row's words lead to.

    Args:
        ref: the customer's place in the index, when it is surely meant; else None.
        like: the one customer that may be meant, or None.
        several: how many are called so, when more than one is.
    """

    ref: int | None = None
    like: Match | None = None
    several: int = 0


class Linker:
    """Finds customers for the rows of lists.

    Args:
        index: the customers of the book and of the files.
        facts: short names and numbers of the book's customers.
        place: the index's place of a customer by its id.
    """

    def __init__(self, index: CustomerIndex, facts: Facts, place: Mapping[int, int]) -> None:
        self._index = index
        self._short = {name: [place[one] for one in ids if one in place] for name, ids in facts.short.items()}
        self._codes: dict[str, list[int]] = defaultdict(list)
        for code, ids in facts.codes.items():
            self._codes[code] += [place[one] for one in ids if one in place]
        self._said: dict[object, Found] = {}
        self._chosen: dict[str, int] = {}
        self._all = ""
        self._starts: list[int] = []

    def coded(self, code: str, ref: int) -> None:
        """Learn the number that another program gave to a customer."""
        if ref not in (held := self._codes[key(code)]):
            held.append(ref)

    def shortened(self, name: str, ref: int) -> None:
        """Learn the short name of a customer of this import."""
        held = self._short.setdefault(name.casefold(), [])
        if ref not in held:
            held.append(ref)

    def choose(self, name: str, ref: int) -> None:
        """Learn which customer the user means by a name."""
        self._chosen[name] = ref

    def find(self, customer: Mapping[str, Any], contact: Mapping[str, Any], pause: Callable[[], None]) -> Found:
        """The customer of a row. ``pause`` is called before a long look."""
        one = known(dict(customer), dict(contact))
        code = key(str(customer.get("code") or ""))
        chosen = self._chosen.get(one.name)
        if chosen is not None:
            return Found(chosen)
        said = one.name, code, one.tax, one.city, one.phones, one.emails, len(self._index.all)
        found = self._said.get(said)
        if found is None:
            pause()
            found = self._said[said] = self._find(one, code)
        return found

    def _find(self, one: Known, code: str) -> Found:
        if code and (held := self._codes.get(code)):
            fitting = [ref for ref in held if not one.key or self._alike(ref, one)]
            if len(fitting) == 1:
                return Found(fitting[0])
        refs = self._index.named(one)
        if not refs and one.key:
            refs = self._index.named(known({"name": one.name, "kind": "" if one.person else "person"}, {}))
        if not refs:
            refs = self._short.get(one.name.casefold(), [])
        if not refs and not code and any(map(str.isdigit, one.name)):
            refs = self._codes.get(key(one.name), [])
        if refs:
            return self._one_of(refs, one)
        reached = self._index.reached(one)
        if not one.key:
            return Found(reached[0]) if len(reached) == 1 else Found(several=len(reached))
        near = [ref for ref in reached if self._alike(ref, one)]
        if len(near) == 1:
            return Found(like=self._match(near[0], _("Same phone"), PHONE, one))
        inside = self._inside(one)
        return (
            Found(like=self._match(inside, _("The name is part of it"), SIMILAR, one))
            if inside is not None
            else Found()
        )

    def _one_of(self, refs: Sequence[int], one: Known) -> Found:
        """Of several of one name the one that shares a phone, an address, a city, or the very spelling."""
        held = self._index.all
        for near in (
            [ref for ref in refs if common(one.phones, held[ref].phones) or common(one.emails, held[ref].emails)],
            [ref for ref in refs if one.tax and held[ref].tax == one.tax],
            [ref for ref in refs if one.city and held[ref].city == one.city],
            [ref for ref in refs if held[ref].name == one.name],
        ):
            if len(near) == 1:
                return Found(near[0])
        if len(refs) == 1:
            return Found(refs[0])
        return Found(like=self._match(refs[0], _("Several have this name"), NAME, one), several=len(refs))

    def _alike(self, ref: int, one: Known) -> bool:
        held = self._index.all[ref]
        return held.key == one.key or likeness(held.key, one.key) >= _ALIKE

    def _inside(self, one: Known) -> int | None:
        """The one customer whose name holds the words of the row's, or the other way round."""
        if len(one.key) < _SHORTEST or one.person:
            return None
        held = self._index.all
        if len(held) - len(self._starts) > _TAIL:
            self._starts, at = [], 0
            for other in held:
                self._starts.append(at)
                at += len(other.key) + 1
            self._all = "\n".join(other.key for other in held)
        found = [ref for ref in range(len(self._starts), len(held)) if one.key in held[ref].key]
        first = self._all.find(one.key)
        if first >= 0:
            ref = bisect_right(self._starts, first) - 1
            found.append(ref)
            if self._all.find(one.key, self._starts[ref] + len(held[ref].key)) >= 0:
                return None
        return found[0] if len(found) == 1 else None

    def _match(self, ref: int, reason: str, rule: str, one: Known) -> Match:
        held = self._index.all[ref]
        return Match(
            held.book_id,
            held.row,
            held.name,
            reason,
            certain=False,
            score=likeness(held.key, one.key),
            ref=ref,
            rule=rule,
        )


def places(customers: Iterable[Known]) -> dict[int, int]:
    """The places in the index of the book's customers, by id."""
    return {one.book_id: at for at, one in enumerate(customers)}


def called_by_reach(customer: dict[str, Any]) -> bool:
    """Call a customer of whom nothing but a way to reach him is known by that; False where there is none."""
    said = next((value for name in _REACH if (value := customer.get(name))), None)
    if said is None:
        return False
    customer.update(name=said.typed if isinstance(said, Phone) else str(said), kind="person")
    return True
