"""XML of spreadsheets read as a stream of small trees, and of rows that need no tree; entities refused.

A handler in Python for each tag and text costs five calls for a cell. Here the C parser of the standard library makes
trees, and rows of nothing but plain cells are cut out before it sees them: one search takes such a row apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast
from xml.parsers import expat

from app.transfer.readers.container import Refused

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ATTRIBUTES = r"""(?:\s++[\w:.-]++="[^"<&]*+")*+\s*+"""
_ATTRIBUTE = re.compile(r'([\w.-]+)="([^"]*)"')
_MARKED = re.compile(r"<!--|<!\[")
_KEPT = 5000


class _Begun(Exception):
    """The first element has come: from here on nothing can be declared."""


class Names(dict[str, str]):
    """``{namespace}name`` to ``name``, remembered."""

    def __missing__(self, full: str) -> str:
        name = self[full] = full.rpartition("}")[2]
        return name

    def given(self, element: Element) -> dict[str, str]:
        """The attributes of an element by their plain names."""
        return {self[name]: value for name, value in element.items()}


class Attributes(dict[str, dict[str, str]]):
    """Attributes as they stand, to their values by plain names; the first few thousand are remembered."""

    def __missing__(self, text: str) -> dict[str, str]:
        found = dict(_ATTRIBUTE.findall(text))
        if len(self) < _KEPT:
            self[text] = found
        return found


@dataclass(slots=True)
class PlainRow:
    """A row of plain cells: its attributes as they stand, and of each cell its name and attributes, the attributes of
    the element inside and the text in that, all as they stand."""

    attributes: str
    cells: list[tuple[str, str, str, str]]


class Scanner:
    """Reads a document.

    Args:
        row: the name of a row in the file, with its prefix.
        cell: the names of cells, as a regular expression.
        inner: the name of the element inside a cell that holds its text.
    """

    def __init__(self, row: str, cell: str, inner: str) -> None:
        self._row = re.compile(f"<{row}({_ATTRIBUTES})>")
        self._close, self._close_inner = f"</{row}>", f"</{inner}>"
        self._cells = re.compile(
            rf"<({cell})({_ATTRIBUTES})(?:/>|>\s*+(?:<{inner}({_ATTRIBUTES})>([^<]*+)</{inner}>\s*+)?+</\1>)"
        )

    def events(self, chunks: Iterable[str]) -> Iterator[tuple[str, Element | PlainRow]]:
        """Each element when it opens ("start", its attributes known) and when it is whole ("end"), but plain rows whole
        ("row"). Whoever takes them clears the elements that are done with.

        Args:
            chunks: the document, piece by piece.

        Raises:
            Refused: it declares entities; no office program does.
            ParseError: it is no XML.
        """
        parser = _Parser()
        plain = True
        for chunk in chunks:
            plain = plain and not _MARKED.search(chunk)
            at = 0
            while plain and (row := self._row.search(chunk, at)):
                end = chunk.find(self._close, row.end())
                if end < 0:
                    break
                cells = self._plain_cells(chunk[row.end() : end])
                yield from parser.feed(chunk[at : end + len(self._close) if cells is None else row.start()])
                if cells is not None:
                    yield "row", PlainRow(row[1], cells)
                at = end + len(self._close)
            yield from parser.feed(chunk[at:])
        yield from parser.close()

    def _plain_cells(self, inside: str) -> list[tuple[str, str, str, str]] | None:
        """The cells of a row, None when it holds any other element, or an entity."""
        if "&" in inside and not _known_entities(inside):
            return None
        cells = self._cells.findall(inside)
        tags = 2 * len(cells) - inside.count("/>") + 2 * inside.count(self._close_inner)
        return cells if inside.count("<") == tags else None


def _known_entities(text: str) -> bool:
    return text.count("&") == sum(map(text.count, ("&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#10;")))


class _Parser:
    def __init__(self) -> None:
        from xml.etree.ElementTree import XMLPullParser

        self._parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
        self._prolog = expat.ParserCreate()
        self._prolog.StartElementHandler, self._prolog.EntityDeclHandler = _begin, _refuse
        self._begun = False

    def feed(self, text: str) -> Iterator[tuple[str, Element]]:
        if not self._begun:
            try:
                self._prolog.Parse(text, False)
            except (_Begun, expat.ExpatError):
                self._begun = True
        self._parser.feed(text)
        return self._events()

    def close(self) -> Iterator[tuple[str, Element]]:
        self._parser.close()
        return self._events()

    def _events(self) -> Iterator[tuple[str, Element]]:
        return cast("Iterator[tuple[str, Element]]", self._parser.read_events())


def _begin(*_element: object) -> None:
    raise _Begun


def _refuse(*_declaration: object) -> None:
    raise Refused("bomb")
