"""The charts of a report as pictures, with an index."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from salesperf.app import chart_files as module
from salesperf.app.chart_files import INDEX, chart_files
from salesperf.core.text import Lang, same
from salesperf.core.unit import Unit
from salesperf.render.figures.png import Drawn
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Records, Report, Row, Section, TableBlock


def _report(*sections: Section) -> Report:
    return Report("salesperf.report/1", same("Test"), Lang.EN, (), Records((), ()), sections=sections)


def _section(key: str, *, inner: tuple[Section, ...] = ()) -> Section:
    figure = Figure(FigureKind.BAR, "bars", same(f"Bars of {key}"), "who", ("sold",))
    columns = (Column("who", same("who")), Column("sold", same("sold"), Unit.MONEY))
    rows = (Row((Cell("a"), Cell(Decimal(3)))), Row((Cell("b"), Cell(Decimal(1)))))
    return Section(
        key, same(key), blocks=(TableBlock("t", same("t"), columns, rows, figures=(figure,)),), sections=inner
    )


def test_pictures_are_numbered_in_the_order_of_the_report() -> None:
    files = chart_files(_report(_section("one", inner=(_section("deep"),)), _section("two")))

    assert list(files) == ["charts/01-one.png", "charts/02-deep.png", "charts/03-two.png", INDEX]
    assert all(content.startswith(b"\x89PNG") for name, content in files.items() if name != INDEX)
    told = json.loads(files[INDEX])["charts"]
    assert [one["title"] for one in told] == ["Bars of one", "Bars of deep", "Bars of two"]


def test_words_that_no_font_draws_stand_in_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "png", lambda _chart: Drawn(b"", (("[1]", "顾佳宁"),)))

    assert json.loads(chart_files(_report(_section("one")))[INDEX])["charts"][0]["legend"] == {"[1]": "顾佳宁"}


def test_without_a_figure_there_is_no_file() -> None:
    assert chart_files(_report(Section("one", same("one")))) == {}
