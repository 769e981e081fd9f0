"""What Outlook and Google Contacts call the columns of their exports, see ``table``."""

from __future__ import annotations

from app.transfer.columns.programs.table_chinese import Table
from app.transfer.columns.proposals import CONTACTS

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
    "customer.address+": "Address 1 - Formatted",
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
        "Language|Hobby|Mileage|Directory Server|Billing Information|Address 1 - PO Box|"
        f"{'|'.join(f'Address {number} - Formatted' for number in range(2, 10))}|"
        "Organization 1 - Location|Organization 1 - Symbol|Organization 1 - Job Description|Organization 1 - Yomi Name|"
        "Custom Field # - Value|Relation # - Value|Event # - Value|IM # - Value|IM # - Service"
    ),
}

ADDRESS_BOOKS: tuple[Table, ...] = (
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
)
