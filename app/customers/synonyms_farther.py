"""More headers of sheets: Czech and Slovak, Hungarian, Romanian, Swedish, Norwegian and Danish, Finnish, Turkish, Greek, Ukrainian and
Bulgarian, Croatian, Serbian and Slovenian, Hebrew, Persian, Thai, and more of the languages and programs that came before."""

from __future__ import annotations

CUSTOMER_WORDS = {
    "name": (
        "název|název firmy|název společnosti|společnost|zákazník|jméno zákazníka|odběratel|dodavatel|"
        "obchodní firma|obchodní jméno|názov|názov firmy|spoločnosť|cégnév|cég neve|cég|vállalkozás neve|ügyfél|"
        "ügyfél neve|ügyfélnév|vevő|vevő neve|partner neve|denumire|denumirea|denumire firmă|denumire firma|"
        "nume firmă|nume companie|client nume|nume client|firmă|nazwa|nazwa kontrahenta|kontrahent|pełna nazwa|"
        "nabywca|dostawca|podmiot|företag|företagsnamn|företagets namn|kundnamn|kund|leverantör|bolag|"
        "organisationsnamn|virksomhed|virksomhedsnavn|firmanavn|kundenavn|selskap|selskapsnavn|bedriftsnavn|"
        "bedrift|foretak|foretaksnavn|leverandør|yritys|yrityksen nimi|yritysnimi|asiakas|asiakkaan nimi|"
        "asiakasnimi|toimittaja|firma adı|firma ünvanı|firma ünvan|ünvan|ticari ünvan|ticari unvan|cari adı|"
        "cari ünvanı|cari ünvan|cari hesap adı|cari isim|şirket|şirket adı|müşteri|müşteri adı|müşteri ünvanı|"
        "tedarikçi|kurum|kurum adı|işletme adı|επωνυμία|επωνυμία εταιρείας|εταιρεία|πελάτης|όνομα πελάτη|назва|"
        "назва компанії|назва організації|найменування|клієнт|замовник|контрагент назва|фірма|клиент фирма|"
        "име на фирма|фирма име|naziv|naziv tvrtke|naziv firme|naziv kupca|tvrtka|kupac|stranka|podjetje|"
        "naziv podjetja|preduzeće|partner naziv|שם לקוח|שם הלקוח|שם החברה|חברה|לקוח|نام شرکت|نام مشتری|شرکت|"
        "مشتری|العميل اسم|اسم العميل الكامل|اسم المؤسسة|اسم المنشأة|اسم الزبون|ชื่อบริษัท|บริษัท|ชื่อลูกค้า|"
        "ลูกค้า|ชื่อร้าน|ชื่อผู้ติดต่อหลัก|tên doanh nghiệp|doanh nghiệp|tên đơn vị|đơn vị|nhà cung cấp|"
        "tên nhà cung cấp|nama toko|nama usaha|nama perusahaan pelanggan|toko|nama customer|nama klien|"
        "nama supplier|pemasok|공급업체명|공급업체|공급자명|기관명|사업장명|사업자명|법인명|학교명|병원명|매장|"
        "거래처 이름|업체|회사|기업명|기업|점포명|가맹점명|顧客名称|社名|企業|会社|貴社|発注先|仕入先|仕入先名|"
        "請求先|請求先名|届け先会社名|事業所名|団体名|施設名|屋号|nome da empresa cliente|empresa nome|"
        "nome razão social|nome ou razão social|fornecedor|nome fornecedor|nome do fornecedor|cliente nome|"
        "cliente razón social|nombre fiscal|nombre del proveedor|proveedor|organización|"
        "nombre de la organización|nombre de organización|nombre de la compañía|compañía|denominación|"
        "denominación social|establecimiento|nombre establecimiento|denominazione|denominazione azienda|"
        "ragione sociale cliente|società|ditta|fornitore|nome società|intestazione|intestatario|organisatie|"
        "organisatienaam|handelsnaam|leverancier|leveranciersnaam|naam bedrijf|debiteur|relatie|dénomination|"
        "dénomination sociale|nom société|nom de la société|nom entreprise|nom commercial|enseigne|nom client|"
        "organisme|fournisseur nom|établissement|nom établissement|firmenbezeichnung|firma name|firmenname 1|"
        "kundenbezeichnung|lieferantenname|institution name|auftraggeber|betrieb|betriebsname|verein|member name|"
        "member company|member organization|member firm|donor organization|donor name|exhibitor|exhibitor name|"
        "sponsor name|trade name|trading name|trading as|doing business as|dba|dba name|legal name|"
        "legal business name|legal entity|legal entity name|entity name|licensee|licensee name|store name|"
        "shop name|merchant|merchant name|venue|venue name|grower|distributor|distributor name|reseller|"
        "reseller name|facility|facility name|site name|account full name|organisation name|sold to name|"
        "bill to name|billing company|billing company name|billing name|charity name|provider name|"
        "contractor name|employer name|brand name|company full name"
    ),
    "phone": (
        "zentrale|telefon zentrale|telefonzentrale|standard téléphonique|tél standard|centralita|centralino|"
        "telefonní číslo|tel číslo|telefónne číslo|pevná linka|telefonszám|telefonszáma|vezetékes telefon|"
        "număr telefon|număr de telefon|nr telefon|telefon fix|numer telefonu stacjonarnego|telefon stacjonarny|"
        "tel stacjonarny|telefonnummer arbete|puhelin|puhelinnumero|puh|telefon no|telefon numarası|"
        "sabit telefon|iş telefonu|tel no 1|τηλέφωνο|τηλ|σταθερό τηλέφωνο|телефон номер|номер телефону|тел|"
        "телефоны|рабочий телефон|контактный телефон|broj telefona|telefonska številka|tel broj|טלפון|מספר טלפון|"
        "تلفن|شماره تلفن|رقم التليفون|التليفون|تليفون|الهاتف الرئيسي|الهاتف الثابت|โทรศัพท์|เบอร์โทรศัพท์|"
        "เบอร์โทร|หมายเลขโทรศัพท์|số đt|đt|sdt|điện thoại bàn|telp|telp 1|no telpon|nomor telepon|nomor telp|"
        "kontak telepon|유선전화|대표전화|일반전화|전화 번호|연락처1|電話番号 固定|固定電話|固定電話番号|"
        "代表電話|電話 番号|電話番号 代表|tel fax|telefone comercial|telefone contato|telefone 1|fone|fone 1|"
        "teléfono 1|teléfono principal|teléfono de contacto|teléfono oficina|recapito telefonico|telefono 1|"
        "telefono ufficio|telefono fisso|tel ufficio|tel 1|telefon1|telefoon zakelijk|vast nummer|tél fixe|"
        "numéro téléphone|n° tél|tel fixe|téléphone bureau|téléphone société|téléphone 1|phone voice|voice phone|"
        "day phone|daytime phone|daytime telephone|evening phone|contact phone number|phone contact|bus phone|"
        "bus tel|business telephone|office number|landline|landline number|landline no|telephone no|telno|"
        "tel number|phone nbr|phonenumber|phoneno|ph no|ph|ph number|telephone1|phone work number|office tel|"
        "tel off|switchboard|tfno|tlfno|tlf|tlfn|tlf nr|telf|tfn|tel stac|tel st|tel dom|tel służb|tel praca|tel biuro|tel domů|"
        "tel práce|tel pevná|tel vezetékes|tel fix|tel iş|tel ev|tel lavoro|tel casa|tel oficina|tel trabajo|tel bureau|tel büro|"
        "tel gesch|tel priv|tel privat|tel werk|tel arbeid|tel arbejde|tel arbete|раб тел|тел раб|дом тел|тел дом|тел служ|гор тел"
    ),
    "mobile": (
        "mobilní telefon|mobil číslo|mobilné číslo|mobil telefon|mobiltelefonszám|mobilszám|telefon mobil|"
        "tel kom|tel kom nr|kom|tel móv|tel mov|móv|tel cel|tel celular|tel cell|tel cellulare|tel port|tél port|tel mobil|tel mobile|"
        "tel mob|mob tel|mob tlf|tlf mobil|tlf mob|mob nr|gsm nr|gsm no|tel gsm|tel komórka|tel mobilní|tel mobilný|cep tel|cep no|"
        "моб тел|тел моб|сот тел|тел сот|сот|моб|"
        "nr mobil|număr mobil|tel komórkowy|nr komórkowy|telefon kom|mobilnr|mobilnummer|mobiltlf|"
        "mobiltelefonnummer|matkapuhelin|matkapuhelinnumero|gsm numero|cep no|cep numarası|gsm no|mobil no|"
        "cep tel|mobil telefon no|κινητό|κινητό τηλέφωνο|мобільний|мобільний телефон|мобилен|мобилен телефон|моб|"
        "моб телефон|сотовый телефон|сот|телефон мобильный|mobitel|broj mobitela|mobilni|mobilni telefon|נייד|"
        "טלפון נייד|סלולרי|موبایل|تلفن همراه|شماره موبایل|شماره همراه|رقم الموبايل|الموبايل|محمول|رقم المحمول|"
        "رقم الواتساب|واتساب|มือถือ|เบอร์มือถือ|โทรศัพท์มือถือ|số di động|no wa|nomor wa|no whatsapp|"
        "nomor whatsapp|whatsapp|whatsapp number|no handphone|nomor handphone|hp|휴대폰번호|휴대전화번호|"
        "핸드폰번호|hp번호|휴대폰 번호|모바일|携帯電話番号|携帯tel|mobile番号|telefone celular|cel|celular 1|"
        "nº celular|teléfono celular|nro celular|móvil 1|número móvil|numero cellulare|telefono cellulare|cell 1|"
        "gsm nummer|mobiel nummer|mobiele nummer|mobieltje|n° portable|numéro portable|téléphone portable|"
        "téléphone mobile|mobile phone no|mobile ph|mob no|mobile tel|mobilenumber|mobileno|mobilephone|"
        "cellphone number|cell no|cell ph|sms number|sms phone"
    ),
    "fax": (
        "faxszám|fax szám|fax číslo|numer faksu|faxnr|telefaks|faksi|belgegeçer|faks no|φαξ|факс номер|faksimil|"
        "פקס|فاكس|فکس|โทรสาร|แฟกซ์|팩스|팩스번호|fax no 1|télécopieur|n° fax"
    ),
    "email": (
        "emailová adresa|e mailová adresa|e mail cím|email cím|adresă email|adresa de email|adresa email|"
        "adres e mail|adres email|e postadress|epost|e post|e postadresse|mailadress|sähköposti|sähköpostiosoite|"
        "e posta|eposta|e posta adresi|mail adresi|ηλεκτρονική διεύθυνση|ηλ ταχυδρομείο|електронна пошта|"
        "ел пошта|пошта|имейл|емейл|эл адрес|e pošta|epošta|אימייל|מייל|דוא ל|ایمیل|پست الکترونیک|الايميل|"
        "الإيميل|ايميل|البريد الالكتروني|البريد|อีเมล|อีเมล์|thư điện tử|địa chỉ email|surel|alamat email|"
        "이메일주소|이메일 주소|메일|전자우편|メール アドレス|e mailアドレス|eメールアドレス|emailアドレス|"
        "電子メール|correo e|email principal|dirección de correo electrónico|dirección de email|"
        "dirección de correo|correo electronico principal|e mail principal|email contato|indirizzo email|"
        "indirizzo e mail|indirizzo di posta elettronica|mail 1|e mailadres|emailadres|mailadres|"
        "adresse courriel|adresse de messagerie|adresse électronique 1|e mail 1|emailaddress|email add|"
        "e mail add|internet email|email 1 address|mailto|contact e mail"
    ),
    "website": (
        "webové stránky|webová stránka|www|www stránky|weboldal|honlap|pagina web|strona internetowa|adres www|"
        "hemsida|webbplats|webbsida|hjemmeside|nettside|nettsted|verkkosivu|kotisivu|www osoite|web sitesi|"
        "web adresi|internet sitesi|ιστοσελίδα|ιστότοπος|вебсайт|веб сайт|вебсторінка|уебсайт|"
        "internetska stranica|spletna stran|אתר|אתר אינטרנט|وب سایت|وبسایت|الموقع|الموقع الإلكتروني|"
        "الموقع الالكتروني|เว็บไซต์|trang web|situs web|홈페이지|웹사이트|홈페이지주소|webサイト|サイトurl|"
        "会社url|hpアドレス|página de internet|enlace a página web|dirección web|sitio|página|sito|sito internet|"
        "indirizzo web|webadres|adresse web|internetadresse|webadresse|domain|domains|domain name|company domain|"
        "company domain name|email domain|email domains|company url|company web site|home page url|"
        "nombre de dominio|nombre de dominio de la empresa|domaine|dominio"
    ),
    "country": (
        "code pays|code du pays|código país|código de país|ländercode|landcode|länderkennzeichen|"
        "landeskennzeichen|lkz|landekode|country iso code|iso country|codice paese|código do país|země|stát|"
        "krajina|ország|țară|țara|tara|land kod|landskod|maa|ülke|χώρα|країна|държава|država|zemlja|ארץ|מדינה|"
        "کشور|البلد|بلد|ประเทศ|nước|나라|국가명|país región|pays région|kraj pochodzenia|land naam|nazione paese|"
        "country of residence|country iso|country id|ctry"
    ),
    "province": (
        "okres|megye|județ|judet|judeţ|region kraj|län|fylke|maakunta|il|bölge|νομός|область регион|обл|oblast|"
        "županija|regija|pokrajina|מחוז|استان|المحافظة|محافظة|المنطقة|จังหวัด|tỉnh thành|tỉnh thành phố|propinsi|"
        "시도|시 도|광역시도|都道府県名|県|estado región|estado provincia|estado uf|departamento provincia|"
        "provincia o estado|provincia estado|regione|prov sigla|sigla provincia|regio|dép région|"
        "state abbreviation|st prov|state county|state prov|us state|prefecture"
    ),
    "city": (
        "ilçe|město|obec|mesto|település|város|helység|localitate|oraș|oras|localitatea|postort|stad|bynavn|"
        "poststed|sted|kaupunki|postitoimipaikka|paikkakunta|şehir il|ilçe il|şehir adı|πόλη|місто|"
        "населений пункт|населенный пункт|населено място|град|grad|kraj mesto|naselje|עיר|יישוב|שהר|شهر|مدينة|"
        "อำเภอ|เขต|quận huyện|thành phố tỉnh|kabupaten|kabupaten kota|kota kabupaten|시군구|구군|市町村|"
        "市区町村名|municipality|cidade uf|ciudad población|ciudad localidad|località|comune città|gemeente|"
        "commune ville|city name 1|town name|post town|place name|stadt ort"
    ),
    "address": (
        "adresa|ulice|ulice a číslo|ulice číslo|ulica a číslo|ulica i numer|adres ulica|cím|székhely|"
        "székhely címe|levelezési cím|utca|utca házszám|adresă|adresa sediu|sediu social|strada|stradă|adress|"
        "gatuadress|besöksadress|gata|utdelningsadress|postadress|vej|gade|vejnavn|gateadresse|postadresse|"
        "besøksadresse|osoite|katuosoite|postiosoite|lähiosoite|adresi|açık adres|fatura adresi|cadde|διεύθυνση|"
        "οδός|адреса|юридична адреса|улица|вулиця|почтовый адрес|фактический адрес|адрес доставки фактический|"
        "naslov|ulica i broj|ulica in številka|כתובת|רחוב|آدرس|نشانی|عنوان|ที่อยู่|số nhà|địa chỉ công ty|"
        "địa chỉ liên hệ|alamat lengkap|alamat rumah|도로명주소|지번주소|소재지|사업장주소|사업장 소재지|주소지|"
        "배송지|住所1|住所2|所在地1|番地|町名番地|建物名|町域|domicilio fiscal|dirección fiscal|dirección 1|"
        "dirección completa|calle y número|calle número|vía pública|endereço completo|rua número|indirizzo 1|"
        "indirizzo completo|sede legale|indirizzo sede|vestigingsadres|straatnaam|straat en huisnummer|huisnr|"
        "straat huisnummer|adresse complète|adresse postale|n° et rue|siège social|adresse siège|adresse 2|"
        "complément adresse|complément d'adresse|straße nr|straße hausnummer|straße und nr|str|strasse nr|"
        "postanschrift|firmenanschrift|street addr|st address|address1|address2|address3|full address|"
        "physical address|postal address|premises address|location address|site address|mailing street|"
        "mailing address 1|permanent address|present address|residential address|residence address|"
        "business street address|thoroughfare|complete address|address full|street address line 1|"
        "street address line 2|company address|registered office|registered office address"
    ),
    "postcode": (
        "psč|psc|poštovní směrovací číslo|irányítószám|irsz|ir szám|cod poștal|cod postal|postnummer|postnr|"
        "postinumero|posta kodu|pk|τ κ|ταχυδρομικός κώδικας|поштовий індекс|індекс|почтовый индекс|пощенски код|"
        "poštanski broj|poštna številka|מיקוד|کد پستی|کدپستی|الرمز البريدي|รหัสไปรษณีย์|mã bưu chính|mã zip|"
        "우편번호|postcode postnummer|código postal cp|c p|cod postale|codice postale|c a p|"
        "postcode plaats code|code postale|pincode|pin code|pincode no|billing code|mailing code|zip postal|"
        "zip 5|zip5|zip4 code|postal cd|eircode"
    ),
    "tax_number": (
        "dič|ičo dič|ič dph|ičo|adószám|adoszam|cui|cif cui|cod fiscal|cod unic|cui cnp|cod tva|numer nip|"
        "nip pesel|organisationsnummer|org nr|orgnr|organisasjonsnummer|cvr|cvr nr|cvr nummer|y tunnus|ytunnus|"
        "alv numero|momsnr|vat nr|vergi numarası|vergi no tc|vergi kimlik no|vkn|vkn tckn|tc vergi no|αφμ|єдрпоу|"
        "едрпоу|код єдрпоу|іпн|еик|булстат|eik|oib|pib|matični broj|davčna številka|id za ddv|ח פ|עוסק מורשה|"
        "שناسه ملی|کد اقتصادی|الرقم الضريبي|رقم الضريبة|เลขประจำตัวผู้เสียภาษี|เลขผู้เสียภาษี|mã số thuế mst|"
        "no npwp|nomor npwp|사업자 등록번호|사업자등록 번호|등록번호 사업자|適格請求書発行事業者登録番号|"
        "登録番号 インボイス|cnpj ou cpf|cpf cnpj|cnpj nif|cif|cuit pj|cuit cuil|nit cliente|rfc cliente|ruc dni|"
        "rut empresa|rut cliente|nro cuit|nif vat|partita iva cliente|part iva|p iva cf|piva cf|cod fiscale|"
        "cod fisc|btw nr|btw id|ondernemingsnummer|kvk btw|n° de tva|n° tva intracommunautaire|tva n°|numéro tva|"
        "n° tva intra|tva intracom|umsatzsteuer id|ust id nr|ust nr|umsatzsteuernummer|ust identnummer|"
        "vat reg no|vat reg number|vat registration no|vat registration|vat reg|vat id number|vat tax id|tax vat|"
        "taxvat|tax identification number|tax identifier|tax registration no|tax code number|federal tax id|"
        "tax file number|gst vat number|gst registration number|gst reg no|gstin uin|gst in|trn|trn number|"
        "company tax id|ein number|fein|sales tax id|abn number|инн клиента|инн организации|унп|бин|инн номер"
    ),
    "bank": (
        "banka|název banky|bankas|bancă|nazwa banku|bank neve|pankki|τράπεζα|банк назва|בנק|بانک|البنك|ธนาคาร|"
        "ngân hàng|은행명|銀行名|nombre del banco|nome banca|nom de la banque|banknaam|bankverbindung|"
        "bank account name|bank details"
    ),
    "bank_account": (
        "číslo účtu|bankovní účet|účet|bankszámlaszám|számlaszám|cont bancar|cont banca|numer konta|nr konta|"
        "nr rachunku|rachunek bankowy|bankgiro|bankkonto|kontonr|tilinumero|hesap no|banka hesap no|iban no|"
        "iban numarası|iban numer|iban cont|iban nummer|iban code|iban konto|iban numero|λογαριασμός|рахунок|р р|"
        "банковский счет|račun|žiro račun|شماره حساب|رقم الحساب|เลขที่บัญชี|số tài khoản|no rekening|"
        "nomor rekening|계좌|은행계좌|número de cuenta|cuenta|conta|conta corrente|numero conto|conto corrente|"
        "rekeningnummer|bankrekening|bankrekeningnummer|rib|compte bancaire|n° compte|bankverbindung iban|"
        "bank a c no|bank acc no|bank account no|bank ac no"
    ),
    "industry": (
        "obor|odvětví|obor podnikání|ágazat|iparág|tevékenység|tevékenységi kör|domeniu|domeniu de activitate|"
        "branża|bransch|bransje|toimiala|sektör|faaliyet alanı|κλάδος|δραστηριότητα|галузь|вид діяльності|"
        "вид деятельности|виды деятельности|основной вид деятельности|оквэд|сфера деятельности|djelatnost|"
        "delatnost|dejavnost|תחום|תחום עיסוק|القطاع|النشاط|نوع النشاط|ngành nghề|ngành|lĩnh vực|bidang usaha|"
        "jenis usaha|업종|산업|업종명|업태|업종분류|業種名|業種分類|業態|事業内容|ramo|ramo de atividade|"
        "segmento|atividade|atividade principal|giro|rubro|actividad|actividad económica|actividad principal|"
        "industria|settore attività|attività|attività principale|categoria merceologica|sbi|activiteit|activité|"
        "activité principale|domaine d'activité|métier|wirtschaftszweig|branchenbezeichnung|geschäftszweig|"
        "gewerbe|business category|business categories|business sector|industry sector|industry type|"
        "sic description|naics description|primary industry|field of business|nature of business|"
        "type of business|trade category"
    ),
    "source": (
        "zdroj|původ|forrás|sursă|sursa|źródło|pozyskany z|källa|kilde|lähde|kaynak|müşteri kaynağı|πηγή|джерело|"
        "источник лида|откуда|izvor|מקור|منبع|المصدر|مصدر العميل|ที่มา|nguồn|nguồn khách|sumber|유입경로|"
        "가입경로|경로|고객유입경로|流入経路|獲得経路|情報源|きっかけ|来店動機|fuente|fuente del cliente|"
        "cómo nos conoció|fonte|fonte del contatto|bron|herkomst|source du contact|provenance|kundenquelle|"
        "leadquelle|lead quelle|source of contact data|contact source|source of lead|how did you hear about us|"
        "how did you find us|referred by|referral source|marketing source|source channel|acquisition channel|"
        "acquisition source|utm source|first source"
    ),
    "status": (
        "stav|stav zákazníka|állapot|státusz|stare|status klienta|kundstatus|tila|asiakkaan tila|durum|"
        "müşteri durumu|κατάσταση|стан|статус клиента|סטטוס|وضعیت|الحالة|حالة العميل|สถานะ|trạng thái|tình trạng|"
        "상태|고객상태|상담상태|状態|顧客ステータス|estado cliente|situação|situação do cliente|stato cliente|"
        "toestand|état|état client|account status|client status|member status|membership status"
    ),
    "level": (
        "úroveň|szint|nivel|poziom|nivå|taso|seviye|επίπεδο|уровень|рівень|רמה|سطح|مستوى|ระดับ|cấp độ|hạng|"
        "tingkat|등급|고객등급|ランク|顧客ランク|niveau|livello|nível|categoria abc|clase abc|abc klasse|"
        "kundenklasse|account tier|customer tier|customer class|member level|membership level|membership type|"
        "loyalty tier|priority level"
    ),
    "owner": (
        "obchodník|obchodní zástupce|přiřazeno|értékesítő|felelős|ügyintéző|agent vânzări|agent vanzari|agent|"
        "opiekun|opiekun klienta|przedstawiciel|säljare|ansvarig|kundansvarig|sælger|selger|ansvarlig|"
        "kundeansvarlig|myyjä|vastuuhenkilö|satış temsilcisi|müşteri temsilcisi|temsilci|plasiyer|πωλητής|"
        "υπεύθυνος|менеджер по продажам|ответственный|ответственный менеджер|відповідальний|отговорник|prodavač|"
        "komercijalist|משווק|מנהל לקוח|کارشناس فروش|کارشناس|مندوب|المندوب|مندوب المبيعات|المسؤول|พนักงานขาย|"
        "ผู้รับผิดชอบ|nhân viên phụ trách|người phụ trách|nhân viên kinh doanh|sales pic|담당자 사내|영업담당|"
        "영업담당자|관리자명|자사담당자|当社担当|当社担当者|自社担当者|営業担当者|営業担当者名|"
        "responsable comercial|asesor|asesor comercial|ejecutivo|ejecutivo de cuenta|representante|propietario|"
        "propietario del contacto|propietario de la empresa|propietario del registro|responsable|responsável|"
        "proprietário|proprietário do contato|consultor|agente commerciale|responsabile|proprietario|commerciale|"
        "relatiebeheerder|verantwoordelijke|eigenaar|accountbeheerder|commercial en charge|chargé d'affaires|"
        "chargé de clientèle|propriétaire|propriétaire du contact|responsable commercial|zuständig|"
        "zuständiger mitarbeiter|betreuer|kundenbetreuer|sachbearbeiter|besitzer|vertriebsmitarbeiter|"
        "aussendienst|außendienst|bearbeiter|owned by|record manager|record owner|assigned|assigned user id name|"
        "assignee|assigned rep|sales representative|sales executive|sales manager|sales person name|salesman|"
        "salesperson name|sales agent|relationship manager|account executive|account manager name|handled by|"
        "managed by|looked after by|our contact|crm owner|lead assigned to"
    ),
    "tags": (
        "štítky|kategorie|címkék|címke|etichete|tagi|etykiety|etiketter|tunnisteet|etiket|etiketler|ετικέτες|"
        "мітки|метки|теги|тег|oznake|תגיות|برچسب|الوسوم|แท็ก|thẻ|nhãn|태그|분류태그|タグ|marcadores|"
        "tag etichette|etichette|labels tags|mots clés|schlagwort|tag list|tag name|contact tags|contact lists|"
        "lists|list membership|mailing lists"
    ),
    "birthday": (
        "date anniversaire|date d'anniversaire|fecha cumpleaños|fecha de cumpleaños|data aniversário|"
        "data compleanno|datum narození|dátum narodenia|születési dátum|születési idő|születésnap|data nașterii|"
        "data nasterii|födelsedatum|fødselsdato|fødselsdag|syntymäaika|syntymäpäivä|doğum günü|"
        "ημερομηνία γέννησης|дата народження|день рождения|дата на раждане|datum rođenja|datum rojstva|"
        "תאריך לידה|تاریخ تولد|วันเกิด|sinh nhật|생년월일 양력|誕生日 生年月日|cumpleaños|aniversário|compleanno|"
        "verjaardag|anniversaire|date naissance|geb datum|geb|geburts datum|date birth|birth day date"
    ),
    "notes": (
        "poznámka|poznámky|megjegyzés|megjegyzések|observații|observatii|mențiuni|notatki|komentarz|anteckning|"
        "anteckningar|anmärkning|kommentarer|bemærkning|bemærkninger|merknad|notat|notater|huomautus|"
        "huomautukset|muistiinpanot|lisätiedot|açıklama|açıklamalar|notlar 1|παρατηρήσεις|σχόλια|примітка|"
        "примітки|коментар|бележка|бележки|описание|дополнительно|napomena|opomba|opombe|הערות|הערה|توضیحات|"
        "یادداشت|ملاحظة|หมายเหตุ|ghi chú khác|mô tả|keterangan|특이사항|메모사항|기타사항|참고사항|備考1|備考欄|"
        "特記事項|nota|observación|comentario|obs|nota cliente|annotazioni|aantekeningen|notitie|notities|"
        "note interne|observation|other details|additional notes|additional info|additional information|"
        "general notes|contact notes|comments notes|private notes|memo notes|notes comments|about|background|bio"
    ),
    "created_on": (
        "datum vytvoření|vytvořeno|datum registrace|létrehozás dátuma|regisztráció dátuma|data creării|"
        "data înregistrării|data dodania|data utworzenia|data rejestracji|skapad|registreringsdatum|oprettet|"
        "opprettet|luotu|rekisteröity|kayıt tarihi|oluşturma tarihi|oluşturulma tarihi|eklenme tarihi|"
        "ημερομηνία εγγραφής|дата створення|дата реєстрації|дата добавления|datum kreiranja|תאריך יצירה|"
        "تاریخ ثبت|تاريخ الإنشاء|تاريخ التسجيل|วันที่สร้าง|ngày tạo|ngày đăng ký|tanggal dibuat|tanggal daftar|"
        "tgl daftar|등록일|가입일|생성일|등록일자|가입일자|登録日時|作成日|作成日時|登録年月日|fecha de registro|"
        "fecha registro|fecha creación|data de cadastro|data cadastro|criado em|data di creazione|"
        "data inserimento|data iscrizione|aangemaakt op|aanmaakdatum|klant sinds|date d'ajout|ajouté le|créé le|"
        "erstellungsdatum|anlagedatum|erfasst am|registriert am|eintrittsdatum|join date|joined|date joined|"
        "joined on|joining date|date of joining|member join date|membership start|date opened|account opened|"
        "date account opened|opened on|added on|added at|entry date|record creation date|enrolled on|"
        "enrollment date|first seen|connected on"
    ),
    "last_contact_on": (
        "poslední kontakt|utolsó kapcsolat|utolsó kapcsolatfelvétel|ultimul contact|senaste kontakt|"
        "seneste kontakt|siste kontakt|viimeisin yhteydenotto|son görüşme|son temas|son görüşme tarihi|"
        "τελευταία επικοινωνία|останній контакт|последний контакт|дата последнего контакта|zadnji kontakt|"
        "آخرین تماس|آخر تواصل|آخر اتصال|lần liên hệ cuối|kontak terakhir|최근연락일|마지막연락일|최종연락일|"
        "최근상담일|最終接触日|最終対応日|最終訪問日|fecha de último contacto|fecha último contacto|"
        "última interacción|data ultimo contatto|data do último contato|laatste contactdatum|"
        "date du dernier contact|letzte aktivität|letzter kontakt am|last reach|last contact time|"
        "last contacted time|last contacted at|last interaction|last interaction date|last interacted on|"
        "last touch|last touched|last spoke|last communication|date last contacted|most recent contact|"
        "last activity at"
    ),
    "next_follow_up_on": (
        "další kontakt|następny kontakt|data następnego kontaktu|următorul contact|nästa kontakt|næste kontakt|"
        "neste kontakt|seuraava yhteydenotto|sonraki görüşme|sonraki görüşme tarihi|takip tarihi|"
        "следующий контакт|дата следующего контакта|наступний контакт|پیگیری بعدی|موعد المتابعة|"
        "ngày liên hệ tiếp theo|tindak lanjut|다음연락일|다음상담일|次回接触日|次回対応日|次回訪問日|"
        "fecha próximo contacto|próximo contato|próximo seguimiento|prossimo contatto|data prossimo contatto|"
        "volgende contact|volgend contact|date prochain contact|prochaine action le|nächste aktivität|"
        "nächster kontakt am|next activity date|next followup|next followup date|follow up on|followup date|"
        "next call|next call date|next meeting date|next action date|next touch|due for follow up|reminder date"
    ),
    "credit_limit": (
        "úvěrový limit|hitelkeret|limită credit|limit kredytowy|kreditgräns|kredittgrense|luottoraja|"
        "kredi limiti|risk limiti|πιστωτικό όριο|кредитный лимит|кредитний ліміт|límite de crédito|"
        "límite crédito|limite di credito|fido|kredietlimiet|limite crédit|plafond de crédit|신용한도|여신한도|"
        "与信限度額|与信枠|السقف الائتماني|حد الائتمان|hạn mức tín dụng|batas kredit"
    ),
    "payment_terms": (
        "splatnost|platební podmínky|fizetési határidő|fizetési feltételek|fizetési mód|termen plată|"
        "termen de plată|termin płatności|warunki płatności|betalningsvillkor|betalingsbetingelser|"
        "betalingsvilkår|maksuehto|ödeme vadesi|ödeme koşulları|vade|όροι πληρωμής|условия оплаты|"
        "отсрочка платежа|умови оплати|condición de pago|días de pago|plazo de pago|condição pagamento|"
        "condição de pagamento|prazo de pagamento|forma de pagamento|modalità di pagamento|termini di pagamento|"
        "betaaltermijn|betalingsvoorwaarden|betalingstermijn|mode de règlement|délai de paiement|"
        "conditions de paiement|zahlungskonditionen|zahlungsfrist|결제조건|決済条件|支払サイト|締日|شروط الدفع|"
        "điều khoản thanh toán|termin pembayaran"
    ),
    "kind": (
        "est une société|est une entreprise|est une compagnie|je společnost|is een bedrijf|czy firma|"
        "är ett företag|on yritys|şirket mi|vállalat|este companie|typ zákazníka|typ klienta|kundtyp|"
        "tipo de cliente|tipo cliente|tipo di cliente|soort klant|type client|тип клиента|тип контрагента|"
        "kundentyp|고객구분|고객유형|顧客区分|顧客種別|نوع العميل|loại khách hàng|jenis pelanggan"
    ),
    "short_name": (
        "zkrácený název|rövid név|nume scurt|nazwa skrócona|nazwa krótka|kortnamn|kısa ad|краткое наименование|"
        "сокращенное наименование|коротка назва|nombre corto|nome breve|nome abbreviato|verkorte naam|nom court|"
        "kurzbezeichnung|kuerzel|kürzel|matchcode|suchbegriff|약칭|略称|tên viết tắt|known as"
    ),
}

