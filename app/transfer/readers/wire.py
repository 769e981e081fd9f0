"""How the reading child talks to its parent: length-prefixed pickles of plain values.

The parent's unpickler knows the four date types and nothing else, so that not even a hijacked child can make it run
code.
"""

from __future__ import annotations

import datetime
import io
import pickle
import struct
from typing import Any, BinaryIO

_HEAD = struct.Struct("<I")
_LIMIT = 256 << 20
_DATES = {kind.__name__: kind for kind in (datetime.date, datetime.datetime, datetime.time, datetime.timedelta)}


class BrokenWire(Exception):
    """What came is not a message of ours."""


class _PlainUnpickler(pickle.Unpickler):
    def find_class(self, module_name: str, global_name: str, /) -> Any:
        if module_name == "datetime" and global_name in _DATES:
            return _DATES[global_name]
        raise BrokenWire(f"{module_name}.{global_name}")


def pack(message: tuple[Any, ...]) -> bytes:
    """One message as bytes with its length in front."""
    body = pickle.dumps(message, protocol=5)
    return _HEAD.pack(len(body)) + body


def receive(stream: BinaryIO) -> tuple[Any, ...] | None:
    """The next message, or None when the child has ended.

    Raises:
        BrokenWire: the bytes are no message of ours.
    """
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    size = _HEAD.unpack(head)[0]
    if size > _LIMIT:
        raise BrokenWire(f"{size} bytes")
    body = stream.read(size)
    if len(body) < size:
        return None
    try:
        message = _PlainUnpickler(io.BytesIO(body)).load()
    except BrokenWire:
        raise
    except Exception as error:
        raise BrokenWire(str(error)) from error
    if not isinstance(message, tuple) or not message:
        raise BrokenWire("not a tuple")
    return message
