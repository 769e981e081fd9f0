"""Who held a conversation, as follow-up histories that are imported tell it."""


def up(migrator, db):
    columns = {row[1] for row in db.execute_sql("PRAGMA table_info(activity)").fetchall()}
    if "author" not in columns:
        db.execute_sql("ALTER TABLE activity ADD COLUMN author TEXT")
