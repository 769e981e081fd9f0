"""What follows a won quote: its delivery, its payment, its contract; and after how many months a product is replaced.

The indexes serve the rules that remind of the first call after a delivery, of consumables and of payments.
"""


def up(migrator, db):
    columns = {row[1] for row in db.execute_sql("PRAGMA table_info(quote)").fetchall()}
    for name, kind in (
        ("delivered_on", "TEXT"), ("due_on", "TEXT"), ("received", "INTEGER"), ("contract_number", "TEXT"),
    ):  # fmt: skip
        if name not in columns:
            db.execute_sql(f"ALTER TABLE quote ADD COLUMN {name} {kind}")
    if "replace_months" not in {row[1] for row in db.execute_sql("PRAGMA table_info(product)").fetchall()}:
        db.execute_sql("ALTER TABLE product ADD COLUMN replace_months INTEGER")
    db.execute_sql("CREATE INDEX IF NOT EXISTS quote_delivered ON quote(delivered_on) WHERE delivered_on IS NOT NULL")
    db.execute_sql(
        "CREATE INDEX IF NOT EXISTS quote_unpaid ON quote(due_on) WHERE CASE WHEN status = 'won'"
        " AND (due_on IS NOT NULL OR received IS NOT NULL) THEN total - coalesce(received, 0) ELSE 0 END > 0"
    )
    db.execute_sql(
        "CREATE INDEX IF NOT EXISTS product_replaced ON product(replace_months) WHERE replace_months IS NOT NULL"
    )
    db.execute_sql("CREATE INDEX IF NOT EXISTS quote_line_sold ON quote_line(product, quote) WHERE product IS NOT NULL")
    db.execute_sql("DROP INDEX IF EXISTS quote_line_product")
