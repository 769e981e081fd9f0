"""When the column at hand replaces what the book holds."""

from __future__ import annotations

from app.records.fields import Field
from app.shared.i18n import N_, _
from app.transfer.plans.write_modes import offered
from ui.transfer.option_box import OptionBox


class WriteBox(OptionBox):
    """A box with the ways that the field can go. ``chosen``: one of them, "" as the whole import."""

    def __init__(self) -> None:
        super().__init__(N_("Where the book has a value"))

    def put(self, field: Field | None, write: str) -> None:
        """Show the ways for a field, and the one that was chosen."""
        ways = offered(field)
        self.setVisible(bool(ways))
        self.offer([(code, _(words)) for code, words in ways], write)
