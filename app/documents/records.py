"""The document: a file that belongs to a record."""

from __future__ import annotations

from app.records.fields import Field, FieldKind, RecordType
from app.shared.i18n import N_

K = FieldKind

DOCUMENT = RecordType(
    name="document",
    plural="documents",
    code=10,
    label=N_("Document"),
    label_plural=N_("Documents"),
    soft_parent=True,
    imported=False,
    fields=(
        Field("about_kind", K.TEXT, N_("About"), readonly=True, listed=False),
        Field("about_id", K.INTEGER, N_("About number"), readonly=True, listed=False, indexed=True),
        Field("name", K.TEXT, N_("File name"), required=True, searched=True, pinyin=True, shown=True, width=260),
        Field("content", K.TEXT, N_("Content"), readonly=True, listed=False, imported=False, indexed=True),
        Field("size", K.INTEGER, N_("Bytes"), readonly=True, shown=True, imported=False),
        Field("added_at", K.INSTANT, N_("Added"), readonly=True, shown=True, imported=False, width=130),
        Field("notes", K.LONG_TEXT, N_("Notes"), searched=True, width=240),
    ),
)
RECORD_TYPES = (DOCUMENT,)
