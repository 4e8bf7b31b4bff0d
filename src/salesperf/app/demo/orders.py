"""The orders of one half-year: who orders when and what, scaled so that the half-year earns what the story says."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from salesperf.app.demo.draws import Draws
from salesperf.app.demo.records import Line, Order
from salesperf.app.demo.setting import Customer, HalfYear, Product, Setting
from salesperf.app.demo.workdays import workday_from, workdays

_ONE = 1_000_000
_MOST_ORDERS = 24
_FITTING_ROUNDS = 12
_SAME_DAY = 40
_CANCELLED_ORDER = 25
_CANCELLED_LINE = 12
_UNKNOWN_COST = 30
_PENDING_DAYS = 21
_PENDING_ORDERS = 6


class _Wish(Struct, frozen=True):
    """A line before its quantity is fixed: `worth` is what it should bring, in cents."""

    product: Product
    worth: int
    permille: int
    cost_known: bool
    status: str


class _Draft(Struct, frozen=True):
    day: date
    customer: Customer
    wishes: tuple[_Wish, ...]


def orders_of_half(setting: Setting, half: HalfYear, active: tuple[Customer, ...]) -> tuple[Order, ...]:
    """The half-year's orders without numbers: completed ones for each active customer, some cancelled or pending.

    Completed lines add up to the half's revenue before returns, to a fraction of a percent.
    """
    draws = Draws(setting.key, "orders", half.first.isoformat())
    drafts = _to_both_ends(setting, half, _drafts(setting, half, active, draws=draws))
    target = half.revenue * 1000 // (1000 - setting.return_permille)
    factor = _ONE
    for _ in range(_FITTING_ROUNDS):
        factor = factor * target // _earned(setting, drafts, factor)
    orders = [_order(setting, draft, factor) for draft in drafts]
    orders = _with_first_orders(setting, half, orders)
    return (*orders, *_cancelled(setting, half, orders, draws=draws), *_pending(setting, half, orders, draws=draws))


def _drafts(setting: Setting, half: HalfYear, active: tuple[Customer, ...], *, draws: Draws) -> list[_Draft]:
    days, weights = workdays(setting, half.first, half.last)
    all_weights = sum(customer.weight for customer in active)
    drafts: list[_Draft] = []
    for customer in active:
        share = customer.weight * draws.between(70, 130) // 100
        count = min(_MOST_ORDERS, 1 + share * len(active) * draws.between(80, 140) // (100 * all_weights))
        dates = [draws.weighted(days, weights) for _ in range(count)]
        for place in range(1, count):
            if draws.chance(_SAME_DAY):
                dates[place] = dates[place - 1]
        worth = half.revenue * share // (all_weights * count)
        drafts += [_Draft(day, customer, _wishes(setting, half, customer, worth=worth, draws=draws)) for day in dates]
    return drafts


def _wishes(setting: Setting, half: HalfYear, customer: Customer, *, worth: int, draws: Draws) -> tuple[_Wish, ...]:
    words = setting.words
    worth = worth * draws.between(60, 140) // 100
    shares = [draws.between(20, 100) for _ in range(draws.weighted((1, 2, 3, 4), (30, 35, 25, 10)))]
    goods = _goods(setting, customer, half)
    level_off = {"A": 40, "B": 15, "C": 0}[customer.level]
    wishes: list[_Wish] = []
    for share in shares:
        line_worth = worth * share // sum(shares)
        permille = max(0, half.discount + level_off + 10 * draws.between(-4, 3))
        status = words.cancelled if wishes and draws.chance(_CANCELLED_LINE) else words.completed
        others = [product for product in goods if all(product != wish.product for wish in wishes)]
        product = _affordable(others, worth=line_worth, draws=draws)
        wishes.append(_Wish(product, line_worth, permille, not draws.chance(_UNKNOWN_COST), status))
    return tuple(wishes)


def _goods(setting: Setting, customer: Customer, half: HalfYear) -> list[Product]:
    """What the customer's kind buys and is on sale by then; more articles than an order has lines."""
    on_sale = [product for product in setting.products if product.launched <= half.first]
    return [one for one in on_sale if one.category in customer.segment.categories]


