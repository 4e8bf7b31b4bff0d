"""Which leads were converted: by a date, a deal, a mark or the words of their status; any of them is enough."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

import narwhals as nw
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, in_quotes, listing
from salesperf.engine import Frame, collect
from salesperf.facts.events import columns_of
from salesperf.facts.lookup import listed
from salesperf.tables.line_words import word_key

_CONVERTED = frozenset(
    {
        "converted", "closed converted", "closed - converted", "qualified converted", "customer", "won", "closed won",
        "converted to deal", "converted to opportunity", "converted to customer", "evangelist",
        "已转化", "转化", "已转换", "转换", "转化成功", "已转客户", "转客户", "已转为客户", "转为客户", "转成客户",
        "已转成客户", "已转商机", "转商机", "已转为商机", "转为商机", "已成交", "成交", "已签约", "签约", "已转出商机",
    }
)  # fmt: skip
_NOT_CONVERTED = frozenset(
    {
        "new", "open", "open - not contacted", "not contacted", "attempted", "attempted to contact", "attempting",
        "contacted", "connected", "working", "working - contacted", "in progress", "nurturing", "nurture", "assigned",
        "unassigned", "mql", "sql", "marketing qualified", "sales qualified", "qualified", "unqualified",
        "subscriber", "lead", "opportunity", "marketing qualified lead",
        "sales qualified lead", "marketingqualifiedlead", "salesqualifiedlead", "other",
        "disqualified", "lost", "closed - not converted", "closed not converted", "not converted", "junk", "junk lead",
        "bad timing", "dead", "recycled", "on hold", "duplicate", "invalid", "rejected",
        "新线索", "新建", "新增", "待分配", "未分配", "已分配", "待跟进", "未跟进", "跟进中", "已跟进", "未联系",
        "已联系", "未转化", "未转换", "未转客户", "培育中", "无效", "无效线索", "已关闭", "关闭", "放弃", "已放弃",
        "未处理", "待处理", "处理中", "已处理", "已退回", "退回", "重复", "未成交", "丢失", "已丢失", "公海",
    }
)  # fmt: skip
_SHOWN = 5
_UNKNOWN = Text(
    "status words of leads that say neither converted nor not: {listed}; counted as not converted",
    "线索状态中有无法判断是否转化的用语：{listed}；按未转化计",
)
_WORD = Text("{word!r} ({count:lead|leads})", "「{word}」（{count} 条）")
_COUNTED_AS = Text(
    "status of leads counted as converted: {yes}; as not: {no}", "线索状态归类：已转化：{yes}；未转化：{no}"
)
_ALL_CONVERTED = Text("status of leads counted as converted: {yes}", "线索状态归类：已转化：{yes}")
_NONE = Text("none", "无")
_DECLARE = Text(
    "name those that mean converted: [kpi] lead_converted = [...]",
    "请声明其中表示已转化的用语：[kpi] lead_converted = [...]",
)


class Conversion(Struct, frozen=True):
    """Which leads were converted, None where nothing in the table tells; and which status words were taken so."""

    is_converted: nw.Expr | None
    findings: tuple[Issue, ...] = ()
    notes: tuple[tuple[str, Text], ...] = ()


def conversion(leads: Frame, *, own: Collection[str], as_of: date | None) -> Conversion:
    """What tells of conversions; those dated after the day of `--as-of` had not happened then.

    `own` are the user's words for converted. A status of which no word is known tells nothing.
    """
    columns = columns_of(leads)
    ways = list(_marks(columns))
    by_status = _by_status(leads, own, is_alone=not ways) if "status" in columns else Conversion(None)
    ways += [] if by_status.is_converted is None else [by_status.is_converted]
    if not ways:
        return by_status
    found = nw.any_horizontal(*(way.fill_null(value=False) for way in ways), ignore_nulls=True)
    if as_of is not None and "converted_at" in columns:
        found = found & ~(nw.col("converted_at") > nw.lit(as_of)).fill_null(value=False)
    return replace(by_status, is_converted=found)


def _marks(columns: Collection[str]) -> Iterator[nw.Expr]:
    """The columns other than the status that tell."""
    if "converted" in columns:
        yield nw.col("converted")
    for name in ("converted_at", "deal_id"):
        if name in columns:
            yield ~nw.col(name).is_null()


def _by_status(leads: Frame, own: Collection[str], *, is_alone: bool) -> Conversion:
    """The leads whose status says so; words that nobody knows are told where nothing else tells."""
    counts = collect(leads.filter(~nw.col("status").is_null()).group_by("status").agg(nw.len().alias("leads")))
    converted = _CONVERTED | {word_key(word) for word in own}
    words = counts.sort("leads", "status", descending=[True, False]).rows()
    yes = sorted(word for word, _ in words if word_key(word) in converted)
    unknown = [(word, count) for word, count in words if word_key(word) not in converted | _NOT_CONVERTED]
    told = (_unknown(unknown),) if unknown and is_alone else ()
    if is_alone and not yes and len(unknown) == len(words):
        return Conversion(None, told)
    no = [word for word, _ in words if word not in yes]
    notes = (("lead_status", _counted_as(yes, no)),) if yes or is_alone else ()
    return Conversion(nw.col("status").is_in(yes), told, notes)


def _counted_as(yes: Sequence[str], no: Sequence[str]) -> Text:
    """The words taken as converted and those that are not, the first of each."""
    names = {key: listed(in_quotes(words[:_SHOWN]), len(words) - _SHOWN) for key, words in (("yes", yes), ("no", no))}
    if not yes:
        names["yes"] = _NONE
    return (_COUNTED_AS if no else _ALL_CONVERTED).fill(**names)


def _unknown(words: Collection[tuple[str, int]]) -> Issue:
    named = [_WORD.fill(word=word, count=Count(count)) for word, count in words]
    message = _UNKNOWN.fill(listed=listed(listing(named[:_SHOWN]), len(named) - _SHOWN))
    return issue("F541", message, Where(column="status"), hint=_DECLARE, count=sum(count for _, count in words))
