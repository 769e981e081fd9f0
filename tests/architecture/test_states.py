"""The table of states that ``dev.py shots`` draws: what it names is there."""

from __future__ import annotations

from collections import Counter

import pytest

from app.shared import i18n
from installer.states import STATES
from ui.shell.pages import specs

ENTRIES = sorted({step[1:] for state in STATES for step in state.steps if isinstance(step, str) and step[0] == ">"})


def test_each_state_has_a_name_of_its_own() -> None:
    assert [name for name, count in Counter(state.name for state in STATES).items() if count > 1] == []


def test_each_state_begins_on_a_page() -> None:
    assert {state.page for state in STATES} <= {spec.name for spec in specs()}


@pytest.mark.parametrize("words", ENTRIES)
def test_the_words_of_buttons_and_entries_are_translated(words: str) -> None:
    i18n.use("zh_CN")
    assert any(i18n.translate(text) != text for text in (words, words.removesuffix("…")))
