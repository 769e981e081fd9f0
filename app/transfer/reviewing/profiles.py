"""What a user changed in the mapping of a sheet, kept for the next sheet of the same headers; pure, no book."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.records.own import BY_NAME
from app.transfer.columns import nameless
from app.transfer.columns.proposals import Proposal
from app.transfer.drafting.merging import MODES, UPDATE, WRITES
from app.transfer.grid.folding import fold

ORDERS = ("ymd", "dmy", "mdy", "roc", "be")
_COUNTRY = re.compile(r"[A-Z]{2}")
FOUND, NONE = -1, 0
"""Stand for the header row where the user left it as it was found, and where the user said that there is none."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user changed of one column.

    Args:
        targets: where it goes, None where it was left as proposed.
        order: how its dates are read, or of which country its phone numbers are (``DE``), "" as proposed.
        words: values of a choice field that were not understood, each with the code that it means, "" for nothing.
        write: when it replaces what the book holds, see ``merging.WRITES``; "" as the whole import does.
        new_kind: the kind of a new field of the user's own.
    """

    targets: tuple[str, ...] | None = None
    order: str = ""
    words: tuple[tuple[str, str], ...] = ()
    write: str = ""
    new_kind: str = ""

    def __bool__(self) -> bool:
        return self.targets is not None or bool(self.order or self.words or self.write)


@dataclass(frozen=True, slots=True)
class Profile:
    """What the user changed in sheets of one layout; everything else is proposed anew each time.

    Args:
        headers: the headers of the layout, folded, in the order of their names; two alike are numbered. Without a header
            what the columns hold, see ``nameless``.
        kind: what its sheets hold, "" when they are not imported; ``kind_set`` when the user said so.
        columns: the wishes by header.
        header_row: the header's row (1-based) or ``NONE`` when the user said so, else ``FOUND``.
        mode: how rows that are there already are treated, "" for the usual way.
        name: what the user calls it, or "".
        source: the file and sheet it was made with, for people.
    """

    headers: tuple[str, ...]
    kind: str
    columns: Mapping[str, Wish] = field(default_factory=dict)
    kind_set: bool = False
    header_row: int = FOUND
    mode: str = ""
    name: str = ""
    source: str = ""

    @property
    def id(self) -> str:
        """What tells the layout from every other."""
        return hashlib.sha256("\n".join((self.kind, *self.headers)).encode()).hexdigest()[:16]

    @property
    def nameless(self) -> bool:
        """Whether its sheets have no header."""
        return nameless.are_signs(self.headers)

    @property
    def empty(self) -> bool:
        """Whether the user changed nothing."""
        return not (self.columns or self.kind_set or self.mode) and self.header_row == FOUND

    @property
    def title(self) -> str:
        """What it is called in lists."""
        return self.name or self.source or ", ".join(self.headers[:4])


def names(headers: Iterable[str]) -> list[str]:
    """The names by which profiles know columns, in the order of the columns."""
    seen: Counter[str] = Counter()
    out = []
    for header in headers:
        name = fold(header) or header.strip()
        seen[name] += 1
        out.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return out


def column_names(proposal: Proposal) -> dict[str, int]:
    """The columns of a proposal by the names that profiles know."""
    return dict(
        zip(
            names(column.header for column in proposal.columns),
            (column.index for column in proposal.columns),
            strict=True,
        )
    )


def made(
    first: Proposal,
    found: Proposal,
    now: Proposal,
    orders: Mapping[int, str],
    mode: str = UPDATE,
    source: str = "",
    *,
    everything: bool = False,
    known: Profile | None = None,
) -> Profile | None:
    """What the user changed in a sheet; None for one without columns.

    Where there is no header, all columns are kept as soon as one was changed: another file of the layout may look otherwise.

    Args:
        first: the sheet as it was proposed at first.
        found: as it was proposed for the kind and the header row that the user chose.
        now: as the user left it.
        orders: how the user said that columns of dates are read.
        mode: how rows that are there already are treated.
        source: the file and sheet, for people.
        everything: whether the profile says where each column goes, for a file that a person edits.
        known: the remembered mapping that was applied to the sheet.
    """
    if not now.columns:
        return None
    bare = now.layout.header_row is None
    moved = now.layout.header_row != first.layout.header_row
    before = {column.index: column for column in found.columns}
    wishes = {}
    by_name = column_names(now)
    for name, index in by_name.items():
        column = next(one for one in now.columns if one.index == index)
        held = before.get(index)
        set_by_hand = column.confidence >= 1 and (held is None or held.targets != column.targets)
        wish = Wish(
            column.targets if set_by_hand or everything else None,
            orders.get(index, ""),
            column.words,
            column.write,
            column.new_kind,
        )
        if wish:
            wishes[name] = wish
    kind_set = everything or (now.kind or "") != (first.kind or "")
    if bare and not everything and (wishes or kind_set or moved or mode != UPDATE):
        return made(first, found, now, orders, mode, source, everything=True, known=known)
    headers = tuple(sorted(nameless.signs(now) if bare else by_name))
    if bare and known is not None and known.nameless:
        if not wishes and not kind_set:
            return known
        headers = known.headers
    return Profile(
        headers, now.kind or "", wishes, kind_set, (now.layout.header_row or NONE) if moved else FOUND,
        "" if mode == UPDATE else mode, source=source,
    )  # fmt: skip


def fits(profile: Profile, proposal: Proposal) -> bool:
    """Whether a sheet has the layout of a profile."""
    if not (profile.kind_set or profile.kind == (proposal.kind or "")):
        return False
    if profile.nameless:
        return proposal.layout.header_row is None and nameless.alike(profile.headers, nameless.signs(proposal))
    return tuple(sorted(column_names(proposal))) == profile.headers


def covers(profile: Profile, proposal: Proposal) -> bool:
    """Whether a sheet has all the columns that a profile speaks of, so that it can be applied on purpose."""
    return bool(profile.columns) and set(profile.columns) <= set(column_names(proposal))


def applied(profile: Profile, proposal: Proposal, known: Callable[[str], bool] = lambda target: True) -> Proposal:
    """A proposal with the wishes of a profile for its columns.

    Args:
        known: whether there is such a target; columns with others are left as proposed.
    """
    by_name = column_names(proposal)
    for name, wish in profile.columns.items():
        index = by_name.get(name)
        if index is None:
            continue
        held = next(one for one in proposal.columns if one.index == index)
        if wish.targets is not None and wish.targets != held.targets and all(map(known, wish.targets)):
            proposal = proposal.changed(index, wish.targets)
    return replace(
        proposal, columns=tuple(
            replace(one, words=more.words, write=more.write, new_kind=more.new_kind or one.new_kind)
            if (more := profile.columns.get(name)) else one
            for name, one in zip(by_name, proposal.columns, strict=True)
        ),
    )  # fmt: skip


def orders_of(profile: Profile, proposal: Proposal) -> dict[int, str]:
    """How columns of dates are read, by their places."""
    return {
        index: profile.columns[name].order
        for name, index in column_names(proposal).items()
        if name in profile.columns and profile.columns[name].order
    }


def to_json(profile: Profile) -> dict[str, Any]:
    """A profile as it stands in the book and in files; what was not changed is left out."""
    columns = {}
    for name, wish in profile.columns.items():
        held: dict[str, Any] = {} if wish.targets is None else {"targets": list(wish.targets)}
        held |= {key: value for key, value in (("order", wish.order), ("write", wish.write)) if value}
        held |= {"field_kind": wish.new_kind} if wish.new_kind else {}
        columns[name] = held | ({"values": dict(wish.words)} if wish.words else {})
    out: dict[str, Any] = {"headers": list(profile.headers), "kind": profile.kind, "columns": columns}
    out |= {"kind_set": True} if profile.kind_set else {}
    out |= {"header_row": profile.header_row} if profile.header_row != FOUND else {}
    texts = (("mode", profile.mode), ("name", profile.name), ("source", profile.source))
    return out | {key: value for key, value in texts if value}


def from_json(given: Any) -> Profile:
    """A profile from what ``to_json`` gave. Raises ValueError when it is none."""
    try:
        columns = {str(name): _wish(held) for name, held in given.get("columns", {}).items()}
        headers, kind, row = given["headers"], given.get("kind") or "", given.get("header_row", FOUND)
        mode = given.get("mode", "")
        if not (isinstance(headers, list) and all(isinstance(one, str) for one in headers)):
            raise ValueError(given)
        if type(row) is not int or row < FOUND:
            raise ValueError(given)
        if not isinstance(kind, str) or mode not in ("", *MODES):
            raise ValueError(given)
        return Profile(
            tuple(sorted(headers)), kind, {name: wish for name, wish in columns.items() if wish},
            bool(given.get("kind_set")), row, mode, str(given.get("name", "")), str(given.get("source", "")),
        )  # fmt: skip
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(given) from error


def _wish(held: Mapping[str, Any]) -> Wish:
    targets, order, write = held.get("targets"), held.get("order", ""), held.get("write", "")
    if (
        not (order in ("", *ORDERS) or (isinstance(order, str) and _COUNTRY.fullmatch(order)))
        or write not in ("", *WRITES)
        or not (targets is None or isinstance(targets, list))
    ):
        raise ValueError(held)
    words = tuple((str(text), str(code)) for text, code in held.get("values", {}).items() if code is not None)
    new_kind = str(held.get("field_kind", ""))
    if new_kind not in ("", *BY_NAME):
        raise ValueError(held)
    return Wish(None if targets is None else tuple(map(str, targets)), order, words, write, new_kind)
