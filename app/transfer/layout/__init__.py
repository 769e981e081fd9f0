"""Where the tables of a sheet are.

``shaping`` comes first, over a whole file: it makes plain tables of forms (``forms``), documents (``list_forms``; what stands
beside their lines is in ``document_labels``, where these are in ``document_lines``), turned tables (``turned``), lists under the
names of companies (``titled``), several tables in one sheet (``tables``) and histories in one cell (``histories``). ``detecting``
then finds, in one plain table, the header (``header_rows``) and the records (``data_rows``), with a reason for each row that is
none: its ``Layout``.
"""
