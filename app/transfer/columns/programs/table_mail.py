"""What mail programs, groupware and phones call the columns of their address books, see ``table``."""

from __future__ import annotations

from app.transfer.columns.programs.table_chinese import Table
from app.transfer.columns.proposals import CONTACTS, CUSTOMERS

_THUNDERBIRD = {
    "given": "First Name|名字|名|Vorname|Prénom|Nombre|Nome|Имя",
    "family": "Last Name|姓氏|姓|Nachname|Nom de famille|Nom|Apellidos|Cognome|Фамилия",
    "name": "Display Name|显示名称|显示名|Anzeigename|Nom à afficher|Nombre a mostrar|Nome visualizzato",
    "email": (
        "Primary Email|主要电子邮件|主邮箱|首选电子邮件|Primäre E-Mail-Adresse|Adresse électronique principale|"
        "Correo electrónico primario"
    ),
    "email+": (
        "Secondary Email|备用电子邮件|备用邮箱|其他电子邮件|Sekundäre E-Mail-Adresse|Adresse électronique secondaire|"
        "Correo electrónico secundario"
    ),
    "phone": "Work Phone|工作电话|Tel. dienstlich|Téléphone professionnel|Teléfono del trabajo",
    "phone+": "Home Phone|家庭电话|Tel. privat|Téléphone personnel|Teléfono particular",
    "fax": "Fax Number|传真号码|Fax-Nummer|Fax|Número de fax",
    "mobile": "Mobile Number|移动电话号码|手机号码|Mobil-Tel.-Nr.|Portable|Número de móvil",
    "address+": (
        "Home Address|Home Address 2|家庭地址|家庭地址 2|Privat: Adresse|Privat: Adresse 2|Adresse privée|Adresse privée 2|"
        "Dirección particular|Dirección particular 2"
    ),
    "customer.address": (
        "Work Address|Work Address 2|工作地址|工作地址 2|Dienstlich: Adresse|Dienstlich: Adresse 2|Adresse professionnelle|"
        "Adresse professionnelle 2|Dirección del trabajo|Dirección del trabajo 2"
    ),
    "customer.city": "Work City|Dienstlich: Ort|Ville professionnelle",
    "customer.province": "Work State|Dienstlich: Bundesland|Région professionnelle",
    "customer.postcode": "Work ZipCode|Dienstlich: PLZ|Code postal professionnel",
    "customer.country": "Work Country|Dienstlich: Land|Pays professionnel",
    "title": "Job Title|职务|职位|Titel|Fonction|Cargo",
    "department": "Department|部门|Abteilung|Service|Departamento",
    "customer": "Organization|公司|组织|单位|Organisation|Société|Organización",
    "customer.website": "Web Page 1|网页 1|Webseite 1|Page Web 1",
    "customer.website+": "Web Page 2|网页 2|Webseite 2|Page Web 2",
    "notes": "Notes|注释|备注|附注|Notizen|Notas",
    "-": (
        "Nickname|昵称|Spitzname|Surnom|Apodo|Screen Name|屏幕名|Messenger-Name|Pager Number|寻呼机号码|Pager-Nummer|"
        "Custom #|定制 #|自定义 #|Benutzerdef. #|Benutzerdefiniert #|Divers #"
    ),
}
_KADDRESSBOOK = {
    "given": "Given Name",
    "middle": "Additional Names",
    "family": "Family Name",
    "name": "Formatted Name",
    "customer": "Organization",
    "department": "Department",
    "title": "Title|Role",
    "phone": "Business Phone",
    "phone+": "Home Phone|Car Phone",
    "mobile": "Mobile Phone",
    "fax": "Business Fax",
    "fax+": "Home Fax",
    "email": "Email Address",
    "email+": "Email Address #",
    "birthday": "Birthday",
    "customer.address": "Business Address Street",
    "customer.city": "Business Address City|Business Address Locality",
    "customer.province": "Business Address Region",
    "customer.postcode": "Business Address Postal Code|Business Address Post Code",
    "customer.country": "Business Address Country",
    "address+": (
        "Home Address Street|Home Address City|Home Address Locality|Home Address Region|Home Address Postal Code|"
        "Home Address Post Code|Home Address Country"
    ),
    "customer.website": "Homepage|URL",
    "notes": "Note",
    "-": (
        "Nick Name|Honorific Prefixes|Honorific Suffixes|Profession|Office|Mail Client|Pager|ISDN|Anniversary|Manager's Name|"
        "Partner's Name|Assistant's Name|Blog Feed|Blog Feed Address|Spouse's Name"
    ),
}
_GROUPWARE = {
    "given": "n_given",
    "middle": "n_middle",
    "family": "n_family",
    "name": "n_fn|n_fileas",
    "customer": "org_name",
    "department": "org_unit",
    "title": "role|title",
    "birthday": "bday",
    "email": "email",
    "email+": "email_home",
    "phone": "tel_work",
    "phone+": "tel_home|tel_other|tel_car|tel_prefer|tel_assistent",
    "mobile": "tel_cell",
    "fax": "tel_fax",
    "fax+": "tel_fax_home",
    "customer.address": "adr_one_street|adr_one_street2",
    "customer.city": "adr_one_locality",
    "customer.province": "adr_one_region",
    "customer.postcode": "adr_one_postalcode",
    "customer.country": "adr_one_countryname",
    "address+": (
        "adr_two_street|adr_two_street2|adr_two_locality|adr_two_region|adr_two_postalcode|adr_two_countryname"
    ),
    "customer.website": "url",
    "customer.website+": "url_home",
    "customer.tags": "tags|cat_id",
    "notes": "note",
    "-": (
        "n_prefix|n_suffix|salutation|assistent|room|tel_pager|tel_cell_private|notes|adr_one_lon|adr_one_lat|adr_two_lon|"
        "adr_two_lat|calendar_uri|freebusy_uri|container_id|account_id|pubkey|tz|geo|type"
    ),
}
_NOKIA = {
    "given": "First name",
    "middle": "Middle name",
    "family": "Last name",
    "title": "Job title",
    "customer": "Company",
    "birthday": "Birthday",
    "mobile": "General mobile|Business mobile",
    "phone": "Business phone",
    "phone+": "General phone|Home phone|Home mobile",
    "email": "General e-mail",
    "email+": "Business e-mail|Home e-mail",
    "fax": "Business fax|General fax",
    "customer.address": "Business street|General street",
    "customer.postcode": "Business postal/ZIP code|General postal/ZIP code",
    "customer.city": "Business city|General city",
    "customer.province": "Business state/province|General state/province",
    "customer.country": "Business country/region|General country/region",
    "address+": "Home street|Home postal/ZIP code|Home city|Home state/province|Home country/region",
    "customer.website": "Business web address|General web address",
    "notes": "Notes",
    "-": "Title|Suffix|SIP address|Push-to-talk|Share view|User ID|Nickname",
}
_DATEV = {
    "name": "Name (Adressattyp Unternehmen)",
    "family": "Name (Adressattyp natürl. Person)",
    "given": "Vorname (Adressattyp natürl. Person)",
    "short_name": "Kurzbezeichnung",
    "tax_number": "EU-UStID",
    "address": "Straße|Adresszusatz",
    "postcode": "Postleitzahl",
    "city": "Ort",
    "country": "Land",
    "phone": "Telefon",
    "fax": "Fax",
    "email": "E-Mail",
    "website": "Internet",
    "bank_account": "IBAN-Nr. 1",
    "-": "Konto|EU-Land|Anrede|Adressattyp|Adressart|Adelstitel|Namensvorsatz|Name (Adressattyp keine Angabe)",
}
_GMAIL = {
    "name": "Name",
    "email": "E-mail",
    "email+": "Section # - Email",
    "phone+": "Section # - Phone|Section # - Mobile",
    "fax+": "Section # - Fax",
    "customer": "Section 1 - Company|Section 2 - Company",
    "title": "Section 1 - Title|Section 2 - Title",
    "customer.address+": "Section # - Address",
    "notes": "Notes",
    "label": "Section # - Description",
    "-": "Section # - IM|Section # - Pager|Section # - Other",
}

MAIL_PROGRAMS: tuple[Table, ...] = (
    (
        "Thunderbird",
        (
            "Display Name|Primary Email|Secondary Email; 显示名称|主要电子邮件; 显示名|主要电子邮件; Anzeigename|Primäre E-Mail-Adresse; "
            "Nom à afficher|Adresse électronique principale; Nombre a mostrar|Correo electrónico primario"
        ),
        CONTACTS,
        _THUNDERBIRD,
    ),
    ("KAddressBook", "Formatted Name|Family Name|Given Name|Business Address Street", CONTACTS, _KADDRESSBOOK),
    ("Tine Groupware", "n_family|n_given|org_name; n_fn|org_name|adr_one_locality", CONTACTS, _GROUPWARE),
    (
        "Nokia",
        "First name|Last name|General mobile; First name|Last name|General phone|Business phone",
        CONTACTS,
        _NOKIA,
    ),
    ("DATEV", "Name (Adressattyp Unternehmen)|Name (Adressattyp natürl. Person)", CUSTOMERS, _DATEV),
    ("Gmail", "Section 1 - Description|Section 1 - Email|Section 1 - Phone", CONTACTS, _GMAIL),
)
