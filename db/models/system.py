"""The tables that every book has beside its records: operations, their rows, settings, the user's fields and lists."""

from __future__ import annotations

from peewee import SQL, AutoField, BlobField, IntegerField, Model, TextField


def never_reused_key() -> AutoField:
    """An id that is never given twice, so that undo and redo find the row they mean."""
    return AutoField(constraints=[SQL("AUTOINCREMENT")])


class Operation(Model):
    """One named change by a person, with the changeset that undoes and redoes it."""

    id = never_reused_key()
    at = TextField()
    name = TextField()
    params = TextField(default="{}")
    source = TextField(default="")
    kind = TextField(default="do")
    target = IntegerField(null=True)
    undone = IntegerField(default=0)
    changeset = BlobField(default=b"")

    class Meta:
        table_name = "operation"


class OperationRow(Model):
    """A run of consecutive ids of one table that an operation changed."""

    operation = IntegerField()
    code = IntegerField()
    first = IntegerField()
    last = IntegerField()
    action = TextField()

    class Meta:
        table_name = "operation_row"
        indexes = ((("code", "first"), False), (("operation",), False))


class BookFact(Model):
    """Facts about the file that are no data of the user and not undone."""

    name = TextField(primary_key=True)
    value = TextField()

    class Meta:
        table_name = "meta"


class Setting(Model):
    """A setting that belongs to the book."""

    id = never_reused_key()
    name = TextField(unique=True)
    value = TextField()

    class Meta:
        table_name = "setting"


class CustomField(Model):
    """A field that the user made; its values lie in the ``custom`` column of its table."""

    id = never_reused_key()
    record = TextField()
    name = TextField()
    label = TextField()
    kind = TextField(default="text")
    position = IntegerField(null=True)
    searched = IntegerField(null=True)
    shown = IntegerField(null=True)
    hidden = IntegerField(null=True)

    class Meta:
        table_name = "custom_field"
        indexes = ((("record", "name"), True),)


class ListValue(Model):
    """A value of a field that the user made, named, coloured, moved or retired; ``code`` is what records hold."""

    id = never_reused_key()
    record = TextField()
    field = TextField()
    code = TextField()
    label = TextField(null=True)
    color = TextField(null=True)
    position = IntegerField(null=True)
    retired = IntegerField(null=True)
    own = IntegerField(null=True)

    class Meta:
        table_name = "list_value"
        indexes = ((("record", "field", "code"), True),)


class Told(Model):
    """That a reminder was told of, at which time of its own; no data of the user and not undone."""

    reminder = IntegerField(primary_key=True)
    moment = TextField()

    class Meta:
        table_name = "told"


SYSTEM_MODELS = (Operation, OperationRow, BookFact, Setting, CustomField, ListValue, Told)
# Written inside operations, so undone with them; the codes stand beside those of the records.
JOURNALED = {"setting": 30, "custom_field": 31, "list_value": 29}
