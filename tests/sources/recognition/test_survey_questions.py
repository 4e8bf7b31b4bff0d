"""Questions as headers, and what names say of scores without a question."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.recognition.survey_questions import question_aliases

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def test_the_question_about_the_whole_goes_before_others() -> None:
    header = ("How satisfied are you with delivery?", "Overall, how satisfied are you with us?", "Comments")

    (found,) = question_aliases("surveys", header)

    assert found.strong["csat_score"][0] == "overallhowsatisfiedareyouwithus"
    assert "nps_score" not in found.strong


def test_a_question_on_recommending_is_not_one_on_satisfaction_and_a_group_is_no_score() -> None:
    header = ("您有多大可能将我们推荐给朋友？(0-10)", "3、您对我们的服务是否满意？", "NPS分组")

    (found,) = question_aliases("surveys", header)

    assert found.strong["nps_score"][0] == "您有多大可能将我们推荐给朋友010"
    assert found.strong["csat_score"] == ("3您对我们的服务是否满意",)


def test_other_tables_have_no_questions() -> None:
    assert question_aliases("orders", ("How satisfied are you?",)) == ()


@pytest.mark.parametrize(("name", "column"), [("NPS调研.csv", "nps_score"), ("客户回访.csv", "score")])
def test_scores_without_a_question_are_what_the_name_says(
    name: str, column: str, write_text: Write, load_files: Load
) -> None:
    path = write_text("调查日期,客户,得分\n2026-03-01,甲,10\n2026-03-02,乙,6\n", name=name)

    assert column in load_files(path).bundle.tables["surveys"].frame.columns


@pytest.mark.parametrize("header", ["Review Date,Employee,Score", "评价日期,员工,得分"])
def test_scores_of_one_s_own_people_are_no_survey(header: str, write_text: Write, load_files: Load) -> None:
    path = write_text(f"{header}\n2026-03-01,Ann,90\n2026-03-02,Bob,80\n", name="reviews.csv")

    assert "surveys" not in load_files(path).bundle.tables
