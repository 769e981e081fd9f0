"""The contact of a reminder, quote numbers that no two quotes share, and indexes for what the day brings."""

import re


def up(migrator, db):
    columns = {row[1] for row in db.execute_sql("PRAGMA table_info(reminder)").fetchall()}
    if "contact" not in columns:
        db.execute_sql(
            "ALTER TABLE reminder ADD COLUMN contact INTEGER REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED"
        )
    # Deleting a contact empties the link of the reminders that name it; without an index that reads all of them.
    db.execute_sql("CREATE INDEX IF NOT EXISTS reminder_contact ON reminder(contact)")
    for table in ("activity", "quote"):
        db.execute_sql(f"CREATE INDEX IF NOT EXISTS {table}_contact ON {table}(contact) WHERE contact IS NOT NULL")
    renumber(db)
    db.execute_sql("CREATE UNIQUE INDEX IF NOT EXISTS quote_number_once ON quote(number)")
    db.execute_sql("DROP INDEX IF EXISTS quote_number")
    # The old index on done_at held every open reminder under NULL, and was taken instead of the one that is in order.
    db.execute_sql("DROP INDEX IF EXISTS reminder_done_at")
    db.execute_sql("CREATE INDEX IF NOT EXISTS reminder_done ON reminder(done_at, due_at) WHERE done_at IS NOT NULL")
    db.execute_sql("CREATE INDEX IF NOT EXISTS reminder_open ON reminder(due_at) WHERE done_at IS NULL")
    db.execute_sql(
        "CREATE INDEX IF NOT EXISTS reminder_open_about ON reminder(about_kind, about_id, due_at) WHERE done_at IS NULL"
    )
    db.execute_sql("CREATE INDEX IF NOT EXISTS activity_newest ON activity(customer, done_at)")
    db.execute_sql("CREATE INDEX IF NOT EXISTS quote_watched ON quote(status, date)")
    for table in ("contact", "customer"):
        db.execute_sql(
            f"CREATE INDEX IF NOT EXISTS {table}_birthday ON {table}(substr(birthday, 6)) WHERE birthday IS NOT NULL"
        )


def renumber(db):
    """Give the later of two quotes with one number the next free one; the book's search is made anew at opening."""
    doubles = db.execute_sql(
        "SELECT id, number FROM quote AS later WHERE number IS NOT NULL"
        " AND EXISTS (SELECT 1 FROM quote WHERE number = later.number AND id < later.id) ORDER BY id"
    ).fetchall()
    for key, number in doubles:
        db.execute_sql("UPDATE quote SET number = ? WHERE id = ?", (free(db, number), key))
    if doubles:
        db.execute_sql("INSERT OR REPLACE INTO meta(name, value) VALUES('search', 'stale')")


def free(db, number):
    """The next number that no quote has: the last run of digits counts on, and keeps its width."""
    found = re.fullmatch(r"(.*?)([0-9]{1,12})([^0-9]*)", number, re.DOTALL)
    before, digits, after = found.groups() if found else (number + "-", "1", "")
    place = int(digits)
    while True:
        place += 1
        wanted = f"{before}{place:0{len(digits)}d}{after}"
        if not db.execute_sql("SELECT 1 FROM quote WHERE number = ?", (wanted,)).fetchone():
            return wanted
