"""How a cell that holds several fields, or a name, is read."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.records.fields import Field
from app.shared.text import one_line
from app.transfer.columns.proposals import Column
from app.transfer.converting import messengers, persons, places, values
from app.transfer.converting.outcome import EMPTY, OTHERS, Outcome, Settings
from app.transfer.grid.cells import text
from app.transfer.grid.sheets import Cell

_SEPARATED = re.compile(r"\s*[/、／|,，;；\n]\s*|\s{2,}")
_MESSENGER_NAME = re.compile(r"[a-z][a-z0-9_-]{5,19}", re.IGNORECASE | re.ASCII)
_MODULE = re.compile(r"^[A-Za-z]{3,20}::::")
"""Before the name of a linked record in exports of vtiger: Accounts::::Orient Textiles."""
_ACCOUNT = re.compile(r"\d[\d\s-]{8,30}\d")


def plain_name(target: str) -> Callable[[Cell], Outcome]:
    """How cells become a name as they are, without what vtiger writes before it."""

    def convert(cell: Cell) -> Outcome:
        value = _MODULE.sub("", one_line(text(cell)))
        return EMPTY if not value or value.casefold() in values.NOTHING else Outcome(((target, value),))

    return convert


def renamed(convert: Callable[[Cell], Outcome], name: Field, column: Column) -> Callable[[Cell], Outcome]:
    """In a sheet of contacts the name's cell may hold the title as well."""
    if column.part:
        return convert
    read = values.converter("contact.name", name, Settings())

    def rename(cell: Cell) -> Outcome:
        found = read(cell)
        return found._replace(
            values=tuple(("name" if target == "contact.name" else target, one) for target, one in found.values)
        )

    return rename


def several(targets: tuple[str, ...], made: list[Callable[[Cell], Outcome]], region: str) -> Callable[[Cell], Outcome]:
    """How a cell is split into several fields."""
    names = [target.rpartition(".")[2] for target in targets]
    if "name" in names and set(names) & {"phone", "mobile"}:
        return _people(targets, names, made[names.index("name")], region)
    if set(names) == {"name", "title"}:
        return _name_and_title(targets[names.index("name")], targets[names.index("title")], made[names.index("name")])
    if set(names) == {"bank", "bank_account"}:
        return _bank(targets[names.index("bank")], targets[names.index("bank_account")])
    if set(names) <= {"phone", "mobile", "fax"}:
        return made[names.index("phone")] if "phone" in names else made[0]
    if set(names) <= {"phone", "mobile", "wechat", "qq"} and set(names) & {"phone", "mobile"}:
        return _reached(targets, names, made)

    def convert(cell: Cell) -> Outcome:
        value = text(cell)
        if not value:
            return EMPTY
        if set(names) == {"province", "city"} and (found := places.split_place(value)):
            prefix = targets[0].removesuffix(names[0])
            parts = ((f"{prefix}province", found[0]), (f"{prefix}city", found[1]), (f"{prefix}address", found[2]))
            return Outcome(tuple(pair for pair in parts if pair[1]))
        pieces = [piece for piece in _SEPARATED.split(value) if piece]
        if len(pieces) > len(made):
            first = made[0](cell)
            return Outcome(first.values, note=first.note or value, reason=first.reason)
        joined = [one(piece) for one, piece in zip(made, pieces, strict=False)]
        return Outcome(
            tuple(pair for one in joined for pair in one.values), note=value if any(one.note for one in joined) else "",
            reason=next((one.reason for one in joined if one.reason), ""), spare=tuple(s for one in joined for s in one.spare),
        )  # fmt: skip

    return convert


def _people(
    targets: tuple[str, ...], names: list[str], read: Callable[[Cell], Outcome], region: str
) -> Callable[[Cell], Outcome]:
    """A name with its number, or several, each of them a contact."""
    owner = targets[names.index("name")].removesuffix("name")

    def convert(cell: Cell) -> Outcome:
        found = persons.with_numbers(text(cell), region)
        if not found:
            return read(cell)
        first = tuple((owner + name, value) for name, value in found[0].values().items())
        return Outcome((*first, (OTHERS, tuple(found[1:]))))

    return convert


def _reached(
    targets: tuple[str, ...], names: list[str], made: list[Callable[[Cell], Outcome]]
) -> Callable[[Cell], Outcome]:
    """A phone number, or the name in a messenger where there is no label and no phone."""
    number = next(at for at, name in enumerate(names) if name in ("phone", "mobile"))
    other = next(at for at, name in enumerate(names) if name in ("wechat", "qq"))

    def convert(cell: Cell) -> Outcome:
        value = text(cell)
        figures = sum(map(str.isdigit, value))
        if value and (figures == 0 or _MESSENGER_NAME.fullmatch(value)):
            named = messengers.take(value)[1]
            return (
                Outcome(tuple((targets[other].rpartition(names[other])[0] + name, one) for name, one in named))
                if named
                else made[other](cell)
            )
        return made[number](cell)

    return convert


def _bank(bank: str, account: str) -> Callable[[Cell], Outcome]:
    def convert(cell: Cell) -> Outcome:
        value = text(cell)
        match = _ACCOUNT.search(value)
        if not match:
            return Outcome(((account if value.replace(" ", "").isdigit() else bank, value),)) if value else EMPTY
        name = (value[: match.start()] + value[match.end() :]).strip(" :：/,，;；\n")
        name = re.sub(r"\s*(?:账号|帐号|A/?C|户名)[:：]?\s*$|^开户行[:：]\s*", "", name)
        pairs = ((bank, name), (account, match[0].strip()))
        return Outcome(tuple(pair for pair in pairs if pair[1]))

    return convert


def _name_and_title(name: str, title: str, read: Callable[[Cell], Outcome]) -> Callable[[Cell], Outcome]:
    def convert(cell: Cell) -> Outcome:
        found = read(cell)
        value = text(cell)
        pieces = [piece.strip(" ()（）") for piece in re.split(r"[/／|、,，(（-]", value) if piece.strip(" ()（）")]
        if len(found.values) == 1 and not found.note and len(pieces) == 2:
            return Outcome(((name, pieces[0]), (title, pieces[1])), spare=found.spare)
        owner = name.removesuffix("name")
        known = {"contact.name": name, "contact.title": title, "contact.gender": f"{owner}gender"}
        pairs = tuple((known.get(target, target), one) for target, one in found.values)
        return Outcome(pairs, found.note, spare=found.spare)

    return convert
