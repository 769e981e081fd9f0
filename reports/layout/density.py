"""How closely the parts of a document stand: loose as a rule, snug where that saves a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Density:
    """Room in units of the page.

    Args:
        row: above and under the text of a row of goods, together.
        figure: the height of a row of the totals.
        gap: the factor of the gaps between the parts.
    """

    row: float
    figure: float
    gap: float


LOOSE = Density(13.0, 27.0, 1.0)
SNUG = Density(6.0, 22.0, 0.6)
