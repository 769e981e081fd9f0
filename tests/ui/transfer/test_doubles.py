"""How doubles are found: the dialog, and what the review makes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from app.records import commands
from app.transfer.plans import match_rules
from tests.ui.transfer.tools import Window, decide_all
from ui.transfer.doubles import DoublesDialog


def test_rules_are_ticked_and_moved(window: Window, qtbot: Any) -> None:
    dialog = DoublesDialog(window.window, match_rules.rules(window.ws))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.rules() == match_rules.DEFAULT
    assert not dialog.up.isEnabled()
    dialog.list.setCurrentRow(3)
    assert dialog.list.item(3).data(Qt.ItemDataRole.UserRole) == "phone"
    qtbot.keyClick(dialog, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    dialog.down.click()
    dialog.up.click()
    dialog.up.click()
    assert dialog.rules()[:3] == ("code", "phone", "tax_number")
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert "code" not in dialog.rules()
    dialog.show_rules(match_rules.DEFAULT)
    assert dialog.rules() == match_rules.DEFAULT


def test_the_review_follows_other_rules_at_once(window: Window, sheet: Path, monkeypatch: Any) -> None:
    commands.create(window.ws, "customer", {"name": "苏州恒瑞精密机械有限公司", "phone": "138 0000 2317"})
    page = window.drop(sheet)
    decide_all(window)
    (pair,) = page.review.list.pairs.pairs
    assert pair.match.rule == "phone"
    assert page.review.list.pairs.said(pair)[0] == f"Same phone · {pair.match.score}%"

    def without_phones(dialog: DoublesDialog) -> int:
        dialog.show_rules(("name",))
        return 1

    monkeypatch.setattr(DoublesDialog, "exec", without_phones)
    page._doubles()
    window.settle()
    assert match_rules.rules(window.ws) == ("name",)
    assert page.review.undecided == 0
    assert not page.review.list.pairs.pairs
