"""Names of files and sheets that say what the rows are, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
WriteBook = Callable[..., Path]
Load = Callable[..., Loaded]

SALES = "Invoice,Date,Customer,Rep,Amount\n1,2025-01-03,C1,Bob,100\n2,2025-01-04,C2,Ann,200\n"
OTHER = "Invoice,Date,Customer,Rep,Amount\n7,2025-01-13,C1,Bob,40\n"
ZH = "单号,日期,客户,业务员,金额\n7,2025-01-13,甲,张三,40\n"
ROWS = [line.split(",") for line in SALES.splitlines()]
OTHER_ROWS = [line.split(",") for line in OTHER.splitlines()]


def _net(loaded: Loaded, table: str = "orders") -> Decimal:
    return sum(loaded.bundle.tables[table].frame["amount"].to_list(), Decimal(0))


def _codes(loaded: Loaded) -> set[str]:
    return {one.code for one in loaded.issues} & {"R215", "R216", "R217"}


def _notes(loaded: Loaded) -> str:
    return "\n".join(note.en for note in loaded.bundle.notes)


@pytest.mark.parametrize(
    ("name", "text"), [("returns_2025.csv", OTHER), ("credit notes.csv", OTHER), ("2025年退货明细.csv", ZH)]
)
def test_a_file_of_returns_is_taken_off_and_told(name: str, text: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(SALES, "sales_2025.csv"), write_text(text, name))

    assert _net(loaded) == 260
    assert _codes(loaded) == {"R217"}
    assert "1 row counts as a return (40.00 in all)" in _notes(loaded)
    assert f'\nfiles = ["{name}"]\ncounts_as = "sales"' in _notes(loaded)


@pytest.mark.parametrize("sheet", ["Returns", "退货"])
def test_a_sheet_of_returns_is_taken_off(sheet: str, write_book: WriteBook, load_files: Load) -> None:
    loaded = load_files(write_book({"Sales": ROWS, sheet: OTHER_ROWS}))

    assert _net(loaded) == 260


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Budget 2025.csv", "a plan"),
        ("sales forecast.csv", "a plan"),
        ("quotes.csv", "quotes"),
        ("报价单.csv", "quotes"),
    ],
)
def test_plans_and_quotes_are_left_out_and_told(name: str, role: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(SALES, "sales.csv"), write_text(OTHER, name))

    assert _net(loaded) == 300
    assert _codes(loaded) == {"R215"}
    assert f"1 row left out (40.00 in all), taken for {role}" in _notes(loaded)


@pytest.mark.parametrize(
    ("name", "header"), [("Purchases.csv", "Supplier"), ("book.csv", "Vendor Name"), ("采购明细.csv", "供应商")]
)
def test_purchases_are_left_out_by_name_or_supplier(
    name: str, header: str, write_text: Write, load_files: Load
) -> None:
    bought = write_text(f"Invoice,Date,{header},Amount\n7,2025-01-13,S1,70\n", name)

    loaded = load_files(write_text(SALES, "sales.csv"), bought)

    assert _net(loaded) == 300
    assert _codes(loaded) == {"R215"}


def test_what_customers_purchased_are_sales(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(SALES, "Purchases.csv"))

    assert (_net(loaded), _codes(loaded)) == (300, set())


def test_sales_that_name_customer_and_supplier_are_sales(write_text: Write, load_files: Load) -> None:
    path = write_text("Invoice,Date,Customer,Vendor,Amount\n1,2025-01-03,C1,V,100\n", "export.csv")

    assert (_net(load_files(path)), _codes(load_files(path))) == (100, set())


def test_a_till_that_names_suppliers_counts_and_is_told(write_text: Write, load_files: Load) -> None:
    path = write_text("Receipt No,Date,Store,Product,Vendor,Amount\n1,2025-01-03,S,P,V,100\n", "till.csv")

    loaded = load_files(path)

    assert (_net(loaded), _codes(loaded)) == (100, {"R216"})


@pytest.mark.parametrize(
    "name",
    ["SalesAndReturns.csv", "no_returns.csv", "Return on sales.csv", "Budget Rent orders.csv", "tax returns.csv"],
)
def test_names_that_say_something_else_decide_nothing(name: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(SALES, name))

    assert (_net(loaded), _codes(loaded)) == (300, set())


def test_a_name_that_may_be_a_company_counts_and_is_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(SALES, "Budget Rent.csv"))

    assert (_net(loaded), _codes(loaded)) == (300, {"R216"})
    assert 'counts_as = "nothing"' in _notes(loaded)


def test_a_folder_of_that_name_says_nothing(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(SALES, "returns/a.csv"), write_text(OTHER, "budget/a.csv"))

    assert (_net(loaded), _codes(loaded)) == (340, set())


def test_a_sheet_of_actuals_in_a_book_of_budgets_is_sales(write_book: WriteBook, load_files: Load) -> None:
    loaded = load_files(write_book({"Actuals": ROWS, "Budget": OTHER_ROWS}, "Budget 2025.xlsx"))

    assert _net(loaded) == 300


def test_a_sheet_named_sales_in_a_book_of_budgets_is_in_doubt(write_book: WriteBook, load_files: Load) -> None:
    loaded = load_files(write_book({"Sales": ROWS}, "Budget 2025.xlsx"))

    assert (_net(loaded), _codes(loaded)) == (300, {"R216"})


def test_quotes_that_are_deals_stay_deals(write_text: Write, load_files: Load) -> None:
    path = write_text("Quote,Stage,Close Date,Owner,Account,Amount\nQ1,Closed Won,2025-01-03,Bob,A,100\n", "quotes.csv")

    loaded = load_files(path)

    assert ("deals" in loaded.bundle.tables, _codes(loaded)) == (True, set())


def test_a_sheet_of_targets_stays_one(write_book: WriteBook, load_files: Load) -> None:
    targets = [["Rep", "2025-01", "2025-02", "2025-03"], ["Bob", 150, 150, 150], ["Ann", 100, 100, 100]]

    loaded = load_files(write_book({"Sales": ROWS, "Budget": targets}))

    assert "targets" in loaded.bundle.tables
    assert _codes(loaded) == set()


def test_refunds_beside_invoices_are_taken_off_invoices(write_text: Write, load_files: Load) -> None:
    invoices = write_text(
        "Invoice No,Invoice Date,Due Date,Customer,Amount\n1,2025-01-03,2025-02-03,C1,100\n", "ar.csv"
    )
    refunds = write_text("Return No,Date,Customer,Rep,Amount\nR1,2025-01-13,C1,Bob,40\n", "refunds.csv")

    loaded = load_files(invoices, refunds)

    assert "orders" not in loaded.bundle.tables
    assert _net(loaded, "invoices") == 60


def test_refunds_beside_deals_are_left_out_and_told(write_text: Write, load_files: Load) -> None:
    deals = write_text("Deal Name,Stage,Close Date,Account,Amount\nD1,Closed Won,2025-01-03,A,100\n", "deals.csv")

    loaded = load_files(deals, write_text(OTHER, "refunds.csv"))

    assert "orders" not in loaded.bundle.tables
    assert "cannot be taken off deals" in _notes(loaded)


def test_returns_whose_columns_nobody_knows_are_told(write_text: Write, load_files: Load) -> None:
    odd = write_text("Nummer,Wann,Wert\n1,2025-01-05,40\n", "returns.csv")

    loaded = load_files(write_text(SALES, "sales.csv"), odd)

    assert _net(loaded) == 300
    assert "1 row not taken off: returns" in _notes(loaded)


@pytest.mark.parametrize(
    ("name", "counts_as", "net"),
    [
        ("returns.csv", "sales", 340),
        ("budget.csv", "sales", 340),
        ("more.csv", "returns", 260),
        ("more.csv", "nothing", 300),
        ("returns.csv", None, 260),
        ("budget.csv", None, 340),
    ],
)
def test_the_configuration_decides(
    name: str, counts_as: str | None, net: int, write_text: Write, load_files: Load
) -> None:
    told = TableOptions("orders", (name,), counts_as=counts_as)

    loaded = load_files(write_text(SALES, "sales.csv"), write_text(OTHER, name), options=ReadOptions(tables=(told,)))

    assert _net(loaded) == net
    assert _codes(loaded) == ({"R217"} if (name, counts_as) == ("returns.csv", None) else set())


def test_saying_what_one_sheet_counts_as_keeps_no_other_out(write_book: WriteBook, load_files: Load) -> None:
    told = TableOptions("orders", ("orders.xlsx",), sheet="Budget", counts_as="sales")

    loaded = load_files(write_book({"Sales": ROWS, "Budget": OTHER_ROWS}), options=ReadOptions(tables=(told,)))

    assert _net(loaded) == 340


def test_naming_the_table_counts_a_plan_and_still_takes_returns_off(write_text: Write, load_files: Load) -> None:
    files = write_text(SALES, "budget.csv"), write_text(OTHER, "returns.csv")

    assert _net(load_files(*files, options=ReadOptions(as_table="orders"))) == 260


def test_naming_a_sheet_says_where_to_look_and_not_what_its_rows_are(write_book: WriteBook, load_files: Load) -> None:
    book = write_book({"Sales": ROWS, "Returns": OTHER_ROWS})

    assert _net(load_files(book, options=ReadOptions(sheet="Returns"))) == -40


def test_purchases_by_name_with_a_supplier_are_none_of_the_customers(write_text: Write, load_files: Load) -> None:
    bought = write_text("PO No,Date,Supplier,Ship To,Amount\n1,2025-01-05,S,Warehouse,70\n", "Purchase Orders.csv")

    assert _net(load_files(write_text(SALES, "sales.csv"), bought)) == 300


def test_returns_that_look_like_a_list_of_products_are_returns(write_text: Write, load_files: Load) -> None:
    text = "退货单号,退货日期,客户名称,商品,退货数量,单价,退货金额\nTH1,2025-01-09,甲,水泥,2,20,40\n"

    loaded = load_files(write_text(SALES, "sales.csv"), write_text(text, "销售退货单.csv"))

    assert _net(loaded) == 260
    assert "products" not in loaded.bundle.tables


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("定金收款.csv", "money received or put down"),
        ("预收账款.csv", "money received or put down"),
        ("deposits 2025.csv", "money received or put down"),
        ("费用报销单.csv", "expenses"),
        ("库存调拨单.csv", "movements of stock"),
        ("应收款.csv", "money owed by customers"),
        ("付款单.csv", "money paid or owed to suppliers"),
    ],
)
def test_other_documents_under_the_headers_of_sales_are_left_out_and_told(
    name: str, role: str, write_text: Write, load_files: Load
) -> None:
    loaded = load_files(write_text(SALES, "销售出库单.csv"), write_text(OTHER, name))

    assert _net(loaded) == 300
    assert _codes(loaded) == {"R215"}
    assert f"1 row left out (40.00 in all), taken for {role}" in _notes(loaded)
    assert f'\nfiles = ["{name}"]\ncounts_as = "sales"' in _notes(loaded)


@pytest.mark.parametrize("name", ["2025年1月.xlsx", "1月预收.xlsx"])
def test_sheets_of_deposits_and_debts_beside_sales_are_left_out(
    name: str, write_book: WriteBook, load_files: Load
) -> None:
    loaded = load_files(write_book({"销售": ROWS, "预收款": OTHER_ROWS, "应收款": OTHER_ROWS}, name))

    assert _net(loaded) == 300


def test_money_received_without_sales_beside_it_counts_and_is_told(write_text: Write, load_files: Load) -> None:
    """Nothing else says what was sold."""
    loaded = load_files(write_text(OTHER, "收款单.csv"))

    assert _net(loaded) == 40
    assert _codes(loaded) == {"R216"}


def test_the_user_says_that_deposits_are_sales(write_text: Write, load_files: Load) -> None:
    told = TableOptions("orders", files=("定金收款.csv",), counts_as="sales")
    loaded = load_files(
        write_text(SALES, "sales.csv"), write_text(OTHER, "定金收款.csv"), options=ReadOptions(tables=(told,))
    )

    assert _net(loaded) == 340
    assert not _codes(loaded)


def test_a_name_of_returns_does_not_overrule_a_table_of_what_was_sold_and_came_back(
    write_text: Write, load_files: Load
) -> None:
    """100 - 10 + 200 + 50 - 20 = 320."""
    text = (
        "日期,门店,商品,销售数量,销售金额,退货数量,退货金额\n2025-01-05,一店,咖啡,10,100,1,10\n"
        "2025-01-06,二店,奶茶,20,200,0,0\n2025-02-06,一店,咖啡,5,50,2,20\n"
    )
    loaded = load_files(write_text(text, "销售退货两列日表.csv"))

    assert _net(loaded) == 350
    assert _codes(loaded) == {"R216"}
    assert 'counts_as = "returns"' in _notes(loaded)


def test_returns_that_name_the_amount_of_their_sale_are_returns(write_text: Write, load_files: Load) -> None:
    text = "单号,日期,客户,销售金额,退货金额\n7,2025-01-13,甲,100,40\n8,2025-01-14,乙,50,50\n"
    loaded = load_files(write_text(SALES, "sales.csv"), write_text(text, "退货明细.csv"))

    assert _codes(loaded) == {"R217"}


@pytest.mark.parametrize("header", ["Invoice,Date", "Credit No,Date"])
def test_credits_beside_invoices_are_taken_off(header: str, write_text: Write, load_files: Load) -> None:
    invoices = "Invoice No,Invoice Date,Customer,Rep,Amount\n1,2025-01-03,C1,Bob,100\n"
    credit = f"{header},Customer,Rep,Amount\nX7,2025-01-13,C1,Bob,40\n"

    loaded = load_files(write_text(invoices, "invoices.csv"), write_text(credit, "credits.csv"))

    assert _net(loaded, "invoices") == 60


def test_credits_alone_may_be_what_is_sold_and_are_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(SALES, "credits.csv"))

    assert (_net(loaded), _codes(loaded)) == (300, {"R216"})


@pytest.mark.parametrize("name", ["tax credits.csv", "store credits sold.csv"])
def test_other_credits_are_sales(name: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(SALES, "sales.csv"), write_text(OTHER, name))

    assert _net(loaded) == 340


@pytest.mark.parametrize(
    ("sheet", "role"),
    [
        *(("Samples", "samples or gifts"), ("样品", "samples or gifts"), ("赠品", "samples or gifts")),
        *(("Cancelled", "cancelled documents"), ("Void", "cancelled documents"), ("已取消", "cancelled documents")),
        *(("作废", "cancelled documents"), ("Test", "tests"), ("测试", "tests")),
    ],
)
def test_what_a_sheet_keeps_aside_is_left_out_and_told(
    sheet: str, role: str, write_book: WriteBook, load_files: Load
) -> None:
    loaded = load_files(write_book({"Sales": ROWS, sheet: OTHER_ROWS}))

    assert _net(loaded) == 300
    assert _codes(loaded) == {"R215"}
    assert f"1 row left out (40.00 in all), taken for {role}" in _notes(loaded)
    assert f'\nsheet = "{sheet}"\ncounts_as = "sales"' in _notes(loaded)


@pytest.mark.parametrize("name", ["samples.csv", "cancelled_orders.csv", "test orders.csv", "已作废.csv"])
def test_files_kept_aside_are_left_out_beside_sales(name: str, write_text: Write, load_files: Load) -> None:
    assert _net(load_files(write_text(SALES, "sales.csv"), write_text(OTHER, name))) == 300


@pytest.mark.parametrize("sheet", ["Sample data", "SampleData", "Sample", "Test & Measurement"])
def test_sheets_of_other_samples_and_tests_are_sales_without_a_word(
    sheet: str, write_book: WriteBook, load_files: Load
) -> None:
    loaded = load_files(write_book({"Sales": ROWS, sheet: OTHER_ROWS}))

    assert (_net(loaded), _codes(loaded)) == (340, set())


def test_a_file_called_test_is_what_somebody_tries_out(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(SALES, "train.csv"), write_text(OTHER, "test.csv"))

    assert (_net(loaded), _codes(loaded)) == (340, set())


@pytest.mark.parametrize("sheet", ["Samples", "Cancelled", "测试"])
def test_a_sheet_that_stands_alone_counts_and_is_told(sheet: str, write_book: WriteBook, load_files: Load) -> None:
    loaded = load_files(write_book({sheet: OTHER_ROWS}))

    assert (_net(loaded), _codes(loaded)) == (40, {"R216"})
    assert "1 row counts as sales (40.00 in all), though" in _notes(loaded)


def test_voids_that_take_sales_back_count_and_are_told(write_book: WriteBook, load_files: Load) -> None:
    back = [OTHER_ROWS[0], [*OTHER_ROWS[1][:-1], "-40"]]

    loaded = load_files(write_book({"Sales": ROWS, "Voids": back}))

    assert (_net(loaded), _codes(loaded)) == (260, {"R216"})


def test_samples_count_where_the_user_says_so(write_book: WriteBook, load_files: Load) -> None:
    path = write_book({"Sales": ROWS, "Samples": OTHER_ROWS})
    told = TableOptions(name="orders", files=(path.name,), sheet="Samples", counts_as="sales")

    assert _net(load_files(path, options=ReadOptions(tables=(told,)))) == 340
