"""What programs call the columns of their opportunities and quotes, by the names on their screens and in their interfaces.

A table names the program, its signs as in ``table``, the kind of its rows, what the list is besides (see
``list_sorts``), and the fields of its columns: a target as in ``proposals.Column`` with its headers, the surest first, of which
the first that is filled is taken; ``notes`` for plain text; ``-`` for text that goes to the notes with its header; ``0`` for
what only the program needs.
"""

from __future__ import annotations

from app.transfer.grid.list_sorts import DEALS, OFFERS

ListTable = tuple[str, str, str, str, dict[str, str]]
"""Program, signs, kind, sort, and the columns by where they go."""

QUOTES = "quotes"
SALESFORCE_OWN = (
    "Id|IsDeleted|IsPrivate|IsClosed|IsWon|ForecastCategory|ForecastCategoryName|OwnerId|CreatedById|LastModifiedDate|LastModifiedById|"
    "SystemModstamp|LastActivityDate|FiscalQuarter|FiscalYear|Fiscal|LastViewedDate|LastReferencedDate|HasOpportunityLineItem|"
    "HasOpenActivity|HasOverdueTask|Pricebook2Id|CampaignId|PushCount|LastStageChangeDate|SyncedQuoteId|ContactId|ContractId|"
    "LastAmountChangedHistoryId|LastCloseDateChangedHistoryId|IsSyncing|LineItemCount|OpportunityId|RecordTypeId"
)
HUBSPOT_OWN = (
    "hs_object_id|Record ID|hubspot_owner_id|hs_lastmodifieddate|hs_createdate|createdate|hs_is_closed|hs_is_closed_won|"
    "hs_is_closed_lost|hs_deal_stage_probability|hs_projected_amount|amount_in_home_currency|days_to_close|hubspot_team_id|"
    "hs_created_by_user_id|hs_updated_by_user_id|hs_user_ids_of_all_owners|hs_all_owner_ids|hs_analytics_source|hs_object_source"
)
SUITECRM_OWN = (
    "id|date_modified|deleted|modified_user_id|modified_by_name|created_by|created_by_name|assigned_user_id|currency_id|"
    "amount_usdollar|campaign_id|billing_contact_id|contact_id|parent_type|opportunity_id|date_entered"
)
ERPNEXT_OWN = "naming_series|creation|modified|modified_by|owner|docstatus|idx|name|opportunity_from|quotation_to|amended_from|order_type"
ODOO_OWN = (
    "id|.id|External ID|stage_id/id|stage_id/.id|user_id/id|team_id/id|write_date|__last_update|create_uid|write_uid"
)
ZOHO_OWN = (
    "id|Record Id|Modified_Time|Modified_By|Created_By|Last_Activity_Time|$se_module|$currency_symbol|Account_Name.id|Contact_Name.id|"
    "Owner.id|Created_Time"
)

