"""What is asked of the numbers, in words the command line and the Python door share."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from salesperf.core.period import Grain


class Compare(StrEnum):
    """A base to compare with."""

    PREV = "prev"
    YOY = "yoy"
    YTD = "ytd"


class Request(Struct, frozen=True):
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
