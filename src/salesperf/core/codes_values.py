"""Issue codes of what stands in the cells of a table (R3)."""

from __future__ import annotations

from salesperf.core.code import Code
from salesperf.core.errors import Severity
from salesperf.core.text import Text

VALUES: tuple[Code, ...] = (
    Code(
        "R301",
        Severity.ERROR,
        Text("unreadable cell", "无法读取的单元格"),
        Text(
            "correct the cell, or set such rows aside with --on-bad-rows quarantine",
            "请更正该单元格，或用 --on-bad-rows quarantine 将此类行搁置",
        ),
    ),
    Code(
        "R302",
        Severity.WARNING,
        Text("unreadable cell in a column that was not asked for", "未用到的列中有无法读取的单元格"),
        Text(
            "correct the cell if the column matters to you",
            "如该列有用，请更正单元格",
        ),
    ),
    Code(
        "R303",
        Severity.ERROR,
        Text("order line without amount or date", "订单行缺少金额或日期"),
        Text(
            "fill the cell or delete the row, or set such rows aside with --on-bad-rows quarantine",
            "请补全该单元格或删除该行，或用 --on-bad-rows quarantine 将此类行搁置",
        ),
    ),
    Code(
        "R304",
        Severity.NOTE,
        Text("numbers with more than six decimals were rounded", "超过六位小数的数值已四舍六入"),
        Text(
            "nothing to do, unless more decimals matter",
            "如不需要更高精度，可忽略",
        ),
    ),
    Code(
        "R305",
        Severity.WARNING,
        Text("day and month could be exchanged", "日与月的顺序无法判断"),
        Text(
            "name the order: --date-order mdy or dmy",
            "请用 --date-order 指定顺序：mdy（月日年）或 dmy（日月年）",
        ),
    ),
    Code(
        "R306",
        Severity.WARNING,
        Text("comma or point could be the decimal mark", "小数点与千位分隔符无法区分"),
        Text(
            "name the mark: --decimal . or ,",
            "请用 --decimal 指定小数点：. 或 ,",
        ),
    ),
    Code(
        "R307",
        Severity.WARNING,
        Text("ids that the workbook shows as dates", "编号列被设成了日期格式"),
        Text(
            "nothing to do: the numbers behind the dates were taken; format the column as a number",
            "已取日期背后的数字，无需处理；建议把该列设为数字格式",
        ),
    ),
    Code(
        "R308",
        Severity.WARNING,
        Text("ids too long for a spreadsheet number", "编号超出表格数字精度"),
        Text(
            "export the column as text: the last digits may be lost",
            "请以文本格式导出该列：末尾数字可能已丢失",
        ),
    ),
    Code(
        "R309",
        Severity.WARNING,
        Text("one name with two ids", "同一名称对应多个编号"),
        Text(
            "check whether they are one; figures by id keep them apart",
            "请核实是否为同一对象；按编号统计时会分开计算",
        ),
    ),
    Code(
        "R310",
        Severity.WARNING,
        Text("one id with two names", "同一编号对应多个名称"),
        Text(
            "check the names; the first one in order is shown",
            "请核实名称；报表显示排序靠前的一个",
        ),
    ),
    Code(
        "R311",
        Severity.WARNING,
        Text("date far beyond the rest", "日期远离其他数据"),
        Text(
            "correct the date; it does not decide how far the data reach",
            "请更正该日期；数据截止日不以它为准",
        ),
    ),
    Code(
        "R312",
        Severity.WARNING,
        Text("currency sign of several currencies", "货币符号含义不明"),
        Text(
            "name the currency with --currency, for example CNY or JPY",
            "请用 --currency 指定币种，例如 CNY 或 JPY",
        ),
    ),
    Code(
        "R313",
        Severity.WARNING,
        Text("column in another currency left out", "已略去币种不同的列"),
        Text(
            "export the column in the currency of the amounts if you need it",
            "如需使用该列，请按金额的币种导出",
        ),
    ),
    Code(
        "R314",
        Severity.WARNING,
        Text("cost of the line or of a piece", "整行成本还是单件成本"),
        Text(
            "map the header to unit_cost or to cost under [[table]] columns",
            "请在 [[table]] 的 columns 中将该表头指定为 unit_cost 或 cost",
        ),
    ),
    Code(
        "R315",
        Severity.WARNING,
        Text("dates that contradict each other", "日期前后矛盾"),
        Text(
            "correct the dates; until then lengths of time between them are wrong or left out",
            "请更正日期；在此之前两个日期之间的时长不准确或不计入",
        ),
    ),
    Code(
        "R316",
        Severity.WARNING,
        Text("amount that is not quantity times price", "金额与数量×单价不符"),
        Text(
            "look at the rows: the amount counts as it stands",
            "请核对这些行：金额按原值计入",
        ),
    ),
    Code(
        "R317",
        Severity.WARNING,
        Text("negative quantity without a return", "数量为负但不是退货"),
        Text(
            "make the amount negative or give the row a status of a return; until then it counts as a sale",
            "如为退货，请将金额改为负数或注明退货状态；在此之前按销售计入",
        ),
    ),
    Code(
        "R318",
        Severity.NOTE,
        Text("ids with .0 in some cells and without in others", "编号有的带 .0，有的不带"),
        Text(
            "nothing to do; export the column as text to keep ids as they are",
            "无需处理；如需保留原样，请将该列按文本导出",
        ),
    ),
    Code(
        "R319",
        Severity.WARNING,
        Text("one name written in several ways", "同一名称存在多种写法"),
        Text(
            "if they are one person or company, declare it: salesperf init --fix-keys drafts the mapping",
            "如为同一人或同一公司，请声明对应关系：salesperf init --fix-keys 可起草",
        ),
    ),
    Code(
        "R320",
        Severity.WARNING,
        Text("cells that say that a value is missing", "单元格注明数值或日期缺失"),
        Text(
            "fill in the values where they are known; rows without a day or an amount stay out of what needs it",
            "如已知请补全；没有日期或金额的行不计入需要该值的指标",
        ),
    ),
    Code(
        "R321",
        Severity.NOTE,
        Text("numbers written in words", "以文字书写的数字"),
        Text("nothing to do; write digits if a word means something else", "无需处理；若文字另有含义，请改写为数字"),
    ),
    Code(
        "R322",
        Severity.NOTE,
        Text("names in several forms of the same characters", "名称使用了同一字符的不同形式"),
        Text(
            "nothing to do if they are one; if they are not, give them names that differ by more than width",
            "如为同一对象则无需处理；如不是，请改用不止全半角不同的名称",
        ),
    ),
    Code(
        "R323",
        Severity.NOTE,
        Text("currency known from the unit of the targets alone", "币种仅由目标表的单位得知"),
        Text(
            "nothing to do if it is right; else name it with --currency or currency under [workspace]",
            "如无误则无需处理；否则请用 --currency 或 [workspace] 的 currency 指定",
        ),
    ),
)
