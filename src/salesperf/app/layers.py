"""Settings in layers: default, user file, project file, environment, flags; each later one wins, key by key."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct
from pydantic import BaseModel, ValidationError

from salesperf.app.config_faults import faults_of
from salesperf.app.settings import Configured, KeyPath, Settings
from salesperf.core.codes import issue
from salesperf.core.errors import ConfigError, Issue, UsageError, Where
from salesperf.core.late import late
from salesperf.core.text import Count, Text, listing
from salesperf.sources.options import OnBadRows

PROJECT_FILE = "salesperf.toml"
_PREFIX = "SALESPERF_"
_SLIP = 0.8
"""How alike a variable must be to one of ours to be a slip of it and not somebody else's."""
_UNPREFIXED = frozenset({"workspace", "reading"})
_OTHER_VARIABLES = frozenset({"SALESPERF_CONFIG", "SALESPERF_REAL_DATA"})

CANNOT_BE = Text("{flag} cannot be {value!r}", "{flag} 不能为「{value}」")
_FAULTS = Text("the configuration has {count:fault|faults}", "配置中有 {count} 处错误")
_SCHEMA = Text("salesperf config schema lists every key", "salesperf config schema 可列出所有配置项")
_SEVERAL = Text("the inputs have {count} project files: {names}", "输入涉及 {count} 个项目配置文件：{names}")
_NAME_ONE = Text("name one with --config", "请用 --config 指定一个")
_KEEP_ONE = Text("keep one of them", "请只保留其中一项")
_OWN_LINES = Text(
    "a heading such as [[table]] stands on a line of its own, and each setting on a line below it",
    "[[table]] 等标题须独占一行，其下每行写一项设置",
)
_HEADING = late(r"(?m)^\s*\[\[?\w+\]\]?[ \t]*[^\s#]")
"""A heading with something behind it."""
_TOML = Text("the file is TOML, in UTF-8", "该文件应为 UTF-8 编码的 TOML")


class Surroundings(Struct, frozen=True):
    """What the command line knows of the machine: nothing below it looks."""

    cwd: Path
    env: Mapping[str, str]
    user_file: Path | None = None


class Entry(Struct, frozen=True):
    """One value of one layer."""

    path: KeyPath
    value: object
    origin: str


def configured(
    inputs: tuple[str, ...],
    surroundings: Surroundings,
    *,
    config: Path | None = None,
    flags: Mapping[KeyPath, object] | None = None,
) -> Configured:
    """The settings of one run with the origin of each value; every fault of every layer at once.

    `flags` holds what the user typed by key path; a None is a flag that was not given. Raises `ConfigError`.
    """
    project_file = find_project_file(inputs, surroundings, config=config)
    user_file = surroundings.user_file if surroundings.user_file and surroundings.user_file.is_file() else None
    faults: list[Issue] = []
    entries: list[Entry] = []
    for file in (user_file, project_file):
        if file is not None:
            entries += _of_file(file, faults)
    entries += _of_environment(surroundings.env, faults)
    entries += [
        Entry(path, value, f"--{path[-1].replace('_', '-')}")
        for path, value in (flags or {}).items()
        if value is not None
    ]
    settings = _validated(entries, faults)
    faults += _contradictions(entries)
    if settings is None or faults:
        _blame_flags(faults)
        raise ConfigError(_FAULTS.fill(count=Count(len(faults))), _SCHEMA, tuple(faults))
    origins = {entry.path: entry.origin for entry in entries}
    return Configured(settings, origins, project_file, user_file)


def find_project_file(
    inputs: tuple[str, ...], surroundings: Surroundings, *, config: Path | None = None
) -> Path | None:
    """The project file: the one named, else the one beside the inputs, else the nearest above the current folder."""
    named = config or (Path(surroundings.env["SALESPERF_CONFIG"]) if surroundings.env.get("SALESPERF_CONFIG") else None)
    if named is not None:
        path = surroundings.cwd / named
        if not path.is_file():
            raise ConfigError(Text(f"configuration file {str(named)!r} does not exist", f"配置文件「{named}」不存在"))
        return path
    beside = {file for file in (_beside(surroundings.cwd / name) for name in inputs if name != "-") if file}
    if len(beside) > 1:
        names = listing(sorted(str(file) for file in beside))
        raise ConfigError(_SEVERAL.fill(count=len(beside), names=names), _NAME_ONE)
    if beside:
        return beside.pop()
    above = (folder / PROJECT_FILE for folder in (surroundings.cwd, *surroundings.cwd.parents))
    return next((file for file in above if file.is_file()), None)


def quarantine_file(found: Configured, cwd: Path) -> Path | None:
    """The file in which the settings want rows set aside, unless this run is told to stop on them.

    The project file names it from its own folder, whatever else sets it from where we stand.
    """
    section, path = found.settings.workspace, ("workspace", "quarantine_to")
    stopping = found.origins.get(("workspace", "on_bad_rows"), "")
    is_told_to_stop = section.on_bad_rows is OnBadRows.FAIL and stopping.startswith(("--", _PREFIX))
    if section.quarantine_to is None or is_told_to_stop:
        return None
    is_of_project = found.project_file is not None and found.origins.get(path) == found.project_file.name
    return (found.project_file.parent if is_of_project and found.project_file else cwd) / section.quarantine_to


