from __future__ import annotations

from decimal import Decimal

import polars as pl
import pytest

from salesperf.core.errors import Issue
from salesperf.engine import collect, scan
from salesperf.facts.lines import measured
from salesperf.facts.section import SalesSection
from salesperf.facts.signs import signs_of
from salesperf.tables.literal import bundle_of


def lines(text: str, section: SalesSection | None = None) -> pl.DataFrame:
    """The measured lines of an orders table, in the order written."""
    base = scan(bundle_of([("orders", text)]).tables["orders"])
    return collect(measured(base, signs_of(base, section=section or SalesSection())))


def kinds(text: str, section: SalesSection | None = None) -> list[str]:
    found = lines(text, section)
    return [
        "sold" if sold else "returned" if returned else "idle"
        for sold, returned in found.select("is_sold", "is_returned").iter_rows()
    ]


def sums(text: str, *names: str, section: SalesSection | None = None) -> list[Decimal | None]:
    found = lines(text, section)
    return [found[name].sum() if found[name].count() else None for name in names]


def findings(text: str) -> tuple[Issue, ...]:
    base = scan(bundle_of([("orders", text)]).tables["orders"])
    return signs_of(base, section=SalesSection()).findings


def notes(text: str, section: SalesSection | None = None) -> list[str]:
    base = scan(bundle_of([("orders", text)]).tables["orders"])
    return [text.en for _, text in signs_of(base, section=section or SalesSection()).notes]


def test_status_words_of_both_languages_decide_the_kind() -> None:
    words = ("Completed", "Refunded", "Cancelled", "pending", "交易成功", "退货", "作废", "待付款")
    rows = "".join(f"{number},2026-01-01,10,{word}\n" for number, word in enumerate(words))
    text = "order_id,order_date,amount,status\n" + rows

    assert kinds(text) == ["sold", "returned", "idle", "idle"] * 2


def test_a_negative_amount_or_quantity_is_a_return_whatever_the_status_says() -> None:
    text = (
        "order_id,order_date,quantity,amount,status\n"
        "1,2026-01-01,1,10,completed\n"
        "2,2026-01-01,1,-10,completed\n"
        "3,2026-01-01,-1,10,completed\n"
        "4,2026-01-01,-1,-10,cancelled\n"
        "5,2026-01-01,,10,cancelled\n"
    )

    found = lines(text)

    assert kinds(text) == ["sold", "returned", "returned", "returned", "idle"]
    assert found["gross"].to_list() == [10, 0, 0, 0, 0]
    assert found["returned"].to_list() == [0, 10, 10, 10, 0]
    assert found["net"].to_list() == [10, -10, -10, -10, 0]
    assert found["units"].to_list() == [1, -1, -1, -1, None]


def test_without_a_payment_date_a_line_is_open_where_others_have_one() -> None:
    text = (
        "order_id,order_date,amount,paid_date,status\n"
        "1,2026-01-01,10,2026-01-02,\n2,2026-01-01,20,,\n3,2026-01-01,40,,cancelled\n4,2026-01-01,80,,returned\n"
    )

    found = lines(text)

    assert found["gross"].to_list() == [10, 0, 0, 0]
    assert found["returned"].to_list() == [0, 0, 0, 80]


def test_an_invoice_is_sold_without_a_payment_date() -> None:
    text = (
        "order_id,order_date,amount,paid_date,status\n1,2026-01-01,10,2026-01-02,paid\n"
        "2,2026-01-01,20,,unpaid invoice: Open\n3,2026-01-01,40,,paid\n"
    )

    assert kinds(text) == ["sold", "sold", "idle"]


def test_a_payment_date_column_without_any_date_says_nothing() -> None:
    assert kinds("order_id,order_date,amount,paid_date\n1,2026-01-01,10,\n2,2026-01-01,20,\n") == ["sold", "sold"]


def test_payments_and_drafts_below_zero_give_nothing_back() -> None:
    text = (
        "order_id,order_date,amount,status\n1,2026-01-01,9,paid\n2,2026-01-01,-5,no sale: Payment\n"
        "3,2026-01-01,-2,draft\n4,2026-01-01,-1,paid\n"
    )

    assert kinds(text) == ["sold", "idle", "idle", "returned"]


def test_an_unknown_status_is_sold_and_a_finding_with_its_rows() -> None:
    text = (
        "order_id,order_date,amount,status\n1,2026-01-01,1,7\n2,2026-01-01,1,7\n3,2026-01-01,1,paid\n4,2026-01-01,1,\n"
    )

    (found,) = findings(text)

    assert kinds(text) == ["sold"] * 4
    assert (found.code, found.value, found.count) == ("F503", "7", 2)
    assert 'cancelled = ["7"]' in found.hint


def test_a_cancelled_line_without_an_amount_stays_cancelled() -> None:
    text = (
        "order_id,order_date,amount,status\n1,2026-01-01,-10,returned\n2,2026-01-01,,cancelled\n3,2026-01-01,5,paid\n"
    )
    base = scan(bundle_of([("orders", text)]).tables["orders"])

    assert kinds(text) == ["returned", "idle", "sold"]
    assert signs_of(base, section=SalesSection()).cancelled == 1
    assert lines(text)["net"].to_list() == [-10, 0, 5]


def test_a_refund_is_taken_off_the_amount_by_default() -> None:
    text = "order_id,order_date,amount,refund\n1,2026-01-01,100,0\n2,2026-01-01,100,30\n3,2026-01-01,100,\n"

    assert sums(text, "gross", "returned", "net") == [300, 30, 270]
    assert notes(text) == ["refunds are taken off the amount: net = amount - refund"]


