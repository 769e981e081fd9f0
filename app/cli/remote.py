"""Asking the window that has the book open to carry out a command: a length of four bytes, then JSON, both ways."""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.shared.errors import KebuError
from app.shared.i18n import N_

_PIPE = "\\\\.\\pipe\\"
_MOST_BYTES = 2**31
_Line = tuple[Callable[[bytes], object], Callable[[int], bytes], Callable[[], None]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


class NobodyThere(KebuError):
    """Nothing listens at the address: the window has gone, or is another user's."""


def ask(address: str, words: list[str], cwd: Path, language: str) -> Answer:
    """Have a command carried out. Raises NobodyThere, or KebuError when the window ends before it has answered."""
    reply = _exchange(address, {"argv": words, "cwd": str(cwd), "lang": language})
    return Answer(int(reply.get("code", 1)), str(reply.get("stdout", "")), str(reply.get("stderr", "")))


def show(address: str) -> None:
    """Bring the window to the front. Raises NobodyThere."""
    _exchange(address, {"show": True})


def call(address: str, number: str) -> None:
    """Have the window show who calls. Raises NobodyThere."""
    _exchange(address, {"call": number})


def packed(message: dict[str, Any]) -> bytes:
    """A message as it goes over the socket."""
    data = json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return len(data).to_bytes(4, "big") + data


def _exchange(address: str, message: dict[str, Any]) -> dict[str, Any]:
    try:
        send, receive, close = _connect(address)
    except OSError as error:
        raise NobodyThere(
            N_("The window that has the book does not answer."), N_("Close it, or start it anew, and try again.")
        ) from error
    try:
        send(packed(message))
        length = int.from_bytes(_read(receive, 4), "big")
        if length > _MOST_BYTES:
            raise ValueError(length)
        reply = json.loads(_read(receive, length))
    except (OSError, EOFError, ValueError) as error:
        raise KebuError(
            N_("The window ended before the command was finished."), N_("See what was done with: kebu history")
        ) from error
    finally:
        close()
    return reply if isinstance(reply, dict) else {}


if sys.platform == "win32":

    def _connect(address: str) -> _Line:
        name = address if address.startswith(_PIPE) else _PIPE + address
        pipe = open(name, "r+b", buffering=0)  # noqa: SIM115 - closed by the caller
        return pipe.write, lambda size: pipe.read(size) or b"", pipe.close

else:

    def _connect(address: str) -> _Line:
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            line.connect(address)
        except OSError:
            with closing(line):
                raise
        return line.sendall, line.recv, line.close


def _read(receive: Callable[[int], bytes], size: int) -> bytes:
    parts = bytearray()
    while len(parts) < size:
        part = receive(min(size - len(parts), 1 << 20))
        if not part:
            raise EOFError
        parts += part
    return bytes(parts)
