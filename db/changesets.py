"""Changesets as the book keeps them, packed; gone through a piece at a time, as that of a long import is hundreds of megabytes."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator

import apsw

from db.stopping import heed, heeded

Stream = Callable[[int], bytes]
_PIECE = 1 << 18
_ROUND = 1 << 12


class Packing:
    """Takes a changeset in pieces, as SQLite writes it."""

    def __init__(self) -> None:
        # Level 1: an import of 100,000 rows packs in 0.15 s instead of 0.9, for a file 10 % larger.
        self._packer = zlib.compressobj(1)
        self._parts: list[bytes] = []
        self._count = 0

    def write(self, piece: bytes) -> None:
        """Take the next piece. Raises Cancelled when somebody wants to stop."""
        if self._count % _ROUND == 0:
            heed()
        self._count += 1
        if made := self._packer.compress(piece):
            self._parts.append(made)

    def packed(self) -> bytes:
        """All that came; b"" when nothing did. To be asked for once: the parts are let go."""
        parts, self._parts = self._parts, []
        return b"".join([*parts, self._packer.flush()]) if self._count else b""


def packed(changeset: bytes) -> bytes:
    """A whole changeset as it is kept."""
    packing = Packing()
    for start in range(0, len(changeset), _PIECE):
        packing.write(changeset[start : start + _PIECE])
    return packing.packed()


def stream(packed: bytes) -> Stream:
    """A packed changeset to be read from its beginning, as SQLite asks for it."""
    unpacker, place, held, at = zlib.decompressobj(), 0, b"", 0

    def read(amount: int) -> bytes:
        nonlocal place, held, at
        while at >= len(held) and not unpacker.eof and (unpacker.unconsumed_tail or place < len(packed)):
            given = unpacker.unconsumed_tail
            if not given:
                given, place = packed[place : place + _PIECE], place + _PIECE
            held, at = unpacker.decompress(given, _PIECE), 0
        piece = held[at : at + amount]
        at += amount
        return piece

    return read


def changes(packed: bytes) -> Iterator[apsw.TableChange]:
    """The changes of each row; each is there until the next one is asked for. Raises Cancelled."""
    return heeded(apsw.Changeset.iter(stream(packed))) if packed else iter(())


def inverted(packed: bytes) -> bytes:
    """The packed changeset that takes another one back. Raises Cancelled."""
    packing = Packing()
    if packed:
        apsw.Changeset.invert_stream(stream(packed), packing.write)
    return packing.packed()


def joined(first: bytes, second: bytes) -> bytes:
    """What two packed changesets that followed each other come to. Raises Cancelled."""
    if not (first and second):
        return first or second
    packing = Packing()
    apsw.Changeset.concat_stream(stream(first), stream(second), packing.write)
    return packing.packed()
