"""Views of customers that stand in the sidebar."""

from __future__ import annotations

import json
from collections.abc import Sequence

from app.customers.queries import View, built_in
from app.customers.views import OwnView, own_views
from app.records import queries
from app.records.workspace import Workspace
from app.shared.errors import InvalidValue, NotFound
from app.shared.i18n import N_, translate
from app.shared.settings import Setting
from db.changes import ChangeSet

PINNED = Setting("pinned_views", '["level_a", "untraded", "public_pool"]')
MOST = 6


def pinned(ws: Workspace) -> tuple[View, ...]:
    """The views in the sidebar, in the order in which they were put there; those that are gone are left out."""
    held = {view.code: view for view in (*built_in(ws), *own_views(ws))}
    return tuple(held[code] for code in _codes(ws) if code in held)


def counts(ws: Workspace, views: Sequence[View]) -> dict[str, int]:
    """How many customers each of these views holds, by its code."""
    return {
        view.code: queries.count(ws, "customer", view.where, view.text if isinstance(view, OwnView) else "")
        for view in views
    }


def pin(ws: Workspace, code: str) -> ChangeSet:
    """Put a view into the sidebar, below the others. Raises NotFound, and InvalidValue when there are as many as fit."""
    views = {view.code: view for view in (*built_in(ws), *own_views(ws))}
    if code not in views:
        raise NotFound(N_("The view is gone."), N_("Save it again."))
    present = [view.code for view in pinned(ws) if view.code != code]
    if len(present) >= MOST:
        raise InvalidValue(
            "code", N_("{count} views stand in the sidebar already."), N_("Take one off first."), count=MOST
        )
    with ws.operation(N_("Put the view “{title}” into the sidebar"), title=translate(views[code].label)) as op:
        op.set_setting(PINNED.name, json.dumps([*present, code]))
    return op.changes


def unpin(ws: Workspace, code: str) -> ChangeSet:
    """Take a view off the sidebar. Raises NotFound when it is not there."""
    present = pinned(ws)
    view = next((view for view in present if view.code == code), None)
    if view is None:
        raise NotFound(N_("The view is not in the sidebar."))
    with ws.operation(N_("Take the view “{title}” off the sidebar"), title=translate(view.label)) as op:
        op.set_setting(PINNED.name, json.dumps([one.code for one in present if one.code != code]))
    return op.changes


def _codes(ws: Workspace) -> list[str]:
    try:
        held = json.loads(ws.setting(PINNED))
    except ValueError:
        return []
    return list(dict.fromkeys(map(str, held))) if isinstance(held, list) else []
