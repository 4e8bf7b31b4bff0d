"""Which names and headings of a workbook are figures of the product, whether or not this answer has them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field

from salesperf.core.text import folded

_BESIDE = (
    *("target", "of_target", "on_last_period", "on_last_year", "latest", "latest_change", "change", "share", "prev"),
    *("mom", "yoy", "dod", "wow", "qoq", "pop", "yoy_base"),
)
"""What may stand behind a metric's key in a name."""
_PERSON = r"(?:team|rep)_\d+"


class Ours(Struct, frozen=True):
    """The metrics with what they are called, the sections and the tables that an answer of its kind could have.

    >>> known = Ours(metrics={"orders": ("订单数",)}, sections=("headline",), tables=frozenset({"reps"}))
    >>> [known.is_figure(name) for name in ("headline_Orders_target", "reps_total_orders", "my_orders")]
    [True, True, False]
    """

    metrics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sections: tuple[str, ...] = ()
    tables: frozenset[str] = frozenset()

    def is_figure(self, name: str) -> bool:
        """Whether a name is that of a figure: a metric's key, what stands beside it, a total, in a section or not."""
        places = "|".join((_PERSON, *(rf"{re.escape(one)}(?:_\d+)?" for one in self.sections)))
        totals = "|".join(rf"{re.escape(one)}_total" for one in (*sorted(self.tables), "kpi"))
        keys = [re.escape(key) for key in self.metrics if key in name.casefold()]
        figure = rf"(?:{'|'.join(keys)})(?:_(?:{'|'.join(_BESIDE)}))?"
        return bool(keys) and bool(re.fullmatch(rf"(?:(?:{places})_)*(?:(?:{totals})_)?{figure}", name.casefold()))

    def is_table(self, name: str) -> bool:
        """Whether a name is that of a table."""
        return name.casefold() in self.tables

    def metric_called(self, heading: str) -> str | None:
        """The metric that a heading without its unit names by key, label or a word known of it."""
        plain = folded(heading).casefold()
        return next((key for key in self.metrics if key == plain), None) or next(
            (key for key, words in self.metrics.items() if plain in {folded(word).casefold() for word in words}), None
        )
