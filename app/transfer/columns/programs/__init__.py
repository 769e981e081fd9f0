"""Exports of known programs: which program wrote a sheet, and where its columns go.

``recognised`` knows those of customers, contacts and products, ``lists`` those of deals, quotes, orders and talks. What each
program calls its columns is in the ``table…`` modules, whose shape ``table`` explains.
"""
