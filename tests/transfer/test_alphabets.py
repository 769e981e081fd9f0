"""One-byte encodings of Europe are told apart by the letters of a language."""

from __future__ import annotations

import pytest

from app.transfer.readers.encoding import decode

TEXTS = [
    ("cp1250", "Zakład Stolarski „Dąb”;Leśna 4;Częstochowa;płaci gotówką;Gęsia żółta\n"),
    ("cp1250", "Lp.;Nazwa firmy;Miejscowość;Handlowiec\n1;Zakład „Dąb”;Legionowo;Łomża\n2;Usługi Król;Płock;Żywiec\n"),
    ("cp950", "客戶名稱;電話;地址\n大同精機;02-25112233;台北市中山區南京東路\n永昌五金行;04-22234455;台中市北區\n"),
    ("cp1250", "Řeznictví Šťastný;Dlouhá 5;Plzeň;přišel včera;Ďáblice u Břeclavi\n"),
    ("cp1250", "Győri Gépgyár;Kőszeg;Fő utca 3;sürgős árajánlat;tűzoltó őrség\n"),
    ("iso8859_2", "Zakład Stolarski;Leśna 4;Częstochowa;płaci gotówką;Gęsia żółta\n"),
    ("cp1254", "Güneş Tekstil;İstanbul;Çağrı Bey;ödeme bekliyor;ışıklı\n"),
    ("cp1257", "Šiaulių baldai;Vilnius;ąžuolo stalas;mokėjimas įvykdytas\n"),
    ("cp1252", "Müller Söhne;Größe;Straße 4;Köln;Käse\n"),
    ("cp1252", "Société Générale;Orléans;reçu;à côté;où;Noël\n"),
    ("cp1252", "Señor Muñoz;Málaga;¿cuándo?;teléfono;1ª planta;20 €\n"),
    ("cp1252", "São João;ligação;não;Conceição;Câmara;às três\n"),
    ("cp1252", "Søren Ågård;Ærø;blåbær;Malmö;på lager\n"),
    ("cp874", "รหัส,ชื่อลูกค้า,โทร\n7,ร้านสมใจ เพชรบุรี,032\n"),
    ("cp1256", "كود العميل;الاسم;المدينة\n7;شركة الفجر;الإسكندرية\n"),
    ("cp1255", "שם לקוח;טלפון;עיר\nיעל לוי;03;חיפה\n"),
    ("cp1253", "Επωνυμία;Πόλη\nΑφοί Νικολάου;Βόλος\n"),
    ("cp1251", "Наименование;Город\nООО Рябина;Тверь\n"),
    ("koi8-r", "Наименование;Ед;Цена;Остаток\nКабель ВВГ;м;58;1200\nРозетка;шт;110;85\n"),
    ("koi8-r", "НАИМЕНОВАНИЕ;ЦЕНА\nБОЛТ М8;12\nГАЙКА М8;8\nШАЙБА;2\n"),
    ("cp866", "Клиент;Телефон;Город\nООО Рябина;495 1234567;Тверь\n"),
    ("cp1251", "НАИМЕНОВАНИЕ;ЦЕНА\nБОЛТ М8;12\nГАЙКА М8;8\nШАЙБА;2\n"),
    ("koi8-u", "Клієнт;Телефон;Місто\nТОВ Їжак;044 1234567;Київ\nФОП Гнатюк;032 7654321;Львів\n"),
    (
        "cp1250",
        "Firma;Město;Kontaktní osoba\nTruhlářství Novák;Brno;Petr Novák\nAutoservis Dvořák;Plzeň;Jana Dvořáková\n",
    ),
    ("cp850", "Firma;Straße;Ort\nMüller GmbH;Hauptstraße 1;Köln\nBäckerei Groß;Übergasse 3;Düsseldorf\n"),
    ("cp850", "Société;Téléphone;Prénom\nÉpicerie Léon;0123456789;Hélène\nGarage Noël;0198765432;François\n"),
    ("cp949", "거래처코드,거래처명,대표자명\n1,(주)달빛푸드,백가온\n"),
    ("cp932", "得意先名,住所\n堀川青果株式会社,京都市上京区\n"),
    ("cp932", "顧客番号,顧客名\r\nA1,顧客あ\r\nA2,顧客い\r\n"),
    ("cp932", "番号,社名\n1,㈱暁\n2,㈲泉\n"),
    ("euc_jp", "商品名,単価\n青りんご,120\nみかん,80\n"),
    ("euc_jp", "得意先コード,得意先名\n0001,株式会社北村商店\n0002,有限会社小川\n"),
    ("euc_jp", "得意先名,住所\n丸山建設株式会社,北海道札幌市中央区\n大阪金属,大阪府大阪市北区梅田\n"),
    ("euc_jp", "会社名,備考\nカネダ商事,現金\n日本通運,月末\n"),
    ("cp949", "회사명,담당자,주소\n현대건설,강부장,인천시남동구\n부산수산,김철수,대전시유성구\n"),
    ("gb18030", "店名,备注\n优の品零食店,现金\n茶の味奶茶,月结\n"),
    ("cp950", "客戶名稱,聯絡人\n新竹科技,陳建宏\n鼎泰豐餐飲,林淑芬\n"),
    ("gb18030", "客户名称,联系人,地址\n嘉定丙五金,钱芳,上海市嘉定区\n"),
    ("cp1252", "price 5 € – “ok”; 3 m²; 20°\n"),
]


@pytest.mark.parametrize(("encoding", "text"), TEXTS)
def test_a_language_tells_its_encoding(encoding: str, text: str) -> None:
    assert decode((text * 3).encode(encoding)).text == text * 3


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        one
        for one in TEXTS
        if one[0]
        in ("koi8-r", "koi8-u", "cp866", "cp1251", "cp850", "cp1250", "cp932", "euc_jp", "cp949", "gb18030", "cp950")
    ],
)
def test_a_language_tells_its_encoding_in_short_files(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    "text", ["普通客户", "网络", "成都", "老板", "东方电气", "北京", "代理商", "茶の味", "老客,杭何"]
)
@pytest.mark.parametrize("rows", [3, 30, 200])
def test_a_word_that_is_repeated_proves_no_language(text: str, rows: int) -> None:
    table = "客户,级别\n" + "".join(f"Acme {at},{text}\n" for at in range(rows))
    assert decode(table.encode("gb18030")).text == table
    bare = table.replace("客户,级别", "name,city")
    if rows > 3:
        assert decode(bare.encode("gb18030")).text == bare


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("cp949", "일반고객,신규"), ("cp949", "서울"), ("euc_jp", "丸山建設株式会社"), ("euc_jp", "カネダ商事")],
)
def test_a_few_words_of_a_language_are_enough(encoding: str, text: str) -> None:
    table = "name,city\n" + "".join(f"Acme {at},{text}\n" for at in range(30))
    assert decode(table.encode(encoding)).text == table
