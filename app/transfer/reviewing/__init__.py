"""What people see of an import, before and after it, and what is remembered of it.

- Before: ``preview`` for the mapping screen, ``value_maps`` for words nobody knows, ``review`` and ``trip_review`` for the
  rows to decide about, ``problem_groups`` and ``recheck`` for cells that do not fit, ``updates`` for what changes.
- After: ``report`` and ``report_sheet``, and ``annotated``, the file itself with what became of each row beside it.
- For the next file: ``profiles`` is what a user changed in a mapping, ``remembering`` keeps it, ``past`` knows a file again.
"""
