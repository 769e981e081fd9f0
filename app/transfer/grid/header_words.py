"""Words in headers that name no field: whose value it is, what is never imported, and what other tables are about."""

from __future__ import annotations

from app.transfer.grid.folding import listed

OF_CONTACT = listed(
    "负责人|校长|院长|厂长|店长|园长|收货人|收件人|提货人|recipient|consignee|"
    "主要联系人|第一联系人|首要联系人|联系人|联络人|联系|采购人|采购员|经办人|老板|法人|个人|聯絡人|primary contact|"
    "contact person|contact|"
    "dr|doctor|person|cp|kontakt|ansprechpartner|company main"
)
"""Before a field's word: it is the contact's."""

OF_CUSTOMER = listed(
    "客户|客戶|招标单位|招标人|采购单位|委托单位|报修单位|使用单位|建设单位|经销商|代理商|分销商|加盟商|公司|单位|企业|厂家|工厂|供应商|供货商|店铺|门店|会员|甲方|乙方|买方|购方|买家|購買人|购买人|订货人|buyer|所属|所在|客人|所有|customer|"
    "company|account|client|supplier|"
    "patient|donor|member|subscriber|"
    "vendor|billing|bill to|business|work|main|primary|partner|organization|firma|kunden|kunde|default|current|mailing|"
    "billing address|primary address|default address|mailing address|office address|registered address|"
    "开票|发票|注册|办公|经营|商务|往来单位|商务地址|公司地址|办公地址|注册地址|联系地址|所在地"
)
"""Before a field's word: it is the customer's."""

OF_PRODUCT = listed(
    "variant|产品|商品|物料|货品|存货|物品|药品|材料|配件|零件|备件|耗材|器械|图书|設備|设备|產品|product|item|article|goods|artikel"
)
"""Before a field's word: it is the product's."""

SECOND = listed(
    "ship to|shipping|ship|delivery|home|private|other|secondary|second|assistant|assistent|alternate|alternative|alt|"
    "shipping address|delivery address|alternate address|home address|other address|secondary address|住宅|住宅地址|其他地址|"
    "家庭|家里|送货地址|收货地址|邮寄|寄送|寄票|收票|更多|有效|最新|"
    "weitere|weiterer|weiteres|weiteres r|weiteres e|备用|第二|其他|其它|送货|收货|另一|副|old"
)
"""Before a field's word: there is a better column for the field, if there is another."""

BEHIND = listed(
    "geschäftlich|value|firma|formatted|必填|选填|required|optional|信息|资料|内容|为必填|cli for|anagrafica|ana"
)
"""After a field's word: says nothing."""

SECOND_BEHIND = listed("privat|privat 2|geschäftlich 2|geschäftlich 3|privat 3|备用|assistent")

GIVEN = listed(
    "first|given|first name|firstname|given name|givenname|forename|vorname|prénom|名字first|cp givenname|fname|prenom|имя|"
    "voornaam|nombre de pila|vornamen|nome di battesimo|given names|first names|christian name|křestní jméno|krstné meno|keresztnév|"
    "utónév|prenume|imię|förnamn|fornavn|etunimi|primeiro nome|primer nombre|ім я|שם פרטי|نام کوچک|الاسم الأول|nama depan|tilltalsnamn|"
    "名|下の名前|漢字名|名漢字|氏名 名|お名前 名|ชื่อจริง"
)
FAMILY = listed(
    "last|family|last name|lastname|family name|familyname|surname|nachname|cp name|lname|nom de famille|фамилия|姓氏|"
    "familienname|apellido|apellidos|cognome|sobrenome|achternaam|nazwisko|příjmení|soyad|soyadı|фамилия|"
    "family names|last names|priezvisko|vezetéknév|családnév|nume de familie|nume familie|efternamn|etternavn|sukunimi|прізвище|επώνυμο|"
    "prezime|priimek|שם משפחה|نام خانوادگی|اسم العائلة|นามสกุล|nama belakang|último nome|primer apellido|soyisim|"
    "姓|苗字|名字漢字|漢字姓|姓漢字|氏名 姓|お名前 姓|họ đệm|họ và tên đệm|họ lót|họ và tên lót|اللقب العائلي"
)
MIDDLE = listed(
    "middle name|additional name|middlename|weitere vornamen|middle initial|middle names|deuxième prénom|segundo nombre|nome do meio|"
    "mellannamn|mellomnavn|mellemnavn|tussenvoegsel|tussenvoegsels|по батькові|ikinci ad"
)

