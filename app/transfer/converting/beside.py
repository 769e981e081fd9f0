"""What stands beside the cells of a sheet: comments go to the notes, links give e-mail and web addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from app.shared.i18n import _
from app.shared.text import one_line
from app.transfer.columns.proposals import CONTACTS, CUSTOMERS, Proposal
from app.transfer.grid import mails
from app.transfer.grid.cells import text
from app.transfer.grid.sheets import Cell, Sheet

EMAIL, WEBSITE = "email", "website"


def address(link: str) -> tuple[str, str]:
    """The field that a link belongs to, and its address; ("", "") for links inside the workbook and to files."""
    if link[:7].lower() == "mailto:":
        mail = unquote(link[7:].partition("?")[0]).strip()
        return (EMAIL, mail) if mails.EMAIL.fullmatch(mail) else ("", "")
    if link.lower().startswith(("http://", "https://", "www.")):
        return WEBSITE, link
    return "", ""


def followed(sheet: Sheet, numbers: Sequence[int], index: int, target: str | None, cells: list[Cell]) -> None:
    """Put addresses in the place of words that only link to them, in a column of e-mail or web addresses.

    Args:
        sheet: the sheet.
        numbers: the rows of the cells.
        index: the column.
        target: the field it goes to.
        cells: the column's cells; they are changed.
    """
    wanted = (target or "").rpartition(".")[2]
    if wanted not in (EMAIL, WEBSITE):
        return
    for place, number in enumerate(numbers):
        name, value = address(sheet.links.get((number, index), ""))
        if name == wanted and ("@" if name == EMAIL else ".") not in text(cells[place]):
            cells[place] = value


def found(sheet: Sheet, proposal: Proposal) -> Iterator[tuple[int, str, str]]:
    """What stands beside the cells of the data rows: the row, a field ("" for the notes), and the text."""
    layout = proposal.layout
    rows = frozenset(layout.data)
    columns = {column.index: column for column in proposal.columns}
    for (row, index), comment in sorted(sheet.comments.items()):
        if row in rows and (index in columns or proposal.hidden.taken):
            line = one_line(comment)
            yield row, "", _("Comment on {column}: {text}").format(column=layout.header(index), text=line)
    for (row, index), link in sorted(sheet.links.items()):
        name, value = address(link)
        if not name or row not in rows or index not in columns:
            continue
        cells = sheet.rows[row]
        if value.casefold().strip("/") in text(cells[index] if index < len(cells) else None).casefold():
            continue
        target = columns[index].target or ""
        if target.rpartition(".")[2] in (EMAIL, WEBSITE):
            continue
        field = _field(proposal.kind, name, target)
        yield row, field, value if field else f"{layout.header(index)}: {value}"


def _field(kind: str | None, name: str, target: str) -> str:
    if kind == CONTACTS:
        return name if name == EMAIL else f"customer.{name}"
    if kind == CUSTOMERS:
        return f"contact.{name}" if target.startswith("contact.") and name == EMAIL else name
    return ""
