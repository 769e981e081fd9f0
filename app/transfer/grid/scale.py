"""The scales on which an import weighs what it sees, so that a word asks for as much in every rule.

How sure it is what a header means (``Meaning.score``): what ``headers`` says of each way to read one, then the steps that rules
ask for. And which share of some cells is of a sort: from ``FEW``, which may be strays, to ``ALL_BUT`` strays.
"""

from __future__ import annotations

WORD = 0.98  # the header is a word of the field as it stands
ENDED = 0.96  # such a word before one that says nothing
SIGN = 0.95  # a sign that stands for a word, or a number in two languages
OWNED = 0.94  # a word behind one that says whose it is
PLAIN = 0.92  # told by its shape to be no field
PART = 0.9  # a word with a number behind it, or among others that say whose it is
END = 0.8  # a word ends the header
START = 0.66  # a word begins it, or stands before one that says it is a spare one
SPARE = 0.62  # a word behind one that says it is a spare one

SECOND = 0.3  # less where a number behind it says that it is a spare one
ODD = 0.15  # less for a person's field under a word for customers, and for a word with another letter
COMPOSED = 0.04  # less for a header that is put together of other words
TWICE = 0.02  # less for one that is said in two ways

SAID, KNOWN, LIKELY = PART, END, 0.6
"""The header says it; ends in it as well; or may mean a spare one, as Home Phone and 电话2 do."""

FEW, HALF, MOSTLY, LARGELY, NEARLY, ALL_BUT = 0.3, 0.5, 0.6, 0.7, 0.8, 0.9
EACH, UNIQUE = 0.95, 0.99
"""Of different values: where fewer differ the same ones come again; where more do, each is the row's own."""
