"""What argparse complains about is said in the language asked for."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from app.cli.run import execute
from app.records.workspace import Workspace


@pytest.mark.parametrize(
    ("words", "zh"),
    [
        (["bogus"], "不在可选的里面"),
        (["show"], "还缺"),
        (["list", "customers", "--limit"], "后面要跟一个值"),
        (["list", "customers", "--limit", "many"], "“many”"),
        (["list", "customers", "--colour"], "看不懂：--colour"),
        (["import", "a.xlsx", "--on-duplicate", "maybe"], "不在可选的里面"),
    ],
)
def test_a_wrong_command_is_told_in_chinese(ws: Workspace, words: list[str], zh: str) -> None:
    out, err = io.StringIO(), io.StringIO()
    assert execute(words, ws, out, err, Path(), lang="zh") == 2
    assert zh in err.getvalue()
    assert err.getvalue().startswith("用法：")
    assert not out.getvalue()
    for english in ("usage", "error", "invalid", "argument", "required", "expected"):
        assert english not in err.getvalue()


def test_the_help_has_no_word_of_argparse(ws: Workspace) -> None:
    out = io.StringIO()
    assert execute(["import", "--help"], ws, out, io.StringIO(), Path(), lang="zh") == 0
    assert out.getvalue().startswith("用法：")
    assert "positional" not in out.getvalue()
    assert "options:" not in out.getvalue()
