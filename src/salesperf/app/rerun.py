"""`check --manifest`: make a recorded answer again, and say whether anything differs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from salesperf.app import checked, explained, run, targets
from salesperf.app import report as composed_reports
from salesperf.app.answer import Answer
from salesperf.app.commission import again
from salesperf.app.manifest import SCHEMA, Manifest
from salesperf.app.questions import compared, day, grain
from salesperf.app.report import Asked
from salesperf.app.sheets import sheet
from salesperf.app.workspace import Ask
from salesperf.core.errors import UsageError
from salesperf.core.text import Lang, Text, listing
from salesperf.metrics.request import Request
from salesperf.report.model import Column, Note, Report

_COLUMNS = (
    Column("item", Text("item", "项目")),
    Column("recorded", Text("recorded", "记录值")),
    Column("now", Text("now", "当前值")),
    Column("same", Text("same", "是否一致")),
)
_SAME, _DIFFERENT = Text("✓ same", "✓ 一致"), Text("✗ differs", "✗ 不一致")
_FILE_FACTS = ("rows", "loaded", "quarantined", "superseded", "sha256")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_DIGITS_SHOWN = 12
"""Enough of a digest to tell two apart by eye."""


class Again(Struct, frozen=True):
    """The comparison, and whether everything is the same."""

    answer: Answer
    is_same: bool


def run_again(ask: Ask, file: Path) -> Again:
    """Ask the recorded question of the files given now, and compare inputs, settings, definitions and result."""
    before = _manifest(ask.surroundings.cwd / file)
    command = str(before.get("command"))
    if command not in _COMMANDS:
        names = Text("it makes those of {names}", "可重新计算的有：{names}").fill(names=listing(_COMMANDS))
        told = Text("the answer of {command!r} cannot be made again", "「{command}」的结果无法重新计算")
        raise UsageError(told.fill(command=command), names)
    answer = _COMMANDS[command](ask, _mapping(before.get("request")))
    report, is_same = comparison(before, answer.report.meta.manifest, lang=answer.report.lang)
    return Again(replace(answer, report=report), is_same)


def _kpi(ask: Ask, asked: Mapping[str, object]) -> Answer:
    return run.kpi(ask, _request(asked))


def _explain(ask: Ask, asked: Mapping[str, object]) -> Answer:
    return explained.explain(ask, str(asked.get("metric")), _request(asked))


def _check(ask: Ask, _asked: Mapping[str, object]) -> Answer:
    return checked.check(ask)


def _report(ask: Ask, asked: Mapping[str, object]) -> Answer:
    words = {key: str(asked[key]) for key in ("team", "rep") if key in asked}
    return composed_reports.report(ask, Asked(str(asked.get("pack")), _request(asked), **words))


def _status(ask: Ask, asked: Mapping[str, object]) -> Answer:
    return targets.status(ask, _request(asked))


def _targets_check(ask: Ask, asked: Mapping[str, object]) -> Answer:
    return targets.check(ask, _request(asked))


def _onboarding(ask: Ask, asked: Mapping[str, object]) -> Answer:
    return targets.onboarding(ask, _request(asked))


def _cascade(ask: Ask, asked: Mapping[str, object]) -> Answer:
    typed = {("targets", "cascade", key): value for key, value in _mapping(asked.get("settings")).items()}
    question = replace(_request(asked), metrics=(), period=None)
    return targets.cascade(replace(ask, flags={**ask.flags, **typed}), question)


def _of_commission(name: str) -> Callable[[Ask, Mapping[str, object]], Answer]:
    return lambda ask, asked: again.COMMANDS[name](ask, asked, _request(asked))


_COMMANDS: Mapping[str, Callable[[Ask, Mapping[str, object]], Answer]] = {
    "kpi": _kpi,
    "explain": _explain,
    "check": _check,
    "report": _report,
    "targets status": _status,
    "targets check": _targets_check,
    "targets onboarding": _onboarding,
    "targets cascade": _cascade,
    **{name: _of_commission(name) for name in again.COMMANDS},
}
"""Every command that records what its answer was made from."""


def comparison(before: Manifest, after: Manifest, *, lang: Lang) -> tuple[Report, bool]:
    """One row per recorded fact: what it was, what it is, and whether that is the same."""
    then, now = dict(_facts(before)), dict(_facts(after))
    rows = []
    for item in dict.fromkeys((*then, *now)):
        is_same = then.get(item) == now.get(item)
        word = _SAME if is_same else _DIFFERENT
        rows.append((item, _short(then.get(item)), _short(now.get(item)), word.say(lang)))
    is_same = then == now
    text = (
        Text("the answer is the same", "结果一致")
        if is_same
        else Text("the answer was made from something else", "结果所依据的内容已发生变化")
    )
    title = Text("Made again and compared", "重新计算并比对")
    note = Note("comparison", text, warning=not is_same)
    return sheet("salesperf.rerun/1", title, _COLUMNS, rows, lang=lang, notes=(note,)), is_same


def _manifest(path: Path) -> Manifest:
    """The manifest in a file of its own, or inside a JSON answer."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as fault:
        told = Text("{file!r} cannot be read as a manifest: {why}", "「{file}」无法作为溯源清单读取：{why}")
        raise UsageError(told.fill(file=path.name, why=fault)) from fault
    found = _mapping(content)
    if found.get("schema") != SCHEMA:
        found = _mapping(_mapping(found.get("meta")).get("manifest"))
    if found.get("schema") != SCHEMA:
        raise UsageError(
            Text(f"{path.name!r} is not a manifest", f"「{path.name}」不是溯源清单"),
            Text(
                f"one says {SCHEMA!r} and is written by kpi --manifest",
                f"溯源清单含「{SCHEMA}」，由 kpi --manifest 写出",
            ),
        )
    return found


def _request(recorded: Mapping[str, object]) -> Request:
    def words(key: str) -> tuple[str, ...]:
        listed = recorded.get(key)
        return tuple(str(word) for word in listed) if isinstance(listed, list) else ()

    period, length, as_of = (recorded.get(key) for key in ("period", "grain", "as_of"))
    return Request(
        metrics=words("metrics"),
        by=words("by"),
        period=str(period) if period else None,
        grain=grain(str(length)) if length else None,
        where=words("where"),
        compare=compared(words("compare")),
        as_of=day("as_of", str(as_of)) if as_of else None,
    )


def _facts(manifest: Manifest) -> Iterator[tuple[str, str]]:
    """The manifest as flat facts, in its own order; a file is named by its name, sheet and table."""
    for key, value in manifest.items():
        if key == "inputs" and isinstance(value, list):
            for entry in value:
                named = _mapping(entry)
                place = " ".join(str(named[part]) for part in ("file", "sheet", "table") if named.get(part))
                yield place, ", ".join(f"{fact} {named.get(fact)}" for fact in _FILE_FACTS)
        elif key == "left_out":
            # A file that gave no rows then and gives none now does not concern the answer.
            continue
        elif isinstance(value, Mapping):
            for inner, fact in value.items():
                yield f"{key}.{inner}", json.dumps(fact, ensure_ascii=False)
        else:
            yield key, str(value)


def _short(fact: str | None) -> str | None:
    """The fact with every digest cut to its beginning."""
    return fact and _DIGEST.sub(lambda digest: f"{digest.group()[:_DIGITS_SHOWN]}…", fact)


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
