"""The headers that old sheets give to the fields of customers and contacts, in Chinese, English and some German.

Case, blanks and punctuation do not count when a header is compared.
"""

from __future__ import annotations

from app.customers import synonyms_abroad as abroad
from app.customers import synonyms_farther as farther

_CUSTOMER_WORDS = {
    "name": (
        "客户名称|客户名|客户全称|客户|客户单位|公司名称|公司名|公司|公司全称|单位名称|单位|单位全称|企业名称|企业|厂名|工厂名称|"
        "厂家|店名|店铺名称|门店名称|供应商名称|供应商|供货商|供货单位|往来单位|往来单位名称|商户名称|机构名称|购货单位|名称|抬头|"
        "客戶名稱|客戶|公司名稱|customer name|customer|company name|company|prospect|prospect name|account name|account|client name|"
        "client|organization|"
        "organisation|organization name|business name|business|firm|name|supplier name|supplier|vendor name|vendor|firma|firmenname|"
        "unternehmen|kunde|kundenname|lieferant|organization 1 name|entreprise|société|empresa|cliente|компания|клиент|организация|"
        "收件公司|收件单位|收货公司|收货单位|客户店铺|客户店铺名称|客户门店|客户门店名称|客商|客商名称|客户公司|客户公司名称|客户企业|客户企业名称|客户单位名称|客户所在公司|客户所属公司|"
        "单位全名|往来单位全名|客户全名|third party name|third party|customer full name|partner name|raison sociale|nom du tiers|"
        "tiers|s nom|nom de l'entreprise|address title|denomination"
    ),
    "short_name": (
        "简称|客户简称|公司简称|单位简称|助记名|別名|short name|alias|abbreviation|kurzname|单位简名|往来单位简称|简名|alias name|"
        "name alias|nom alternatif"
    ),
    "kind": (
        "客户类别|客户类型|客户性质|往来类型|单位类型|类型|customer type|account type|partner type|is a company|is company|是公司|"
        "是否公司|ist ein unternehmen|es una compañía|es una empresa|"
        "é un'azienda|é uma empresa|kundenart|往来单位性质|往来单位类型|单位性质|company type"
    ),
    "level": (
        "级别|等级|客户级别|客户等级|客户分级|分级|重要程度|重要性|星级|信用等级|会员等级|客戶等級|level|grade|"
        "rating|priority|tier|class|customer level|customer grade|abc"
    ),
    "status": (
        "状态|客户状态|跟进状态|跟进进度|合作状态|客户阶段|阶段|成交状态|销售阶段|狀態|status|customer status|"
        "stage|lead status|lifecycle stage|active|kundenstatus"
    ),
    "source": (
        "来源|客户来源|获客渠道|渠道|线索来源|信息来源|來源|source|lead source|origin|channel|quelle|herkunft|original source|"
        "account source|customer source|lead origin|获客来源|渠道来源"
    ),
    "industry": (
        "行业|所属行业|行业类别|行业分类|所在行业|主营|主营业务|主营产品|经营范围|产业|产业别|行业别|產業|產業別|產業類別|行業|industry|sector|"
        "business type|line of business|branche"
    ),
    "parent_company": (
        "上级公司|上级客户|父级客户|上级单位|母公司|总公司|总部|所属集团|集团公司|隶属公司|隶属单位|上級公司|"
        "headquarters|head office|holding|muttergesellschaft|konzern|subsidiary of"
    ),
    "introduced_by": (
        "介绍人|引荐人|推荐人|转介绍人|介绍客户|推荐客户|介紹人|推薦人|introduced by|introducer|referrer|empfohlen von"
    ),
    "phone": (
        "电话|联系电话|固定电话|固话|座机|座机号|座机号码|电话号码|办公电话|公司电话|单位电话|联系方式|联系方法|总机|电话1|電話|"
        "聯絡電話|phone|telephone|tel|tel no|phone number|telephone number|contact number|contact no|office phone|work phone|"
        "business phone|main phone|office|phone 1|phone1|phone 1 value|company phone|telefon|telefonnummer|telefon 1|téléphone|"
        "teléfono|телефон|电话号|联系号码|phone no|phone numbers|phone office|phone work|phone main|phone number 1|tel 1|tél|"
        "tél pro|téléphone pro|telephone 1|main telephone"
    ),
    "mobile": (
        "手机|手机号|手机号码|移动电话|手机1|电话手机|联系手机|手提电话|手機|手機號碼|行動電話|mobile|mobile phone|mobile number|"
        "cell|cell phone|cellphone|handphone|mobile 1|mobile1|mob|mobil|mobiltelefon|handy|móvil|мобильный|有效手机号|手机一|"
        "mobile no|mobile phone number|cell number|mobile telephone|phone mobile|tel mobile|gsm|portable|tél portable|tel portable"
    ),
    "fax": "传真|传真号|传真号码|公司传真|傳真|fax|fax number|fax no|business fax|work fax|telefax|faxnummer|факс",
    "email": (
        "邮箱|电子邮箱|电子邮件|邮件|邮箱地址|电邮|邮件地址|e-mail|電子郵件|email|mail|email address|e-mail address|email 1|"
        "email 1 value|primary email|business email|e-mail-adresse|correo|courriel|电子邮箱地址|电子邮件地址|email id|e mail id|"
        "emails|user email|email addresses|email general|main e mail|adresse e mail|e mail"
    ),
    "website": (
        "网址|网站|官网|官网地址|官方网站|官方网址|官网网址|官网链接|网站链接|"
        "公司网址|主页|公司主页|网站地址|網址|website|web site|web|homepage|home page|url|web page|web page 1|"
        "webpage|website 1 value|web address|websiten-link|webseite|internet|сайт|网页|website url|web url|site web|"
        "company website|website address"
    ),
    "wechat": "微信|微信号|微信号码|公司微信|微信id|微信帳號|wechat|weixin|wechat id|we chat",
    "qq": "qq|qq号|qq号码|企业qq|腾讯qq|qq number|oicq",
    "country": (
        "国家|国籍|國籍|国别|国家地区|所在国家|國家|country|country region|nation|billing country|business country|country code|land|"
        "land region|staat|pays|país|страна|billing country region|country name|address country|country id name|pays id|country id"
    ),
    "province": (
        "省|省份|所在省份|所在省|省市|省自治区|省市区|所在地区|地区|区域|所属地区|所属区域|省份城市|省市县|縣市|province|state|"
        "region|state province|province state|county|bundesland|kanton|business state|region geschäftlich|bundesland kanton|st|"
        "prov|州省|state region|region state|state name|address state|state id name|province name|state code|département|"
        "region name|d nom|state id"
    ),
    "city": (
        "城市|市|所在城市|所在市|市区|城市名称|地市|城市地区|鄉鎮市區|city|town|city town|suburb|locality|stadt|ort|ville|ciudad|"
        "город|县市|市县|city name|address city|town city|billing town"
    ),
    "address": (
        "详细收货地址|收货详细地址|提货地址|收件地址|收货人地址|收件人地址|配送地址|地址|详细地址|公司地址|联系地址|通讯地址|"
        "通信地址|单位地址|注册地址|办公地址|收货地址|经营地址|送货地址|客户地址|邮寄地址|"
        "住址|家庭地址|厂址|所在地|地址1|地址2|位置|街道|add|住所|address|street|street address|address 1|address 2|address 3|"
        "address line 1|address line 2|address line 3|street 2|street 3|addr|addr1|addr2|addr3|addr4|street 1|apt suite|"
        "mailing address|address 1 street|address 1 formatted|business street|adresse|straße|straße2|strasse|straße und hausnummer|"
        "anschrift|dirección|адрес|街道地址|区|区县|所属区县|县区|所属区|所在区县|所在区|街道门牌|street address 2|街道2|"
        "street address 3|street line 1|street line 2|address street|address street 2|adresse 1|adresse ligne 1|rue|street name|"
        "calle|rua|hausnummer|hausnr|haus nr|house number|house no|street number|huisnummer|numero civico|门牌号"
    ),
    "postcode": (
        "邮编|邮政编码|邮政编号|邮编号码|邮码|邮政|郵遞區號|youbian|postcode|post code|postal code|zip|zip code|zipcode|"
        "zip postal code|postal|plz|postleitzahl|code postal|postal code zip code|индекс|address postal code|address zip|"
        "postal zip code"
    ),
    "tax_number": (
        "税号|纳税人识别号|纳税识别号|统一社会信用代码|社会信用代码|信用代码|税务登记号|组织机构代码|开票税号|纳税号|統一編號|"
        "公司税号|tax number|tax id|tax no|vat|vat number|vat no|vat id|tin|gst|gstin|abn|ein|tax registration number|ust-idnr|"
        "ustid|steuernummer|nif|cif|siret|инн|国税号|客户税号|tva intra|numéro de tva|n tva|tva intracommunautaire|"
        "vat registration number|tax registration|sales tax number|tax reg no|tax resale no|ust idnr|ust id"
    ),
    "bank": (
        "开户行|开户银行|开户支行|银行支行|支行|支行名称|开户银行支行|银行|银行名称|开户行名称|开户行及支行|开户網點|"
        "bank|bank name|bankname|bank branch"
    ),
    "bank_account": (
        "账号|帐号|银行账号|银行帐号|开户账号|开户帐号|银行账户|账户|帐户|卡号|bank account|bank account number|"
        "account no bank|iban|kontonummer|konto"
    ),
    "credit_limit": (
        "信用额度|授信额度|额度|赊销额度|信用额|信用限额|應收額度|credit limit|credit line|kreditlimit|应收上限|应收账款上限|"
        "欠款上限|信用額度|信貸額度|信贷额度|cr limit|credit lmt|limite de crédito|encours autorisé"
    ),
    "payment_terms": (
        "付款方式|付款条件|结算|结算类型|结算条件|"
        "结算方式|账期|结款方式|支付方式|收款条件|结算周期|付款条款|payment terms|terms of payment|payment term|"
        "terms|net terms|payment method|zahlungsbedingungen|zahlungsbedingung|信用账期|payment terms template|"
        "default payment terms|conditions de règlement|standard payment terms"
    ),
    "birthday": (
        "生日|出生日期|出生年月|客户生日|出生年月日|生辰|birthday|birth date|birthdate|date of birth|dob|born|"
        "geburtstag|geburtsdatum"
    ),
    "owner": (
        "归属销售|归属业务员|归属销售员|负责人|业务员|销售|销售员|业务代表|客户经理|跟进人|所属人|归属人|所有者|销售代表|责任人|业务|"
        "跟单|跟单员|业务负责人|"
        "领取客户的人|客户负责人|所属业务员|owner|account owner|sales rep|salesperson|sales person|account manager|assigned to|"
        "sales owner|responsible|representative|lead owner|contact owner|vertreter|销售人员|专管业务员|专营业务员|分管业务员|"
        "负责人姓名|负责人名字|负责人名称|"
        "客户所有人|客户归属人|导购员|导购|添加人|所属销售|assigned user|assigned user name|sales representatives|account rep|"
        "user id name|customer owner|commercial|verantwortlich|verkäufer|顾问|置业顾问|课程顾问|会籍顾问|服务顾问|健康顾问|学习顾问|"
        "销售顾问|销顾|婚礼顾问|接待人|接待人员|揽货人|專員|顧問|跟单人|跟单人员|经手人|经手业务员|拜访人|拜访员|回访人|回访员|"
        "我方对接人|我方联系人|我方负责人|我方业务员|我方跟进人|我方代表|我方人员|我司对接人|我司联系人|我司负责人|我司业务员|"
        "内部对接人|内部负责人|"
        "专属客服|负责客服|对接客服|对接业务员|对接销售|经纪人|置业经纪|房产经纪人|跟进经纪人|带看人|录客人|维护人|维护业务员|"
        "責任業務|負責業務|跟單員"
    ),
    "tags": (
        "标签|客户标签|分组|分类|客户分类|客户分组|标记|標籤|tags|tag|labels|categories|group|groups|segment|group membership|"
        "schlagworte|kategorien|往来单位分类|客户标签名称|category id name|tag ids name|tag names|customer group|étiquettes|etiquetas|"
        "catégories|catégorie"
    ),
    "preferences": (
        "喜好|偏好|爱好|兴趣|兴趣爱好|客户喜好|习惯|特殊要求|preferences|preference|interests|hobby|hobbies|likes"
    ),
    "notes": (
        "备注|说明|附注|简介|公司简介|备注说明|其他|其它|描述|客户简介|备注信息|客户备注|留言|情况|客户情况|跟进日志|备忘|備註|"
        "notes|note|remarks|remark|comments|comment|description|memo|public notes|info|notizen|bemerkung|bemerkungen|kommentar|"
        "note public|customer details|internal notes|internal note|note privée|note publique|customer note"
    ),
    "created_on": (
        "创建日期|创建时间|建档日期|建档时间|录入日期|录入时间|登记日期|登记时间|添加时间|注册日期|注册时间|入库日期|开户日期|"
        "开卡日期|开卡时间|报名日期|报名时间|加入日期|加入时间|建立日期|日期|首次合作|合作时间|"
        "created|created on|created at|create date|created date|creation date|date created|"
        "date added|registration date|subscription date|subdate|customer since|since|signup date|erstellt am|angelegt am|"
        "created time|date entered|date création|creation time|record created|date registered|registered|user registered|sign up|"
        "signed up|createdat|datec|date de création|member since|customer created|发展日期|date creation"
    ),
    "last_contact_on": (
        "上次联系|最近联系|最后联系|上次跟进|最近跟进|最后跟进|最近联系时间|上次联系时间|最后联系日期|上次联系日期|最近拜访|"
        "上次拜访|最后跟进时间|最近跟进时间|联系日期|跟进日期|拜访日期|last contact|last contacted|last contact date|last activity|"
        "last activity date|last visit|last call|letzter kontakt|最新活动记录时间|last activity time|最近跟进日期|last contacted on"
    ),
    "next_follow_up_on": (
        "下次联系|下次跟进|下次跟进时间|下次联系时间|下次跟进日期|下次联系日期|下次拜访|提醒日期|回访日期|"
        "下次回访|next follow up|next follow-up date|next contact|next contact date|next activity|follow up date|"
        "follow up|next step date|wiedervorlage"
    ),
}

