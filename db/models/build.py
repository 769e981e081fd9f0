"""peewee models of the record tables, built from the schema that the dictionary gives."""

from __future__ import annotations

from typing import Any

from peewee import BlobField, Database, Field, ForeignKeyField, IntegerField, Model, TextField

from db.models.system import never_reused_key
from db.schema import Schema

_FIELDS: dict[str, type[Field]] = {"TEXT": TextField, "INTEGER": IntegerField, "BLOB": BlobField}


def build_models(schema: Schema, database: Database | None = None) -> dict[str, type[Model]]:
    """A model for each table, by table name; foreign keys are checked at commit."""
    models: dict[str, type[Model]] = {}
    for table in schema.tables:
        fields: dict[str, Any] = {"id": never_reused_key()}
        for column in table.columns:
            if column.references:
                fields[column.name] = ForeignKeyField(
                    "self" if column.references == table.name else models[column.references],
                    column_name=column.name,
                    null=True,
                    index=column.indexed,
                    deferrable="INITIALLY DEFERRED",
                    object_id_name=column.name + "_key",
                    backref="+",
                )
            else:
                fields[column.name] = _FIELDS[column.type](null=True, index=column.indexed)
        meta = type("Meta", (), {"table_name": table.name, "database": database})
        models[table.name] = type(table.name.title().replace("_", ""), (Model,), {**fields, "Meta": meta})
    return models
