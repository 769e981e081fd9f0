"""What the timeline says of the import that brought a customer."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.followups.timeline import timeline
from app.records import history, queries
from app.records.workspace import Workspace
from app.shared.text import several
from app.transfer.commands import plan_import, run_import


@pytest.mark.parametrize("count", [1, 2, 5])
def test_all_files_of_the_import_are_named(ws: Workspace, tmp_path: Path, count: int) -> None:
    files = []
    for number in range(count):
        files.append(tmp_path / f"list{number}.csv")
        files[-1].write_text(f"客户名称,电话\n苏州恒瑞{number}有限公司,0512-6600{number:04}\n", "utf-8")
    run_import(ws, plan_import(ws, files))
    last = history.undoable(ws)
    assert last is not None
    said = several([file.name for file in files])
    assert history.describe(last) == f"Import {said}"
    customer = next(iter(queries.ids(ws, "customer")))
    [entry] = [one for one in timeline(ws, customer).entries if one.kind == "import"]
    assert entry.title == f"Import {said}"


def test_names_beside_each_other() -> None:
    assert several(["a"]) == "a"
    assert several(["a", "b", "a"]) == "a, b"
    assert several(list("abcd")) == "a, b, c … (4)"
