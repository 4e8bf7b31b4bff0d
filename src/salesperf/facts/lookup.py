"""What a lookup in a table of customers, products or people left open, told once and in the same words."""

from __future__ import annotations

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, listing
from salesperf.engine import Frame, Match
from salesperf.facts.keys import FIX, StrayKey, either, stakes, strays_among
from salesperf.tables.labels import table_words

_SHOWN = 10
_KEY = Text("{key!r} ({stakes})", "「{key}」（{stakes}）")
_STRAY = Text("{keys:key is|keys are} not in the {table} table: {listed}", "{keys} 个编号不在{table}表中：{listed}")


def unmatched(match: Match, lines: Frame, known: Frame, *, on: str, right_on: str, table: str) -> tuple[Issue, ...]:
    """Keys of the lines that the table does not have, with the lines and the net that hang on them, as one finding."""
    if not match.unmatched_left:
        return ()
    money = "net" if "net" in lines.collect_schema().names() else None
    keys = strays_among(lines, known, key=on, listed=right_on, money=money)
    named = listing(_KEY.fill(key=one.key, stakes=_stakes(one)) for one in keys[:_SHOWN])
    told = listed(named, len(keys) - _SHOWN)
    message = _STRAY.fill(keys=Count(len(keys)), table=table_words(table), listed=told)
    near = any(one.nearest.keys for one in keys)
    return (issue("F506", message, Where(column=on), hint=FIX if near else "", count=match.unmatched_left),)


def listed(named: Text, more: int) -> Text:
    """Names and how many more there are."""
    return (
        Text("{named} and {more} more", "{named} 等，另有 {more} 个").fill(named=named, more=more)
        if more > 0
        else named
    )


def _stakes(one: StrayKey) -> Text:
    if not one.nearest.keys:
        return stakes(one)
    phrase = Text("{stakes}; nearest {keys}", "{stakes}；最接近的是{keys}")
    return phrase.fill(stakes=stakes(one), keys=either(one.nearest))


def repeated(match: Match, *, table: str, key: str) -> tuple[Issue, ...]:
    """Keys that the table has more than once."""
    if not match.duplicate_right:
        return ()
    message = Text(
        "{keys:key occurs|keys occur} again in the {table} table; the first row is used",
        "{keys} 个编号在{table}表中重复出现；采用首行",
    ).fill(keys=Count(match.duplicate_right), table=table_words(table))
    return (issue("F507", message, Where(column=key), count=match.duplicate_right),)
