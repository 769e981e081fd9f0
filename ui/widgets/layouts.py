"""What a widget was laid out with: asked for again, and emptied."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget


def layout_of(widget: QWidget) -> QBoxLayout:
    """The row or column that a widget was given as its layout."""
    layout = widget.layout()
    if not isinstance(layout, QBoxLayout):
        raise TypeError(f"{type(widget).__name__} is not laid out as a row or column")
    return layout


def empty(layout: QLayout) -> None:
    """End the widgets that stand in a layout; hidden at once, since Qt ends them later."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
