"""One window per book: a local socket that brings it to the front and carries out the command line's commands.

Messages both ways are a 4-byte big-endian length and that many bytes of UTF-8 JSON.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from ui.runtime.jobs import JobRunner

LIMIT = 16 * 1024 * 1024
Handler = Callable[[dict[str, Any]], dict[str, Any]]


def pack(message: dict[str, Any]) -> bytes:
    """A message as it goes over the socket."""
    body = json.dumps(message, ensure_ascii=False).encode()
    return struct.pack(">I", len(body)) + body


class CommandServer(QObject):
    """Listens for other starts of the program.

    Args:
        name: the socket's name.
        handler: carries out ``{"argv", "cwd", "lang"}`` in a job and gives ``{"code", "stdout", "stderr"}``.
        jobs: the window's job runner.
    """

    raised = Signal()
    called = Signal(str)
    carried_out = Signal()

    def __init__(self, name: str, handler: Handler, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handler, self._jobs = handler, jobs
        self._held: dict[QLocalSocket, bytes] = {}
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(name)
        self.listening = self._server.listen(name)
        self._server.newConnection.connect(self._meet)

    @property
    def address(self) -> str:
        """The full name of the socket."""
        return self._server.fullServerName()

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _meet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self._held[socket] = b""
            socket.readyRead.connect(lambda s=socket: self._read(s))
            socket.disconnected.connect(lambda s=socket: self._leave(s))
            self._read(socket)

    def _leave(self, socket: QLocalSocket) -> None:
        if self._held.pop(socket, None) is not None:
            socket.deleteLater()

    def _read(self, socket: QLocalSocket) -> None:
        if socket not in self._held:
            return
        held = self._held[socket] = self._held[socket] + bytes(socket.readAll().data())
        if len(held) < 4:
            return
        length = struct.unpack(">I", held[:4])[0]
        if length > LIMIT:
            socket.abort()
            return
        if len(held) < 4 + length:
            return
        self._held[socket] = held[4 + length :]
        try:
            message = json.loads(held[4 : 4 + length])
        except ValueError:
            message = None
        if not isinstance(message, dict):
            socket.abort()
        elif message.get("show"):
            self._answer(socket, {"code": 0, "stdout": "", "stderr": ""})
            self.raised.emit()
        elif number := message.get("call"):
            # Whoever asks goes on at once; the card is shown meanwhile.
            self._answer(socket, {"code": 0, "stdout": "", "stderr": ""})
            self.called.emit(str(number))
        else:
            self._jobs.run(
                lambda _progress, _cancelled: self._handler(message),
                done=lambda answer: self._carried_out(socket, answer),
                failed=lambda error: self._answer(socket, {"code": 1, "stdout": "", "stderr": f"{error}\n"}),
            )

    def _carried_out(self, socket: QLocalSocket, answer: dict[str, Any]) -> None:
        self._answer(socket, answer)
        self.carried_out.emit()

    def _answer(self, socket: QLocalSocket, answer: dict[str, Any]) -> None:
        if socket in self._held:
            socket.write(pack(answer))
            socket.flush()