CONTACT_WORDS = {
    "name": (
        "tên khách|khách|tên khách lẻ|tên kh|họ tên kh|jméno|jméno a příjmení|příjmení a jméno|celé jméno|kontaktní osoba|"
        "kontaktná osoba|meno|meno a priezvisko|név|teljes név|kapcsolattartó|kapcsolattartó neve|"
        "kapcsolattartó név|nume|nume complet|nume și prenume|nume si prenume|nume prenume|persoană de contact|"
        "persoana de contact|persoana contact|imię nazwisko|nazwisko i imię|osoba do kontaktu|"
        "przedstawiciel imię|namn|fullständigt namn|kontakt person|kontaktnamn|navn|fulde navn|fullt navn|"
        "kontaktnavn|nimi|koko nimi|yhteyshenkilö|yhteyshenkilön nimi|adı soyadı|ad soyad|isim|isim soyisim|"
        "adı soyad|yetkili|yetkili kişi|yetkili adı|yetkili adı soyadı|ilgili kişi|irtibat kişisi|όνομα|"
        "ονοματεπώνυμο|υπεύθυνος επικοινωνίας|піб|п і б|ім я|контактна особа|прізвище ім я|контактное лицо|"
        "контактная персона|фио контакта|фио клиента|ф и о|фамилия имя|фамилия имя отчество|имя клиента|име|"
        "име и фамилия|лице за контакт|ime|ime i prezime|ime in priimek|kontakt osoba|kontaktna osoba|שם|שם מלא|"
        "איש קשר|שם איש קשר|نام|نام و نام خانوادگی|نام کامل|شخص رابط|الاسم الكامل|اسم المسؤول|جهة الاتصال|"
        "الشخص المسؤول|اسم الشخص|ชื่อ|ชื่อผู้ติดต่อ|ผู้ติดต่อ|ชื่อ นามสกุล|ชื่อนามสกุล|tên|tên liên hệ|"
        "người đại diện|tên người liên hệ|họ tên khách hàng|nama kontak|nama pic|pic|kontak person|narahubung|"
        "대표자|대표자명|대표|대표이사|대표명|담당자성명|담당자 성명|고객|고객이름|성함|신청자|신청자명|회원명|"
        "회원이름|환자명|학생명|代表者|代表者名|担当者氏名|ご担当|お客様氏名|氏名漢字|お客様|お客さま名|会員名|"
        "会員氏名|連絡担当者|先方担当者|先方担当|responsable|responsabile|responsável|ansvarlig|contactos|"
        "contacto nombre|nombre contacto|nombre de contacto|nombre del contacto|nombre y apellido contacto|"
        "representante legal|nombres|nombres y apellidos|apellidos y nombre|apellidos y nombres|nome contato|"
        "contato nome|nome do contato|responsável contato|contatos|pessoa contato|nome contatto|nominativo|"
        "contatto|nome referente|persona riferimento|persona di riferimento|cognome e nome|contactnaam|"
        "naam contactpersoon|volledige naam|achternaam voornaam|contact nom|nom du contact|nom contact|"
        "contact principal|nom du responsable|nom prénom contact|dirigeant|dirigeants|fondateur|"
        "name des ansprechpartners|kontakt name|name ansprechpartner|name vorname|vorname name|nachname vorname|"
        "vorname nachname|geschäftsführer|vollständiger name|anzeigename|contact full name|primary contact name|"
        "main contact name|key contact|contact person name|contact1|contact 1|contact 1 name|customer contact|"
        "client contact|account contact|person name|person in charge|rep name|representative name|"
        "name of contact|name of person|decision maker|poc name|buyer contact|principal name|president|"
        "director name|attendee name|attendee|guest name|guest|student name|patient name|patient|tenant name|"
        "volunteer name|volunteer|participant|participant name|subscriber name|applicant name|registrant|"
        "registrant name|lead name|lead|user full name|founder|founders"
    ),
    "title": (
        "pozice|funkce|pracovní pozice|pozícia|beosztás|munkakör|titulus|funcție|funcția|funcția deținută|"
        "stanowisko pracy|befattning|yrkestitel|stilling|jobtitel|tittel|ammattinimike|tehtävänimike|asema|"
        "unvanı|unvan|görevi|görev|pozisyon|mesleği|θέση|ιδιότητα|посада|длъжность|длъжност|радно место|funkcija|"
        "radno mjesto|תפקיד|سمت|عنوان شغلی|المنصب|المسمى الوظيفي|الوظيفة|ตำแหน่ง|vị trí|chức danh|posisi|직책|"
        "직위|직급|직함|役職名|puesto|cargo contacto|cargo del contacto|cargo puesto|ocupación|profesión|"
        "profissão|posição|cargo função|ruolo|qualifica|posizione|titolo professionale|professione|functienaam|"
        "functieomschrijving|beroep|titre professionnel|titre du poste|intitulé du poste|emploi|métier fonction|"
        "berufsbezeichnung|arbeitstitel|position im unternehmen|tätigkeit|amt|stellung|jobtitle|job function|"
        "current position|current title|professional title|contact position|contact job title|position title|"
        "designation title"
    ),
    "department": (
        "oddělení|útvar|osztály|departament|dział|avdelning|afdeling|avdeling|osasto|departman|bölüm|birim|τμήμα|"
        "відділ|отдел|подразделение|odjel|oddelek|מחלקה|بخش|القسم|الإدارة|แผนก|bộ phận|phòng|divisi|bagian|부서|"
        "부서명|소속|소속부서|部門名|所属|所属名|settore reparto|ufficio reparto|département service|"
        "abteilungsname|team name"
    ),
    "gender": (
        "pohlaví|nem|sex gen|płeć|kön|køn|kjønn|sukupuoli|cinsiyet|φύλο|стать|пол клиента|spol|מין|جنسیت|الجنس|"
        "เพศ|성별|性別 男女|género|gênero|genere|sexe genre|geschlecht m w"
    ),
}

PARENTS = (
    "parent company|entreprise liée|société liée|société mère|entreprise associée|empresa relacionada|"
    "compañía relacionada|empresa matriz|empresa vinculada|azienda collegata|società collegata|"
    "gerelateerd bedrijf|verwant bedrijf|bovenliggend bedrijf|powiązana firma|firma powiązana|"
    "související společnost|nadřazená společnost|kapcsolódó vállalat|kapcsolódó cég|companie asociată|"
    "relaterat företag|tilknyttet virksomhed|relatert selskap|relateret firma|liittyvä yritys|ilişkili şirket|"
    "bağlı şirket|i̇lişkili şirket|связанная компания|пов язана компанія|σχετιζόμενη εταιρεία|関連会社|所属会社|"
    "관련 회사|관련회사|công ty liên quan|perusahaan terkait|الشركة ذات الصلة|שייכת לחברה"
)
"""The company that a person belongs to, in lists of both."""
CONTACT_WORDS["customer"] = PARENTS
