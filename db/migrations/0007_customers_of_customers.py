"""The parent company of a customer, and who introduced it."""


def up(migrator, db):
    columns = {row[1] for row in db.execute_sql("PRAGMA table_info(customer)").fetchall()}
    for column in ("parent_company", "introduced_by"):
        if column not in columns:
            db.execute_sql(
                f"ALTER TABLE customer ADD COLUMN {column} INTEGER REFERENCES customer(id) DEFERRABLE INITIALLY DEFERRED"
            )
        db.execute_sql(f"CREATE INDEX IF NOT EXISTS customer_{column} ON customer({column})")
