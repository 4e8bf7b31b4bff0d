"""Issue codes of target sheets (R6)."""

from __future__ import annotations

from salesperf.core.code import Code
from salesperf.core.errors import Severity
from salesperf.core.text import Text

TARGETS: tuple[Code, ...] = (
    Code(
        "R601",
        Severity.ERROR,
        Text("target without a period", "目标缺少期间"),
        Text(
            "say the year in a column, a header, a title or the file's name, or as year under [[table]]",
            "请在列、表头、标题或文件名中写明年份，或在 [[table]] 中设置 year",
        ),
    ),
    Code(
        "R602",
        Severity.WARNING,
        Text("metric of targets not known", "无法识别的目标指标"),
        Text(
            "write it as salesperf metrics list names it, or declare it under [metrics.custom]",
            "请使用 salesperf metrics list 中的名称，或在 [metrics.custom] 中自定义该指标",
        ),
    ),
    Code(
        "R603",
        Severity.WARNING,
        Text("targets that do not say of what; taken as net revenue", "目标未注明指标，按净销售额处理"),
        Text(
            "name the metric in a column, a header or a title, or as metric under [[table]]",
            "请在列、表头或标题中注明指标，或在 [[table]] 中设置 metric",
        ),
    ),
    Code(
        "R604",
        Severity.WARNING,
        Text("beginning of the year not certain", "年度起始月份不明确"),
        Text(
            "say fiscal_year_start under [[table]] or [workspace]",
            "请在 [[table]] 或 [workspace] 中设置 fiscal_year_start",
        ),
    ),
    Code(
        "R605",
        Severity.WARNING,
        Text("sum of targets that does not add up", "目标合计与分项不符"),
        Text(
            "the single targets count, not the sum; correct whichever is wrong",
            "以分项目标为准，合计不计入；请更正有误的一方",
        ),
    ),
    Code(
        "R606",
        Severity.WARNING,
        Text("target given twice", "同一目标重复出现"),
        Text(
            "keep one of them: of two files the later one counts, within one file the one that stands first",
            "请只保留一个：两个文件以较晚的为准，同一文件内以先出现的为准",
        ),
    ),
    Code(
        "R607",
        Severity.NOTE,
        Text("target that contains the targets of others", "包含他人目标的汇总目标"),
        Text(
            "say the scope of each row (rep, team, company) in a column Scope where it is not as told",
            "如与所述不符，请增加“层级”一列，注明每行是个人、团队还是公司",
        ),
    ),
    Code(
        "R608",
        Severity.NOTE,
        Text("columns beside the targets that are none", "目标旁的非目标列"),
        Text("nothing to do: actuals and shares are not read as targets", "无需处理：实际值与比率不作为目标读取"),
    ),
    Code(
        "R609",
        Severity.NOTE,
        Text("periods of targets told by their first day", "仅以起始日表示的目标期间"),
        Text(
            "nothing to do if each runs to the day before the next",
            "如每个期间均止于下一期间的前一天，则无需处理",
        ),
    ),
    Code(
        "R610",
        Severity.NOTE,
        Text("empty cells that took the name above", "空单元格沿用上方名称"),
        Text("nothing to do: merged cells hold their text once", "无需处理：合并单元格只在首格保存内容"),
    ),
    Code(
        "R611",
        Severity.NOTE,
        Text("targets whose unit is not said", "目标未注明金额单位"),
        Text(
            'if they are in thousands, say so in a title or header, or as unit = "thousands" under [[table]]',
            '如以千元或万元为单位，请在标题或表头中注明，或在 [[table]] 中设置 unit = "万元"',
        ),
    ),
    Code(
        "R612",
        Severity.NOTE,
        Text("period of targets told by a title or name alone", "目标期间仅由标题或名称注明"),
        Text(
            "nothing to do if it is the period of all of them; otherwise add a column Period",
            "如全部目标均属该期间则无需处理；否则请增加“期间”一列",
        ),
    ),
    Code(
        "R613",
        Severity.NOTE,
        Text("names across taken for the owners of targets", "横向表头按目标对象读取"),
        Text(
            'if they are of another kind, say scope = "team" (or product, region, ...) under [[table]]',
            '如为其他类型，请在 [[table]] 中设置 scope = "team"（或 product、region 等）',
        ),
    ),
    Code(
        "R614",
        Severity.WARNING,
        Text("targets of several levels, of which one counts", "目标分为多档，仅一档计入"),
        Text(
            "name a column of the level that is to count as amount under [[table]]",
            "请在 [[table]] 的 columns 中用 amount 写明应计入的那一档的列",
        ),
    ),
    Code(
        "R615",
        Severity.WARNING,
        Text("cumulative targets, taken month by month", "累计目标，已折算为各期目标"),
        Text(
            "if they are not cumulative, head each column by its own period alone (Feb, not Jan-Feb), without such a "
            "word in the title",
            "如并非累计，请以各期本身作为表头（写 2月，不写 1-2月），标题中也不要写累计",
        ),
    ),
    Code(
        "R616",
        Severity.NOTE,
        Text("column taken for whose targets are by its names", "按名称识别为目标归属的列"),
        Text(
            'if it is not, say under [[table]] whose they are: scope = "company", or columns = { scope_id = "..." }',
            '如识别有误，请在 [[table]] 中写明归属：scope = "company"，或 columns = { scope_id = "..." }',
        ),
    ),
    Code(
        "R617",
        Severity.WARNING,
        Text("column not read that may say whose targets are", "可能注明目标归属但未读取的列"),
        Text(
            'name the column as scope_id under [[table]], with scope = "team" (or region, product, ...) if it holds no '
            "people; otherwise keep one row for each owner and period",
            '请在 [[table]] 的 columns 中用 scope_id 写明该列，如非人员请加 scope = "team"（或 region、product 等）；'
            "否则每个对象每期只保留一行",
        ),
    ),
    Code(
        "F575",
        Severity.WARNING,
        Text("targets that may be in another unit than the sales", "目标与销售额的单位可能不同"),
        Text(
            'say unit = "thousands", or what they are in, under [[table]]; nothing is scaled by itself',
            "如单位确实不同，请在 [[table]] 中设置 unit，例如「万元」；程序不会自行换算",
        ),
    ),
    Code(
        "F570",
        Severity.WARNING,
        Text("target that cannot be measured", "无法对照的目标"),
        Text(
            "name a metric that the tables allow, or give the table it needs",
            "请改用数据可计算的指标，或提供所需的数据表",
        ),
    ),
    Code(
        "F571",
        Severity.WARNING,
        Text("target for somebody unknown", "目标对象不在数据中"),
        Text(
            "correct the name, or list the person in the people table; until then nothing counts as reached",
            "请更正名称，或在人员表中补充该对象；在此之前按实际为零计",
        ),
    ),
    Code(
        "F572",
        Severity.WARNING,
        Text("two targets for one owner and period", "同一对象同一期间有两个目标"),
        Text(
            "keep one of them; an id and a name of the people table are one person",
            "请只保留一个；人员表中的编号与姓名指同一人",
        ),
    ),
    Code(
        "F573",
        Severity.NOTE,
        Text("target of a team or region under another name", "团队或区域目标使用了其他名称"),
        Text(
            "if it is a person's, list the name in the people table; if another group's, give it a name of its own",
            "如为个人，请在人员表中补充该姓名；如为另一团队或区域，请在目标与销售数据中使用可区分的名称",
        ),
    ),
)
