"""What programs call the columns of their calls, meetings, notes and tasks; tables as in ``table_deals``."""

from __future__ import annotations

from app.transfer.columns.programs.table_deals import (
    HUBSPOT_OWN,
    ODOO_OWN,
    SALESFORCE_OWN,
    SUITECRM_OWN,
    ZOHO_OWN,
    ListTable,
)

ACTIVITIES, REMINDERS = "activities", "reminders"
CALL, MEETING, MESSAGE, NOTE = "call", "meeting", "email", "note"
"""What a list of activities is besides: the kind of all of them."""

_HUBSPOT = {
    "customer": "Associated Company|Associated Company (Primary)|Primary Associated Company",
    "customer.code": "associatedcompanyid|Associated Company IDs",
    "contact.name": "Associated Contact",
    "0": HUBSPOT_OWN,
}
_SUITECRM = {
    "customer": "parent_name",
    "customer.code": "parent_id",
    "contact.name": "contact_name",
    "author": "assigned_user_name",
    "0": SUITECRM_OWN,
}
_SUITECRM_TALK = _SUITECRM | {
    "text": "name",
    "text+": "description",
    "done_at": "date_start",
    "minutes": "duration_minutes",
    "outcome": "status",
    "0": f"{SUITECRM_OWN}|date_end|duration_hours|reminder_time|email_reminder_time",
}
_ZOHO = {
    "customer": "What_Id.name|What_Id|Related To|Account_Name|Parent_Id.name|Parent_Id",
    "contact.name": "Who_Id.name|Who_Id|Contact Name",
    "author": "Owner|Call Owner|Event Owner|Note Owner",
    "0": f"{ZOHO_OWN}|What_Id.id|Who_Id.id",
}

