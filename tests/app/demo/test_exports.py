"""What holds for the files of both companies."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from salesperf.app.demo.company import Company
from salesperf.app.demo.exports import customer_table, deal_table, people_table, product_table


def test_every_amount_is_quantity_times_price_less_discount(exports: Any) -> None:
    assert all(line.amount == line.quantity * line.unit_price - line.discount for line in exports.lines)


def test_money_is_written_to_the_cent(exports: Any) -> None:
    for line in exports.lines:
        for value in (line.amount, line.discount, line.unit_price):
            assert (value * 100) % 1 == 0


def test_a_company_has_some_thousands_of_lines(exports: Any) -> None:
    assert 2_000 <= len(exports.lines) <= 4_000


def test_returned_lines_are_negative_and_no_others(exports: Any) -> None:
    for line in exports.lines:
        assert (line.amount < 0) == (line.status in {"Returned", "退货"})
        assert (line.quantity < 0) == (line.amount < 0)


def test_a_return_names_an_earlier_order_of_the_same_customer(exports: Any) -> None:
    orders = {line.order: line for line in exports.lines if line.amount > 0}
    returns = [line for line in exports.lines if line.amount < 0]

    assert returns
    for line in returns:
        assert line.order not in orders
        assert orders[line.return_of].customer == line.customer
        assert orders[line.return_of].day < line.day


def test_all_four_kinds_of_lines_occur(exports: Any) -> None:
    assert len(Counter(line.status for line in exports.lines)) == 4


def test_cost_is_known_for_most_lines_and_unknown_for_some(exports: Any) -> None:
    unknown = sum(line.cost is None for line in exports.lines)

    assert 0.01 < unknown / len(exports.lines) < 0.05


def test_an_order_has_one_day_one_customer_and_one_rep(exports: Any) -> None:
    heads = defaultdict(set)
    for line in exports.lines:
        heads[line.order].add((line.day, line.customer, line.rep))

    assert {len(found) for found in heads.values()} == {1}


def test_some_customers_order_twice_on_one_day(exports: Any) -> None:
    orders = {(line.customer, line.day, line.order) for line in exports.lines if line.amount > 0}
    a_day = Counter((customer, day) for customer, day, _ in orders)

    assert max(a_day.values()) >= 2


def test_every_name_in_orders_is_in_the_other_tables(exports: Any) -> None:
    customer_ids = {next(iter(row.values())) for row in exports.customers}
    names = {list(row.values())[1] for row in exports.people}

    assert {line.customer for line in exports.lines} <= customer_ids
    assert {line.rep for line in exports.lines} - {""} <= names


def test_no_customer_is_entered_after_its_first_order(exports: Any) -> None:
    first: dict[str, str] = {}
    for line in exports.lines:
        first[line.customer] = min(first.get(line.customer, "9999"), line.day.isoformat())

    for row in exports.customers:
        key, _name, _industry, _region, since, *_ = row.values()
        assert since <= first.get(key, "9999")


def test_tables_have_a_cell_for_every_header(company: Company) -> None:
    for export, columns in ((deal_table, 14), (customer_table, 7), (product_table, 7), (people_table, 9)):
        table = export(company, ",".join(f"column {number}" for number in range(columns)))

        assert {len(row) for row in table.rows} == {len(table.header)}


def test_only_open_deals_have_no_closing_day_and_only_lost_ones_a_reason(company: Company) -> None:
    words = company.setting.words
    table = deal_table(
        company, "id,name,created,customer_id,customer,owner,stage,amount,p,due,closed,reason,rival,source"
    )

    for row in table.rows:
        stage, closed, reason = row[6], row[10], row[11]
        assert (closed is None) == (stage not in {words.won, words.lost})
        assert bool(reason) == (stage == words.lost)
