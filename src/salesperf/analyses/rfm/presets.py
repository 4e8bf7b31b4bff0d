"""The named ways of scoring: on the same customers they differ, so every report names the one it used."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from salesperf.analyses.rfm.edges import Passes
from salesperf.core.registry import Registry
from salesperf.core.text import Text


class Method(StrEnum):
    """How the edges between scores are found."""

    QUANTILES = "quantiles"
    """Equal parts of the customers; equal values always share a score."""
    SIZES = "sizes"
    """Bins of equal size; equal values may be parted, in a stated order."""
    NESTED = "nested"
    """Equal parts of recency; of frequency within each of them; of amounts within each of these."""
    GIVEN = "given"
    """Edges that somebody wrote."""
    MEAN = "mean"
    """Two bins an axis: at an edge that somebody wrote, else at the mean."""


class Preset(Struct, frozen=True):
    """A convention of scoring: how many bins an axis, where a value on an edge belongs, and which score is the best."""

    key: str
    title: Text
    told: Text
    method: Method
    bins: int
    passes: Passes
    best_is_high: bool
    map: str | None
    """The map of segments it is used with where none is named; None: the codes themselves are the segments."""


PRESETS: Registry[Preset] = Registry(
    "preset",
    (
        Preset(
            "quintile",
            Text("equal parts", "等分位"),
            Text(
                "type-7 quantiles, a value on an edge is in the lower bin, equal values share a score (as pandas.qcut)",
                "第7类分位数，等于分界值者归入较低一档，相同数值得分相同（同 pandas.qcut）",
            ),
            Method.QUANTILES,
            5,
            Passes.ABOVE,
            best_is_high=True,
            map="rf10",
        ),
        Preset(
            "r-rfm",
            Text("R package rfm", "R 语言 rfm 包"),
            Text(
                "a score is one more than the number of type-7 quintiles q with q + 1 <= value (as the R package rfm)",
                "得分为满足 q + 1 <= 数值 的第7类五分位数个数加一（同 R 语言 rfm 包）",
            ),
            Method.QUANTILES,
            5,
            Passes.ONE_MORE,
            best_is_high=True,
            map="r-rfm",
        ),
        Preset(
            "ntile",
            Text("equal sizes", "等人数"),
            Text(
                "bins of equal size, the larger ones first; ties are parted by customer ID (as NTILE in SQL)",
                "各档人数相等（余数归前几档）；数值相同者按客户编号顺序分档（同 SQL 的 NTILE）",
            ),
            Method.SIZES,
            5,
            Passes.ABOVE,
            best_is_high=True,
            map="rf10",
        ),
        Preset(
            "nested",
            Text("nested", "嵌套"),
            Text(
                "quintiles of recency, of frequency within each of these, of amounts within each of those (as SPSS); a "
                "value on an edge is in the lower bin",
                "先按最近消费五等分，其内按频次五等分，再其内按金额五等分（同 SPSS）；等于分界值者归入较低一档",
            ),
            Method.NESTED,
            5,
            Passes.ABOVE,
            best_is_high=True,
            map="rf10",
        ),
        Preset(
            "quartile",
            Text("quartiles, 1 is the best", "四分位（1 为最好）"),
            Text(
                "type-7 quartiles, 1 is the best on every axis, a value on an edge is in the lower bin",
                "第7类四分位数，各项以 1 为最好，等于分界值者归入较低一档",
            ),
            Method.QUANTILES,
            4,
            Passes.ABOVE,
            best_is_high=False,
            map=None,
        ),
        Preset(
            "thresholds",
            Text("fixed thresholds", "固定阈值"),
            Text(
                "edges that the settings name: days up to and with the edge, counts and amounts from the edge on",
                "按设置中的阈值：天数小于等于阈值、次数与金额大于等于阈值即达标",
            ),
            Method.GIVEN,
            3,
            Passes.FROM,
            best_is_high=True,
            map="b2b4",
        ),
        Preset(
            "cn8",
            Text("eight types", "八类客户"),
            Text(
                "high or low on every axis: by the thresholds of the settings, else by the mean; on it is high",
                "各项分高低两档：按设置的阈值，否则按平均值；等于者为高",
            ),
            Method.MEAN,
            2,
            Passes.FROM,
            best_is_high=True,
            map="cn8",
        ),
    ),
)
