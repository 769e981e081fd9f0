"""A problem cell that was changed, looked at again without planning everything anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.records.workspace import Workspace
from app.transfer.converting.problems import Problem
from app.transfer.drafting.context import Context
from app.transfer.drafting.looking import outcomes
from app.transfer.grid.sheets import Sheet
from app.transfer.plans.planned import KEEP, MERGE
from app.transfer.plans.planning import ImportPlan
from app.transfer.reviewing.preview import types_of
from app.transfer.reviewing.review import ADDED, APPENDED, BOTH, CONTACT, FILE, Doubt, Line, Pair

_SAMPLED = 40


def recheck(ws: Workspace, plan: ImportPlan, sheet: Sheet, doubt: Doubt, text: str) -> Problem | None:
    """What is still wrong with a cell after the user typed another text, None when nothing is.

    Args:
        plan: the plan that found the problem; it says how the column writes its dates.
        sheet: the sheet as it was read.
        doubt: the problem; its row and column say which cell.
        text: what stands in the cell now.
    """
    problem, proposal = doubt.problem, plan.sheets[doubt.place].proposal
    column = next((one for one in proposal.columns if one.index == problem.index), None)
    if not text.strip():
        return replace(problem, value="") if problem.fatal else None
    if column is None or not proposal.layout.data:
        return None
    order = plan.sheets[doubt.place].orders.get(column.key, "").partition("|")[0]
    first = proposal.layout.data[0]
    context = Context(
        types_of(ws), ws.region, ws.currency, {(first + 1, column.index): text},
        orders={column.index: order} if order else {}, today=ws.clock.today(),
    )  # fmt: skip
    found, _order = outcomes(sheet, proposal, column, context, _SAMPLED)
    outcome = found[0][1]
    if outcome.reason:
        return replace(
            problem, value=text, reason=outcome.reason, suggestion=outcome.suggestion, fatal=problem.fatal and not outcome.values
        )  # fmt: skip
    return replace(problem, value=text) if problem.fatal and not outcome.values else None


def still(doubts: Sequence[Doubt], changed: Sequence[Doubt], left: Problem | None) -> list[Doubt]:
    """The problem cells after some of them got one text.

    Args:
        left: what is still wrong with the first of those, None when nothing is; it holds for all of them.
    """
    told = {id(one) for one in changed}
    if left is None:
        return [one for one in doubts if id(one) not in told]
    return [
        replace(one, problem=replace(
            one.problem, value=left.value, reason=left.reason, suggestion=left.suggestion, fatal=left.fatal
        )) if id(one) in told else one for one in doubts
    ]  # fmt: skip


def gives_something(pair: Pair, lines: list[Line]) -> bool:
    """Whether the row of a pair counts as written when it is merged, by the lines of their comparison.

    A row of a list always does; one that joins another row of the file only with a contact of its own.
    """
    if pair.name:
        return True
    told = lines if pair.match.book_id else [line for line in lines if line.name == CONTACT]
    return any(line.how in (ADDED, APPENDED, BOTH, FILE) for line in told)


def said(pairs: Iterable[Pair], decisions: Mapping[tuple[int, int], str]) -> dict[str, tuple[int, int]]:
    """The first row of each name in lists of which was decided that it is merged or added; further ones follow it."""
    found: dict[str, tuple[int, int]] = {}
    for one in pairs:
        if one.name and decisions.get(one.key) in (MERGE, KEEP):
            found[one.name] = min(found.get(one.name, one.key), one.key)
    return found


def written(
    pair: Pair,
    first: Mapping[str, tuple[int, int]],
    decisions: Mapping[tuple[int, int], str],
    keeps: bool,
    merges: bool,
) -> bool:
    """Whether the row of a pair will be written, by what was decided since the plan.

    Args:
        pair: the pair.
        first: see ``said``.
        decisions: what was decided, by pair.
        keeps: whether rows that nobody decided about are added; ``merges`` whether the row gives something when merged.
    """
    decision = decisions.get(pair.key, "")
    if decision == MERGE:
        return merges
    if decision or not pair.name:
        return decision == KEEP or (not decision and keeps)
    return first.get(pair.name, pair.key) < pair.key or (keeps and not pair.waits)