ACTIVITY_TABLES: tuple[ListTable, ...] = (
    (
        "Salesforce",
        "WhoId|Subject|ActivityDate|Status; WhatId|Subject|ActivityDate|Status; ActivityDate|TaskSubtype|Subject",
        REMINDERS,
        "",
        {
            "text": "Subject",
            "text+": "Description",
            "due_at": "ActivityDate",
            "done_at": "Status",
            "priority": "Priority",
            "customer.code": "AccountId|WhatId",
            "-": "WhoId|WhatId|CallType|CallDisposition|CallDurationInSeconds|TaskSubtype|Type",
            "0": f"{SALESFORCE_OWN}|IsHighPriority|CreatedDate|IsReminderSet|ReminderDateTime|IsRecurrence|IsArchived|CompletedDateTime",
        },
    ),
    (
        "Salesforce",
        "ActivityDateTime|Subject; DurationInMinutes|Subject|StartDateTime; StartDateTime|EndDateTime|WhoId",
        ACTIVITIES,
        MEETING,
        {
            "text": "Subject",
            "text+": "Description",
            "done_at": "StartDateTime|ActivityDateTime|ActivityDate",
            "minutes": "DurationInMinutes",
            "place": "Location",
            "customer.code": "AccountId|WhatId",
            "-": "WhoId|WhatId|Type",
            "0": (
                f"{SALESFORCE_OWN}|CreatedDate|IsAllDayEvent|EndDateTime|ActivityDate|ActivityDateTime|ShowAs|IsReminderSet|"
                "ReminderDateTime|IsRecurrence|IsArchived|IsGroupEvent|EndDate|EventSubtype"
            ),
        },
    ),
    (
        "Salesforce",
        "ParentId|Body|Title; ParentId|Body|IsPrivate",
        ACTIVITIES,
        NOTE,
        {
            "text": "Title",
            "text+": "Body",
            "done_at": "CreatedDate",
            "customer.code": "ParentId",
            "0": SALESFORCE_OWN,
        },
    ),
    (
        "Pipedrive",
        "Activity - Subject|Activity - Type; Activity - Subject|Activity - Due date; Activity - Subject|Activity - Done",
        ACTIVITIES,
        "",
        {
            "kind": "Activity - Type",
            "text": "Activity - Subject",
            "text+": "Activity - Note|Activity - Public description",
            "done_at": "Activity - Due date|Activity - Marked as done time|Activity - Add time",
            "minutes": "Activity - Duration",
            "place": "Activity - Location",
            "author": "Activity - Assigned to user|Activity - Creator|Activity - Owner",
            "customer": "Organization - Name|Activity - Organization",
            "contact.name": "Person - Name|Activity - Contact person",
            "contact.email": "Person - Email|Person - Email - Work",
            "contact.phone": "Person - Phone|Person - Phone - Work",
            "-": "Deal - Title|Activity - Deal|Activity - Lead|Activity - Due time|Activity - Done|Activity - Priority|Activity - Project",
            "0": "Activity - ID|Activity - Update time|Activity - Last notification time|Deal - ID|Person - ID|Organization - ID",
        },
    ),
    (
        "HubSpot",
        "hs_call_title|hs_timestamp; hs_call_body|hs_timestamp",
        ACTIVITIES,
        CALL,
        _HUBSPOT
        | {
            "text": "hs_call_title",
            "text+": "hs_call_body",
            "done_at": "hs_timestamp",
            "outcome": "hs_call_disposition",
            "-": "hs_call_direction|hs_call_duration",
            "0": f"{HUBSPOT_OWN}|hs_call_status|hs_activity_type",
        },
    ),
    (
        "HubSpot",
        "Activity Type|Activity Date|Associated Contact Email; Activity Type|Activity Date|Associated Contact",
        ACTIVITIES,
        "",
        _HUBSPOT
        | {
            "kind": "Activity Type",
            "text": "Notes/Description|Activity Notes|Notes|Description|Body",
            "text+": "Call/Meeting Title/Subject|Subject|Title",
            "done_at": "Activity Date",
            "outcome": "Call Outcome|Meeting Outcome|Outcome",
            "author": "Activity Owner|Activity assigned to|Owner",
            "contact.email": "Associated Contact Email",
            "-": "Task Status|Task Due Date|Meeting Outcome",
            "0": f"{HUBSPOT_OWN}|Activity ID",
        },
    ),
    (
        "HubSpot",
        "hs_note_body|hs_timestamp",
        ACTIVITIES,
        NOTE,
        _HUBSPOT | {"text": "hs_note_body", "done_at": "hs_timestamp"},
    ),
    (
        "HubSpot",
        "hs_meeting_title|hs_meeting_start_time; hs_meeting_title|hs_timestamp",
        ACTIVITIES,
        MEETING,
        _HUBSPOT
        | {
            "text": "hs_meeting_title",
            "text+": "hs_meeting_body|hs_internal_meeting_notes",
            "done_at": "hs_meeting_start_time|hs_timestamp",
            "place": "hs_meeting_location",
            "outcome": "hs_meeting_outcome",
            "0": f"{HUBSPOT_OWN}|hs_timestamp|hs_meeting_end_time",
        },
    ),
    (
        "HubSpot",
        "hs_email_subject|hs_timestamp",
        ACTIVITIES,
        MESSAGE,
        _HUBSPOT
        | {
            "text": "hs_email_subject",
            "text+": "hs_email_text",
            "done_at": "hs_timestamp",
            "-": "hs_email_direction|hs_email_status",
        },
    ),
    (
        "HubSpot",
        "hs_task_subject|hs_timestamp; hs_task_subject|hs_task_status",
        REMINDERS,
        "",
        _HUBSPOT
        | {
            "text": "hs_task_subject",
            "text+": "hs_task_body",
            "due_at": "hs_timestamp",
            "done_at": "hs_task_status",
            "priority": "hs_task_priority",
            "-": "hs_task_type",
        },
    ),
    (
        "SuiteCRM",
        "direction|date_start|duration_minutes; direction|date_start|parent_name",
        ACTIVITIES,
        CALL,
        _SUITECRM_TALK | {"-": "direction"},
    ),
    (
        "SuiteCRM",
        "location|date_start|duration_minutes; location|date_start|parent_name",
        ACTIVITIES,
        MEETING,
        _SUITECRM_TALK | {"place": "location"},
    ),
    (
        "SuiteCRM",
        "date_due|parent_name; date_due|parent_id|status",
        REMINDERS,
        "",
        {name: told for name, told in _SUITECRM.items() if name != "author"}
        | {
            "text": "name",
            "text+": "description",
            "due_at": "date_due",
            "done_at": "status",
            "priority": "priority",
            "-": "assigned_user_name",
            "0": f"{SUITECRM_OWN}|date_start|date_due_flag|date_start_flag",
        },
    ),
    (
        "SuiteCRM",
        "filename|parent_name|date_entered; parent_type|parent_name|description|date_entered|!status|!date_start",
        ACTIVITIES,
        NOTE,
        _SUITECRM
        | {
            "text": "name",
            "text+": "description",
            "done_at": "date_entered",
            "0": f"{SUITECRM_OWN}|portal_flag|embed_flag|file_mime_type",
        },
    ),
    (
        "Dolibarr",
        "datep|datep2|label; datep|percent|label",
        ACTIVITIES,
        "",
        {
            "customer": "nom",
            "customer.code": "fk_soc|socid",
            "text": "label",
            "text+": "note",
            "done_at": "datep",
            "author": "login",
            "-": "libelle|percent",
            "0": "rowid|id|ref|datep2|datec|tms",
        },
    ),
    (
        "ERPNext",
        "reference_type|reference_name|allocated_to; reference_type|reference_name|assigned_by",
        REMINDERS,
        "",
        {
            "customer": "reference_name",
            "text": "description",
            "due_at": "date",
            "done_at": "status",
            "priority": "priority",
            "-": "allocated_to|assigned_by",
            "0": "name|creation|modified|modified_by|owner|docstatus|idx|reference_type|color|role|sender|assigned_by_full_name",
        },
    ),
    (
        "Odoo",
        "res_name|summary|date_deadline; res_name|activity_type_id; res_model|summary|date_deadline",
        REMINDERS,
        "",
        {
            "customer": "res_name",
            "text": "summary|activity_type_id",
            "text+": "note",
            "due_at": "date_deadline",
            "-": "activity_type_id|user_id",
            "0": f"{ODOO_OWN}|res_model|res_model_id|res_id|activity_type_id/id|state",
        },
    ),
    (
        "Zoho CRM",
        "Due_Date|What_Id|Subject; Due_Date|Who_Id|Subject; Subject|Due Date|Related To|Task Owner",
        REMINDERS,
        "",
        {name: told for name, told in _ZOHO.items() if name != "author"}
        | {
            "text": "Subject",
            "text+": "Description",
            "due_at": "Due Date",
            "done_at": "Status",
            "priority": "Priority",
            "-": "Owner|Task Owner",
            "0": f"{_ZOHO['0']}|Closed Time|Remind At",
        },
    ),
    (
        "Zoho CRM",
        "Call Start Time|Call Type; Call Start Time|Subject",
        ACTIVITIES,
        CALL,
        _ZOHO
        | {
            "text": "Subject",
            "text+": "Description",
            "done_at": "Call Start Time",
            "outcome": "Call Result",
            "-": "Call Type|Call Purpose|Call Duration|Call Agenda",
            "0": f"{_ZOHO['0']}|Call Duration (in seconds)|Call Status|Outgoing Call Status",
        },
    ),
    (
        "Zoho CRM",
        "Event Title|Start DateTime; Title|Start DateTime|End DateTime",
        ACTIVITIES,
        MEETING,
        _ZOHO
        | {
            "text": "Event Title|Title",
            "text+": "Description",
            "done_at": "Start DateTime",
            "place": "Venue|Location",
            "0": f"{_ZOHO['0']}|End DateTime|All day",
        },
    ),
    (
        "Zoho CRM",
        "Note Content|Note Title; Note Content|Parent_Id",
        ACTIVITIES,
        NOTE,
        _ZOHO
        | {
            "text": "Note Title",
            "text+": "Note Content",
            "done_at": "Created Time",
            "customer.code": "Parent_Id.id",
            "0": ZOHO_OWN,
        },
    ),
)
