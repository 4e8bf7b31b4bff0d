"""Whether a file without ids is a copy of one that holds all its rows, or another shop that sold the same.

Leaving a copy in doubles sales, leaving a shop out loses them; where the evidence is thin the rows stay.
"""

from __future__ import annotations

from math import log10

import polars as pl

from salesperf.core.late import late
from salesperf.core.text import folded

_FEW = 2
"""Distinct rows and amounts from which a file can be a copy: one row alone may be another sale."""
_CHANCE = -6
"""The power of ten that the chance of all rows being another's must not reach."""
_APART = ("region", "channel", "store", "rep_id", "rep_name")
"""Columns by which an export is cut into parts."""
_WHOLE = late(
    r"汇总|合计|总表|全部|全年|年度|累计|整体|合并|(?<![a-z])(?:all|total|summary|combined|merged|full|ytd)(?![a-z])"
)
_SHOP_ZH = late(
    r"([^\W\d_]{0,8}(?:店|柜|仓|档口|网点|分公司))[ _-]?"
    r"([a-z0-9一二三四五六七八九十甲乙丙丁]{0,3})(?![a-z0-9]|[-~至到]?\d*[月年季])"
)
_SHOP_EN = late(r"(?<![a-z])(shop|store|branch|outlet|warehouse|site)[ _-]?([a-z0-9]{1,3})(?![a-z0-9])")


def is_likely_copy(held: pl.DataFrame, holder: pl.DataFrame, *, day: str, names: tuple[str, str]) -> bool:
    """Whether rows that all stand in another file too are the same sales; `names` are those of the two files.

    They are when no chance makes so many rows alike. Else the names must not say that they are two shops, and the
    holder be a summary by name, have nothing else on these days, or nothing else of the region, channel or rep.
    """
    if _chance(held, holder, day) <= _CHANCE:
        return True
    if held.n_unique() < _FEW:
        return False
    if _WHOLE.search(folded(names[1]).lower()):
        return True
    if _are_two_shops(*names):
        return False
    money = next((name for name in ("amount", "cost") if name in held.columns), None)
    if money is None or held[money].n_unique() < _FEW:
        return False
    beside = holder.filter(pl.col(day).is_between(held[day].min(), held[day].max()))
    # All rows of the one stand in the other, so as many rows are the same rows.
    return beside.height == held.height or any(_is_part(held, beside, column) for column in _APART)


def _is_part(held: pl.DataFrame, beside: pl.DataFrame, column: str) -> bool:
    """Whether the file is what the holder has of one region, channel or rep."""
    if column not in held.columns or held[column].n_unique() > 1 or held[column].null_count():
        return False
    of_part = beside.filter(pl.col(column) == held[column].first())
    return of_part.height == held.height and beside[column].n_unique() > 1


def _chance(held: pl.DataFrame, holder: pl.DataFrame, day: str) -> float:
    """The power of ten of the chance that another shop sold all this on the same days.

    What a shop sells on most days, as a coffee, it may sell on any; what stood there on one day of many is its own.
    """
    rest = [name for name in held.columns if name != day]
    days = holder[day].n_unique()
    often = holder.group_by(rest).agg(pl.col(day).n_unique().alias("_days"))
    own = held.unique().join(often, on=rest, how="left", nulls_equal=True)["_days"]
    return sum(log10(count / days) for count in own.fill_null(days).to_list())


def _are_two_shops(one: str, other: str) -> bool:
    """Whether both names say a shop, and not the same."""
    shops = [
        (*_SHOP_ZH.findall(name), *_SHOP_EN.findall(name)) for name in (folded(one).lower(), folded(other).lower())
    ]
    return all(shops) and shops[0] != shops[1]
