"""Issue codes of who is credited with what, and by which plan (F6)."""

from __future__ import annotations

from salesperf.core.code import Code
from salesperf.core.errors import Severity
from salesperf.core.text import Text

COMMISSION: tuple[Code, ...] = (
    Code(
        "F601",
        Severity.ERROR,
        Text("shares of an event are not a whole", "同一笔业绩的份额之和不等于整体"),
        Text(
            "correct the shares so that they add up to 1, or to 100 where they are per cent; write a third as 1/3",
            "请更正份额，使其合计为 1（或百分数合计 100）；三分之一请写作 1/3",
        ),
    ),
    Code(
        "F602",
        Severity.ERROR,
        Text("row of a splits table that cannot be read", "无法识别的业绩分摊行"),
        Text(
            "write event, rep and a share such as 1/3, 0.25 or 25%; the kind is empty, split or overlay",
            "请填写事件、销售员和份额（如 1/3、0.25 或 25%）；类型为空、拆分或叠加",
        ),
    ),
    Code(
        "F603",
        Severity.ERROR,
        Text("rep named twice for one event", "同一笔业绩两次列出同一销售员"),
        Text("keep one row for each rep and event, with the whole share", "每笔业绩每人只保留一行，写合计份额"),
    ),
    Code(
        "F604",
        Severity.ERROR,
        Text("split of an event that is not there", "分摊的业绩不存在"),
        Text(
            "correct the ID, remove the row, or give the file that holds the event",
            "请更正编号、删除该行，或提供含该业绩的文件",
        ),
    ),
    Code(
        "F620",
        Severity.ERROR,
        Text("two plans or managers for one rep and day", "同一销售员同一天有两个方案或上级"),
        Text(
            "end the first row the day before the second begins, or remove one",
            "请将前一行的结束日改为后一行开始的前一天，或删除其中一行",
        ),
    ),
    Code(
        "F621",
        Severity.ERROR,
        Text("row of assignments or of a hierarchy that cannot be read", "无法识别的方案分配或上下级行"),
        Text("fill in what is missing, or correct the days", "请补填缺少的内容，或更正起止日期"),
    ),
    Code(
        "F622",
        Severity.ERROR,
        Text("a plan names nobody that the files know", "方案的适用对象在文件中不存在"),
        Text(
            "correct the name, or give the list of people or of assignments that has it",
            "请更正名称，或提供含该对象的人员表或方案分配表",
        ),
    ),
    Code(
        "F623",
        Severity.ERROR,
        Text("somebody is above themselves", "上下级关系成环"),
        Text("correct the manager of one of those named, or the days", "请更正其中一人的上级或起止日期"),
    ),
    Code(
        "F624",
        Severity.ERROR,
        Text("return of which the sale is not known", "无法确定原销售的退货"),
        Text(
            'give the file with the sale, write its number beside the return, or say clawback = "current_rate"',
            '请提供含原销售的文件、在退货行写明原单号，或写 clawback = "current_rate"',
        ),
    ),
    Code(
        "F625",
        Severity.ERROR,
        Text("more came back of an order than was sold", "订单退货多于销售"),
        Text(
            'correct the rows of the order, or say clawback = "current_rate"',
            '请更正该订单各行，或写 clawback = "current_rate"',
        ),
    ),
    Code(
        "F626",
        Severity.ERROR,
        Text("nobody's day of hire is known", "没有任何人的入职日期"),
        Text(
            "give the list of people with hire_date, or leave newcomer_months out of the honour",
            "请提供含入职日期（hire_date）的人员表，或去掉荣誉的 newcomer_months",
        ),
    ),
    Code(
        "F627",
        Severity.ERROR,
        Text("adjustment or opening balance that cannot be used", "无法使用的调整或期初余额"),
        Text(
            "fill in what is missing, or correct the rep, the period, the kind or the day",
            "请补填缺少的内容，或更正销售员、期间、类型或日期",
        ),
    ),
    Code(
        "F629",
        Severity.ERROR,
        Text("a score is missing that a pool is shared by", "缺少奖池分配所需的评分"),
        Text(
            "give the reviews with a score of everybody in the team, or share the pool by contribution alone",
            "请提供团队全员的评分，或改为仅按贡献分配",
        ),
    ),
    Code(
        "F630",
        Severity.ERROR,
        Text("cash that cannot be followed to what was sold", "回款无法对应到销售"),
        Text(
            "give invoices that name their order and payments that name the invoice or the order",
            "请提供注明订单的发票，以及注明发票或订单的回款",
        ),
    ),
    Code(
        "F631",
        Severity.ERROR,
        Text("receipt of which the days cannot be counted", "无法计算天数的回款"),
        Text(
            'fill in the due dates, give payment terms, or count days_from = "invoice"',
            '请补填到期日或付款条件，或改为 days_from = "invoice"',
        ),
    ),
    Code(
        "F632",
        Severity.ERROR,
        Text("a measure that waits for cash and does not add up by order", "按回款发放的指标无法按订单相加"),
        Text(
            "measure what adds up by order, such as net_revenue, or release it at once",
            "请使用可按订单相加的指标，例如 net_revenue，或不等待回款",
        ),
    ),
    Code(
        "F633",
        Severity.ERROR,
        Text("sales of somebody without a plan", "销售员当日没有适用的方案"),
        Text(
            'assign a plan for those days, or say unassigned = "unpaid" under [plan]',
            '请为这些日期分配方案，或在 [plan] 中写 unassigned = "unpaid"',
        ),
    ),
)
