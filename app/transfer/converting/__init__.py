"""Cells into values of fields; what does not fit is told with its reason and kept.

``values.converter`` gives the way to read the cells of one column, an ``outcome.Outcome`` for each, by the kind of its
field: ``amounts``, ``days``, ``moments``, ``phone_values``, ``persons``, ``addresses``; ``list_values`` does it for fields
that only lists have. ``splitting`` is for cells that hold more than one field, ``quick`` for the usual spellings, which
need no more than a look. ``home`` says whose way of writing numbers and dates a sheet follows.
``card_text`` and its helpers (``card_…``, ``people_…``) read running text instead of cells.
"""
