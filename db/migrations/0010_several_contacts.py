"""Where a conversation was held, and who took part beside the first contact."""


def up(migrator, db):
    columns = {row[1] for row in db.execute_sql("PRAGMA table_info(activity)").fetchall()}
    if "place" not in columns:
        db.execute_sql("ALTER TABLE activity ADD COLUMN place TEXT")
    db.execute_sql(
        "CREATE TABLE IF NOT EXISTS participant ("
        "id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,"
        " activity INTEGER REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,"
        " contact INTEGER REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED, custom TEXT)"
    )
    for column in ("activity", "contact"):
        db.execute_sql(f"CREATE INDEX IF NOT EXISTS participant_{column} ON participant({column})")
