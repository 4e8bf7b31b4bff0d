"""Why a workbook cannot be filled, and what to do: faults of cells are collected, those of the file stop at once."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from salesperf.core.errors import OutputError
from salesperf.core.text import Count, Text, listing, same

_SHOWN = 10
_MANY = Text("the template cannot be filled: {count:fault|faults}", "无法填写模板：共 {count} 处问题")
_MORE = Text("and {count} more", "另有 {count} 处")
_LINE = same("\n  - ")
_BREAK = same("\n  ")
SAVE_AGAIN = Text("open the template in Excel and save it as .xlsx again", "请用 Excel 打开模板，重新另存为 .xlsx")


class Fault(Struct, frozen=True):
    """One thing that must not be filled, and what to do about it."""

    told: Text
    cure: Text


class TemplateError(OutputError):
    """The workbook cannot be filled; nothing was written."""


class DamagedError(Exception):
    """The workbook contradicts itself; the words say how."""

    def __init__(self, told: Text) -> None:
        super().__init__(told.en)
        self.told = told


def refusal(faults: Sequence[Fault]) -> TemplateError:
    """All faults as one error; each cure is said once."""
    cures = listing(dict.fromkeys(fault.cure for fault in faults), _BREAK)
    if len(faults) == 1:
        return TemplateError(faults[0].told, cures)
    lines = [fault.told for fault in faults[:_SHOWN]]
    if len(faults) > _SHOWN:
        lines.append(_MORE.fill(count=len(faults) - _SHOWN))
    title = _MANY.fill(count=Count(len(faults)))
    return TemplateError(listing((title, *lines), _LINE), cures)
