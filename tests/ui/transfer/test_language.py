"""The language switched while a sheet is mapped."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.ui.transfer.tools import Window
from ui.runtime.application import translator

CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def english():
    yield
    translator().use("en")


def test_the_reasons_follow_and_what_was_changed_stays(window: Window, sheet: Path, english) -> None:
    page = window.drop(sheet)
    session = page.session
    phone = next(one.index for one in session.proposal(0).columns if one.targets and "phone" in str(one.targets))
    page.mapping.view.setCurrentIndex(page.mapping.view.model().index(3, 4))
    session.change(0, phone, ("notes",))
    before = [(one.index, one.targets, one.confidence) for one in session.proposal(0).columns]
    said = [one.reason for one in session.proposal(0).columns if one.reason]
    assert said
    for language, chinese in (("zh_CN", True), ("en", False)):
        translator().use(language)
        window.settle()
        window.settle()
        now = session.proposal(0)
        assert [(one.index, one.targets, one.confidence) for one in now.columns] == before
        for one in now.columns:
            if one.reason and one.confidence < 1:
                assert bool(CHINESE.search(re.sub(r"“[^”]*”", "", one.reason))) == chinese, one.reason
        assert bool(CHINESE.search(session.proposal(1).reason)) == chinese
        assert page.mapping.pane.reason.text() in ("", *(one.reason for one in now.columns))
