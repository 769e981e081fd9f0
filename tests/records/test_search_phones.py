"""Phones are found however their digits are parted."""

from __future__ import annotations

import pytest

from app.records import commands, queries
from app.records.workspace import Workspace


@pytest.mark.parametrize(
    "typed", ["13800138002", "138-0013-8002", "138 0013 8002", "8002", "+86 138-0013-8002", "(138)0013"]
)
def test_any_way_of_parting_digits(ws: Workspace, typed: str) -> None:
    number = commands.create(ws, "customer", {"name": "甲公司", "phone": "１３８ 0013 8002"}).id
    assert [hit.id for hit in queries.search(ws, typed)] == [number]


def test_codes_with_signs_are_found_as_they_stand(ws: Workspace) -> None:
    number = commands.create(ws, "product", {"name": "螺丝", "code": "100-200/3"}).id
    assert [hit.id for hit in queries.search(ws, "100-200/3")] == [number]
