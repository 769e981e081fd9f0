"""The day on which a quote was won: as the history tells, else the date of the quote."""

from datetime import datetime


def up(migrator, db):
    columns = {row[1] for row in db.execute_sql("PRAGMA table_info(quote)").fetchall()}
    if "won_on" not in columns:
        db.execute_sql("ALTER TABLE quote ADD COLUMN won_on TEXT")
    fill(db)
    db.execute_sql("CREATE INDEX IF NOT EXISTS quote_won_on ON quote(won_on) WHERE won_on IS NOT NULL")


def fill(db):
    """Give won quotes their day: that of the last operation that marked them, where it was recorded."""
    db.execute_sql("UPDATE quote SET won_on = date WHERE status = 'won' AND won_on IS NULL")
    marked = db.execute_sql(
        "SELECT row.first, max(operation.at) FROM operation JOIN operation_row AS row ON row.operation = operation.id"
        " WHERE operation.name = 'Mark quote {number} as won' AND operation.kind = 'do' AND NOT operation.undone"
        " AND row.code = 6 AND row.first = row.last GROUP BY row.first"
    ).fetchall()
    for number, at in marked:
        day = datetime.fromisoformat(at).astimezone().date().isoformat()
        db.execute_sql("UPDATE quote SET won_on = ? WHERE id = ? AND status = 'won'", (day, number))
