"""Issue codes of business events (F5) and of the configuration (C6)."""

from __future__ import annotations

from salesperf.core.code import Code
from salesperf.core.errors import Severity
from salesperf.core.text import Text

# F5: business events -------------------------------------------------------------------------------------
FACTS: tuple[Code, ...] = (
    Code(
        "F501",
        Severity.WARNING,
        Text("won deal without a close date", "赢单商机没有关闭日期"),
        Text(
            "fill in the date the deal was won; until then it is in no period",
            "补充赢单日期；在此之前不计入任何期间",
        ),
    ),
    Code(
        "F502",
        Severity.WARNING,
        Text("won deal without an amount", "赢单商机没有金额"),
        Text("fill in the amount of the deal; an unknown amount is not zero", "补充商机金额；金额未知不等于零"),
    ),
    Code(
        "F503",
        Severity.WARNING,
        Text("unknown status word, counted as sold", "未知状态，按已售计算"),
        Text(
            "name the word under [kpi] sold, returned, cancelled or open",
            "在 [kpi] 的 sold、returned、cancelled 或 open 中声明该状态",
        ),
    ),
    Code(
        "F504",
        Severity.ERROR,
        Text("several currencies without rates", "多币种但没有汇率"),
        Text("give a table of rates and say the report's currency", "提供汇率表并指定报告币种"),
    ),
    Code(
        "F505",
        Severity.ERROR,
        Text("exchange rate missing or given twice", "汇率缺失或重复"),
        Text(
            "give one rate for each currency, from the first day it is needed",
            "每个币种从首次使用之日起提供唯一汇率",
        ),
    ),
    Code(
        "F506",
        Severity.WARNING,
        Text("key without a match in its table", "编号在对应表中找不到"),
        Text(
            "declare what it means (salesperf init --fix-keys) or add the missing row; its rows stay, without a group",
            "可用 salesperf init --fix-keys 声明对应关系，或补充缺失的行；相关行保留，分组为空",
        ),
    ),
    Code(
        "F507",
        Severity.WARNING,
        Text("key listed twice in its table", "编号在对应表中重复"),
        Text(
            "keep one row a key; what the rows of a key contradict is unknown (of people, the first row is used)",
            "每个编号保留一行；各行不一致的内容按未知处理（人员表取第一行）",
        ),
    ),
    Code(
        "F508",
        Severity.WARNING,
        Text("person in two teams on one day", "同一人同一天属于两个团队"),
        Text(
            "end one validity the day before the next begins; the later one is used",
            "前一段有效期应在后一段开始前一天结束；目前取较晚的一段",
        ),
    ),
    Code(
        "F509",
        Severity.ERROR,
        Text("metric without the column it needs", "指标缺少所需的列"),
        Text(
            "map a header to the column in salesperf.toml, or leave the metric out",
            "在 salesperf.toml 中为该列指定表头，或不要求此指标",
        ),
    ),
    Code(
        "F510",
        Severity.WARNING,
        Text("returned rows that may be the sales themselves", "退货行可能就是原销售行"),
        Text(
            'say what such rows are: [kpi] returned_status = "credit_note" or "status_change"',
            '请说明这类行的含义：[kpi] returned_status = "credit_note"（单独的退货单）或 "status_change"（原单改状态）',
        ),
    ),
    Code(
        "F511",
        Severity.WARNING,
        Text("partly refunded lines without the refunded amount", "部分退款的订单行缺少退款金额"),
        Text(
            "export the column of refunded amounts; until then the whole amount counts as revenue",
            "请导出退款金额列；在此之前，这些行按全额计入销售额",
        ),
    ),
    Code(
        "F512",
        Severity.WARNING,
        Text("team of the line is not that of the people table", "明细中的团队与人员表不一致"),
        Text(
            "the people table holds; correct the line, or the validity dates of the person",
            "以人员表为准；请更正明细，或更正该人员的生效、失效日期",
        ),
    ),
    Code(
        "F513",
        Severity.WARNING,
        Text("rep not in the people table on the day of the sale", "销售员在销售当日不在人员表的有效期内"),
        Text(
            "add a row for those days, or correct valid_from and valid_to; the sales are kept without team",
            "请补充相应日期的人员记录，或更正有效期起止；相关销售保留，团队为空",
        ),
    ),
    Code(
        "F514",
        Severity.WARNING,
        Text("status that may mean done or called off", "可能指已办结、也可能指已取消的状态"),
        Text(
            "say which it is: name the word under [kpi] sold or cancelled",
            "请在 [kpi] 的 sold 或 cancelled 中写明该状态的含义",
        ),
    ),
    Code(
        "F515",
        Severity.NOTE,
        Text("returns whose order has several products, teams or the like", "退货所属订单有多个产品、团队等"),
        Text(
            "write into the returned rows which one they are of; until then it stays empty",
            "请在退货行中写明属于哪一个；在此之前留空",
        ),
    ),
)