INSTITUTIONS = listed(
    "招标单位|招标人|招标方|业主单位|发包方|发包单位|总包单位|"
    "代理商|经销商|分销商|加盟商|加盟店|渠道商|承包商|施工单位|建设单位|租户|租客单位|协议单位|签约单位|品牌商|货主|代理|經銷商|"
    "租客|承租人|承租方|承租单位|租赁方|承租商户|房客|物业公司|装修公司|装饰公司|建筑公司|贸易公司|使用单位|报修单位|委托单位|用户单位|合作单位|送检单位|参展单位|报名单位|"
    "医院|诊所|卫生院|学校|幼儿园|酒店|饭店|餐厅|宾馆|药店|商户|商家|机构|门店|网点|店铺|农场|合作社|物业|小区|楼盘|"
    "practice|clinic|hospital|school|hotel|restaurant|dealer|dealership|store|shop|farm|church|agency|studio|garage|office|institution"
)
"""Kinds of customers: as a header, alone or before 名称 or "name", the customer's name."""

CALLED = listed("姓名|名称|名字|名|签名|签字|人员|代表|经理|主管")
"""After a word for somebody: still that person's name."""

ROW_NUMBER = listed(
    "stt|連番|序号|序|行号|序列|项次|顺序|编次|行 id|no|nr|num|s n|sn|sno|sl no|row|row number|index|lfd nr|#|№|п п"
)
"""Numbers of the rows: nothing to keep."""

IDENTITY = listed(
    "编号|编码|代码|客户编号|客户编码|客户代码|客户id|客户号|客户卡号|会员编号|会员号|会员卡号|单位编码|往来单位编码|"
    "供应商编码|供应商编号|公司编号|"
    "id|code|number|acct|acct #|acct no|customer id|customer no|customer number|customer key|"
    "customer code|customernumber|account number|account no|"
    "account id|account number  c|client id|client number|id number|supplier id|supplier code|vendor id|vendor code|"
    "contact id|lead id|record id|kundennummer|kunden nr|debitorennummer|external id|oracle id  c|"
    "身份证号|身份证|身份证号码|身份证件号|证件号|"
    "证件号码|证件编号|护照号|护照号码|档案号|user id|"
    "employee number|username|id编码|user login|reference|internal reference|customer reference|customer ref|ref|code client|"
    "code_client|organization number|account no|助记码|拼音码|单位拼音码|唯一性id|record id contact|record id company|external id|"
    "socid|rowid|s rowid|hs object id|member id|member no|member number|membership number|donor id|client code|account code|debtor no|"
    "license number|licence number|顧客id|顧客コード|顧客番号|取引先コード|取引先id|得意先コード|会員番号|"
    "仕入先コード|仕入先番号|仕入先id|仕入先cd|得意先番号|得意先id|得意先cd|取引先番号|取引先cd|顧客cd|会員コード|会員id|"
    "거래처코드|고객번호|고객코드|회원번호|고객id|"
    "รหัสลูกค้า|mã khách hàng|mã kh|كود العميل|رقم العميل|معرف العميل|کد مشتری|מספר לקוח|kod pelanggan|kode pelanggan|id pelanggan|"
    "код клиента|код контрагента|номер клиента|n° client|no client|numéro client|numéro de client|réf client|codice cliente|cod cliente|"
    "nº cliente|nº de cliente|número de cliente|código de cliente|código cliente|klantnummer|klantnr|kundnummer|numer klienta|"
    "číslo zákazníka|asiakasnumero|vevőkód|müşteri no|müşteri kodu"
)
"""Numbers that another program gave to customers: kept in the notes, and rows with different ones are different."""

SECRET = listed(
    "password|user pass|user password|passwort|passwd|pwd|密码|口令|登录密码|支付密码|mot de passe|contraseña|пароль|pin|"
    "pin code|password hash|passwordhash|heslo|jelszó|parolă|hasło|lösenord|adgangskode|passord|salasana|şifre|senha|wachtwoord|"
    "パスワード|비밀번호|mật khẩu|kata sandi|كلمة المرور|סיסמה"
)
"""Never imported."""

