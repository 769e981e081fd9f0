"""A list of records that Kebu itself exported: its headers are the dictionary's own, so nothing needs to be guessed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from app.records.fields import Field, RecordType
from app.shared.i18n import LANGUAGES, N_, _, translate
from app.transfer.columns import unplaced
from app.transfer.columns.own_kinds import proposed
from app.transfer.columns.proposals import CUSTOM, NOTES, SUREST, Column, Proposal
from app.transfer.grid.cells import changed, chosen, column_cells, text, widest
from app.transfer.grid.evidence import Evidence, gather
from app.transfer.grid.guards import guarded
from app.transfer.grid.headers import Vocabulary
from app.transfer.grid.list_kinds import CUSTOMER, RECORDS, ListKind, kinds
from app.transfer.grid.own_headers import ABOUT_ID, ABOUT_KIND, JSON, beside, exported, idle, label
from app.transfer.grid.remarks import is_remark
from app.transfer.grid.sheets import Cell, Sheet
from app.transfer.layout.data_rows import BLANK, data_rows
from app.transfer.layout.detecting import Layout

_FEWEST = 4
_FEWEST_GUARDED = 2
"""One header alone, such as “Notes”, may be anybody's."""
_REASON = N_("Kebu's own export of {kind}: each column goes back to where it came from.")
_COMPUTED = N_("The book works this out by itself; it is left out.")
_OWN = 0.9
"""How sure it is that a column was a field of the user's own, which this book has not."""
_MAIN_CONTACT = "contact.name"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_CARRIED = frozenset({"every", "starts_at", "occurs_at", "lead", "zone"})
"""What only the program sets of a reminder, and its export may set again: that it comes again, and where its clock stands."""


def is_own(sheet: Sheet, words: Vocabulary) -> bool:
    """Whether Kebu exported the sheet, see ``propose_own``."""
    return _recognised(sheet, words) is not None


def propose_own(sheet: Sheet, words: Vocabulary) -> Proposal | None:
    """The sheet as the list that Kebu exported, None when it is none.

    It is one by its hidden columns (``Sheet.origin``), or where all that an export of a kind of record holds stands in its
    header. A list of activities and the like with fewer columns is one as well, for their headers stand in no other.
    """
    known = _recognised(sheet, words)
    return None if known is None else _proposal(sheet, words, *known)


def _recognised(sheet: Sheet, words: Vocabulary) -> tuple[list[str], dict[int, Field], _Ours] | None:
    """The headers of a sheet that Kebu exported, the fields by their places, and what else is known of it."""
    if sheet.kind or not sheet.rows:
        return None
    header = [text(cell) for cell in sheet.rows[0]]
    if (origin := sheet.origin) is not None:
        record = words.every.get(origin.kind)
        if record is None or not _taken(record, words):
            return None
        found = _places(record, header, origin.language, origin.fields)
        return header, found, _Ours(record, _kind(record, words), sum(not record.has(name) for name in origin.fields))
    if len(set(filter(None, header))) < _FEWEST:
        return None
    for record in words.every.values():
        if not _taken(record, words):
            continue
        for language in (*LANGUAGES, JSON):
            found = _places(record, header, language, tuple(one.name for one in exported(record)))
            silent = idle(record) if language == JSON else frozenset()
            told = [one for at, one in enumerate(header) if one and (at in found or one not in silent)]
            if _whole(record, told, found, words):
                return header, found, _Ours(record, _kind(record, words), len(header), silent)
    return None


@dataclass(slots=True)
class _Ours:
    """What was exported: of which records, how they come in, how many fields of the user's own this book has not, and which
    columns nobody needs."""

    record: RecordType
    kind: ListKind | None
    own: int
    idle: frozenset[str] = frozenset()


def without_computed(found: Proposal, words: Vocabulary) -> Proposal:
    """A proposal whose columns that a book works out by itself are left out, where a list with chosen columns was exported.

    It is such a list where all headers are labels of one kind of record.
    """
    told = {one.header for one in found.columns}
    if found.kind is None or len(told) < _FEWEST:
        return found
    labels = _labels(told, words)
    ours = {name for name in told & labels.keys() if labels[name].readonly and not labels[name].imported}
    columns = (
        replace(one, targets=(), labelled=False, confidence=SUREST, reason=_(_COMPUTED))
        if one.header in ours and one.evidence.filled and NOTES in one.targets else one
        for one in found.columns
    )  # fmt: skip
    return replace(found, columns=tuple(columns)) if ours else found


def _labels(told: Set[str], words: Vocabulary) -> dict[str, Field]:
    """The fields of the one kind of record whose labels all these headers are, by their labels; none for other headers."""
    for record in words.every.values():
        for language in LANGUAGES:
            labels = {label(one, language): one for one in (*exported(record), *beside(record))}
            if told <= labels.keys():
                return labels
    return {}


def unguarded(sheet: Sheet, words: Vocabulary) -> Sheet:
    """The sheet of a program that had opened a .csv file of Kebu's, without the apostrophes that kept its texts from being
    calculated; any other sheet as it is.

    Where all headers are Kebu's, a text that begins as a guarded one is one: what begins so by itself has two. Sheets that
    Kebu wrote itself, which their hidden columns tell, have none.
    """
    if sheet.kind or sheet.origin is not None or not sheet.rows:
        return sheet
    told = set(filter(None, map(text, sheet.rows[0])))
    if len(told) < _FEWEST_GUARDED or not (is_own(sheet, words) or _labels(told, words)):
        return sheet
    width = widest(sheet.rows)
    found: dict[tuple[int, int], Cell] = {}
    for column in range(width):
        for row, cell in enumerate(column_cells(sheet.rows, column)):
            if cell.__class__ is str and cell[:1] == "'" and guarded(cell[1:]) == cell:
                found[row, column] = cell[1:]
    return replace(sheet, rows=changed(sheet.rows, found)) if found else sheet


