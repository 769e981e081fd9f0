"""Old sheets into the book, and the book out into files.

An import runs through the folders in this order (which of them may know which is a contract in setup.cfg):

1. ``readers`` (by way of ``reading``): a file of any format becomes a ``Workbook`` of plain cells.
2. ``layout``: forms, turned tables and several tables in a sheet become plain tables; where header and data rows are.
3. ``columns``: what a sheet is a list of, and which field each column goes to: a ``Proposal``, which the user may change.
4. ``converting``: the cells of a column into values of its field.
5. ``drafting``: the values of a row into the records that it holds: a ``Draft``.
6. ``plans``: the drafts compared with the book and with each other, and what would be made or changed: an ``ImportPlan``.
7. ``reviewing``: what the screens show of a plan, the report, and what is remembered for the next file.

``queries.proposals`` and ``queries.make_plan`` run steps 2 to 6, ``commands.run_import`` writes a plan as one operation.
``grid`` has what all of them share: cells, headers, words. ``exporting`` is the way out.
"""
