"""What delegates and small widgets paint: badges, dots, tags, ticks, key caps, marked words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from ui.runtime.application import theme
from ui.runtime.pictures import origin, paint_icon

SOFT = {"ok": "success", "warn": "warning", "bad": "danger", "inf": "info", "acc": "accent"}
DOTS = {**SOFT, "plain": "textFaint"}
STATUS = {"active": "ok", "prospect": "inf", "public_pool": "open", "dormant": "warn", "lost": "plain"}
STATUS |= {"draft": "open", "sent": "acc", "won": "ok"}
# Numbers, not members: joining members of Qt's flags costs more than drawing a short text.
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
ONE_LINE = int(Qt.TextFlag.TextSingleLine)


def text(
    painter: QPainter,
    rect: QRect,
    words: str,
    font: QFont,
    color: QColor,
    align: int = LEFT,
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> int:
    """Draw one line, shortened with … where needed; returns the width it took."""
    metrics = QFontMetrics(font)
    words = metrics.elidedText(words.replace("\n", " "), cut, rect.width())
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(rect, align | ONE_LINE, words)
    return metrics.horizontalAdvance(words)


def cell(painter: QPainter, rect: QRect, words: str, font: QFont, color: QColor, align: int = LEFT) -> None:
    """Draw the text of a table's cell: as ``text``, measured only when it may be too wide."""
    if "\n" in words:
        words = words.replace("\n", " ")
    # Letters are at most a little wider than high.
    if len(words) * font.pixelSize() * 1.2 > rect.width():
        words = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(rect, align | ONE_LINE, words)


def level_width(letter: str) -> int:
    """How wide a level's badge is: square for a letter, a tag for a word."""
    return theme().px(20) if len(letter) < 2 else tag_width(letter)


