"""Every pack there is: those of the project file, those in packs/ beside it, and the built-in ones.

A user's pack goes before a built-in one of the same name.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

from msgspec import Struct
from pydantic import ValidationError

from salesperf.app.config_faults import faults_of
from salesperf.app.pack_plans.pack import PackPlan
from salesperf.app.pack_plans.unknown import DIMENSION, METRIC, UNKNOWN, unknown_as_written
from salesperf.app.settings import Configured
from salesperf.core.codes import issue
from salesperf.core.errors import ConfigError, Issue, UsageError, Where
from salesperf.core.registry import Registry
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Count, Text, listing, same
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.model import Metric

FOLDER = "packs"
BUILT_IN = Text("built in", "内置")
_NO_PACK = Text("unknown report pack {name!r}", "未知的报告包「{name}」")
_THERE = Text("there are: {names}", "可用的有：{names}")
_NO_FILE = Text(
    "{hint}; packs/ is read beside a salesperf.toml, and none is here",
    "{hint}；packs/ 须与 salesperf.toml 同在一处，此处没有该文件",
)
_FAULTS = Text("the report pack {name!r} has {count:fault|faults}", "报告包「{name}」有 {count} 处错误")
_LIST = Text("salesperf report --list shows the packs", "salesperf report --list 可列出所有报告包")
_TWICE = Text(
    "the pack {name!r} is declared twice: in {first} and in {second}", "报告包「{name}」在{first}和{second}中重复声明"
)
_KEEP_ONE = Text("keep one of them", "请只保留其中一个")


class Pack(Struct, frozen=True):
    """One pack under its name, and where it was declared."""

    key: str
    plan: PackPlan
    origin: Text


def packs_of(found: Configured, catalog: Registry[Metric] = CATALOG) -> tuple[Pack, ...]:
    """All packs, by name; raises `ConfigError` with every fault of every file, names of no metric among them."""
    own = {pack.key: pack for pack in _own(found, catalog)}
    built_in = {pack.key: pack for pack in _built_in()}
    return tuple(pack for _, pack in sorted((built_in | own).items()))


def pack_named(name: str, found: Configured, catalog: Registry[Metric]) -> Pack:
    """The pack of a name, whose metrics and dimensions are known; raises `UsageError` and `ConfigError`."""
    packs = {pack.key: pack for pack in packs_of(found, catalog)}
    if name not in packs:
        there = _THERE.fill(names=listing(packs))
        hint = did_you_mean(name, packs) or (there if found.folder is not None else _NO_FILE.fill(hint=there))
        raise UsageError(_NO_PACK.fill(name=name), hint)
    faults = tuple(_unknown(packs[name], catalog))
    if faults:
        raise ConfigError(_FAULTS.fill(name=name, count=Count(len(faults))), _LIST, faults)
    return packs[name]


def _built_in() -> Iterator[Pack]:
    for file in sorted(files("salesperf.app.packs").joinpath("built_in").iterdir(), key=lambda one: one.name):
        if file.name.endswith(".toml"):
            values = tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
            yield Pack(file.name.removesuffix(".toml"), PackPlan.model_validate(values), BUILT_IN)


def _own(found: Configured, catalog: Registry[Metric]) -> Iterator[Pack]:
    written = {name: Pack(name, plan, same(_origin(found, name))) for name, plan in found.settings.packs.items()}
    yield from written.values()
    faults: list[Issue] = []
    for file in _files(found):
        origin = same(f"{FOLDER}/{file.name}")
        if file.stem in written:
            told = _TWICE.fill(name=file.stem, first=written[file.stem].origin, second=origin)
            faults.append(issue("C603", told, Where(origin.en), hint=_KEEP_ONE))
        elif (plan := _read(file, origin.en, faults, catalog)) is not None:
            yield Pack(file.stem, plan, origin)
    if faults:
        names = listing(dict.fromkeys(Path(fault.where.file or "").stem for fault in faults))
        raise ConfigError(_FAULTS.fill(name=names, count=Count(len(faults))), _LIST, tuple(faults))


def _origin(found: Configured, name: str) -> str:
    path = ("packs", name)
    return next((origin for key, origin in found.origins.items() if key[:2] == path), "salesperf.toml")


def _files(found: Configured) -> tuple[Path, ...]:
    folder = found.folder / FOLDER if found.folder is not None else None
    return tuple(sorted(folder.glob("*.toml"))) if folder is not None and folder.is_dir() else ()


def _read(file: Path, origin: str, faults: list[Issue], catalog: Registry[Metric]) -> PackPlan | None:
    values: Mapping[str, object] = {}
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8-sig"), parse_float=Decimal)
        return PackPlan.model_validate(values)
    except ValidationError as fault:
        found = faults_of(fault, PackPlan, origins={(key,): origin for key in values})
        faults += [replace(one, where=Where(origin)) for one in found]
        faults += unknown_as_written(values.get("sections"), Where(origin), metrics=catalog.keys)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as fault:
        faults.append(issue("C601", str(fault), Where(file=origin)))
    return None


def _unknown(pack: Pack, catalog: Registry[Metric]) -> Iterator[Issue]:
    """The metrics and dimensions of a pack that there are not."""
    where = Where(pack.origin.en)
    seen: set[tuple[str, str, str]] = set()
    for number, section in enumerate(pack.plan.sections, start=1):
        place = f"sections[{number}] ({section.kind})"
        for asked in section.asks():
            for kind, keys, known in ((METRIC, asked.metrics, catalog), (DIMENSION, asked.by, DIMENSIONS)):
                for key in keys:
                    if key not in known and (place, kind.en, key) not in seen:
                        seen.add((place, kind.en, key))
                        hint = did_you_mean(key, known.keys)
                        yield issue("C603", UNKNOWN.fill(place=place, kind=kind, key=key), where, hint=hint, value=key)
