"""Document numbers by a settable pattern such as ``Q{yy}{mm}-{seq:03}``, which gives Q2607-018."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.shared.errors import InvalidValue
from app.shared.i18n import N_

DEFAULT_PATTERN = "Q{yy}{mm}-{seq:03}"
_DATE_PARTS = ("yyyy", "yy", "mm", "dd")
_TOKEN = re.compile(r"\{([^{}]*)\}")
_SEQUENCE = re.compile(r"seq(?::0?([1-9]))?")
MOST_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class Pattern:
    """A number's parts: ``before`` and ``after`` the running number (with their date parts), and its least digits."""

    before: str
    after: str
    digits: int

    def number(self, day: date, sequence: int) -> str:
        """The number of this day and place in the sequence."""
        return f"{_dated(self.before, day)}{sequence:0{self.digits}d}{_dated(self.after, day)}"

    def prefix(self, day: date) -> str:
        """What all numbers of the day's period begin with."""
        return _dated(self.before, day)

    def sequence(self, number: str, day: date) -> int | None:
        """The running number in a number of the day's period, or None when it is of another period or pattern."""
        found = self._of_period(day).fullmatch(number)
        return int(found[1]) if found else None

    def next_number(self, day: date, existing: Iterable[str]) -> str:
        """The highest number of the day's period plus one: without gaps at the end, and never one that exists.

        The sequence begins again whenever the date part changes. A number freed before a later one is not used again.
        """
        match = self._of_period(day).fullmatch
        taken = (int(found[1]) for number in existing if (found := match(number)))
        return self.number(day, max(taken, default=0) + 1)

    def _of_period(self, day: date) -> re.Pattern[str]:
        before, after = re.escape(_dated(self.before, day)), re.escape(_dated(self.after, day))
        return re.compile(f"{before}([0-9]{{1,12}}){after}", re.IGNORECASE)


def parse_pattern(text: str) -> Pattern:
    """Read a pattern of letters, ``{yyyy}``, ``{yy}``, ``{mm}``, ``{dd}`` and one ``{seq}`` or ``{seq:03}``.

    Raises InvalidValue with a plain sentence when it cannot make numbers that differ.
    """
    text = text.strip()
    if not text:
        raise InvalidValue(
            "pattern",
            N_("The number pattern is empty."),
            N_("Type a pattern such as {example}."),
            example=DEFAULT_PATTERN,
        )
    if len(text) > MOST_CHARACTERS:
        raise InvalidValue("pattern", N_("The number pattern is longer than {most} characters."), most=MOST_CHARACTERS)
    parts = ["", ""]
    digits = 0
    end = 0
    for token in _TOKEN.finditer(text):
        parts[bool(digits)] += _literal(text[end : token.start()])
        end = token.end()
        name = token[1]
        if name in _DATE_PARTS:
            parts[bool(digits)] += token[0]
        elif found := _SEQUENCE.fullmatch(name):
            if digits:
                raise InvalidValue("pattern", N_("The number pattern has the running number twice."))
            digits = int(found[1] or 1)
        else:
            raise InvalidValue(
                "pattern",
                N_("The number pattern has an unknown part {part}."),
                N_("Known parts are {known}."),
                part=token[0],
                known="{yyyy} {yy} {mm} {dd} {seq} {seq:03}",
            )
    if not digits:
        raise InvalidValue(
            "pattern", N_("The number pattern has no running number."), N_("Put in {part}."), part="{seq:03}"
        )
    parts[1] += _literal(text[end:])
    return Pattern(parts[0], parts[1], digits)


def _literal(text: str) -> str:
    if "{" in text or "}" in text:
        raise InvalidValue("pattern", N_("The number pattern has a bracket without its partner."))
    if not text.isprintable():
        raise InvalidValue("pattern", N_("The number pattern has a character that cannot be printed."))
    return text


def _dated(part: str, day: date) -> str:
    year = f"{day.year:04d}"
    for name, value in (("{yyyy}", year), ("{yy}", year[2:]), ("{mm}", f"{day.month:02d}"), ("{dd}", f"{day.day:02d}")):
        part = part.replace(name, value)
    return part
