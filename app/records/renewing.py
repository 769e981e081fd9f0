"""Making the search index of an open book anew, a little at a time, while people go on working."""

from __future__ import annotations

import time
from collections.abc import Callable

from app.records.workspace import Workspace
from db import search

_PART = 100
_REST_S = 0.002
BUSY_S = 60.0


def renew_index(ws: Workspace, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> bool:
    """Make the index anew from the records, in many small transactions so that whoever writes gets a turn between them.

    Until it has ended a search finds only the records that were reached; what is changed meanwhile is found at once. When
    it is broken off, it begins anew the next time the book is opened.

    Args:
        progress: called with the share that is done. cancelled: asked between the parts.

    Returns:
        Whether it came to its end.

    Raises:
        BookError: somebody else wrote for more than a minute.
    """
    with ws.book.journal.alone(BUSY_S) as connection, connection:
        search.clear(connection)
        wanted = [
            (record, [row[0] for row in connection.execute(f'SELECT id FROM "{record.name}" ORDER BY id DESC')])
            for record in ws.dictionary.types
            if ws.indexer.indexed(record)
        ]
    total, done = sum(len(ids) for _record, ids in wanted) or 1, 0
    for record, ids in wanted:
        for start in range(0, len(ids), _PART):
            if cancelled() or ws.closed:
                return False
            part = ids[start : start + _PART]
            with ws.book.journal.alone(BUSY_S) as connection, connection:
                # As the user's own fields are now: they may have been changed since the beginning.
                ws.indexer.put(connection, ws.dictionary.type(record.name), part)
            done += len(part)
            progress(done / total)
            # A lock is not fair: without a rest the next part would take it again before anybody who waits.
            time.sleep(_REST_S)
    ws.search_is_right()
    return True
