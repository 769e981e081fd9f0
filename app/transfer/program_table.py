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

from app.transfer.program_table_chinese import CHINESE, Table
from app.transfer.proposals import CONTACTS, CUSTOMERS

_OUTLOOK = {
    "given": "First Name|名|Vorname|Prénom",
    "middle": "Middle Name|中间名|Weitere Vornamen|Deuxième prénom",
    "family": "Last Name|姓|Nachname|Nom",
    "customer": "Company|单位|公司|Firma|Société",
    "department": "Department|部门|Abteilung|Service",
    "title": "Job Title|职务|职位|Position|Fonction",
    "customer.address": (
        "Business Street|Business Street 2|Business Street 3|商务地址 街道|商务地址 街道 2|商务地址 街道 3|Straße geschäftlich|"
        "Straße geschäftlich 2|Straße geschäftlich 3|Rue (bureau)|Rue (bureau) 2|Rue (bureau) 3"
    ),
    "customer.city": "Business City|商务地址 市/县|商务地址 市县|Ort geschäftlich|Ville (bureau)",
    "customer.province": "Business State|商务地址 省/市/自治区|商务地址 省市自治区|Region geschäftlich|Dép/Région (bureau)",
    "customer.postcode": "Business Postal Code|商务地址 邮政编码|Postleitzahl geschäftlich|Code postal (bureau)",
    "customer.country": "Business Country/Region|Business Country|商务地址 国家/地区|Land/Region geschäftlich|Pays/Région (bureau)",
    "address+": (
        "Home Street|Home Street 2|Home Street 3|Home City|Home State|Home Postal Code|Home Country/Region|Home Country|"
        "住宅地址 街道|住宅地址 街道 2|住宅地址 街道 3|住宅地址 市/县|住宅地址 省/市/自治区|住宅地址 邮政编码|住宅地址 国家/地区|"
        "Straße privat|Straße privat 2|Straße privat 3|Ort privat|Bundesland/Kanton privat|Region privat|Postleitzahl privat|"
        "Land/Region privat|Rue (domicile)|Rue (domicile) 2|Rue (domicile) 3|Ville (domicile)|Code postal (domicile)"
    ),
    "phone": "Business Phone|商务电话|Telefon geschäftlich|Téléphone (bureau)",
    "phone+": (
        "Business Phone 2|Primary Phone|Home Phone|Home Phone 2|Other Phone|商务电话 2|主要电话|住宅电话|住宅电话 2|其他电话|"
        "Telefon geschäftlich 2|Haupttelefon|Telefon (privat)|Telefon (privat 2)|Weiteres Telefon|Téléphone 2 (bureau)|"
        "Téléphone principal|Téléphone (domicile)|Téléphone 2 (domicile)|Téléphone (autre)"
    ),
    "customer.phone": "Company Main Phone|单位主要电话|Telefon Firma|Téléphone société",
    "mobile": "Mobile Phone|移动电话|Mobiltelefon|Tél. mobile",
    "fax": "Business Fax|商务传真|Fax geschäftlich|Télécopie (bureau)",
    "fax+": "Home Fax|Other Fax|住宅传真|其他传真|Fax privat|Weiteres Fax|Télécopie (domicile)|Télécopie (autre)",
    "email": "E-mail Address|电子邮件地址|E-Mail-Adresse|Adresse de messagerie",
    "email+": (
        "E-mail 2 Address|E-mail 3 Address|电子邮件 2 地址|电子邮件 3 地址|E-Mail 2: Adresse|E-Mail 3: Adresse|"
        "Adresse de messagerie 2|Adresse de messagerie 3"
    ),
    "customer.website": "Web Page|网页|Webseite|Page Web",
    "customer.website+": "Personal Web Page|Business Home Page",
    "birthday": "Birthday|生日|Geburtstag|Anniversaire",
    "gender": "Gender|性别|Geschlecht|Sexe",
    "customer.tags": "Categories|类别|Kategorien|Catégories",
    "notes": "Notes|附注|Notizen",
    "-": (
        "Title|Suffix|Nickname|英文称谓|中文称谓|Anrede|Suffix|Titre|Account|帐户|Konto|Compte|Location|地点|位置|Ort|Priority|优先级|"
        "Priorität|Priorité|Private|私有|Privat|Privé|Profession|职业|Beruf|Language|语言|Sprache|Langue|Initials|缩写|Initialen|"
        "E-mail Type|E-mail # Type|E-mail Display Name|E-mail # Display Name|电子邮件类型|电子邮件 # 类型|电子邮件显示名称|"
        "电子邮件 # 显示名|电子邮件 # 显示名称|E-Mail-Typ|E-Mail-Anzeigename|E-Mail # Typ|E-Mail #: Typ|E-Mail #: Angezeigter Name|"
        "Sensitivity|敏感度|Vertraulichkeit|Anniversary|纪念日|Jahrestag|Callback|回电话|Car Phone|车载电话|Assistant's Phone|助理的电话|"
        "Assistant's Name|助理的姓名|助理姓名|Manager's Name|经理姓名|Radio Phone|无绳电话|Pager|寻呼机|ISDN|Telex|电报|TTY/TDD Phone|"
        "TTY/TDD 电话|Other Street|Other Street 2|Other Street 3|Other City|Other State|Other Postal Code|Other Country/Region|"
        "其他地址 街道|其他地址 街道 2|其他地址 街道 3|其他地址 市/县|其他地址 省/市/自治区|其他地址 邮政编码|其他地址 国家/地区|"
        "Business Address PO Box|Home Address PO Box|Other Address PO Box|其他地址 - 邮箱|商务地址 - 邮箱|住宅地址 - 邮箱|IMAddress|"
        "Government ID Number|身份证编号|工作证号码|Organizational ID Number|Office Location|办公地点|Spouse|配偶|Children|子女|"
        "Referred By|引用者|User #|用户 #|Benutzer #|Mileage|里程|Keywords|关键词|Billing Information|记帐信息"
    ),
}

