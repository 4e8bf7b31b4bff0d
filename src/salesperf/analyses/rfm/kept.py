"""Cut-offs kept for the next month: written exactly, with the convention that they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from salesperf.analyses.rfm.axes import Axis, Counting, Often, Returns, Worth
from salesperf.analyses.rfm.cutoffs import Cutoffs
from salesperf.analyses.rfm.edges import Edges, Passes

_MODEL = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


def _fraction(written: object) -> object:
    """`3/5` and `12.5` as they are written; a float may have lost digits already."""
    if isinstance(written, str | int) and not isinstance(written, bool):
        return Fraction(written)
    raise ValueError("is no number in quotation marks, such as '12.5' or '347/3'")


Edge = Annotated[Fraction, BeforeValidator(_fraction)]


class KeptAxis(BaseModel):
    """The edges of one axis, from the lowest, and when a value is beyond one."""

    model_config = _MODEL

    edges: tuple[Edge, ...]
    passes: Passes

    @property
    def as_edges(self) -> Edges:
        """The edges as scores are made by them."""
        return Edges(self.edges, self.passes)


class KeptCutoffs(BaseModel):
    """A file of cut-offs: `as_of` is the day that they were found on."""

    model_config = _MODEL

    preset: str
    as_of: date
    best: str = Field(pattern="^(high|low)$")
    frequency_of: Often
    monetary_of: Worth
    returns: Returns
    window: int | None = None
    recency: KeptAxis
    frequency: KeptAxis
    monetary: KeptAxis

    @property
    def counting(self) -> Counting:
        """What was counted."""
        return Counting(self.frequency_of, self.monetary_of, self.returns)

    @property
    def cutoffs(self) -> Cutoffs:
        """The cut-offs."""
        by_axis: Mapping[Axis, KeptAxis] = {
            Axis.RECENCY: self.recency,
            Axis.FREQUENCY: self.frequency,
            Axis.MONETARY: self.monetary,
        }
        return Cutoffs({axis: kept.as_edges for axis, kept in by_axis.items()}, self.best == "high")


def written(cutoffs: Cutoffs, *, preset: str, as_of: date, counting: Counting, window: int | None) -> str:
    """The TOML of cut-offs, which `KeptCutoffs` reads back to the last digit."""
    lines = [
        "# Cut-offs of salesperf rfm: with --cutoffs the next month is scored by them, and who moves has moved.",
        f'preset = "{preset}"',
        f"as_of = {as_of}",
        f'best = "{"high" if cutoffs.best_is_high else "low"}"',
        f'frequency_of = "{counting.often}"',
        f'monetary_of = "{counting.worth}"',
        f'returns = "{counting.returns}"',
        *([] if window is None else [f"window = {window}"]),
    ]
    for axis in Axis:
        edges = cutoffs.edges[axis]
        lines += ["", f"[{axis}]", f"edges = [{', '.join(map(_quoted, edges.at))}]", f'passes = "{edges.passes}"']
    return "\n".join((*lines, ""))


def _quoted(edge: Fraction) -> str:
    return f'"{spelled(edge)}"'


def spelled(edge: Fraction) -> str:
    """An edge as a decimal where it is one of up to six digits, else as the fraction it is.

    >>> spelled(Fraction(2974, 10)), spelled(Fraction(347, 3))
    ('297.4', '347/3')
    """
    scaled = edge * 10**6
    if scaled.denominator != 1:
        return f"{edge.numerator}/{edge.denominator}"
    whole, rest = divmod(abs(scaled.numerator), 10**6)
    sign, digits = "-" if edge < 0 else "", f"{rest:06}".rstrip("0")
    return f"{sign}{whole}.{digits}" if digits else f"{sign}{whole}"
