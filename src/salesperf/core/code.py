"""One kind of issue, as `codes` and its lists declare it."""

from __future__ import annotations

from dataclasses import dataclass

from salesperf.core.errors import Severity
from salesperf.core.text import Text


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of issue."""

    key: str
    severity: Severity
    title: Text
    cure: Text
