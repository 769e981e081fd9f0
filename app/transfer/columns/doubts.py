"""How much less surely a column goes to a field, by what speaks against it: alike in tables of records and in lists."""

from __future__ import annotations

LEAST = 0.45
"""As sure it must be that a column goes to a field."""
RULED_OUT = 0.6
"""Leaves less than ``LEAST`` of any header."""
DOUBTED = 0.5
"""Leaves enough of a header alone that is the field's word as it stands."""
OUTDONE = 0.3
"""Leaves the field to any other column whose header is known, and takes this one where there is none."""
SLIGHTLY = 0.03
"""Decides between two columns that are called alike."""
LITTLE, NO_DAY = 2, 4
"""As few cells prove little; fewer digits are no day."""
