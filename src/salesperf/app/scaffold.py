"""`init`: what the files were taken for and why, and the `salesperf.toml` that says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from salesperf.app.keys import Drafts, quoted
from salesperf.app.layers import PROJECT_FILE
from salesperf.app.mapping import layout_block, mapping_block, mapping_records
from salesperf.app.output import write
from salesperf.app.sheets import block
from salesperf.app.workspace import Ask, workspace
from salesperf.core.errors import Issue, UsageError
from salesperf.core.han import has_han
from salesperf.core.text import Lang, Text, listing, same
from salesperf.report.model import Column, Note, Report, TableBlock
from salesperf.sources.load import survey
from salesperf.sources.loaded import OF_CELLS, Mapped, Recognition
from salesperf.tables.labels import table_words

_FILES = (
    Column("file", Text("file", "文件")),
    Column("sheet", Text("sheet", "工作表")),
    Column("table", Text("taken for", "识别为")),
    Column("role", Text("role", "角色")),
    Column("profile", Text("profile", "导出格式")),
    Column("understood", Text("headers understood", "已识别表头")),
    Column("others", Text("could also be", "其他可能")),
    Column("layout", Text("layout", "文件结构")),
)


class Proposal(Struct, frozen=True):
    """The mapping as a report, and the project file that says it."""

    report: Report
    toml: str
    file: Path
    findings: tuple[Issue, ...] = ()

    def save(self, *, overwrite: bool) -> Path:
        """Write the project file; an existing one stays unless told."""
        write(self.file, self.toml.encode(), overwrite=overwrite)
        return self.file


def proposal(ask: Ask) -> Proposal:
    """Look at the files (of the current folder when none are named) and propose their project file.

    They are not read whole.
    """
    asked, folder = standing(ask)
    space = workspace(asked)
    recognitions, findings = survey(space.inputs, options=space.options)
    lang = space.configured.settings.workspace.lang or _lang_of(recognitions)
    toml = project_file(recognitions, name=folder.resolve().name, lang=lang)
    return Proposal(_report(recognitions, lang), toml, folder / PROJECT_FILE, findings)


def standing(ask: Ask) -> tuple[Ask, Path]:
    """The ask with the current folder where no files are named, and the folder that the project file belongs in."""
    asked = ask if ask.inputs else replace(ask, inputs=(str(ask.surroundings.cwd),))
    return asked, _one_folder(asked)


def _one_folder(ask: Ask) -> Path:
    """The folder all inputs lie in: the patterns of a project file are relative to it."""
    paths = [ask.surroundings.cwd / name for name in ask.inputs]
    folders = {path if path.is_dir() else path.parent for path in paths}
    if len(folders) > 1:
        names = listing(sorted(str(folder) for folder in folders))
        told = Text("the files lie in several folders: {names}", "文件位于多个文件夹：{names}").fill(names=names)
        hint = Text("init makes one project file for one folder", "init 为一个文件夹生成一个项目配置文件")
        raise UsageError(told, hint)
    return folders.pop()


def _lang_of(recognitions: Iterable[Recognition]) -> Lang:
    """Chinese when most headers have Chinese characters."""
    ours = [one for one in recognitions if one.profile != "generic_ja"]
    headers = [header for one in ours for header in (*(mapped.header for mapped in one.mapped), *one.unmapped)]
    chinese = sum(map(has_han, headers))
    return Lang.ZH if chinese * 2 > len(headers) else Lang.EN


def project_file(recognitions: Iterable[Recognition], *, name: str, lang: Lang, values: Drafts | None = None) -> str:
    """The text of a `salesperf.toml` that reads the files as they were recognised, `values` declared."""
    parts = [
        "# Settings for salesperf; `salesperf config schema` lists every key.\n",
        "[workspace]",
        f"name = {quoted(name)}",
        f"lang = {quoted(lang.value)}",
        '# currency = "CNY"          # when the files name none',
        '# timezone = "Asia/Shanghai"',
        '# on_bad_rows = "quarantine"',
        "",
        tables(recognitions, values=values),
    ]
    return "\n".join(parts).rstrip() + "\n"


def tables(recognitions: Iterable[Recognition], *, values: Drafts | None = None) -> str:
    """The `[[table]]` elements of the files."""
    known = sorted((one for one in recognitions if one.table), key=lambda one: (_alike(one), one.file))
    groups = [tuple(alike) for _, alike in groupby(known, key=_alike)]
    parts: list[str] = []
    for group in sorted(groups, key=lambda group: (group[0].table or "", group[0].file)):
        parts += _table(group, (values or {}).get(group[0].table or "", {}))
    return "\n".join(parts).rstrip() + "\n"


def _alike(one: Recognition) -> tuple[str, str, str, tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Files that one `[[table]]` describes: same table, sheet, encoding, columns and kind of rows."""
    return one.table or "", one.sheet or "", one.layout.encoding or "", _of_rows(one), _columns(one.mapped)


