"""The headers of sheets in further languages: French, Spanish, Italian, Portuguese, Dutch, Polish, Vietnamese, Malay and
Indonesian, Japanese, traditional Chinese, Korean, Russian and Arabic; and what shops, clinics and schools call their customers."""

from __future__ import annotations

CUSTOMER_WORDS = {
    "name": (
        "dane klienta|dane kontrahenta|dane nabywcy|datos del cliente|dados do cliente|dati cliente|"
        "nombre de la empresa|nombre empresa|nombre comercial|nombre del cliente|nombre cliente|razón social|azienda|"
        "ragione sociale|nome azienda|nome cliente|razão social|nome da empresa|nome do cliente|nome fantasia|bedrijf|"
        "bedrijfsnaam|klant|klantnaam|nazwa firmy|nazwa klienta|klient|công ty|tên công ty|khách hàng|tên khách hàng|"
        "nama perusahaan|nama pelanggan|nama syarikat|perusahaan|syarikat|pelanggan|会社名|企業名|貴社名|御社名|顧客名|"
        "取引先|取引先名|得意先|得意先名|法人名|店舗名|公司行號|店名|代理商|代理商名称|经销商|经销商名称|分销商|加盟商|"
        "加盟商名称|租户|租户名称|协议单位|签约单位|货主|اسم الشركة|الشركة|거래처|거래처명|회사명|업체명|고객사|"
        "наименование|название|название компании|наименование компании|наименование организации|полное наименование|"
        "контрагент|наименование контрагента|заказчик|поставщик|покупатель|юридическое лицо|"
        "nombre o razón social|razón social o nombre|apellidos o razón social|用户|用户名称|购机用户|购买单位|采购单位|"
        "需方|需方单位|甲方单位|甲方名称|"
        "合作商|合作方|合作客户|商家名称|使用客户|酒店名称|终端名称|药房名称|party name|party|party ledger|buyer|"
        "buyer name|buyer company|买家|买家名称|买方名称|采购商|采购商名称|进口商|"
        "当事人|案主|来访单位|название организации|организация заказчика|фирма|название фирмы|상호|상호명|고객명|"
        "매장명|クライアント名|お客様名|販売先"
    ),
    "phone": (
        "téléphone|teléfono|rufnummer|tel nr|telefon nr|festnetz|telefonnr|telefono|tel fijo|teléfono fijo|telefone|"
        "telefone fixo|telefoon|"
        "telefoonnummer|nr telefonu|numer telefonu|điện thoại|số điện thoại|sđt|dien thoai|so dien thoai|no telepon|"
        "no telp|telepon|no telefon|電話番号|電話號碼|連絡先|電話番号1|téléphone fixe|n° de téléphone|numéro de téléphone|"
        "الهاتف|رقم الهاتف|هاتف|전화번호|전화|연락처|tel会社|会社tel|tel 会社|会社電話|会社電話番号|会社代表|勤務先電話|"
        "勤務先電話番号|tel直通|tel代表|номер телефона|tel office|did"
    ),
    "mobile": (
        "móvil|portable|handynummer|mobilnummer|celular|teléfono móvil|tel móvil|whatsapp|cellulare|cell|telemóvel|mobiel|"
        "mobiele telefoon|komórka|telefon komórkowy|di động|điện thoại di động|no hp|nomor hp|telefon bimbit|携帯|"
        "携帯番号|携帯電話|携帯電話番号|手機號|cep telefonu|hp|h p|hp no|hand phone|handphone no|الجوال|رقم الجوال|موبايل|"
        "휴대폰|휴대전화|핸드폰|мобильный телефон|сотовый"
    ),
    "fax": "fax s|faxes|fax numbers|télécopie|faks|ファックス|ファクス|fax番号|傳真號碼|telefax nr|numero di fax|nº fax|téléfax",
    "email": (
        "pec|email pec|indirizzo pec|posta elettronica certificata|"
        "mailadresse|e mail adresse|mél|adresse électronique|adresse mail|correo electrónico|posta elettronica|"
        "endereço de e mail|メール|メールアドレス|eメール|電郵|電子信箱|電郵地址|البريد الإلكتروني|이메일|почта|"
        "электронная почта|эл почта"
    ),
    "bank": (
        "банк|banque|banco|banca|은행|取引銀行|banca d'appoggio|banca appoggio|banca di appoggio|entidad bancaria|kreditinstitut|"
        "banka adı|bank adı"
    ),
    "bank_account": (
        "р с|расчетный счет|расчётный счёт|cuenta bancaria|conta bancária|계좌번호|口座番号|codice iban|n conto|numéro de compte"
    ),
    "country": "الدولة|국가|paese|nazione|kraj|quốc gia|negara|国名|kraju|pays code|kod kraju|país código|paese codice",
    "industry": "業種|業界|отрасль|secteur|secteur d'activité|sector|setor|settore|vertical",
    "source": "来源渠道|客资来源|推广渠道|获知渠道|источник|origine|origen|origem|provenienza|流入元",
    "status": "ステータス|статус|statut|estado del cliente|estado|stato",
    "province": "uf|область|регион|provincia|estado|comunidad autónoma|provincie|województwo|tỉnh|provinsi|negeri|都道府県|ilçe",
    "city": (
        "wohnort|localité|commune|población|localidad|municipio|città|citta|comune|cidade|município|plaats|woonplaats|"
        "miasto|miejscowość|thành phố|kota|bandar|市区町村|şehir|المدينة|도시"
    ),
    "address": (
        "voie|sokak|adr1|straat nr|civico|n civico|número exterior|numero exterior|número interior|numero interior|no ext|"
        "nr lokalu|numer lokalu|nr mieszkania|toev|toevoeging|huisnummer toevoeging|huisnr toev|hausnummernzusatz|"
        "hausnummer zusatz|piso|puerta|apto|apartamento|číslo orientační|квартира|daire no|"
        "no int|num ext|num int|núm ext|núm int|nr domu|numer domu|číslo popisné|дом|номер дома|номер будинку|bina no|kapı no|colonia|"
        "家庭住址|现住址|居住地址|常住地址|施工地址|安装地址|项目地址|工地地址|bairro|complemento|logradouro e número|"
        "юр адрес|юридический адрес|"
        "domicilio|direccion|indirizzo|via|endereço|morada|logradouro|adres|straat|ulica|địa chỉ|dia chi|địa chỉ giao|"
        "địa chỉ giao hàng|địa chỉ nhận|địa chỉ nhận hàng|nơi giao|小区楼栋|小区 楼栋|小区房号|小区门牌|小区及房号|小区地址|"
        "楼栋|楼栋号|楼栋房号|楼栋单元|房号|门牌|单元房号|alamat kirim|alamat pengiriman|alamat|ご住所|"
        "所在地住所|公司地址|通訊地址|聯絡地址|戶籍地址|العنوان|주소"
    ),
    "postcode": (
        "cp|código postal|cap|cep|kod pocztowy|mã bưu điện|kode pos|poskod|郵便番号|郵遞區號|"
        "plz ort|plz stadt|plz wohnort|postleitzahl ort|ort plz|plz und ort|postleitzahl und ort|cp ville|ville cp|code postal ville|"
        "code postal et ville|cp localité|npa localité|npa lieu|zip city|city zip|postal city|postal code city|postcode city|"
        "city postcode|city postal code|zip code city|town postcode|postcode town|cap città|cap citta|cap comune|cap località|"
        "cap e città|cp población|cp poblacion|cp ciudad|cp localidad|cp municipio|código postal y ciudad|cep cidade|"
        "código postal localidade|postcode plaats|postcode woonplaats|postcode en plaats|postcode gemeente|kod pocztowy miasto|"
        "kod i miasto|kod miejscowość|kod pocztowy i miejscowość|psč mesto|psč město|psč obec|postnr ort|postnr by|postnr sted|"
        "postnummer ort|postnummer by|postnr og by|postinumero ja paikka|irányítószám település|posta kodu şehir|邮编城市|邮编及城市|"
        "индекс город|индекс и город|city state zip|city st zip|city state and zip|city state zip code"
    ),
    "tax_number": (
        "regon|ič|kvk|kvk nummer|cpf|gstin no|gstin number|"
        "gstin|gst no|gst number|инн кпп|사업자번호|사업자등록번호|"
        "n° tva|n° siret|siren|rfc|cuit|rut|ruc|nit|cif nif|nif cif|partita iva|p iva|piva|codice fiscale|cnpj|cnpj cpf|"
        "btw nummer|btw|nip|mst|mã số thuế|npwp|統編|統一編號|公司統編|uid|uid nummer|法人番号|vergi no"
    ),
    "website": "sitio web|página web|sito web|site internet|strona www|ホームページ|網站|公司網站",
    "birthday": (
        "date de naissance|né le|née le|fecha de nacimiento|f nacimiento|nacimiento|data di nascita|data de nascimento|"
        "nascimento|geboortedatum|data urodzenia|ngày sinh|ngay sinh|tanggal lahir|tarikh lahir|生年月日|誕生日|"
        "出生年月日|doğum tarihi|дата рождения|др|تاريخ الميلاد|생년월일|생일"
    ),
    "last_contact_on": (
        "dernier contact|dernière visite|último contacto|ultimo contacto|última visita|ultima visita|ultimo contatto|"
        "último contato|laatste contact|ostatni kontakt|最終来店日|最終連絡日|letzter besuch|最近聯絡|上次聯絡|"
        "date dernier rdv|dernier rdv|date dernière visite|date dernier contact|fecha último contacto|上次沟通|"
        "上次沟通时间|上次走访|上次回访|最近沟通"
    ),
    "next_follow_up_on": (
        "prochain contact|relance|prochaine relance|date de relance|próximo contacto|próxima llamada|nächster kontakt|"
        "下次聯絡|次回連絡日|"
        "下次保养|下次保养日期|下次保养时间|下次换芯|下次换芯时间|下次换芯日期|下次服务时间|下次服务日期|下次复诊|"
        "下次复诊时间|下次复诊日期|下次预约|"
        "下次上门|下次上门时间|下次计划时间|下次洽谈|下次洽谈时间|下次沟通|下次沟通时间|下次走访|下次走访时间|下次维护|"
        "下次维护时间|下次更换日期|下次更换时间"
    ),
    "notes": (
        "anmerkung|anmerkungen|hinweis|notiz|remarque|remarques|commentaire|commentaires|observations|observaciones|notas|"
        "comentarios|note cliente|osservazioni|observações|opmerkingen|opmerking|uwagi|ghi chú|ghi chu|catatan|備考|"
        "備註說明|メモ|notlar|примечание|примечания|комментарий|ملاحظات|비고|메모"
    ),
    "owner": (
        "分配给|跟进人员|负责同事|保险顾问|理财经理|"
        "業務|業務代表|專員|销售经理|业务经理|区域经理|大区经理|客户专员|招商经理|менеджер|담당영업|vendedor|comercial|"
        "agente|vendeur|venditore|corretor|corretora|corretor responsável|担当営業|営業担当|負責業務|業務員|handlowiec|"
        "维护经理|维护人|维护人员|跟进专员|招商专员|服务专员|开发人|开发业务员|客服专员|专属客服|所属导购|所属美容师|"
        "健康管理师|承办律师|主办律师|经办律师|跟踪人|跟踪人员|rep|acct mgr"
    ),
    "created_on": (
        "date inscription|date d'inscription|дата создания|дата регистрации|fecha alta|fecha de alta|fecha de creación|"
        "data creazione|登録日|建檔日期|kunde seit|client depuis|mitglied seit|取引開始日|加入日期|登錄日期|建卡日期|"
        "办卡日期|入会日期|入会时间|开发日期|开发时间"
    ),
    "payment_terms": (
        "condições de pagamento|condição pagamento|pagamento|codice pagamento|cod pagamento|codice pagam|"
        "zahlungsziel|condiciones de pago|forma de pago|condizioni di pagamento|付款條件|支払条件|结账习惯|结账方式|结账周期|"
        "结算习惯|付款习惯|回款习惯|结款习惯|付款周期|結帳方式|結帳週期|付款習慣|月结方式"
    ),
}

