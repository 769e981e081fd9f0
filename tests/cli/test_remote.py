"""While a window has the book, the command line's commands are carried out there, with the same output."""

from __future__ import annotations

import io
import json
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.cli.context import Reopen
from app.cli.remote import packed
from app.cli.run import execute
from app.main import open_window, open_workspace
from app.records import commands, history, queries
from app.records.workspace import Workspace
from app.safety import commands as safety
from app.shared import i18n
from tests.cli.conftest import Kebu

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for the window listens on a Unix socket")


class Window:
    """Listens as the window does and carries out commands on its open book, in a thread of its own."""

    def __init__(self, path: Path, address: str) -> None:
        self.ws = open_workspace(path, program="window")
        self.ws.source = "window"
        self.shown = 0
        self.seen: list[dict[str, object]] = []
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(address)
        self._socket.listen()
        safety.listen_at(self.ws, address)
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            line, _ = self._socket.accept()
            with line, line.makefile("rb") as stream:
                data = stream.read(int.from_bytes(stream.read(4), "big"))
                if not data:
                    return
                line.sendall(packed(self._answer(json.loads(data))))

    def _answer(self, asked: dict[str, object]) -> dict[str, object]:
        self.seen.append(asked)
        if asked.get("show"):
            self.shown += 1
            return {"code": 0}
        out, err = io.StringIO(), io.StringIO()
        code = execute(
            list(asked["argv"]),  # type: ignore[call-overload]
            self.ws,
            out,
            err,
            Path(str(asked["cwd"])),
            lang=str(asked["lang"]),
            replace=self._replace,
        )
        return {"code": code, "stdout": out.getvalue(), "stderr": err.getvalue()}

    def _replace(self, change: Callable[[Workspace, Reopen], Workspace]) -> Workspace:
        self.ws = change(self.ws, lambda path: open_workspace(path, program="window"))
        return self.ws

    def close(self, address: str) -> None:
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(address)
        self._thread.join()
        self._socket.close()
        self.ws.close()


@pytest.fixture
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("s") / "w")


@pytest.fixture
def window(book: Path, address: str) -> Iterator[Window]:
    made = Window(book, address)
    yield made
    made.close(address)


def test_the_window_carries_commands_out(kebu: Kebu, book: Path, window: Window, tmp_path: Path) -> None:
    number = commands.create(window.ws, "customer", {"name": "苏州恒瑞精密机械有限公司", "city": "苏州"}).id
    commands.create(window.ws, "contact", {"customer": number, "name": "王强"})
    told: list[object] = []
    window.ws.subscribe(told.append)
    [customer] = kebu("list", "customers", "--json").json
    assert customer["name"] == "苏州恒瑞精密机械有限公司"
    assert kebu("show", "customer", str(number), "--json").json["contacts"][0]["name"] == "王强"
    assert kebu("undo").code == 0
    assert len(told) == 1
    assert kebu("show", "contact", "1").code == 1
    assert kebu("redo").code == 0
    assert {one.source for one in history.operations(window.ws)[:2]} == {"command line"}
    assert window.ws.source == "window"
    assert kebu("frob").code == 2
    assert kebu("list", "nothing").err.startswith("There are no records")
    assert kebu("backup").code == 0
    assert kebu("check").code == 0
    assert kebu("check", "--repair").code == 0
    assert len(window.seen) > 5


def test_output_is_the_same(kebu: Kebu, book: Path, address: str) -> None:
    ws = open_workspace(book)
    number = commands.create(ws, "customer", {"name": "恒瑞", "phone": "0512-66881234", "credit_limit": "12.5"}).id
    ws.close()
    kebu("backup")
    asked: list[list[str]] = [
        ["list", "customers"],
        ["list", "customers", "--json"],
        ["show", "customer", str(number)],
        ["show", "customers", "恒瑞", "--json"],
        ["search", "恒瑞"],
        ["today"],
        ["history", "--json"],
        ["history", "customer", str(number)],
        ["list", "customers", "--lang", "zh"],
        ["show", "customer", "nobody"],
        ["list", "customers", "--where", "x"],
        ["--help"],
        ["list"],
        ["check"],
    ]
    alone = [kebu(*words) for words in asked]
    window = Window(book, address)
    try:
        assert [kebu(*words) for words in asked] == alone
    finally:
        window.close(address)


def test_paths_start_where_the_command_was_typed(
    kebu: Kebu, book: Path, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "另一个"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert kebu("backup", "copy.kebu").code == 0
    assert (folder / "copy.kebu").exists()
    assert kebu("export", "customers", "out.csv").code == 0
    assert (folder / "out.csv").exists()


def test_the_answer_has_the_callers_language(kebu: Kebu, book: Path, window: Window) -> None:
    assert kebu("undo", "--lang", "en").err == "There is nothing to undo.\n"
    assert window.seen[-1]["lang"] == "en"
    i18n.use("zh")
    out, err = io.StringIO(), io.StringIO()
    assert execute(["undo"], window.ws, out, err, Path(), lang="en") == 1
    assert err.getvalue() == "There is nothing to undo.\n"
    assert i18n.language() == "zh_CN"


def test_restore_swaps_the_windows_book(kebu: Kebu, book: Path, window: Window, tmp_path: Path) -> None:
    commands.create(window.ws, "customer", {"name": "one"})
    assert kebu("backup", tmp_path / "copy.kebu").code == 0
    commands.create(window.ws, "customer", {"name": "two"})
    assert kebu("restore", tmp_path / "none.kebu").code == 1
    assert len(queries.ids(window.ws, "customer")) == 2
    assert kebu("restore", tmp_path / "copy.kebu").code == 0
    assert len(queries.ids(window.ws, "customer")) == 1


def test_without_a_way_to_swap_restoring_is_refused(window: Window, tmp_path: Path) -> None:
    safety.backup_now(window.ws, tmp_path / "copy.kebu")
    err = io.StringIO()
    assert execute(["restore", str(tmp_path / "copy.kebu")], window.ws, io.StringIO(), err, tmp_path) == 1
    assert "window" in err.getvalue()


def test_a_second_window_shows_the_first(book: Path, window: Window) -> None:
    assert open_window(book, None, "") == 0
    assert window.shown == 1


def test_a_killed_window_leaves_no_trace(kebu: Kebu, book: Path, tmp_path: Path) -> None:
    ws = open_workspace(book, program="window")
    safety.listen_at(ws, str(tmp_path / "nobody"))
    assert "window" in kebu("list", "customers").err
    ws.close()
    assert kebu("list", "customers").code == 0


def test_a_running_operation_is_waited_for_or_refused(kebu: Kebu, book: Path, window: Window) -> None:
    with window.ws.operation("Import") as op:
        op.insert("customer", {"name": "half"})
        assert kebu("list", "customers", "--json").json == []
    assert len(kebu("list", "customers", "--json").json) == 1
