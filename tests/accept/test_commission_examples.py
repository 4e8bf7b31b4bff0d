"""Worked examples of commission, published ones and ones worked by hand, through the whole engine.

Each says where it comes from; where the source has no address the arithmetic stands in `source`. Sales are `day rep
amount` with further columns as the example needs them; `pays` is what each person is paid in each period, but zero.
"""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import pytest

from commission_ground import TERMS, ground
from salesperf.analyses.commission.compute import Payroll, payroll
from salesperf.analyses.commission.credited import as_credited
from salesperf.analyses.commission.plan import Plan
from salesperf.core.money import EXACT
from salesperf.core.period import Grain

MATHTUTOR = "https://mathtutor.com/software/business-math-lesson-overviews/lesson-0803.html"
MYTIME = "https://help.mytime.com/hc/en-us/articles/360046956372"
ORACLE = "https://docs.oracle.com/cd/E05553_01/books/InCompAdm/InCompAdmPlanDesign8.html"
QUOTAPATH = "https://intercom.help/quotapath/en/articles/4360079-commission-with-accelerators"
EXCELFORUM = "https://excelforum.com/excel-formulas-and-functions/861932"
SUPERFAST = "https://www.superfastcpa.com/how-to-calculate-a-commission/"
LESSONUP = "https://www.lessonup.com/nl/lesson/KsBonvJtoDsnF5evL"
SLIDETODOC = "https://slidetodoc.com/commission-and-graduated-commission-business-mathematics-sections-1/"
QAMMUNITY = "https://qammunity.org/7400068/"
CALC = "https://web2.0calc.com/questions/commission-equation-help"
FLAWLESS = "https://support.flawlesspos.com/support/solutions/articles/150000180905"
INOMIAL = "https://docs.inomial.com/refguides/qr_commissions_html"
STANDARD = "the plan's own standard example: 1 % to 1M, 1.5 % from 1M to 2M, 2 % above"

ANN = "2026-01-15 Ann "
TIERS = "tiers = [{ to = 1_000_000, rate = 0.01 }, { to = 2_000_000, rate = 0.015 }, { rate = 0.02 }]"
MARGINAL = f'rule = "tiered"\nmode = "marginal"\n{TIERS}'
POOL = '\n[[pool]]\nname = "team"\nrate = 0.1\n'
NOTHING = 'rule = "flat"\nrate = 0\n'
FLAT = 'rule = "flat"\nrate = 0.1\n'


def whole(tie: str) -> str:
    """The standard tiers, all at the rate of the tier reached."""
    return f'rule = "tiered"\nmode = "whole"\ntie = "{tie}"\n{TIERS}'


class Example(NamedTuple):
    """Sales, how they are paid, and what everybody gets."""

    name: str
    source: str
    rule: str
    sales: str
    pays: str
    targets: str = ""
    terms: str = ""
    columns: str = ""
    until: str = "2026-01-31"
    tables: tuple[tuple[str, str], ...] = ()


