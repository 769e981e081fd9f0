"""What every step of an import shares: the cells of a file, and what words in headers and cells mean.

- The file: ``sheets`` (``Workbook``, ``Sheet``, ``Cell``), ``cells`` (a cell as text), ``long_sheets`` (long ones, packed).
- Headers: ``headers`` finds the field that a header names among the synonyms of the dictionary (its ``meanings``); ``list_words``
  does it for lists. ``technical``, ``composed`` and ``qualified`` read headers that are put together of parts.
- Kinds of lists: ``list_kinds`` (those that the dictionary has), ``list_sorts`` (those that become one of them).
- Measures: ``scale`` says how sure each way of reading a header is, and names the shares of cells that rules ask for.
- Contents: ``evidence`` tells what the cells of a column look like, ``choices`` which words mean a value.
- Words: ``folding`` says how they are compared. A table of words is one text with bars between them, read by
  ``folded("…|…")`` or ``listed("…|…")``; most are in the modules named ``…_words``, those of one rule stand beside it.
  The synonyms of fields stand with the fields, in the ``synonyms…`` modules of ``app.customers``, ``app.products``,
  ``app.sales`` and ``app.followups``.
"""
