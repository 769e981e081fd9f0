"""Carrying out the rules: their reminders are made when the cause is there, and go by themselves when it is gone.

What is done here stands in the history as the program's own doing; undo passes it by, since the rules would do it again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, time

from app.followups.makers import MAKERS, maker
from app.followups.wanted import Maker, Wanted, done_causes
from app.records.workspace import Workspace
from app.shared.errors import NotFound
from app.shared.i18n import N_
from db.changes import ChangeSet


@dataclass(frozen=True, slots=True)
class Preview:
    """What a rule would make now, whether it is on or not, and how many of its reminders are open."""

    maker: Maker
    on: bool
    wanted: tuple[Wanted, ...]
    open: int


def refresh(ws: Workspace) -> ChangeSet:
    """Make what the rules want now and take away what they want no longer; one operation beside the undo, or none."""
    makes: list[tuple[Maker, Wanted]] = []
    gone: list[int] = []
    for one in MAKERS:
        wanted = one.find(ws, ws.clock.today()) if ws.setting(one.switch) else []
        fresh, over = _difference(ws, one, wanted)
        makes += [(one, found) for found in fresh]
        gone += over
    if not makes and not gone:
        return ChangeSet()
    today, zone = ws.clock.today(), ws.clock.zone_name()
    with ws.beside(N_("Reminders by the rules: {made} made, {gone} gone"), made=len(makes), gone=len(gone)) as op:
        # In another thread somebody may have ticked one off since: it is kept.
        op.delete("reminder", _open(ws, gone))
        op.insert_many(
            "reminder",
            [
                {
                    "about_kind": found.kind,
                    "about_id": found.number,
                    "kind": found.how,
                    "text": found.text,
                    "due_at": datetime.combine(max(found.due, today), time()),
                    "all_day": True,
                    "priority": found.priority or None,
                    "zone": zone,
                    "rule": one.name,
                    "cause": found.cause,
                }
                for one, found in makes
            ],
        )
    return op.changes


def previews(ws: Workspace) -> list[Preview]:
    """Each rule with what it would make now."""
    out = []
    with ws.book.reading() as connection:
        sql = "SELECT rule, count(*) FROM reminder WHERE rule IS NOT NULL AND done_at IS NULL GROUP BY rule"
        counts = dict(connection.execute(sql).fetchall())
    for one in MAKERS:
        wanted = one.find(ws, ws.clock.today())
        done = done_causes(ws, one.name, (found.cause for found in wanted))
        left = tuple(found for found in wanted if found.cause not in done)[: one.most]
        out.append(Preview(one, ws.setting(one.switch), left, counts.get(one.name, 0)))
    return out


def switch(ws: Workspace, name: str, on: bool) -> ChangeSet:
    """Switch a rule on or off; its open reminders go with it. Raises NotFound."""
    changes = ws.set_setting(_named(name).switch, on)
    refresh(ws)
    return changes


def set_days(ws: Workspace, name: str, place: int, days: int) -> ChangeSet:
    """Set the days that a rule goes by. Raises NotFound."""
    parts = _named(name).days
    if not 0 <= place < len(parts):
        raise NotFound(N_("The rule “{name}” has no such days."), name=name)
    changes = ws.set_setting(parts[place].setting, max(0, min(days, 3650)))
    refresh(ws)
    return changes


def _named(name: str) -> Maker:
    found = maker(name)
    if found is None:
        known = ", ".join(one.name for one in MAKERS)
        raise NotFound(N_("There is no rule “{name}”."), N_("Rules are: {names}."), name=name, names=known)
    return found


def _difference(ws: Workspace, one: Maker, wanted: list[Wanted]) -> tuple[list[Wanted], list[int]]:
    """What is to be made, and the ids of the open reminders whose cause is gone."""
    with ws.book.reading() as connection:
        sql = "SELECT id, cause FROM reminder WHERE rule = ? AND done_at IS NULL"
        held = connection.execute(sql, (one.name,)).fetchall()
    causes = {found.cause for found in wanted}
    seen: set[str] = set()
    over = []
    for number, cause in held:
        if cause not in causes or cause in seen:
            over.append(number)
        seen.add(cause)
    kept = seen & causes
    done = done_causes(ws, one.name, (found.cause for found in wanted))
    fresh = [found for found in wanted if found.cause not in kept and found.cause not in done]
    return fresh[: max(0, one.most - len(kept))], over


def _open(ws: Workspace, numbers: list[int]) -> list[int]:
    sql = "SELECT id FROM reminder WHERE done_at IS NULL AND id IN (SELECT value FROM json_each(?))"
    with ws.book.reading() as connection:
        return [row[0] for row in connection.execute(sql, (json.dumps(numbers),))]