DEAL_TABLES: tuple[ListTable, ...] = (
    (
        "Salesforce",
        (
            "StageName|CloseDate; StageName|AccountId; Opportunity Name|Stage|Close Date; Opportunity Name|Account Name|Stage; "
            "Opportunity Name|Account Name|Amount"
        ),
        QUOTES,
        DEALS,
        {
            "project": "Opportunity Name|Name",
            "customer": "Account Name|Account.Name|Account: Account Name",
            "customer.code": "AccountId|Account ID",
            "contact.name": "Primary Contact|Contact Name",
            "status": "StageName|Stage",
            "total": "Amount",
            "won_on": "CloseDate|Close Date",
            "date": "CreatedDate|Created Date",
            "currency": "CurrencyIsoCode|Opportunity Currency|Amount Currency",
            "notes": "Description",
            "-": "Probability|Probability (%)|Type|NextStep|Next Step|LeadSource|Lead Source|ExpectedRevenue|Opportunity Owner|Age",
            "0": SALESFORCE_OWN,
        },
    ),
    (
        "HubSpot",
        "dealname|dealstage; dealname|closedate|pipeline; Deal Name|Deal Stage; Deal Name|Close Date|Pipeline",
        QUOTES,
        DEALS,
        {
            "project": "dealname",
            "customer": "Associated Company|Associated Company (Primary)|Primary Associated Company|Company Name",
            "customer.code": "associatedcompanyid|Associated Company IDs|Associated Company IDs (Primary)",
            "contact.name": "Associated Contact",
            "contact.email": "Associated Contact Email|Associated Contact Emails",
            "status": "dealstage",
            "total": "amount",
            "won_on": "closedate",
            "date": "createdate",
            "currency": "deal_currency_code|Currency",
            "notes": "description|Deal Description",
            "-": "pipeline|dealtype|deal owner|closed_won_reason|closed_lost_reason|hs_priority|Deal probability|hs_next_step",
            "0": HUBSPOT_OWN,
        },
    ),
    (
        "SuiteCRM",
        (
            "sales_stage|date_closed; sales_stage|amount|account_name; Sales Stage|Expected Close Date; "
            "Opportunity Name|Sales Stage|Account Name"
        ),
        QUOTES,
        DEALS,
        {
            "project": "Opportunity Name|name",
            "customer": "account_name|Related To|Organization Name",
            "customer.code": "account_id",
            "contact.name": "Contact Name|contact_name",
            "status": "sales_stage",
            "total": "amount|Opportunity Amount",
            "won_on": "date_closed|Expected Close Date",
            "date": "date_entered|Created Time",
            "currency": "currency|currency_name",
            "notes": "description",
            "-": "opportunity_type|Type|lead_source|next_step|probability|assigned_user_name|Assigned To|campaign_name|Forecast Amount",
            "0": SUITECRM_OWN,
        },
    ),
    (
        "Pipedrive",
        "Deal - Title|Deal - Stage; Deal - Title|Deal - Status; Deal - Title|Deal - Value",
        QUOTES,
        DEALS,
        {
            "project": "Deal - Title",
            "customer": "Deal - Organization",
            "contact.name": "Deal - Contact person",
            "status": "Deal - Status|Deal - Stage",
            "total": "Deal - Value",
            "won_on": "Deal - Won time|Deal - Deal closed on",
            "date": "Deal - Deal created",
            "currency": "Deal - Currency of Value|Deal - Currency",
            "-": (
                "Deal - Owner|Deal - Label|Deal - Pipeline|Deal - Lost reason|Deal - Probability|Deal - Lost time|"
                "Deal - Expected close date"
            ),
            "0": "Deal - ID|Deal - Update time|Deal - Creator|Deal - Weighted value|Deal - Last stage change|Deal - Archive status",
        },
    ),
    (
        "ERPNext",
        "opportunity_from|party_name; opportunity_amount|sales_stage; Opportunity From|Party",
        QUOTES,
        DEALS,
        {
            "project": "title",
            "customer": "customer_name|party_name|Party",
            "contact.name": "contact_display|contact_person",
            "contact.email": "contact_email",
            "contact.mobile": "contact_mobile",
            "status": "status|sales_stage",
            "total": "opportunity_amount",
            "date": "transaction_date|opportunity_date|creation",
            "currency": "currency",
            "-": "opportunity_type|opportunity_owner|probability|source|territory|company|expected_closing",
            "0": f"{ERPNEXT_OWN}|conversion_rate|base_opportunity_amount|base_total|total",
        },
    ),
    (
        "Odoo",
        (
            "stage_id|expected_revenue; stage_id/id|expected_revenue; partner_id/id|expected_revenue; partner_id|expected_revenue; "
            "Opportunity|Expected Revenue; 商机|预期收入"
        ),
        QUOTES,
        DEALS,
        {
            "project": "name|Opportunity|商机",
            "customer": "partner_id/name|partner_id|partner_name|Customer|客户",
            "customer.code": "partner_id/id|partner_id/.id|Customer/External ID",
            "contact.name": "contact_name|Contact Name|联系人姓名",
            "contact.email": "email_from|Email|电子邮件",
            "contact.phone": "phone|Phone|电话",
            "status": "stage_id/name|stage_id|Stage|阶段",
            "total": "expected_revenue|Expected Revenue|planned_revenue|预期收入",
            "won_on": "date_closed|Closed Date",
            "date": "create_date|Created on|创建时间",
            "notes": "description|Notes|备注",
            "-": (
                "probability|Probability|user_id|Salesperson|销售员|tag_ids|team_id|Sales Team|priority|Priority|date_deadline|"
                "Expected Closing|预期结束|预计结单"
            ),
            "0": f"{ODOO_OWN}|type|active|color|day_open|day_close",
        },
    ),
    (
        "Zoho CRM",
        "Deal Name|Stage|Account Name; Deal Name|Closing Date; 商机名称|阶段|结束日期",
        QUOTES,
        DEALS,
        {
            "project": "Deal Name|商机名称",
            "customer": "Account Name|客户名称",
            "customer.code": "Account_Name.id",
            "contact.name": "Contact Name|联系人姓名",
            "status": "Stage|阶段",
            "total": "Amount|金额",
            "won_on": "Closing Date|结束日期",
            "date": "Created Time|创建时间",
            "currency": "Currency|币种",
            "notes": "Description|描述",
            "-": "Probability|Probability (%)|Pipeline|Type|Lead Source|Next Step|Owner|Deal Owner|Expected Revenue",
            "0": ZOHO_OWN,
        },
    ),
    (
        "Salesforce",
        "QuoteNumber|ExpirationDate; QuoteNumber|GrandTotal; Quote Number|Quote Name|Expiration Date",
        QUOTES,
        OFFERS,
        {
            "number": "QuoteNumber",
            "project": "Quote Name|Name",
            "customer": "Account Name|BillingName",
            "customer.code": "AccountId",
            "contact.name": "Contact Name",
            "status": "Status",
            "valid_until": "ExpirationDate",
            "date": "CreatedDate",
            "total": "GrandTotal|TotalPrice|Total Price",
            "currency": "CurrencyIsoCode",
            "notes": "Description",
            "-": "Tax|Discount|ShippingHandling|Subtotal",
            "0": SALESFORCE_OWN,
        },
    ),
    (
        "HubSpot",
        "hs_quote_number|hs_title; hs_quote_amount|hs_title",
        QUOTES,
        OFFERS,
        {
            "number": "hs_quote_number",
            "project": "hs_title",
            "customer": "hs_recipient_company|Associated Company",
            "customer.code": "associatedcompanyid",
            "status": "hs_status",
            "valid_until": "hs_expiration_date",
            "date": "hs_createdate|createdate",
            "total": "hs_quote_amount",
            "currency": "hs_currency",
            "terms": "hs_terms",
            "notes": "hs_comments",
            "0": HUBSPOT_OWN,
        },
    ),
    (
        "SuiteCRM",
        "billing_account|total_amount; billing_account|expiration|number",
        QUOTES,
        OFFERS,
        {
            "number": "number",
            "project": "name",
            "customer": "billing_account",
            "customer.code": "billing_account_id",
            "contact.name": "billing_contact",
            "status": "stage",
            "valid_until": "expiration",
            "date": "date_entered",
            "total": "total_amount",
            "payment_terms": "term",
            "notes": "description",
            "-": "opportunity|total_amt|subtotal_amount|discount_amount|tax_amount|shipping_amount|assigned_user_name|approval_issue",
            "0": SUITECRM_OWN,
        },
    ),
    (
        "Dolibarr",
        "fin_validite|total_ttc; fin_validite|datep; fin_validite|fk_statut",
        QUOTES,
        OFFERS,
        {
            "number": "ref",
            "customer": "nom",
            "customer.code": "fk_soc|socid",
            "status": "fk_statut",
            "date": "datep",
            "valid_until": "fin_validite",
            "total": "total_ttc|total_ht",
            "notes": "note_public",
            "-": "ref_client|total_tva|note_private",
            "0": "rowid|datec|tms|date_valid|fk_user_author|entity",
        },
    ),
    (
        "ERPNext",
        "quotation_to|party_name; quotation_to|valid_till",
        QUOTES,
        OFFERS,
        {
            "number": "name|ID",
            "customer": "customer_name|party_name",
            "contact.name": "contact_display|contact_person",
            "status": "status",
            "date": "transaction_date",
            "valid_until": "valid_till",
            "total": "grand_total|rounded_total",
            "currency": "currency",
            "quote_line.product": "item_code",
            "quote_line.name": "item_name",
            "quote_line.quantity": "qty",
            "quote_line.unit": "uom",
            "quote_line.price": "rate",
            "quote_line.amount": "amount",
            "terms": "terms",
            "0": ERPNEXT_OWN,
        },
    ),
    (
        "Odoo",
        "date_order|partner_id|amount_total; date_order|partner_id/id; date_order|validity_date; order_line/name|date_order",
        QUOTES,
        OFFERS,
        {
            "number": "name",
            "customer": "partner_id/name|partner_id",
            "customer.code": "partner_id/id|partner_id/.id",
            "status": "state",
            "date": "date_order",
            "valid_until": "validity_date",
            "total": "amount_total",
            "currency": "currency_id/name|currency_id",
            "quote_line.name": "order_line/name",
            "quote_line.product": "order_line/product_id/name|order_line/product_id",
            "quote_line.quantity": "order_line/product_uom_qty",
            "quote_line.unit": "order_line/product_uom",
            "quote_line.price": "order_line/price_unit",
            "quote_line.discount_percent": "order_line/discount",
            "notes": "note",
            "-": "user_id|user_id/name|client_order_ref|origin|team_id",
            "0": f"{ODOO_OWN}|order_line/product_id/id|order_line/id|order_line/sequence|currency_id/id",
        },
    ),
    (
        "Zoho CRM",
        "Quote Stage|Quote Number; Quote Stage|Subject; Quote Stage|Valid Till",
        QUOTES,
        OFFERS,
        {
            "number": "Quote Number",
            "project": "Subject",
            "customer": "Account Name",
            "customer.code": "Account_Name.id",
            "contact.name": "Contact Name",
            "status": "Quote Stage",
            "valid_until": "Valid Till",
            "date": "Created Time",
            "total": "Grand Total",
            "currency": "Currency",
            "terms": "Terms and Conditions",
            "notes": "Description",
            "-": "Deal Name|Sub Total|Tax|Discount|Adjustment|Owner|Quote Owner|Carrier|Team",
            "0": ZOHO_OWN,
        },
    ),
)
