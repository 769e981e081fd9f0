"""Running the command line inside the test's process."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.main import main


@dataclass(frozen=True, slots=True)
class Done:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, read as JSON."""
        return json.loads(self.out)


Kebu = Callable[..., Done]


@pytest.fixture
def kebu(capsys: pytest.CaptureFixture[str]) -> Kebu:
    """Runs a command and tells what it did."""

    def run(*words: str | Path) -> Done:
        capsys.readouterr()
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return run


@pytest.fixture
def book(kebu: Kebu, tmp_path: Path) -> Path:
    """An empty book that is the last one opened."""
    path = tmp_path / "客户 簿.kebu"
    assert kebu("new", path).code == 0
    return path
