"""Made-up customers, and books full of them, made once and kept in build/bench."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from app.main import dictionary
from app.records.workspace import Workspace
from app.shared.clock import FixedClock
from app.shared.phones import parse

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "bench"
CHUNK = 50_000
ROWS = 100_000
_TEXTS = ("name", "level", "email", "city", "address", "tax_number")
FILLED = (*_TEXTS, "phone", "last_contact_on", "kind", "status")
"""The fields of customers that hold something."""
HEADERS = ("公司名称", "等级", "电话", "邮箱", "城市", "地址", "税号", "联系人", "手机", "职务")

_CITIES = "苏州 无锡 常州 上海 杭州 宁波 深圳 东莞 广州 佛山 重庆 成都 武汉 长沙 厦门 青岛 天津 北京 西安 合肥".split()
_STEMS = "恒瑞 华盛 金源 德力 宏达 瑞丰 天成 永兴 博远 中正 联创 百川 鼎新 海纳 嘉禾 凯旋 明珠 欣荣 振华 卓越".split()
_MORE = "精密 电子 自动化 新材 化工 纺织 食品 医疗 光电 智能 环保 包装 机电 五金 塑胶 物流 印刷 家具 汽配 仪器".split()
_TRADES = "机械 科技 实业 贸易 设备 制造 工程 工业 商贸 技术".split()
_LATIN = (
    "Alder Boreal Cobalt Delta Ember Falcon Granite Harbor Indigo Juniper Keystone Lumen Meridian Northwind".split()
)
_LATIN_MORE = "Machinery Trading Foods Plastics Tools Optics Logistics Instruments Textiles Components".split()
_FAMILY = "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高罗单曾仇"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国志文"


def people(count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """Plain texts of customers with one contact each; the same for the same seed."""
    dice = random.Random(seed)
    for number in range(count):
        if dice.random() < 0.8:
            city = dice.choice(_CITIES)
            name = f"{city}{dice.choice(_STEMS)}{dice.choice(_MORE)}{dice.choice(_TRADES)}有限公司"
        else:
            city = "Hamburg"
            name = f"{dice.choice(_LATIN)} {dice.choice(_LATIN_MORE)} {dice.choice(('Ltd', 'GmbH', 'Inc.'))}"
        yield {
            "name": f"{name} {number}" if dice.random() < 0.3 else name,
            "level": dice.choice("ABC"),
            "phone": f"05{dice.randrange(10, 99)}-{dice.randrange(20_000_000, 89_999_999)}",
            "email": f"info{number}@example.com",
            "city": city,
            "address": f"工业园区{dice.randrange(1, 999)}号",
            "tax_number": f"9132{dice.randrange(10**13, 10**14)}",
            "contact": dice.choice(_FAMILY) + "".join(dice.choices(_GIVEN, k=dice.choice((1, 2)))),
            "mobile": f"1{dice.choice('3578')}{dice.randrange(10**8, 10**9)}",
            "title": dice.choice(("采购", "经理", "工程师", "")),
        }


def fill(ws: Workspace, count: int) -> None:
    """Put that many customers into a book, with a contact each and a call for every tenth."""
    source = people(count)
    day = date(2026, 7, 22)
    while part := list(islice(source, CHUNK)):
        with ws.operation("Benchmark") as op:
            ids = op.insert_many(
                "customer",
                [
                    {
                        **{key: one[key] for key in _TEXTS},
                        "phone": parse(one["phone"]),
                        "last_contact_on": day - timedelta(days=index % 700),
                    }
                    for index, one in enumerate(part)
                ],
            )
            op.insert_many(
                "contact",
                [
                    {"customer": number, "name": one["contact"], "mobile": parse(one["mobile"]), "title": one["title"]}
                    for number, one in zip(ids, part, strict=True)
                ],
            )
            op.insert_many(
                "activity",
                [
                    {"customer": number, "kind": "call", "done_at": datetime(2026, 7, 1, 9, 30), "text": "问了交期"}
                    for number in ids[::10]
                ],
            )


def clock() -> FixedClock:
    """A clock that stands still, so that every run sees the same day."""
    return FixedClock(datetime(2026, 7, 22, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai")))


def path_of(count: int) -> Path:
    """Where the book of that many customers lies; another one for another schema or maker."""
    maker = Path(__file__).read_bytes() + repr(dictionary().schema()).encode()
    return FOLDER / f"{count}-{hashlib.sha256(maker).hexdigest()[:12]}.kebu"


def made(count: int) -> Path:
    """The book of that many customers, made if it is not there yet."""
    path = path_of(count)
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        for old in FOLDER.glob(f"{count}-*.kebu*"):
            old.unlink()
        partial = path.with_name(f"making-{path.name}")
        partial.unlink(missing_ok=True)
        ws = Workspace.create(partial, dictionary(), clock=clock())
        try:
            fill(ws, count)
        finally:
            ws.close()
        partial.rename(path)
        for rest in FOLDER.glob("making-*"):
            rest.unlink()
    return path


@contextmanager
def opened(count: int) -> Iterator[Workspace]:
    """The book of that many customers, open."""
    ws = Workspace.open(made(count), dictionary(), clock=clock())
    try:
        yield ws
    finally:
        ws.close()


def sheet(count: int) -> Path:
    """An .xlsx file of that many rows with the usual headers."""
    path = FOLDER / f"{count}.xlsx"
    if not path.exists():
        import openpyxl

        FOLDER.mkdir(parents=True, exist_ok=True)
        book = openpyxl.Workbook(write_only=True)
        page = book.create_sheet("客户")
        page.append(HEADERS)
        for one in people(count, seed=11):
            page.append(
                [one[key] for key in "name level phone email city address tax_number contact mobile title".split()]
            )
        book.save(path)
    return path
