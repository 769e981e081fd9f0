"""What pictures of the window can fail with; apart, so that it is there before Qt is."""

from __future__ import annotations


class UnreachedError(Exception):
    """A state that the window could not be brought into."""
