"""Several phone numbers in one cell, with names and labels between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.shared.patterns import later

# 转802, （分机：802）, *802, ,ext 802; a mark with more digits behind it stands before another number.
EXTENSION_MARK = r"\s*[,;]?\s*\(?\s*(?:(?:[转轉接按拨撥]|[分內内][机機線线]号?){1,2}|ext(?:ension|n)?\.?|x|#|\*(?!\*)|,,|;ext=)[\s:.=]*"
_EXTENSION = rf"(?:{EXTENSION_MARK}\d{{1,6}}(?!\d)(?:\s*\))?)?"
_CHINA = r"(?:(?:\+|00)?86[-\s]*|\(\+?86\)[-\s]*)?"
_CHINESE = (
    rf"(?<![\d.]){_CHINA}0?1[3-9]\d(?:[-\s.]?\d){{8}}(?!\d){_EXTENSION}"
    rf"|(?<!\d){_CHINA}\(?0(?:10|2\d|[3-9]\d\d)\)?[-\s]*[2-8]\d{{2,3}}[-\s]?\d{{4}}(?!\d)(?:-\d{{1,6}}(?!\d))?{_EXTENSION}"
    rf"|(?<!\d)[48]00[-\s]?\d{{3,4}}[-\s]?\d{{3,4}}(?!\d){_EXTENSION}"
    rf"|(?<![\d.])[2-8]\d{{2,3}}[-\s]?\d{{4}}(?!\d)(?:-\d{{1,6}}(?!\d))?{_EXTENSION}"
)
_ANY = rf"\+\s?\d[\d ().-]{{5,18}}\d{_EXTENSION}|\(?\d[\d ().-]{{3,18}}\d{_EXTENSION}"
_PATTERNS = {
    True: later(f"{_CHINESE}|{_ANY}", re.IGNORECASE),
    False: later(_ANY, re.IGNORECASE),
}
_COMPLETE = 7
_GAP = later(r"\s+")
_BEGUN = later(r"\(?0\d{2,3}\)?[- ]?[2-8]\d{2,3}")
_LAST_FOUR = later(r"\d{4}(?:-\d{1,6})?(?!\d)")
_RUN = later(r"[+(]?\d[\d ().-]*")
_AREA = later(r"(?<!\d)(\(?0\d{1,5}\)?)\s*/\s*(?=\d)")
"""The area code before a stroke, as Germans write it: 07151 / 98 76 54."""
_LAST_DIGITS = later(r"\s*[/、]\s*(\d{1,4})(?![\d-])")
_BRACKETED = later(r"\s*[(\[]([^()\[\]]*)[)\]]")
_EDGES = " \t\r\n,;:/|、，；：。.-_()[]+&和或及"
_LABEL_WORDS = later(
    r"(?:联系|办公|公司)?(?:电话|手机|座机|固话)(?:号码?)?|号码"
    r"|\b(?:tel|phone|mobile|mob|cell|office)\b\.?",
    re.IGNORECASE,
)
_FAX_WORDS = later(r"传真(?:号码?)?|\bfax\b\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a cell that looks like a number; ``label`` is the name or remark that stands with it."""

    number: str
    label: str


def pieces(text: str, region: str) -> list[Piece]:
    """The numbers of a cell, in order.

    Args:
        text: the cell in half-width letters.
        region: the country (ISO 3166 code) of numbers without a country code.
    """
    if region != "CN":
        text = _AREA.sub(r"\1 ", text)
    spans = _spans(text, region)
    found = []
    for (start, end), label in zip(spans, _labels(text, spans), strict=True):
        found.append(Piece(text[start:end], label))
        found += [Piece(more, label) for more in _siblings(text, start, end)]
    return found


def _spans(text: str, region: str) -> list[tuple[int, int]]:
    pattern, found, at = _PATTERNS[region == "CN"], [], 0
    while match := pattern.search(text, at):
        start, end = match.span()
        if " " in match[0]:
            end = _whole(text, start, end)
        if sum(map(str.isdigit, text[start:end])) >= 5:
            found.append((start, end))
        at = end
    return found


def _whole(text: str, start: int, end: int) -> int:
    """Where a number ends when a blank divides it from another: both sides are as long as a number is."""
    word = start
    for gap in _GAP.finditer(text, start, end):
        rest = _RUN.match(text, gap.end())
        if rest and _BEGUN.fullmatch(text, word, gap.start()) and _LAST_FOUR.match(text, gap.end()):
            # 0512-6288 1234-806: the blank stands within the number, its extension behind.
            continue
        if rest and _count(text[word : gap.start()]) >= _COMPLETE and _count(rest[0]) >= _COMPLETE:
            return gap.start()
        word = gap.end()
    return end


def _count(text: str) -> int:
    return sum(map(str.isdigit, text))


def _siblings(text: str, start: int, end: int) -> list[str]:
    """The further numbers of ``0512-66881234/35/36``, where only the last digits are written."""
    number, more = text[start:end], []
    if _count(number) < _COMPLETE:
        return []
    while match := _LAST_DIGITS.match(text, end):
        more.append(number[: -len(match[1])] + match[1])
        end = match.end()
    return more


def _labels(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """The words that belong to each number: those before it, or after it where the cell begins with a number."""
    if not spans:
        return []
    before = [text[(spans[i - 1][1] if i else 0) : start] for i, (start, _) in enumerate(spans)]
    tail = text[spans[-1][1] :]
    bracketed = [""] * len(spans)
    for i in range(len(spans)):
        after = before[i + 1] if i + 1 < len(spans) else tail
        if match := _BRACKETED.match(after):
            bracketed[i] = match[1]
            if i + 1 < len(spans):
                before[i + 1] = after[match.end() :]
            else:
                tail = after[match.end() :]
    leading = bool(_label(before[0])) or not _label(tail)
    words = before if leading else [*before[1:], tail]
    return [_label(word) or _label(bracket) for word, bracket in zip(words, bracketed, strict=True)]


def remark(text: str) -> str:
    """What a text says besides words for phones and figures."""
    return _label(text)


def _label(text: str) -> str:
    """The name or remark of a number; that it is a fax remains, unless it is a phone as well (电话/传真)."""
    words = re.sub(r"(?:[/、]\s*)?\d+", " ", text)
    rest, phones = _LABEL_WORDS.subn(" ", words)
    return (_FAX_WORDS.sub(" ", rest) if phones else rest).strip(_EDGES)
