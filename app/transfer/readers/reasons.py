"""Why a file is not read, in plain sentences."""

from __future__ import annotations

from pathlib import Path

from app.shared.errors import SheetError
from app.shared.i18n import N_

_SAVE_AS = N_("Open it in Excel or WPS, save it as .xlsx and choose that file.")

REASONS: dict[str, tuple[str, str]] = {
    "missing": (N_("There is no file “{file}”."), N_("Check the name and the folder.")),
    "folder": (N_("“{file}” is a folder without a spreadsheet in it."), N_("Choose another folder or a spreadsheet.")),
    "empty": (N_("“{file}” is empty."), N_("Choose another file.")),
    "lock_file": (
        N_("“{file}” is only the mark that Excel sets while a workbook is open."),
        N_("Choose the workbook itself, the file without ~$."),
    ),
    "in_use": (N_("“{file}” is open in another program."), N_("Close it there and try again.")),
    "forbidden": (
        N_("You may not read “{file}”."),
        N_("Copy it to a folder of your own or ask its owner for the right to read it."),
    ),
    "password": (
        N_("“{file}” is protected with a password."),
        N_("Choose it again and type its password, or remove the password in Excel or WPS."),
    ),
    "wrong_password": (
        N_("The password does not open “{file}”."),
        N_("Check upper and lower case, or remove the password in Excel or WPS."),
    ),
    "locked_otherwise": (
        N_("“{file}” has a password that only the program that made it can open."),
        N_("Open it there, for example in LibreOffice, save it without a password and choose that file."),
    ),
    "damaged": (
        N_("“{file}” is damaged or only half there."),
        N_("Copy or download it again, or open it in Excel or WPS and save it as a new file."),
    ),
    "bomb": (
        N_("“{file}” unpacks to far more than a spreadsheet holds, so it was not opened."),
        N_("If you trust it, open it in Excel or WPS and save the rows you need as a new file."),
    ),
    "too_many_cells": (
        N_("The sheet “{sheet}” in “{file}” reaches over too many cells."),
        N_("Delete the empty rows and columns around the data, or split the file, and try again."),
    ),
    "too_big": (
        N_("“{file}” is too big to be read."),
        N_("Delete the empty rows and columns around the data, or split the file, and try again."),
    ),
    "timeout": (
        N_("Reading “{file}” took too long and was stopped."),
        N_("Split it into smaller files, or open it in Excel or WPS and save it as .csv."),
    ),
    "crash": (
        N_("“{file}” cannot be read: it is damaged, too big, or a cell stands far away from all others."),
        N_("Open it in Excel or WPS, copy the data to a new workbook and choose that one."),
    ),
    "picture": (N_("“{file}” is a picture, not a spreadsheet."), N_("Choose the spreadsheet itself.")),
    "pdf": (N_("“{file}” is a PDF, not a spreadsheet."), N_("Choose the spreadsheet that it was made from.")),
    "word": (
        N_("“{file}” is a text document, not a spreadsheet."),
        N_("Copy its table into Excel or WPS and save that."),
    ),
    "archive": (N_("“{file}” is a packed archive."), N_("Unpack it and choose the spreadsheet inside.")),
    "web_page": (N_("“{file}” is a web page or XML file without a table, whatever its name says."), _SAVE_AS),
    "no_table": (
        N_("“{file}” is data without a table: no list of records stands in it."),
        N_("Export the records as a list, or as a .csv or .xlsx file."),
    ),
    "too_deep": (
        N_("“{file}” holds data inside data inside data, too deep to be a table."),
        N_("Export the records as a list, or as a .csv or .xlsx file."),
    ),
    "not_a_sheet": (
        N_("“{file}” is not a spreadsheet."),
        N_("Choose an .xlsx, .xls, .xlsb, .ods, .csv, .tsv, .txt, .json, .vcf, .ldif or .ics file."),
    ),
    "no_sheets": (N_("“{file}” has no sheet with cells."), N_("Choose another file.")),
    "long_cell": (
        N_("A cell of “{file}” is too long; perhaps a quotation mark is never closed."),
        N_("Mend the text file, or open it in Excel or WPS and save it as .xlsx."),
    ),
}


class PasswordNeeded(SheetError):
    """A locked workbook; ``given`` says whether a password was tried, ``path`` which file it is."""

    given = False
    path = Path()


def refusal(code: str, file: Path, **values: object) -> SheetError:
    """The error for one of the reasons above; an unknown code is damage."""
    message, advice = REASONS.get(code, REASONS["damaged"])
    texts = {"sheet": "", **values, "file": file.name}
    if code in ("password", "wrong_password"):
        locked = PasswordNeeded(message, advice, **texts)
        locked.given, locked.path = code == "wrong_password", file
        return locked
    return SheetError(message, advice, **texts)
