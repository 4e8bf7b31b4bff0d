"""Issue codes of money owed and received (F53)."""

from __future__ import annotations

from salesperf.core.code import Code
from salesperf.core.errors import Severity
from salesperf.core.text import Text

COLLECTIONS: tuple[Code, ...] = (
    Code(
        "F530",
        Severity.WARNING,
        Text("payment for an invoice, order or customer that no file has", "回款对应的发票、订单或客户不存在"),
        Text(
            "correct the number or name, or export the invoices it belongs to; until then it counts as received alone",
            "请更正编号或名称，或导出其所属的发票；在此之前仅计入已收款",
        ),
    ),
    Code(
        "F531",
        Severity.WARNING,
        Text("paid more than is owed", "回款超过应收金额"),
        Text(
            "look for a payment entered twice or under another number, or for amounts without tax beside payments "
            "with it",
            "请核对是否重复录入或编号有误，或应收金额不含税而回款含税",
        ),
    ),
    Code(
        "F532",
        Severity.WARNING,
        Text("invoice or payment without its day or amount", "发票或回款缺少日期或金额"),
        Text("fill in the cell; until then the row counts on no day", "请补填该单元格；在此之前该行不计入任何日期"),
    ),
    Code(
        "F533",
        Severity.WARNING,
        Text("invoice without a due date", "发票缺少到期日"),
        Text(
            "fill in the due date; until then the invoice is owed without an age",
            "请补填到期日；在此之前该发票计入应收但没有账龄",
        ),
    ),
    Code(
        "F534",
        Severity.WARNING,
        Text("invoice marked as settled that payments do not cover", "发票标为已结清但回款不足"),
        Text(
            "export all payments, or clear the day of settlement; the payments hold",
            "请导出全部回款，或清除结清日期；以回款为准",
        ),
    ),
    Code(
        "F535",
        Severity.WARNING,
        Text("invoice whose amount, payment and balance contradict each other", "发票金额、已收金额与余额互相矛盾"),
        Text(
            "correct them; to go by the balance, leave the column of paid amounts out of the export",
            "请更正；若应以余额为准，请在导出中去掉已收金额列",
        ),
    ),
)
