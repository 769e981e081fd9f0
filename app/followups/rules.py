"""What a sentence of the quick log says, and which dates of a customer follow from its conversations and reminders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from app.followups.naming import Person, Span, persons_in, place_in
from app.followups.outcomes import outcome_in
from app.followups.recurrence import first, following
from app.followups.repeat_words import find
from app.followups.words import CLAUSE, EDGES, GAP, KIND, PART_OF_DAY, REMIND, TASK, UNREAD, WHOM
from app.shared.dates import Phrase, phrase
from app.shared.workdays import Workdays

WESTERN = Workdays()
# A note is no contact with the customer; every other kind is, the user's own included.
NO_CONTACT = "note"


@dataclass(frozen=True, slots=True)
class Next:
    """What is to be done next, as a sentence says it; ``text`` is "" when only the time is said.

    ``every`` is the rule by which it comes again (see ``recurrence``), "" when it does not. ``unread`` are words for a time
    that were not understood (“开学后”): the day is then today for want of a better one, and the window says so.
    """

    when: datetime
    all_day: bool
    text: str
    kind: str
    span: Span
    every: str = ""
    unread: str = ""


@dataclass(frozen=True, slots=True)
class ParsedLog:
    """What was understood of a sentence; a span is None for what it does not say.

    Attributes:
        kind: the kind of activity, ``kind_span`` the word that tells it.
        people: those named who took part, each with the words that name them.
        place: where it was, "" when the sentence does not say so for certain.
        next: the follow-up, or None.
        unread: words for a time of something to do that were not understood, so that no follow-up is set; "" else.
        outcome: what came of it, in a word of the user's list, "" when the sentence does not say so for certain.
    """

    kind: str
    kind_span: Span | None
    people: tuple[tuple[Person, Span], ...]
    place: str
    place_span: Span | None
    next: Next | None
    unread: str = ""
    outcome: str = ""
    outcome_span: Span | None = None

    @property
    def contact(self) -> Person | None:
        """The first person named."""
        return self.people[0][0] if self.people else None

    @property
    def contacts(self) -> tuple[int, ...]:
        """The ids of those named."""
        return tuple(person.id for person, _span in self.people)


class Snooze(StrEnum):
    """The ways to put a reminder off."""

    HOUR = "hour"
    TOMORROW = "tomorrow"
    WEEK = "week"


def parse_log(
    text: str,
    now: datetime,
    contacts: Sequence[Person] = (),
    *,
    default: str = "note",
    kinds: Mapping[str, str] | None = None,
    workdays: Workdays = WESTERN,
    outcomes: Sequence[str] = (),
) -> ParsedLog:
    """Read one sentence about what was said: kind, person, and what is next.

    Args:
        now: what the user's clock shows.
        contacts: the people of the customer.
        default: the kind when the sentence tells none.
        kinds: the user's own words for kinds, each with its code; the word that stands first wins, theirs before the
            program's.
        workdays: the working calendar, for what comes again on workdays.
        outcomes: the words of which one may say what came of it.

    A time is a follow-up only when it lies ahead and something to do stands beside it, or when the sentence ends with
    it: “客户下周三到货” is news, “下周三 回访” is a task.
    """
    following = _again(text, now, workdays) or _following(text, now)
    said = _without(text, following.span) if following else text
    word = KIND.search(said)
    kind, span = (word.lastgroup or default, word.span()) if word else (default, None)
    own = _own_kind(said, kinds or {})
    if own is not None and (span is None or own[1][0] <= span[0]):
        kind, span = own
    where, result = place_in(said), outcome_in(said, outcomes)
    return ParsedLog(
        kind=kind,
        kind_span=span,
        people=persons_in(text, contacts),
        place=where[0] if where else "",
        place_span=where[1] if where else None,
        next=following,
        unread="" if following else _unread_task(text),
        outcome=result[0] if result else "",
        outcome_span=result[1] if result else None,
    )


def _unread_task(text: str) -> str:
    """Words for a time that were not understood, beside something to do: behind them, in English also before them."""
    for found in UNREAD.finditer(text):
        words = found[0].strip()
        if PART_OF_DAY.match(words):
            continue
        begin = max((match.end() for match in CLAUSE.finditer(text, 0, found.start())), default=0)
        behind = len(text) - len(text[found.end() :].lstrip())
        if TASK.match(text, behind) or (words.isascii() and TASK.search(text, begin, found.start())):
            return words
    return ""


def unread(text: str) -> str:
    """Words of a sentence that are for a time, and that no rule understands; "" when there are none."""
    found = UNREAD.search(text)
    return found[0].strip() if found else ""


def _own_kind(text: str, kinds: Mapping[str, str]) -> tuple[str, Span] | None:
    """The kind whose own word stands first in a text, the longest of those; with its place."""
    low = text.lower()
    places = [(low.find(word.lower()), -len(word), code) for word, code in kinds.items() if len(word) > 1]
    found = min((place for place in places if place[0] >= 0), default=None)
    return None if found is None else (found[2], (found[0], found[0] - found[1]))


def _again(text: str, now: datetime, workdays: Workdays) -> Next | None:
    """What is to be done again and again: the clause that tells how often, when something to do stands in it."""
    repeat = find(text, now.date())
    if repeat is None:
        return None
    begin = max((match.end() for match in CLAUSE.finditer(text, 0, repeat.span[0])), default=0)
    last = max(repeat.span[1], repeat.end[1])
    end = CLAUSE.search(text, last)
    stop = end.start() if end else len(text)
    task = TASK.search(text, repeat.span[1], stop)
    if task is None:
        return None
    begin = repeat.span[0] if task.start() >= repeat.span[1] else begin
    found = parse_reminder(text[begin:stop], now, workdays)
    if task.lastgroup == "note" and found.all_day:
        # “每天发货20吨” is news about them, not something to do; with an hour it is one's own.
        return None
    return replace(found, span=(begin, stop)) if found.every else None


def _without(text: str, span: Span) -> str:
    """The text with blanks in place of a span, so that other spans stay right."""
    return text[: span[0]] + " " * (span[1] - span[0]) + text[span[1] :]


def parse_reminder(text: str, now: datetime, workdays: Workdays = WESTERN) -> Next:
    """Read one sentence about what is to be done: “明天上午 打电话给沈丽”, “每月31号 对账”. Without a time it is for today.

    The text is the sentence without its time; the whole sentence when nothing is left.

    Args:
        workdays: the working calendar, for what comes again on workdays.
    """
    repeat = find(text, now.date())
    if repeat is None:
        return _once(text, now)
    after = text[repeat.span[1] :]
    if repeat.end[1]:
        begin, stop = (place - repeat.span[1] for place in repeat.end)
        after = _joined(after[:begin].rstrip(EDGES), after[stop:].lstrip(EDGES))
    head, tail = text[: repeat.span[0]].rstrip(EDGES), after.lstrip(EDGES)
    sentence = _joined(head, tail)
    spoken = _once(sentence, now)
    if spoken.span == (0, 0):
        # Only the hour stands beside the rule: it is one of today.
        said = ((words, _once(words, now)) for words in (f"{head} {day}{tail}" for day in ("今天", "today ")))
        sentence, spoken = next(((words, one) for words, one in said if not one.all_day), (sentence, spoken))
    start = datetime.combine(spoken.when.date(), time()) if spoken.all_day else spoken.when
    when = first(repeat.every, start, workdays)
    if when is not None and not spoken.all_day and when < now:
        when = following(repeat.every, when, now, workdays)
    nothing_left = not sentence or (spoken.span != (0, 0) and spoken.text == sentence.strip(EDGES))
    task = text.strip() if nothing_left else spoken.text
    return replace(spoken, when=when or start, text=task, span=repeat.span, every=repeat.every)


def _once(text: str, now: datetime) -> Next:
    spoken = next((one for one in _phrases(text, now) if one.when is not None), None)
    rest = text
    when, all_day, span = datetime.combine(now.date(), time()), True, (0, 0)
    if spoken is not None and spoken.when is not None:
        when, all_day, span = spoken.when, spoken.all_day, spoken.span
        head, tail = _bare(text[: span[0]]), text[span[1] :].lstrip(EDGES)
        rest = _joined(head, tail)
    rest = rest.strip(EDGES) or text.strip()
    return Next(when, all_day, rest, _kind_of(rest), span, unread="" if spoken else unread(text))


def _joined(head: str, tail: str) -> str:
    if not head or not tail:
        return head or tail
    tight = not (head[-1].isascii() and tail[0].isascii())
    return head + ("" if tight else " ") + tail


def _phrases(text: str, now: datetime) -> Iterator[Phrase]:
    """The times that a text speaks of, in their order, with spans in the whole text."""
    start = 0
    while start < len(text) and (found := phrase(text[start:], now)) is not None:
        first, last = found.span
        yield Phrase(found.when, found.all_day, (start + first, start + last))
        start += max(last, first + 1)


def _following(text: str, now: datetime) -> Next | None:
    """The last time ahead that comes with something to do."""
    out = None
    often = find(text, now.date())
    for spoken in _phrases(text, now):
        when = spoken.when
        if often is not None and spoken.span[0] < often.span[1] and spoken.span[1] > often.span[0]:
            # What comes each Monday is no step of this Monday alone.
            continue
        if when is None or when.date() < now.date() or (not spoken.all_day and when < now):
            continue
        first, last = spoken.span
        end = CLAUSE.search(text, last)
        tail = text[last : end.start() if end else len(text)]
        parted = (*CLAUSE.finditer(text, 0, first), *GAP.finditer(text, 0, first))
        begin = max((match.end() for match in parted), default=0)
        head = text[begin:first]
        if after := TASK.match(tail.lstrip()) or WHOM.match(tail.lstrip()):
            span = (first, last + len(tail.rstrip(EDGES)))
            out = Next(
                when,
                spoken.all_day,
                tail.strip(EDGES),
                _kind_of(tail) if not after.lastgroup else after.lastgroup,
                span,
            )
        elif tail.strip(EDGES):
            continue
        elif before := TASK.search(head):
            words = _bare(head[before.start() :])
            out = Next(when, spoken.all_day, words, before.lastgroup or "note", (begin + before.start(), last))
        elif not head.strip(EDGES) and not text[last:].strip(EDGES):
            out = Next(when, spoken.all_day, "", "call", (first, last))
    if out is not None and REMIND.fullmatch(out.text):
        return replace(out, text="", kind="call")
    return out


def _kind_of(words: str) -> str:
    task = TASK.search(words)
    return (task.lastgroup if task else None) or "note"


def _bare(words: str) -> str:
    """A task without the words that only lead to its time: “call back on”, “回访在”."""
    words = f" {words.strip(EDGES)}"
    for ending in (" on", " at", " in", " by", " until", " before", "在", "于"):
        words = words.removesuffix(ending)
    return words.strip(EDGES)


def snoozed(due: datetime, all_day: bool, way: Snooze, now: datetime) -> tuple[datetime, bool]:
    """When a reminder comes back: in an hour from now, tomorrow or in a week from today at its own time of day.

    One that lies ahead is put off from its own day, as it would else come nearer.

    Returns:
        The new wall time, and whether it is for the whole day.
    """
    if way is Snooze.HOUR:
        since = max(due, now) if not all_day else now if due.date() <= now.date() else due.replace(hour=8, minute=0)
        return since.replace(second=0, microsecond=0) + timedelta(hours=1), False
    days = 1 if way is Snooze.TOMORROW else 7
    return datetime.combine(max(due.date(), now.date()) + timedelta(days=days), due.time()), all_day


def next_follow_up(
    current: date | None,
    before: Iterable[date],
    after: Iterable[date],
    *,
    settled: date | None = None,
) -> date | None:
    """The next follow-up of a customer when its open reminders change.

    A date that stands on the customer without a reminder (typed or imported) is kept beside the reminders, until a
    conversation or a new reminder settles it once it is due.

    Args:
        current: the date that the customer has.
        before: the days of its open reminders before the change; ``after``: those after it.
        settled: the day of the conversation, or the day on which a next step was set, if there was one.
    """
    own = None if current is None or current == min(before, default=None) else current
    if own is not None and settled is not None and own <= settled:
        own = None
    return min((day for day in (own, min(after, default=None)) if day is not None), default=None)


def last_contact(current: date | None, kind: str, day: date) -> date | None:
    """The last contact with a customer after a conversation of that kind on that day."""
    if kind == NO_CONTACT:
        return current
    return day if current is None else max(current, day)
