"""Which known program wrote a sheet, and where the columns of its exports go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from app.customers.records import CONTACT as CONTACT_TYPE
from app.shared.i18n import N_, _
from app.transfer.columns.decision import Decision
from app.transfer.columns.programs.table import IDLE, TABLES
from app.transfer.columns.proposals import CONTACTS, CUSTOMERS, MEANT, NOTES, PRODUCTS, TOLD, Column
from app.transfer.columns.seen import Seen
from app.transfer.columns.unplaced import LEFT_OUT
from app.transfer.grid.folding import bare, fold, folded

_OF_CONTACTS = frozenset(field.name for field in CONTACT_TYPE.fields)
_PARTS = ("given", "middle", "family")
_LABEL, _NOTE, _SPARE = "label", "-", "+"
_IDLE = folded(IDLE)
_IDLE_WORDS = 3
_FILLED_IN, _NOTED = 0.9, 0.8
"""How sure it is that a column says nothing, by what stands in it, and that one belongs into the notes, as the program's table says."""
REASON = N_("It has the columns of an export of {program}.")


class Sign(NamedTuple):
    """Folded headers that tell a program: one of each group stands there, and none of those that must not."""

    groups: tuple[frozenset[str], ...]
    without: frozenset[str]

    def stands(self, here: Set[str]) -> bool:
        """Whether a sheet with these folded headers bears the sign."""
        return self.without.isdisjoint(here) and not any(group.isdisjoint(here) for group in self.groups)


@dataclass(frozen=True, slots=True)
class Program:
    """A known layout.

    Args:
        name: the program; ``kind`` of its rows, "" as found.
        signs: any one of which tells the program.
        targets: folded headers with where they go, as in ``table``.
        sort: what a list of its kind is besides, see ``list_sorts``.
    """

    name: str
    signs: tuple[Sign, ...]
    kind: str
    targets: dict[str, str]
    sort: str = ""


@lru_cache(maxsize=1)
def _known() -> tuple[Program, ...]:
    found = []
    for name, signs, kind, columns in TABLES:
        targets = {fold(header): target for target, headers in columns.items() for header in _numbered(headers)}
        found.append(Program(name, tuple(map(sign, signs.split("; "))), kind, targets))
    return tuple(found)


def sign(text: str) -> Sign:
    """A sign as the tables write it: ``deal, deal name|stage|!phone`` is a deal's name and a stage, and no phone."""
    parts = text.split("|")
    return Sign(
        tuple(frozenset(map(fold, part.split(", "))) for part in parts if part[0] != "!"),
        frozenset(fold(part[1:]) for part in parts if part[0] == "!"),
    )


def _numbered(headers: str) -> list[str]:
    return [
        one for header in headers.split("|")
        for one in ([header.replace("#", str(number)) for number in range(1, 10)] if "#" in header else [header])
    ]  # fmt: skip


def recognise(headers: Sequence[str]) -> Program | None:
    """The program whose headers these are, or None; of several the one that knows most of them."""
    here = {fold(header) for header in headers if header} | {fold(_bare(header)) for header in headers if header}
    return likeliest(_known(), here)


def likeliest(programs: Iterable[Program], here: Set[str]) -> Program | None:
    """The program with the longest sign among folded headers; of several the one that knows most of them."""
    best, most = None, (0, 0)
    for program in programs:
        size = max((len(sign.groups) for sign in program.signs if sign.stands(here)), default=0)
        if not size:
            continue
        weight = (size, len(here & program.targets.keys()))
        if weight > most:
            best, most = program, weight
    return best


def _bare(header: str) -> str:
    return bare(header).strip("*＊ ")


def told(program: Program | None, columns: Sequence[Seen], kind: str | None) -> list[str]:
    """Where the program's columns go, "" for those that are left to their words; in the order of the columns."""
    if program is None or kind is None:
        return []
    if program.kind and kind != program.kind:
        return ["" for _one in columns]
    return [_field(program, one, kind) for one in columns]


