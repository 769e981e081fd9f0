"""One import under way: the files that were read and what the user said about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from app.transfer.columns.proposals import Column, Proposal
from app.transfer.drafting.merging import UPDATE
from app.transfer.grid.sheets import Cell, Sheet, Workbook
from app.transfer.plans.options import Options
from app.transfer.plans.planned import KEEP
from app.transfer.plans.write_modes import preferring
from app.transfer.readers.folders import called
from app.transfer.reviewing import preview
from app.transfer.reviewing.past import PastImport
from app.transfer.reviewing.profiles import Profile, made
from app.transfer.reviewing.remembering import Recalled, source_words
from app.transfer.reviewing.resaying import Fresh, resaid
from app.transfer.reviewing.value_maps import explained


@dataclass(slots=True)
class Source:
    """A file with what is proposed for its sheets: at first, for the chosen kind and header, and as the user left it.

    ``profiles`` are the remembered mappings that were applied to the sheets; ``taught`` is what texts mean that were put right in
    the preview, by sheet, column and text.
    """

    book: Workbook
    first: list[Proposal]
    found: list[Proposal]
    proposals: list[Proposal]
    profiles: list[Profile | None]
    edits: dict[tuple[str, int, int], str] = field(default_factory=dict)
    taught: dict[tuple[str, int, str], str] = field(default_factory=dict)


class Session:
    """The state of the import page; it holds choices only and works nothing out by itself.

    Args:
        read: each file with the proposals for its sheets.
        again: earlier imports of the very same files.
        left: a sentence for each file that could not be read.
    """

    def __init__(
        self, read: Sequence[tuple[Workbook, Sequence[Proposal]]], again: Sequence[PastImport] = (), left: Sequence[str] = ()
    ) -> None:  # fmt: skip
        self.again, self.left = again, left
        self.sources = [
            Source(book, list(found), list(found), list(found), [None] * len(found)) for book, found in read
        ]
        self.orders: dict[int, dict[int, str]] = {}
        self.decisions: dict[tuple[int, int], str] = {}
        self.preferred: dict[tuple[int, int], frozenset[str]] = {}
        self.mode = UPDATE
        self.undecided = KEEP
        self.at = 0
        self.start()

    def start(self) -> None:
        """Go to the first sheet that is imported."""
        places = self.places()
        self.at = next((place for place in places if self.proposal(place).kind), places[0])

    def places(self) -> list[int]:
        """The sheets of all files, numbered as plans number them."""
        return list(range(sum(len(source.proposals) for source in self.sources)))

    def _find(self, place: int) -> tuple[Source, int]:
        for source in self.sources:
            if place < len(source.proposals):
                return source, place
            place -= len(source.proposals)
        raise IndexError(place)

    def book(self, place: int) -> Workbook:
        """The file of a sheet."""
        return self._find(place)[0].book

    def called(self, place: int) -> str:
        """What the file of a sheet is called among the others."""
        return called(source.book.path for source in self.sources)[str(self.book(place).path)]

    def sheet(self, place: int) -> Sheet:
        """A sheet as it was read."""
        source, at = self._find(place)
        name = source.proposals[at].sheet
        return next(sheet for sheet in source.book.sheets if sheet.name == name)

    def cells(self, place: int, number: int) -> list[Cell] | None:
        """A row, as Excel numbers it, as it stands in the file; None where the rows of the sheet are not those of the file."""
        rows = self.sheet(place).rows
        return None if self.proposal(place).anew or not 0 < number <= len(rows) else rows[number - 1]

    def proposal(self, place: int) -> Proposal:
        """What is proposed for a sheet, with the user's changes."""
        source, at = self._find(place)
        return source.proposals[at]

    def found(self, place: int, index: int) -> Column | None:
        """A column as it was found, before the user's changes."""
        source, at = self._find(place)
        return next((one for one in source.found[at].columns if one.index == index), None)

    def column(self, place: int, index: int) -> Column | None:
        """A column of a sheet as it is now."""
        return next((one for one in self.proposal(place).columns if one.index == index), None)

    def take(self, place: int, proposal: Proposal, *, anew: bool = False) -> None:
        """Put another proposal in the place of a sheet's; ``anew`` when it was read again, not changed by hand."""
        source, at = self._find(place)
        source.proposals[at] = proposal
        if anew:
            source.found[at] = proposal
        self.forget()

    def change(self, place: int, index: int, targets: Iterable[str]) -> None:
        """Send a column elsewhere; back to where it was found with the confidence of then."""
        wanted = tuple(targets)
        proposal = self.proposal(place).changed(index, wanted)
        found = self.found(place, index)
        if found is not None and found.targets == wanted:
            proposal = replace(proposal, columns=tuple(
                replace(found, words=one.words, write=one.write) if one.index == index else one for one in proposal.columns
            ))  # fmt: skip
        self.take(place, proposal)

    def first(self, place: int) -> Proposal:
        """What was proposed for a sheet at first."""
        source, at = self._find(place)
        return source.first[at]

    def profile(self, place: int) -> Profile | None:
        """The remembered mapping that was applied to a sheet."""
        source, at = self._find(place)
        return source.profiles[at]

    def recall(self, place: int, one: Recalled) -> None:
        """Put a sheet as a remembered mapping has it, or back to as proposed when there is none."""
        source, at = self._find(place)
        old, new = source.profiles[at], one.profile
        source.found[at], source.proposals[at], source.profiles[at] = one.found, one.now, new
        self.orders.pop(place, None)
        if one.orders:
            self.orders[place] = one.orders
        if new is not None and new.mode:
            self.mode = new.mode
        elif new is None and old is not None and old.mode == self.mode:
            self.mode = UPDATE
        self.forget()

    def learned(self, place: int) -> Profile | None:
        """What the user changed in a sheet; None for one without columns."""
        source, at = self._find(place)
        now = source.proposals[at]
        for (name, index, word), code in source.taught.items():
            if name == now.sheet:
                columns = (explained(one, word, code) if one.index == index else one for one in now.columns)
                now = replace(now, columns=tuple(columns))
        words = source_words(source.book.path.name, now.sheet)
        orders, known = self.orders.get(place, {}), source.profiles[at]
        return made(source.first[at], source.found[at], now, orders, self.mode, words, known=known)

    def profiles(self) -> list[Profile]:
        """What is to be remembered of the import."""
        return [one for place in self.places() if (one := self.learned(place)) is not None]

    def mean(self, place: int, index: int, word: str, code: str | None) -> None:
        """Say what a word of a choice column means; None puts it into the notes."""
        self._replace(place, index, lambda column: explained(column, word, code))

    def write(self, place: int, index: int, code: str) -> None:
        """Say when a column replaces what the book holds; "" as the whole import."""
        self._replace(place, index, lambda column: replace(column, write=code))

    def set_kind(self, place: int, index: int, kind: str) -> None:
        """Say what the new field that a column becomes is to hold."""
        self._replace(place, index, lambda column: replace(column, new_kind=kind))

    def _replace(self, place: int, index: int, change: Callable[[Column], Column]) -> None:
        proposal = self.proposal(place)
        columns = tuple(change(one) if one.index == index else one for one in proposal.columns)
        self.take(place, replace(proposal, columns=columns))

    def resay(self, anew: Sequence[Fresh]) -> None:
        """Take the reasons of proposals that were worked out anew for each file, and nothing else of them."""
        for source, ways in zip(self.sources, anew, strict=True):
            for held in (source.first, source.found, source.proposals):
                held[:] = [resaid(one, ways.get(one.sheet, ())) for one in held]

    def forget(self) -> None:
        """Rows are numbered anew by another mapping: what was said about them no longer holds."""
        self.decisions.clear()
        self.preferred.clear()

    def prefer(self, key: tuple[int, int], name: str, from_file: bool) -> None:
        """Choose the side of a field in a row that is merged."""
        self.preferred[key] = preferring(self.preferred.get(key, frozenset()), name, from_file)

    def edit(self, place: int, row: int, index: int, text: str) -> None:
        """Change a cell (row as Excel numbers it)."""
        source, at = self._find(place)
        source.edits[source.proposals[at].sheet, row, index] = text

    def teach(self, place: int, index: int, word: str, code: str | None) -> None:
        """Remember what a text of a column means that was put right in the preview; None forgets it."""
        source, at = self._find(place)
        key = source.proposals[at].sheet, index, word
        if code is None:
            source.taught.pop(key, None)
        else:
            source.taught[key] = code

    @property
    def edits(self) -> int:
        """How many cells were changed."""
        return sum(len(source.edits) for source in self.sources)

    @property
    def touched(self) -> bool:
        """Whether rows were decided about or cells changed."""
        return bool(self.edits or self.preferred or any(self.decisions.values()))

    @property
    def importing(self) -> list[int]:
        """The sheets that will be imported."""
        return [place for place in self.places() if self.proposal(place).kind]

    @property
    def kinds(self) -> set[str | None]:
        """What the sheets that will be imported hold."""
        return {self.proposal(place).kind for place in self.importing}

    @property
    def rows(self) -> int:
        """How many data rows will be imported."""
        return sum(len(self.proposal(place).layout.data) for place in self.importing)

    def ready(self) -> list[tuple[Workbook, list[Proposal]]]:
        """The files with their changed cells and proposals, as planning wants them."""
        return [(preview.changed_cells(source.book, source.edits), list(source.proposals)) for source in self.sources]

    def options(self) -> Options:
        """What the user chose, as planning wants it."""
        return Options(
            on_duplicate=self.mode, undecided=self.undecided, decisions=dict(self.decisions),
            preferred=dict(self.preferred), orders={place: dict(held) for place, held in self.orders.items()},
        )  # fmt: skip
