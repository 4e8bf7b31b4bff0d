"""Sales performance from exports: KPIs, targets, funnels, customer tiers and commission, to the cent."""

__version__ = "0.1.0"
