"""Every shipped profile recognises its own sample, by the mapping written beside it, and no other named one does."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.profile import TableAliases, profiles, shipped_in_full
from salesperf.sources.recognition.detect import detected, table_aliases
from salesperf.sources.recognition.sample import Sample, header_index
from salesperf.tables.catalog import TABLES

HEADERS = {
    # 电子发票服务平台、金税
    ("invoices", "invoice_id"): "发票号码 数电发票号码 数电票号码 全电发票号码 电子发票号码",
    ("invoices", "customer_name"): "购方名称 购买方名称 购方企业名称 购货方名称 购货单位名称 受票方名称 客户名称",
    ("invoices", "customer_id"): "购方税号 购方识别号 购买方识别号 购买方纳税人识别号 购方纳税人识别号",
    ("invoices", "invoice_date"): "开票日期 开票时间 填开日期",
    ("invoices", "amount"): "金额 不含税金额 合计金额",
    # 用友、金蝶、管家婆、有赞、京东、拼多多、抖音
    (
        "orders",
        "order_id",
    ): "单据编号 订单号 销售订单号 发货单号 销售发票号 主订单编号 数电发票号码 线上订单号 内部订单号 ORDNO",
    ("orders", "line_id"): "子订单编号 分录ID LINNO",
    (
        "orders",
        "order_date",
    ): "单据日期 录单日期 下单时间 订单提交时间 订单成交时间 拼单成功时间 发货日期 日期 日 ORDDAT",
    (
        "orders",
        "customer_name",
    ): "购方名称 购买方名称 客户简称 往来单位 往来单位全名 购货单位 买家姓名 买家昵称 收货人/提货人 客户姓名",
    ("orders", "customer_id"): "客户编码 往来单位编号 购买方纳税人识别号 下单帐号 CUSNO",
    ("orders", "rep_name"): "业务员 销售员 经手人 经手人名称",
    ("orders", "team"): "销售部门 销售组 部门",
    ("orders", "product_id"): "存货编码 物料编码 商品编号 商家编码 样式ID 商家SKUID 商家编码-规格维度 商品id",
    (
        "orders",
        "product_name",
    ): "存货名称 物料名称 商品全名 全部商品名称 选购商品 货物或应税劳务名称 货物或应税劳务、服务名称 项目名称 规格型号",
    ("orders", "quantity"): "实发数量 主计量数量 计价数量 订购数量 商品数量(件) 商品数量",
    ("orders", "unit_price"): "含税单价 折后单价 原币无税单价 原币含税单价 本币无税单价 京东价 商品单价",
    (
        "orders",
        "amount",
    ): "原币金额 原币无税金额 本币金额 本币无税金额 无税金额 金额(本位币) 折后金额 订单实付金额 用户实付金额(元) "
    "商家实收金额(元) 订单应付金额 货款金额 结算金额",
    (
        "orders",
        "total_amount",
    ): "价税合计 价税合计(本位币) 原币价税合计 本币价税合计 折后含税金额 应收订单金额 应付金额 买家应付货款",
    ("orders", "tax"): "税额 税额(本位币) 原币税额 本币税额 合计税额",
    ("orders", "discount"): "折扣额 店铺优惠折扣(元) 优惠总金额 商家优惠 店铺优惠合计",
    ("orders", "refund"): "退款金额 已退款金额 订单已退款金额",
    ("orders", "freight"): "运费 运费金额 邮费(元)",
    ("orders", "currency"): "币种 结算币别",
    ("orders", "channel"): "归属店铺 归属网点 流量来源",
    ("orders", "paid_date"): "付款时间 买家付款时间 支付完成时间 支付完成日期 付款确认时间",
}
ENGLISH = {
    ("orders", "manager"): "Sales Manager|Manager|Supervisor",
    # QuickBooks, Xero, Sage, NetSuite
    ("invoices", "invoice_id"): "Invoice no.|InvoiceNumber|Invoice Number|Billing Document|Billing Doc.|Number",
    ("invoices", "customer_name"): "Customer full name|ContactName|Customer Name|Invoice Partner Display Name|BP Name|"
    "Customer/Supplier Name|Name of sold-to party",
    ("invoices", "invoice_date"): "InvoiceDate|Invoice date|Billing Date|Invoice/Bill Date",
    ("invoices", "amount"): "SubTotal|Net Amount|Untaxed Amount|Untaxed Amount Signed|Net Value",
    ("orders", "order_date"): "Transaction date|Document Date|Billing Date|Creation Date|Order Date|Created On|Day|"
    "Posting Date|Created at|purchase-date",
    (
        "orders",
        "order_id",
    ): "TransactionNo|Transaction ID|increment_id|Receipt No|Receipt #|"
    "Num|Document Number|Sales Document|Sales Doc.|Billing Document|Order Reference|Order Number|"
    "Order name|amazon-order-id|Transaction ID|SalesOrder Number|DocNum",
    (
        "orders",
        "product_name",
    ): "Product/Service|Product/service full name|Item|Material Description|Order Lines/Product|"
    "Lineitem name|Product title|Item Name",
    ("orders", "product_id"): "InventoryItemCode|Material|Lineitem sku|sku|asin",
    (
        "orders",
        "unit_price",
    ): "Deal Price|Sales price|UnitAmount|Item Rate|Net price|Unit Price Excl. VAT|Lineitem price|Item Price",
    (
        "orders",
        "amount",
    ): "LineAmount|Net Amount|Amount (Net)|Amt. (Net)|Net value|Untaxed Amount|Untaxed Total|Row Total|"
    "Net Sales|N. Revenue|Item Total|Line Amount Excl. VAT|Ext. Price|Net Total",
    (
        "orders",
        "total_amount",
    ): "Amount (Gross)|Amount Including VAT|Total Collected|Total|Order Total Amount|Document Total",
    (
        "orders",
        "quantity",
    ): "Quantity|Billed Quantity|Order Quantity|Qty. Sold|Qty Ordered|Net items sold|Lineitem quantity|QuantityOrdered",
    ("orders", "customer_id"): "Sold-to party|BP Code|Account Reference|Sell-to Customer No.|Customer Account",
    ("orders", "customer_name"): "Name of sold-to party|Sold-to name|Sell-to Customer Name|Entity|Bill To|BP Name|"
    "Account Name|Customer",
    (
        "orders",
        "rep_name",
    ): "Sales Rep|Salesperson|Sales Employee|Sales Employee Name|Sales Person|Staff Name|Account Manager",
    ("orders", "currency"): "Document Currency|Doc. Currency|SD Document Currency|Currency",
    ("orders", "region"): "Dealer_Region|Store Region|Sales Office|Ship To State|ship-state",
    ("orders", "discount"): "Discounts|item-promotion-discount|Cart Discount Amount|Discount Amount",
    ("orders", "tax"): "TaxAmount|TaxTotal|Taxes|item-tax",
    ("orders", "refund"): "Refunded Amount|Order Refund Amount",
}
SAMPLES = Path(__file__).parent.parent / "profiles"
SHIPPED = profiles()


def _sample(name: str) -> Sample:
    rows = pl.read_csv(SAMPLES / name / "sample.csv", infer_schema=False)
    return Sample(tuple(rows.columns), rows)


def _laid_out(one: TableAliases) -> tuple[object, ...]:
    """An entry with its columns in their order, which decides between two that a header could mean."""
    return one.profile, one.table, one.signature, tuple(one.strong.items()), tuple(one.weak.items())


def test_what_is_read_at_run_time_is_what_the_files_of_the_profiles_say() -> None:
    # `make docs` writes all.json anew after a change of a profile.
    in_full = shipped_in_full()

    assert profiles() == in_full
    assert [_laid_out(one) for profile in SHIPPED for one in profile.tables] == [
        _laid_out(one) for profile in in_full for one in profile.tables
    ]


def test_every_profile_has_a_sample_and_every_sample_a_profile() -> None:
    assert {path.name for path in SAMPLES.iterdir()} == {profile.name for profile in SHIPPED}


@pytest.mark.parametrize("name", [profile.name for profile in SHIPPED])
def test_a_profile_recognises_its_sample(name: str) -> None:
    expected = tomllib.loads((SAMPLES / name / "expected.toml").read_text(encoding="utf-8"))

    best = detected(_sample(name), SHIPPED).best

    assert best is not None
    assert (best.profile, best.table) == (name, expected["table"])
    assert {column: mapped.header for column, mapped in best.found.items()} == expected["columns"]


@pytest.mark.parametrize("name", [profile.name for profile in SHIPPED])
def test_no_other_named_profile_claims_a_sample(name: str) -> None:
    sample = _sample(name)

    signed = {entry.profile for schema in TABLES for entry in table_aliases(schema, sample, SHIPPED) if entry.signature}

    assert signed <= {name}


@pytest.mark.parametrize(
    ("table", "column", "header"),
    [(*key, header) for key, headers in HEADERS.items() for header in headers.split()]
    + [(*key, header) for key, headers in ENGLISH.items() for header in headers.split("|")],
)
def test_headers_of_well_known_exports_are_known(table: str, column: str, header: str) -> None:
    index = header_index((header,))
    entries = [entry for profile in SHIPPED for entry in profile.aliases(table) if not entry.signature]

    known = [alias for entry in entries for alias in (*entry.strong.get(column, ()), *entry.weak.get(column, ()))]

    assert any(alias in index for alias in known)


def test_amazon_transactions_count_product_sales_less_rebates_and_no_fees(
    write_text: Callable[..., Path], load_files: Callable[..., Loaded]
) -> None:
    head = "date/time,settlement id,type,order id,sku,description,quantity,product sales,promotional rebates,fees,total"
    rows = (
        '"May 1, 2024 12:03:11 AM PDT",1,Order,A-1,S,Lamp,1,40.00,0,-5.50,34.50',
        '"May 2, 2024 9:13:41 AM PDT",1,Order,A-2,S,Lamp,1,50.00,-10.00,-6.20,33.80',
    )

    orders = load_files(write_text("\n".join((head, *rows)) + "\n")).bundle.tables["orders"].frame

    assert [float(amount) for amount in orders["amount"]] == [40, 40]