def _affordable(goods: list[Product], *, worth: int, draws: Draws) -> Product:
    """One of the articles that `worth` buys at least a pack of, else the cheapest."""
    affordable = [one for one in goods if one.list_price * one.pack <= worth]
    return draws.pick(affordable) if affordable else min(goods, key=lambda one: (one.list_price * one.pack, one.sku))


def _order(setting: Setting, draft: _Draft, factor: int) -> Order:
    rep = setting.seller(draft.customer, draft.day)
    lines = tuple(_line(setting, draft.day, wish, factor) for wish in draft.wishes)
    return Order("", draft.day, draft.customer, rep, lines)


def _line(setting: Setting, day: date, wish: _Wish, factor: int) -> Line:
    product = wish.product
    unit_price = product.list_price * setting.price_index[day.year] // 100
    packs = max(1, (wish.worth * factor // _ONE + unit_price * product.pack // 2) // (unit_price * product.pack))
    quantity = packs * product.pack
    discount = quantity * unit_price * wish.permille // 1000
    cost = quantity * (product.unit_cost * setting.price_index[day.year] // 100) if wish.cost_known else None
    return Line(product, quantity, unit_price, discount, cost, wish.status)


def _earned(setting: Setting, drafts: list[_Draft], factor: int) -> int:
    lines = [_line(setting, draft.day, wish, factor) for draft in drafts for wish in draft.wishes]
    return sum(line.amount for line in lines if line.status == setting.words.completed)


def _to_both_ends(setting: Setting, half: HalfYear, drafts: list[_Draft]) -> list[_Draft]:
    """Move the earliest and the latest order to the first and last workday, so that every month is complete."""
    days, _ = workdays(setting, half.first, half.last)
    by_day = sorted(range(len(drafts)), key=lambda place: (drafts[place].day, place))
    moved = {by_day[0]: days[0], by_day[-1]: days[-1]}
    return [replace(draft, day=moved.get(place, draft.day)) for place, draft in enumerate(drafts)]


def _with_first_orders(setting: Setting, half: HalfYear, orders: list[Order]) -> list[Order]:
    """Each newcomer's first order falls on the day the story gives it."""
    for person in setting.people:
        if not half.first <= person.sells_from <= half.last:
            continue
        mine = [place for place, order in enumerate(orders) if order.rep == person]
        first = min(mine, key=lambda place: (orders[place].day, place))
        moved = replace(orders[first], day=person.sells_from)
        orders = [*orders[:first], moved, *orders[first + 1 :]]
    return orders


def _cancelled(setting: Setting, half: HalfYear, orders: list[Order], *, draws: Draws) -> list[Order]:
    """Orders that were cancelled and placed again some days later."""
    again = [order for order in orders if draws.chance(_CANCELLED_ORDER)]
    found = []
    for order in again:
        day = workday_from(setting, order.day - timedelta(days=draws.between(1, 6)))
        if half.first <= day <= order.day:
            lines = tuple(replace(line, status=setting.words.cancelled) for line in order.lines)
            found.append(replace(order, day=day, rep=setting.seller(order.customer, day), lines=lines))
    return found


def _pending(setting: Setting, half: HalfYear, orders: list[Order], *, draws: Draws) -> list[Order]:
    """At the end of the last half-year, orders that are not paid yet."""
    if half != setting.halves[-1]:
        return []
    found = []
    for order in draws.sample(orders, _PENDING_ORDERS):
        day = workday_from(setting, half.last - timedelta(days=draws.between(2, _PENDING_DAYS)))
        lines = tuple(replace(line, status=setting.words.pending) for line in order.lines)
        found.append(replace(order, day=day, rep=setting.seller(order.customer, day), lines=lines))
    return found
