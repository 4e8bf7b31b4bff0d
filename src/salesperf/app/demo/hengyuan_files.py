"""What 恒源建材's systems export: GBK text of two years, a workbook with a title of the third, and four more tables."""

from __future__ import annotations

from salesperf.app.demo.beside_exports import (
    action_table,
    activity_table,
    answer_table,
    cost_table,
    invoice_table,
    lead_table,
    market_table,
    payment_table,
    wide_target_table,
)
from salesperf.app.demo.company import Company
from salesperf.app.demo.draws import Draws
from salesperf.app.demo.encode import SLASHED, Cell, Table, csv_bytes, money, xlsx_bytes
from salesperf.app.demo.exports import customer_table, deal_table, people_table, product_table
from salesperf.app.demo.hengyuan_plan import HENGYUAN_PLAN
from salesperf.app.demo.reviews import review_table

_GBK = "gb18030"
_NO_CHANNEL = 15

_DEALS = (
    "商机编号,商机名称,创建日期,客户编号,客户名称,负责人,销售阶段,商机金额,赢率,"
    "预计签约日期,关闭日期,输单原因,竞争对手,商机来源"
)
_CUSTOMERS = "客户编号,客户名称,客户行业,区域,建档日期,业务员编号,客户级别"
_PRODUCTS = "产品编号,产品名称,产品类别,计量单位,标价,单位成本,上市日期"
_INVOICES = "发票编号,订单编号,客户编号,客户名称,业务员,开票日期,到期日,发票金额"
_PAYMENTS = "回款编号,发票编号,客户编号,回款日期,回款金额,回款方式"
_LEADS = "线索编号,创建时间,线索来源,负责人编号,负责人,客户行业,首次响应时间,线索状态,转化日期"
_ACTIVITIES = "跟进日期,工号,跟进人,客户编号,跟进类型,是否计划,是否完成"
_ANSWERS = "调查日期,客户编号,调查类型,评分,满分"
_COSTS = "费用日期,费用类型,费用金额"
_MARKET = "季度,范围,区域,市场规模"
_AGREED = "提出日期,负责人,截止日期,完成日期,状态,行动内容"
_REVIEWS = "考核季度,工号,评分人群,维度,得分"
_PEOPLE = "工号,姓名,团队,区域,上级编号,岗位,职级,入职日期,离职日期"

_README = """# 恒源建材（虚构公司）原始导出数据

* `订单_2023.csv`：ERP 导出，GBK 编码
* `订单_2024.csv`：ERP 导出，GBK 编码，日期形如 2024/3/7，金额带千分位
* `订单_2025.xlsx`：新系统导出，表头上方有标题行，末尾有合计行
* `商机.csv`：CRM 商机，GBK 编码
* `客户.csv`、`产品.xlsx`、`人员.csv`
* `发票.csv`、`回款.csv`：开票与回款（退货以货款另行抵扣，不在其中）
* `线索.csv`、`拜访跟进.csv`、`满意度调查.csv`、`销售费用.csv`、`市场规模.csv`
* `销售目标_2025.xlsx`：公司、团队、个人的月度目标，单位万元
* `协作评分.csv`：同事每季度给出的协作评分，团队奖池按此分配
* `plans/2025H2.toml`：下半年提成方案
* `改进行动.csv`：每周例会议定的行动、负责人与期限
* `salesperf.toml`：公司名称、语言、币种、时区

退货是单独编号的负数行；已取消、待付款的订单不计入销售额。
真实导出里会空着的地方（成本未到、渠道未填），这里也空着。

在本目录下试试：

    salesperf check .
    salesperf kpi .
    salesperf kpi . --grain quarter
    salesperf kpi . --period 2025-01-01..2025-06-30 --compare yoy
    salesperf kpi . --period 2025-07-01..2025-12-31 --compare yoy
    salesperf kpi . --by region --period 2025
    salesperf targets status . --period 2025-06
    salesperf report meeting .
    salesperf report rep . --rep 赵永强
    salesperf commission run . --period 2025-09
    salesperf commission explain 赵永强 . --period 2025-09

2025 年上半年业绩下滑，七月改革之后回升：看看差在哪里，又好在哪里。
"""

