"""Files of every format into a ``Workbook`` of plain cells.

``container`` tells by its content what a file is. Workbooks are opened in a process of their own, so that a hostile file
takes only that down: ``process`` is the parent's side and ``child`` the other, with what it imports (``columns``,
``formats``, ``marks``, ``ods``, ``old_xls``, ``xlsb``, ``xml_sheet``, ``html_tables``, ``json_tables``, ``icalendars``);
``wire`` is how they talk, and ``assembling`` puts together what the child says. Plain texts are read in the program
itself: ``delimited`` (with ``encoding``), ``vcard`` and ``ldif``.
"""
