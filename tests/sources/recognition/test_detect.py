from __future__ import annotations

import polars as pl
import pytest

from salesperf.sources.profile import profiles
from salesperf.sources.recognition.candidate import Verdict
from salesperf.sources.recognition.detect import detected, detected_as
from salesperf.sources.recognition.sample import Sample
from salesperf.tables.catalog import TABLES
from salesperf.tables.schema import Kind

KNOWN = profiles()


def _verdict(**columns: list[object]) -> Verdict:
    rows = pl.DataFrame({name.replace("_", " ").strip(): cells for name, cells in columns.items()}, strict=False)
    return detected(Sample(tuple(rows.columns), rows), KNOWN)


def _table(verdict: Verdict) -> str | None:
    return verdict.best.table if verdict.best else None


def _headers(verdict: Verdict) -> dict[str, str]:
    return {column: mapped.header for column, mapped in verdict.best.found.items()} if verdict.best else {}


DATES = ["2026-01-05", "2026-01-06"]
AMOUNTS = ["10", "20.5"]


def test_an_amount_of_words_is_no_amount() -> None:
    verdict = _verdict(order_id=["1", "2"], order_date=DATES, amount=["high", "low"], net_sales=AMOUNTS)

    assert _headers(verdict)["amount"] == "net sales"


def test_the_net_amount_goes_before_the_total() -> None:
    verdict = _verdict(order_id=["1", "2"], order_date=DATES, TotalDue=AMOUNTS, SubTotal=AMOUNTS)

    assert _headers(verdict)["amount"] == "SubTotal"
    assert _headers(verdict)["total_amount"] == "TotalDue"


def test_a_stage_with_an_amount_is_a_deal_not_an_order() -> None:
    verdict = _verdict(
        order_id=["1", "2"], opportunity_id=["a", "b"], order_date=DATES, amount=AMOUNTS, stage=["Won", "Lost"]
    )

    assert _table(verdict) == "deals"


def test_invoice_lines_with_prices_are_orders() -> None:
    verdict = _verdict(
        InvoiceNo=["1", "1"], InvoiceDate=DATES, CustomerID=["7", "8"], Quantity=["1", "2"], UnitPrice=AMOUNTS
    )

    assert _table(verdict) == "orders"


def test_a_status_that_both_read_does_not_make_invoices_a_tie() -> None:
    invoice = {"Invoice No": ["1", "2"], "Invoice Date": DATES, "Customer": ["A", "B"], "Amount": AMOUNTS}

    with_status = _verdict(**invoice, Status=["Paid", "Void"])
    of_both = _verdict(**invoice, Category=["x", "y"], Status=["Paid", "Void"])

    assert (_table(with_status), with_status.is_tie) == ("invoices", False)
    assert (_table(of_both), of_both.is_tie) == ("orders", False)


def test_invoices_with_amounts_are_invoices() -> None:
    verdict = _verdict(invoice_no=["1", "2"], invoice_date=DATES, customer=["A", "B"], amount=AMOUNTS)

    assert _table(verdict) == "invoices"


def test_a_name_column_of_numbers_is_the_id() -> None:
    verdict = _verdict(order_id=["1", "2"], order_date=DATES, customer=["17850", "13047"], amount=AMOUNTS)

    assert _headers(verdict)["customer_id"] == "customer"
    assert "customer_name" not in _headers(verdict)


def test_headers_and_lines_are_halves_of_orders() -> None:
    tops = _verdict(order_id=["1", "2"], order_date=DATES, customer_id=["A", "B"])
    lines = _verdict(order_id=["1", "1"], product_id=["P", "Q"], quantity=["1", "2"], unit_price=AMOUNTS)

    assert (tops.best.role if tops.best else None) == "header"
    assert (lines.best.role if lines.best else None) == "lines"


def test_equal_evidence_for_two_tables_is_a_tie() -> None:
    verdict = _verdict(
        order_no=["1", "2"],
        order_date=DATES,
        invoice_no=["I1", "I2"],
        invoice_date=DATES,
        customer_id=["A", "B"],
        amount=AMOUNTS,
        status=["paid", "paid"],
    )

    assert verdict.is_tie


def test_a_told_table_keeps_what_is_missing() -> None:
    rows = pl.DataFrame({"when": DATES, "sum": AMOUNTS})
    sample = Sample(("when", "sum"), rows)

    half = detected_as("orders", sample, KNOWN, {"order_date": "when"})
    whole = detected_as("orders", sample, KNOWN, {"order_date": "when", "amount": "sum"})

    assert half.best is None
    assert half.others[0].missing == ("amount",)
    assert whole.best is not None


def test_invoices_by_strong_headers_go_before_orders_by_weak_ones() -> None:
    verdict = _verdict(
        InvoiceId=["1", "2"], CustomerId=["5", "6"], InvoiceDate=DATES, BillingCountry=["A", "B"], Total=AMOUNTS
    )

    assert not verdict.is_tie
    assert _table(verdict) == "invoices"


def test_an_amount_after_discount_goes_before_one_without() -> None:
    verdict = _verdict(
        sales_order_number=["1", "2"],
        order_date_key=["20260105", "20260106"],
        extended_amount=AMOUNTS,
        sales_amount=AMOUNTS,
    )

    assert _headers(verdict)["amount"] == "sales amount"
    assert _headers(verdict)["list_amount"] == "extended amount"


