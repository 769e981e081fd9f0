"""The day of a customer's last deal and what is still owed for a quote, beside the records that they follow from.

The index of the next step holds what the usual views ask for, in the order in which the list stands: the first screen is
read off it, however many customers there are. What was won is found by customer without reading the quotes.
"""


def up(migrator, db):
    for table, name, kind in (("customer", "last_deal_on", "TEXT"), ("quote", "outstanding", "INTEGER")):
        if name not in {row[1] for row in db.execute_sql(f"PRAGMA table_info({table})").fetchall()}:
            db.execute_sql(f"ALTER TABLE {table} ADD COLUMN {name} {kind}")
    db.execute_sql(
        "CREATE INDEX IF NOT EXISTS quote_won ON quote(customer, won_on, date, currency, total) WHERE status = 'won'"
    )
    fill(db)
    db.execute_sql("CREATE INDEX IF NOT EXISTS customer_last_deal_on ON customer(last_deal_on)")
    db.execute_sql(
        "CREATE INDEX IF NOT EXISTS customer_by_next ON customer(next_follow_up_on, name_key, status, kind, last_deal_on)"
    )
    db.execute_sql("DROP INDEX IF EXISTS customer_next_follow_up_on")
    db.execute_sql(
        "CREATE INDEX IF NOT EXISTS quote_outstanding ON quote(outstanding, due_on) WHERE outstanding IS NOT NULL"
    )
    db.execute_sql("DROP INDEX IF EXISTS quote_unpaid")


def fill(db):
    """Work both out from the quotes that the book holds."""
    db.execute_sql(
        "UPDATE customer SET last_deal_on = won.day FROM (SELECT customer, max(coalesce(won_on, date)) AS day FROM quote"
        " WHERE status = 'won' AND customer IS NOT NULL GROUP BY customer) AS won"
        " WHERE customer.id = won.customer AND last_deal_on IS NOT won.day"
    )
    db.execute_sql(
        "UPDATE quote SET outstanding = max(total - coalesce(received, 0), 0)"
        " WHERE status = 'won' AND (due_on IS NOT NULL OR received IS NOT NULL)"
    )