def level(painter: QPainter, rect: QRect, letter: str, tone: str = "") -> None:
    """A filled, B soft, C outlined; a word, or one with a colour of its own, as a tag."""
    if not letter:
        return
    if tone or len(letter) > 1:
        side = theme().px(20)
        place = QRect(rect.left(), rect.center().y() - side // 2, min(level_width(letter), rect.width()), side)
        if len(letter) > 1:
            tag(painter, place, letter, tone)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().c(SOFT[tone] + "Soft"))
        painter.drawRoundedRect(QRectF(place), 3, 3)
        painter.setFont(theme().font("section"))
        painter.setPen(theme().c(SOFT[tone]))
        painter.drawText(QRectF(place), Qt.AlignmentFlag.AlignCenter, letter)
        return
    fill, edge, ink = {
        "A": ("accent", "accent", "accentText"),
        "B": ("accentSoft", "accentSoft", "accent"),
    }.get(letter, ("", "borderStrong", "textMuted"))
    box = QRectF(origin(rect, theme().px(20))).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(theme().c(edge))
    painter.setBrush(theme().c(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    painter.setFont(theme().font("section"))
    painter.setPen(theme().c(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)


def dot(painter: QPainter, centre: QPointF, tone: str) -> None:
    """A status dot; "open" is a ring."""
    if tone == "open":
        painter.setPen(QPen(theme().c("textFaint"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, 2.75, 2.75)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().c(DOTS.get(tone, "textFaint")))
    painter.drawEllipse(centre, 3.5, 3.5)


def status(painter: QPainter, rect: QRect, code: str, word: str, color: QColor, tone: str = "") -> None:
    """A dot and the word; ``tone`` is the colour that the user gave it."""
    dot(painter, QPointF(rect.left() + 3.5, rect.center().y() + 0.5), tone or STATUS.get(code, "plain"))
    cell(painter, rect.adjusted(13, 0, 0, 0), word, theme().font(), color)


def tick(painter: QPainter, rect: QRect, on: bool, *, some: bool = False) -> None:
    """A checkbox in the middle of the rectangle; ``some`` for partly ticked."""
    box = QRectF(origin(rect, 15)).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(theme().c("accent" if on or some else "controlEdge"))
    painter.setBrush(theme().c("accent" if on or some else "surfaceRaised"))
    painter.drawRoundedRect(box, 3, 3)
    if on or some:
        paint_icon(painter, "minus" if some else "check", origin(rect, 11), theme().c("accentText"), 3)


def round_tick(painter: QPainter, rect: QRect, on: bool) -> None:
    """The round tick of an agenda row, 18 px."""
    box = QRectF(origin(rect, 18)).adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setPen(QPen(theme().c("success" if on else "controlEdge"), 1.5))
    painter.setBrush(theme().c("success") if on else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box)
    if on:
        paint_icon(painter, "check", origin(rect, 13), theme().c("surface"), 2.5)


def tag_width(word: str, with_dot: bool = False) -> int:
    """How wide a tag is."""
    return QFontMetrics(theme().font("small")).horizontalAdvance(word) + 12 + (11 if with_dot else 0)


def tag(painter: QPainter, rect: QRect, word: str, tone: str = "", dot_tone: str = "") -> None:
    """A square tag filling the rectangle."""
    base = SOFT.get(tone)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().c(base + "Soft" if base else "surfaceHover"))
    painter.drawRoundedRect(QRectF(rect), 3, 3)
    inner = rect.adjusted(6, 0, -6, 0)
    if dot_tone:
        dot(painter, QPointF(inner.left() + 3.5, inner.center().y() + 0.5), dot_tone)
        inner.adjust(11, 0, 6, 0)
    else:
        inner.adjust(0, 0, 6, 0)
    text(painter, inner, word, theme().font("small"), theme().c(base or "textMuted"))


def tags(painter: QPainter, rect: QRect, words: Sequence[tuple[str, str]]) -> None:
    """Tags side by side, each a word and its tone; as many as there is room for, then how many more there are."""
    side, left = theme().px(20), rect.left()
    for at, (word, tone) in enumerate(words):
        rest = len(words) - at - 1
        more = tag_width(f"+{rest}") + 4 if rest else 0
        width = tag_width(word)
        if left + width + more > rect.right() + 1:
            if left > rect.left():
                tag(
                    painter, QRect(left, rect.center().y() - side // 2, tag_width(f"+{rest + 1}"), side), f"+{rest + 1}"
                )
                return
            width = max(side, rect.width() - more)
        tag(painter, QRect(left, rect.center().y() - side // 2, width, side), word, tone)
        left += width + 4


def key_width(key: str) -> int:
    """How wide a key cap is."""
    return max(theme().px(18), QFontMetrics(theme().font("caption")).horizontalAdvance(key) + 10)


def key_cap(painter: QPainter, rect: QRect, key: str, color: str = "") -> None:
    """A key cap filling the rectangle; ``color``: the token of the text it stands beside on a coloured ground."""
    painter.setPen(theme().c(color or "border"))
    painter.setBrush(Qt.BrushStyle.NoBrush if color else theme().c("surface"))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setFont(theme().font("caption"))
    painter.setPen(theme().c(color or "textMuted"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)


def marked(painter: QPainter, rect: QRect, words: str, places: Iterable[int], font: QFont, color: QColor) -> int:
    """Draw a line with the letters at ``places`` on yellow and bold; returns the width it took."""
    wanted = set(places)
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    left, at = rect.left(), 0
    while at < len(words) and left < rect.right():
        on = at in wanted
        end = at
        while end < len(words) and (end in wanted) == on:
            end += 1
        used = bold if on else font
        width = QFontMetrics(used).horizontalAdvance(words[at:end])
        part = QRect(left, rect.top(), min(width, rect.right() - left), rect.height())
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().c("match"))
            height = QFontMetrics(used).height()
            painter.drawRoundedRect(QRectF(part.left(), part.center().y() - height / 2 + 1, part.width(), height), 2, 2)
        text(painter, QRect(part.left(), part.top(), part.width() + 2, part.height()), words[at:end], used, color)
        left += width
        at = end
    return left - rect.left()


def row_back(
    painter: QPainter, rect: QRect, *, current: bool, ticked: bool, hover: bool, first: bool, active: bool = True
) -> None:
    """The ground of a table row: selection fill, accent lines and a left bar for the cursor row, a line below."""
    look = theme()
    if current or ticked:
        painter.fillRect(rect, look.c("selection" if active or ticked else "selectionInactive"))
    elif hover:
        painter.fillRect(rect, look.c("surfaceHover"))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.c("border"))
    if current:
        edge = look.c("accent" if active else "borderStrong")
        painter.fillRect(rect.left(), rect.top(), rect.width(), 1, edge)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, edge)
        if first:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), edge)


def find_places(words: str, typed: str) -> list[int]:
    """Which letters of a text a search word matched: the substring, or its letters in order by pinyin initials."""
    low, sought = words.lower(), "".join(typed.lower().split())
    if not sought:
        return []
    places: list[int] = []
    for part in typed.lower().split():
        if (start := low.find(part)) >= 0:
            places += range(start, start + len(part))
    if places:
        return places
    return _sounds(words[:MOST], sought)


MOST = 64


def _sounds(words: str, sought: str) -> list[int]:
    """Where pinyin initials or whole syllables match the characters of a text: in a row if that can be, else with gaps."""
    from app.shared.pinyin import readings

    table = readings()
    ways = [table.get(char, (char.lower(),)) for char in words]
    for start in range(len(words)):
        if (end := _in_a_row(ways, start, sought)) >= 0:
            return list(range(start, end))
    return _with_gaps(ways, sought)


def _steps(ways: Sequence[str], left: str) -> list[int]:
    """How many typed letters one character can stand for: one, a whole syllable, or all that is left of one."""
    steps = {1 for way in ways if left.startswith(way[:1])}
    steps |= {len(way) for way in ways if left.startswith(way)}
    steps |= {len(left) for way in ways if way.startswith(left)}
    return sorted(steps, reverse=True)


def _in_a_row(ways: Sequence[Sequence[str]], at: int, left: str) -> int:
    """The place after the last of the characters that stand for all of ``left`` from ``at`` on; -1 when they do not."""
    if not left:
        return at
    if at >= len(ways):
        return -1
    for step in _steps(ways[at], left):
        if (end := _in_a_row(ways, at + 1, left[step:])) >= 0:
            return end
    return -1


def _with_gaps(ways: Sequence[Sequence[str]], sought: str) -> list[int]:
    """The fewest pieces of characters whose initials are the letters, in order."""
    # Per letter and character that stands for it last: pieces so far, and the character of the letter before.
    rows: list[dict[int, tuple[int, int]]] = []
    for letter in sought:
        before = rows[-1] if rows else None
        row: dict[int, tuple[int, int]] = {}
        least: tuple[int, int] | None = None
        for at, options in enumerate(ways):
            if any(way.startswith(letter) for way in options):
                if before is None:
                    row[at] = (1, -1)
                else:
                    joined = (before[at - 1][0], at - 1) if at - 1 in before else None
                    apart = (least[0] + 1, least[1]) if least else None
                    if found := [one for one in (joined, apart) if one is not None]:
                        row[at] = min(found)
            if before is not None and at in before and (least is None or before[at][0] < least[0]):
                least = (before[at][0], at)
        rows.append(row)
    if not rows[-1]:
        return []
    at = min(rows[-1], key=lambda place: rows[-1][place][0])
    places = []
    for row in reversed(rows):
        places.append(at)
        at = row[at][1]
    return places[::-1]
