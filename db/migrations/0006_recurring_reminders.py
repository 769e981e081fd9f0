"""Reminders that come again, that are told of once, and that rules make; lunar birthdays; the calls of a week."""


def up(migrator, db):
    columns = {row[1] for row in db.execute_sql("PRAGMA table_info(reminder)").fetchall()}
    for name, kind in (
        ("priority", "TEXT"),
        ("every", "TEXT"),
        ("starts_at", "TEXT"),
        ("occurs_at", "TEXT"),
        ("series", "INTEGER"),
        ("lead", "INTEGER"),
        ("rule", "TEXT"),
        ("cause", "TEXT"),
    ):
        if name not in columns:
            db.execute_sql(f"ALTER TABLE reminder ADD COLUMN {name} {kind}")
    for table in ("customer", "contact"):
        if "birthday_lunar" not in {row[1] for row in db.execute_sql(f"PRAGMA table_info({table})").fetchall()}:
            db.execute_sql(f"ALTER TABLE {table} ADD COLUMN birthday_lunar INTEGER")
    db.execute_sql("CREATE INDEX IF NOT EXISTS reminder_series ON reminder(series, occurs_at) WHERE series IS NOT NULL")
    db.execute_sql("CREATE INDEX IF NOT EXISTS reminder_cause ON reminder(rule, cause) WHERE rule IS NOT NULL")
    db.execute_sql("CREATE TABLE IF NOT EXISTS told (reminder INTEGER NOT NULL PRIMARY KEY, moment TEXT NOT NULL)")
    db.execute_sql(
        "CREATE TABLE IF NOT EXISTS calling ("
        "id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,"
        " customer INTEGER REFERENCES customer(id) DEFERRABLE INITIALLY DEFERRED,"
        " week TEXT, position INTEGER, done_at TEXT, outcome TEXT, custom TEXT)"
    )
    db.execute_sql("CREATE INDEX IF NOT EXISTS calling_customer ON calling(customer)")
    db.execute_sql("CREATE INDEX IF NOT EXISTS calling_week ON calling(week)")
