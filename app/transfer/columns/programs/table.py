"""What known programs call the columns of their exports, where that differs from what the words mean elsewhere.

A table names the program, the headers that only it writes together (any one of the sets, ``!`` for what is not among them),
the kind of its rows ("" as found), and the fields of its columns: a target as in ``proposals.Column``, with

- ``+`` behind it for a further value, which takes what room the row's main column leaves (Home Phone, E-mail 2);
- ``given``, ``middle``, ``family`` for the parts of the name;
- ``-`` for text that goes to the notes with its header, whatever its words mean elsewhere;
- ``label`` for what only says of which sort the value beside it is (Phone 1 - Type).

``#`` in a header stands for a number from 1 to 9. Case, blanks and punctuation do not count. The headers are facts of the
programs' own files: Outlook's and Google's export, the import templates and list exports of the others.
"""

from __future__ import annotations

from app.transfer.columns.programs.table_api import API_NAMES
from app.transfer.columns.programs.table_books import ADDRESS_BOOKS
from app.transfer.columns.programs.table_chinese import CHINESE, Table
from app.transfer.columns.programs.table_mail import MAIL_PROGRAMS
from app.transfer.columns.proposals import CONTACTS, CUSTOMERS

TABLES: tuple[Table, ...] = (
    *ADDRESS_BOOKS,
    *MAIL_PROGRAMS,
    *API_NAMES,
    (
        "QuickBooks",
        "Customer|Bill to 1|Main Phone; Customer|Bill to 1|Bill to 2; Active Status|Customer|Bill to 1",
        CUSTOMERS,
        {
            "name": "Customer",
            "contact.name": "Primary Contact",
            "given": "First Name",
            "middle": "M.I.",
            "family": "Last Name",
            "contact.title": "Job Title",
            "phone": "Main Phone|Phone",
            "phone+": "Alt. Phone|Work Phone|Alt. Mobile",
            "mobile": "Mobile",
            "fax": "Fax",
            "email": "Main Email|Email",
            "email+": "CC Email",
            "address": "Bill to #",
            "contact2.name": "Secondary Contact",
            "tags": "Customer Type",
            "payment_terms": "Terms",
            "owner": "Rep",
            "credit_limit": "Credit Limit",
            "notes": "Note|Notes",
            "-": "Company|Mr./Ms./...|Ship to #|Account No.|Resale Num",
        },
    ),
    (
        "QuickBooks",
        "Customer full name|Phone numbers; Customer full name|Billing address; Customer|Full name|Billing address",
        CUSTOMERS,
        {
            "name": "Customer full name|Customer",
            "contact.name": "Full name",
            "phone": "Phone numbers|Phone",
            "email": "Email",
            "address": "Billing address|Bill address",
            "tags": "Customer type",
            "notes": "Note|Notes",
            "-": "Company name|Company|Shipping address|Ship address|Open balance|Attachments",
        },
    ),
    (
        "Zoho Books",
        (
            "Display Name|EmailID|Customer Sub Type; Contact Name|Company Name|Customer Sub Type; "
            "Display Name|EmailID|Contact Type"
        ),
        CUSTOMERS,
        {
            "name": "Display Name|Contact Name",
            "given": "First Name",
            "family": "Last Name",
            "phone": "Phone",
            "mobile": "MobilePhone",
            "email": "EmailID",
            "payment_terms": "Payment Terms Label",
            "notes": "Notes",
            "-": "Company Name|Customer Name|Customer Sub Type|Payment Terms|Contact Type|Source|Reference ID",
        },
    ),
    (
        "Xero",
        "ContactName|POAddressLine1; ContactName|AccountNumber|EmailAddress",
        CUSTOMERS,
        {
            "name": "ContactName",
            "given": "FirstName",
            "family": "LastName",
            "email": "EmailAddress",
            "phone": "PhoneNumber",
            "phone+": "DDINumber",
            "mobile": "MobileNumber",
            "fax": "FaxNumber",
            "address": "POAddressLine1|POAddressLine2|POAddressLine3|POAddressLine4",
            "city": "POCity",
            "province": "PORegion",
            "postcode": "POPostalCode",
            "country": "POCountry",
            "tax_number": "TaxNumber",
            "bank_account": "BankAccountNumber",
            "website": "Website",
            "-": "POAttentionTo|LegalName|CompanyNumber|BankAccountName|AccountNumber",
        },
    ),
    (
        "QuickBooks",
        "Name|Company name|Open Balance",
        CUSTOMERS,
        {"name": "Name", "-": "Company name|Attachments|Open Balance"},
    ),
    (
        "Pipedrive",
        "Person - Name",
        CONTACTS,
        {
            "name": "Person - Name",
            "customer": "Person - Organization",
            "title": "Person - Job title",
            "email": "Person - Email - Work|Person - Email",
            "email+": "Person - Email - Home|Person - Email - Other",
            "phone": "Person - Phone - Work|Person - Phone",
            "mobile": "Person - Phone - Mobile",
            "phone+": "Person - Phone - Home|Person - Phone - Other",
            "customer.owner": "Person - Owner",
            "customer.tags": "Person - Label",
            "customer.created_on": "Person - Person created",
            "notes": "Person - Notes",
        },
    ),
    (
        "Pipedrive",
        "Organization - Name|Organization - Owner",
        CUSTOMERS,
        {
            "name": "Organization - Name",
            "owner": "Organization - Owner",
            "address": "Organization - Address",
            "tags": "Organization - Label",
            "created_on": "Organization - Organization created",
        },
    ),
    (
        "LinkedIn",
        "First Name|Last Name|Position|Connected On",
        CONTACTS,
        {
            "given": "First Name",
            "family": "Last Name",
            "customer": "Company",
            "title": "Position",
            "email": "Email Address",
            "-": "URL|Connected On",
        },
    ),
    (
        "Magento",
        "_website|_store|group_id; email|_website|_address_city; email|website|group_id|created_in; Email|Customer Since|Web Site",
        CONTACTS,
        {
            "given": "firstname|_address_firstname",
            "middle": "middlename",
            "family": "lastname|_address_lastname",
            "name": "Name",
            "customer": "_address_company|company|Company",
            "email": "email",
            "phone": "_address_telephone|telephone|Phone",
            "fax": "_address_fax",
            "birthday": "dob",
            "gender": "gender",
            "customer.address": "_address_street|street|Street Address",
            "customer.city": "_address_city|city|City",
            "customer.province": "_address_region|region|State/Province",
            "customer.postcode": "_address_postcode|postcode|ZIP",
            "customer.country": "_address_country_id|country_id|Country",
            "customer.tax_number": "taxvat|_address_vat_id|vat_id",
            "customer.created_on": "created_at|Customer Since",
            "-": "group_id|Group|_website|_store|website|Web Site|created_in|store_id|prefix|suffix",
        },
    ),
    ("Mailchimp", "MEMBER_RATING|OPTIN_TIME", "", {"-": "REGION|CC|MEMBER_RATING|TIMEZONE"}),
    (
        "ERPNext",
        "Full Name|Link Document Type (Links); First Name|Link Name (Links)",
        CONTACTS,
        {
            "name": "Full Name",
            "given": "First Name",
            "middle": "Middle Name",
            "family": "Last Name",
            "customer": "Company Name|Link Name (Links)",
            "title": "Designation",
            "department": "Department",
            "email": "Email Address",
            "email+": "Email ID (Email IDs)",
            "mobile": "Mobile No",
            "phone": "Phone",
            "phone+": "Number (Contact Numbers)",
            "gender": "Gender",
            "is_primary": "Is Primary Contact",
            "-": "Status|Salutation|Link Document Type (Links)|Is Primary (Email IDs)|Unsubscribed",
        },
    ),
    (
        "WooCommerce",
        (
            "user_login|billing_first_name; user_email|billing_first_name; "
            "billing_first_name|billing_email|billing_phone"
        ),
        CONTACTS,
        {
            "given": "first_name",
            "family": "last_name",
            "customer": "billing_company",
            "email": "user_email|billing_email",
            "phone": "billing_phone",
            "customer.website": "user_url",
            "-": "role|roles|nickname|billing_first_name|billing_last_name|display_name|orders|total_spent",
        },
    ),
    ("WooCommerce", "Username|Total Spend|AOV", "", {"-": "Username|Region", "province": "Region"}),
    (
        "Shopify",
        (
            "Accepts Email Marketing|Default Address City; Accepts Marketing|Province Code; "
            "Accepts Email Marketing|Total Spent"
        ),
        CONTACTS,
        {
            "given": "First Name",
            "family": "Last Name",
            "customer": "Default Address Company|Company",
            "email": "Email",
            "phone": "Phone",
            "phone+": "Default Address Phone",
            "customer.address": "Default Address Address1|Default Address Address2|Address1|Address2",
            "customer.city": "Default Address City|City",
            "customer.province": "Default Address Province Code|Province",
            "customer.country": "Default Address Country Code|Country",
            "customer.postcode": "Default Address Zip|Zip",
            "customer.tags": "Tags",
            "notes": "Note",
            "-": "Province Code|Country Code|Total Spent|Total Orders|Customer ID",
        },
    ),
    (
        "HubSpot",
        (
            "Record ID|Lifecycle Stage; Record ID|Company Domain Name; Record ID|Company owner; "
            "Record ID|Contact owner; Record ID - Contact; Record ID - Company; "
            "Record ID|Marketing contact status; Company ID|Company Domain Name|Lifecycle Stage"
        ),
        "",
        {
            "website": "Website URL",
            "website+": "Company Domain Name",
            "mobile": "Mobile Phone Number",
            "parent_company": "Parent Company",
            "-": "Type",
        },
    ),
    (
        "Salesforce",
        (
            "SystemModstamp; IsDeleted|OwnerId; BillingStreet|OwnerId; AccountId|LastName; "
            "MailingStreet|OwnerId; Account Name|Account Owner|Billing Street; "
            "Account Name|Account Owner|Billing State/Province; Account Name|Account Owner|Mailing Street; "
            "Account Name|Account ID|Account Owner"
        ),
        "",
        {"parent_company": "Parent Account", "-": "AccountId|Site|Type|Account ID"},
    ),
    (
        "Zoho CRM",
        (
            "Record Id|Account Owner|Account Name|Created Time; Record Id|Account Owner; "
            "Record Id|Contact Owner; Record Id|Contact Owner|Created Time; "
            "Record Id|Contact Owner|Account Name.id; Record Id|Lead Owner; Contact Owner|Account Name|Asst Phone"
        ),
        "",
        {"parent_company": "Parent Account", "-": "Vendor Name|Secondary Email|Account Site"},
    ),
    (
        "SuiteCRM",
        (
            "Assigned User Name|Assigned To|Date Created; Office Phone|Assigned User Name; "
            "Primary Address Street|Office Phone; billing_address_street|phone_office; "
            "primary_address_street|phone_work"
        ),
        "",
        {"-": "Type"},
    ),
    (
        "EspoCRM",
        (
            "billingAddressStreet|assignedUserId; billingAddressStreet|emailAddress; "
            "Billing Address Street|Assigned User; addressStreet|accountName; Account|Account ID|Salutation Name"
        ),
        "",
        {"-": "type"},
    ),
    (
        "vtiger",
        (
            "Organization Name|Organization Number; Organization Name|Assigned To|Primary Email; "
            "Organization Name|Office Phone|Assigned To"
        ),
        "",
        {"parent_company": "Member Of", "-": "Type|Reports To"},
    ),
    (
        "Odoo",
        (
            "Is a Company|Related Company; Complete Name|Is a Company; Display Name|Is a Company; "
            "Company Type|Related Company; is_company|parent_id/id; is_company|parent_id; "
            "is_company|company_type; Ist ein Unternehmen|Verbundenes Unternehmen; Est une société|Société liée; "
            "是公司|关联公司"
        ),
        "",
        {},
    ),
    (
        "Dolibarr",
        "s.nom; Third-party name|Customer Code; Third-party|Visibility; Nom du tiers|Code client",
        "",
        {"-": "Customer|Vendor|Status|s.status|s.client|s.fournisseur|Civility|Type of third-party|c.code"},
    ),
    (
        "ERPNext",
        (
            "Customer Name|Customer Group|Territory; Customer Name|Customer Type|Customer Group; "
            "ID (name)|Customer Name (customer_name); Address Title|Preferred Billing Address"
        ),
        "",
        {},
    ),
    (
        "ERPNext",
        "Column Labels:|Full Name|Customer Group; Column Labels:|Customer Name|Customer Group",
        CUSTOMERS,
        {"name": "Full Name|Customer Name", "kind": "Type|Customer Type", "tags": "Customer Group"},
    ),
    *CHINESE,
)

IDLE = "Normal|Unspecified|False|SMTP|EX|0/0/00|0-0-0|0.0.00|00.00.00|中|普通|未指定|假|否|Falsch|Keine Angabe|Nein|0|N|No|-None-|None|Low"
"""What fills the columns of programs where nobody said anything."""
