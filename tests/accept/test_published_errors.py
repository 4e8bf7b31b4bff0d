"""Mistakes that others have published about commission, each with the figure that came and the one that should have.

Every test runs `salesperf commission` over files as somebody would.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from commission_ground import TERMS
from salesperf.cli.main import run
from salesperf.core.errors import Exit

HEAD = "order_id,order_date,rep_id,amount\n"
Pay = Callable[..., Mapping[str, Decimal]]


def component(name: str, rule: str) -> str:
    return f'\n[[component]]\nname = "{name}"\n{rule}\n'


FLAT = component("base", 'rule = "flat"\nrate = 0.1')


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., list[str]]:
    """The words of the command over a plan and tables, which are written."""

    def words(plan: str, *, start: str = "2026-01-01", period: str = "month", **tables: str) -> list[str]:
        (tmp_path / "plan.toml").write_text(TERMS.format(start=start, period=period) + plan, encoding="utf-8")
        for name, text in tables.items():
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        files = [str(tmp_path / f"{name}.csv") for name in tables]
        return ["commission", "run", *files, "--plan", str(tmp_path / "plan.toml"), "--lang", "en"]

    return words


@pytest.fixture
def pay(written: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]) -> Pay:
    """What everybody is paid in a period, all lines together."""

    def paid(plan: str, of: str, **told: str) -> Mapping[str, Decimal]:
        code = run([*written(plan, **told), "--period", of, "--format", "json"])
        out, talk = capsys.readouterr()
        assert code == Exit.OK, talk
        sums: dict[str, Decimal] = {}
        for row in json.loads(out)["rows"]:
            sums[row["rep_id"]] = sums.get(row["rep_id"], Decimal(0)) + Decimal(row["payout"])
        return sums

    return paid


def test_a_sum_left_the_bonus_out(pay: Pay) -> None:
    # 21,000 of commission and 2,100 of bonus less 14,175 paid ahead were printed as 6,825, and the next month, with
    # 2,100 and 2,100, as 2,100.
    plan = FLAT + component("bonus", 'rule = "flat"\nrate = 0.01\nwhere = ["order_id!=2"]')
    plan += component("step", 'rule = "flat"\nrate = 0.1\nwhere = ["order_id=2"]')
    tables = {
        "orders": HEAD + "1,2026-01-15,Ann,210000\n2,2026-02-15,Ann,21000\n",
        "adjustments": "rep_id,period,amount,reason\nAnn,2026-01,-14175,paid ahead\n",
    }

    assert pay(plan, "2026-01", **tables) == {"Ann": 8925}
    assert pay(plan, "2026-02", **tables) == {"Ann": 4200}


TIERS = 'rule = "tiered"\nmode = "marginal"\ntiers = [{{ to = {low}, rate = 0.05 }}, {{ rate = 0.1 }}]'


def test_bounds_that_end_in_99_lost_two_cents(
    pay: Pay, written: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    # 2,500 at 5 % and 3,000 at 10 % are 125 + 300 = 425.00; with a bound of 2,499.99 there is a gap, and 424.98 came.
    orders = HEAD + "1,2026-01-15,Ann,5500\n"

    assert pay(component("tiers", TIERS.format(low="2500")), "2026-01", orders=orders) == {"Ann": Decimal("425.00")}
    code = run(written(component("tiers", TIERS.format(low="2499.99")), orders=orders))
    talk = capsys.readouterr().err
    assert code == Exit.CONFIG
    assert "2499.99" in talk


def test_who_starts_in_the_last_quarter_lost_a_month_of_quota(pay: Pay) -> None:
    # min(3, 12 - 10) gives two of three months to who starts on 1 October: a quota of 26,667 for 40,000. With all of
    # it 50,000 are 10,000 above, at 10 % 1,000; of 26,667 they would be 23,333. From 1 November on 61 of 92 days are
    # 40,000 x 61 / 92 = 26,521.739..., and 30,000 are 3,478.26 above it.
    plan = component("more", 'rule = "over_target"\nrate = 0.1') + "\n[quota]\nprorate = true\n"
    tables = {
        "people": "rep_id,rep_name,hire_date\nOct,Oct,2026-10-01\nNov,Nov,2026-11-01\n",
        "targets": "rep_id,period,metric,target\nOct,2026-Q4,net_revenue,40000\nNov,2026-Q4,net_revenue,40000\n",
        "orders": HEAD + "1,2026-10-15,Oct,50000\n2,2026-12-31,Nov,30000\n",
    }

    found = pay(plan, "2026-Q4", period="quarter", **tables)

    assert found == {"Oct": Decimal("1000.00"), "Nov": Decimal("347.83")}


def test_a_floor_turned_a_return_into_pay(pay: Pay) -> None:
    # A return of 500 became +200, the floor of the component.
    plan = component("base", 'rule = "flat"\nrate = 1\nfloor = 200')

    assert pay(plan, "2026-01", orders=HEAD + "1,2026-01-15,Ann,-500\n2,2026-01-16,Ben,50\n") == {
        "Ann": -500,
        "Ben": 200,
    }


def test_shares_that_are_a_whole_were_refused(pay: Pay) -> None:
    # 72.68 + 10.93 + 2.73 + 13.66 are 100; added as binary fractions they are not.
    shares = {"A": "72.68", "B": "10.93", "C": "2.73", "D": "13.66"}
    rows = "".join(f"1,{who},{share}%\n" for who, share in shares.items())

    found = pay(FLAT, "2026-01", orders=HEAD + "1,2026-01-15,A,1000\n", splits="event_id,rep_id,share\n" + rows)

    assert found == {who: Decimal(share) for who, share in shares.items()}


def test_a_refund_was_added(pay: Pay) -> None:
    # Refunds are listed with a positive amount: 1,000 - 300 at 10 % are 70, and 130 came.
    orders = (
        "order_id,order_date,rep_id,amount,status\n1,2026-01-15,Ann,1000,completed\n2,2026-01-20,Ann,300,refunded\n"
    )

    assert pay(FLAT, "2026-01", orders=orders) == {"Ann": Decimal("70.00")}


def test_a_credit_note_was_added(pay: Pay) -> None:
    # An invoice of 1,000 and a credit note of 300 are settled by a receipt of 700: all of it is paid for, once.
    plan = component("cash", 'rule = "collected"\ncash_of = "booked"\nrate = 0.1')
    tables = {
        "orders": "order_id,order_date,rep_id,customer_id,amount\n1,2026-01-05,Ann,C,1000\n",
        "invoices": "invoice_id,order_id,customer_id,invoice_date,amount\nI,1,C,2026-01-06,1000\n"
        "N,1,C,2026-01-10,-300\n",
        "payments": "invoice_id,payment_date,amount\nI,2026-01-25,700\n",
    }

    assert pay(plan, "2026-01", **tables) == {"Ann": Decimal("70.00")}


def test_the_second_half_of_a_month_ended_a_day_early(pay: Pay) -> None:
    # A half-month from the 16th on, made as fifteen days, ends on the 30th. Each half pays its first and last day once.
    rows = (
        "1,2026-01-01,Ann,1\n2,2026-01-15,Ann,10\n3,2026-01-16,Ann,100\n4,2026-01-30,Ann,1000\n5,2026-01-31,Ann,10000\n"
    )
    halves = (("first", "2026-01-01", "2026-01-15", 11), ("second", "2026-01-16", "2026-01-31", 11100))

    for name, start, end, units in halves:
        spif = component(name, f'rule = "spif"\nmeasure = "net_revenue"\neach = 1\nfrom = {start}\nto = {end}')
        assert pay(spif, "2026-01", orders=HEAD + rows) == {"Ann": units}


def test_the_sum_of_a_manager_was_doubled_where_two_sellers_have_all_of_a_sale(pay: Pay) -> None:
    # Ann and Ben are each credited with the whole 1,000, Ben beside her: 1 % above them is 10, and 20 came.
    plan = (
        'overlays = "pay"\n' + FLAT + component("above", 'rule = "override"\nof = "credited"\nlevels = 1\nrate = 0.01')
    )
    tables = {
        "orders": HEAD + "1,2026-01-15,Ann,1000\n",
        "splits": "event_id,rep_id,share,kind\n1,Ben,100%,overlay\n",
        "hierarchy": "rep_id,manager_id,from,to\nAnn,Max,,\nBen,Max,,\n",
    }

    assert pay(plan, "2026-01", **tables) == {"Ann": 100, "Ben": 100, "Max": 10}
