"""The problems of an import on the command line: each by itself when they are few, else in groups with their first rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app.cli.context import Context
from app.shared.i18n import _, listed, ngettext
from app.transfer.converting.problems import Problem

if TYPE_CHECKING:
    from app.transfer.plans.planning import ImportPlan

SINGLE = 20
FIRST = 3


def tell_problems(context: Context, problems: Sequence[Problem]) -> None:
    """Say what does not fit. Many problems stand together by column and reason: those that keep rows out, then the most frequent."""
    if len(problems) <= SINGLE:
        for one in problems:
            where = _row(one) + (f", {one.column}" if one.column else "")
            context.say(f"  {where}: {one.reason}" + (f" [{one.value}]" if one.value else ""))
        return
    groups: dict[tuple[str, str], list[Problem]] = {}
    for one in problems:
        groups.setdefault((one.column, one.reason), []).append(one)
    held = sorted(groups.items(), key=lambda item: (not any(one.fatal for one in item[1]), -len(item[1])))
    alone = [found[0] for _key, found in held if len(found) == 1]
    for (column, reason), found in held:
        if len(found) > 1:
            first = listed(_row(one) + (f" [{one.value}]" if one.value else "") for one in found[:FIRST])
            said = _("{reason} ({count})").format(reason=reason.rstrip(".。"), count=f"{len(found):,}")
            dots = " …" if len(found) > FIRST else ""
            context.say(f"  {column + ': ' if column else ''}{said}: {first}{dots}")
    tell_problems(context, alone[:SINGLE])
    more = len(alone) - SINGLE
    if more > 0:
        context.say("  " + ngettext("and {count} more problem", "and {count} more problems", more).format(count=more))


def changes(context: Context, plan: ImportPlan) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """What the import changes in records of the book, by file and sheet: row, name and cells, each old and new."""
    from app.transfer.plans.planned import Action
    from app.transfer.reviewing.updates import cell_changes, newcomers

    people = newcomers(plan)
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for place, sheet in enumerate(plan.sheets):
        rows = found.setdefault((sheet.file, sheet.proposal.title), [])
        for row in sheet.rows:
            cells = cell_changes(context.ws, plan, place, row, people) if row.action is Action.UPDATE else []
            if cells:
                said = [{"field": one.label, "old": one.old, "new": one.new} for one in cells]
                rows.append({"row": row.number, "name": row.title, "cells": said})
    return found


def tell_changes(context: Context, rows: Sequence[dict[str, Any]]) -> None:
    """Say what changes in the records of some rows."""
    for one in rows:
        where = _("row {row}").format(row=one["row"])
        cells = "; ".join(
            f"{cell['field']}: {cell['old'] or _('empty')} → {cell['new'] or _('empty')}" for cell in one["cells"]
        )
        context.say(f"  {where}, {one['name']}: {' '.join(cells.split())}")


def _row(one: Problem) -> str:
    return _("row {row}").format(row=one.row)
