"""new, backup, restore, move and check: the book as a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.arguments import Commands
from app.cli.context import Context, Reopen
from app.records.workspace import Workspace
from app.safety import commands as safety
from app.safety import queries as states
from app.shared.i18n import _, ngettext

if TYPE_CHECKING:
    from app.erasure.queries import Erasure


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    parser = commands.add("new", _("make a new book"), None)
    parser.add_argument("file", metavar=_("FILE"))
    parser = commands.add("backup", _("make a verified backup"), run_backup)
    parser.add_argument("file", nargs="?", metavar=_("FILE"), help=_("where to; else beside the book"))
    parser = commands.add(
        "restore", _("put a backup in the book's place; the present book is backed up first"), run_restore
    )
    parser.add_argument("file", metavar=_("FILE"))
    parser.add_argument(
        "--erase-again", action="store_true", help=_("erase again who was erased since and would be back with it")
    )
    parser = commands.add("move", _("move the book with its backups"), run_move)
    parser.add_argument("file", metavar=_("FILE"))
    parser = commands.add("check", _("read the whole book through and tell what is wrong"), run_check)
    parser.add_argument("--repair", action="store_true", help=_("make the search index anew"))


def run_backup(context: Context) -> int:
    """Make a backup, among those of the book or where the user says."""
    made = safety.backup_now(context.ws, context.path(context.args.file) if context.args.file else None)
    if context.json:
        context.answer({"file": str(made.path), "bytes": made.size})
    else:
        context.say(_("Backed up to {path}").format(path=made.path))
    return 0


def run_restore(context: Context) -> int:
    """Put a backup in the place of a book that is open."""
    from app.erasure.again import coming_back

    source = context.path(context.args.file)
    back = coming_back(context.ws, source)

    def change(ws: Workspace, reopen: Reopen) -> Workspace:
        return safety.restore(ws, source, reopen)

    context.ws = context.replace(change)
    return restored(context, context.ws.path, context.ws, back)


def restored(context: Context, path: Path, ws: Workspace | None, back: Sequence[Erasure]) -> int:
    """Say that a book was restored, and who is back in it though erased since; erase them again when that is wanted."""
    from app.erasure.again import erase_again, told

    done = erase_again(ws, back) if ws is not None and context.args.erase_again else []
    if context.json:
        there = [{"kind": one.kind, "id": one.id, "at": one.at.isoformat(), "reason": one.reason} for one in back]
        context.answer({"book": str(path), "back": there, "erased_again": len(done)})
        return 0
    context.say(_("Restored {path}").format(path=path))
    if back and ws is not None:
        count = len(back)
        said = ngettext(
            "{count} person who was erased since is in this backup:",
            "{count} persons who were erased since are in this backup:",
            count,
        )
        context.say(said.format(count=count))
        for line in told(ws, back):
            context.say("  " + line)
        if done:
            context.say(_("Erased again: {count}").format(count=len(done)))
        else:
            for one in back:
                name = "--contact " if one.kind == "contact" else ""
                context.say(f'  kebu erase {one.id} {name}--yes --reason "{one.reason}"')
    return 0


def run_move(context: Context) -> int:
    """Move the book."""
    target = context.path(context.args.file)

    def change(ws: Workspace, reopen: Reopen) -> Workspace:
        return safety.move(ws, target, reopen)

    context.ws = context.replace(change)
    if context.json:
        context.answer({"book": str(context.ws.path)})
    else:
        context.say(_("Moved to {path}").format(path=context.ws.path))
    return 0


def run_check(context: Context) -> int:
    """Read the book through; exit code 1 when something is wrong."""
    renewed = safety.repair_search(context.ws) if context.args.repair else None
    problems = states.check(context.ws)
    if context.json:
        context.answer(
            {
                "book": str(context.ws.path),
                "problems": [
                    {"part": one.part, "problem": one.sentence, "advice": one.advice, "detail": one.detail}
                    for one in problems
                ],
                "reindexed": renewed,
            }
        )
    else:
        if renewed is not None:
            context.say(_("The search index was made anew: {count} records.").format(count=renewed))
        for one in problems:
            context.say(one.sentence)
            context.say("  " + one.advice)
        if not problems:
            context.say(_("The book is in order."))
    if problems:
        sentence = ngettext(
            "{count} problem was found in “{name}”.", "{count} problems were found in “{name}”.", len(problems)
        )
        context.err.write(sentence.format(count=len(problems), name=context.ws.path.name) + "\n")
    return 1 if problems else 0
