from __future__ import annotations

from datetime import date

import pytest

from salesperf.analyses.targets.naming import NOBODY, key_of, names_of
from salesperf.analyses.targets.owners import People, people_on
from salesperf.tables.literal import bundle_of

PEOPLE = (
    "rep_id,rep_name,employee_no,team,manager_id\n1,Ann,901,West,3\n2,Bob,902,West,Cid\n3,Cid,903,West,4\n4,Dee,904,,\n"
)


def people() -> People:
    return people_on(bundle_of([("people", PEOPLE)]).tables["people"], date(2026, 6, 30))


@pytest.mark.parametrize(
    ("written", "keys", "found"),
    [
        ("1", ["1", "2"], "1"),
        ("Ann", ["1", "2"], "1"),
        ("901", ["1", "2"], "1"),
        (" Ａｎｎ ", ["1", "2"], "1"),
        ("901", ["Ann", "Bob"], "Ann"),
        ("904", ["1", "2"], "4"),
        ("Eve", ["1", "2"], None),
        ("Lee, Ann", ["Ann Lee", "Bob"], "Ann Lee"),
        ("Ann (from June)", ["Ann", "Bob"], "Ann"),
        ("张伟（A001）", ["张伟", "李娜"], "张伟"),
        ("A001 张伟", ["张伟", "李娜"], "张伟"),
        ("张伟-A001", ["A001", "A002"], "A001"),
        ("901 Bob", ["1", "2"], "1"),
        ("Ann, Bob & Cid", ["Ann", "Bob"], None),
        ("North 2", ["North", "North 2"], "North 2"),
        ("Emp 12", ["12", "13"], None),
    ],
)
def test_a_target_finds_its_rep_by_id_name_or_second_id(written: str, keys: list[str], found: str | None) -> None:
    assert key_of(written, names_of(keys, {}), people(), is_person=True) == found


def test_without_a_people_table_the_labels_of_the_sales_tell_names() -> None:
    assert key_of("Ann", names_of(["7"], {"7": "Ann"}), None) == "7"
    assert key_of("Bob", names_of(["7"], {"7": "Ann"}), None) is None


def test_what_stands_beside_the_name_of_a_product_is_part_of_it() -> None:
    assert key_of("Saw (24V)", names_of(["Saw", "Drill"], {}), None) is None


def test_of_two_keys_of_one_spelling_the_first_is_meant() -> None:
    names = names_of(["ann", "Ａnn", "Ben"], {"Ben": "Benjamin"})

    assert [key_of(one, names, None) for one in ("ANN", "ann", "Benjamin")] == [None, "ann", "Ben"]
    assert names.first("Ben", "ann") == "ann", "the first of the data, not of the words"


def test_nobody_is_known_of_nobody() -> None:
    assert key_of("Ann", NOBODY, None) is None
