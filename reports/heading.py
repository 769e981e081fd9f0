"""What stands over the lines of a quote: letterhead, title, parties; and the head and foot of every page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.shared.date_words import long_date
from reports import figures
from reports.documents import Letterhead, Party, QuoteDocument
from reports.fonts import Typeface, typeface
from reports.layout.pen import BLACK, DARK, FRAME, GREY, HAIR, INK, PALE, Pen, picture_size
from reports.layout.text import wrap
from reports.words import QuoteWords

TOP = 56.0
FOOT = 1052.0
LOGO_SIDE = 46.0
LOGO_WIDTH = 150.0
RUNNING_HEIGHT = 40.0
PARTY_GAP = 28.0
PART = " · "


@dataclass(frozen=True, slots=True)
class Opening:
    """The first page down to the lines: how high it is, and how it is drawn."""

    bottom: float
    draw: Callable[[Pen], None]


def opening(document: QuoteDocument, words: QuoteWords, left: float, right: float) -> Opening:
    """The letterhead, the title with number and dates, and both parties."""
    under_head, draw_head = letterhead(document.letterhead, left, right)
    under_title, draw_title = _title(document, words, left, right, under_head + 26)
    under_parties, draw_parties = _parties(document, words, left, right, under_title + 18)

    def draw(pen: Pen) -> None:
        draw_head(pen)
        draw_title(pen)
        draw_parties(pen)

    return Opening(under_parties + 18, draw)


def running_head(pen: Pen, document: QuoteDocument, words: QuoteWords, left: float, right: float) -> None:
    """The head of the second and later pages."""
    number = words.running_title.format(number=document_number(document))
    width = pen.regular.width(pen.regular.clean(number), 10.5)
    pen.text(left, TOP, shortened(pen.bold, document.letterhead.name, 11, right - left - width - 20), 11, 18, bold=True)
    pen.text(right, TOP, number, 10.5, 18, colour=GREY, right=True)
    pen.line(left, right, TOP + 23.5, 1, FRAME)


def foot(pen: Pen, left_text: str, right_text: str, left: float, right: float, top: float) -> None:
    """The foot of a page: the sender's bank on the left, number and page on the right."""
    pen.line(left, right, top + 0.5, 1, HAIR)
    room = right - left - pen.regular.width(pen.regular.clean(right_text), 10) - 24
    for index, line in enumerate(_parted(pen.regular, left_text, room)[:2]):
        pen.text(left, top + 9 + 14 * index, line, 10, 14, colour=PALE)
    pen.text(right, top + 9, right_text, 10, 14, colour=PALE, right=True)


def _parted(face: Typeface, text: str, room: float) -> list[str]:
    """The text in lines that break between its parts; a part too long for a line breaks where it must."""
    lines: list[str] = []
    for part in text.split(PART):
        joined = f"{lines[-1]}{PART}{part}" if lines else part
        if lines and face.width(face.clean(joined), 10) <= room:
            lines[-1] = joined
        else:
            lines += wrap(face, part, 10, room)
    return lines


def foot_text(document: QuoteDocument, words: QuoteWords) -> str:
    """The sender's name (on a Chinese page), bank, account and tax number, as far as they are known."""
    head = document.letterhead
    parts = []
    if words.chinese and (head.bank or head.bank_account):
        parts.append(head.name)
    if head.bank:
        parts.append(words.bank.format(bank=head.bank))
    if head.bank_account:
        parts.append(words.account.format(account=figures.account(head.bank_account)))
    if head.tax_number:
        parts.append(words.tax_number.format(number=head.tax_number))
    return PART.join(part for part in parts if part) or head.name


def document_number(document: QuoteDocument) -> str:
    """The number; from the second version sent on with its revision: Q2607-018 R2."""
    return document.number if document.revision < 2 else f"{document.number} R{document.revision}"


def shortened(face: Typeface, text: str, size: float, room: float) -> str:
    """The text, cut with … where it does not fit."""
    text = face.clean(text)
    if face.width(text, size) <= room:
        return text
    while text and face.width(text + "…", size) > room:
        text = text[:-1]
    return text + "…"