SERIAL = listed(
    "序列号|产品序列号|序列编号|设备编号|设备号|设备序列号|出厂编号|出厂号|机身号|机身编号|机身码|整机编号|整机号|机器编号|机器号|机号|机台编号|sn码|sn号|"
    "sn编号|车架号|车架号码|车辆识别代号|发动机号|vin|vin码|imei|imei码|电梯编号|梯号|锅炉编号|表号|水表号|电表号|燃气表号|仪表编号|資產編號|資產編碼|"
    "資產序號|設備編號|機號|序號編號|資產號|serial number|serial no|serial|serial #|serialnumber|machine no|machine number|machine serial|"
    "equipment no|equipment id|equipment number|asset id|asset no|asset number|asset tag|unit serial|seriennummer|serien nr|seriennr|"
    "geräte nr|gerätenummer|maschinennummer|maschinen nr|fahrgestellnummer|numéro de série|n° de série|n° série|número de serie|"
    "nº de serie|nº serie|n serie|matricola|numero di serie|numero de serie|número de série|serienummer|numer seryjny|nr seryjny|"
    "sériové číslo|seri no|seri numarası|серийный номер|заводской номер|製造番号|機番|機械番号|シリアル番号|シリアルno|일련번호|시리얼번호"
)
"""Numbers of single machines: what customers have, and no numbers of theirs."""

PLAIN = SERIAL + listed(
    "created by|createdby|created by id|created by name|modified by|modifiedby|last modified by|last modified by id|updated by|"
    "modified time|date modified|last modified date|last modified|modified at|updated at|system modstamp|tms|"
    "is deleted|deleted|locked|is locked|is email bounced|email bounced reason|email opt out|do not call|has opted out of email|"
    "accepts email marketing|accepts sms marketing|accepts marketing|unsubscribed from all email|marketing contact status|"
    "photo|photo url|image|avatar|record image|picture|language|lang|time zone|timezone|currency|default currency|exchange rate|"
    "is public|is converted|converted date time|notify owner|portal user|visibility|disabled|is internal customer|series|naming series|"
    "contract|contracts|latitude|longitude|lat|lng|lon|lat lng|geo|coordinates|gps|经度|纬度|经纬度|坐标|breitengrad|längengrad|"
    "image url|image|images|image src|logo|logo url|photo url|picture url|thumbnail|icon|图片|图片地址|图片链接|头像|照片|"
    "物流单号|物流编号|快递号|快递编号|运单编号|货运单号|托运单号|外箱尺寸|外箱规格|包装尺寸|彩盒尺寸|箱规|装箱量|装箱数|毛重|净重|体积|"
    "activities|branch|branch name|branch code|default account|income account|expense account|receivable account|payable account|"
    "default receivable account|default payable account|debtors account|creditors account|gl account|ledger account|"
    "campaign id|reports to|reports to id|parent account id|tax exempt|sales tax code|tax item|job status|"
    "active status|active  c|phonetic first name|phonetic middle name|phonetic last name|yomi name|given name yomi|family name yomi|"
    "given yomi|surname yomi|company yomi|file as|member of|fournisseur|vendor rank|customer rank|supplier rank|"
    "address title type|address type|account is inactive|salutation name|type of third party|workforce|"
    "创建人|创建者|录入人|最后修改人|最新修改人|修改人|更新人|最后修改时间|最新修改日|最新修改时间|修改时间|更新时间|最后跟进人|最新跟进人|"
    "负责人主属部门|负责人所在部门|归属部门|分管部门|专管部门|添加人所属部门|添加人帐号|添加人账号|生命状态|锁定状态|公海状态|"
    "调前价|调前价格|调整前价格|调整前单价|旧价|旧价格|旧单价|old price|previous price|"
    "审核状态|审批状态|打印状态|同步状态|开票状态|核销状态|登记状态|经营状态|企业状态|注册资本|实缴资本|注册资金|成立日期|成立时间|核准日期|营业期限|经营期限|参保人数|曾用名|英文名|英文名称|"
    "企业 机构 类型|企业类型|注册号|工商注册号|登记机关|纳税人资质|停用|是否停用|价格等级|价格级别|关键决策人|所属门店|激活状态|禁用状态|"
    "最新年报地址|年报地址|公司注册日期|公司注册时间|企业注册日期|企业注册时间|工商注册日期|工商注册时间|公司成立日期|公司成立时间|企业成立日期|企业成立时间|"
    "成立年份|创立时间|创办时间|注册成立时间|单位成立时间|ip|ip地址|"
    "登录ip|注册ip|最后登录ip|ip address|last ip|last login ip|login ip|ip adresse|ip адрес|"
    "mac地址|服务器地址|网络地址|图片地址|视频地址|附件地址|文件地址|下载地址|链接地址|"
    "定位地址|实际定位地址|打卡地址|签到地址|gps地址|风险级别|风险等级|风险评级|发卡部门|制单部门|承办部门|承接部门|经办部门|申请部门|申请人部门|申请人所在部门|经办人部门|业务员部门|销售员部门|开票部门|销售部门|业务部门|负责部门|跟进部门|"
    "openid|微信openid|unionid|微信unionid|支付宝|支付宝号|支付宝账号|支付宝帐号|支付宝账户|买家支付宝账号|收款账号类型|责任部门|发货部门|接单部门|受理部门|管理部门|服务部门|售后部门|责任科室|发票类型|发票种类|发票类别|票据类型|开票类型|开票方式|户名|开户名|开户名称|账户名称|帐户名称|账户名|银行户名"
)
"""What programs and registers tell besides: no field of ours, kept in the notes, and never guessed at."""