def _taken(record: RecordType, words: Vocabulary) -> bool:
    return record.standalone and (record.name in RECORDS or _kind(record, words) is not None)


def _kind(record: RecordType, words: Vocabulary) -> ListKind | None:
    return next((one for one in kinds(words.every) if one.record is record), None)


def _places(record: RecordType, header: Sequence[str], language: str, names: Sequence[str]) -> dict[int, Field]:
    """The fields by the places of their headers; two with the same header keep their order."""
    waiting: dict[str, list[Field]] = defaultdict(list)
    for name in names:
        if record.has(name):
            waiting[label(record.field(name), language).strip()].append(record.field(name))
    return {place: waiting[said].pop(0) for place, said in enumerate(header) if waiting.get(said)}


def _whole(record: RecordType, header: Sequence[str], found: dict[int, Field], words: Vocabulary) -> bool:
    """Whether headers are those of an export of these records and of no other sheet."""
    mine = {one.name for one in found.values()}
    if {one.name for one in exported(record) if not one.custom} <= mine:
        return True
    kind = _kind(record, words)
    if kind is None or kind.line is not None or len(found) < len(list(filter(None, header))) or len(mine) < _FEWEST:
        return False
    return all(one.name in mine for one in exported(record) if one.required and not one.default)


def _proposal(sheet: Sheet, words: Vocabulary, header: list[str], found: dict[int, Field], ours: _Ours) -> Proposal:
    rows, record = sheet.rows, ours.record
    filled = [at for at in range(1, len(rows)) if any(cell not in (None, "") for cell in rows[at])]
    width = max(len(header), max((len(rows[at]) for at in filled), default=0))
    none = dict(_no_records(sheet, words, filled, header, width))
    data = tuple(at for at in filled if at not in none)
    held = set(data)
    skipped = tuple((at, none.get(at, BLANK)) for at in range(1, len(rows)) if at not in held)
    layout = Layout((0,), tuple(header), tuple(range(width)), data, skipped)
    cells = chosen(rows, data)
    heads = [*header, *[""] * (width - len(header))]
    seen = ((at, head, gather(column_cells(cells, at))) for at, head in enumerate(heads) if not is_remark(head))
    columns = tuple(_column(base, ours, found.get(base.index)) for base in unplaced.columns(seen))
    reason = _(_REASON).format(kind=translate(record.label_plural)) if data else _("It holds no rows.")
    return Proposal(sheet.name, layout, record.plural if data else None, reason, columns, within=sheet.within)


def _no_records(
    sheet: Sheet, words: Vocabulary, filled: list[int], header: list[str], width: int
) -> Iterator[tuple[int, str]]:
    """The rows that somebody wrote among those of an export and that are no records, such as totals, with the reasons."""
    known = sheet.origin.rows if sheet.origin is not None else None
    if known is None or all(at in known for at in filled):
        return
    _data, skipped = data_rows(sheet.rows, filled, [*header, *[""] * (width - len(header))], words, width, (0,))
    yield from ((at, why) for at, why in skipped if at not in known)


def _column(base: Column, ours: _Ours, field: Field | None) -> Column:
    if field is None:
        return _stranger(base, ours)
    if not base.evidence.filled:
        return unplaced.empty(base)
    target, labelled = _target(ours, field)
    if not target:
        reason = _(_COMPUTED) if not field.imported else _("Only the program sets this field.")
        return replace(base, confidence=SUREST, reason=reason)
    reason = _("The header says “{header}”.").format(header=base.header)
    return replace(base, targets=(target,), confidence=SUREST, reason=reason, labelled=labelled)


def _stranger(base: Column, ours: _Ours) -> Column:
    """A field of the user's own that this book has not, or a column that someone added."""
    evidence, head = base.evidence, base.header
    if evidence.filled and any(head == label(one, name) for one in beside(ours.record) for name in LANGUAGES):
        reason = _("The header says “{header}”.").format(header=head)
        return replace(base, targets=(_MAIN_CONTACT,), confidence=SUREST, reason=reason)
    if head in ours.idle:
        return replace(base, confidence=SUREST, reason=_("Only the program needs it."))
    ours.own -= 1
    if not evidence.filled:
        return unplaced.empty(base)
    if ours.own >= 0 or (ours.kind is not None and not ours.kind.notes):
        return replace(
            base, targets=(f"{CUSTOM}{head.removeprefix(CUSTOM)}",), confidence=_OWN, new_kind=_new_kind(evidence),
            reason=_("No field fits; it becomes a field of your own."),
        )  # fmt: skip
    return unplaced.noted(base)


def _new_kind(evidence: Evidence) -> str:
    """What a field of the user's own was: amounts and numbers are exported as such, "300万" was a text."""
    kind = proposed(evidence)
    said = all(_NUMBER.fullmatch(one.strip()) for one in evidence.samples)
    return kind if kind not in ("money", "number") or said else "text"


def _target(ours: _Ours, field: Field) -> tuple[str, bool]:
    """Where a column of a field goes, "" where only the program sets it; and whether it is noted with its header in front."""
    record, kind = ours.record, ours.kind
    if kind is None:
        return (field.name if field.imported and not field.readonly else ""), False
    if record.soft_parent and field.name in (ABOUT_ID, ABOUT_KIND):
        return (CUSTOMER, False) if field.name == ABOUT_ID else (NOTES, True)
    if field.name in _CARRIED and field.readonly:
        return field.name, False
    return (kind.target(record.name, field.name) or "" if kind.takes(record, field) else ""), False
