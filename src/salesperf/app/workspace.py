"""Settings and inputs to loaded tables: which files, which settings, and what happens to rows that cannot be read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.app.layers import PROJECT_FILE, Surroundings, configured
from salesperf.app.reading import files_have_errors, reading_options
from salesperf.app.settings import Configured, KeyPath
from salesperf.core.codes import issue
from salesperf.core.errors import ConfigError, Issue, Severity, UsageError, Where, speaking
from salesperf.core.registry import Registry
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Lang, Text, listing, same
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.custom import custom_metrics
from salesperf.metrics.model import Metric
from salesperf.sources.load import load
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import Needs, OnBadRows, Progress, ReadOptions
from salesperf.sources.rows.ragged import TORN, UNCLEAR
from salesperf.tables.catalog import TABLES
from salesperf.tables.metric_words import fold_metric
from salesperf.tables.schema import DTYPES, Kind

BESIDE = frozenset({"targets"})
"""Tables that no number of sales comes from."""
_SET_ASIDE = Text(
    "--on-bad-rows quarantine sets these rows aside and reports them; --quarantine-to FILE also writes them to a file "
    "that can be corrected and given back with --corrections",
    "--on-bad-rows quarantine 可隔离这些行并予以报告；--quarantine-to 文件 还会把它们写入文件，"
    "更正后用 --corrections 交回",
)

_NO_WORDS = Text("{path} is no column of words in {table}", "{path} 不是 {table} 的文字列")
_HAS = Text("it has {columns}", "可用的列：{columns}")


class Ask(Struct, frozen=True):
    """What a caller gives every question: the inputs, the settings it typed, and where it stands.

    `flags` are settings by key path; None is a flag that was not given. `manifest` is whether the answer tells
    what it was made from: that takes a hash of every file, and so do rows set aside that are to be written
    (`digests`).
    """

    inputs: tuple[str, ...]
    surroundings: Surroundings
    config: Path | None = None
    flags: Mapping[KeyPath, object] = field(default_factory=dict)
    as_table: str | None = None
    progress: Progress | None = None
    manifest: bool = True
    digests: bool = False


class Workspace(Struct, frozen=True):
    """Inputs and settings, decided but not yet read."""

    inputs: tuple[str, ...]
    configured: Configured
    options: ReadOptions
    progress: Progress | None = None
    manifest: bool = True
    digests: bool = False


class Opened(Struct, frozen=True):
    """A workspace whose files were read."""

    space: Workspace
    loaded: Loaded

    @property
    def lang(self) -> Lang:
        """The language of its reports."""
        return lang_of(self.space.configured, self.loaded)


def workspace(ask: Ask) -> Workspace:
    """Decide settings and inputs; raises `ConfigError` or `UsageError`."""
    found = configured(ask.inputs, ask.surroundings, config=ask.config, flags=ask.flags)
    inputs = ask.inputs or _project_inputs(found, ask.surroundings.cwd)
    return Workspace(inputs, found, read_options(found, ask), ask.progress, ask.manifest, ask.digests)


def read(
    space: Workspace,
    *,
    needs: Needs | None = None,
    signs: Needs | None = None,
    provenance: bool = False,
    count_repeats: bool = True,
    stop: bool = True,
    beside: Collection[str] = (),
) -> Opened:
    """The workspace with its tables; rows that cannot be read stop the run unless the settings set them aside.

    With `stop=False` nothing stops, for `check` is to see everything. Faults of tables `beside` the question are told
    and stop nothing: none of its numbers comes from them.
    """
    loaded = load(
        space.inputs,
        options=space.options,
        needs=needs,
        signs=signs,
        provenance=provenance,
        count_repeats=count_repeats,
        digests=space.manifest or space.digests,
        progress=space.progress,
    )
    opened = Opened(space, loaded)
    if stop:
        with speaking(opened.lang):
            stop_on_errors(loaded, policy=space.options.on_bad_rows, beside=beside)
    return opened


def stop_on_errors(loaded: Loaded, *, policy: OnBadRows, beside: Collection[str] = ()) -> None:
    """Raise one `DataError` with every error there is; rows set aside on request are no longer errors."""
    aside = {(account.file, account.sheet) for account in loaded.accounts if account.table in beside}
    errors = tuple(
        issue
        for issue in loaded.issues
        if issue.severity is Severity.ERROR and (issue.where.file, issue.where.sheet) not in aside
    )
    rows = tuple(issue for issue in errors if is_of_rows(issue))
    if policy is OnBadRows.QUARANTINE:
        errors = tuple(issue for issue in errors if not is_of_rows(issue))
    if not errors:
        return
    curable = len(rows) == len(errors)
    hint = _SET_ASIDE if curable else same("")
    raise files_have_errors(errors, hint)


def is_of_rows(issue: Issue) -> bool:
    """Whether setting rows aside cures the issue: it is about cells or rows, not about a whole file."""
    return issue.code.startswith("R3") or issue.code in {TORN, UNCLEAR}


def read_options(found: Configured, ask: Ask) -> ReadOptions:
    """What the reader is told: the settings, the tables they declare, and the folders of the user's own profiles."""
    section = found.settings.workspace
    _refuse_unknown_values(found)
    return replace(
        reading_options(found.settings),
        timezone=section.timezone,
        currency=section.currency,
        as_table=ask.as_table,
        on_bad_rows=section.on_bad_rows,
        corrections=_corrections(found, ask.surroundings.cwd),
        profile_dirs=_profile_dirs(found),
        first_month=_first_month(found),
        year_named=found.settings.calendar.year_named,
        metric_names=_metric_names(found),
    )


