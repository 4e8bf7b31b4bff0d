"""Margins and discounts as they are measured."""

from __future__ import annotations

from msgspec import Struct

from salesperf.analyses.commission.needs import Of
from salesperf.metrics.parts import atom_column


class Measured(Struct, frozen=True):
    """A proportion: the metric that measures it, and the atoms `whole` and `less` (part = whole - less)."""

    metric: str
    whole: str
    less: str

    @property
    def atoms(self) -> tuple[str, str]:
        """The columns of whole and less in evaluated frames."""
        return atom_column(self.whole), atom_column(self.less)


PROPORTIONS: dict[Of, Measured] = {
    "margin": Measured("gross_profit", "costed_net", "cost"),
    "discount": Measured("discount_rate", "list_value", "listed_gross"),
}