_CONTACT_WORDS = {
    "customer": (
        "所属公司|所属客户|公司|公司名称|单位|单位名称|工作单位|客户名称|客户|所在公司|所在单位|企业名称|關聯公司|关联公司|company|"
        "company name|organization|organisation|account name|account|customer|organization 1 name|employer|parent company|parent|"
        "related company|associated company|firma|verbundenes unternehmen|unternehmen|third party|company account|account id name|"
        "parent id name|customer company|tiers|unternehmen name|related company name|compañía relacionada|"
        "empresa relacionada|azienda collegata|客户公司|所在企业"
    ),
    "name": (
        "联系人|联系人姓名|联系人员|姓名|联系人名称|联络人|主要联系人|主联系人|客户主联系人|首要联系人|第一联系人|收件人|收货人|"
        "经办人|采购人|采购联系人|客户姓名|"
        "客户联系人|老板|老板姓名|法人|法人代表|法定代表人|负责人|负责人姓名|负责人名字|名字|称呼|会员姓名|業主|聯絡人|"
        "聯繫人|contact|contact name|contact person|full name|fullname|display name|name|primary contact|main contact|person|"
        "attention|attn|primary poc|poc|point of contact|ansprechpartner|kontakt|kontaktperson|nom|nombre|фио|контактное лицо|имя"
    ),
    "title": (
        "职务|职位|岗位|头衔|职称|担任职务|职级|職稱|title|job title|position|contact title|role|function|occupation|"
        "organization 1 title|profession|funktion|beruf|stelle|任职|designation|工作岗位|job position|organization title|"
        "employee title|poste|fonction|poste fonction|s poste|business title|puesto de trabajo|posizione lavorativa"
    ),
    "department": (
        "部门|所在部门|所属部门|科室|部門|department|dept|division|organization 1 department|abteilung|department_1|"
        "organization department"
    ),
    "gender": "性别|性別|联系人性别|gender|sex|geschlecht",
    "phone": (
        "电话|联系电话|固定电话|座机|办公电话|电话号码|固话|联系方式|電話|phone|telephone|tel|phone number|work phone|"
        "business phone|direct phone|office phone|office|direct line|phone 1 value|phone1|phone 2|phone2|company main phone|"
        "telefon|telefon geschäftlich|telefon privat|haupttelefon|商务电话|住宅电话|office telephone|phone work|phone office|"
        "direct telephone|tél pro|direct dial|durchwahl|direktwahl|telefon durchwahl|telefondurchwahl|ligne directe|tél direct|"
        "téléphone direct|línea directa|teléfono directo|linea diretta|telefono diretto|linha direta|doorkiesnummer|direktnummer|"
        "contact no|contact number|phone number 1|phone numbers|telefonnummer|telephone number|tél|téléphone pro|телефон|"
        "座机号|座机号码|电话1|电话号|联系号码|联系方法|聯絡電話"
    ),
    "mobile": (
        "手机|手机号|手机号码|移动电话|手机1|手机2|联系手机|手機|行動電話|mobile|mobile phone|mobile number|cell|cell phone|"
        "mobile1|mobile2|mobil|mobiltelefon|handy|移动电话1|mobile no|mobile phone number|cell number|phone mobile|gsm|portable|"
        "tél portable|mobile telephone|мобильный|手提电话|手机一|手機號碼|有效手机号|电话手机"
    ),
    "fax": "传真|传真号|传真号码|傳真|fax|fax number|fax no|business fax|work fax|fax geschäftlich|faxnummer|факс",
    "email": (
        "邮箱|电子邮箱|电子邮件|邮件|邮箱地址|电邮|个人邮箱|電子郵件|email|e-mail|mail|email address|e-mail address|e-mail 1 value|"
        "primary email|work email|e-mail-adresse|电子邮件地址|email id|user email|work e mail|email1|email 1|business e mail|emails|"
        "adresse e mail|correo|courriel|email addresses|电子邮箱地址|邮件地址"
    ),
    "wechat": "微信|微信号|个人微信|微信号码|微信id|微信帳號|wechat|weixin|wechat id",
    "qq": "qq|qq号|qq号码|腾讯qq|qq number|oicq",
    "address": (
        "家庭地址|住址|家庭住址|联系人地址|通讯地址|地址|详细地址|联系地址|home address|address|street|home street|address 1|"
        "address 2|straße geschäftlich|straße geschäftlich 2|straße privat|anschrift|住宅地址|address line 1|address line 2|"
        "address street"
    ),
    "birthday": "生日|出生日期|出生年月|birthday|birth date|birthdate|date of birth|dob|geburtstag|geburtsdatum",
    "is_primary": (
        "主联系人|是否主要|首要联系人|是否主联系人|is primary|primary|main contact|hauptkontakt|主要联系人|is primary contact|"
        "primary contact"
    ),
    "notes": "备注|说明|联系人备注|附注|備註|notes|note|remarks|comments|description|memo|notizen|bemerkung",
}

_BOTH = frozenset("phone mobile fax email address birthday notes".split())


def _words(own: dict[str, str], *further: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {
        name: tuple("|".join((words, *(one[name] for one in further if name in one))).split("|"))
        for name, words in own.items()
    }


def _shared(words: dict[str, str]) -> dict[str, str]:
    return {name: words[name] for name in _BOTH}


CUSTOMER = _words(_CUSTOMER_WORDS, abroad.CUSTOMER_WORDS, farther.CUSTOMER_WORDS)
CONTACT = _words(
    _CONTACT_WORDS,
    _shared(abroad.CUSTOMER_WORDS), abroad.CONTACT_WORDS, _shared(farther.CUSTOMER_WORDS), farther.CONTACT_WORDS,
)  # fmt: skip
