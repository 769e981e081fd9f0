"""The book's records out into files and onto paper.

``export`` writes a list to .xlsx, .csv, .json, .vcf or .ics, its cells made by ``cell_values`` and written by ``writing``
(``xlsx_stream``, ``xlsx_package``), ``writing_json``, ``cards`` (``vcard``) and ``calendar``. ``book_workbook`` writes a
whole book with its ``book_facts``, ``personal`` all that is held about one person. ``origins`` and ``fingerprints`` are the
marks by which a sheet is known when it comes back. The ``printed_…`` modules make documents for ``reports`` to draw.
"""
