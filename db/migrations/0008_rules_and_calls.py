"""Indexes for the rules that make reminders: who was not heard for long, and lunar birthdays."""


def up(migrator, db):
    db.execute_sql("CREATE INDEX IF NOT EXISTS customer_silent ON customer(level, last_contact_on)")
    for table in ("customer", "contact"):
        db.execute_sql(f"CREATE INDEX IF NOT EXISTS {table}_lunar ON {table}(birthday) WHERE birthday_lunar = 1")
    db.execute_sql(
        "CREATE INDEX IF NOT EXISTS reminder_every ON reminder(due_at) WHERE every IS NOT NULL AND done_at IS NULL"
    )
