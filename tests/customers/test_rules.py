"""How customers are said in lists."""

from __future__ import annotations

import pytest

from app.customers.rules import short_place


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("江苏省", "江苏"),
        ("苏州市", "苏州"),
        ("上海市", "上海"),
        ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"),
        ("宁夏回族自治区", "宁夏"),
        ("新疆维吾尔自治区", "新疆"),
        ("香港特别行政区", "香港"),
        ("延边朝鲜族自治州", "延边朝鲜族自治州"),
        ("沙市", "沙市"),
        ("Chicago", "Chicago"),
    ],
)
def test_places_are_short(name: str, short: str) -> None:
    assert short_place(name) == short
