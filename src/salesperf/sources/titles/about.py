"""What the titles of a table, its sheet or its file say that its rows are of: visits, calls, answers, money."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from salesperf.core.text import folded
from salesperf.sources.options import without_range
from salesperf.sources.rows.raw import RawTable

VISIT, CALL = "visit", "call"
CSAT, NPS = "csat", "nps"
SPENDING = "spending"
PLANNED = "planned"
INVOICES, RECEIPTS = "invoices", "receipts"
_SAYS: Mapping[str, re.Pattern[str]] = {
    VISIT: re.compile(r"拜访|走访|访店|巡店|外勤|(?<![a-z])visit(?:s|ed)?(?![a-z])"),
    CALL: re.compile(r"电话|外呼|通话|(?<![a-z])calls?(?![a-z])"),
    CSAT: re.compile(r"满意|(?<![a-z])c-?sat(?![a-z])|satisfaction"),
    NPS: re.compile(r"(?<![a-z])nps(?![a-z])|推荐意愿|净推荐|promoter|likelihood to recommend"),
    SPENDING: re.compile(
        r"费用|支出|花费|开支|消耗|投放|报销|(?<![a-z])(?:costs?|expens\w*|spend|spending|expenditures?)(?![a-z])"
    ),
    PLANNED: re.compile(
        r"计划|预约|安排|(?<![a-z])(?:plan|plans|planned|planning|schedule|scheduled|upcoming)(?![a-z])"
    ),
    INVOICES: re.compile(r"发票|开票|(?<![a-z])invoices?(?![a-z])"),
    RECEIPTS: re.compile(
        r"回款|到账|到款|(?<![a-z])(?:receipts?|remittances?|(?:payments?|cash)[ _-]received|"
        r"customer[ _-]payments?)(?![a-z])"
    ),
}


def names_of(raw: RawTable) -> Iterator[str]:
    """What stands over the columns, nearest first: titles, the sheet's name, the file's name."""
    yield from raw.layout.titles
    if sheet := without_range(raw.sheet):
        yield sheet
    yield PurePath(raw.file.name).stem.replace("_", " ")


def about(raw: RawTable) -> frozenset[str]:
    """What the nearest of these names that says something says the rows are of.

    A table of calls in the file of visits is one of calls, as its sheet says.
    """
    for name in names_of(raw):
        found = said_in(name)
        if found:
            return found
    return frozenset()


def said_in(text: str) -> frozenset[str]:
    """What a name or header speaks of.

    >>> sorted(said_in("6月拜访记录")), sorted(said_in("Call log")), sorted(said_in("Sales 2026"))
    (['visit'], ['call'], [])
    """
    word = folded(text).lower()
    return frozenset(key for key, pattern in _SAYS.items() if pattern.search(word))
