"""--view: a view of the customers, on the command line as in the window."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from app.customers.views import OwnView, named
from app.records.fields import Field, RecordType
from app.records.queries import Order, Where
from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.shared.i18n import N_, _, translate


@dataclass(frozen=True, slots=True)
class Viewed:
    """What a view says: nothing when none was asked for. ``fields``: its columns, None when it has none of its own."""

    label: str = ""
    where: tuple[Where, ...] = ()
    text: str = ""
    order: Order = ()
    fields: list[Field] | None = None

    def title(self, record: RecordType) -> str:
        """What stands over a print of it, "" without a view."""
        return f"{translate(record.label_plural)} · {translate(self.label)}" if self.label else ""


def add_view(parser: argparse.ArgumentParser) -> None:
    """Add ``--view NAME``."""
    parser.add_argument(
        "--view",
        metavar=_("NAME"),
        default="",
        help=_("a view of the customers: its filter, order and columns, beside what else is asked for"),
    )


def viewed(ws: Workspace, record: RecordType, name: str) -> Viewed:
    """The view of that name. Raises KebuError when there is none, or the records have no views."""
    if not name.strip():
        return Viewed()
    if record.name != "customer":
        raise KebuError(N_("Only customers have views."), N_("Filter with --where field=value."))
    view = named(ws, name)
    if not isinstance(view, OwnView):
        return Viewed(view.label, view.where)
    from app.transfer.exporting.cell_values import columns

    known = {field.name: field for field in columns(record)}
    fields = [known[name] for name in view.columns if name in known]
    return Viewed(view.label, view.where, view.text, view.order, fields or None)