# C6: the configuration -----------------------------------------------------------------------------------
CONFIGURATION: tuple[Code, ...] = (
    Code(
        "C601",
        Severity.ERROR,
        Text("the configuration file cannot be read", "配置文件无法读取"),
        Text("correct the line named; the file is TOML in UTF-8", "请修正所指的行；该文件为 UTF-8 编码的 TOML"),
    ),
    Code(
        "C602",
        Severity.ERROR,
        Text("unknown setting", "未知的配置项"),
        Text(
            "take the suggested key; `salesperf config schema` lists all of them",
            "请使用提示的键名；运行 `salesperf config schema` 可查看全部配置项",
        ),
    ),
    Code(
        "C603",
        Severity.ERROR,
        Text("a setting has a value it cannot have", "配置项的值不合法"),
        Text(
            "write a value of the kind named; `salesperf config schema` shows what each key takes",
            "请填写允许的值；运行 `salesperf config schema` 可查看每一项的取值",
        ),
    ),
    Code(
        "C604",
        Severity.ERROR,
        Text("an environment variable is nearly one of ours", "环境变量名疑似拼写错误"),
        Text("correct its name or unset it", "请改正变量名，或取消该变量"),
    ),
    Code(
        "C605",
        Severity.ERROR,
        Text("a commission plan leaves open what it must say", "提成方案遗漏了必须写明的约定"),
        Text(
            "choose one of the answers that are named: systems differ, and no default would be right for everybody",
            "请从所列答案中选择一种：各家做法不同，没有适用于所有人的默认值",
        ),
    ),
    Code(
        "C606",
        Severity.ERROR,
        Text("a segment map leaves scores without a segment", "分群未覆盖全部得分"),
        Text(
            "add a rule that names them, or an [otherwise] with key and title for everybody whom no rule fits",
            "请增加包含这些得分的规则，或用 [otherwise] 写明其余客户的 key 与 title",
        ),
    ),
    Code(
        "C607",
        Severity.ERROR,
        Text("a rule of a segment map names scores that there are not", "分群规则写有不存在的得分"),
        Text(
            "name scores from 1 to the bins of the axis, the lower one first, such as 4-5",
            "请填写 1 至该项档数之间的得分，由小到大，例如 4-5",
        ),
    ),
    Code(
        "C608",
        Severity.ERROR,
        Text("a segment map is made for other scores", "分群与得分方式不匹配"),
        Text(
            "take a preset and a map that fit each other (--preset, --map, --bins), or write a map for them",
            "请选择相互匹配的预设与分群（--preset、--map、--bins），或为其编写分群",
        ),
    ),
    Code(
        "C609",
        Severity.ERROR,
        Text("kept cut-offs cannot be used", "保存的分界无法使用"),
        Text(
            "save them anew with --save-cutoffs, or ask as when they were saved",
            "请用 --save-cutoffs 重新保存，或按保存时的方式提问",
        ),
    ),
)