_SETTINGS = """[workspace]
name = "恒源建材"
lang = "zh"
currency = "CNY"
timezone = "Asia/Shanghai"
"""


def hengyuan_files(company: Company) -> dict[str, bytes]:
    """The folder's files by name."""
    title = "恒源建材 2025年销售订单"
    summed = ("数量", "折扣金额", "实付金额", "成本")
    return {
        "订单_2023.csv": csv_bytes(_orders(company, 2023), encoding=_GBK),
        "订单_2024.csv": csv_bytes(_orders(company, 2024), encoding=_GBK, dates=SLASHED, grouped=True),
        "订单_2025.xlsx": xlsx_bytes(
            _orders(company, 2025), sheet="销售订单", title=title, totals=summed, total="合计"
        ),
        "商机.csv": csv_bytes(deal_table(company, _DEALS), encoding=_GBK),
        "客户.csv": csv_bytes(customer_table(company, _CUSTOMERS), encoding=_GBK),
        "产品.xlsx": xlsx_bytes(product_table(company, _PRODUCTS), sheet="产品"),
        "人员.csv": csv_bytes(people_table(company, _PEOPLE), encoding=_GBK),
        **_beside(company),
        "salesperf.toml": _SETTINGS.encode(),
        "plans/2025H2.toml": HENGYUAN_PLAN.encode(),
        "README.md": _README.encode(),
    }


def _beside(company: Company) -> dict[str, bytes]:
    """What finance, the service desk and the sales management keep."""
    months = ",".join(f"{month}月" for month in range(1, 13))
    targets = wide_target_table(company, f"层级,名称,{months},全年", 2025)
    return {
        "发票.csv": csv_bytes(invoice_table(company, _INVOICES), encoding=_GBK),
        "回款.csv": csv_bytes(payment_table(company, _PAYMENTS), encoding=_GBK),
        "线索.csv": csv_bytes(lead_table(company, _LEADS), encoding=_GBK),
        "拜访跟进.csv": csv_bytes(activity_table(company, _ACTIVITIES), encoding=_GBK),
        "满意度调查.csv": csv_bytes(answer_table(company, _ANSWERS), encoding=_GBK),
        "销售费用.csv": csv_bytes(cost_table(company, _COSTS), encoding=_GBK),
        "市场规模.csv": csv_bytes(market_table(company, _MARKET), encoding=_GBK),
        "改进行动.csv": csv_bytes(action_table(company, _AGREED), encoding=_GBK),
        "协作评分.csv": csv_bytes(review_table(company, _REVIEWS, year=2025), encoding=_GBK),
        "销售目标_2025.xlsx": xlsx_bytes(targets, sheet="目标", title="2025年销售额目标（单位：万元）"),
    }


def _orders(company: Company, year: int) -> Table:
    draws = Draws(company.setting.key, "blanks", str(year))
    header = "订单编号,下单日期,客户编号,客户名称,销售员,产品编号,产品名称,产品类别,区域,渠道,"
    header += "数量,单价,折扣金额,实付金额,成本,订单状态,原订单编号"
    rows: list[tuple[Cell, ...]] = []
    for order in company.orders:
        if order.day.year != year:
            continue
        customer = order.customer
        channel = None if draws.chance(_NO_CHANNEL) else customer.segment.channel
        for line in order.lines:
            product = line.product
            head = (order.number, order.day, customer.key, customer.name, order.rep.name)
            body = (product.sku, product.name, product.category, customer.region, channel, line.quantity)
            values = (money(line.unit_price), money(line.discount), money(line.amount))
            cost = None if line.cost is None else money(line.cost)
            rows.append((*head, *body, *values, cost, line.status, order.return_of or None))
    return Table(tuple(header.split(",")), tuple(rows))
