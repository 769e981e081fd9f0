"""import: spreadsheets into the book."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.arguments import Commands
from app.cli.context import Context
from app.cli.problems import changes, tell_changes, tell_problems
from app.shared.errors import KebuError, SheetError
from app.shared.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from app.transfer.grid.sheets import Workbook
    from app.transfer.plans.planned import Removed
    from app.transfer.plans.planning import ImportPlan
    from app.transfer.reviewing.remembering import Ready
    from app.transfer.reviewing.report import ImportResult, SheetResult

Changes = Mapping[tuple[str, str], Sequence[dict[str, Any]]]
_LOCKED = N_(
    "Write the password into a file and name that with --password-file, or remove the password in Excel or WPS."
)


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    parser = commands.add(
        "import",
        _("take customers, contacts, products, activities, reminders, quotes and more of spreadsheets into the book"),
        run_import,
    )
    parser.add_argument(
        "files",
        metavar=_("FILE"),
        nargs="+",
        help=_("spreadsheets, text tables, JSON, vCards, calendars, or folders of them"),
    )
    parser.add_argument(
        "--sheet", default="", metavar=_("SHEET"), help=_("only this sheet; else every sheet that holds records")
    )
    parser.add_argument(
        "--kind",
        default="",
        metavar=_("KIND"),
        help=_(
            "what it holds: customers, contacts, products, activities, reminders, quotes, or another kind of record"
        ),
    )
    parser.add_argument(
        "--password-file",
        default="",
        metavar=_("FILE"),
        help=_("a file whose lines are the passwords of locked workbooks"),
    )
    parser.add_argument(
        "--copy", default="", metavar=_("FILE.xlsx"), help=_("also write the file again with what became of each row")
    )
    parser.add_argument(
        "--profile", default="", metavar=_("FILE.json"), help=_("a mapping: where the columns go and what values mean")
    )
    parser.add_argument(
        "--save-profile",
        default="",
        metavar=_("FILE.json"),
        help=_("write the mapping down, to be edited and used again"),
    )
    parser.add_argument(
        "--as-proposed", action="store_true", help=_("leave aside what was changed by hand in earlier imports")
    )
    parser.add_argument(
        "--match",
        default="",
        metavar="a,b",
        help=_(
            "how doubles are found, in this order: code, tax_number, name, name_city, phone, email, similar; else as the book says"
        ),
    )
    parser.add_argument(
        "--hidden",
        choices=("take", "leave"),
        default="take",
        help=_("rows and columns that are hidden in the sheet: take them or leave them out"),
    )
    parser.add_argument(
        "--conflicts",
        choices=("book", "file"),
        default="book",
        help=_("an exported sheet comes back and a cell was changed on both sides: whose value holds; else the book's"),
    )
    parser.add_argument(
        "--removed",
        choices=("keep", "delete"),
        default="keep",
        help=_("an exported sheet comes back with rows taken out: keep their records, or delete them"),
    )
    parser.add_argument(
        "--new-values",
        action="store_true",
        help=_("take what a list does not know as new values of it; else it goes into the notes"),
    )
    parser.add_argument(
        "--changes", action="store_true", help=_("tell each cell that changes in records of the book: old and new")
    )
    parser.add_argument("--dry-run", action="store_true", help=_("say what would be done, and write nothing"))
    parser.add_argument(
        "--on-duplicate",
        choices=("update", "overwrite", "skip", "add"),
        default="",
        help=_("rows that are in the book: fill what is empty (update), replace values, skip them, or add them again"),
    )


def run_import(context: Context) -> int:
    """Import files as one operation, or say what that would do."""
    from app.transfer import commands
    from app.transfer.queries import handed_over, make_plan
    from app.transfer.reviewing import remembering
    from app.transfer.reviewing.past import imported_before
    from app.transfer.reviewing.report import result

    args = context.args
    opened: dict[Path, str] = {}
    books = _books(context, opened)
    copy = _copy(context, books)
    again = [] if context.json else [past for book in books if (past := imported_before(context.ws, book.path))]
    ready = _ready(context, books)
    profiles, source = ready.profiles(), books[0].path
    warnings = [] if context.json else [text for book in books for text in book.warnings]
    recalled = [one.now.sheet for one in ready.recalled if one.profile and not args.profile]
    # What was read is let go as soon as nothing needs it: of a long file it takes as much as the writing.
    del books
    plan = make_plan(context.ws, ready.sources if args.save_profile else handed_over(ready.sources), ready.options)
    commands.refuse_empty(plan)
    if args.save_profile:
        remembering.save(context.path(args.save_profile), ready.profiles(everything=True), ready.unknown(context.ws))
    told = changes(context, plan) if args.changes else {}
    plan = plan.final()
    del ready
    done = result(plan, None) if args.dry_run else commands.run_import(context.ws, plan, profiles=profiles, spend=True)
    for sheet in [] if context.json else recalled:
        context.say(_("Sheet {sheet}: columns as last time.").format(sheet=sheet))
    for text in warnings:
        context.say(text)
    for past in again:
        said = _("This very file was imported before, on {day}; its rows are recognised.")
        context.say(said.format(day=past.at.astimezone().strftime("%Y-%m-%d %H:%M")))
    if context.json:
        context.answer(_with_changes(done.to_json(), told))
    else:
        _tell(context, done, args.dry_run, told)
    return 0 if copy is None else _save_copy(context, plan, source, copy, opened.get(source, ""))


def _with_changes(answer: dict[str, Any], told: Changes) -> dict[str, Any]:
    for file in answer["files"] if told else ():
        for sheet in file["sheets"]:
            sheet["updates"] = told.get((file["file"], sheet["sheet"]), [])
    return answer


def _ready(context: Context, books: Sequence[Workbook]) -> Ready:
    """The files with the mapping that was given, or with what is remembered of their headers."""
    from app.transfer.plans.match_rules import parse
    from app.transfer.plans.options import Options
    from app.transfer.queries import prepared, proposals
    from app.transfer.reviewing import remembering

    args, ws = context.args, context.ws
    match = parse(args.match) if args.match else None
    options = Options(
        args.sheet, args.kind, match=match, hidden=args.hidden, conflicts=args.conflicts, removed=args.removed
    )
    given = remembering.load(context.path(args.profile)) if args.profile else ()
    tables = [prepared(ws, book, args.kind) for book in books]
    read = [(book, proposals(ws, book, options)) for book in tables]
    ready = remembering.ready(ws, read, options, given=given, remembered=not args.as_proposed, mode=args.on_duplicate)
    return ready.with_new_values(ws) if args.new_values else ready


def _books(context: Context, opened: dict[Path, str]) -> list[Workbook]:
    """The files read; of a folder those that can be read, and the others named.

    Args:
        opened: takes the password of each file that did not open without one.

    Raises:
        SheetError: a file cannot be read, or a folder holds none that can.
    """
    from app.transfer.readers.folders import called
    from app.transfer.readers.reasons import refusal
    from app.transfer.reading import PasswordNeeded, files_in, read_workbook

    passwords = ["", *_passwords(context)]

    def read(file: Path) -> Workbook:
        for at, password in enumerate(passwords, 1):
            try:
                book = read_workbook(file, password=password)
            except PasswordNeeded as error:
                if at == len(passwords):
                    error.advice = error.advice if error.given else _LOCKED
                    raise
            else:
                if password:
                    opened[book.path] = password
                return book
        raise AssertionError("no password was tried")

    books: list[Workbook] = []
    for name in context.args.files:
        place = context.path(name)
        if not place.is_dir():
            books.append(read(place))
            continue
        found, files = len(books), files_in(place)
        names = called(files)
        for file in files:
            try:
                books.append(read(file))
            except SheetError as error:
                error.values["file"] = names[str(file)]
                context.err.write(error.sentence() + "\n")
        if len(books) == found:
            raise refusal("folder", place)
    return books


def _copy(context: Context, books: Sequence[Workbook]) -> Path | None:
    """Where the copy with remarks goes, or None. Raises KebuError when it cannot be one: before anything is written."""
    if not context.args.copy:
        return None
    from app.transfer.exporting.writing import check_place
    from app.transfer.reviewing.annotated import refuse_source

    path = context.path(context.args.copy)
    wanted = ".xlsm" if books[0].path.suffix.lower() == ".xlsm" else ".xlsx"
    if len(books) > 1:
        raise KebuError(N_("A copy with remarks can be made of one file only."), N_("Import the files one by one."))
    if path.suffix.lower() != wanted:
        raise KebuError(
            N_("“{name}” does not end in {suffix}."), N_("Give the file this ending."), name=path.name, suffix=wanted
        )
    refuse_source(books[0].path, path)
    check_place(path)
    return path


def _save_copy(context: Context, plan: ImportPlan, source: Path, copy: Path, password: str) -> int:
    """Write the copy with remarks; what was imported is told by then, and stays when the copy cannot be made."""
    from app.transfer.reviewing.annotated import save_annotated

    try:
        save_annotated(plan, source, copy, password=password)
    except KebuError as error:
        said = _("The copy with remarks was not made: {reason}").format(reason=error.sentence())
        context.err.write(said + "\n")
        return 1
    if password:
        said = _("“{file}” is written without a password.").format(file=copy.name)
        (context.err if context.json else context.out).write(said + "\n")
    return 0


def _passwords(context: Context) -> list[str]:
    """What is tried with a locked workbook, one after the other."""
    if not context.args.password_file:
        return []
    file = context.path(context.args.password_file)
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise KebuError(
            N_("The file with the password cannot be read: {file}."),
            N_("Check the name and the folder."),
            file=str(file),
        ) from error
    return list(dict.fromkeys(line for line in lines if line))


def _tell(context: Context, done: ImportResult, dry: bool, told: Changes) -> None:
    from app.transfer.readers.folders import called
    from app.transfer.reviewing.report import record_words

    names = called(sheet.file for sheet in done.sheets)
    for sheet in done.sheets:
        if sheet.kind:
            _tell_sheet(context, sheet, names[sheet.file])
            tell_changes(context, told.get((sheet.file, sheet.sheet), ()))
        elif sheet.header_row:
            said = _("{file}, sheet {sheet}, table under row {row}: not imported. {reason}")
            where = {"file": names[sheet.file], "sheet": sheet.sheet, "row": sheet.header_row}
            context.say(said.format(**where, reason=sheet.reason))
    if made := record_words(context.ws.dictionary.types, done.records):
        context.say(_("New records: {what}").format(what=made))
    if dry:
        context.say(_("Nothing was written."))
    elif done.operation is not None:
        context.say(_("To take it back: kebu undo {operation}").format(operation=done.operation))
    else:
        context.say(_("Everything was in the book already."))


def _removed(removed: Sequence[Removed]) -> str:
    """What became of the records whose rows were taken out of a sheet."""
    count, deleted = len(removed), sum(one.deleted for one in removed)
    names = ", ".join(one.title for one in removed[:5]) + (" …" if count > 5 else "")
    if deleted:
        return ngettext(
            "{count} record whose row was taken out is deleted: {names}",
            "{count} records whose rows were taken out are deleted: {names}",
            deleted,
        ).format(count=deleted, names=names)
    return ngettext(
        "{count} row was taken out of the sheet; its record stays (--removed delete deletes it): {names}",
        "{count} rows were taken out of the sheet; their records stay (--removed delete deletes them): {names}",
        count,
    ).format(count=count, names=names)


def _kind(context: Context, name: str | None) -> str:
    """What a kind of records is called: “customers”, in the language in use."""
    known = next((one for one in context.ws.dictionary.types if one.plural == name), None)
    return str(name) if known is None else _(known.label_plural).lower()


def _tell_sheet(context: Context, sheet: SheetResult, name: str) -> None:
    counts = sheet.counts
    sentence = _(
        "{file}, sheet {sheet}: {kind}, {rows} rows: {created} new, {updated} updated, {duplicates} duplicates, {skipped} skipped"
    )
    context.say(
        sentence.format(
            file=name,
            sheet=sheet.sheet,
            kind=_kind(context, sheet.kind),
            rows=sheet.rows,
            created=counts["created"],
            updated=counts["updated"],
            duplicates=counts["duplicates"],
            skipped=counts["skipped"],
        )
    )
    if sheet.failed:
        said = ngettext(
            "{count} row is not imported because of a problem",
            "{count} rows are not imported because of a problem",
            sheet.failed,
        )
        context.say("  " + said.format(count=sheet.failed))
    if sheet.program:
        context.say("  " + _("Recognised as an export of {program}.").format(program=sheet.program))
    if sheet.hidden:
        said = (
            _("{hidden}: read too; --hidden leave leaves them out") if sheet.hidden.taken else _("{hidden}: left out")
        )
        context.say("  " + said.format(hidden=sheet.hidden.words))
    if sheet.removed:
        context.say("  " + _removed(sheet.removed))
    tell_problems(context, sheet.problems)
