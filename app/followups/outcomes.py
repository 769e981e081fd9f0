"""What came of a conversation, where a sentence says it in a word of the user's list. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.followups.surnames import Span
from app.followups.words import CLAUSE, EDGES, KIND
from app.shared.patterns import later

_LONGEST = 24
# Standing before the word, these turn it into its opposite; in its clause, they make a question or a condition of it.
_NOT = later(r"(?:[没不未无非勿莫别]|\b(?:not|never|no|without|isn.?t|wasn.?t)\s+(?:\w+\s+)?)\Z", re.IGNORECASE)
_OPEN = later(
    r"如果|要是|假如|万一|若|倘|免得|以免|生怕|担心|怕|是否|是不是|会不会|有没有|能否|可否|不知|看看?他|等|除非"
    r"|\b(?:if|whether|unless|in case|until|when|once|would|might|maybe|perhaps|hope|hoping|asked|said|says)\b",
    re.IGNORECASE,
)
_ONLY = later(r"[\s打了给再又还仍电]*\Z")


def outcome_in(text: str, outcomes: Sequence[str]) -> tuple[str, Span] | None:
    """The outcome of the list that a sentence names, the last of several; None when it names none for certain.

    It counts as a word of its own (“电话，未接通，发了邮件”), behind the word for the kind of conversation, and at the end of
    what was said (“打了三次未接通”, “called twice, no answer”). Inside a sentence it is part of what was said: “意向书”, “no
    answer to our mail”, and so is what was asked, doubted or denied: “没有意向”, “不知道是否有意向”.

    Args:
        text: the sentence with blanks in the place of what is to be done next.
    """
    low, end = text.casefold(), len(text.rstrip(EDGES))
    if len(low) != len(text):
        return None
    found: tuple[tuple[int, int], str, Span] | None = None
    for outcome in outcomes:
        word = outcome.strip().casefold()
        if not 1 < len(word) <= _LONGEST:
            continue
        at = low.find(word)
        while at >= 0:
            span = at, at + len(word)
            if _stands(text, span, end) and (found is None or (span[1], len(word)) > found[0]):
                found = (span[1], len(word)), outcome, span
            at = low.find(word, at + 1)
    return None if found is None else (found[1], found[2])


def _stands(text: str, span: Span, end: int) -> bool:
    """Whether a word in a sentence is what came of it."""
    begin, stop = span
    clause = max((match.end() for match in CLAUSE.finditer(text, 0, begin)), default=0)
    head, behind = text[clause:begin], text[stop:]
    closes = stop >= end or CLAUSE.match(text, stop) is not None
    if _NOT.search(head) or _OPEN.search(head):
        return False
    if text[begin].isascii():
        # Words of Latin letters are parted by blanks anyway: one that ends a thought counts.
        return closes and not head[-1:].isalnum()
    if not head.strip() or head[-1:].isspace():
        return closes or behind[:1].isspace()
    kind = list(KIND.finditer(head))
    after = head[kind[-1].end() :] if kind else head
    return stop >= end or (closes and bool(kind) and _ONLY.match(after) is not None)
