"""Cash books and statements of accounts: who paid or was paid are customers; one that does not say who holds none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.shared.i18n import N_, _
from app.transfer.columns.decision import NOTHING
from app.transfer.columns.proposals import CUSTOMERS, NOTES, Column, Proposal
from app.transfer.grid.folding import bare, fold
from app.transfer.grid.scale import FEW, HALF, SAID

REFUSED = N_(
    "It is a cash book that does not say who paid or was paid, so there are no customers in it. Add a column with their names first."
)
REASON = N_("It is a cash book; who paid or was paid becomes a customer.")
_FORWARD = N_("It tells of a payment; its text goes to the notes with the header in front.")


def _words(text: str) -> frozenset[str]:
    return frozenset(map(fold, text.split("|")))


_IN = _words(
    "收入|收入金额|收入元|收款|收款金额|收方|进账|入账|入账金额|贷方|贷方金额|贷方发生额|转入|转入金额|存入|借方|借方金额|借方发生额|"
    "income|receipt|receipts|received|money in|paid in|deposit|deposits|credit|in|einnahme|einnahmen|eingang|haben|gutschrift|"
    "recettes|recette|crédit|encaissement|ingreso|ingresos|abono|haber|entrada|entradas|crédito|entrate|entrata|avere|accrediti|"
    "inkomsten|bij|wpływ|wpływy|przychód|uznania|příjem|příjmy|bevétel|jóváírás|încasări|credit amount|indtægt|inn|insättning|tulot|"
    "gelir|giriş|alacak|έσοδα|πίστωση|приход|поступление|кредит|надходження|постъпления|uplata|primitak|入金|入金額|収入|수입|입금|입금액|"
    "thu|ghi có|pemasukan|kredit|รายรับ|ฝาก|הכנסה|זכות|إيراد|دائن|واریز"
)
_OUT = _words(
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


def placed(first: Proposal, as_customers: Callable[[], Proposal]) -> Proposal:
    """A cash book with its counterparties as customers, or with the reason why there are none; any other sheet as it is.

    Args:
        first: what the sheet was taken for.
        as_customers: gives the sheet as a list of customers.
    """
    if first.kind not in (None, CUSTOMERS) or not _keeps_cash(first):
        return first
    if first.kind is None:
        if first.reason != _(NOTHING):
            return first
        found = as_customers()
        held = found if found.columns else first
        other = next((one for one in held.columns if _party(one)), None)
        if other is None:
            return replace(first, reason=_(REFUSED))
        first = replace(found, kind=CUSTOMERS, reason=_(REASON)).changed(other.index, ("name",))
    return replace(first, columns=tuple(map(_told, first.columns)))


def _keeps_cash(proposal: Proposal) -> bool:
    """Whether a column tells what came in, and another what went out, most rows one of the two."""
    heads = {
        one.index: fold(bare(one.header))
        for one in proposal.columns
        if one.evidence.share("number", "money") > HALF or not one.evidence.filled
    }
    ins = [index for index, head in heads.items() if head in _IN]
    outs = [index for index, head in heads.items() if head in _OUT]
    if not any(one != other for one in ins for other in outs):
        return False
    rows = len(proposal.layout.data)
    return all(one.evidence.filled < max(rows, 2) for one in proposal.columns if one.index in {*ins, *outs})


def _party(column: Column) -> bool:
    names = column.evidence.filled and column.evidence.share("number", "money", "date", "phone") < FEW
    return bool(names) and fold(bare(column.header)) in _OTHERS


def _told(column: Column) -> Column:
    """What a payment says is told in the notes; its day is not that on which the customer was put down."""
    if column.targets == ("created_on",) or (
        not column.targets and column.evidence.filled and column.confidence < SAID
    ):
        return replace(column, targets=(NOTES,), labelled=True, confidence=0.5, reason=_(_FORWARD))
    return column
