"""Cash books and statements of accounts: who paid or was paid are customers; one that does not say who holds none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.shared.i18n import N_, _
from app.transfer.columns.decision import NOTHING
from app.transfer.columns.proposals import CUSTOMERS, NOTES, Column, Proposal
from app.transfer.grid.evidence import Evidence
from app.transfer.grid.folding import bare, fold, folded
from app.transfer.grid.scale import FEW, HALF, SAID

REFUSED = N_(
    "It is a cash book that does not say who paid or was paid, so there are no customers in it. Add a column with their names first."
)
REASON = N_("It is a cash book; who paid becomes a customer, who was only ever paid a supplier.")
_FORWARD = N_("It tells of a payment; its text goes to the notes with the header in front.")


def _words(text: str) -> frozenset[str]:
    return frozenset(map(fold, text.split("|")))


IN = _words(
    "收入|收入金额|收入元|收款|收款金额|收方|进账|入账|入账金额|贷方|贷方金额|贷方发生额|转入|转入金额|存入|借方|借方金额|借方发生额|"
    "income|receipt|receipts|received|money in|paid in|deposit|deposits|credit|in|einnahme|einnahmen|eingang|haben|gutschrift|"
    "recettes|recette|crédit|encaissement|ingreso|ingresos|abono|haber|entrada|entradas|crédito|entrate|entrata|avere|accrediti|"
    "inkomsten|bij|wpływ|wpływy|przychód|uznania|příjem|příjmy|bevétel|jóváírás|încasări|credit amount|indtægt|inn|insättning|tulot|"
    "gelir|giriş|alacak|έσοδα|πίστωση|приход|поступление|кредит|надходження|постъпления|uplata|primitak|入金|入金額|収入|수입|입금|입금액|"
    "thu|ghi có|pemasukan|kredit|รายรับ|ฝาก|הכנסה|זכות|إيراد|دائن|واریز"
)
OUT = _words(
    "支出|支出金额|支出元|付款|付款金额|付方|出账|出账金额|借方|借方金额|借方发生额|转出|转出金额|支取|贷方|贷方金额|贷方发生额|"
    "expense|expenses|expenditure|payment|payments|money out|paid out|withdrawal|withdrawals|debit|debit amount|out|ausgabe|ausgaben|"
    "ausgang|soll|lastschrift|dépenses|dépense|débit|décaissement|gasto|gastos|cargo|debe|salida|salidas|débito|uscite|uscita|dare|"
    "addebiti|uitgaven|af|wypływ|wydatki|rozchód|obciążenia|výdaj|výdaje|kiadás|terhelés|plăți|udgift|ut|uttag|menot|gider|çıkış|borç|"
    "έξοδα|χρέωση|расход|списание|дебет|витрати|плащания|isplata|izdatak|出金|出金額|支出額|지출|출금|출금액|chi|ghi nợ|pengeluaran|debet|"
    "รายจ่าย|ถอน|הוצאה|חובה|مصروف|مدين|برداشت"
)
_OTHERS = _words(
    "对方|对方户名|对方名称|对方单位|对方账户名称|交易对方|交易对手|往来单位|付款人|收款人|付款方|收款方|付款单位|收款单位|來往單位|對方|"
    "counterparty|counter party|payee|payer|payor|payee payer|payer payee|beneficiary|remitter|paid to|received from|party|name|"
    "auftraggeber empfänger|begünstigter zahlungspflichtiger|empfänger|zahlungsempfänger|gegenpartei|auftraggeber|contrepartie|"
    "bénéficiaire|tiers|beneficiario|contraparte|ordenante|tercero|favorecido|controparte|ordinante|tegenpartij|naam tegenpartij|"
    "begunstigde|kontrahent|nadawca odbiorca|odbiorca|protistrana|název protiúčtu|partner|partner neve|beneficiar|modpart|motpart|"
    "vastapuoli|saaja maksaja|karşı taraf|αντισυμβαλλόμενος|контрагент|плательщик|получатель|контрагент наименование|取引先|相手先|"
    "거래처|거래상대|đối tác|người nộp nhận|pihak lawan|คู่ค้า|צד נגדי|الطرف المقابل|طرف حساب"
)


_ELSEWHERE = folded(
    "往来单位|來往單位|party|name|tiers|kontrahent|partner|partner neve|контрагент|контрагент наименование|取引先|거래처|đối tác"
)
"""What customers are called in other lists as well."""
_OURS = folded(
    "经办人|经手人|制单人|制单|填表人|记账人|记账|出纳|会计|报销人|申请人|审批人|审核人|复核人|付款人员|handled by|entered by|approved by|"
    "paid by|created by|recorded by|cashier"
)
BALANCES = folded("余额|账户余额|结余|本次余额|balance|running balance|saldo|kontostand|solde|остаток|bakiye|残高|잔액")
AMOUNTS = folded(
    "金额|交易金额|发生额|本次金额|付款金额|支付金额|实付金额|已付金额|打款金额|转账金额|金额元|amount|"
    "transaction amount|paid amount|amount paid|value|betrag|umsatz|montant|importe|monto|importo|valor|"
    "bedrag|kwota|částka|összeg|belopp|beløb|beløp|summa|tutar|сумма|сума|금액|金額"
)
"""What payments come to, where no column tells which way they went."""
_BOOKED = folded(
    "借方|借方金额|借方发生额|贷方|贷方金额|贷方发生额|debit|debit amount|credit|credit amount|soll|haben|gutschrift|débit|crédit|debe|"
    "haber|cargo|abono|débito|crédito|dare|avere|дебет|кредит|borç|alacak|χρέωση|πίστωση|ghi nợ|ghi có|debet|kredit|"
    "חובה|זכות|مدين|دائن"
)
"""Sides of any account: those of a customer's tell what was sold and what was paid for it."""
_OF_BANKS = folded(
    "账户余额|对方户名|对方账户名称|对方账号|对方账户|对方开户行|bank balance|account balance|kontostand|auftraggeber empfänger|"
    "begünstigter zahlungspflichtiger|payee payer|payer payee|nadawca odbiorca|naam tegenpartij|název protiúčtu"
)
"""Columns that only accounts of banks have."""
_CASH = folded(
    "银行|銀行|现金|現金|流水|bank|cash|kontoauszug|kontobewegung|kasse|caisse|banque|caja|банк|касс|通帳|은행|통장"
)
_OWED = folded(
    "应收|應收|应付|應付|往来|往來|客户|客戶|供应商|receivable|payable|debtor|creditor|customer|client|kunden|debitor"
)
"""In titles of books of cash, and of those of what customers owe or suppliers get."""
PAYEES = folded(
    "收款人|收款方|收款单位|收款单位名称|收款户名|收款人名称|收款公司|收款对象|领款人|領款人|收款單位|payee|payee name|beneficiary|paid to|"
    "begünstigter|zahlungsempfänger|bénéficiaire|beneficiario|favorecido|begunstigde|odbiorca|příjemce|получатель|получатель платежа|alıcı"
)
"""Who money went to, where nothing tells of money that came."""


