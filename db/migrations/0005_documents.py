"""Documents: files that belong to records; their contents lie in the folder beside the book."""


def up(migrator, db):
    db.execute_sql(
        'CREATE TABLE IF NOT EXISTS "document" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,'
        ' "about_kind" TEXT, "about_id" INTEGER, "name" TEXT, "content" TEXT, "size" INTEGER,'
        ' "added_at" TEXT, "notes" TEXT, "custom" TEXT)'
    )
    db.execute_sql('CREATE INDEX IF NOT EXISTS "document_about_id" ON "document" ("about_id")')
    db.execute_sql('CREATE INDEX IF NOT EXISTS "document_content" ON "document" ("content")')
