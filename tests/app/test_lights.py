from __future__ import annotations

import pytest

from salesperf.app.lights import shows_light
from salesperf.core.text import Lang, same
from salesperf.report.model import Column, Records, Report


def report(*lights: str) -> Report:
    records = Records((Column("status", same("status")),), tuple((light,) for light in lights))
    return Report("x/1", same("x"), Lang.EN, (), records)


@pytest.mark.parametrize(
    ("lights", "red", "yellow"),
    [
        (("green", "unknown"), False, False),
        (("green", "yellow"), False, True),
        (("red",), True, True),
        ((), False, False),
    ],
)
def test_yellow_warns_of_red_too(lights: tuple[str, ...], *, red: bool, yellow: bool) -> None:
    assert (shows_light(report(*lights), "red"), shows_light(report(*lights), "yellow")) == (red, yellow)


def test_a_report_without_lights_shows_none() -> None:
    assert not shows_light(Report("x/1", same("x"), Lang.EN, (), Records((), ())), "red")
