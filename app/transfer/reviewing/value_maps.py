"""Values of choice fields that a sheet writes in its own words: found once per column, explained once by the user."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.records.fields import Field, FieldKind, RecordType
from app.records.workspace import Workspace
from app.shared.i18n import _, translate
from app.transfer.columns.own_columns import NEW, extendable, said
from app.transfer.columns.proposals import Column, Proposal
from app.transfer.drafting.context import Context
from app.transfer.drafting.looking import unread
from app.transfer.grid.choices import choice_words
from app.transfer.grid.sheets import Sheet
from app.transfer.reviewing import preview

_KINDS = (FieldKind.CHOICE, FieldKind.BOOLEAN)


@dataclass(frozen=True, slots=True)
class Word:
    """A value that the field does not know.

    Args:
        text: as it stands in the sheet.
        count: in how many rows.
        code: what the user says that it means, "" for nothing, "+" for a new value; None puts it into the notes.
    """

    text: str
    count: int
    code: str | None = None


def chosen_field(types: Mapping[str, RecordType], proposal: Proposal, column: Column) -> Field | None:
    """The choice field that a column goes to, or None."""
    if proposal.kind is None or len(column.targets) != 1 or column.labelled:
        return None
    found = preview.field_of(types, proposal.kind, column.targets[0])
    return found if found is not None and (found.kind in _KINDS or found.choices) else None


def values(field: Field) -> list[tuple[str, str]]:
    """The values of a choice field: code and label in the language in use."""
    if field.kind is FieldKind.BOOLEAN:
        return [("true", _("Yes")), ("false", _("No"))]
    return [(choice.code, translate(choice.label)) for choice in field.offered]


def new_values(types: Mapping[str, RecordType], proposal: Proposal) -> list[tuple[str, str, str]]:
    """The values that words of a sheet become: record type, name of the field and label of each."""
    found = []
    for column in proposal.columns:
        field = chosen_field(types, proposal, column) if column.words else None
        if field is not None and extendable(field):
            record = next(one for one in types.values() if field in one.fields)
            found += [(record.name, field.name, said(word)) for word, code in column.words if code == NEW]
    return found


def all_new(ws: Workspace, sheet: Sheet, proposal: Proposal) -> Proposal:
    """A proposal with every value that a list does not know, and that nobody explained, as a new value of the list."""
    types = preview.types_of(ws)
    columns = []
    for column in proposal.columns:
        field = chosen_field(types, proposal, column)
        if field is not None and extendable(field):
            for word in unknown(ws, sheet, proposal, column.index):
                if word.code is None:
                    column = explained(column, word.text, NEW)
        columns.append(column)
    return replace(proposal, columns=tuple(columns))


def unknown(ws: Workspace, sheet: Sheet, proposal: Proposal, index: int) -> list[Word]:
    """The values of a column that its choice field does not know, the most frequent first; none for other fields."""
    types = preview.types_of(ws)
    column = next(one for one in proposal.columns if one.index == index)
    if chosen_field(types, proposal, column) is None:
        return []
    plain = replace(column, words=())
    counted: Counter[str] = Counter()
    for word, count in unread(sheet, proposal, plain, Context(types, ws.region, ws.currency)):
        counted[word] += count
    meant = {word.casefold(): code for word, code in column.words}
    return [Word(word, count, meant.get(word.casefold())) for word, count in counted.most_common()]


def explained(column: Column, word: str, code: str | None) -> Column:
    """A column whose word means a value; None forgets what it means."""
    words = tuple(pair for pair in column.words if pair[0].casefold() != word.casefold())
    return replace(column, words=words if code is None else (*words, (word, code)))


def taught(types: Mapping[str, RecordType], proposal: Proposal, index: int, word: str, said: str) -> str | None:
    """What a text of a column is remembered to mean, for which a person put another into its cells.

    Returns:
        The code of a value, else the new text; None where the text tells nothing (见名片), so that it means something else in each file.
    """
    column = next((one for one in proposal.columns if one.index == index), None)
    field = chosen_field(types, proposal, column) if column is not None else None
    if field is not None:
        code = choice_words(field).get(said.strip().casefold())
        return code if isinstance(code, str) else said
    return said if not said.strip() or any(map(str.isdigit, word)) else None


def sound(types: Mapping[str, RecordType], proposal: Proposal) -> Proposal:
    """A proposal without meanings that its fields do not know, as a mapping of another program may have them.

    Of a column that goes to no list of values the words are texts that a person put right; they stay.
    """
    if not any(column.words for column in proposal.columns):
        return proposal
    columns = []
    for column in proposal.columns:
        field = chosen_field(types, proposal, column) if column.words else None
        if field is None and column.targets and not column.labelled:
            columns.append(column)
            continue
        known = choice_words(field) if field else {}
        more = NEW if field is not None and extendable(field) else ""
        words = tuple(pair for pair in column.words if pair[1] in ("", more) or pair[1].casefold() in known)
        columns.append(column if words == column.words else replace(column, words=words))
    return replace(proposal, columns=tuple(columns))
