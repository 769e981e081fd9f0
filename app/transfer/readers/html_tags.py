"""The tags of a page, one after the other, in time that grows with its length alone, whatever it holds.

The standard library's parser takes 80 microseconds for a cell. This one knows as much of the HTML standard (13.2.5) as
tables need: a quotation mark counts behind an equals sign only, and what stands in scripts and styles is no tag.
Comments must have been taken out.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Protocol

_REST = r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+"""
_OPENING = re.compile(r"<(?:(/?)([a-zA-Z][^\s/>]*+)|[!?/])")
_UP_TO_END = re.compile(_REST)
_WHOLE_CELL = re.compile(
    r"""\s*+<[tT][dDhH](?=[\s>])((?:[^<>=]++|=\s*+(?:"[^"<]*+"|'[^'<]*+')?+)*+)>([^<]*+)</[tT][dDhH]\s*+>"""
)
_ATTRIBUTE = re.compile(r"""([^\s/>=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?+""")
_RAW = {tag: re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE) for tag in ("script", "style")}


class Taker(Protocol):
    """Who takes the tags; their names come in lower case, attributes as they stand."""

    def cell(self, attributes: str, text: str, /) -> None:
        """A ``td`` or ``th`` with text alone, and its end; the text as it stands."""

    def start(self, tag: str, attributes: str, /) -> None:
        """A tag opens."""

    def end(self, tag: str, /) -> None:
        """A tag closes."""

    def data(self, text: str, /) -> None:
        """Text between tags, as it stands."""


def walk(text: str, taker: Taker) -> None:
    """Hand the tags of a page to somebody; a tag that never ends, and all behind it, is left out.

    Args:
        text: the page without comments.
        taker: takes them in their order.
    """
    at = 0
    cell, put = _WHOLE_CELL.match, taker.cell
    while True:
        while whole := cell(text, at):
            put(*whole.groups())
            at = whole.end()
        opening = _OPENING.search(text, at)
        if opening is None:
            break
        if opening.start() > at:
            taker.data(text[at : opening.start()])
        rest = _UP_TO_END.match(text, opening.end())
        at = rest.end() + 1 if rest else len(text)
        if rest is None or at > len(text):
            return
        if opening[2]:
            at = _tag(text, at, opening[1], opening[2].lower(), rest[0], taker)
    if at < len(text):
        taker.data(text[at:])


def _tag(text: str, at: int, slash: str, tag: str, attributes: str, taker: Taker) -> int:
    """Hand one tag over; gives where to read on."""
    if slash:
        taker.end(tag)
        return at
    taker.start(tag, attributes)
    if attributes.endswith("/"):
        taker.end(tag)
    elif tag in _RAW:
        close = _RAW[tag].search(text, at)
        return close.start() if close else len(text)
    return at


def attributes(text: str) -> dict[str, str]:
    """The attributes of a tag by their names in lower case."""
    if not text:
        return {}
    return {name.lower(): unescape(double or single or bare) for name, double, single, bare in _ATTRIBUTE.findall(text)}
