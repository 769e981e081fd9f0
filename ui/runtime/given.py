"""What is None only before it is needed."""

from __future__ import annotations

from typing import TypeVar

Held = TypeVar("Held")


def given(held: Held | None) -> Held:
    """What must be there by now, such as the file of a step that is shown; that it is not would be a bug."""
    assert held is not None, "needed before it was there"
    return held
