"""`init --fix-keys`: what stray keys may mean, drafted as declared values in `salesperf.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from salesperf.app.amend import with_values
from salesperf.app.keys import Drafts, drafts, keys_block, keys_records
from salesperf.app.layers import PROJECT_FILE
from salesperf.app.scaffold import Proposal, project_file, standing, tables
from salesperf.app.workspace import Ask, Opened, read, workspace
from salesperf.core.text import Count, Lang, Text, folded
from salesperf.facts.keys import Stray, StrayKey, stray_keys
from salesperf.facts.nearest import Nearest
from salesperf.report.model import Note, Report
from salesperf.sources.options import OnBadRows
from salesperf.sources.overlap.spellings import Spellings, spellings
from salesperf.tables.bundle import Bundle

_TITLE = Text("Keys without a match", "找不到对应的编号或名称")
_ALL = Text("every key has its row", "所有编号或名称都能找到对应")
_DRAFTED = Text(
    "{sure:key is|keys are} declared to be another, {unsure} need your decision (comments in the file), "
    "{strange} are like nothing in their list",
    "已声明 {sure} 个对应关系；{unsure} 个需要您确认（文件中的注释行）；{strange} 个没有相近的对象",
)


def fix_keys(ask: Ask) -> Proposal:
    """Read the files whole and propose the project file with the values it should declare.

    An existing project file is amended, every other byte of it kept. Nothing is proposed where nothing can be.
    """
    asked, folder = standing(ask)
    space = workspace(asked)
    tolerant = replace(space, options=replace(space.options, on_bad_rows=OnBadRows.QUARANTINE))
    opened = read(tolerant, count_repeats=False, stop=False)
    bundle = opened.loaded.bundle
    strays = stray_keys(bundle)
    strays = (*strays, *_spelt_otherwise(bundle, strays))
    lang = opened.lang
    found = drafts(strays, lang=lang)
    file = space.configured.project_file or folder / PROJECT_FILE
    toml = _toml(file, found, opened, name=folder.resolve().name) if found else ""
    return Proposal(_report(strays, lang), toml, file, opened.loaded.issues)


def _spelt_otherwise(bundle: Bundle, strays: Sequence[Stray]) -> Iterator[Stray]:
    """The names that are written in several ways, as keys whose match is the way in most rows.

    Those of which a way is a stray key already are left to that: its list knows how the name is written.
    """
    taken = {(stray.table, stray.column, one.key) for stray in strays for one in stray.keys}
    for table in bundle.tables.values():
        by_column: dict[str, list[StrayKey]] = {}
        for one in spellings(table.name, table.frame):
            if not any((table.name, one.column, way.name) in taken for way in one.ways):
                by_column.setdefault(one.column, []).extend(_keys_of(one))
        yield from (Stray(table.name, column, table.name, tuple(keys)) for column, keys in by_column.items())


def _keys_of(one: Spellings) -> Iterator[StrayKey]:
    """Every way but the first; sure where blanks are not what tells them apart, for Li Na is not Lina."""
    first = one.ways[0].name
    for way in one.ways[1:]:
        is_sure = not first.isascii() or folded(way.name).casefold() == folded(first).casefold()
        yield StrayKey(way.name, way.rows, way.money, Nearest((first,), is_sure=is_sure))


def _toml(file: Path, found: Drafts, opened: Opened, *, name: str) -> str:
    recognitions = opened.loaded.recognitions
    if not file.is_file():
        return project_file(recognitions, name=name, lang=opened.lang, values=found)
    text = file.read_text(encoding="utf-8-sig")
    declared = [str(table.get("name")) for table in tomllib.loads(text).get("table", [])]
    if not declared:
        # With a first [[table]] the project would read nothing but its files: all of them are named.
        return f"{text.rstrip()}\n\n{tables(recognitions, values=found)}"
    amended = with_values(text, {at: found[table] for at, table in enumerate(declared) if table in found})
    others = {table: values for table, values in found.items() if table not in declared}
    added = tables([one for one in recognitions if one.table in others], values=others)
    return f"{amended.rstrip()}\n\n{added}" if others else amended


def _report(strays: Sequence[Stray], lang: Lang) -> Report:
    shown = keys_block(strays, lang=lang)
    return Report(
        schema="salesperf.keys/1",
        title=_TITLE,
        lang=lang,
        blocks=(shown,) if shown else (),
        records=keys_records(strays, lang=lang),
        notes=tuple(_notes(strays)),
    )


def _notes(strays: Sequence[Stray]) -> Iterator[Note]:
    keys = [one for stray in strays for one in stray.keys]
    if not keys:
        yield Note("keys", _ALL)
        return
    sure = sum(one.nearest.is_sure for one in keys)
    strange = sum(not one.nearest.keys for one in keys)
    text = _DRAFTED.fill(sure=Count(sure), unsure=Count(len(keys) - sure - strange), strange=Count(strange))
    yield Note("keys", text, warning=sure < len(keys))
