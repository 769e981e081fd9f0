"""The page of personal data: handing out a folder, erasing after a question, and the list of what was erased."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from app.customers import commands as customers
from app.erasure import queries as erasing
from app.records import queries
from app.records.workspace import Workspace
from app.safety.commands import backup_now
from app.transfer.exporting.personal import export_person
from tests.ui.conftest import Told
from ui.erasure import hand_out
from ui.shell.window import MainWindow


@pytest.fixture
def person(ws: Workspace) -> customers.NewCustomer:
    """A customer with a contact, and a second customer."""
    made = customers.create(ws, {"name": "苏州恒瑞"}, {"name": "欧阳娜娜", "mobile": "13812345678"})
    customers.create(ws, {"name": "上海宏图", "notes": "欧阳娜娜介绍"})
    return made


def words(page: Any) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))


def test_a_folder_with_everything_is_written(
    window: MainWindow, told: Told, person: Any, tmp_path: Path, settle: Callable[[], None]
) -> None:
    page = window.router.open("customer", person.id)
    next(one for one in page.actions_list() if one.text == "Hand out or erase personal data").run()
    page = window.router.page
    told.path = tmp_path / "all"
    page.hand_out.write.click()
    settle()
    assert (tmp_path / "all" / "data.json").is_file()
    assert told.said == ["2 records written to “all”"]


@pytest.mark.parametrize("late", [False, True])
def test_a_folder_that_is_stopped_says_what_became_of_it(
    window: MainWindow, told: Told, person: Any, tmp_path: Path, settle: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch, late: bool,
) -> None:  # fmt: skip
    running: list[int] = []

    def slow(*about: Any) -> dict[str, int]:
        cancelled = about[-1]
        if not late:
            running.append(1)
            while not cancelled():
                sleep(0.001)
        counts = export_person(*about)
        running.append(1)
        return counts

    monkeypatch.setattr(hand_out, "export_person", slow)
    page = window.router.open("erasure", about=("customer", person.id))
    told.path = tmp_path / "all"
    page.hand_out.write.click()
    while not running:
        sleep(0.001)
    page.hand_out.progress.cancelled.emit()
    settle()
    assert told.path.exists() == late
    assert told.said == ["2 records written to “all”" if late else "Stopped; no file was written."]


def test_erasing_asks_once_more_and_tells_what_is_left(
    window: MainWindow, told: Told, person: Any, ws: Workspace, settle: Callable[[], None]
) -> None:
    backup_now(ws)
    asked: list[tuple[Any, ...]] = []
    told.ask = lambda *what, **_how: bool(asked.append(what)) or len(asked) > 1  # type: ignore[attr-defined]
    page = window.router.open("erasure", about=("customer", person.id))
    assert "Customers 1, Contacts 1" in words(page)
    assert "1 backup holds the data." in words(page)
    assert not page.box.go.isEnabled()
    page.box.reason.setText("letter of 3 July")
    page.box.go.click()
    assert queries.get(ws, "customer", person.id).title == "苏州恒瑞"
    page.box.go.click()
    settle()
    assert asked[0][0] == "Erase “苏州恒瑞” for good?"
    assert not queries.titles(ws, "customer", (person.id,))
    (one,) = erasing.erasures(ws)
    assert (one.reason, erasing.backups_with(ws, "customer", person.id)) == ("letter of 3 July", [])
    said = words(page)
    assert "Erased for good" in said
    assert "Records of others that still name the person; look at them:" in said
    assert "Customer number 1" in said
    assert not page.box.form.isVisibleTo(page)


def test_a_reason_with_the_name_is_refused_and_can_be_mended(
    window: MainWindow, told: Told, person: Any, ws: Workspace, settle: Callable[[], None]
) -> None:
    told.ask = lambda *_what, **_how: True  # type: ignore[attr-defined]
    page = window.router.open("erasure", about=("contact", person.contact))
    page.box.reason.setText("欧阳娜娜来电")
    page.box.go.click()
    settle()
    assert [str(error) for error in told.errors] == [
        "The reason names the person. Write it without: it stays in the book after the erasure."
    ]
    page.box.reason.setText("本人来电")
    assert page.box.go.isEnabled()
    page.box.go.click()
    settle()
    assert not queries.ids(ws, "contact")


def test_settings_tell_how_many_were_erased(window: MainWindow, person: Any, ws: Workspace) -> None:
    section = window.router.open("settings", section="safety").sections["safety"]
    assert section.erased.note.text() == "Nobody was erased so far."
    from app.erasure.commands import erase

    erase(ws, "customer", person.id, "letter")
    section.show_all()
    assert section.erased.note.text().startswith("1 erasure, the last today")


def test_the_own_customer_does_not_name_a_contact(
    window: MainWindow, told: Told, person: Any, ws: Workspace, settle: Callable[[], None]
) -> None:
    told.ask = lambda *_what, **_how: True  # type: ignore[attr-defined]
    found = erasing.elsewhere(ws, erasing.extent(ws, "contact", person.contact))
    assert [hit.title for hit in found] == ["上海宏图"]
    page = window.router.open("erasure", about=("contact", person.contact))
    page.box.reason.setText("letter of 3 July")
    page.box.go.setFocus()
    page.box.go.click()
    settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page is focus or page.isAncestorOf(focus)
