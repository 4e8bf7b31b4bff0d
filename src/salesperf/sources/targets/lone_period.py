"""The one period of a target sheet that neither headers nor rows name, as its titles, its sheet or its file say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from msgspec import Struct

from salesperf.core.late import late
from salesperf.core.text import folded
from salesperf.sources.options import without_range
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.targets.period_words import YEAR, PeriodWord, period_in
from salesperf.sources.targets.roles import Roles
from salesperf.tables.metric_words import fold_metric, metric_of

_DATE = late(r"(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}")
_IS_QUOTA = late(r"(?<![a-z])(?:target|quota|goal)s?(?![a-z])|目标|任务|指标值")
"""Words for targets that no plan of costs or stock has."""
_OF_OTHERS = late(
    r"费用|成本|采购|库存|生产|产量|招聘|培训|(?<![a-z])(?:costs?|expenses?|spend|stock|inventory|hiring|headcount)(?![a-z])"
)


class LonePeriod(Struct, frozen=True):
    """A period and the title or name that says it."""

    word: PeriodWord
    said: str


def lone_period(raw: RawTable) -> LonePeriod | None:
    """The only month, quarter or half that titles name, else the sheet's name, else the file's; else the only year.

    Dates do not count. None where the nearest names say several.
    """
    levels = (raw.layout.titles, (without_range(raw.sheet) or "",), (PurePath(raw.file.name).stem.replace("_", " "),))
    found = [_named(texts) for texts in levels]
    for is_year in (False, True):
        for level in found:
            words = {one.word: one for one in level if (one.word.months == YEAR) is is_year}
            if words:
                return next(iter(words.values())) if len(words) == 1 else None
    return None


def _named(texts: Iterable[str]) -> list[LonePeriod]:
    found = []
    for text in texts:
        said = period_in(_DATE.sub(" ", folded(text)))
        while said is not None:
            found.append(LonePeriod(said[0], text))
            said = period_in(said[1])
    return found


def may_lack_its_period(raw: RawTable, roles: Roles, names: Mapping[str, str]) -> bool:
    """Whether a sheet that names no period can be one of sales targets: it says whose they are, and a target of what.

    Target prices, budgets of costs and the like are no sales targets.
    """
    over = " ".join((*raw.layout.titles, raw.sheet or "", raw.file.name)).lower()
    return (
        bool(roles.scopes)
        and not _OF_OTHERS.search(over)
        and all(
            _IS_QUOTA.search(folded(column.header).lower())
            and (not fold_metric(column.words) or metric_of(column.words, names) is not None)
            for column in roles.values
        )
    )
