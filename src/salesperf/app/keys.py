"""Keys without a row in their list: shown by `check`, and drafted as a mapping by `init --fix-keys`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from salesperf.app.sheets import block
from salesperf.core.text import Lang, Text, printable
from salesperf.core.unit import Unit
from salesperf.facts.keys import Stray, StrayKey, either, stakes
from salesperf.report.model import Column, Records, TableBlock
from salesperf.tables.labels import table_words

Drafts = Mapping[str, Mapping[str, Sequence[str]]]
"""Lines of TOML by canonical table and column."""
_SHOWN = 50
_COLUMNS = (
    Column("table", Text("table", "数据表")),
    Column("column", Text("column", "字段")),
    Column("key", Text("key", "编号或名称")),
    Column("rows", Text("rows", "行数"), Unit.COUNT),
    Column("amount", Text("amount", "涉及金额"), Unit.MONEY),
    Column("listed_in", Text("not in", "缺少于")),
    Column("nearest", Text("nearest", "最接近")),
)
_TITLE = Text("Keys without a match", "找不到对应的编号或名称")
_MORE = Text("and {count:,} more", "另有 {count:,} 个")
_CHECK = Text("remove the # if they are the same", "如确为同一对象，请去掉行首的 #")


def keys_block(strays: Sequence[Stray], *, lang: Lang) -> TableBlock | None:
    """The heaviest stray keys of each table; None where there are none."""
    rows = []
    for stray in strays:
        whose = (table_words(stray.table).say(lang), stray.column)
        listed_in = table_words(stray.listed_in).say(lang)
        for one in stray.keys[:_SHOWN]:
            near = either(one.nearest).say(lang)
            rows.append((*whose, one.key, one.rows, one.money, listed_in, near))
        more = stray.keys[_SHOWN:]
        if more:
            count = sum(one.rows for one in more)
            said = _MORE.fill(count=len(more)).say(lang)
            rows.append((*whose, said, count, None, listed_in, ""))
    return block("keys", _TITLE, _COLUMNS, rows) if rows else None


def keys_records(strays: Sequence[Stray], *, lang: Lang) -> Records:
    """Every stray key, one a row."""
    rows = tuple(
        (stray.table, stray.column, printable(one.key), one.rows, one.money, stray.listed_in, near)
        for stray in strays
        for one in stray.keys
        for near in [either(one.nearest).say(lang)]
    )
    return Records(_COLUMNS, rows)


def drafts(strays: Iterable[Stray], *, lang: Lang) -> Drafts:
    """The mapping to declare: a sure pair as a line that counts, any other with a candidate as a comment.

    A key that nothing is near to is left out.
    """
    found: dict[str, dict[str, list[str]]] = {}
    for stray in strays:
        near = [one for one in stray.keys if one.nearest.keys]
        lines = [_line(one, lang) for one in near if one.nearest.is_sure]
        unsure = [f"# {_line(one, lang)}" for one in near if not one.nearest.is_sure]
        if unsure:
            lines += [f"# {_CHECK.say(lang)}", *unsure]
        if lines:
            found.setdefault(stray.table, {}).setdefault(stray.column, []).extend(lines)
    return found


def _line(one: StrayKey, lang: Lang) -> str:
    others = [quoted(key) for key in one.nearest.keys[1:]]
    perhaps = f"; {' / '.join(others)}" if others else ""
    return f"{quoted(one.key)} = {quoted(one.nearest.keys[0])}  # {stakes(one).say(lang)}{perhaps}"


def quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
