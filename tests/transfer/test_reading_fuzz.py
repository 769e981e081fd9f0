"""Damaged and hostile files: each gives rows or a plain sentence, in time and within 1 GB.

By default every known case and some damaged at random are read; more with a number in the environment:
``KEBU_FUZZ=1500 python -m pytest tests/transfer/test_reading_fuzz.py``, and others with another ``KEBU_FUZZ_SEED``.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.shared.errors import SheetError
from app.transfer.readers.reasons import REASONS
from app.transfer.reading import Limits, read_workbook
from tests.transfer import damage

LIMITS = Limits(memory=1 << 30, seconds=10)
COUNT = int(os.environ.get("KEBU_FUZZ", "48"))
SEED = int(os.environ.get("KEBU_FUZZ_SEED", "2019"))


def outcome(folder: Path, number: int, suffix: str, content: bytes) -> str:
    """What reading a file comes to: "rows", or the message of the refusal."""
    path = folder / f"{number}{suffix}"
    path.write_bytes(content)
    try:
        book = read_workbook(path, limits=LIMITS)
    except SheetError as error:
        return error.message if error.sentence() else ""
    finally:
        path.unlink()
    return "rows" if all(isinstance(sheet.rows, list) for sheet in book.sheets) else ""


def outcomes(folder: Path, files: Iterable[tuple[str, str, bytes]]) -> dict[str, str]:
    """What reading each file comes to; two at a time."""
    listed = list(files)
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda item: outcome(folder, item[0], item[1][0], item[1][2]), enumerate(listed))
        return {f"{name}{suffix}": said for (suffix, name, _content), said in zip(listed, found, strict=True)}


def told(found: dict[str, str]) -> None:
    """Every message is one of ours, and none says that reading took too long."""
    known = {message for message, _advice in REASONS.values()} | {"rows"}
    assert {name: said for name, said in found.items() if said not in known} == {}
    late = REASONS["timeout"][0]
    assert [name for name, said in found.items() if said == late] == []
    print(Counter(found.values()))


def test_each_known_way_of_being_hostile(tmp_path: Path) -> None:
    found = outcomes(tmp_path, damage.known())
    told(found)
    for name in (
        "dates 1900.xlsx",
        "dates 1904.xlsx",
        "nan.xlsx",
        "long text.xlsx",
        "wide.xlsx",
        "html spans.htm",
    ):
        assert found[name] == "rows", name
    for name in ("ods bomb.ods", "xml bomb.xml", "only a zip inside.xlsx"):
        assert found[name] != "rows", name


@pytest.mark.timeout(3600)
def test_files_damaged_at_random(tmp_path: Path) -> None:
    told(outcomes(tmp_path, damage.damaged(SEED, COUNT)))


def test_the_sound_files_are_sound(tmp_path: Path) -> None:
    files = [(suffix, "whole", content) for suffix, content in damage.whole_files().items()]
    assert set(outcomes(tmp_path, files).values()) == {"rows"}
