"""The rows of a sheet as records, before anything is compared with the book.

``drafts.draft`` takes a sheet column by column (``Drafter``; how its cells are read says ``column_reader``, with the converters
of ``converting``) and then ends each row:
``finishing`` for customers, contacts and products (a row is a ``rows.Draft``), ``list_finishing`` for the rows of lists, whose lines
``list_lines`` puts together. ``across`` and ``related`` bring in what other sheets say of a row by its number.
``merging`` holds the rules by which values go into a record that is already there.
"""
