from __future__ import annotations

import pytest
from pydantic import ValidationError

from salesperf.app.config_faults import faults_of, key_path
from salesperf.app.settings import Settings


def _faults(values: dict[str, object], origins: dict[tuple[str, ...], str] | None = None) -> list[tuple[str, str]]:
    with pytest.raises(ValidationError) as caught:
        Settings.model_validate(values)
    found = faults_of(caught.value, Settings, origins=origins or {})
    return [(fault.message, fault.hint) for fault in found]


def test_a_path_counts_tables_as_people_do() -> None:
    assert key_path(("table", 1, "columns", "amount")) == "table[2].columns.amount"


def test_a_key_deep_in_a_list_is_answered_from_its_own_section() -> None:
    table = {"name": "orders", "files": ["a.csv"], "date_oder": "dmy"}

    assert _faults({"table": [table]}) == [("table[1].date_oder is not a setting", "did you mean 'date_order'?")]


def test_a_key_of_a_custom_metric_is_answered_from_the_metric() -> None:
    metric = {"label": "X", "expresion": "net_revenue", "expression": "orders"}

    assert _faults({"metrics": {"custom": {"x": metric}}}) == [
        ("metrics.custom.x.expresion is not a setting", "did you mean 'expression'?")
    ]


def test_a_key_like_no_other_lists_what_there_is() -> None:
    ((_, hint),) = _faults({"calendar": {"zzz": 1}})

    assert hint.startswith("known: first_month, ")


def test_an_unknown_time_zone_is_answered_with_the_nearest() -> None:
    ((message, hint),) = _faults({"workspace": {"timezone": "Asia/Shanghia"}})

    assert message == "workspace.timezone: 'Asia/Shanghia' is no time zone"
    assert hint.startswith("did you mean 'Asia/Shanghai'")


def test_the_place_is_the_layer_that_wrote_it() -> None:
    with pytest.raises(ValidationError) as caught:
        Settings.model_validate({"workspace": {"currency": "yuan"}})

    (fault,) = faults_of(caught.value, Settings, origins={("workspace", "currency"): "SALESPERF_CURRENCY"})

    assert fault.where.file == "SALESPERF_CURRENCY"
