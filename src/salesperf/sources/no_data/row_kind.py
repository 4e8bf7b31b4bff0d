"""Why a row under a header is no data, judged from its own cells: blank, total, footer, header said again.

What a row calls itself is not always what it is: `may_be_total` names rows that only `totals` can judge, for it sees
the rows around them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from salesperf.core.han import closed_up
from salesperf.core.late import late
from salesperf.core.text import Count, Text, folded, listing
from salesperf.sources.values.cell_shape import Cells, filled, is_figure, is_none_written, is_value, shape

NO_ORDER = "no_order"
"""Rows of a table that says no day, whose order no file has."""
NO_GOODS = "no_goods"
"""Rows of a ledger that are of tax, fees and the like, beside those of goods."""
TITLE, BLANK, TOTAL, FOOTER, REPEATED_HEADER = "title", "blank", "total", "footer", "repeated_header"
STATISTIC = "statistic"
KINDS: Mapping[str, Text] = {
    TITLE: Text("title", "标题行"),
    BLANK: Text("blank", "空行"),
    TOTAL: Text("total", "合计行"),
    STATISTIC: Text("statistic", "统计行"),
    FOOTER: Text("footer", "页脚"),
    REPEATED_HEADER: Text("repeated header", "重复表头"),
    NO_ORDER: Text("of no known order", "无对应订单"),
    NO_GOODS: Text("of other kinds than goods", "非货款"),
}
"""What each kind of row that is no data is called."""
_COUNTED: Mapping[str, Text] = {
    TITLE: Text("{count:title|titles}", "标题行 {count} 行"),
    BLANK: Text("{count:blank|blanks}", "空行 {count} 行"),
    TOTAL: Text("{count:total|totals}", "合计行 {count} 行"),
    STATISTIC: Text("{count:statistic|statistics}", "统计行 {count} 行"),
    FOOTER: Text("{count:footer|footers}", "页脚 {count} 行"),
    REPEATED_HEADER: Text("{count:repeated header|repeated headers}", "重复表头 {count} 行"),
    NO_ORDER: Text("{count} of no known order", "无对应订单 {count} 行"),
    NO_GOODS: Text("{count} of other kinds than goods", "非货款 {count} 行"),
}

_ZH_TOTAL = "合计|总计|小计|汇总|总和|共计|累计|合計|總計|小計|彙總"
_EN_TOTAL = "(?:grand|sub|overall|report)?[ -]?totals?"
_IN_BRACKETS = r"(?: *[(（\[][^)）\]]*[)）\]])?"
TOTAL_PATTERN = (
    rf"^(?:{_EN_TOTAL}|sum|总额|{_ZH_TOTAL}|本页小计|本页合计|本月合计|本年累计)"
    rf"{_IN_BRACKETS} *[:：]?$|^共 ?\d[\d,]* ?(?:条|行|笔|单|项)(?:记录|数据|订单)?(?:[,，]? ?(?:合计|总计))? *[:：]?$|"
    rf"^(?:{_ZH_TOTAL}) *[:：]? *共? ?\d[\d,]* ?(?:条|行|笔|单|项|张|件)(?:记录|数据|订单|业务)? *[:：]?$"
)
"""A cell that says its row adds up others, after blanks are trimmed and case is folded."""

GROUP_TOTAL_PATTERN = (
    rf"^{_EN_TOTAL} *(?:for|of|[:：–—-]) *(?P<after>.+)$|^sub[ -]?totals? +(?P<under>.+)$|"
    rf"^(?P<before>.+?)[ :：_–—-]+{_EN_TOTAL}{_IN_BRACKETS} *[:：]?$|"
    rf"^(?:{_ZH_TOTAL}){_IN_BRACKETS} *[:：–—-] *(?P<behind>.+)$|"
    rf"^(?P<ahead>.+?)[ :：_–—-]*(?:{_ZH_TOTAL}){_IN_BRACKETS} *[:：]?$"
)
"""A cell that may add up a group by name (`Total for Acme`, `East Total`); the rows around must bear it out."""

FOOTER_PATTERN = (
    r"^(?:grand totals? \(\d[\d,]* records?\)|confidential\b.*|copyright\b.*|©.*|generated (?:by|on|at)\b.*|"
    r"report generated\b.*|printed (?:by|on)\b.*|(?:sources?|notes?|remarks?|footnotes?|disclaimer) ?[:：].*|"
    r"\(?note\b.{3,}|"
    r"[-* ]*end of (?:report|file|data|list|page)\b.*|[(（]?以下(?:空白|无正文)[)）]?|"
    r"(?:prepared|checked|reviewed|approved|authori[sz]ed|signed) by ?[:：].*|"
    r"(?:制表|制单|审核|审批|复核|核准|经办|打印|财务|会计|主管)(?:人员?|员|时间|日期)? ?[:：].*|"
    r"(?:导出时间|导出日期|生成时间|数据来源|备注|说明|注释?|附注|来源) ?\d? ?[:：].*|"
    r"注 ?\d? ?[.、．].*|[(（]注[)）].*|共 ?\d+ ?(?:条|行|笔).*|第 ?\d+ ?页.*)$"
)
FOOTNOTE_PATTERN = r"^(?:[*†‡§※#]+ ?[^\d\s*†‡§※#].*|[(（\[]?[a-z0-9*†‡]{1,2}[)）\]] ?\D.*|\d{1,2}[.、] ?[^\d\s].*)$"
"""How a footnote begins, which stands alone in its row."""

_TOTAL = late(TOTAL_PATTERN, re.IGNORECASE)
_GROUP_TOTAL = late(GROUP_TOTAL_PATTERN, re.IGNORECASE)
_FOOTER = late(FOOTER_PATTERN, re.IGNORECASE | re.DOTALL)
_FOOTNOTE = late(FOOTNOTE_PATTERN, re.IGNORECASE | re.DOTALL)
_LABEL = late(r"^[^:：\d]{1,20}[:：]")
"""What a cell begins with that says of what it tells: 审核人：李敏, `Approved by: Ann`."""
_STARS = late(r"^\*{1,4}$")
_UNIT = late(r"^[A-Z]{2,3}$")
"""How lists of SAP mark totals, and what stands beside their figures: a currency, a unit."""
_RECORDS = late(r"^record(?:s|\(s\))? (?:downloaded|exported|found|listed|returned|selected)\b", re.IGNORECASE)
"""What stands behind the number of records at the end of an export."""
_LABEL_AMONG = 4
"""Columns from the left among which the words for a total stand."""
_LONGEST_LABEL = 60
_WIDE = 5
"""Columns from which a row of one or two cells is far from being a line."""
_STARRED, _MUCH_EMPTY = 2, 3
"""Cells that a total marked by stars fills at least, and cells that it leaves empty."""
FOOTER_CELLS = 2
"""Cells that a footer fills at most, unless each of them says of what it tells."""


def kinds_counted(counts: Mapping[str, int]) -> Text:
    """How many rows of each kind, those that occur, in the order of their names.

    >>> kinds_counted({"title": 2, "blank": 1}).en
    '1 blank, 2 titles'
    """
    return listing(_COUNTED[kind].fill(count=Count(count)) for kind, count in sorted(counts.items()) if count)


def row_kind(row: Cells, *, header: Cells) -> str | None:
    """Why a row below the header is no data; None when it is, or when only the rows around it can tell."""
    texts = [cell for cell in row if cell and not cell.isspace()]
    if not texts:
        return BLANK
    width = len(header)
    if _adds_up(texts, width) or is_starred_total(row):
        return TOTAL
    if _talks(texts, width):
        return FOOTER
    if len(texts) == 1 and width >= _WIDE and not header[0].strip() and row[0] == texts[0]:
        # A heading of a group, in a column without a name.
        return TITLE
    return REPEATED_HEADER if is_repeated_header(row, header=header) else None


def may_be_total(row: Cells) -> bool:
    """Whether a row has the words of a total and a figure behind them."""
    at = label_at(row)
    return at is not None and any(is_figure(cell) for cell in row[at + 1 :])


def is_starred_total(row: Cells) -> bool:
    """Whether a row has stars, figures and their units alone, and much of it is empty: a total of a list of SAP.

    >>> is_starred_total(("*", "", "", "", "1.250,00", "EUR")), is_starred_total(("*", "Acme", "", "", "1.250,00"))
    (True, False)
    """
    texts = [cell.strip() for cell in row if cell.strip()]
    if len(texts) < _STARRED or not _STARS.match(texts[0]) or len(texts) + _MUCH_EMPTY > len(row):
        return False
    others = [cell for cell in texts[1:] if not is_figure(cell)]
    return len(others) < len(texts) - 1 and all(_UNIT.match(cell) for cell in others)


def label_at(row: Cells) -> int | None:
    """The first cell among the left ones that says `total`, alone or of a group by name.

    Behind dates, numbers and empty cells it may stand farther to the right, as the first text of the row.
    """
    for at, cell in enumerate(row):
        if cell and len(cell) <= _LONGEST_LABEL and not is_figure(cell):
            said = _said(cell)
            if _TOTAL.match(said) or _GROUP_TOTAL.match(said):
                return at
        if at >= _LABEL_AMONG - 1 and not all(not one or is_value(one) for one in row[: at + 1]):
            return None
    return None


def group_named(cell: str) -> str | None:
    """The group a total is of: `East` in `East Total`; empty when the cell says no group, None when it is no total.

    >>> [group_named(cell) for cell in ("East Total:", "Total for East", "Subtotal East", "甲 汇总", "合计")]
    ['East', 'East', 'East', '甲', '']
    >>> group_named("Total Energies") is None
    True
    """
    said = _said(cell)
    if _TOTAL.match(said):
        return ""
    found = _GROUP_TOTAL.match(said)
    return next((part.strip() for part in found.groups() if part), "") if found else None


def is_repeated_header(row: Cells, *, header: Cells) -> bool:
    """Whether a row says the header again, word for word; one column alone may well hold its own name."""
    if len(header) <= 1 or len(row) != len(header) or row[0].strip() != header[0].strip():
        return False
    return all(cell.strip() == name.strip() for cell, name in zip(row, header, strict=True))


def is_sparse(row: Cells, *, width: int) -> bool:
    """Whether a row has so few cells that it can only talk about the table, once the table has ended."""
    few = FOOTER_CELLS if width >= _WIDE else 1
    return width > FOOTER_CELLS and filled(row) <= few and not any(is_figure(cell) for cell in row)


def talk_at_end(rows: Sequence[Cells], *, header: Cells) -> tuple[int, ...]:
    """The places of the last rows that only talk: sparse, with a total or a footer above all of them.

    Under a wide table a blank row above them is enough. Rows that `row_kind` knows are not among them; a row with a
    figure never is.
    """
    ends = {TOTAL, FOOTER, BLANK} if len(header) >= _WIDE else {TOTAL, FOOTER}
    places: list[int] = []
    for at in range(len(rows) - 1, -1, -1):
        kind = row_kind(rows[at], header=header)
        if kind in ends and places:
            return tuple(places)
        if kind is None and not is_sparse(rows[at], width=len(header)):
            break
        if kind is None:
            places.append(at)
    return ()


def _said(cell: str) -> str:
    return closed_up(folded(cell))


def _adds_up(texts: list[str], width: int) -> bool:
    """A cell that says nothing but `total`, and beside it figures; one more text may stand there, such as a unit."""
    if not _TOTAL.match(_said(texts[0])):
        return False
    others = [cell for cell in texts[1:] if not is_none_written(cell)]
    words = [cell for cell in others if not is_figure(cell)]
    if any(shape(cell) == "date" for cell in words):
        return False
    return not words or (len(words) == 1 and len(texts) < width) or len(texts) == 1


def _talks(texts: list[str], width: int) -> bool:
    """One or two cells of words a footer uses, or how many records there are; other figures are somebody's money."""
    if 1 < len(texts) < width and is_figure(texts[0]) and _RECORDS.match(folded(texts[1])):
        return True
    if not texts or width <= FOOTER_CELLS:
        return False
    said = folded(texts[0])
    if len(texts) > FOOTER_CELLS:
        return bool(_FOOTER.match(said)) and _is_signed(texts)
    if len(texts) == 1:
        return bool(_FOOTER.match(said) or _FOOTNOTE.match(said))
    return not is_figure(texts[1]) and bool(_FOOTER.match(said))


def _is_signed(texts: list[str]) -> bool:
    """Whether every cell says of what it tells, or stands behind one that does: who made the list, and when."""
    labels = [_LABEL.match(cell.strip()) for cell in texts]
    bare = [label is not None and label.end() == len(cell.strip()) for label, cell in zip(labels, texts, strict=True)]
    return all(label or (at and bare[at - 1]) for at, label in enumerate(labels))