EXAMPLES = [
    # Flat.
    Example("flat rate", SUPERFAST, 'rule = "flat"\nrate = 0.05', ANN + "10000", "2026-01 Ann 500.00"),
    Example("flat rate of property", SLIDETODOC, 'rule = "flat"\nrate = 0.075', ANN + "290000", "2026-01 Ann 21750.00"),
    Example("flat rate of supplies", SLIDETODOC, 'rule = "flat"\nrate = 0.08', ANN + "9400", "2026-01 Ann 752.00"),
    Example("flat on zero", "by hand: nothing x 5 % is nothing", 'rule = "flat"\nrate = 0.05', ANN + "0", ""),
    Example(
        "flat on a return",
        "by hand: -500 x 5 % = -25",
        'rule = "flat"\nrate = 0.05',
        ANN + "-500",
        "2026-01 Ann -25.00",
    ),
    Example(
        "half a cent goes up, once a line",
        "by hand: 0.10 + 0.15 = 0.25 x 10 % = 0.025, 0.03; each apart would be 0.01 + 0.02",
        FLAT,
        ANN + "0.10\n" + ANN + "0.15",
        "2026-01 Ann 0.03",
    ),
    # Tiered, by slices.
    Example("standard by slices", STANDARD, MARGINAL, ANN + "2500000", "2026-01 Ann 35000.00"),
    Example(
        "graduated, three slices",
        MATHTUTOR,
        'rule = "tiered"\nmode = "marginal"\ntiers = [{ to = 3000, rate = 0.06 }, { to = 8000, rate = 0.08 }, '
        "{ rate = 0.1 }]",
        ANN + "9000",
        "2026-01 Ann 680.00",
    ),
    Example(
        "graduated, first two thousands",
        LESSONUP,
        'rule = "tiered"\nmode = "marginal"\ntiers = [{ to = 1000, rate = 0.04 }, { to = 3000, rate = 0.06 }, '
        "{ rate = 0.08 }]",
        ANN + "9840",
        "2026-01 Ann 707.20",
    ),
    Example(
        "graduated, two slices",
        LESSONUP,
        'rule = "tiered"\nmode = "marginal"\ntiers = [{ to = 5000, rate = 0.1 }, { rate = 0.15 }]',
        ANN + "15000",
        "2026-01 Ann 2000.00",
    ),
    Example(
        "graduated, of 22,000",
        CALC,
        'rule = "tiered"\nmode = "marginal"\ntiers = [{ to = 5000, rate = 0.1 }, { rate = 0.15 }]',
        ANN + "22000",
        "2026-01 Ann 3050.00",
    ),
    Example(
        "graduated, four slices",
        QAMMUNITY,
        'rule = "tiered"\nmode = "marginal"\ntiers = [{ to = 5000, rate = 0.1 }, { to = 10000, rate = 0.15 }, '
        "{ to = 50000, rate = 0.25 }, { rate = 0.3 }]",
        ANN + "80000",
        "2026-01 Ann 20250.00",
    ),
    Example(
        "tiers of half-open months",
        f"{MYTIME}; it prints 424.98 for the third, as bounds of .99 leave two cents out: 125 + 300 = 425",
        'rule = "tiered"\nmode = "marginal"\ntiers = [{ to = 500, rate = 0.25 }, { to = 3000, rate = 0.3 }, '
        "{ rate = 0.4 }]",
        "2026-01-15 Ann 400\n2026-02-15 Ann 100\n2026-03-15 Ann 1500\n2026-04-15 Ann 5000",
        "2026-01 Ann 100.00\n2026-02 Ann 25.00\n2026-03 Ann 425.00\n2026-04 Ann 1675.00",
        until="2026-04-30",
    ),
    Example(
        "tiers on units, an amount each",
        f"{SUPERFAST}: 10 x 1,000 + 10 x 1,400 + 5 x 2,000",
        'rule = "tiered"\nmode = "marginal"\nmeasure = "units"\ntiers = [{ to = 10, rate = 1000 }, '
        "{ to = 20, rate = 1400 }, { rate = 2000 }]",
        ANN + "500000 25",
        "2026-01 Ann 34000.00",
        columns="quantity",
    ),
    *(
        Example(
            f"by slices, {amount}",
            f"by hand: {told}",
            MARGINAL,
            ANN + amount,
            f"2026-01 Ann {pay}",
        )
        for amount, told, pay in (
            ("1000000", "exactly on the bound 1M x 1 %", "10000.00"),
            ("1000000.01", "a cent above: 10,000 + 0.01 x 1.5 %", "10000.00"),
            ("999999.99", "a cent below: 9,999.9999", "10000.00"),
            ("1000001", "one above: 10,000 + 0.015", "10000.02"),
            ("-200000", "what comes back in the first tier", "-2000.00"),
        )
    ),
    # Tiered, as a whole.
    Example("standard as a whole", STANDARD, whole("lower"), ANN + "2500000", "2026-01 Ann 50000.00"),
    Example(
        "on a bound, lower",
        "by hand: 2M x 1.5 %",
        whole("lower"),
        ANN + "2000000",
        "2026-01 Ann 30000.00",
    ),
    Example(
        "on a bound, upper",
        "by hand: 2M x 2 %",
        whole("upper"),
        ANN + "2000000",
        "2026-01 Ann 40000.00",
    ),
    Example(
        "a cent above a bound, lower",
        "by hand: 2,000,000.01 x 2 % = 40,000.0002",
        whole("lower"),
        ANN + "2000000.01",
        "2026-01 Ann 40000.00",
    ),
    Example(
        "a cent below a bound, upper",
        "by hand: 1,999,999.99 x 1.5 % = 29,999.99985",
        whole("upper"),
        ANN + "1999999.99",
        "2026-01 Ann 30000.00",
    ),
    Example(
        "whole of the year to date is raised for what was sold before",
        "by hand: January 800,000 x 1 % = 8,000; by February 1.2M x 1.5 % = 18,000, less 8,000",
        whole("lower") + '\nper = "year"',
        "2026-01-15 Ann 800000\n2026-02-15 Ann 400000",
        "2026-01 Ann 8000.00\n2026-02 Ann 10000.00",
        until="2026-02-28",
    ),
    # Tiered, interpolated.
    Example(
        "interpolated between points",
        "the plan's own standard example: 1.5 % at 2M and 2 % at 3M are 1.75 % at 2.5M: 43,750",
        'rule = "tiered"\nmode = "interpolated"\npoints = [{ at = 2_000_000, rate = 0.015 }, { at = 3_000_000, '
        "rate = 0.02 }]",
        ANN + "2500000",
        "2026-01 Ann 43750.00",
    ),
    Example(
        "interpolated beyond the last point",
        "by hand: above the last point its rate: 4M x 2 %",
        'rule = "tiered"\nmode = "interpolated"\npoints = [{ at = 2_000_000, rate = 0.015 }, { at = 3_000_000, '
        "rate = 0.02 }]",
        ANN + "4000000",
        "2026-01 Ann 80000.00",
    ),
    # Windows.
    Example(
        "slices of the quarter to date begin where the last month ended",
        "by hand: 600,000 x 1 %; 400,000 x 1 % + 200,000 x 1.5 %; April anew 100,000 x 1 %",
        MARGINAL + '\nper = "quarter"',
        "2026-02-15 Ann 600000\n2026-03-15 Ann 600000\n2026-04-15 Ann 100000",
        "2026-02 Ann 6000.00\n2026-03 Ann 7000.00\n2026-04 Ann 1000.00",
        until="2026-04-30",
    ),
    Example(
        "each deal on its own",
        "by hand: 1.5M pay 10,000 + 7,500, 500,000 pay 5,000",
        MARGINAL + '\nper = "deal"',
        "2026-01-10 Ann 1500000\n2026-01-20 Ann 500000",
        "2026-01 Ann 22500.00",
    ),
    Example(
        "each deal as a whole",
        "by hand: 1.5M x 1.5 % + 500,000 x 1 %",
        whole("lower") + '\nper = "deal"',
        "2026-01-10 Ann 1500000\n2026-01-20 Ann 500000",
        "2026-01 Ann 27500.00",
    ),
    Example(
        "an empty month between two",
        "by hand: nothing in February, the slices of March begin anew",
        MARGINAL,
        "2026-01-15 Ann 1000000\n2026-03-15 Ann 1000000",
        "2026-01 Ann 10000.00\n2026-03 Ann 10000.00",
        until="2026-03-31",
    ),
    Example(
        "a leap day is of February",
        "by hand: 29 February 2028, 100 x 10 %",
        FLAT,
        "2028-02-29 Ann 100",
        "2028-02 Ann 10.00",
        until="2028-02-29",
    ),
    # Attainment.
    Example(
        "6 % to the quota of a quarter, 8 % after",
        f"{QUOTAPATH}, the IT sales rep; by hand 120,000: 6,000 + 1,600",
        'rule = "tiered"\nmode = "marginal"\non = "attainment"\nper = "quarter"\n'
        "tiers = [{ to = 1, rate = 0.06 }, { rate = 0.08 }]",
        ANN + "120000",
        "2026-01 Ann 7600.00",
        targets="Ann 2026-Q1 100000",
    ),
    Example(
        "nothing to half of the quota, 10 % to it, 15 % above",
        f"{QUOTAPATH}, the insurance rep; by hand 26,000 of 20,000: 10,000 x 10 % + 6,000 x 15 %",
        'rule = "tiered"\nmode = "marginal"\non = "attainment"\n'
        "tiers = [{ to = 0.5, rate = 0 }, { to = 1, rate = 0.1 }, { rate = 0.15 }]",
        ANN + "26000",
        "2026-01 Ann 1900.00",
        targets="Ann 2026-01 20000",
    ),
    Example(
        "5 % to the quota, 1 % more to 125 % and 1 % more above",
        f"{EXCELFORUM}: 5,000 + 1,500 + 1,750 for 150,000 of 100,000",
        'rule = "accelerator"\nmode = "marginal"\nrate = 0.05\n'
        "tiers = [{ to = 1, factor = 1 }, { to = 1.25, factor = 1.2 }, { factor = 1.4 }]",
        ANN + "150000",
        "2026-01 Ann 8250.00",
        targets="Ann 2026-01 100000",
    ),
    Example(
        "a decelerator up to half of the quota",
        f"{QUOTAPATH}: 5 % below half; by hand 10,000 of 33,000 x 5 %",
        'rule = "accelerator"\nmode = "whole"\ntie = "upper"\nrate = 0.1\n'
        "tiers = [{ to = 0.5, factor = 0.5 }, { to = 1, factor = 1 }, { factor = 2 }]",
        ANN + "10000",
        "2026-01 Ann 500.00",
        targets="Ann 2026-01 33000",
    ),
    Example(
        "exactly the quota, upper",
        "by hand: 33,000 of 33,000 is in the tier that begins there: 33,000 x 20 %",
        'rule = "accelerator"\nmode = "whole"\ntie = "upper"\nrate = 0.1\n'
        "tiers = [{ to = 0.5, factor = 0.5 }, { to = 1, factor = 1 }, { factor = 2 }]",
        ANN + "33000",
        "2026-01 Ann 6600.00",
        targets="Ann 2026-01 33000",
    ),
    Example(
        "a third of a quota is not rounded",
        "by hand: 33.34 of 100.02 is exactly a third: 33.34 x 10 % = 3.334",
        'rule = "tiered"\nmode = "whole"\ntie = "upper"\non = "attainment"\n'
        "tiers = [{ to = 0.3333, rate = 0 }, { rate = 0.1 }]",
        ANN + "33.34",
        "2026-01 Ann 3.33",
        targets="Ann 2026-01 100.02",
    ),
    Example(
        "over the target",
        "by hand: 30,000 above 100,000 x 5 %",
        'rule = "over_target"\nrate = 0.05',
        ANN + "130000",
        "2026-01 Ann 1500.00",
        targets="Ann 2026-01 100000",
    ),
    Example(
        "exactly the target is not over it",
        "by hand: nothing above 100,000",
        'rule = "over_target"\nrate = 0.05',
        ANN + "100000",
        "",
        targets="Ann 2026-01 100000",
    ),
    # Rate tables, margin, discount.
    Example(
        "the row that names most wins",
        "by hand: 1,000 of A in East x 3 %, 500 of B in East x 2 %, 200 of B in West x 1 %",
        'rule = "rates"\nrows = [{ rate = 0.01 }, { region = "East", rate = 0.02 }, '
        '{ region = "East", product = "A", rate = 0.03 }]',
        ANN + "1000 East A\n" + ANN + "500 East B\n" + ANN + "200 West B",
        "2026-01 Ann 42.00",
        columns="region,product_id",
    ),
    Example(
        "more for new customers",
        "by hand: C buys first in January: 100 x 5 %; in February C is known, D is new: 100 x 1 % + 200 x 5 %",
        'rule = "rates"\nrows = [{ rate = 0.01 }, { new_customer = true, rate = 0.05 }]',
        "2026-01-15 Ann 100 C\n2026-02-15 Ann 100 C\n2026-02-16 Ann 200 D",
        "2026-01 Ann 5.00\n2026-02 Ann 11.00",
        columns="customer_id",
        until="2026-02-28",
    ),
    Example(
        "by category",
        "by hand: 100 of tools x 2 %, 300 of timber x 4 %",
        'rule = "rates"\nrows = [{ category = "tools", rate = 0.02 }, { category = "timber", rate = 0.04 }]',
        ANN + "100 tools\n" + ANN + "300 timber",
        "2026-01 Ann 14.00",
        columns="category",
    ),
    Example(
        "margin exactly on a bound, upper",
        "by hand: 30,000 of profit on 100,000 are 30 %: x 8 %",
        'rule = "margin"\ntie = "upper"\ntiers = [{ to = 0.3, rate = 0.05 }, { rate = 0.08 }]',
        ANN + "100000 70000",
        "2026-01 Ann 2400.00",
        columns="cost",
    ),
    Example(
        "below the hurdle of margin",
        "by hand: 9,000 on 100,000 are below 10 %",
        'rule = "margin"\ntie = "upper"\nhurdle = 0.1\ntiers = [{ to = 0.3, rate = 0.05 }, { rate = 0.08 }]',
        ANN + "100000 91000",
        "",
        columns="cost",
    ),
    Example(
        "less for a deep discount",
        "by hand: 10 % off 1,000: 900 x 2 %; 30 % off: 700 x 1 %",
        'rule = "discount"\nof = "order"\ntie = "lower"\nmeasure = "net_revenue"\n'
        "tiers = [{ to = 0.1, rate = 0.02 }, { rate = 0.01 }]",
        ANN + "900 1000\n" + ANN + "700 1000",
        "2026-01 Ann 25.00",
        columns="list_amount",
    ),
    # Spifs and records.
    Example(
        "an amount for each of the first ten",
        "by hand: 12 sold, 10 x 50",
        'rule = "spif"\neach = 50\nfirst = 10',
        ANN + "1200 12",
        "2026-01 Ann 500.00",
        columns="quantity",
    ),
    Example(
        "once, when five are sold",
        "by hand: four pay nothing, five pay 200",
        'rule = "spif"\nonce = 200\nat_least = 5',
        "2026-01-15 Ann 100 4\n2026-02-15 Ann 100 5",
        "2026-02 Ann 200.00",
        columns="quantity",
        until="2026-02-28",
    ),
    Example(
        "a broken record, of what exceeds it",
        "by hand: 2.5M after 2.4M, 100,000 x 5 %",
        'rule = "record_bonus"\nbase = "excess"\nrate = 0.05\nsince = 2025-01-01',
        "2025-12-15 Ann 2400000\n2026-01-15 Ann 2500000",
        "2026-01 Ann 5000.00",
    ),
    Example(
        "a broken record, of all",
        "by hand: 2.5M x 5 %",
        'rule = "record_bonus"\nbase = "total"\nrate = 0.05\nsince = 2025-01-01',
        "2025-12-15 Ann 2400000\n2026-01-15 Ann 2500000",
        "2026-01 Ann 125000.00",
    ),
    # Caps, floors, persons.
    Example("a cap", "by hand: 1,200 are capped at 1,000", FLAT + "cap = 1000", ANN + "12000", "2026-01 Ann 1000.00"),
    Example("a floor", "by hand: 50 are lifted to 200", FLAT + "floor = 200", ANN + "500", "2026-01 Ann 200.00"),
    Example(
        "a floor never lifts a return",
        "a published error: a return of 500 turned into 200",
        'rule = "flat"\nrate = 1\nfloor = 200',
        ANN + "-500",
        "2026-01 Ann -500.00",
    ),
    Example(
        "a guarantee",
        f"{SLIDETODOC}: 6.75 % of 355,555 is 23,999.96, below the 24,600 that are guaranteed",
        'rule = "flat"\nrate = 0.0675\n[guarantee]\namount = 24600',
        ANN + "355555",
        "2026-01 Ann 24600.00",
    ),
    Example(
        "commission above a guarantee",
        f"{SLIDETODOC}: 7 % of 3,614 is 252.98, above 250",
        'rule = "flat"\nrate = 0.07\n[guarantee]\namount = 250',
        ANN + "3614",
        "2026-01 Ann 252.98",
    ),
    Example(
        "a recoverable draw over six months",
        ORACLE,
        'rule = "flat"\nrate = 1\n[draw]\nkind = "recoverable"\nstyle = "minimum"\namount = 2000',
        "2026-01-15 Ann 2750\n2026-02-15 Ann 3000\n2026-03-15 Ann 1500\n2026-04-15 Ann 2375\n2026-05-15 Ann 3000\n"
        "2026-06-15 Ann 2750",
        "2026-01 Ann 2750.00\n2026-02 Ann 3000.00\n2026-03 Ann 2000.00\n2026-04 Ann 2000.00\n2026-05 Ann 2875.00\n"
        "2026-06 Ann 2750.00",
        until="2026-06-30",
    ),
    Example(
        "a draw that is never owed back",
        "by hand: 1,500 are filled up to 2,000, and 3,000 stay 3,000",
        'rule = "flat"\nrate = 1\n[draw]\nkind = "non_recoverable"\nstyle = "minimum"\namount = 2000',
        "2026-01-15 Ann 1500\n2026-02-15 Ann 3000",
        "2026-01 Ann 2000.00\n2026-02 Ann 3000.00",
        until="2026-02-28",
    ),
    Example(
        "a draw on top, never owed back",
        "by hand: 1,500 + 500",
        'rule = "flat"\nrate = 1\n[draw]\nkind = "non_recoverable"\nstyle = "additive"\namount = 500',
        ANN + "1500",
        "2026-01 Ann 2000.00",
    ),
    Example(
        "a holdback and its release",
        "by hand: 20 % of 100 waits two months: 80, 0, then 20",
        FLAT + "[holdback]\nshare = 0.2\nrelease_after = 2",
        ANN + "1000",
        "2026-01 Ann 80.00\n2026-03 Ann 20.00",
        until="2026-03-31",
    ),
    # Clawback and balances.
    Example(
        "a return takes back what its seller was paid, whoever takes it",
        f"{FLAWLESS}: Joe sells a ring of 1,000, Samantha takes it back: Joe's commission goes",
        FLAT,
        "2026-01-15 Joe 1000 1 \n2026-02-15 Joe -1000 2 1",
        "2026-01 Joe 100.00\n2026-02 Joe -100.00",
        columns="order,return_of",
        terms="as_paid",
        until="2026-02-28",
    ),
    *(
        Example(
            f"clawback {policy}",
            f"the plan's own standard example, 500,000 of 2.5M come back beside 300,000 sold: {told}",
            MARGINAL,
            "2026-01-15 Ann 2500000 1 \n2026-02-10 Ann 300000 2 \n2026-02-15 Ann -500000 3 1",
            f"2026-01 Ann 35000.00\n2026-02 Ann {pay}",
            columns="order,return_of",
            terms=policy,
            until="2026-02-28",
        )
        for policy, told, pay in (
            ("as_paid", "3,000 less the slice above 2M, 10,000", "-7000.00"),
            ("current_rate", "300,000 - 500,000 = -200,000 x 1 %", "-2000.00"),
            ("pro_rata", "3,000 less 35,000 x 500,000 / 2.5M", "-4000.00"),
        )
    ),
    Example(
        "a debt is carried",
        "by hand: -20 are owed in January and held against 50 in February",
        FLAT,
        "2026-01-15 Ann -200\n2026-02-15 Ann 500",
        "2026-02 Ann 30.00",
        terms="carry",
        until="2026-02-28",
    ),
    # Credits.
    Example(
        "a split by thirds",
        "by hand: 100.01 by 1/3 and 2/3 are 33.34 and 66.67; 10 % of each",
        FLAT,
        "2026-01-15 Ann 100.01 1",
        "2026-01 Ann 3.33\n2026-01 Ben 6.67",
        columns="order",
        tables=(("splits", "event_id,rep_id,share\n1,Ann,1/3\n1,Ben,2/3\n"),),
    ),
    Example(
        "splits whose binary sum is not 100",
        "a published error: 72.68 + 10.93 + 2.73 + 13.66 refused; 10 % of 1,000 by each",
        FLAT,
        "2026-01-15 A 1000 1",
        "2026-01 A 72.68\n2026-01 B 10.93\n2026-01 C 2.73\n2026-01 D 13.66",
        columns="order",
        tables=(("splits", "event_id,rep_id,share\n1,A,72.68%\n1,B,10.93%\n1,C,2.73%\n1,D,13.66%\n"),),
    ),
    Example(
        "a manager is paid once for what two share",
        "a published error, the roll-up doubled: 1,000 shared by halves are 1,000 above them, at 1 % 10",
        'rule = "override"\nof = "credited"\nlevels = 1\nrate = 0.01',
        "2026-01-15 Ann 1000 1",
        "2026-01 Max 10.00",
        columns="order",
        tables=(
            ("splits", "event_id,rep_id,share\n1,Ann,1/2\n1,Ben,1/2\n"),
            ("hierarchy", "rep_id,manager_id,from,to\nAnn,Max,,\nBen,Max,,\n"),
        ),
    ),
    # Joiners, leavers.
    Example(
        "a joiner on the last day",
        "by hand: 1 of 31 days of a guarantee of 310",
        FLAT + "[guarantee]\namount = 310",
        "2026-01-31 Ann 0",
        "2026-01 Ann 10.00",
        tables=(("people", "rep_id,hire_date\nAnn,2026-01-31\n"),),
    ),
    Example(
        "a new quota is ramped",
        "by hand: half of 1,000 in the month of hire: 100 above 500 at 20 %",
        'rule = "over_target"\nrate = 0.2\n[quota]\nramp = [0.5]',
        "2026-01-20 Ann 600",
        "2026-01 Ann 20.00",
        targets="Ann 2026-01 1000",
        tables=(("people", "rep_id,hire_date\nAnn,2026-01-01\n"),),
    ),
    # Pools and honours.
    Example(
        "an equal pool",
        "by hand: 10 % of 1,000.01 by three, the cent to the first",
        NOTHING + POOL + 'share = "equal"',
        "2026-01-15 A 1000.10 East\n2026-01-15 B 0 East\n2026-01-15 C 0 East",
        "2026-01 A 33.34\n2026-01 B 33.34\n2026-01 C 33.33",
        columns="team",
    ),
    Example(
        "a pool by contribution",
        "by hand: 10 % of 1,000 by 600 and 400",
        NOTHING + POOL + 'share = "contribution"',
        "2026-01-15 A 600 East\n2026-01-15 B 400 East",
        "2026-01 A 60.00\n2026-01 B 40.00",
        columns="team",
    ),
    Example(
        "a capped pool shared by the others",
        "by hand: 100 by 600 : 300 : 100, capped at 40: 40, and 60 by 300 : 100, 40 of 45, then 20",
        NOTHING + POOL + 'share = "contribution"\ncap = 40\nbeyond = "shared"',
        "2026-01-15 A 600 East\n2026-01-15 B 300 East\n2026-01-15 C 100 East",
        "2026-01 A 40.00\n2026-01 B 40.00\n2026-01 C 20.00",
        columns="team",
    ),
    Example(
        "champion of the month, shared",
        "by hand: two equals share 500.01, the cent to the first",
        NOTHING + '\n[[honour]]\nname = "champion"\nmeasure = "net_revenue"\namount = 500.01\nties = "share"',
        "2026-01-15 A 100\n2026-01-15 B 100\n2026-01-16 C 90",
        "2026-01 A 250.01\n2026-01 B 250.00",
    ),
    # True-up.
    Example(
        "a true-up of a monthly cap",
        "by hand: 1,500 capped at 1,000; with 200 in February 1,700 are within 2,000: 200 + 500",
        FLAT + 'cap = 1000\nper = "year"\ntrue_up = true',
        "2026-01-15 Ann 15000\n2026-02-15 Ann 2000",
        "2026-01 Ann 1000.00\n2026-02 Ann 700.00",
        until="2026-02-28",
    ),
    # Paid on cash.
    Example(
        "a payment and a credit note",
        f"{INOMIAL}: an invoice of 100 with 10 of tax, 70 paid and 30 credited: commission on 63",
        'rule = "collected"\nmeasure = "net_revenue"\ncash_of = "received"\nrate = 1',
        "2026-01-05 Ann 90 1 C",
        "2026-01 Ann 63.00",
        columns="order,customer_id",
        tables=(
            (
                "invoices",
                (
                    "invoice_id,order_id,customer_id,invoice_date,due_date,amount\n"
                    "I,1,C,2026-01-06,2026-02-06,100\nI,1,C,2026-01-20,,-30\n"
                ),
            ),
            ("payments", "invoice_id,payment_date,amount\nI,2026-01-25,70\n"),
        ),
    ),
    Example(
        "released as cash comes in",
        "by hand: 100 at 10 % earn 10; 40 received pay 4",
        FLAT + 'released = "on_collection"',
        "2026-01-05 Ann 100 1 C",
        "2026-01 Ann 4.00",
        columns="order,customer_id",
        tables=(("payments", "order_id,payment_date,amount\n1,2026-01-25,40\n"),),
    ),
]


