"""The user's standard phrases: a list that no record depends on."""

from __future__ import annotations

import pytest

from app.records import history
from app.records.workspace import Workspace
from app.settings import lists
from app.shared.errors import InvalidValue


def test_phrases_are_added_renamed_ordered_retired_and_undone(ws: Workspace) -> None:
    assert lists.phrases(ws) == []
    lists.add_value(ws, "activity", "text", "已发目录")
    lists.add_value(ws, "activities", "text", "wants a call next week")
    assert lists.phrases(ws) == ["已发目录", "wants a call next week"]
    assert lists.phrases(ws, "reminder", "text") == lists.phrases(ws)
    lists.move_value(ws, "activity", "text", "wants a call next week", -1)
    lists.rename_value(ws, "activity", "text", "已发目录", "已发最新目录")
    assert lists.phrases(ws) == ["wants a call next week", "已发最新目录"]
    lists.retire_value(ws, "activity", "text", "已发最新目录")
    assert lists.phrases(ws) == ["wants a call next week"]
    history.undo(ws)
    history.undo(ws)
    assert lists.phrases(ws) == ["wants a call next week", "已发目录"]
    lists.remove_value(ws, "activity", "text", "已发目录")
    assert lists.phrases(ws) == ["wants a call next week"]


def test_a_phrase_is_a_sentence_and_no_value_of_a_record(ws: Workspace) -> None:
    long = "发货前要先确认颜色和包装，" * 10
    lists.add_value(ws, "activity", "text", long)
    assert lists.phrases(ws) == [long]
    with pytest.raises(InvalidValue):
        lists.add_value(ws, "activity", "text", "长" * 201)
    lists.add_value(ws, "activity", "text", "报价已发")
    with pytest.raises(InvalidValue):
        lists.merge_values(ws, "activity", "text", "报价已发", long)
    assert [one.count for one in lists.values(ws, "activity", "text")] == [0, 0]
