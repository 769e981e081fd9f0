"""Where the dialogs for files begin."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from ui.runtime.file_dialogs import LAST, Mode, choose, file_dialog


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    qapp.setProperty(LAST, None)
    made = tmp_path / "Documents"
    made.mkdir()
    return made


def begin(start: str = "", mode: Any = Mode.AnyFile) -> tuple[Path, list[str]]:
    dialog = file_dialog(None, "Save", "All (*)", mode, start)
    found = Path(dialog.directory().absolutePath()), dialog.selectedFiles()
    dialog.deleteLater()
    return found


def answering(with_name: str) -> Callable[[], None]:
    def answer() -> None:
        [dialog] = [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible()]
        dialog.selectFile(with_name)
        dialog.accept()

    return answer


def test_a_proposed_name_begins_among_the_documents(documents: Path) -> None:
    folder, files = begin("Customers.xlsx")
    assert folder == documents
    assert files == [str(documents / "Customers.xlsx")]


def test_the_next_dialog_begins_where_the_last_ended(documents: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    QTimer.singleShot(0, answering(str(elsewhere / "out.xlsx")))
    assert choose(None, "Save", "All (*)", Mode.AnyFile, "Customers.xlsx") == [elsewhere / "out.xlsx"]
    assert begin("Quotes.xlsx")[0] == elsewhere
    assert begin(mode=Mode.ExistingFiles)[0] == elsewhere
    elsewhere.rmdir()
    assert begin("Quotes.xlsx")[0] == documents


def test_a_named_folder_is_kept_to_itself(documents: Path, tmp_path: Path) -> None:
    backups = tmp_path / "b-backups"
    backups.mkdir()
    (backups / "one.kebu").touch()
    assert begin(str(backups), Mode.ExistingFile)[0] == backups
    QTimer.singleShot(0, answering(str(backups / "one.kebu")))
    assert choose(None, "Open", "All (*)", Mode.ExistingFile, str(backups)) == [backups / "one.kebu"]
    assert begin("Quotes.xlsx")[0] == documents
