"""Light, dark and font size switch at once."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from ui.runtime.theme import tokens


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