def _first_month(found: Configured) -> int | None:
    """The first month of the fiscal year; None when nobody said."""
    said = {("workspace", "fiscal_year_start"), ("calendar", "first_month")} & found.origins.keys()
    return found.settings.fiscal_calendar.first_month if said else None


def _metric_names(found: Configured) -> Mapping[str, str]:
    """Keys and labels of all metrics, as target sheets may name them."""
    return {
        fold_metric(name): metric.key
        for metric in metrics_of(found)
        for name in (metric.key, metric.label.en, metric.label.zh)
    }


def _refuse_unknown_values(found: Configured) -> None:
    """Raise `ConfigError` for values mapped in a column that the table does not have, or that holds no words."""
    faults: list[Issue] = []
    for number, table in enumerate(found.settings.table, start=1):
        if table.name not in TABLES:
            continue
        words = tuple(one.name for one in TABLES[table.name].columns if one.dtype == DTYPES[Kind.NAME])
        for column in table.values:
            if column not in words:
                path = f"table[{number}].values.{column}"
                message = _NO_WORDS.fill(path=path, table=table.name)
                hint = did_you_mean(column, words) or _HAS.fill(columns=listing(words))
                where = Where(found.origins.get(("table",)))
                faults.append(issue("C603", message, where, hint=hint, value=column))
    if faults:
        told = Text("values are mapped in columns that are not there", "配置中对照取值的列不存在")
        raise ConfigError(told, faults[0].hint_text, tuple(faults))


def metrics_of(found: Configured) -> Registry[Metric]:
    """The catalog and the user's own metrics."""
    return CATALOG.extended(custom_metrics(found.settings.metrics))


def lang_of(found: Configured, loaded: Loaded | None = None) -> Lang:
    """The language asked for, else that of most headers, else English."""
    if found.settings.workspace.lang is not None:
        return found.settings.workspace.lang
    return loaded.bundle.lang if loaded else Lang.EN


def _profile_dirs(found: Configured) -> tuple[Path, ...]:
    """`profiles/` beside the project file, then beside the user file."""
    files = (found.project_file, found.user_file)
    return tuple(folder for file in files if file and (folder := file.parent / "profiles").is_dir())


def _corrections(found: Configured, cwd: Path) -> tuple[str, ...]:
    """The corrected files: those of the project file lie beside it, those typed where we stand."""
    typed = found.origins.get(("reading", "corrections"), "").startswith("--")
    folder = cwd if typed or found.folder is None else found.folder
    return tuple(str(folder / file) for file in found.settings.reading.corrections)


def _project_inputs(found: Configured, cwd: Path) -> tuple[str, ...]:
    """The files the project file declares, else its folder when we stand in it."""
    if found.folder is not None:
        patterns = tuple(pattern for table in found.settings.table for pattern in table.files)
        if patterns:
            return tuple(dict.fromkeys(str(found.folder / pattern) for pattern in patterns))
        if found.folder.resolve() == cwd.resolve():
            return (str(found.folder),)
    raise UsageError(
        Text("no files to read", "没有可读取的文件"),
        Text(
            f"name files or a folder (salesperf kpi orders.xlsx), or stand in a folder that has a {PROJECT_FILE}",
            f"请指定文件或文件夹（salesperf kpi 订单.xlsx），或进入含 {PROJECT_FILE} 的文件夹",
        ),
    )
