"""What to write where an unused column should leave rows out: the lines of salesperf.toml, ready to copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from salesperf.core.text import Text
from salesperf.sources.known import Known
from salesperf.sources.profile import LINE_TYPE
from salesperf.tables.doubt_words import Doubt, Flag
from salesperf.tables.line_words import LineKind, kind_of_word
from salesperf.tables.paste import quoted, table_lines

_OF_LINES = frozenset({"orders", "invoices"})
"""The tables whose rows flags and types may mark."""
_IDLE = frozenset({LineKind.CANCELLED, LineKind.RETURNED, LineKind.OPEN})
_SETTINGS: Mapping[str, Mapping[Doubt, str]] = {
    "orders": {Doubt.SURE: "cancelled", Doubt.PERHAPS: "open"},
    "deals": {Doubt.SURE: "deal_lost", Doubt.PERHAPS: "deal_open"},
}
_LEAVE = Text("if they should not, put into salesperf.toml:{toml}", "如不应计入，请在 salesperf.toml 中写入：{toml}")
TAKE_OUT = Text("if they should not, take these rows out of the file", "如不应计入，请从文件中删去这些行")


def cure_of_words(
    table: str, files: Sequence[Known], header: str, words: Mapping[str, Doubt], *, is_remark: bool
) -> Text:
    """The column as status, or as type where another is the status; words no status knows are named besides."""
    column = _column_for(table, files[0], header)
    if is_remark or column is None:
        return TAKE_OUT
    unknown = {word: doubt for word, doubt in words.items() if kind_of_word(word) not in _IDLE}
    told = [
        f"{setting} = [{listed}]"
        for doubt, setting in _SETTINGS["deals" if table == "deals" else "orders"].items()
        if (listed := ", ".join(quoted(word) for word, own in unknown.items() if own is doubt))
    ]
    also = "\n".join(("\n[kpi]", *told)) if told else ""
    return _LEAVE.fill(toml=_mapped(files, table, column, header) + also)


def _column_for(table: str, one: Known, header: str) -> str | None:
    """What a column of words can be mapped to beside what is mapped already."""
    if "status" not in one.found:
        return "status"
    typed = one.found.get(LINE_TYPE)
    return LINE_TYPE if table in _OF_LINES and (typed is None or typed.header == header) else None


def cure_of_flag(table: str, files: Sequence[Known], header: str, flag: Flag) -> Text:
    """The column as the flag it is, where the table has flags."""
    if table not in _OF_LINES:
        return TAKE_OUT
    return _LEAVE.fill(toml=_mapped(files, table, flag.column, header))


def _mapped(files: Sequence[Known], table: str, column: str, header: str) -> str:
    one = files[0]
    base = PurePath(one.raw.file.name).name if len(files) == 1 else f"*{PurePath(one.raw.file.name).suffix}"
    return table_lines(table, [base], {column: header}, sheet=one.raw.sheet)