def paid(example: Example) -> Payroll:
    names = ["order_date", "rep_id", "amount", *example.columns.split(",")] if example.columns else []
    names = ["order_id" if name == "order" else name for name in names or ["order_date", "rep_id", "amount"]]
    rows = [line.split(" ") for line in example.sales.splitlines()]
    if "order_id" not in names:
        names, rows = [*names, "order_id"], [[*row, f"O{number}"] for number, row in enumerate(rows)]
    orders = "\n".join(",".join(row) for row in [names, *rows]) + "\n"
    of = as_credited(ground(orders=orders, **dict(example.tables)))
    start = "2028-01-01" if example.until.startswith("2028") else "2026-01-01"
    terms = TERMS.format(start=start, period="month")
    if example.terms == "carry":
        terms = terms.replace("pay_back", "carry")
    elif example.terms:
        terms = terms.replace("current_rate", example.terms)
    text = f'{terms}\n[[component]]\nname = "base"\n{example.rule}\n'
    by = Plan.model_validate(tomllib.loads(text, parse_float=Decimal))
    quotas = {}
    for line in example.targets.splitlines():
        who, key, amount = line.split(" ")
        grain = Grain.QUARTER if "Q" in key else Grain.MONTH
        quotas["rep", who, "net_revenue", of.days.period(grain, date(2026, 1, 15))] = Decimal(amount)
    return payroll(of, by, of.days.period(Grain.MONTH, date.fromisoformat(example.until)), quotas)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_example_is_paid_to_the_cent(example: Example) -> None:
    sums: dict[str, Decimal] = {}
    for line in paid(example).lines:
        place = f"{line.period.key} {line.participant}"
        sums[place] = EXACT.add(sums.get(place, Decimal(0)), line.pay)

    assert sorted(f"{place} {amount}" for place, amount in sums.items() if amount) == sorted(example.pays.splitlines())


def test_there_are_sixty_and_each_names_its_source() -> None:
    assert len(EXAMPLES) >= 60
    assert all(
        example.source.startswith(("https://", "by hand: ", "the plan's own", "a published error"))
        or example.source == STANDARD
        for example in EXAMPLES
    )
    assert len({example.name for example in EXAMPLES}) == len(EXAMPLES)
