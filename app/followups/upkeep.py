"""What the program does by itself when the book opens, the day changes or records change."""

from __future__ import annotations

from app.followups import calling, making
from app.followups.makers import MAKERS
from app.records.workspace import Workspace
from db.changes import ChangeSet

# A tick of a rule's own reminder, and a setting, change what the rules want as well.
WATCHED = frozenset({"reminder", "setting", *(kind for one in MAKERS for kind in one.watches)})


def refresh(ws: Workspace) -> ChangeSet:
    """Bring everything up to date that follows from the records and the day; each is one operation beside the undo.

    The search index is tidied as well: what it puts off after a long import would hold up the next small change.

    Raises:
        BookError: a long task is writing; it is to be asked again.
    """
    calling.deal(ws)
    changes = making.refresh(ws)
    ws.tidy_search()
    return changes
