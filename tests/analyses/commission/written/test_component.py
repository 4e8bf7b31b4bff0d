from __future__ import annotations

import pytest
from pydantic import ValidationError

from salesperf.analyses.commission.needs import Needs
from salesperf.analyses.commission.written.component import Component


def test_people_call_it_by_its_title_else_by_its_name() -> None:
    plain = Component(name="base")
    titled = Component(name="base", title="Base commission")
    both = Component(name="base", title="Base commission", title_zh="基本提成")

    assert (plain.label.en, plain.label.zh) == ("base", "base")
    assert (titled.label.en, titled.label.zh) == ("Base commission", "Base commission")
    assert both.label.zh == "基本提成"


def test_it_needs_its_measure_alone() -> None:
    assert Component(name="base").needs == Needs()
    assert Component(name="base").measure == "net_revenue"


@pytest.mark.parametrize(
    "said", [{"name": ""}, {"cap": -1}, {"floor": -1}, {"per": "week"}, {"caps": 5}, {"cap": 5, "floor": 6}]
)
def test_what_it_cannot_be_is_refused(said: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Component.model_validate({"name": "base", **said})


def test_a_floor_may_equal_the_cap() -> None:
    assert Component.model_validate({"name": "base", "cap": 5, "floor": 5}).cap == 5
