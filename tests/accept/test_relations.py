"""Exports of databases: a folder with one file a table, whose rows name each other by ids, read without configuration.

Every figure is worked out by hand from the rows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from typer.testing import CliRunner

from salesperf.cli.main import app
from salesperf.core.errors import DataError

Files = Mapping[str, Sequence[str]]

MODELS: Files = {
    "orders.csv": (
        "orderNumber,orderDate,requiredDate,shippedDate,status,comments,customerNumber",
        "10100,2004-01-06,2004-01-13,2004-01-10,Shipped,,103",
        "10101,2004-01-09,2004-01-18,2004-01-11,Shipped,,112",
        "10102,2004-02-10,2004-02-18,2004-02-14,Shipped,,114",
        "10103,2004-02-11,2004-02-18,,Cancelled,,103",
    ),
    "orderdetails.csv": (
        "orderNumber,productCode,quantityOrdered,priceEach,orderLineNumber",
        "10100,S18_1749,30,136.00,1",
        "10100,S18_2248,50,55.09,2",
        "10101,S18_2325,25,108.06,1",
        "10102,S18_1342,39,95.55,1",
        "10103,S18_1342,39,95.55,1",
    ),
    "customers.csv": (
        "customerNumber,customerName,contactLastName,contactFirstName,phone,city,country,salesRepEmployeeNumber,creditLimit",
        "103,Atelier graphique,Schmitt,Carine,40.32.2555,Nantes,France,1370,21000.00",
        "112,Signal Gift Stores,King,Jean,7025551838,Las Vegas,USA,1166,71800.00",
        "114,Australian Collectors,Ferguson,Peter,03 9520 4555,Melbourne,Australia,,117300.00",
    ),
    "employees.csv": (
        "employeeNumber,lastName,firstName,extension,email,officeCode,reportsTo,jobTitle",
        "1370,Hernandez,Gerard,x2028,ghernande@classicmodelcars.com,4,1102,Sales Rep",
        "1166,Thompson,Leslie,x4065,lthompson@classicmodelcars.com,1,1102,Sales Rep",
        "1102,Bondur,Gerard,x5408,gbondur@classicmodelcars.com,4,,Sale Manager (EMEA)",
    ),
}
MUSIC: Files = {
    "Invoice.csv": (
        "InvoiceId,CustomerId,InvoiceDate,BillingAddress,BillingCity,BillingCountry,Total",
        "1,2,2009-01-01 00:00:00,Theodor-Heuss-Strasse 34,Stuttgart,Germany,1.98",
        "2,4,2009-01-02 00:00:00,Ullevaalsveien 14,Oslo,Norway,3.96",
        "3,2,2009-02-03 00:00:00,Theodor-Heuss-Strasse 34,Stuttgart,Germany,5.94",
    ),
    "Customer.csv": (
        "CustomerId,FirstName,LastName,Company,City,Country,Phone,Email,SupportRepId",
        "2,Leonie,Koehler,,Stuttgart,Germany,+49,leonekohler@surfeu.de,5",
        "4,Bjorn,Hansen,,Oslo,Norway,+47,bjorn.hansen@yahoo.no,4",
    ),
    "Employee.csv": (
        "EmployeeId,LastName,FirstName,Title,ReportsTo,HireDate,City,Country",
        "4,Park,Margaret,Sales Support Agent,2,2003-05-03 00:00:00,Calgary,Canada",
        "5,Johnson,Steve,Sales Support Agent,2,2003-10-17 00:00:00,Calgary,Canada",
    ),
}
CHINESE: Files = {
    "订单.csv": (
        "订单编号,下单日期,客户编号,产品,金额",
        "D1,2025-01-03,K1,甲,1200",
        "D2,2025-01-04,K2,乙,800",
        "D3,2025-02-05,K3,甲,500",
        "D4,2025-02-06,K1,乙,300",
    ),
    "客户.csv": (
        "客户编号,客户名称,省份,所属业务员",
        "K1,华兴公司,浙江,张伟",
        "K2,大通公司,江苏,李娜",
        "K3,永安公司,江苏,",
    ),
}
_OWN_REPS = (
    "订单编号,下单日期,客户编号,产品,金额,业务员",
    "D1,2025-01-03,K1,甲,1200,李娜",
    "D2,2025-01-04,K2,乙,800,李娜",
    "D3,2025-02-05,K3,甲,500,张伟",
)


def asked(folder: Path, files: Files, *words: str) -> dict[str, Any]:
    """What `kpi` answers for files, with its notes in one text under `told`."""
    for name, lines in files.items():
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = CliRunner().invoke(app("kpi"), ["kpi", str(folder), "--format", "json", "--lang", "en", *words])
    assert found.exit_code == 0, found.output
    content: dict[str, Any] = json.loads(found.stdout)
    content["told"] = " | ".join(note["text"] for note in content["meta"]["notes"])
    return content


def by(content: Mapping[str, Any], key: str) -> dict[str | None, Decimal]:
    """The net revenue by the names of a dimension."""
    return {row[key]: Decimal(row["net_revenue"]) for row in content["rows"]}


def test_orders_are_of_the_reps_of_their_customers_under_the_names_of_the_employees(tmp_path: Path) -> None:
    found = asked(tmp_path, MODELS, "--by", "rep", "--metrics", "net_revenue")

    # 30 x 136 + 50 x 55.09; 25 x 108.06; 39 x 95.55 of the customer without a rep; 10103 is cancelled.
    expected = {"Gerard Hernandez": Decimal("6834.5"), "Leslie Thompson": Decimal("2701.5"), None: Decimal("3726.45")}
    assert by(found, "rep") == expected
    assert "not as of the sale; 1 line has none (3,726.45)" in found["told"]


def test_invoices_are_of_the_support_reps_of_their_customers(tmp_path: Path) -> None:
    found = asked(tmp_path, MUSIC, "--by", "rep", "--metrics", "net_revenue")

    assert by(found, "rep") == {"Steve Johnson": Decimal("7.92"), "Margaret Park": Decimal("3.96")}


def test_chinese_customers_name_their_reps(tmp_path: Path) -> None:
    found = asked(tmp_path, CHINESE, "--by", "rep", "--metrics", "net_revenue")

    assert by(found, "rep") == {"张伟": 1500, "李娜": 800, None: 500}
    assert "1 line has none (500)" in found["told"]


def test_orders_that_name_their_reps_do_not_ask_the_customers(tmp_path: Path) -> None:
    found = asked(tmp_path, {**CHINESE, "订单.csv": _OWN_REPS}, "--by", "rep", "--metrics", "net_revenue")

    assert by(found, "rep") == {"李娜": 2000, "张伟": 500}
    assert "as the list has it today" not in found["told"]


def test_without_a_question_about_reps_nothing_is_said_of_them(tmp_path: Path) -> None:
    found = asked(tmp_path, CHINESE, "--metrics", "net_revenue")

    assert Decimal(found["rows"][0]["net_revenue"]) == 2800
    assert "as the list has it today" not in found["told"]


def test_teams_by_id_have_the_names_of_their_sheet_and_reps_are_told_where_they_may_be(tmp_path: Path) -> None:
    book = Workbook()
    sheets = {
        "Sales Orders Sheet": (
            ("OrderNumber", "OrderDate", "CurrencyCode", "_SalesTeamID", "_StoreID", "Order Quantity", "Unit Price"),
            ("SO - 000101", date(2018, 1, 3), "USD", 6, 259, 5, 1963.1),
            ("SO - 000102", date(2018, 1, 4), "USD", 14, 196, 3, 3939.6),
            ("SO - 000103", date(2018, 2, 4), "USD", 6, 213, 1, 1775.5),
        ),
        "Sales Team Sheet": (
            ("_SalesTeamID", "Sales Team", "Region"),
            (6, "Joshua Bennett", "Northeast"),
            (14, "Paul Holmes", "West"),
        ),
    }
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    book.save(tmp_path / "US_Regional_Sales_Data.xlsx")

    # 5 x 1963.1 + 1775.5; 3 x 3939.6.
    assert by(asked(tmp_path, {}, "--by", "team", "--metrics", "net_revenue"), "team") == {
        "Joshua Bennett": Decimal(11591),
        "Paul Holmes": Decimal("11818.8"),
    }
    refused = CliRunner().invoke(app("kpi"), ["kpi", str(tmp_path), "--by", "rep", "--lang", "en"])
    assert isinstance(refused.exception, DataError)
    assert "where '_SalesTeamID' is of people: --by team" in str(refused.exception.hint)


BEARS: Files = {
    "orders.csv": (
        "order_id,created_at,website_session_id,user_id,primary_product_id,items_purchased,price_usd,cogs_usd",
        "1,2012-03-19 10:42:46,20,20,1,1,49.99,19.49",
        "2,2012-03-19 19:27:37,104,104,1,2,99.98,38.98",
        "3,2012-03-20 06:44:45,147,147,1,1,49.99,19.49",
    ),
    "order_items.csv": (
        "order_item_id,created_at,order_id,product_id,is_primary_item,price_usd,cogs_usd",
        "1,2012-03-19 10:42:46,1,1,1,49.99,19.49",
        "2,2012-03-19 19:27:37,2,1,1,49.99,19.49",
        "3,2012-03-19 19:27:37,2,1,0,49.99,19.49",
        "4,2012-03-20 06:44:45,3,1,1,49.99,19.49",
    ),
    "order_item_refunds.csv": (
        "order_item_refund_id,created_at,order_item_id,order_id,refund_amount_usd",
        "1,2012-04-06 11:32:43,3,2,49.99",
    ),
    "products.csv": ("product_id,created_at,product_name", "1,2012-03-19 08:00:00,The Original Mr. Fuzzy"),
}


def test_a_file_of_refunds_is_taken_off_in_the_month_of_the_refund(tmp_path: Path) -> None:
    found = asked(tmp_path, BEARS, "--metrics", "gross_revenue,net_revenue,orders", "--grain", "month")

    months = [(row["period"], row["gross_revenue"], row["net_revenue"], row["orders"]) for row in found["rows"]]
    assert months == [("2012-03", "199.96", "199.96", 3), ("2012-04", "0", "-49.99", 0)]
    assert "order_item_refunds.csv: 1 row counts as a return (49.99 in all)" in found["told"]


def test_a_list_of_returned_orders_says_how_much_of_the_sales_they_are(tmp_path: Path) -> None:
    files = {
        "Orders.csv": (
            "Row ID,Order ID,Order Date,Ship Mode,Region,Product Name,Sales,Quantity,Discount,Profit",
            "1,CA-2016-152156,2016-11-08,Second Class,South,Bush Somerset,261.96,2,0,41.91",
            "2,CA-2016-152156,2016-11-08,Second Class,South,Hon Deluxe,731.94,3,0,219.58",
            "3,CA-2016-138688,2016-06-12,Second Class,West,Self-Adhesive Labels,14.62,2,0,6.87",
        ),
        "Returns.csv": ("Returned,Order ID", "Yes,CA-2016-138688"),
    }
    found = asked(tmp_path, files, "--metrics", "net_revenue")

    assert Decimal(found["rows"][0]["net_revenue"]) == Decimal("1008.52")
    assert "they name 1 order of Orders.csv with 14.62 of its 1,008.52 (1.4%)" in found["told"]

    # With the day and the money of the return, as the note asks, it is taken off.
    files["Returns.csv"] = ("Returned,Order ID,Return Date,Refund Amount", "Yes,CA-2016-138688,2016-06-20,14.62")
    found = asked(tmp_path, files, "--metrics", "net_revenue")
    assert Decimal(found["rows"][0]["net_revenue"]) == Decimal("993.9")