def _of_rows(one: Recognition) -> tuple[str, ...]:
    """What rows count as, and what the names of their sheets or files say of them."""
    named = (
        f"{mapped.how}_is = {quoted(mapped.column.removesuffix('_name'))}" for mapped in one.mapped if mapped.is_of_name
    )
    return (*([f"counts_as = {quoted(one.counts_as)}"] if one.counts_as else []), *named)


def _columns(mapped: Iterable[Mapped]) -> tuple[tuple[str, str], ...]:
    """Column and header; a column made of several headers (first and last name) is left to recognition."""
    headers: dict[str, list[str]] = {}
    for one in mapped:
        if one.is_of_name or one.how == OF_CELLS:
            continue
        headers.setdefault(one.column, []).append(one.header)
    return tuple((column, names[0]) for column, names in headers.items() if len(names) == 1)


def _table(group: Sequence[Recognition], values: Mapping[str, Sequence[str]]) -> list[str]:
    first = group[0]
    lines = ["[[table]]", f"name = {quoted(first.table or '')}"]
    lines.append(f"files = [{', '.join(quoted(one.file) for one in group)}]")
    if first.sheet:
        lines.append(f"sheet = {quoted(first.sheet)}")
    if first.layout.encoding and first.layout.encoding.lower().replace("_", "-") not in {"utf-8", "utf-8-sig", "utf8"}:
        lines.append(f"encoding = {quoted(first.layout.encoding)}")
    lines += _of_rows(first)
    columns = _columns(first.mapped)
    if columns:
        lines += ["", "[table.columns]", *(f"{column} = {quoted(header)}" for column, header in columns)]
    for column, pairs in values.items():
        lines += ["", f"[table.values.{column}]", *pairs]
    return [*lines, ""]


def _report(recognitions: Sequence[Recognition], lang: Lang) -> Report:
    return Report(
        schema="salesperf.init/1",
        title=Text("What the files are", "文件识别结果"),
        lang=lang,
        blocks=(
            _files_block(recognitions, lang),
            layout_block(recognitions, lang=lang),
            mapping_block(recognitions, lang=lang),
        ),
        records=mapping_records(recognitions, lang=lang),
        notes=_notes(recognitions),
    )


def _files_block(recognitions: Sequence[Recognition], lang: Lang) -> TableBlock:
    rows = [
        (
            one.file,
            one.sheet,
            (table_words(one.table) if one.table else Text("none of ours", "无法识别")).say(lang),
            one.role if one.role != "whole" else None,
            one.profile,
            f"{len(one.mapped)} / {len(one.mapped) + len(one.unmapped)}",
            ", ".join(f"{table_words(table).say(lang)} {score:.0%}" for table, score in one.runners_up),
            _layout(one, lang),
        )
        for one in recognitions
    ]
    return block("files", Text("Files", "文件"), _FILES, rows)


def _layout(one: Recognition, lang: Lang) -> str:
    """Encoding and header row in a word; `layout_block` says why."""
    row = one.layout.header_row
    header = Text("no header", "无表头") if row is None else Text(f"header in row {row}", f"表头在第 {row} 行")
    parts = [same(one.layout.encoding), header] if one.layout.encoding else [header]
    return Text(", ".join(part.en for part in parts), "，".join(part.zh for part in parts)).say(lang)


def _notes(recognitions: Sequence[Recognition]) -> tuple[Note, ...]:
    unknown = [one.file for one in recognitions if one.table is None]
    if not unknown:
        return ()
    names = ", ".join(dict.fromkeys(unknown))
    text = Text(f"not recognised, left out: {names}", f"未能识别、未纳入：{names}")
    return (Note("unrecognised", text, warning=True),)
