"""Which views stand in the sidebar: how many, and what is refused."""

from __future__ import annotations

import pytest

from app.customers import pinned
from app.customers.queries import VIEWS
from app.records.workspace import Workspace
from app.shared.errors import InvalidValue, NotFound


def test_six_fit(ws: Workspace) -> None:
    for view in VIEWS[1:4] + VIEWS[4:8]:
        present = [one.code for one in pinned.pinned(ws)]
        if len(present) < pinned.MOST or view.code in present:
            pinned.pin(ws, view.code)
    assert len(pinned.pinned(ws)) == pinned.MOST
    absent = next(view.code for view in VIEWS if view not in pinned.pinned(ws))
    with pytest.raises(InvalidValue):
        pinned.pin(ws, absent)


def test_what_is_not_there_is_refused(ws: Workspace) -> None:
    with pytest.raises(NotFound):
        pinned.pin(ws, "own-99")
    with pytest.raises(NotFound):
        pinned.unpin(ws, "birthday")
    ws.set_setting(pinned.PINNED, "no json")
    assert pinned.pinned(ws) == ()
