"""What the new field that the column at hand becomes is to hold."""

from __future__ import annotations

from app.records.own import KINDS
from app.shared.i18n import N_, _
from app.transfer.columns.proposals import CUSTOM, Column
from ui.transfer.option_box import OptionBox


class KindBox(OptionBox):
    """A box with the kinds of fields. ``chosen``: the name of one."""

    def __init__(self) -> None:
        super().__init__(N_("What the new field holds"))

    def put(self, held: Column) -> None:
        """Show the kind of a column's new field; hidden for other columns."""
        self.setVisible(len(held.targets) == 1 and held.targets[0].startswith(CUSTOM))
        self.offer([(one.name, _(one.label)) for one in KINDS], held.new_kind or "text")