def _field(program: Program, one: Seen, kind: str) -> str:
    spec = _spec(program, one.header)
    if not spec:
        return ""
    if spec in _PARTS:
        return "name" if kind == CONTACTS else "contact.name"
    if spec in (_LABEL, _NOTE, NOTES):
        return NOTES if one.evidence.filled else ""
    target = spec.removesuffix(_SPARE)
    theirs = program.kind or kind != CONTACTS or "." in target or target in _OF_CONTACTS
    return target if theirs else f"customer.{target}"


def _spec(program: Program, header: str) -> str:
    return program.targets.get(fold(header)) or program.targets.get(fold(_bare(header)), "")


def decision(program: Program | None, columns: Sequence[Seen], wanted: str | None) -> Decision | None:
    """The kind of a program's sheet; None where its words decide, and where the user wants another."""
    if program is None or not program.kind or wanted not in (None, program.kind):
        return None
    filled = [one for one in columns if one.evidence.filled]
    spec = {one.index: _spec(program, one.header) for one in filled}
    if program.kind == PRODUCTS:
        index = next((index for index, told in spec.items() if told == "name"), None)
        return None if index is None else Decision(PRODUCTS, N_("It has names and prices of products."), index)
    company, person = ("name", "contact.name") if program.kind == CUSTOMERS else ("customer", "name")
    name = next((index for index, told in spec.items() if told == company), None)
    contact = next((index for index, told in spec.items() if told == person), None)
    parts = any(told in _PARTS for told in spec.values())
    if name is None and contact is None and not parts:
        return None
    return Decision(program.kind, N_("It has names and ways to reach them."), name, contact, parts)


def placed(
    columns: Sequence[Column], program: Program | None, kind: str | None, seen: Sequence[Seen]
) -> tuple[Column, ...]:
    """The columns of a program's sheet as it means them: parts of names, further values, labels, and what says nothing."""
    if kind is None or program is None:
        return tuple(columns)
    plain = {one.index for one in seen if one.other("plain")}
    applies = not program.kind or kind == program.kind
    notes = False
    out = []
    for column in columns:
        spec = _spec(program, column.header) if applies else ""
        if not column.evidence.filled and spec in ("", _LABEL, _NOTE, NOTES):
            out.append(_left_out(column, 0.0, column.reason) if spec in (_LABEL, _NOTE) else column)
        elif spec == _LABEL:
            out.append(_left_out(column, LEFT_OUT, _("It says of which sort the value beside it is.")))
        elif _idle(column) and (spec == _NOTE or column.index in plain):
            said = _("It holds what {program} fills in by itself.").format(program=program.name)
            out.append(_left_out(column, _FILLED_IN, said))
        elif spec == _NOTE:
            reason = _(REASON).format(program=program.name)
            out.append(replace(column, targets=(NOTES,), labelled=True, confidence=_NOTED, reason=reason))
        else:
            if (
                column.targets == (NOTES,)
                and not notes
                and (spec == NOTES or (not spec and column.confidence >= MEANT))
            ):
                notes = True
                column = replace(column, labelled=False)
            if spec:
                column = replace(
                    column, part=spec if spec in _PARTS else "", spare=spec.endswith(_SPARE), confidence=TOLD,
                    reason=_(REASON).format(program=program.name),
                )  # fmt: skip
            out.append(column)
    return tuple(out)


def _left_out(column: Column, confidence: float, reason: str) -> Column:
    return replace(column, targets=(), labelled=False, confidence=confidence, reason=reason)


def _idle(column: Column) -> bool:
    """Whether every cell of a column holds what the program puts there by itself."""
    evidence = column.evidence
    few = round(evidence.distinct * evidence.filled) <= _IDLE_WORDS
    return few and all(fold(one) in _IDLE for one in evidence.samples)