DEAL = listed(
    "订单号|订单编号|订单id|订单 id|订单序号|单号|单据编号|单据号|单据日期|销售单号|出库单号|入库单号|发票号|发票号码|"
    "发票编号|发票编码|发票代码|销售订单号|销售订单编号|运单号|快递单号|流水号|交易号|"
    "合同号|合同编号|工单号|工单编号|维修单号|报修单号|报价单号|采购单号|凭证号|送货单号|订单日期|发货日期|下单时间|"
    "下单日期|成交日期|销售日期|"
    "order id|orderid|order no|order number|order #|order date|invoice id|invoice no|invoice number|invoice #|invoice date|"
    "invoice status|bill number|receipt no|transaction id|transaction date|transaction type|ticket id|ticket name|ticket number|"
    "ticket status|case number|"
    "po number|purchase order|purchaseorder|packing slip number|tracking number|"
    "vendor tracking number|trip id|bol|dispatch date|shipment id|line total|line subtotal|quote number|rechnungsnummer|"
    "auftragsnummer|lineitem name|lineitem quantity|lineitem price|lineitem sku|financial status|fulfillment status|订单状态|"
    "下单帐号|快递公司|确认收货时间|order value|order total|order net|order type|adjusted order total|date shipped|ship date|"
    "shipped date|sale id|receipt id|payment id|charge id|order item id|purchase date|item total|line item|amount refunded|gross|"
    "subtotal|sub total|grand total|invoice amount|payout date|order reference|order ref|document date|document number|document no|"
    "document status|subtotal amount|total tax amount|balance due amount"
)
"""Headers of tables about orders, invoices, tickets and deliveries."""

GENERAL = frozenset(
    listed(
        "日期|其他|其它|情况|类型|类别|分类|公司|企业|客户|单位|名称|产品|商品|项目|编码|编号|区域|地区|渠道|业务|销售|"
        "银行|位置|额度|老板|标记|位置|内容|时间|价格|负责人"
    )
)
"""Words that mean a field only when they stand alone."""

STAFF = listed(
    "employees|employee|staff|系统用户|员工|职员|员工表|销售人员|业务员|人员|花名册|员工花名册|通讯录(内部)|mitarbeiter"
)
"""Names of sheets about the user's own people."""
USERS = listed(
    "user|users|用户|benutzer|utilisateurs|usuarios|usuários|utenti|gebruikers|użytkownicy|uživatelé|пользователи"
)
RIGHTS = listed(
    "isactive|is active|profileid|profile|userroleid|user role|user role id|role|roleid|角色|最后登录时间|lastlogindate|last login|"
    "last login date|usertype|user type|is_admin|is_staff|is_superuser"
)
"""Names of sheets about those who use a program, and the headers that tell what they may do there."""
SUPPLIERS = listed(
    "suppliers|supplier|vendors|vendor|供应商|供货商|厂商|厂家|lieferanten|供应商信息|供应商名录|"
    "供应商资料|供应商列表|shippers|供應商|仕入先|공급업체|공급처|fournisseurs|fournisseur|proveedores|proveedor|fornecedores|fornecedor|"
    "fornitori|fornitore|leveranciers|leverancier|dostawcy|dostawca|dodavatelé|dodavatele|dodavatel|beszállítók|beszállító|furnizori|furnizor|"
    "leverantörer|leverantör|leverandører|leverandør|toimittajat|toimittaja|tedarikçiler|tedarikçi|поставщики|поставщик|постачальники|"
    "постачальник|dobavljači|dobavljač|προμηθευτές|ספקים|الموردين|nhà cung cấp|pemasok"
)
"""Names of sheets about suppliers; part of the name does."""
HELPERS = listed(
    "字典|说明|填写说明|使用说明|数据字典|参数|下拉|选项|readme|instructions|help|dictionary|lookup|lists|"
    "模板说明|示例|目录"
)
"""Names of sheets that explain others."""
