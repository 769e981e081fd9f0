"""An index for the reminders of other zones than the user's: they stand on Today by their own clock."""


def up(migrator, db):
    db.execute_sql("CREATE INDEX IF NOT EXISTS reminder_zone ON reminder(zone, due_at)")
