"""The customer and the contact, as the dictionary knows them."""

from __future__ import annotations

from app.records.fields import Choice, Field, FieldKind, RecordType
from app.shared.i18n import N_

K = FieldKind

KINDS = (
    Choice("company", N_("Company"), ("公司", "企业", "单位", "business", "organization", "organisation")),
    Choice("person", N_("Person"), ("个人", "散客", "individual", "private")),
    Choice("supplier", N_("Supplier"), ("供应商", "供货商", "厂商", "vendor")),
    Choice("partner", N_("Partner"), ("合作伙伴", "经销商", "代理商", "渠道", "reseller", "dealer", "agent")),
)
LEVELS = (
    Choice("A", "A", ("A级", "A类", "A+", "vip", "重点", "重要", "重点客户", "大客户", "key account")),
    Choice("B", "B", ("B级", "B类", "普通", "一般", "普通客户")),
    Choice("C", "C", ("C级", "C类", "小客户", "低")),
)
STATUSES = (
    Choice("public_pool", N_("Public pool"), ("公共池", "公海", "公海客户")),
    Choice("prospect", N_("Prospect"), ("潜在", "潜在客户", "意向", "意向客户", "跟进中", "lead", "potential", "new")),
    Choice("active", N_("Customer"), ("成交", "成交客户", "老客户", "合作中", "正式客户", "active", "customer", "won")),
    Choice("dormant", N_("Dormant"), ("休眠", "沉睡", "暂停", "不活跃", "inactive", "sleeping")),
    Choice("lost", N_("Lost"), ("流失", "流失客户", "已流失", "失效", "former")),
)
GENDERS = (
    Choice("female", N_("Female"), ("女", "女士", "f", "ms", "mrs", "miss", "w")),
    Choice("male", N_("Male"), ("男", "先生", "m", "mr")),
)

CUSTOMER = RecordType(
    name="customer",
    plural="customers",
    code=1,
    label=N_("Customer"),
    label_plural=N_("Customers"),
    fields=(
        Field("name", K.TEXT, N_("Name"), required=True, searched=True, pinyin=True, shown=True, indexed=True, width=210),
        Field("short_name", K.TEXT, N_("Short name"), searched=True, pinyin=True),
        Field("kind", K.CHOICE, N_("Kind"), choices=KINDS, default="company", indexed=True, width=90),
        Field("level", K.CHOICE, N_("Level"), choices=LEVELS, shown=True, indexed=True, width=56),
        Field("status", K.CHOICE, N_("Status"), choices=STATUSES, default="prospect", shown=True, indexed=True, width=84),
        Field("source", K.TEXT, N_("Source"), suggested=True),
        Field("industry", K.TEXT, N_("Industry"), suggested=True),
        Field("phone", K.PHONE, N_("Phone"), searched=True, shown=True, width=130, group="contact"),
        Field("mobile", K.PHONE, N_("Mobile"), searched=True, width=130, group="contact"),
        Field("fax", K.PHONE, N_("Fax"), searched=True, width=130, group="contact"),
        Field("email", K.EMAIL, N_("E-mail"), searched=True, width=180, group="contact"),
        Field("website", K.URL, N_("Website"), width=180, group="contact"),
        Field("wechat", K.TEXT, N_("WeChat"), searched=True, group="contact"),
        Field("qq", K.TEXT, N_("QQ"), searched=True, group="contact"),
        Field("country", K.TEXT, N_("Country"), suggested=True, group="address"),
        Field("province", K.TEXT, N_("Province"), suggested=True, group="address"),
        Field("city", K.TEXT, N_("City"), searched=True, shown=True, suggested=True, indexed=True, width=100, group="address"),
        Field("address", K.TEXT, N_("Address"), searched=True, width=240, group="address"),
        Field("postcode", K.TEXT, N_("Postcode"), width=80, group="address"),
        Field("tax_number", K.TEXT, N_("Tax number"), searched=True, indexed=True, width=160, group="money"),
        Field("bank", K.TEXT, N_("Bank"), group="money"),
        Field("bank_account", K.TEXT, N_("Bank account"), width=160, group="money"),
        Field("credit_limit", K.MONEY, N_("Credit limit"), width=110, group="money"),
        Field("payment_terms", K.TEXT, N_("Payment terms"), suggested=True, group="money"),
        Field("birthday", K.DATE, N_("Birthday"), width=100),
        Field("owner", K.TEXT, N_("Owner"), suggested=True),
        Field("tags", K.TAGS, N_("Tags"), searched=True),
        Field("preferences", K.LONG_TEXT, N_("Preferences"), searched=True),
        Field("notes", K.LONG_TEXT, N_("Notes"), searched=True, width=240),
        Field("created_on", K.DATE, N_("Created"), default="today", indexed=True, width=100),
        Field("last_contact_on", K.DATE, N_("Last contact"), shown=True, indexed=True, width=100),
        Field("next_follow_up_on", K.DATE, N_("Next follow-up"), shown=True, indexed=True, width=110),
    ),
)

CONTACT = RecordType(
    name="contact",
    plural="contacts",
    code=2,
    label=N_("Contact"),
    label_plural=N_("Contacts"),
    parent="customer",
    folded=True,
    fields=(
        Field("customer", K.LINK, N_("Customer"), link="customer", required=True, shown=True, indexed=True, width=210),
        Field("name", K.TEXT, N_("Name"), required=True, searched=True, pinyin=True, shown=True, indexed=True),
        Field("title", K.TEXT, N_("Title"), shown=True),
        Field("department", K.TEXT, N_("Department")),
        Field("gender", K.CHOICE, N_("Gender"), choices=GENDERS, width=70),
        Field("phone", K.PHONE, N_("Phone"), searched=True, shown=True, width=130),
        Field("mobile", K.PHONE, N_("Mobile"), searched=True, shown=True, width=130),
        Field("fax", K.PHONE, N_("Fax"), searched=True, width=130),
        Field("email", K.EMAIL, N_("E-mail"), searched=True, shown=True, width=180),
        Field("wechat", K.TEXT, N_("WeChat"), searched=True),
        Field("qq", K.TEXT, N_("QQ"), searched=True),
        Field("address", K.TEXT, N_("Address"), width=240),
        Field("birthday", K.DATE, N_("Birthday"), width=100),
        Field("is_primary", K.BOOLEAN, N_("Main contact"), width=70),
        Field("notes", K.LONG_TEXT, N_("Notes"), searched=True, width=240),
    ),
)

RECORD_TYPES = (CUSTOMER, CONTACT)
