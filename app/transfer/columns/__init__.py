"""What a sheet is a list of, and where each of its columns goes.

``proposing.propose`` is the way in, and a ``proposals.Proposal`` what comes out. It asks, in this order: did Kebu write the
sheet (``own_lists``)? Is it a list of deals, quotes or talks from a known program (``programs.lists``)? Does the user, or
the file, say what it holds? Is it a list of other records (``list_choice``, ``list_mapping``)? Otherwise ``mapping`` asks whether
it holds customers, contacts or products (``kinds``, with ``customer_kinds`` and ``product_kinds``).

``placing`` and ``list_placing`` then give each column its field: as the program says that wrote the sheet
(``programs.recognised``), else by their headers, weighed by what stands in them (``weighing``, ``list_weighing``; what a doubt
counts is in ``doubts``, how sure a header is in ``grid.scale``); ``unplaced`` is for the others.

The other modules each know one habit of people who keep lists: several contacts in a row (``more_contacts``), birthdays
in three columns (``births``), amounts by the month (``crosstabs``) and so on. Where one must come before another stands with
the steps themselves: ``mapping._TOGETHER`` for what columns mean beside each other, ``columns`` of ``placing`` and
``list_placing``, and ``proposing._BESIDES`` for what is seen once they are placed.
"""
