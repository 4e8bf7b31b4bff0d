from __future__ import annotations

from salesperf.app.demo.generate import generate
from salesperf.app.demo.hengyuan import HENGYUAN
from salesperf.app.demo.reviews import review_table


def test_everybody_there_in_a_quarter_has_one_score_of_it() -> None:
    table = review_table(generate(HENGYUAN), "考核季度,工号,评分人群,维度,得分", year=2025)

    places = [(row[0], row[1]) for row in table.rows]
    assert len(places) == len(set(places))
    of_third = {row[1] for row in table.rows if row[0] == "2025Q3"}
    # HY013 left in February, HY029 came in August.
    assert "HY013" not in of_third
    assert "HY029" in of_third
    assert ("2025Q2", "HY029") not in places
    assert all(62 <= row[4] <= 98 for row in table.rows if isinstance(row[4], int))
