from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.analyses.commission.plan import Plan
from salesperf.app.commission.plan_draft import Open, checked, draft, flag_of, open_questions
from salesperf.app.commission.plan_files import read_plan
from salesperf.core.errors import UsageError
from salesperf.core.text import Lang

TERMS = {
    "id": "s-2026",
    "currency": "USD",
    "period": "month",
    "start": "2026-01-01",
    "rounding": "half_even",
    "day_count": "30",
    "clawback": "as_paid",
    "negative_balance": "carry",
    "returns_reduce_attainment": "false",
}
FLAT = {**TERMS, "scheme": "flat", "rate": "1.5%"}
TIERED = {**TERMS, "scheme": "tiered", "tiers": "100_000:1% 200000:0.015 2%", "mode": "whole", "tie": "upper"}
FASTER = {**TERMS, "scheme": "accelerator", "rate": "8%", "factors": "100%:1 1.2:1.5 2", "mode": "marginal"}


def written(answers: dict[str, str], lang: Lang = Lang.EN) -> Plan:
    return Plan.model_validate(tomllib.loads(draft(answers, lang=lang), parse_float=Decimal))


@pytest.mark.parametrize("lang", [Lang.EN, Lang.ZH])
@pytest.mark.parametrize("answers", [FLAT, TIERED, FASTER], ids=["flat", "tiered", "accelerator"])
def test_what_is_drafted_is_a_plan_file(answers: dict[str, str], lang: Lang, tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text(draft(answers, lang=lang), encoding="utf-8")

    found = read_plan(tmp_path / "plan.toml")

    assert (found.plan.id, found.plan.currency, found.plan.rounding.mode) == ("s-2026", "USD", "half_even")
    assert open_questions(answers) == ()


def test_rates_and_bounds_are_those_that_were_answered() -> None:
    assert written(FLAT).component[0].model_dump()["rate"] == Decimal("0.015")
    tiers = written(TIERED).component[0].model_dump()["tiers"]
    assert [(one["to"], one["rate"]) for one in tiers] == [
        (100_000, Decimal("0.01")),
        (200_000, Decimal("0.015")),
        (None, Decimal("0.02")),
    ]
    factors = written(FASTER).component[0].model_dump()["tiers"]
    assert [(one["to"], one["factor"]) for one in factors] == [(1, 1), (Decimal("1.2"), Decimal("1.5")), (None, 2)]


def test_every_choice_stands_beside_what_its_answers_pay() -> None:
    told = draft(TIERED, lang=Lang.ZH)

    assert "#   half_up: 五入 (0.125付0.13)" in told
    assert "#   marginal: 各段按各段的比例" in told


def test_questions_depend_on_the_answers_before() -> None:
    def keys(**answers: str) -> list[str]:
        return [one.key for one in open_questions({**TERMS, **answers})]

    assert keys() == ["scheme"]
    assert keys(scheme="flat") == ["rate"]
    assert keys(scheme="tiered") == ["tiers", "mode"]
    assert keys(scheme="tiered", tiers="2%", mode="whole") == ["tie"]
    assert keys(scheme="accelerator") == ["rate", "factors", "mode"]


@pytest.mark.parametrize(
    ("key", "words", "answer"),
    [
        ("id", (), " "),
        ("scheme", ("tiered", "flat"), "flatt"),
        ("currency", (), "usd"),
        ("start", (), "1.1.2026"),
        ("rate", (), "much"),
        ("rate", (), "NaN"),
        ("tiers", (), "100000:1%"),
        ("tiers", (), "1% 2%"),
        ("tiers", (), ":1% 2%"),
        ("factors", (), "100%:fast 2"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_by_its_flag(key: str, words: tuple[str, ...], answer: str) -> None:
    asked = Open(key, open_questions({})[0].asks, words)

    with pytest.raises(UsageError, match=flag_of(key)):
        checked(asked, answer)


def test_tiers_that_do_not_ascend_are_refused() -> None:
    with pytest.raises(UsageError, match="--tier cannot be '200:1% 100:2% 3%'"):
        draft({**TIERED, "tiers": "200:1% 100:2% 3%"}, lang=Lang.EN)