def placed(first: Proposal, as_customers: Callable[[], Proposal]) -> Proposal:
    """A cash book with its counterparties as customers, or with the reason why there are none; any other sheet as it is.

    Args:
        first: what the sheet was taken for.
        as_customers: gives the sheet as a list of customers.
    """
    if first.kind not in (None, CUSTOMERS):
        return first
    kept = keeps_cash(first)
    name = first.column_of("name")
    if name is not None and fold(name.header) in _OURS and (party := next(filter(_surely_party, first.columns), None)):
        # Who saw to the payment was taken for who was paid.
        seen_to = first.changed(party.index, ("name",)).changed(name.index, (NOTES,))
        first = replace(seen_to, persons=False) if pays(seen_to) else first
    if first.kind is None:
        if first.reason != _(NOTHING) or not (kept or any(map(_surely_party, first.columns))):
            return first
        found = as_customers()
        held = found if found.columns else first
        other = next((one for one in held.columns if _party(one)), None)
        if other is None:
            return replace(first, reason=_(REFUSED)) if kept else first
        first, unnamed = replace(found, kind=CUSTOMERS, reason=_(REASON)).changed(other.index, ("name",)), first
        if not kept and (of_persons(other.evidence) or not pays(first)):
            return unnamed
    return replace(first, columns=tuple(map(_told, first.columns))) if kept or pays(first) else first


