"""Indexes that answer the usual filters of customers by themselves, in the place of those on one column each.

Level, city, status and the last contact together single out few of a million customers; by one column alone tens of
thousands of rows would have to be read.
"""


def up(migrator, db):
    db.execute_sql(
        "CREATE INDEX IF NOT EXISTS customer_by_city ON customer(city, level, last_contact_on, status, name_key)"
    )
    db.execute_sql(
        "CREATE INDEX IF NOT EXISTS customer_by_level ON customer(level, last_contact_on, city, status, name_key)"
    )
    for name in ("customer_city", "customer_level", "customer_silent"):
        db.execute_sql(f"DROP INDEX IF EXISTS {name}")