def letterhead(head: Letterhead, left: float, right: float) -> tuple[float, Callable[[Pen], None]]:
    """The sender's name, signs and address over a line: where it ends, and how it is drawn."""
    regular, bold = typeface(), typeface(True)
    contact = [line for line in head.contact_lines if line.strip()]
    contact_lines = [part for line in contact for part in wrap(regular, line, 10.5, 260)]
    contact_width = max((regular.width(line, 10.5) for line in contact_lines), default=0.0)

    def names(room: float) -> tuple[list[str], list[str]]:
        return wrap(bold, head.name, 17, room), wrap(regular, head.subtitle, 10, room)

    logo_width = 0.0
    if head.logo:
        logo_width = picture_size(head.logo, LOGO_WIDTH, LOGO_SIDE)[0] + 14
    name, subtitle = names(right - left - logo_width - contact_width - (24 if contact else 0))
    text_height = 24.0 * len(name) + 15.0 * len(subtitle)
    height = max(text_height, 16.0 * len(contact_lines), LOGO_SIDE if head.logo else 39.0)

    def draw(pen: Pen) -> None:
        if head.logo:
            pen.picture(head.logo, left, TOP + (height - LOGO_SIDE) / 2, LOGO_WIDTH, LOGO_SIDE)
        y = TOP + (height - text_height) / 2
        for line in name:
            pen.text(left + logo_width, y, line, 17, 24, bold=True)
            y += 24
        for line in subtitle:
            pen.text(left + logo_width, y, line, 10, 15, colour=GREY, spacing=0.3)
            y += 15
        y = TOP + (height - 16.0 * len(contact_lines)) / 2
        for line in contact_lines:
            pen.text(right, y, line, 10.5, 16, colour=DARK, right=True)
            y += 16
        pen.line(left, right, TOP + height + 17, 2, INK)

    return TOP + height + 18, draw


def _title(
    document: QuoteDocument, words: QuoteWords, left: float, right: float, top: float
) -> tuple[float, Callable[[Pen], None]]:
    rows = [(words.number, document_number(document)), (words.date, long_date(document.date, document.language))]
    if document.valid_until:
        rows.append((words.valid_until, long_date(document.valid_until, document.language)))
    face = typeface()
    rows = [(label, value) for label, value in rows if value]
    value_x = right - max(face.width(face.clean(value), 12) for _, value in rows)
    height = max(19.0 * len(rows), 36.0)

    def draw(pen: Pen) -> None:
        spacing = 9.0 if words.chinese else 0.8
        pen.text(left, top + height - 36, words.title, 30, 36, bold=True, spacing=spacing)
        y = top + height - 19.0 * len(rows)
        for label, value in rows:
            pen.text(value_x - 14, y, label, 12, 19, colour=GREY, right=True)
            pen.text(value_x, y, value, 12, 19)
            y += 19

    return top + height, draw


def _parties(
    document: QuoteDocument, words: QuoteWords, left: float, right: float, top: float
) -> tuple[float, Callable[[Pen], None]]:
    width = (right - left - PARTY_GAP) / 2
    sender = document.sender
    if document.project:
        sender = Party(sender.name, (*sender.lines, words.project.format(project=document.project)))
    sides = [
        (x, title, *_party_lines(party, width))
        for x, title, party in ((left, words.to, document.customer), (right - width, words.sender, sender))
        if party.name or party.lines
    ]
    height = max((27.0 + 21 * len(name) + 19 * len(lines) for _, _, name, lines in sides), default=-18.0)

    def draw(pen: Pen) -> None:
        for x, title, name, lines in sides:
            pen.text(x, top, title, 11, 18, bold=True, colour=INK)
            pen.line(x, x + width, top + 20.5, 1, FRAME)
            y = top + 27
            for line in name:
                pen.text(x, y, line, 13.5, 21, bold=True, colour=BLACK)
                y += 21
            for line in lines:
                pen.text(x, y, line, 12.5, 19, colour=DARK)
                y += 19

    return top + height, draw


def _party_lines(party: Party, width: float) -> tuple[list[str], list[str]]:
    face = typeface()
    lines = [part for line in party.lines for part in wrap(face, line.strip(), 12.5, width)]
    return wrap(typeface(True), party.name, 13.5, width), lines
