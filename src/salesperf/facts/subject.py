"""The kinds of business events. Names alone: the catalog of metrics is read before anything loads the engine."""

from __future__ import annotations

from enum import StrEnum


class Subject(StrEnum):
    """A kind of business event; its rows are counted on one day each."""

    SALES = "sales"
    INVOICED = "invoiced"
    """Invoices, on the day they were issued."""
    DUE = "due"
    """Invoices, on the day they fall due."""
    RECEIVED = "received"
    """Payments, on the day the money came in."""
    CREATED_DEALS = "created_deals"
    CLOSED_DEALS = "closed_deals"
    LEADS = "leads"
    ACTIVITIES = "activities"
    SURVEYS = "surveys"
    COSTS = "costs"
    MARKET = "market"
