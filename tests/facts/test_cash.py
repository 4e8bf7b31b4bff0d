from __future__ import annotations

from salesperf.engine import collect
from salesperf.facts.cash import Cash, names_of, payments
from salesperf.facts.owed import invoices
from salesperf.facts.section import SalesSection
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

SECTION = SalesSection()
INVOICES = (
    "invoice_id,order_id,customer_id,customer_name,rep_id,invoice_date,amount\n"
    "A1,O1,C1,Acme,R1,2026-01-05,100\nA2,O2,C2,Bolt,R2,2026-01-06,50\nA3,O2,C2,Bolt,R2,2026-01-07,25\n"
)


BILLED = "invoice_id,customer_id,invoice_date,amount,currency\n"
PAID = "invoice_id,payment_date,amount,currency\n"


def cash_of(bundle: Bundle) -> Cash:
    owed = invoices(bundle, bundle.tables["invoices"], SECTION, names="invoice_id", as_of=None)
    return payments(bundle, bundle.tables["payments"], SECTION, owed=owed, as_of=None)


def test_a_payment_is_whose_it_says_and_else_whose_its_invoice_is() -> None:
    text = (
        "payment_id,invoice_id,order_id,customer_name,rep_id,payment_date,amount\n"
        "1,A1,,Acme,,2026-02-01,60\n2,,O1,,R9,2026-02-02,40\n3,,O2,Bolt,,2026-02-03,5\n4,,,Nobody,,2026-02-04,7\n"
    )
    bundle = bundle_of([("invoices", INVOICES), ("payments", text)])

    found = collect(cash_of(bundle).lines).sort("payment_id")

    assert found.select("account", "customer", "rep", "cash", "settles").rows() == [
        ("A1", "C1", "R1", 60, 60),
        ("A1", "C1", "R9", 40, 40),
        (None, "C2", None, 5, None),
        (None, "Nobody", None, 7, None),
    ]


def test_rows_without_day_and_amount_are_no_payments_yet() -> None:
    text = "invoice_id,payment_date,amount\nA1,2026-02-01,60\nA1,,\n"

    found = cash_of(bundle_of([("invoices", INVOICES), ("payments", text)]))

    assert found.findings == ()
    assert ("nothing_yet", "1 row of payments without day and amount: nothing received yet") in [
        (key, note.en) for key, note in found.notes
    ]


def test_payments_for_nothing_known_are_findings_with_the_nearest_number() -> None:
    text = "invoice_id,payment_date,amount\na-1,2026-02-01,60\nZ77,2026-02-02,400\n,2026-02-03,5\nA1,,9\n"
    bundle = bundle_of([("invoices", INVOICES), ("payments", text)])

    found = cash_of(bundle)

    lacking, unknown = found.findings
    assert (lacking.code, lacking.message) == ("F532", "1 payment (9.00) without payment_date: received on no day")
    assert (unknown.code, unknown.count, unknown.where.column) == ("F530", 2, "invoice_id")
    assert unknown.message == (
        "2 payments (460.00) for invoices that no file has, 'Z77' (400.00), 'a-1' (60.00): counted as received, "
        "against nothing owed"
    )
    assert unknown.hint == "nearest to 'a-1': 'A1'"
    assert [text.en for _, text in found.notes] == [
        "1 payment names no invoice (5.00): they lower what is owed in all and no amount due"
    ]


def test_a_paid_invoice_in_another_currency_leaves_nothing_behind() -> None:
    # 100 USD are 700 on the day of issue and 720 when they come in: 720 were received, and the 700 owed are settled.
    bundle = bundle_of(
        [
            ("invoices", f"{BILLED}A,C,2026-01-05,100,USD\nB,C,2026-01-05,9,CNY\n"),
            ("payments", f"{PAID}A,2026-02-05,100,USD\nB,2026-02-05,9,CNY\nA,2026-02-05,36,CNY\n"),
            ("fx_rates", "currency,rate_date,rate\nUSD,2026-01-01,7.0\nUSD,2026-02-01,7.2\n"),
        ],
        currency="CNY",
    )

    found = collect(cash_of(bundle).lines).sort("settles")

    assert found.select("cash", "settles").rows() == [(9, 9), (36, 36), (720, 700)]


def test_payments_without_a_currency_are_in_that_of_their_invoice() -> None:
    bundle = bundle_of(
        [
            ("invoices", "invoice_id,customer_id,invoice_date,amount,currency\nA,C,2026-01-05,100,USD\n"),
            ("payments", "invoice_id,payment_date,amount\nA,2026-02-05,100\n,2026-02-05,5\n"),
            ("fx_rates", "currency,rate_date,rate\nUSD,2026-01-01,7.0\n"),
        ],
        currency="CNY",
    )

    found = cash_of(bundle)

    assert collect(found.lines).sort("cash")["cash"].to_list() == [5, 700]
    assert "payments that name no currency are in that of their invoice" in [text.en for _, text in found.notes]


def test_failed_and_pending_payments_did_not_come_in() -> None:
    text = (
        "invoice_id,payment_date,amount,status\nA1,2026-02-01,60,已到账\nA1,2026-02-02,40,失败\nA1,2026-02-02,40,failed\n"
        "A1,2026-02-03,-10,refunded\n"
    )
    bundle = bundle_of([("invoices", INVOICES), ("payments", text)])

    found = cash_of(bundle)

    assert sorted(collect(found.lines)["cash"].to_list()) == [-10, 40, 60]
    assert found.notes[0][1].en == "1 payment (40.00) of status 'failed' are not counted as received"


def test_payments_name_invoices_before_orders() -> None:
    def named(text: str) -> str | None:
        return names_of(bundle_of([("payments", text)]).tables["payments"])

    assert named("invoice_id,order_id,payment_date,amount\nA,O,2026-01-01,1\n") == "invoice_id"
    assert named("invoice_id,order_id,payment_date,amount\n,O,2026-01-01,1\n") == "order_id"
    assert named("customer_id,payment_date,amount\nC,2026-01-01,1\n") is None
