from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from salesperf.app.answer import Answer
from salesperf.cli.asking import flags, request, surroundings, verdict
from salesperf.cli.options import Inputs, Output, Question
from salesperf.core.codes import issue
from salesperf.core.errors import Exit, UsageError
from salesperf.core.period import Grain
from salesperf.core.text import Lang, Text
from salesperf.metrics.request import Compare
from salesperf.report.model import Records, Report

REPORT = Report("salesperf.kpi/1", Text("KPIs", "指标"), Lang.EN, (), Records((), ()))


def test_a_question_is_read_word_by_word() -> None:
    question = Question(
        period="2026-Q1",
        grain="month",
        by=["rep,region"],
        where=["region=East,West", "amount>=100"],
        compare=["prev,yoy"],
        metrics=["net_revenue"],
        as_of="2026-03-31",
    )

    asked = request(question)

    assert asked.by == ("rep", "region")
    assert asked.where == ("region=East,West", "amount>=100")
    assert asked.grain is Grain.MONTH
    assert asked.compare == (Compare.PREV, Compare.YOY)
    assert asked.as_of == date(2026, 3, 31)


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match="2026-02-30"):
        request(Question(as_of="2026-02-30"))


def test_flags_that_were_not_given_set_nothing() -> None:
    assert set(flags(Inputs(), Output()).values()) == {None}
    assert flags(Inputs(currency="CNY"), Output(lang="zh"))["workspace", "currency"] == "CNY"
    assert flags(Inputs(currency="CNY"), Output(lang="zh"))["workspace", "lang"] == "zh"


def test_the_verdict_is_zero_unless_asked() -> None:
    answer = Answer(REPORT, (issue("R301", "x"),))

    assert verdict(answer, None) is Exit.OK
    assert verdict(answer, "findings") is Exit.FAIL_ON
    assert verdict(Answer(REPORT), "findings") is Exit.OK


def test_the_users_file_lies_where_the_system_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert surroundings().user_file == tmp_path / "salesperf" / "config.toml"

    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert surroundings().user_file == tmp_path / ".config" / "salesperf" / "config.toml"
