"""Mappings that the book remembers from earlier imports, and those of files."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from app.records import paging
from app.records.operation import Operation
from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.shared.i18n import N_
from app.transfer.columns.proposals import CUSTOM, NOTES, Proposal
from app.transfer.drafting.merging import UPDATE
from app.transfer.grid.cells import text
from app.transfer.grid.sheets import Sheet, Workbook
from app.transfer.plans.options import Options
from app.transfer.reviewing import preview, profiles, value_maps
from app.transfer.reviewing.profiles import FOUND, NONE, Profile

PREFIX = "import_profile:"
"""Each profile is a setting of its own, so that undoing one import takes back what that one remembered."""
_SORT = "kebu-import-mapping"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Recalled:
    """A sheet with what is remembered of its layout.

    Args:
        first: the sheet as proposed.
        found: as proposed for the kind and the header row that were chosen.
        now: with everything that is remembered.
        profile: where that comes from, None when nothing is remembered.
    """

    first: Proposal
    found: Proposal
    now: Proposal
    profile: Profile | None = None

    @property
    def orders(self) -> dict[int, str]:
        """How columns of dates are read."""
        return profiles.orders_of(self.profile, self.now) if self.profile else {}


def stored(ws: Workspace) -> list[Profile]:
    """The mappings that the book remembers, those with a name first."""
    found = []
    for name, value in paging.settings(ws).items():
        if name.startswith(PREFIX) and (held := json.loads(value)):
            try:
                found.append(profiles.from_json(held))
            except ValueError:
                continue  # of a later version
    return sorted(found, key=lambda one: (not one.name, one.title))


def recall(
    ws: Workspace, sheet: Sheet, first: Proposal, held: Iterable[Profile], *, on_purpose: bool = False
) -> Recalled:
    """A sheet with the mapping that fits its layout.

    Args:
        first: the sheet as proposed.
        held: the mappings to look among.
        on_purpose: whether the user named them, so that one does whose columns are all there.
    """
    found = list(held)
    for profile in found:
        if profiles.fits(profile, first) or _below(profile, sheet) or _without_header(ws, profile, sheet, first):
            return apply(ws, sheet, first, profile)
    for profile in found if on_purpose else ():
        if profiles.covers(profile, first):
            return apply(ws, sheet, first, replace(profile, header_row=FOUND))
    return Recalled(first, first, first)


def _below(profile: Profile, sheet: Sheet) -> bool:
    """Whether the headers of a profile stand in the row where the user found them."""
    if not 0 < profile.header_row <= len(sheet.rows):
        return False
    there = set(profiles.names(name for cell in sheet.rows[profile.header_row - 1] if (name := text(cell))))
    nameless = set(profile.headers) - there
    return bool(there) and there <= set(profile.headers) and all(len(one) < 3 and one.isascii() for one in nameless)


def _without_header(ws: Workspace, profile: Profile, sheet: Sheet, first: Proposal) -> bool:
    """Whether the user said of such a sheet that it has no header, though its first row looks like one."""
    if profile.header_row != NONE or not profile.nameless or first.layout.header_row is None:
        return False
    if len(profile.headers) != len(first.columns) or first.layout.header_row != sheet.top + 1:
        return False
    bare = preview.read_anew(ws, sheet, profile.kind or None, None, leave=not first.hidden.taken)
    return profiles.fits(replace(profile, kind_set=True), bare)


def apply(ws: Workspace, sheet: Sheet, first: Proposal, profile: Profile) -> Recalled:
    """A sheet with the wishes of a profile."""
    found = first
    wanted = profile.header_row != FOUND and profile.header_row != (first.layout.header_row or NONE)
    if profile.kind_set and not profile.kind:
        found = preview.left_out(first)
    elif wanted or (profile.kind_set and profile.kind != first.kind):
        row = (profile.header_row or None) if wanted else first.layout.header_row
        found = preview.read_anew(ws, sheet, profile.kind or None, row, leave=not first.hidden.taken)
    now = profiles.applied(profile, found, _known(ws, found.kind))
    return Recalled(first, found, value_maps.sound(preview.types_of(ws), now), profile)


def _known(ws: Workspace, kind: str | None) -> Callable[[str], bool]:
    types = preview.types_of(ws)
    fields = {name for _title, held in preview.targets(types, kind) for name in held}
    return lambda target: target == NOTES or target.startswith(CUSTOM) or target in fields


def remember(ws: Workspace, op: Operation, made: Iterable[Profile | None]) -> None:
    """Keep what the user changed, within a running operation; what was put back to as proposed is forgotten.

    A mapping with a name stays until it is deleted.
    """
    held = {one.id: one for one in stored(ws)}
    for one in made:
        if one is None:
            continue
        old = held.get(one.id)
        if one.empty:
            if old is not None and not old.name:
                op.set_setting(PREFIX + one.id, None)
                del held[one.id]
            continue
        new = replace(one, name=one.name or (old.name if old else ""))
        if old is None or replace(old, source="") != replace(new, source=""):
            op.set_setting(PREFIX + new.id, profiles.to_json(new))
            held[new.id] = new


def keep(ws: Workspace, made: Sequence[Profile]) -> None:
    """Keep mappings by themselves, without an import, as one operation."""
    with ws.operation(N_("Remember mappings of imports")) as op:
        for one in made:
            op.set_setting(PREFIX + one.id, profiles.to_json(one))


def forget(ws: Workspace, profile: Profile) -> None:
    """Delete a mapping, as one operation."""
    with ws.operation(N_("Forget a mapping of imports")) as op:
        op.set_setting(PREFIX + profile.id, None)


def save(
    path: str | os.PathLike[str],
    held: Sequence[Profile],
    unknown: Mapping[str, Mapping[str, Sequence[str]]] | None = None,
) -> None:
    """Write mappings to a small file.

    Args:
        unknown: by a mapping's id and a column's name the values that mean nothing yet, to be filled in by a person.

    Raises:
        KebuError: the file cannot be written.
    """
    mappings = [profiles.to_json(one) for one in held]
    whole = {"format": _SORT, "version": _VERSION, "mappings": mappings}
    for one, told in zip(held, mappings, strict=True):
        for name, words in (unknown or {}).get(one.id, {}).items():
            values = told["columns"].setdefault(name, {}).setdefault("values", {})
            for word in words:
                values.setdefault(word, None)
    try:
        Path(path).write_text(json.dumps(whole, ensure_ascii=False, indent=2) + "\n", "utf-8")
    except OSError as error:
        raise KebuError(
            N_("The file cannot be written: {file}."), N_("Check the name and the folder."), file=str(path)
        ) from error


def load(path: str | os.PathLike[str]) -> list[Profile]:
    """Read mappings from a file. Raises KebuError when it holds none."""
    try:
        whole: Any = json.loads(Path(path).read_text("utf-8-sig"))
        if not isinstance(whole, dict) or whole.get("format") != _SORT:
            raise ValueError(path)
        return [profiles.from_json(one) for one in whole["mappings"]]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise KebuError(
            N_("“{file}” holds no mapping of an import."),
            N_("Choose a .json file that Kebu wrote."),
            file=Path(path).name,
        ) from error


@dataclass(slots=True)
class Ready:
    """Files with their mappings, ready for planning.

    Args:
        sources: each file with the proposals for its sheets.
        options: with the orders of dates and the way with duplicates that are remembered.
        recalled: each sheet with what was remembered of it.
    """

    sources: list[tuple[Workbook, list[Proposal]]]
    options: Options
    recalled: list[Recalled] = field(default_factory=list)

    def profiles(self, *, everything: bool = False) -> list[Profile]:
        """What is to be remembered of this import, or the whole mapping of each sheet that is imported."""
        files = [str(book.path.name) for book, held in self.sources for _one in held]
        made = (
            profiles.made(
                one.first, one.found, one.now, self.options.orders.get(place, {}), self.options.on_duplicate,
                source_words(file, one.now.sheet), everything=everything, known=one.profile,
            )
            for place, (file, one) in enumerate(zip(files, self.recalled, strict=True))
            if one.now.kind or not everything
        )  # fmt: skip
        return [one for one in made if one is not None]

    def with_new_values(self, ws: Workspace) -> Ready:
        """The same, with what lists do not know as new values of them."""
        sources = []
        for book, held in self.sources:
            sheets = {sheet.name: sheet for sheet in book.sheets}
            sources.append((book, [value_maps.all_new(ws, sheets[one.sheet], one) for one in held]))
        now = iter([one for _book, held in sources for one in held])
        return replace(self, sources=sources, recalled=[replace(one, now=next(now)) for one in self.recalled])

    def unknown(self, ws: Workspace) -> dict[str, dict[str, list[str]]]:
        """The values of choice fields that mean nothing yet: by the id of the mapping and the name of the column."""
        found: dict[str, dict[str, list[str]]] = {}
        for book, held in self.sources:
            for now in held:
                one = profiles.made(now, now, now, {})
                sheet = next(sheet for sheet in book.sheets if sheet.name == now.sheet)
                for name, index in profiles.column_names(now).items() if one else ():
                    words = [word.text for word in value_maps.unknown(ws, sheet, now, index) if word.code is None]
                    if one and words:
                        found.setdefault(one.id, {})[name] = words
        return found


def source_words(file: str, sheet: str) -> str:
    """A file and its sheet, as a mapping without a name is called."""
    return file if Path(file).stem == sheet else f"{file} · {sheet}"


def ready(
    ws: Workspace, read: Iterable[tuple[Workbook, Sequence[Proposal]]], options: Options, *,
    given: Sequence[Profile] = (), remembered: bool = True, mode: str = "",
) -> Ready:  # fmt: skip
    """Files with the mappings that fit them.

    Args:
        read: each file with the proposals for its sheets.
        options: how to import.
        given: mappings that the user chose; they come before those of the book.
        remembered: whether those of the book are used.
        mode: how rows that are there already are treated when the user said so.

    Raises:
        KebuError: none of the given mappings fits any sheet.
    """
    held = stored(ws) if remembered else []
    made = Ready([], options)
    orders: dict[int, Mapping[int, str]] = dict(options.orders)
    used = False
    for book, proposals in read:
        mine: list[Recalled] = []
        for proposal in proposals:
            sheet = next(one for one in book.sheets if one.name == proposal.sheet)
            one = recall(ws, sheet, proposal, given, on_purpose=True) if given else None
            used = used or bool(one and one.profile)
            if one is None or one.profile is None:
                one = recall(ws, sheet, proposal, held)
            if one.orders:
                place = len(made.recalled) + len(mine)
                orders[place] = {**one.orders, **orders.get(place, {})}
            mine.append(one)
        made.recalled += mine
        made.sources.append((book, [one.now for one in mine]))
    if given and not used:
        raise KebuError(
            N_("The mapping fits none of the sheets."), N_("Its columns are: {columns}."),
            columns=", ".join(sorted({name for one in given for name in one.headers})),
        )  # fmt: skip
    modes = (one.profile.mode for one in made.recalled if one.profile and one.profile.mode)
    made.options = replace(options, orders=orders, on_duplicate=mode or next(modes, options.on_duplicate or UPDATE))
    return made
