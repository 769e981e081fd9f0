"""What the tiles of the review count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from app.shared.i18n import N_, _, listed
from app.transfer.drafting.merging import ADD, OVERWRITE, SKIP, UPDATE
from app.transfer.plans.planned import KEEP
from app.transfer.plans.planning import ImportPlan
from app.transfer.reviewing.report import record_words
from app.transfer.reviewing.review import Digest, Pair
from app.transfer.reviewing.tally import Key, Tally
from ui.transfer.state import Session
from ui.transfer.tiles import CLASHES, GONE, NEW, OUT, PAIRS, PROBLEMS, UPDATES, Tiles
from ui.transfer.trip import TripBox

if TYPE_CHECKING:
    from ui.transfer.review import ReviewStep

_NOTES = {
    UPDATE: N_("empty fields filled"),
    OVERWRITE: N_("values replaced"),
    SKIP: N_("left as they are"),
    ADD: N_("added again"),
}


def count_rows(
    shown: Tiles, digest: Digest, session: Session, pairs: int, left: int, doubts: int, gone: int = 0
) -> None:
    """Count the rows of a plan.

    Args:
        pairs: how many rows look like others, ``left`` how many of them are undecided; ``doubts`` how many cells are left
            to look at; ``gone`` how many rows with problems were left out since the plan was made.
    """
    tiles = shown.tiles
    tiles[NEW].put(len(digest.added), _("added as they are"))
    trip = digest.trip
    said = _("{count} changed").format(count=len(trip.edits)) if trip.own else _(_NOTES[session.mode])
    tiles[UPDATES].put(len(digest.there), said)
    decided = _("{done} decided, {left} to go").format(done=pairs - left, left=left) if pairs else ""
    tiles[PAIRS].put(pairs, decided, hot=left > 0)
    fixed = session.edits
    note = _("{count} changed").format(count=fixed) if fixed else _("kept in the notes") if doubts else ""
    tiles[PROBLEMS].put(doubts, note, hot=bool(doubts))
    out = len(digest.out) + gone
    tiles[OUT].put(out, _("totals, remarks") if out else "")


def count_pairs(pairs: Sequence[Pair], session: Session, plan: ImportPlan, merges: Mapping[Key, bool]) -> Tally:
    """Count the pairs of a plan by what the session says of them; ``merges`` as ``Tally`` has it."""
    keeps = session.undecided
    return Tally(pairs, session.decisions, merges, keeps=keeps == KEEP, as_planned=keeps == plan.undecided)


def made_words(step: ReviewStep) -> str:
    """The new records that a plan makes, by kind; nothing while the plan does not follow what was decided."""
    return "" if step.stale or step.plan is None else record_words(step.ws.dictionary.types, step.plan.writes.made)


def done_words(counts: Mapping[str, int], deleted: int) -> str:
    """What an import did, in a few words: 3 added, 2 changed, 1 deleted.

    Args:
        counts: of rows, by what became of them.
        deleted: of the records whose rows were taken out.
    """
    parts = (
        (N_("{count} added"), counts.get("created", 0)),
        (N_("{count} changed"), counts.get("updated", 0)),
        (N_("{count} deleted"), deleted),
    )
    said = [_(words).format(count=f"{count:,}") for words, count in parts if count]
    return _("Imported: {what}").format(what=listed(said)) if said else _("Imported")


def count_trip(shown: Tiles, trip: TripBox, pairs: bool) -> None:
    """Count what is to be decided of sheets that come back; without any the tiles are those of other sheets.

    Args:
        pairs: whether rows look like others.
    """
    tiles, digest = shown.tiles, trip.digest
    clashes, removed, deleted = len(digest.clashes), len(digest.removed), trip.deleted
    tiles[CLASHES].setVisible(bool(clashes))
    tiles[GONE].setVisible(bool(removed))
    tiles[PAIRS].setVisible(pairs or not digest.own)
    tiles[CLASHES].put(clashes, _("{count} from the file").format(count=trip.taken), hot=True)
    tiles[GONE].put(removed, _("{count} deleted").format(count=deleted) if deleted else _("kept"), hot=deleted > 0)
