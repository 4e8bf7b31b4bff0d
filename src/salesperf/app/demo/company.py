"""A demo company with all its records, ready to be exported."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from salesperf.app.demo.beside import Beside
from salesperf.app.demo.records import Deal, Order
from salesperf.app.demo.setting import Customer, Setting


class Company(Struct, frozen=True):
    """A company's records, ready to be exported; `since` is the day each customer was entered."""

    setting: Setting
    customers: tuple[Customer, ...]
    since: dict[str, date]
    orders: tuple[Order, ...]
    deals: tuple[Deal, ...]
    beside: Beside