CONTACT_WORDS = {
    "name": (
        "contacto comercial|contact commercial|referente commerciale|hauptansprechpartner|encargado|sales contact|purchasing contact|"
        "nombre mostrado|nombre para mostrar|nom affiché|nom d affichage|nome visualizzato|nome mostrato|nome exibido|"
        "nome de exibição|nome a apresentar|weergavenaam|visningsnamn|visningsnavn|vist navn|nazwa wyświetlana|zobrazované jméno|"
        "zobrazovaný název|zobrazované meno|megjelenítési név|megjelenített név|nume afișat|näyttönimi|görünen ad|görünen isim|"
        "εμφανιζόμενο όνομα|отображаемое имя|відображуване ім я|показвано име|表示名|표시 이름|tên hiển thị|nama tampilan|ชื่อที่แสดง|"
        "שם תצוגה|اسم العرض|"
        "nom et prénom|nom prénom|nom complet|interlocuteur|personne à contacter|nombre y apellidos|nombre y apellido|"
        "nombre completo|persona de contacto|contacto|nome e cognome|nome completo|referente|persona di contatto|nome|"
        "nome para contato|nombre para contacto|t a v|tav|ter attentie van|z hd|z hd von|zu händen|zu händen von|"
        "à l attention de|a la atención de|alla cortese attenzione|alla c a|fao|for the attention of|"
        "contato|pessoa de contato|contactpersoon|naam|imię i nazwisko|osoba kontaktowa|họ tên|họ và tên|ho ten|"
        "người liên hệ|nama|nama lengkap|氏名|お名前|名前|担当者|担当者名|ご担当者|ご担当者名|連絡人|學員姓名|ad soyad|"
        "vor und nachname|name vorname|اسم العميل|العميل|الاسم|담당자|담당자명|이름|성명|контакт|контактное лицо фио|学员|"
        "学员姓名|学生|学生姓名|孩子姓名|宝宝姓名|患者|患者姓名|病人|病人姓名|就诊人|车主|车主姓名|业主|业主姓名|住客|"
        "客人姓名|宾客姓名|顾客|顾客姓名|乘客|旅客|委托人|投保人|投保人姓名|投保人名称|被保险人|被保险人姓名|被保险人名称|被保人|被保人姓名|租客|租客姓名|學員|學生姓名|新郎|客户称呼|"
        "会员|会员名|会员名称|用户姓名|机主|机主姓名|购车人|购买人|购买者|家长|家长姓名|监护人|监护人姓名|甲方联系人|"
        "店长|店长姓名|掌柜|院长|校长|园长|"
        "厂长|主任负责人|科主任|村长|社长|理事长|主管姓名|对接人|对接人姓名|主要负责人|联络姓名|首要联系人|首要联系人姓名|"
        "新娘|新人|新人姓名|来访人|来访者|宠物主人|主人|主人姓名|宠主|宠主姓名|房东|房东姓名|货主姓名|户主|户主姓名|住户|"
        "住户姓名|患者名|嘉宾|嘉宾姓名|来宾|来宾姓名|参会人|参会人员|报修人|报修人姓名|报修人员|报装人|申请人|申请人姓名|"
        "投诉人|预约人|预约人姓名|订餐人|订货人|下单人|提货人|寄养人|托运人|寄件人|学生家长|飼主|飼主姓名|屋主|房東|戶主|"
        "住戶|報修人|訂購人|預約人|客资姓名|孩子|宝宝名字|联络窗口|安全管理员|proprietor|owner name|"
        "ansprechperson|inhaber|"
        "gérant|propietario|представитель|담당자 이름|경영자|점주|점장|사장|원장|보호자|보호자명|tomador|tomadora|"
        "tomador del seguro|contratante|asegurado|titular|tomador da apólice|segurado|contraente|assicurato|souscripteur|"
        "assuré|versicherungsnehmer|versicherungsnehmerin|verzekeringnemer|policyholder|policy holder|policyholder name|"
        "policy holder name|insured|insured name|named insured|ubezpieczający|pojistník|biztosított|site contact|"
        "onsite contact|on site contact|site contact name|job contact|billing contact name|страхователь|pet owner|pet parent|"
        "pet owner name"
    ),
    "title": (
        "cargo|puesto|mansione|functie|stanowisko|chức vụ|jabatan|役職|肩書|職務|qualité|职衔|職銜|職位|должность|"
        "企业职务|公司职务|单位职务|工作职务|任職"
    ),
    "department": "departamento|reparto|afdeling|phòng ban|部署|所属部署|部署名",
    "gender": "sexe|sexo|sesso|geslacht|giới tính|jenis kelamin|пол",
}