def environment_variables(model: type[BaseModel] = Settings) -> dict[str, KeyPath]:
    """Every variable that sets a scalar setting, and the key it sets: `SALESPERF_LANG` is `[workspace] lang`."""
    found: dict[str, KeyPath] = {}
    for section, field in model.model_fields.items():
        if not (isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel)):
            continue
        words = () if section in _UNPREFIXED else (section,)
        for key, inner in field.annotation.model_fields.items():
            is_section = isinstance(inner.annotation, type) and issubclass(inner.annotation, BaseModel)
            if not is_section and "tuple" not in str(inner.annotation) and "apping" not in str(inner.annotation):
                found[_PREFIX + "_".join((*words, key)).upper()] = (section, key)
    return found


def _beside(path: Path) -> Path | None:
    """The project file in an input folder, or in the folder an input file or pattern lies in."""
    folder = path if path.is_dir() else path.parent
    file = folder / PROJECT_FILE
    return file.resolve() if file.is_file() else None


def _of_file(file: Path, faults: list[Issue]) -> list[Entry]:
    text = ""
    try:
        text = file.read_text(encoding="utf-8-sig")
        values = tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as fault:
        hint = _OWN_LINES if _HEADING.search(text) else _TOML
        faults.append(issue("C601", str(fault), Where(file=file.name), hint=hint))
        return []
    return [Entry(path, value, file.name) for path, value in _leaves(values)]


def _of_environment(env: Mapping[str, str], faults: list[Issue]) -> list[Entry]:
    """Values of known variables; an unknown one is a fault only when it is nearly a known one."""
    known = environment_variables()
    entries = [Entry(path, env[name], name) for name, path in sorted(known.items()) if env.get(name)]
    plain = [name.removeprefix(_PREFIX) for name in known]
    for name in sorted(env):
        if name.startswith(_PREFIX) and name not in known and name not in _OTHER_VARIABLES:
            near = get_close_matches(name.removeprefix(_PREFIX), plain, n=1, cutoff=_SLIP)
            if near:
                told = Text(f"{name} sets nothing", f"{name} 不对应任何配置项")
                hint = Text(f"did you mean {_PREFIX}{near[0]}?", f"是否指 {_PREFIX}{near[0]}？")
                faults.append(issue("C604", told, hint=hint, value=env[name]))
    return entries


def _validated(entries: Iterable[Entry], faults: list[Issue]) -> Settings | None:
    entries = tuple(entries)
    values = _nested(entries)
    try:
        return Settings.model_validate(values)
    except ValidationError as fault:
        from salesperf.app.pack_plans.unknown import unknown_in_settings  # noqa: PLC0415 -- only faults need the engine

        origins = {entry.path: entry.origin for entry in entries}
        faults += (*faults_of(fault, Settings, origins=origins), *unknown_in_settings(values, origins))
        return None


def _blame_flags(faults: Sequence[Issue]) -> None:
    """A fault of what was typed on the command line is a fault of usage, not of configuration."""
    typed = [fault for fault in faults if (fault.where.file or "").startswith("--")]
    if typed and len(typed) == len(faults):
        told = listing((CANNOT_BE.fill(flag=one.where.file, value=one.value) for one in typed), Text("; ", "；"))
        raise UsageError(told, typed[0].hint_text)


def _contradictions(entries: Iterable[Entry]) -> list[Issue]:
    by_path = {entry.path: entry for entry in entries}
    stops, aside = by_path.get(("workspace", "on_bad_rows")), by_path.get(("workspace", "quarantine_to"))
    if stops and aside and stops.value == OnBadRows.FAIL and stops.origin == aside.origin:
        message = Text(
            "workspace.quarantine_to sets rows aside, workspace.on_bad_rows stops on them",
            "workspace.quarantine_to 会隔离无法读取的行，workspace.on_bad_rows 遇到它们则停止",
        )
        return [issue("C603", message, Where(file=stops.origin), hint=_KEEP_ONE)]
    short, long = by_path.get(("workspace", "fiscal_year_start")), by_path.get(("calendar", "first_month"))
    if short and long and str(short.value) != str(long.value):
        message = Text(
            f"workspace.fiscal_year_start is {short.value} but calendar.first_month is {long.value}",
            f"workspace.fiscal_year_start 为 {short.value}，calendar.first_month 却为 {long.value}",
        )
        return [issue("C603", message, Where(file=short.origin), hint=_KEEP_ONE)]
    return []


def _leaves(values: Mapping[str, object], above: KeyPath = ()) -> Iterator[tuple[KeyPath, object]]:
    for key, value in values.items():
        path = (*above, key)
        if isinstance(value, Mapping) and value:
            yield from _leaves(value, path)
        else:
            yield path, value


def _nested(entries: Iterable[Entry]) -> dict[str, object]:
    nested: dict[str, object] = {}
    for entry in entries:
        place = nested
        for key in entry.path[:-1]:
            inner = place.get(key)
            if not isinstance(inner, dict):
                inner = place[key] = {}
            place = inner
        place[entry.path[-1]] = entry.value
    return nested
