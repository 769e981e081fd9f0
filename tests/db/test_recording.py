"""Rows put in under known numbers are told as a walk through the whole changeset tells them."""

from __future__ import annotations

from collections import Counter
from itertools import count

import apsw
from hypothesis import given
from hypothesis import strategies as st

from db.changes import collect
from db.recording import Recording

STEPS = st.lists(
    st.tuples(
        st.sampled_from(("bulk", "insert", "update", "delete")), st.sampled_from("ab"), st.integers(1, 12)
    ),
    max_size=14,
)  # fmt: skip


@given(STEPS)
def test_known_numbers_and_the_rest_come_to_the_changeset(steps: list[tuple[str, str, int]]) -> None:
    connection = apsw.Connection(":memory:")
    fresh, last = count(1), Counter({"a": 8, "b": 8})
    for table in "ab":
        connection.execute(f"CREATE TABLE {table}(id INTEGER PRIMARY KEY, value INTEGER)")
        connection.executemany(f"INSERT INTO {table} VALUES(?,?)", [(number, next(fresh)) for number in range(1, 9)])
    written = Recording(connection, "ab", many=3)
    for what, table, number in steps:
        match what:
            case "bulk":
                numbers = range(last[table] + 1, last[table] + 4)
                with written.known(table, numbers):
                    connection.executemany(f"INSERT INTO {table} VALUES(?,?)", ((one, next(fresh)) for one in numbers))
                last[table] += 3
            case "insert":
                last[table] += 1
                connection.execute(f"INSERT INTO {table} VALUES(?,?)", (last[table], next(fresh)))
            case "update":
                connection.execute(f"UPDATE {table} SET value=? WHERE id=?", (next(fresh), number))
            case "delete":
                connection.execute(f"DELETE FROM {table} WHERE id=?", (number,))
    packed = written.packed()
    *rows, touched = written.found(packed)
    *walked, columns = collect(packed)
    written.close()
    assert rows == walked
    assert all(places <= touched.get(table, frozenset()) for table, places in columns.items())
