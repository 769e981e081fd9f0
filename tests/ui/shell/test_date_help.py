"""The help on dates in words: every example is understood, and the days are of today."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from app.followups.date_help import examples
from app.records.workspace import Workspace
from ui.shell import date_help, keys
from ui.shell.date_help import DateHelp


@pytest.mark.parametrize("chinese", [True, False])
def test_every_example_is_understood(ws: Workspace, chinese: bool) -> None:
    found = examples(ws, chinese=chinese)
    assert len(found) > 15
    for one in found:
        assert one.read.span != (0, 0), one.words
        assert not one.read.unread


def test_it_opens_from_the_keys(window, monkeypatch, qtbot) -> None:
    shown: list[str] = []
    monkeypatch.setattr(keys.KeysDialog, "exec", lambda _self: keys.DATES)
    monkeypatch.setattr(
        date_help.DateHelp, "exec", lambda self: shown.extend(one.text() for one in self.findChildren(QLabel))
    )
    window.help()
    assert len(shown) > 40
    qtbot.addWidget(DateHelp(window, window.services.ws))