_GOOGLE = {
    "given": "Given Name|First Name",
    "middle": "Additional Name|Middle Name",
    "family": "Family Name|Last Name",
    "name": "Name",
    "customer": "Organization 1 - Name|Organization Name",
    "title": "Organization 1 - Title|Organization Title",
    "department": "Organization 1 - Department|Organization Department",
    "birthday": "Birthday",
    "gender": "Gender",
    "customer.tags": "Group Membership|Labels",
    "notes": "Notes",
    "email": "E-mail 1 - Value",
    "email+": "|".join(f"E-mail {number} - Value" for number in range(2, 10)),
    "phone+": "Phone # - Value",
    "customer.address": "Address 1 - Street|Address 1 - Extended Address",
    "customer.city": "Address 1 - City",
    "customer.province": "Address 1 - Region",
    "customer.postcode": "Address 1 - Postal Code",
    "customer.country": "Address 1 - Country",
    "customer.website": "Website 1 - Value",
    "customer.website+": "|".join(f"Website {number} - Value" for number in range(2, 6)),
    "label": (
        "E-mail # - Type|E-mail # - Label|Phone # - Type|Phone # - Label|Website # - Type|Website # - Label|Address # - Type|"
        "Address # - Label|Organization # - Type|Relation # - Type|Relation # - Label|Event # - Type|Event # - Label|"
        "Custom Field # - Type|Custom Field # - Label|IM # - Type|IM # - Label"
    ),
    "-": (
        "Name Prefix|Name Suffix|Initials|Nickname|Short Name|Maiden Name|Location|Occupation|Priority|Sensitivity|Subject|Photo|"
        "Language|Hobby|Mileage|Directory Server|Billing Information|Address # - Formatted|Address 1 - PO Box|"
        "Organization 1 - Location|Organization 1 - Symbol|Organization 1 - Job Description|Organization 1 - Yomi Name|"
        "Custom Field # - Value|Relation # - Value|Event # - Value|IM # - Value|IM # - Service"
    ),
}

TABLES: tuple[Table, ...] = (
    (
        "Outlook",
        (
            "First Name|Last Name|E-mail Address|Business Phone; "
            "First Name|Last Name|E-mail Address|Mobile Phone; "
            "First Name|Last Name|E-mail Address|E-mail 2 Address; 名|姓|电子邮件地址|移动电话; "
            "名|姓|电子邮件地址|商务电话; Vorname|Nachname|E-Mail-Adresse|Telefon geschäftlich; "
            "Vorname|Nachname|E-Mail-Adresse|Mobiltelefon; Prénom|Nom|Adresse de messagerie|Téléphone (bureau)"
        ),
        CONTACTS,
        _OUTLOOK,
    ),
    (
        "Google Contacts",
        (
            "Given Name|Family Name|Group Membership; Given Name|Phone 1 - Value; Given Name|E-mail 1 - Value; "
            "First Name|Phone 1 - Label; First Name|E-mail 1 - Label; First Name|File As|Labels"
        ),
        CONTACTS,
        _GOOGLE,
    ),
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
            "Account Name|Account Owner|Mailing Street; Account Name|Account ID|Account Owner"
        ),
        "",
        {"parent_company": "Parent Account", "-": "AccountId|Site|Type|Account ID"},
    ),
    (
        "Zoho CRM",
        (
            "Record Id|Account Owner|Account Name|Created Time; Record Id|Account Owner; "
            "Record Id|Contact Owner; Record Id|Lead Owner; Contact Owner|Account Name|Asst Phone"
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
