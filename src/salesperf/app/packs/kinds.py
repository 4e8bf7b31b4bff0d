"""Every kind of section, in one list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.trend import TITLE as TREND
from salesperf.app.packs.trend import trend
from salesperf.core.registry import Registry
from salesperf.core.text import Text
from salesperf.report.model import Section


class Kind(Struct, frozen=True):
    """One kind of section: `make` gives it, or None where the files do not tell what `needs` names."""

    key: str
    title: Text
    make: Callable[[Briefing, Any], Section | None]
    needs: Text


_SALES = Text("a table of orders, invoices or won deals", "订单、发票或赢单数据表")

KINDS: Registry[Kind] = Registry("section", (Kind("trend", TREND, trend, _SALES),))
