"""What an import would do with each row, before anything is written.

``planning.plan`` is the way in and an ``ImportPlan`` what comes out: rows with their actions (``planned``) and what
is to be written for them. Rows of customers, contacts and products find their record by ``matching`` under the rules of
``match_rules``; rows of lists find their customer by ``linking`` and are planned by ``list_planning``. ``settling``
then settles what a row changes in a record of the book, as ``write_modes`` allows. Sheets that Kebu itself wrote go
another way: ``own_sheets``, with ``round_trip`` for edited lists and ``book_restore`` for whole books.
"""
