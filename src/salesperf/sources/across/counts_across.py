"""Daily reports that count activities (`日期, 业务员, 拜访数, 电话数`), as so many activities of each kind.

What a report also says of sales is another table: it is left to the orders that the file may be.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import polars as pl

from salesperf.core.han import has_han
from salesperf.core.late import late
from salesperf.core.text import Count, Text, folded, in_quotes
from salesperf.sources.profile import fold_header, profiles
from salesperf.sources.rows.raw import Held, RawTable
from salesperf.sources.rows.unfolded import numbers_of, only_columns, unfolded, with_rows
from salesperf.sources.targets.roles import is_about_targets
from salesperf.sources.values.money_unit import split_header
from salesperf.sources.values.parse_date import is_date_like
from salesperf.sources.values.parse_number import is_number_like

_MOST, _IN_ALL = 2000, 1_000_000
"""How many activities one cell may count, and a whole table: more are no counts of what one did on a day."""
_ZH = late(
    r"^(?:当日|今日|本日|日|新增|有效|实际|完成|累计)?(?:客户|新客户|老客户|上门)?"
    r"(?P<kind>陌生拜访|陌拜|拜访|走访|巡店|上门|面谈|电话|外呼|通话|报价|方案|提案|标书|投标|跟进|回访|产品演示|演示|会议|"
    r"邮件|微信|短信)(?:客户|提交|发送|完成|拨打|沟通|家|门店)?(?:次数|数量|数|量|家数|个数|次|家|份|通|封|场)$"
)
_EN = late(
    r"^(?:(?:#|no\.?|number|count|total|completed|new) ?(?:of )?)?(?:outbound |inbound |cold |phone |customer |client |"
    r"site |field |sales |held |product )*"
    r"(?P<kind>visit|call|demo|meeting|proposal|quote|quotation|email|follow[- ]?up|appointment|bid)(?:s)?"
    r"(?: (?:made|sent|held|done|completed|count|logged))?$"
)
_NOT_DONE = late(r"计划|目标|预约|未|率|planned|target|goal|missed|scheduled|rate")
_HOLDS = Text(
    "{rows:row holds|rows hold} {cells:activity|activities}, counted under {headers}",
    "{rows} 行含 {cells} 次活动，取自{headers}的次数",
)


def counts_across(raw: RawTable) -> tuple[RawTable, Held] | None:
    """The activities that a table counts, one row each, with what its rows hold; None for any other table."""
    across = dict(_counted(raw))
    day = next((text for text in raw.header if fold_header(text) in _headers("activity_date")), None)
    reps = _headers("rep_name") | _headers("rep_id")
    if not across or day is None or not any(fold_header(text) in reps for text in raw.header):
        return None
    if not is_date_like(raw.sample[day]) or any(is_about_targets(text) for text in raw.layout.titles):
        return None
    beside = [text for text in raw.header if text not in across and not is_number_like(raw.sample[text])]
    kept = [text for text in raw.header if text in across or text in beside or text == day or fold_header(text) in reps]
    zh = has_han(next(iter(across)))
    names = ("活动类型" if zh else "activity type",)
    if not _are_counts(raw, across):
        return None
    keys = {text: (kind,) for text, kind in across.items()}
    cells = unfolded(only_columns(raw, kept), keys, names=names, value=_COUNT)
    return _repeated(cells, tuple(across))


_COUNT = "_count"


def _counted(raw: RawTable) -> Iterator[tuple[str, str]]:
    """The headers that count activities, with the word for their kind."""
    for text in raw.header:
        word = folded(split_header(text)[0]).lower().replace("_", " ")
        found = _ZH.match(word) or _EN.match(word)
        if found and not _NOT_DONE.search(word) and text not in raw.failed:
            yield text, found["kind"]


@lru_cache(maxsize=8)
def _headers(column: str) -> frozenset[str]:
    """The headers that shipped profiles know for a column of activities."""
    entries = [entry for profile in profiles() for entry in profile.aliases("activities") if not entry.signature]
    return frozenset(
        header for entry in entries for header in (*entry.strong.get(column, ()), *entry.weak.get(column, ()))
    )


def _are_counts(raw: RawTable, across: dict[str, str]) -> bool:
    """Whether all cells are whole numbers that one may do on a day."""
    if not all(is_number_like(raw.sample[text], share=1.0) for text in across):
        return False
    frame = raw.frame.select(*across).collect()
    counts = [numbers_of(frame[text]) for text in across]
    return sum(float(one.sum()) for one in counts) <= _IN_ALL and all(
        bool(((one >= 0) & (one <= _MOST) & (one == one.floor())).all()) for one in counts
    )


def _repeated(cells: RawTable, headers: tuple[str, ...]) -> tuple[RawTable, Held]:
    """Each row as often as it counts; `Held` speaks of the rows of the file."""
    frame = cells.frame.collect()
    times = numbers_of(frame[_COUNT]).cast(pl.UInt32)
    at = pl.Series("at", range(frame.height), dtype=pl.UInt32).to_frame().select(pl.col("at").repeat_by(times))
    places = at.explode("at", empty_as_null=False)["at"].drop_nulls()
    numbers = pl.Series(cells.row_numbers or (), dtype=pl.UInt32)
    found = only_columns(cells, [text for text in cells.header if text != _COUNT])
    whole = frame.select(found.header)[places]
    rows = len(set(numbers.to_list()))
    told = _HOLDS.fill(rows=Count(rows), cells=Count(whole.height), headers=in_quotes(headers))
    return with_rows(found, whole, numbers[places].to_list()), Held(rows, told)
