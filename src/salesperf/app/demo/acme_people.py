"""The sales department of Acme Workshop Supply: who sat on which seat, who came and who left."""

from __future__ import annotations

from datetime import date

from salesperf.app.demo.setting import Person

# Team, region and manager.
_OFFICE = ("Sales Office", "Headquarters", "A001")
_EAST = ("East Team", "East", "A002")
_CENTRAL = ("Central Team", "Central", "A003")
_WEST = ("West Team", "West", "A004")

_HEAD, _REP, _INSIDE = "Regional Manager", "Account Manager", "Inside Sales"

PEOPLE = (
    Person("A001", "Helen Marsh", "Sales Office", "Headquarters", "", "VP Sales", "Lead", date(2014, 2, 3)),
    Person("A002", "Victor Lindqvist", "East Team", "East", "A001", _HEAD, "Lead", date(2015, 6, 1)),
    Person("A003", "Joan Abernathy", "Central Team", "Central", "A001", _HEAD, "Lead", date(2016, 9, 12)),
    Person("A004", "Raymond Ochoa", "West Team", "West", "A001", _HEAD, "Lead", date(2017, 1, 9)),
    Person("A011", "Priya Raman", *_EAST, _REP, "Senior", date(2017, 5, 1), seat="E1"),
    Person("A012", "Thomas Kessler", *_EAST, _REP, "Senior", date(2018, 8, 20), seat="E2"),
    Person("A013", "Naomi Whitfield", *_EAST, _REP, "Mid", date(2021, 3, 8), seat="E3"),
    Person("A014", "Luis Cardenas", *_CENTRAL, _REP, "Senior", date(2016, 11, 14), seat="C1"),
    Person("A015", "Grace Olander", *_CENTRAL, _REP, "Mid", date(2020, 10, 5), date(2025, 1, 31), "C2"),
    Person("A016", "Derek Poole", *_CENTRAL, _REP, "Mid", date(2022, 2, 14), seat="C3"),
    Person("A017", "Marta Fallon", *_WEST, _REP, "Senior", date(2018, 4, 16), seat="W1"),
    Person("A018", "Ian Birch", *_WEST, _REP, "Mid", date(2021, 9, 13), date(2025, 10, 17), "W2"),
    Person("A019", "Sofia Brandt", *_EAST, _REP, "Junior", date(2024, 2, 5), None, "E4", date(2024, 4, 9)),
    Person("A020", "Caleb Winters", *_CENTRAL, _REP, "Junior", date(2025, 2, 24), None, "C2", date(2025, 5, 1)),
    Person("A021", "Amina Yusuf", *_WEST, _REP, "Junior", date(2025, 3, 17), None, "W3", date(2025, 5, 19)),
    Person("A022", "Owen Tran", *_WEST, _REP, "Junior", date(2026, 1, 5), None, "W2", date(2026, 3, 10)),
    Person("A031", "Peter Novak", *_OFFICE, _INSIDE, "Mid", date(2019, 7, 8)),
    Person("A032", "Ruth Delaney", *_OFFICE, _INSIDE, "Junior", date(2022, 5, 23), date(2024, 8, 30)),
    Person("A033", "Miles Hartman", *_OFFICE, _INSIDE, "Junior", date(2024, 9, 16)),
)
