"""What a page and a workbook have beside the tables: a list a segment, and the settings that repeat the run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from salesperf.analyses.rfm.axes import Axis
from salesperf.analyses.rfm.compute import SEGMENT, Scored
from salesperf.analyses.rfm.kept import spelled
from salesperf.analyses.rfm.listed import CUSTOMER, LAST, axis_columns, in_order
from salesperf.analyses.rfm.scores import CODE
from salesperf.core.text import Lang, Text
from salesperf.report.cut import rows_alone
from salesperf.report.model import Cell, Column, Row, Section, TableBlock
from salesperf.report.whole_lists import rows_beyond

_SHOWN = 10
_OTHERS = Text("{count} others", "其余{count}个")
_LISTED = Text("Customers, the largest first", "客户（金额从大到小）")
_PARAMETERS = Text("Settings of this run", "本次计算参数")
_SETTING, _VALUE = Text("setting", "参数"), Text("value", "取值")


def segment_sections(found: Scored, names: Mapping[str, str], *, lang: Lang) -> Iterator[Section]:
    """One section a segment with customers: the largest of them, all of them in a workbook."""
    for (key,), frame in in_order(found).group_by(SEGMENT, maintain_order=True):
        yield Section(section_key(str(key)), found.segments[str(key)], blocks=(_list(found, frame, names, lang=lang),))


def section_key(key: str) -> str:
    """The key of a segment's section.

    >>> section_key("cant_lose")
    'segment-cant_lose'
    """
    return "segment-" + re.sub(r"[^A-Za-z0-9_-]", "-", key)


def _list(found: Scored, frame: pl.DataFrame, names: Mapping[str, str], *, lang: Lang) -> TableBlock:
    columns = (
        Column("customer", CUSTOMER),
        *axis_columns(found),
        Column(CODE, Text("scores", "得分")),
        Column("last", LAST),
    )
    listed = frame.select("customer", *Axis, CODE, "last").rows()

    def row(one: tuple[object, ...]) -> Row:
        customer, *rest = one
        return Row((Cell(names.get(str(customer), str(customer))), *(Cell(value) for value in rest)))  # type: ignore[arg-type]

    shown = rows_alone(len(listed), most=_SHOWN)
    rows = [row(one) for one in listed[:shown]]
    rest = listed[shown:]
    if rest:
        empty = (Cell(None),) * (len(columns) - 1)
        rows.append(Row((Cell(_OTHERS.fill(count=f"{len(rest):,}").say(lang)), *empty)))
    return TableBlock("customers", _LISTED, columns, tuple(rows), beyond=rows_beyond(rest, row))


def parameters_section(found: Scored, files: Sequence[str]) -> Section:
    """Everything that decides the scores, and the command that makes them again."""
    rows = tuple(Row((Cell(name), Cell(value))) for name, value in _parameters(found, files))
    columns = (Column("setting", _SETTING), Column("value", _VALUE))
    return Section("parameters", _PARAMETERS, blocks=(TableBlock("parameters", _PARAMETERS, columns, rows),))


def _parameters(found: Scored, files: Sequence[str]) -> Iterator[tuple[str, str]]:
    question = found.question
    yield "preset", question.preset.key
    yield "map", "" if question.map is None else question.map.name
    yield "bins", "/".join(str(question.bins[axis]) for axis in Axis)
    yield "frequency", question.counting.often
    yield "monetary", question.counting.worth
    yield "returns", question.counting.returns
    yield "window", "" if question.window is None else str(question.window)
    yield "as_of", str(found.customers.day)
    yield "where", "; ".join(question.where)
    if found.cutoffs is not None:
        for axis in Axis:
            edges = found.cutoffs.edges[axis]
            yield f"{axis} edges ({edges.passes})", ", ".join(map(spelled, edges.at))
    yield "command", command_of(found, files)


def command_of(found: Scored, files: Sequence[str]) -> str:
    """The command line that makes the same scores of the same files."""
    question = found.question
    words = ["salesperf rfm", *(_quoted(file) for file in files), f"--preset {question.preset.key}"]
    words += [] if question.map is None else [f"--map {_quoted(question.map.name)}"]
    words += [f"--frequency {question.counting.often}", f"--monetary {question.counting.worth}"]
    words += [f"--returns {question.counting.returns}", f"--as-of {found.customers.day}"]
    words += [] if question.window is None else [f"--window {question.window}"]
    words += [f"--where {_quoted(one)}" for one in question.where]
    return " ".join(words)


def _quoted(word: str) -> str:
    return f'"{word}"' if re.search(r"[^\w./=:-]", word) else word
