"""Light, dark and font size switch at once."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel

from ui.runtime.file_dialogs import Mode, file_dialog
from ui.runtime.tokens import tokens


def test_dark_and_light_switch_at_once(qapp):
    for mode in ("dark", "light"):
        qapp.theme.set_mode(mode)
        wanted = tokens()["color"][mode]
        assert qapp.palette().color(QPalette.ColorRole.WindowText).name().upper() == wanted["text"]
        assert qapp.theme.c("accent").name().upper() == wanted["accent"]


def test_font_size_is_kept_within_bounds(qapp):
    qapp.theme.set_size(40)
    assert qapp.font().pixelSize() == 18
    qapp.theme.set_size(13)
    assert qapp.font().pixelSize() == 13


def test_qts_own_file_dialog_is_chinese_too(qapp, qtbot):
    qapp.translator.use("zh_CN")
    dialog = file_dialog(None, "Open", "All (*)", Mode.ExistingFile)
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    said = [part.text() or part.toolTip() for kind in (QLabel, QAbstractButton) for part in dialog.findChildren(kind)]
    assert "查找范围：" in said
    assert [text for text in said if text.isascii() and text] == []
    qapp.translator.use("en")
