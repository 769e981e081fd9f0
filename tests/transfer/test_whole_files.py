"""Lists as shops, bookkeeping and address books write them in the languages of the west, read in whole."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from app.records.record import Record
from app.records.workspace import Workspace
from tests.transfer.imports import held, imported


def brought(ws: Workspace, folder: Path, text: str, kind: str, name: str = "list.csv") -> list[Record]:
    """The records of a kind after a file with this text came in."""
    path = folder / name
    path.write_text(text, "utf-8")
    imported(ws, path)
    return held(ws, kind)


def test_a_name_said_again_for_the_bill_is_taken_once(ws: Workspace, tmp_path: Path) -> None:
    text = (
        "Email,First Name,Last Name,Billing First Name,Billing Last Name,Billing Company,Billing City\n"
        "mia@example.com,Mia,Stone,Mia,Stone,Stone Works,Leeds\nole@example.com,Ole,Dahl,Ole,Dahl,,York\n"
    )
    assert {one["name"] for one in brought(ws, tmp_path, text, "contact")} == {"Mia Stone", "Ole Dahl"}


def test_halves_of_names_without_accents_or_with_whose_they_are(ws: Workspace, tmp_path: Path) -> None:
    czech = (
        "id;jmeno;prijmeni;mesto;email\n1;Karel;Dlouhý;Brno;karel@firma.example\n2;Hana;Malá;Praha;hana@firma.example\n"
    )
    assert {one["name"] for one in brought(ws, tmp_path, czech, "customer")} == {"Karel Dlouhý", "Hana Malá"}


def test_the_person_of_a_company_in_two_columns(ws: Workspace, tmp_path: Path) -> None:
    text = (
        "nom,adresse,code_postal,ville,contact_prenom,contact_nom\n"
        "Menuiserie du Lac SARL,3 rue du Port,74000,Annecy,Lise,Perrin\nFroid Alpin SAS,8 quai Sud,38000,Grenoble,Paul,Roche\n"
    )
    people = brought(ws, tmp_path, text, "contact")
    assert {one["name"] for one in people} == {"Lise Perrin", "Paul Roche"}


def test_numbered_mails_and_codes_of_ten_digits(ws: Workspace, tmp_path: Path) -> None:
    text = "Name;E-mail Address;E-mail 2 Address\nNora Vik;nora@example.no;vik@example.no\n"
    (one,) = brought(ws, tmp_path, text, "customer")
    assert (one["email"], one["address"]) == ("nora@example.no", None)
    assert "vik@example.no" in one["notes"]
    coded = "CODIGO;CLIENTE;ROTA\n1000147001;PADARIA LUZ LTDA;quinta\n1000147002;BAR DO ZECA - ME;sexta\n"
    assert all(one["phone"] is None for one in brought(ws, tmp_path, coded, "customer", "rota.csv"))


def test_prices_under_headers_that_name_no_goods(ws: Workspace, tmp_path: Path) -> None:
    text = (
        "Profil;szt. w paczce;Cena netto za mb (PLN)\n3484;3;27,00\n16;3;24,50\n49;6;37,50\n1050;6;45,50\nszyba;;73\n"
    )
    found = {one["name"]: Decimal(one["price"]) for one in brought(ws, tmp_path, text, "product")}
    assert found == {"3484": 27, "16": Decimal("24.5"), "49": Decimal("37.5"), "1050": Decimal("45.5"), "szyba": 73}


def test_a_description_in_few_rows_is_not_the_name(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        f"A{number};Lampe Modell {number};{'mit Dimmer' * (number == 3)};{number},50;400000000{number}"
        for number in range(1, 8)
    ]
    text = "\n".join(["Ref;Libellé;Description;Prix;EAN", *rows]) + "\n"
    found = brought(ws, tmp_path, text, "product")
    assert {one["name"] for one in found} == {f"Lampe Modell {number}" for number in range(1, 8)}


def test_points_part_thousands_where_one_amount_says_so(ws: Workspace, tmp_path: Path) -> None:
    text = "ITEM;DESCRIPCION;UND;VR. UNIT\n1,1;CANAL EN LAMINA;ML; 70.116 \n1,2;ANDAMIO ALTO;UND; 1.024.472 \n1,3;LIMPIEZA;M2; 3.097 \n"
    found = {one["name"]: Decimal(one["price"]) for one in brought(ws, tmp_path, text, "product")}
    assert found == {"CANAL EN LAMINA": 70116, "ANDAMIO ALTO": 1024472, "LIMPIEZA": 3097}
    kept = "Artículo;Precio\nTornillo;1.125\nTuerca;0.975\n"
    small = {one["name"]: one["price"] for one in brought(ws, tmp_path, kept, "product", "precios.csv")}
    assert small["Tornillo"] == Decimal("1.125")


def test_the_code_of_a_series_is_no_code_of_its_goods(ws: Workspace, tmp_path: Path) -> None:
    rows = [f"{number}00,S31.{number},{800 + number},S31" for number in range(1, 7)]
    text = "\n".join(["Długość,Typ katalogowy,Cena katalogowa 2022,id", *rows]) + "\n"
    assert len(brought(ws, tmp_path, text, "product")) == 6


def test_display_names_and_the_fields_of_groupware(ws: Workspace, tmp_path: Path) -> None:
    spanish = "Nombre mostrado,Correo electrónico,Teléfono\nRosa Gil,rosa@ejemplo.example,+34 600 111 222\n"
    (one,) = brought(ws, tmp_path, spanish, "customer")
    assert one["name"] == "Rosa Gil"
    groupware = (
        "n_given,n_family,org_name,adr_one_street,adr_one_postalcode,adr_one_locality,tel_work,tel_cell,email\n"
        "Jens,Kolbe,Kolbe Dach GmbH,Am Ring 4,04109,Leipzig,0341 555010,0171 5550101,jens@kolbe.example\n"
    )
    person = next(one for one in brought(ws, tmp_path, groupware, "contact", "tine.csv") if one["name"] != "Rosa Gil")
    assert person["name"] == "Jens Kolbe"
    assert person["mobile"]


def test_titles_and_ids_of_goods(ws: Workspace, tmp_path: Path) -> None:
    text = "IdProd;Titolo;Prezzo\n101;Lampada da tavolo;39,90\n102;Sedia pieghevole;24,50\n"
    found = {one["code"]: one["name"] for one in brought(ws, tmp_path, text, "product", "listino.csv")}
    assert found == {"101": "Lampada da tavolo", "102": "Sedia pieghevole"}


def test_lists_of_bills_orders_and_jobs_are_none_of_customers_or_goods(ws: Workspace, tmp_path: Path) -> None:
    lists = {
        "billed.csv": "Date,Due,Details,Client,Status,Total\nJan 3 2024,Feb 3 2024,B-7,Ada Long,Due,90.00\n"
        "Jan 9 2024,Feb 9 2024,B-8,Ida Short,Paid,45.00\n",
        "bought.csv": "Order Date,Order Reference,Supplier,Order Lines / Product,Order Lines / Quantity\n"
        "2024-02-01,PO-31,Nordholz,Board,20\n,,,Beam,12\n2024-02-05,PO-32,Eisenwerk,Hinge,200\n",
        "jobs.csv": "ID,Descrição,Data,Local,Tipo,Status,Data Conclusão\n1,Limpeza do pátio,03/06/24,Matriz,Civil,Concluído,28/06/24\n"
        "2,Reparar prateleira,04/06/24,Estoque,Mecânica,Concluído,06/06/24\n3,Trocar lâmpada,05/06/24,Loja,Elétrica,Aberto,07/06/24\n",
        "tickets.csv": "Ticket ID,Subject,Status,Created time,Full name,Title,Email,Company Name\n"
        "1,Page is empty,Open,2024-03-01 09:00,Eva Moss,Buyer,eva@acme.example,Acme Inc\n"
        "2,Cannot log in,Open,2024-03-02 10:00,Eva Moss,Buyer,eva@acme.example,Acme Inc\n",
    }
    for name, text in lists.items():
        for kind in ("customer", "contact", "product"):
            assert not brought(ws, tmp_path, text, kind, name), (name, kind)


def test_logs_of_activities_and_calls(ws: Workspace, tmp_path: Path) -> None:
    text = (
        "Activity Date,Activity Status,Email,Activity Type,Details,Subject\n"
        "2024-05-02 09:30:00,Completed,ina@firma.example,Phone Call,She wants an offer,Asked for a boiler\n"
    )
    assert len(brought(ws, tmp_path, text, "activity", "done.csv")) == 1
    calls = "ID,Time,Name,Phone,Reason\n1,2024-06-10 15:27:24,Jo Smith,5551234567,Sewer estimate\n"
    assert len(brought(ws, tmp_path, calls, "activity", "call_log.csv")) == 2


def test_prices_and_persons_without_a_header(ws: Workspace, tmp_path: Path) -> None:
    prices = (
        "Ceník služeb,\nplatný od 1.3.2024,\nVýměna oleje,500 Kč\nGeometrie kol,450 Kč\nČištění klimatizace,300 Kč\n"
        "Kontrola brzd,50 Kč\nDoprava,dle vzdálenosti 20 - 30 Kč\nPřezutí,900 Kč\n"
    )
    found = {one["name"]: one["price"] for one in brought(ws, tmp_path, prices, "product", "cenik.csv")}
    assert len(found) == 6
    assert found["Výměna oleje"] == Decimal(500)
    persons = "Luca;Neri;NRELCU85M10H501U;luca@posta.example\nAnna;De Santis;DSNNNA99L60F839A;anna@posta.example\n"
    persons += "Ugo;Riva;RVIGUO70A01F205X;ugo@posta.example\n"
    assert {one["name"] for one in brought(ws, tmp_path, persons, "customer", "clienti.csv")} == {
        "Luca Neri",
        "Anna De Santis",
        "Ugo Riva",
    }


def test_prices_under_the_name_of_the_money(ws: Workspace, tmp_path: Path) -> None:
    text = "Artikelbezeichnung,Einheit,Euro,Bemerkungen\nEier,St,0.55,\nKartoffeln,kg,2.95,neue Ernte\nLauch,kg,3.10,\n"
    found = {one["name"]: Decimal(one["price"]) for one in brought(ws, tmp_path, text, "product")}
    assert found == {"Eier": Decimal("0.55"), "Kartoffeln": Decimal("2.95"), "Lauch": Decimal("3.1")}


def test_a_number_without_a_kind_that_is_a_mobile_one_in_its_country(ws: Workspace, tmp_path: Path) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Uwe Lang\nTEL;TYPE=WORK:+49 2222 923000\nTEL:+491781470000\nEND:VCARD\n"
    (one,) = brought(ws, tmp_path, card, "contact", "uwe.vcf")
    assert one["mobile"].typed.endswith("1781470000")
    assert one["phone"].typed.endswith("923000")


def test_persons_with_their_mail_address_in_one_cell(ws: Workspace, tmp_path: Path) -> None:
    text = (
        "nome,contatto,paese\nForniture Lago Srl,Marco Rossi - marco@lago.example,Italia\n"
        "TechParts GmbH,Hans Weber <hans@techparts.example>,Germania\n"
    )
    people = brought(ws, tmp_path, text, "contact", "fornitori.csv")
    assert {(one["name"], one["email"]) for one in people} == {
        ("Marco Rossi", "marco@lago.example"),
        ("Hans Weber", "hans@techparts.example"),
    }
    assert {one["name"] for one in held(ws, "customer")} == {"Forniture Lago Srl", "TechParts GmbH"}
