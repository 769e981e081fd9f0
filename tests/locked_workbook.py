"""A workbook that a password opens, made as Excel makes it."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
from msoffcrypto.format.ooxml import OOXMLFile


def locked(path: Path, password: str) -> Path:
    """Make one with a single customer; gives its path."""
    workbook = openpyxl.Workbook()
    workbook.active.append(["客户名称", "电话"])
    workbook.active.append(["恒瑞机械", "0512-66881234"])
    plain = io.BytesIO()
    workbook.save(plain)
    with path.open("wb") as target:
        OOXMLFile(plain).encrypt(password, target)
    return path
