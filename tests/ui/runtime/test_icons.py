"""Icons are sharp at every scale."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from ui.runtime.icons import icon


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_has_as_many_pixels_as_the_screen_wants(qapp, scale: float) -> None:
    made = icon("calendar").pixmap(QSize(16, 16), scale)
    assert made.size() == QSize(16, 16) * scale
    assert made.devicePixelRatio() == scale


def test_a_gap_after_an_icon_is_kept_at_each_scale(qapp) -> None:
    made = icon("calendar").pixmap(QSize(22, 16), 2.0)
    assert made.size() == QSize(44, 32)
