from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

from salesperf.app.settings import Settings
from salesperf.metrics.custom import custom_metrics


def _models(model: type[BaseModel]) -> list[type[BaseModel]]:
    inner = [
        field.annotation
        for field in model.model_fields.values()
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel)
    ]
    return [model, *(found for one in inner for found in _models(one))]


@pytest.mark.parametrize("model", _models(Settings), ids=lambda model: model.__name__)
def test_every_section_is_frozen_closed_and_described(model: type[BaseModel]) -> None:
    assert model.model_config["frozen"]
    assert model.model_config["extra"] == "forbid"
    if model is not Settings:
        described = [name for name, field in model.model_fields.items() if field.description]
        assert described == list(model.model_fields)


def test_no_setting_can_name_a_program() -> None:
    keys = [key for model in _models(Settings) for key in model.model_fields]

    assert not {"command", "program", "exec", "shell", "hook"} & set(keys)


def test_a_currency_is_an_iso_code() -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate({"workspace": {"currency": "¥"}})


def test_the_short_first_month_moves_the_calendar() -> None:
    settings = Settings.model_validate({"workspace": {"fiscal_year_start": 4}, "calendar": {"week_start": "sunday"}})

    assert settings.fiscal_calendar.first_month == 4
    assert settings.fiscal_calendar.week_start == "sunday"


def test_the_project_file_of_the_guide_is_valid(root: Path) -> None:
    guide = (root / "docs" / "guide" / "configuration.md").read_text(encoding="utf-8")
    example = guide.partition("```toml\n")[2].partition("```")[0]

    settings = Settings.model_validate(tomllib.loads(example, parse_float=Decimal))

    assert settings.table[0].columns["amount"] == "实付金额"
    assert custom_metrics(settings.metrics)[0].key == "east_orders"
