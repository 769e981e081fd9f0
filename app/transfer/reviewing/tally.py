"""How many pairs are undecided and how many rows will be written, counted on as single decisions come in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from app.transfer.reviewing.recheck import said, written
from app.transfer.reviewing.review import Pair

Key = tuple[int, int]


class Tally:
    """The counts of a review.

    Attributes:
        undecided: how many pairs nobody has decided about; ``reasons`` the same by why they are pairs.
        more: how many more rows are written than the plan says.
    """

    def __init__(
        self, pairs: Sequence[Pair], decisions: Mapping[Key, str], merges: Mapping[Key, bool], *, keeps: bool,
        as_planned: bool,
    ) -> None:  # fmt: skip
        """
        Args:
            pairs: all of them.
            decisions: what was decided, by pair; ``merges`` whether a row gives something when it is merged, where that
                was looked at. Both may change, see ``count_again``.
            keeps: whether rows that nobody decided about are added.
            as_planned: whether that was so when the plan was made.
        """
        self._decisions, self._merges, self._keeps, self._as_planned = decisions, merges, keeps, as_planned
        self._open = {pair.key for pair in pairs if not decisions.get(pair.key)}
        self.reasons = Counter(pair.match.reason for pair in pairs if pair.key in self._open)
        self._named: dict[str, list[Pair]] = defaultdict(list)
        for pair in pairs:
            if pair.name:
                self._named[pair.name].append(pair)
        first = said(pairs, decisions)
        self._written = {pair.key: self._writes(pair, first) for pair in pairs}
        self.more = sum(self._written.values()) - sum(pair.written for pair in pairs)

    @property
    def undecided(self) -> int:
        """How many pairs nobody has decided about."""
        return len(self._open)

    def count_again(self, pair: Pair) -> None:
        """Count a pair that was decided about; of rows of lists all that ask about the same name."""
        key, reason = pair.key, pair.match.reason
        if (key in self._open) == bool(self._decisions.get(key)):
            self._open ^= {key}
            self.reasons[reason] += 1 if key in self._open else -1
        alike = self._named[pair.name] if pair.name else [pair]
        first = said(alike, self._decisions)
        for one in alike:
            before, now = self._written[one.key], self._writes(one, first)
            self._written[one.key] = now
            self.more += now - before

    def _writes(self, pair: Pair, first: Mapping[str, Key]) -> bool:
        same = self._as_planned and self._decisions.get(pair.key, "") == pair.decision
        if same and not pair.name and pair.key not in self._merges:
            return pair.written
        merges = self._merges.get(pair.key, bool(pair.match.book_id))
        return written(pair, first, self._decisions, self._keeps, merges)
