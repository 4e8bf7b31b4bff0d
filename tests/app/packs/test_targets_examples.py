"""What a pack shows of the targets of the demo companies is what `targets status` shows of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import salesperf.api as door
from people_company import section
from salesperf.app.layers import Surroundings
from salesperf.app.packs.compose import composed
from salesperf.app.packs.people import everybody
from salesperf.app.report import Asked, briefed, report
from salesperf.app.workspace import Ask
from salesperf.metrics.request import Request
from salesperf.report.model import Cell, Report, TableBlock, Value

MIDDLES = [("acme_en", "2026-06", date(2026, 6, 17)), ("hengyuan_zh", "2025-11", date(2025, 11, 12))]
"""A day in the middle of a month, so that something is still to come."""


def _shown(block: TableBlock) -> Iterator[dict[str, Value]]:
    keys = [column.key for column in block.columns]
    for row in block.rows:
        values = [cell.value if isinstance(cell, Cell) else None for cell in row.cells]
        yield {key: value.strip() if isinstance(value, str) else value for key, value in zip(keys, values, strict=True)}


def _status(folder: Path, period: str, day: date) -> Report:
    return door.open(folder).targets(period=period, as_of=day)


@pytest.mark.parametrize(("company", "period", "day"), MIDDLES)
def test_the_board_of_a_pack_shows_the_standings(root: Path, company: str, period: str, day: date) -> None:
    folder = root / "examples" / company
    told = {block.key: list(_shown(block)) for block in _status(folder, period, day).blocks}
    asked = Asked("executive", Request(period=period, as_of=day))
    pack = report(Ask((str(folder),), Surroundings(folder, {})), asked).report
    boards = section(pack, "targets").blocks

    compared = 0
    for board in boards:
        lines = told[board.key.replace("to_date", "ytd")]
        shown = list(_shown(board))
        assert [_board(one) for one in shown] == [_board({**one, "chance": one["probability"]}) for one in lines]
        compared += sum(one.get("landing") is not None for one in shown)
    assert compared > 8


def _board(line: dict[str, Value]) -> tuple[Value, ...]:
    keys = ("who", "actual", "target", "attainment", "gap", "pace", "landing", "chance")
    return tuple(line[key] for key in keys)


@pytest.mark.parametrize(("company", "period", "day"), MIDDLES)
def test_the_targets_of_a_rep_are_the_standings(root: Path, company: str, period: str, day: date) -> None:
    folder = root / "examples" / company
    told = {str(one["who"]): one for one in _shown(_status(folder, period, day).blocks[0])}
    asked = Asked("rep", Request(period=period, as_of=day), each="rep")
    keys = ("actual", "target", "attainment", "pace", "required", "landing", "probability")

    compared = 0
    _, briefing = briefed(Ask((str(folder),), Surroundings(folder, {})), asked)
    for whom in everybody(briefing, "rep"):
        own = [one for one in composed(briefing.of(whom)).sections if one.key == "own_targets"]
        for block in own[0].blocks[:1] if own else ():
            first = next(_shown(block))
            if whom.name not in told:
                # Without a target in the month there is that of the year.
                assert first["horizon"] != period
                continue
            assert [first[key] for key in keys] == [told[whom.name][key] for key in keys]
            compared += 1
    assert compared > 5
