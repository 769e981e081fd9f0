"""What a sheet is a list of, and where each of its columns goes.

``proposing.propose`` is the way in, and a ``proposals.Proposal`` what comes out. It asks, in this order: did Kebu write the
sheet (``own_lists``)? Is it a list of deals, quotes or talks from a known program (``programs.lists``)? Does the user, or
the file, say what it holds? Is it a list of other records (``list_choice``, ``list_mapping``)? Otherwise it holds
customers, contacts or products (``kinds``, ``customer_kinds``), and ``mapping`` places its columns: as the program
says that wrote it (``programs.recognised``), else by their headers, weighed by what stands in them (``weighing``). What programs
call their columns is in the other modules of ``programs``.
The other modules each know one habit of people who keep lists: several contacts in a row (``more_contacts``), birthdays
in three columns (``births``), amounts by the month (``crosstabs``) and so on.
"""
