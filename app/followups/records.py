"""The activity (what was said) and the reminder (what to do), as the dictionary knows them."""

from __future__ import annotations

from datetime import date

from app.followups.synonyms import ACTIVITY as ACTIVITY_WORDS
from app.followups.synonyms import REMINDER as REMINDER_WORDS
from app.followups.synonyms_values import KINDS as _KIND_WORDS
from app.followups.synonyms_values import PRIORITIES as _PRIORITY_WORDS
from app.records.fields import Choice, Field, FieldKind, ListKind, RecordType
from app.shared.errors import InvalidValue
from app.shared.i18n import N_

K = FieldKind

ACTIVITY_KINDS = (
    Choice("call", N_("Call"), _KIND_WORDS["call"]),
    Choice("visit", N_("Visit"), _KIND_WORDS["visit"]),
    Choice("message", N_("Message"), _KIND_WORDS["message"]),
    Choice("email", N_("E-mail"), _KIND_WORDS["email"]),
    Choice("meeting", N_("Meeting"), _KIND_WORDS["meeting"]),
    Choice("note", N_("Note"), _KIND_WORDS["note"]),
)
PRIORITIES = (
    Choice("high", N_("Important"), _PRIORITY_WORDS["high"]),
    Choice("low", N_("Can wait"), _PRIORITY_WORDS["low"]),
)
ACTIVITY = RecordType(
    name="activity",
    plural="activities",
    code=3,
    label=N_("Activity"),
    label_plural=N_("Activities"),
    title="text",
    parent="customer",
    synonyms=ACTIVITY_WORDS[""],
    fields=(
        Field(
            "customer",
            K.LINK,
            N_("Customer"),
            synonyms=ACTIVITY_WORDS["customer"],
            link="customer",
            required=True,
            shown=True,
            indexed=True,
        ),
        Field(
            "contact",
            K.LINK,
            N_("Contact"),
            synonyms=ACTIVITY_WORDS["contact"],
            link="contact",
            also="participant",
            shown=True,
        ),
        Field(
            "kind",
            K.CHOICE,
            N_("Kind"),
            synonyms=ACTIVITY_WORDS["kind"],
            choices=ACTIVITY_KINDS,
            list=ListKind.OPEN,
            required=True,
            shown=True,
        ),
        Field(
            "done_at",
            K.WALL,
            N_("Done at"),
            synonyms=ACTIVITY_WORDS["done_at"],
            required=True,
            shown=True,
            indexed=True,
        ),
        Field(
            "text",
            K.LONG_TEXT,
            N_("What was said"),
            synonyms=ACTIVITY_WORDS["text"],
            required=True,
            searched=True,
            pinyin=False,
            shown=True,
            list=ListKind.PHRASES,
            width=300,
        ),
        Field(
            "outcome",
            K.TEXT,
            N_("Outcome"),
            synonyms=ACTIVITY_WORDS["outcome"],
            searched=True,
            shown=True,
            suggested=True,
            list=ListKind.WORDS,
        ),
        Field("place", K.TEXT, N_("Place"), synonyms=ACTIVITY_WORDS["place"], searched=True, suggested=True),
        Field("minutes", K.INTEGER, N_("Minutes"), synonyms=ACTIVITY_WORDS["minutes"]),
        Field("author", K.TEXT, N_("By"), synonyms=ACTIVITY_WORDS["author"], suggested=True),
    ),
)


def _repeats(every: str, today: date | None) -> str:
    from app.followups.repeat_words import say

    try:
        return say(every, today or date.min)
    except InvalidValue:
        return every


REMINDER = RecordType(
    name="reminder",
    plural="reminders",
    code=4,
    label=N_("Reminder"),
    label_plural=N_("Reminders"),
    title="text",
    soft_parent=True,
    derived="rule",
    synonyms=REMINDER_WORDS[""],
    fields=(
        Field("about_kind", K.TEXT, N_("About"), readonly=True, listed=False),
        Field("about_id", K.INTEGER, N_("About number"), readonly=True, listed=False, indexed=True),
        Field(
            "contact",
            K.LINK,
            N_("Contact"),
            synonyms=REMINDER_WORDS["contact"],
            link="contact",
            shown=True,
            indexed=True,
        ),
        Field(
            "kind",
            K.CHOICE,
            N_("Kind"),
            synonyms=REMINDER_WORDS["kind"],
            choices=ACTIVITY_KINDS,
            list=ListKind.OPEN,
            list_of="activity.kind",
        ),
        Field(
            "text",
            K.LONG_TEXT,
            N_("What to do"),
            synonyms=REMINDER_WORDS["text"],
            required=True,
            searched=True,
            shown=True,
            list=ListKind.PHRASES,
            list_of="activity.text",
            width=300,
        ),
        Field("due_at", K.WALL, N_("Due"), synonyms=REMINDER_WORDS["due_at"], required=True, shown=True, indexed=True),
        Field("all_day", K.BOOLEAN, N_("All day")),
        Field("zone", K.TEXT, N_("Time zone"), readonly=True, listed=False),
        Field("done_at", K.WALL, N_("Done at"), synonyms=REMINDER_WORDS["done_at"], shown=True),
        Field(
            "priority",
            K.CHOICE,
            N_("Priority"),
            synonyms=REMINDER_WORDS["priority"],
            choices=PRIORITIES,
            shown=True,
            width=80,
        ),
        Field("every", K.TEXT, N_("Repeats"), readonly=True, said=_repeats),
        # The first occurrence of all, the one that this is (whatever it was put off to), and the first reminder's id.
        Field("starts_at", K.WALL, N_("Repeats since"), readonly=True, listed=False),
        Field("occurs_at", K.WALL, N_("Time by the rule"), readonly=True, listed=False),
        Field("series", K.INTEGER, N_("Series"), readonly=True, listed=False),
        Field("lead", K.INTEGER, N_("Minutes before"), readonly=True),
        # What made it by itself, and why.
        Field("rule", K.TEXT, N_("Made by"), readonly=True, listed=False),
        Field("cause", K.TEXT, N_("Cause"), readonly=True, listed=False),
    ),
)
# Who else took part, beside the first contact, who stands in the activity itself.
PARTICIPANT = RecordType(
    name="participant",
    plural="participants",
    code=12,
    label=N_("Who took part"),
    label_plural=N_("Who took part"),
    title="contact",
    parent="activity",
    standalone=False,
    fields=(
        Field("activity", K.LINK, N_("Activity"), link="activity", required=True, indexed=True),
        Field("contact", K.LINK, N_("Contact"), link="contact", indexed=True),
    ),
)
CALLING = RecordType(
    name="calling",
    plural="callings",
    code=11,
    label=N_("Call of the week"),
    label_plural=N_("Calls of the week"),
    title="outcome",
    parent="customer",
    derived="position",
    standalone=False,
    fields=(
        Field("customer", K.LINK, N_("Customer"), link="customer", required=True, indexed=True),
        Field("week", K.DATE, N_("Week"), required=True, indexed=True),
        Field("position", K.INTEGER, N_("Position")),
        Field("done_at", K.WALL, N_("Done at")),
        Field("outcome", K.TEXT, N_("Outcome")),
    ),
)
RECORD_TYPES = (ACTIVITY, PARTICIPANT, REMINDER, CALLING)
