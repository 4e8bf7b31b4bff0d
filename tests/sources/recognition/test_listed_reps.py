"""Lists whose headers say little are of people where their names are those who sell."""

from __future__ import annotations

from pathlib import Path

import pytest

from salesperf.sources.load import load
from salesperf.sources.options import ReadOptions

ORDERS = """\
Order No,Order Date,Customer,Rep,Amount
1,2026-01-05,C1,Ann,100
2,2026-01-06,C2,Bob,200
3,2026-01-07,C3,Ann,300
"""


def taken_for(folder: Path, listed: str, *, orders: str = ORDERS) -> str | None:
    (folder / "orders.csv").write_text(orders, encoding="utf-8")
    (folder / "list.csv").write_text(listed, encoding="utf-8")
    accounts = load([str(folder)], options=ReadOptions()).accounts
    return next(account.table for account in accounts if account.file == "list.csv")


@pytest.mark.parametrize(
    "listed",
    [
        "Name,Team\nAnn,East\nBob,West\n",
        "Name,Region,Manager,Start Date\nAnn,East,Mia,2020-01-01\nBob,West,Mia,2021-02-01\n",
        "Who,Department\nann,East\nBob ,West\nCid,West\n",
        "姓名,部门\nAnn,一部\nBob,二部\n",
        "姓名,团队\nAnn,一部\nBob,二部\n",
    ],
)
def test_a_list_of_those_who_sell_is_one_of_people(tmp_path: Path, listed: str) -> None:
    assert taken_for(tmp_path, listed) == "people"


def test_ids_under_a_bare_header_are_those_of_the_sales(tmp_path: Path) -> None:
    by_id = ORDERS.replace("Rep", "Rep ID").replace("Ann", "E1").replace("Bob", "E2")

    assert taken_for(tmp_path, "ID,Name,Team\nE1,Ann,East\nE2,Bob,West\n", orders=by_id) == "people"


@pytest.mark.parametrize(
    "listed",
    [
        "Name,Team\nZed,East\nYan,West\n",
        "Name,Country\nC1,DE\nC2,FR\n",
        "Name,Bonus 2025\nAnn,10\nBob,20\n",
        "Name,Team,Visit\nAnn,East,C1\nAnn,East,C2\nBob,West,C3\n",
    ],
    ids=["of others", "of customers", "says nothing of them", "names stand twice"],
)
def test_other_lists_are_left_as_they_are(tmp_path: Path, listed: str) -> None:
    assert taken_for(tmp_path, listed) is None


def test_the_team_of_such_a_list_is_that_of_the_sales(tmp_path: Path) -> None:
    taken_for(tmp_path, "Name,Team\nAnn,East\nBob,West\n")

    loaded = load([str(tmp_path)], options=ReadOptions())

    people = loaded.bundle.tables["people"].frame
    assert people.select("rep_name", "team").rows() == [("Ann", "East"), ("Bob", "West")]
    (evidence,) = [one.evidence.en for read in loaded.recognitions for one in read.mapped if one.how == "value"]
    assert evidence == "2 of 2 under 'Name' are reps of orders.csv"
