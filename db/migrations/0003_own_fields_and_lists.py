"""More about the fields that the user made, and the values of lists that the user made, named, coloured or retired."""


def up(migrator, db):
    columns = {row[1] for row in db.execute_sql("PRAGMA table_info(custom_field)").fetchall()}
    for name in ("position", "searched", "shown", "hidden"):
        if name not in columns:
            db.execute_sql(f"ALTER TABLE custom_field ADD COLUMN {name} INTEGER")
    db.execute_sql(
        "CREATE TABLE IF NOT EXISTS list_value ("
        "id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, record TEXT NOT NULL, field TEXT NOT NULL, code TEXT NOT NULL,"
        " label TEXT, color TEXT, position INTEGER, retired INTEGER, own INTEGER)"
    )
    db.execute_sql("CREATE UNIQUE INDEX IF NOT EXISTS list_value_once ON list_value(record, field, code)")
