"""What is asked of the numbers, in words the command line and the Python door share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from salesperf.core.period import Grain


class Compare(StrEnum):
    """A base to compare with."""

    PREV = "prev"
    YOY = "yoy"
    YTD = "ytd"


@dataclass(frozen=True, slots=True)
class Request:
    """One question; empty fields take the defaults of `docs/guide/defaults.md`.

    `where` holds conditions as typed (`region=East,West`, `amount>=100`); all must hold.
    """

    metrics: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    period: str | None = None
    grain: Grain | None = None
    where: tuple[str, ...] = ()
    compare: tuple[Compare, ...] = ()
    as_of: date | None = None
    total: bool = True
    """Whether the total of all groups and periods is wanted; it costs a second evaluation."""