def test_an_amount_already_net_of_refunds_is_found_by_its_total() -> None:
    rows = "1,2026-01-01,100,100,0\n2,2026-01-01,100,70,30\n3,2026-01-01,50,0,50\n"
    text = "order_id,order_date,total_amount,amount,refund\n" + rows

    assert sums(text, "gross", "returned", "net") == [250, 80, 170]
    assert notes(text) == ["the amount is after refunds (total = amount + refund): gross = amount + refund"]


def refunds(agreeing: int, others: int) -> str:
    rows = ["order_id,order_date,total_amount,amount,refund"]
    rows += [f"{number},2026-01-01,100,90,10" for number in range(agreeing)]
    rows += [f"x{number},2026-01-01,100,100,10" for number in range(others)]
    return "\n".join(rows) + "\n"


def test_the_total_must_agree_in_99_of_100_rows() -> None:
    assert sums(refunds(99, 1), "gross") == [99 * 100 + 110]
    assert sums(refunds(98, 2), "gross") == [98 * 90 + 200]


def test_lines_that_were_not_paid_do_not_vote_on_the_refund_rule() -> None:
    paid = "".join(f"{number},2026-01-01,100,90,10,2026-01-02\n" for number in range(9))
    unpaid = "".join(f"u{number},2026-01-01,100,0,0,\n" for number in range(20))
    text = "order_id,order_date,total_amount,amount,refund,paid_date\n" + paid + unpaid

    assert sums(text, "gross", "returned", "net") == [900, 90, 810]


def test_the_configuration_can_say_what_refunds_are() -> None:
    text = "order_id,order_date,amount,refund\n1,2026-01-01,70,30\n"

    assert sums(text, "gross", "net", section=SalesSection(refund_in_amount=True)) == [100, 70]
    assert sums(text, "gross", "net", section=SalesSection(refund_in_amount=False)) == [70, 40]


def test_refunds_written_as_negative_numbers_are_refunds() -> None:
    text = "order_id,order_date,amount,refund\n1,2026-01-01,100,-30\n2,2026-01-01,100,0\n"
    after = "order_id,order_date,total_amount,amount,refund\n1,2026-01-01,100,70,-30\n2,2026-01-01,100,100,\n"

    assert sums(text, "gross", "returned", "net") == [200, 30, 170]
    assert sums(after, "gross", "returned", "net") == [200, 30, 170]


def test_cost_of_a_return_comes_back_however_it_is_signed() -> None:
    text = (
        "order_id,order_date,amount,cost,status\n"
        "1,2026-01-01,100,60,paid\n2,2026-01-01,-100,-60,paid\n3,2026-01-01,100,60,returned\n"
        "4,2026-01-01,50,,paid\n5,2026-01-01,50,40,cancelled\n"
    )

    assert sums(text, "cost_of_net", "costed_net", "net") == [-60, -100, -50]


def test_list_value_is_the_list_amount_else_gross_and_discount() -> None:
    listed = "order_id,order_date,amount,list_amount\n1,2026-01-01,90,100\n2,2026-01-01,90,\n3,2026-01-01,-90,100\n"
    discounted = "order_id,order_date,amount,discount\n1,2026-01-01,90,10\n2,2026-01-01,90,\n3,2026-01-01,100,0\n"
    rows = "1,2026-01-01,90,120,10\n2,2026-01-01,90,,10\n3,2026-01-01,9,,\n"
    both = "order_id,order_date,amount,list_amount,discount\n" + rows

    assert sums(listed, "list_value", "listed_gross") == [100, 90]
    assert sums(discounted, "list_value", "listed_gross") == [200, 190]
    assert sums(both, "list_value", "listed_gross") == [220, 180]


def test_a_refund_is_no_discount() -> None:
    # Listed at 100, sold at 90 after a discount of 10, of which 30 were refunded later: the discount rate is 10 %.
    text = "order_id,order_date,total_amount,amount,refund,discount\n1,2026-01-01,90,60,30,10\n"

    assert sums(text, "list_value", "listed_gross", "gross") == [100, 90, 90]


def test_discounts_written_as_negative_numbers_are_discounts() -> None:
    text = "order_id,order_date,amount,discount\n1,2026-01-01,90,-10\n2,2026-01-01,50,0\n"

    assert sums(text, "list_value", "listed_gross") == [150, 140]


def test_a_return_without_quantity_is_not_a_return_of_nothing() -> None:
    text = "order_id,order_date,quantity,amount,status\n1,2026-01-01,2,20,paid\n2,2026-01-01,,-10,returned\n"

    assert sums(text, "units", "priced_net", "net") == [2, 20, 10]


@pytest.mark.parametrize("columns", ["", ",status", ",paid_date", ",refund", ",quantity", ",cost"])
def test_a_clean_file_and_an_empty_column_measure_the_same(columns: str) -> None:
    empty = "," * columns.count(",")
    text = f"order_id,order_date,amount{columns}\n1,2026-01-01,10.5{empty}\n2,2026-01-01,0{empty}\n"

    assert sums(text, "gross", "returned", "net") == [Decimal("10.5"), 0, Decimal("10.5")]
    assert kinds(text) == ["sold", "sold"]


def test_a_refunded_sale_with_its_refund_beside_it_nets_to_nothing() -> None:
    text = "order_id,order_date,amount,refund,status\n1,2026-01-01,10,10,refunded\n2,2026-01-01,20,5,paid\n"

    found = lines(text)

    assert found["gross"].to_list() == [10, 20]
    assert found["returned"].to_list() == [10, 5]
    assert found["net"].to_list() == [0, 15]
