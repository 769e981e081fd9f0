"""--view: views of the customers on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.customers import commands, views
from app.main import open_workspace
from app.records.queries import Condition
from tests.cli.conftest import Kebu


@pytest.fixture
def filled(book: Path) -> Path:
    ws = open_workspace(book)
    for name, level, city in (("甲", "A", "苏州"), ("乙", "B", "苏州"), ("丙", "A", "杭州")):
        commands.create(ws, {"name": name, "level": level, "city": city})
    views.save_view(
        ws, "重点", (Condition("level", "=", "A"),), order=(("city", True), ("name", False)), columns=("name", "city")
    )
    ws.close()
    return book


def test_lists_exports_and_prints_take_filter_order_and_columns(kebu: Kebu, filled: Path, tmp_path: Path) -> None:
    found = kebu("list", "customers", "--view", "重点", "--json").json
    assert [one["name"] for one in found] == ["甲", "丙"]
    assert set(found[0]) == {"id", "name", "city"}
    assert [
        one["name"] for one in kebu("list", "customers", "--view", "重点", "--where", "city=杭州", "--json").json
    ] == ["丙"]
    assert kebu("export", "customers", tmp_path / "a.csv", "--view", "own-1", "--lang", "en").code == 0
    assert (tmp_path / "a.csv").read_text("utf-8-sig").splitlines() == ["Name,City", "甲,苏州", "丙,杭州"]
    done = kebu("print", "customers", "--view", "重点", "--pdf", tmp_path / "a.pdf", "--json")
    assert done.json["rows"] == 2


def test_built_in_views_are_known_in_both_languages(kebu: Kebu, filled: Path) -> None:
    for name in ("A level", "level_a"):
        assert len(kebu("list", "customers", "--view", name, "--json", "--lang", "en").json) == 2
    done = kebu("list", "customers", "--view", "gone", "--lang", "en")
    assert done.code
    assert "重点" in done.err
    assert "A level" in done.err
    assert kebu("list", "contacts", "--view", "all", "--lang", "en").code