def keeps_cash(proposal: Proposal) -> bool:
    """Whether a list is a cash book: a column tells what came in, and another what went out, most rows one of the two."""
    heads = {
        one.index: fold(bare(one.header))
        for one in proposal.columns
        if one.evidence.share("number", "money") > HALF or not one.evidence.filled
    }
    ins = [index for index, head in heads.items() if head in IN]
    outs = [index for index, head in heads.items() if head in OUT]
    if not any(one != other for one in ins for other in outs):
        return False
    rows = len(proposal.layout.data)
    return all(one.evidence.filled < max(rows, 2) for one in proposal.columns if one.index in {*ins, *outs})


def tells_sides(proposal: Proposal, title: str) -> bool:
    """Whether a book is surely one of cash or of a bank, so that a balance that rises is money that came in; one of what customers
    owe rises by what was sold to them.

    Args:
        proposal: a cash book.
        title: what stands above it, and the name of its sheet.
    """
    figures = {
        fold(bare(one.header)) for one in proposal.columns
        if not one.evidence.filled or one.evidence.share("number", "money") > HALF
    }  # fmt: skip
    cash = figures - _BOOKED
    if cash & IN and cash & OUT:
        return True
    if any(fold(bare(one.header)) in _OF_BANKS for one in proposal.columns):
        return True
    said = fold(title)
    return any(word in said for word in _CASH) and not any(word in said for word in _OWED)


def of_persons(names: Evidence) -> bool:
    """Whether those who were paid are the user's own people, as it seems: persons, and no company among them."""
    return names.share("person") > HALF and not names.share("company")


def names_other_side(column: Column) -> bool:
    """Whether a column names who paid or was paid."""
    return fold(bare(column.header)) in _OTHERS | PAYEES


def pays(proposal: Proposal) -> bool:
    """Whether rows tell on which day who was paid, or paid, how much; those who are called so elsewhere too, beside a balance."""
    name = proposal.column_of("name")
    sums = [
        one for one in proposal.columns
        if one.evidence.share("number", "money") > HALF and fold(bare(one.header)) in AMOUNTS | IN | OUT
    ]  # fmt: skip
    if name is None or not names_other_side(name) or not sums:
        return False
    dated = any(one.evidence.share("date") > HALF for one in proposal.columns)
    balanced = any(fold(bare(one.header)) in BALANCES for one in proposal.columns)
    return dated and (balanced or _surely_party(name))


def _party(column: Column) -> bool:
    names = column.evidence.filled and column.evidence.share("number", "money", "date", "phone") < FEW
    return bool(names) and names_other_side(column)


def _surely_party(column: Column) -> bool:
    return _party(column) and fold(bare(column.header)) not in _ELSEWHERE


def _told(column: Column) -> Column:
    """What a payment says is told in the notes: its day, how it was paid, and who of the user's own people saw to it."""
    payments = column.targets in (("created_on",), ("payment_terms",)) or (
        column.targets == ("contact.name",) and fold(column.header) in _OURS
    )
    if payments or (not column.targets and column.evidence.filled and column.confidence < SAID):
        return replace(column, targets=(NOTES,), labelled=True, confidence=0.5, reason=_(_FORWARD))
    return column
