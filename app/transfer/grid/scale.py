"""The steps on which an import weighs what it sees, so that a word asks for as much in every rule.

How sure it is what a header means, of ``Meaning.score``: it is a word of the field, such a word with a number behind it or
with words that say whose it is (``SAID``); or such a word ends it (``KNOWN``); or begins it, is spelt a little otherwise, or
is that of a spare one, as Home Phone is (``LIKELY``).

Which share of some cells is of a sort: from ``FEW``, which may be strays, to ``ALL_BUT`` strays.
"""

from __future__ import annotations

SAID, KNOWN, LIKELY = 0.9, 0.8, 0.6
FEW, HALF, MOSTLY, LARGELY, NEARLY, ALL_BUT = 0.3, 0.5, 0.6, 0.7, 0.8, 0.9