def test_net_and_gross_with_tax_are_amounts_but_not_what_is_left_after_fees() -> None:
    books: dict[str, list[object]] = {
        "order_id": ["1", "2"],
        "order_date": DATES,
        "net": AMOUNTS,
        "customer": ["a", "b"],
    }

    assert _headers(_verdict(**books, vat=["2", "4"]))["amount"] == "net"
    assert _table(_verdict(**books, fee=["-0.30", "-0.40"])) is None


def test_sales_whose_amounts_are_words_are_no_list_of_customers() -> None:
    verdict = _verdict(日期=DATES, 客户=["甲", "乙"], 业务员=["张三", "李四"], 金额=["二十", "三十"])

    assert verdict.best is None
    assert (verdict.others[0].table, verdict.others[0].is_unread) == ("orders", True)
    assert verdict.others[0].unread_for("amount") == ("amount",)


def test_a_list_of_customers_with_a_column_of_notes_stays_one() -> None:
    verdict = _verdict(客户名称=["甲", "乙"], 行业=["建材", "化工"], 区域=["华东", "华南"], 金额=["大", "小"])

    assert _table(verdict) == "customers"


@pytest.mark.parametrize(
    ("header", "column"),
    [("Employee ID", "rep_id"), ("员工编号", "rep_id"), ("工号", "rep_id")],
)
def test_a_second_number_of_people_is_none_where_it_is_the_only_one(header: str, column: str) -> None:
    verdict = _verdict(**{header: ["A1", "A2"], "Employee Name": ["Ann", "Bob"], "Team": ["East", "West"]})

    assert _headers(verdict)[column] == header
    assert "employee_no" not in _headers(verdict)


def test_a_second_number_of_people_stands_beside_the_first() -> None:
    verdict = _verdict(rep_id=["1", "2"], employee_no=["A1", "A2"], rep_name=["Ann", "Bob"], team=["East", "West"])

    assert (_headers(verdict)["rep_id"], _headers(verdict)["employee_no"]) == ("rep id", "employee no")


@pytest.mark.parametrize("header", ["合同状态", "销售状态", "单据状态", "发货单状态", "订单状态"])
def test_the_state_of_the_document_is_the_status_of_its_lines(header: str) -> None:
    rows = pl.DataFrame(
        {
            "合同编号": ["HT1", "HT2"],
            "签订日期": DATES,
            "客户名称": ["甲", "乙"],
            "合同金额": AMOUNTS,
            header: ["已完成", "已取消"],
        }
    )

    verdict = detected(Sample(tuple(rows.columns), rows), KNOWN)

    assert _table(verdict) == "orders"
    assert _headers(verdict)["status"] == header


FROM, TO = ["2026-01-01", "2026-04-01"], ["2026-03-31", ""]
SHARES, MONTHS = ["1/3", "66.7%"], ["2026-01", "2026-02"]
BALANCED, CHANGES = ["2025-12-31", "2025-12-31"], ["-200", "35.5"]


@pytest.mark.parametrize(
    ("table", "header"),
    [
        ("splits", "order_id,rep,share"),
        ("splits", "Opportunity ID,Split Owner,Split %,Split Type"),
        ("splits", "订单号,销售员,分成比例"),
        ("splits", "合同编号,姓名,业绩拆分"),
        ("assignments", "Rep,Plan,Role,From,To"),
        ("assignments", "Employee ID,Commission Plan,Effective From,Effective To"),
        ("assignments", "姓名,提成方案,生效日期,失效日期"),
        ("hierarchy", "rep,manager,from,to"),
        ("hierarchy", "员工,上级,起,止"),
        ("people", "rep_id,reports to,valid from,valid to"),
        ("people", "姓名,上级,生效日期,失效日期"),
        ("adjustments", "rep,period,amount,reason"),
        ("adjustments", "姓名,月份,调整金额,原因"),
        ("opening_balances", "rep,kind,amount,as of"),
        ("opening_balances", "姓名,余额类型,期初余额,截至日期"),
    ],
)
def test_what_commission_needs_beside_sales_is_known_by_its_headers(table: str, header: str) -> None:
    cells = {
        **dict.fromkeys(("share", "Split %", "分成比例", "业绩拆分"), SHARES),
        **dict.fromkeys(("From", "Effective From", "生效日期", "from", "起", "valid from"), FROM),
        **dict.fromkeys(("To", "Effective To", "失效日期", "to", "止", "valid to"), TO),
        **dict.fromkeys(("period", "月份"), MONTHS),
        **dict.fromkeys(("as of", "截至日期"), BALANCED),
        **dict.fromkeys(("amount", "调整金额", "期初余额"), CHANGES),
    }

    verdict = _verdict(**{name: cells.get(name, ["Wang", "Li"]) for name in header.split(",")})

    assert (_table(verdict), verdict.is_tie) == (table, False)
    assert len(_headers(verdict)) == len(header.split(","))


def test_a_share_is_read_as_it_is_written_so_that_a_third_stays_one() -> None:
    assert TABLES["splits"].column("share").kind is Kind.TEXT
