"""When a raw table is taken for a target sheet, and how that is told."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.text import Text
from salesperf.sources.known import Known
from salesperf.sources.loaded import OF_CELLS, Mapped, Recognition
from salesperf.sources.options import ReadOptions, TableOptions
from salesperf.sources.recognition.by_month import month_in
from salesperf.sources.recognition.candidate import WHOLE, Candidate, Verdict
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.targets.period_words import period_in
from salesperf.sources.targets.role_words import SINCE, UNTIL, is_first_day
from salesperf.sources.targets.sheet import TargetSheet, speaking, target_sheet

NAME = "targets"
ACROSS = "across"
"""The role of a sheet whose periods stand across."""
_LISTS = frozenset({"people", "customers", "products", "market", "costs"})
"""Tables whose columns a target sheet may have beside its periods."""
_SAYS_LITTLE = frozenset(
    {
        "rep_id", "rep_name", "employee_no", "role", "level", "team", "region", "channel",
        "product_id", "product_name", "category", "customer_id", "customer_name",
    }
)  # fmt: skip
"""What a list of people, products or customers may say beside their targets."""
_SURE = 3
"""Periods across from which a list of people is a sheet of their targets."""
_LABEL = Text("{header!r} says the {column}", "「{header}」表示{column}")
_WORDS = {
    "scope_id": "对象", "scope": "范围", "above": "上级",
    "metric": "指标", "year": "年份", "part": "月份或季度", "period": "期间", "currency": "币种", "unit": "单位",
    "role": "职务", "since": "首日", "until": "末日",
}  # fmt: skip
_ABOVE = "above"
"""Whoever stands above the owner of a row: they have targets of their own, and words of scopes are none of it."""
_IS = {"part": "period", "year": "period", SINCE: "period", UNTIL: "period", _ABOVE: "scope_id"}
_SPOKEN = {SINCE: "first day", UNTIL: "last day", _ABOVE: "owner above"}
_ACROSS = Text("{header!r} is a period across: {evidence}", "「{header}」为横向排列的期间：{evidence}")
_OWNER = Text("below {header!r} stand their targets: {evidence}", "「{header}」列为该对象的目标：{evidence}")
_DOWN = Text("{header!r} holds targets: {evidence}", "「{header}」为目标值：{evidence}")


class FoundTargets(Struct, frozen=True):
    """A target sheet, how it was recognised, and the headers of its canonical columns."""

    sheet: TargetSheet
    recognition: Recognition
    found: Mapping[str, Mapped]


def found_targets(
    raw: RawTable, verdict: Verdict, options: ReadOptions, told: TableOptions | None
) -> FoundTargets | None:
    """The raw table as a target sheet; None when it is none, or when its columns say that it is another table.

    The user's word comes first; a list of people or products is one only with several periods across.
    """
    word = options.as_table or (told.name if told else None)
    if word is not None and word != NAME:
        return None
    best = None if verdict.is_tie or _is_by_month(verdict.best) else verdict.best
    if word is None and not _may_be(best):
        return None
    columns = {column: one.header for column, one in best.found.items()} if best and best.table == NAME else {}
    sheet = target_sheet(raw, options, told=told, is_told=word == NAME, found=columns)
    if sheet is None or (word is None and best is not None and best.table != NAME and not _is_surely(sheet, best)):
        return None
    return _found(raw, sheet)


def with_sheet(one: Known, sheet: TargetSheet) -> Known:
    """A table that is a target sheet, with its columns judged otherwise."""
    anew = _found(one.raw, sheet)
    return replace(one, targets=sheet, recognition=anew.recognition, found=anew.found)


def _found(raw: RawTable, sheet: TargetSheet) -> FoundTargets:
    mapped = tuple(_mapped(sheet))
    found = {one.column: one for one in reversed(mapped) if one.column != "amount"}
    recognition = Recognition(
        file=raw.file.name,
        sheet=raw.sheet,
        table=NAME,
        profile=None,
        mapped=mapped,
        unmapped=sheet.roles.others,
        score=len(mapped) / max(1, len(raw.header)),
        layout=raw.layout,
        role=ACROSS if sheet.roles.is_wide else WHOLE,
    )
    return FoundTargets(sheet, recognition, found)


def _may_be(best: Candidate | None) -> bool:
    return best is None or best.table == NAME or (best.table in _LISTS and not best.signature)


def _is_by_month(best: Candidate | None) -> bool:
    """Whether nothing but a month makes the table one of sales: what speaks for targets goes before."""
    return best is not None and month_in(best.table, best.found) is not None


def _is_surely_wide(sheet: TargetSheet) -> bool:
    """Whether several periods stand across, or nothing but periods stands beside the names."""
    roles = sheet.roles
    across = sum(column.period is not None for column in roles.values)
    return across >= _SURE or (roles.says_target and across > 1 and all(map(period_in, roles.others)))


def _is_surely(sheet: TargetSheet, best: Candidate) -> bool:
    """Whether a list of people or products is one of their targets: by periods across, or by the days beside each.

    One that says nothing of them but names and places is one where a title or name speaks of targets.
    """
    roles = sheet.roles
    if _is_surely_wide(sheet) or (not roles.is_wide and any(map(is_first_day, roles.labels.values()))):
        return True
    return best.found.keys() <= _SAYS_LITTLE and speaking(sheet.raw) is not None


def _mapped(sheet: TargetSheet) -> list[Mapped]:
    roles = sheet.roles
    labels = [("scope_id", header) for _, header in roles.scopes[:1]]
    labels += [(_ABOVE, header) for _, header in roles.scopes[1:]]
    labels += [(column, header) for column, header in roles.labels.items()]
    named = [
        Mapped(
            header,
            _IS.get(column, column),
            OF_CELLS if column == "scope_id" and sheet.owner is not None else "alias",
            _LABEL.fill(header=header, column=Text(_SPOKEN.get(column, column.replace("_", " ")), _WORDS[column])),
        )
        for column, header in labels
    ]
    values = [
        Mapped(
            column.header,
            "amount",
            "value",
            _beside(_OWNER if column.name else _DOWN if column.period is None else _ACROSS, column.header, sheet),
        )
        for column in roles.values
    ]
    return [*named, *values]


def _beside(phrase: Text, header: str, sheet: TargetSheet) -> Text:
    return phrase.fill(header=header, evidence=sheet.evidence)
