"""Answers about commission made again from what their manifest records; plans and workbooks are found by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from salesperf.app.answer import Answer
from salesperf.app.commission import audit, check, export, run, simulate, statement
from salesperf.app.commission.audit_book import Columns
from salesperf.app.commission.plan_folder import FOLDER
from salesperf.app.workspace import Ask, workspace
from salesperf.metrics.request import Request

Recorded = Mapping[str, object]


def _run(ask: Ask, asked: Recorded, request: Request) -> Answer:
    return run.run(ask, _plans(ask, asked), request)


def _explain(ask: Ask, asked: Recorded, request: Request) -> Answer:
    return run.explain(ask, _plans(ask, asked), str(asked.get("rep")), request)


def _statement(ask: Ask, asked: Recorded, request: Request) -> Answer:
    rep = asked.get("rep")
    if rep is None:
        return statement.company(ask, _plans(ask, asked), request)
    return statement.statement_of(ask, _plans(ask, asked), str(rep), request)


def _simulate(ask: Ask, asked: Recorded, request: Request) -> Answer:
    grid = asked.get("grid")
    return simulate.simulate(ask, _plans(ask, asked), request, grid=grid if isinstance(grid, str) else None)


def _check(ask: Ask, asked: Recorded, request: Request) -> Answer:
    return check.check(ask, _plans(ask, asked), request).answer


def _audit(ask: Ask, asked: Recorded, request: Request) -> Answer:
    book = asked.get("book")
    told = {key: str(value) for key, value in book.items() if value is not None} if isinstance(book, dict) else {}
    columns = Columns(told["rep"], told["period"], told["amount"], told.get("formula"))
    file = ask.surroundings.cwd / told["file"]
    theirs = audit.Theirs(file, columns, told.get("sheet"), told.get("component"))
    return audit.audit(ask, theirs, _plans(ask, asked), request).answer


def _export(ask: Ask, asked: Recorded, request: Request) -> Answer:
    months, accounts = asked.get("months"), asked.get("accounts")
    told = tuple(str(one) for one in accounts) if isinstance(accounts, list) else ()
    wanted = export.Wanted(str(asked.get("to")), months if isinstance(months, int) else None, told)
    return export.export(ask, _plans(ask, asked), request, wanted)


COMMANDS: Mapping[str, Callable[[Ask, Recorded, Request], Answer]] = {
    "commission run": _run,
    "commission explain": _explain,
    "commission statement": _statement,
    "commission simulate": _simulate,
    "commission check": _check,
    "commission audit": _audit,
    "commission export": _export,
}
"""Every command about commission that records what its answer was made from."""


def _plans(ask: Ask, asked: Recorded) -> tuple[Path, ...]:
    """The plan files of the recorded names: beside the project file, else where we stand."""
    names = [str(one["file"]) for one in _entries(asked.get("plans"))]
    cwd = ask.surroundings.cwd
    project = workspace(ask).configured.project_file
    folders = (*((cwd / project.parent / FOLDER,) if project is not None else ()), cwd / FOLDER, cwd)
    places = ([folder / name for folder in folders if (folder / name).is_file()] for name in names)
    return tuple(found[0] if found else cwd / name for name, found in zip(names, places, strict=True))


def _entries(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, list):
        yield from (one for one in value if isinstance(one, dict) and "file" in one)
