"""`rfm`: settings, a map, kept cut-offs and files in, customers in segments out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.rfm.axes import Axis, Counting
from salesperf.analyses.rfm.calls import calls_report
from salesperf.analyses.rfm.compare import compare_report, differences
from salesperf.analyses.rfm.compute import Scored, scored_customers
from salesperf.analyses.rfm.explain import explain_report
from salesperf.analyses.rfm.kept import KeptCutoffs, written
from salesperf.analyses.rfm.map_lint import CLEAN, Linted
from salesperf.analyses.rfm.migration import Moved, moved
from salesperf.analyses.rfm.notes import notes_of
from salesperf.analyses.rfm.presets import Preset
from salesperf.analyses.rfm.question import YEAR, Question, bins_of, edges_of, preset_of, refuse_other_map
from salesperf.analyses.rfm.report import customers_asked, rfm_report
from salesperf.analyses.rfm.same_name import customer_of
from salesperf.analyses.rfm.section import RfmSection
from salesperf.analyses.rfm.segment_map import SegmentMap
from salesperf.app.answer import Answer, answer_of, with_reading
from salesperf.app.left_out import answering
from salesperf.app.output import write
from salesperf.app.rfm.cutoff_files import kept_cutoffs
from salesperf.app.rfm.map_files import segment_map
from salesperf.app.workspace import BESIDE, Ask, Workspace, read, workspace
from salesperf.core.codes import issue
from salesperf.core.errors import ConfigError, UsageError, Where
from salesperf.core.text import Lang, Text
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.facts.filter import parse_conditions
from salesperf.facts.needed import SIGNS, columns_needed
from salesperf.report.model import Report

_OTHERWISE = Text(
    "the cut-offs {file} were saved with {what} {kept}, and {asked} is asked for",
    "分界文件 {file} 保存时的 {what} 为 {kept}，而此次为 {asked}",
)
_AS_SAVED = Text("ask with {what} as saved, or save new ones", "请按保存时的 {what} 提问，或重新保存")
_CANNOT_SAVE = Text("{preset} has no cut-offs to save", "预设 {preset} 没有可保存的分界")
_SAVES = Text("quintile, r-rfm, quartile, thresholds and cn8 have", "quintile、r-rfm、quartile、thresholds 和 cn8 才有")


class RfmAsk(Struct, frozen=True):
    """What is asked beside the settings: the day, the lines, kept cut-offs, and where new ones go.

    `lists` is whether the answer has a list of every segment: pages and workbooks do.
    """

    as_of: date | None = None
    where: tuple[str, ...] = ()
    cutoffs: Path | None = None
    save_cutoffs: Path | None = None
    overwrite: bool = False
    explain: str | None = None
    moved_since: date | None = None
    compares: bool = False
    calls: bool = False
    by: tuple[str, ...] = ()
    lists: bool = False


def rfm(ask: Ask, asked: RfmAsk) -> Answer:
    """Score customers and put them into segments; cut-offs are saved where that is asked for."""
    space = workspace(ask)
    question, looked = question_of(space, ask, asked)
    opened = read(
        space,
        needs=_needs(question),
        signs=SIGNS,
        provenance=asked.explain is not None,
        count_repeats=False,
        beside=BESIDE,
    )
    with answering(opened):
        bundle = opened.loaded.bundle
        customers = customers_asked(bundle, question, space.configured.settings.kpi)
        moves = None
        if asked.moved_since is not None:
            moves = moved(customers, bundle, question, since=asked.moved_since)
        found = scored_customers(customers, bundle, question) if moves is None else moves.found
        report = _answer(found, moves, asked, looked, space.inputs, lang=opened.lang)
    if asked.save_cutoffs is not None:
        _save(found, asked.save_cutoffs, overwrite=asked.overwrite)
    return answer_of("rfm", opened, with_reading(report, opened), request=_recorded(question, asked))


def _answer(
    found: Scored, moves: Moved | None, asked: RfmAsk, looked: Linted, files: Sequence[str], *, lang: Lang
) -> Report:
    """The report that is asked for: segments, one customer, the lists of the reps, or other conventions."""
    if not (asked.explain is not None or asked.calls or asked.compares):
        lists = files if asked.lists else None
        return rfm_report(found, lang=lang, looked=looked, moves=moves, files=lists)
    notes = notes_of(found, looked=looked)
    if asked.explain is not None:
        return explain_report(found, customer_of(found, asked.explain), notes, lang=lang)
    if asked.calls:
        return calls_report(found, notes, lang=lang)
    others = differences(found.customers, found.question)
    return compare_report(found.customers, found.question, others, notes, lang=lang)


def _save(found: Scored, file: Path, *, overwrite: bool) -> None:
    question = found.question
    if found.cutoffs is None:
        raise UsageError(_CANNOT_SAVE.fill(preset=question.preset.key), _SAVES)
    told = written(
        found.cutoffs,
        preset=question.preset.key,
        as_of=question.cutoffs_of or found.customers.day,
        counting=question.counting,
        window=question.window,
    )
    write(file, told.encode(), overwrite=overwrite)


def _recorded(question: Question, asked: RfmAsk) -> Mapping[str, object]:
    """The question as a manifest records it."""
    return {
        "preset": question.preset.key,
        "map": None if question.map is None else question.map.name,
        "bins": {axis.letter: question.bins[axis] for axis in Axis},
        "frequency": question.counting.often.value,
        "monetary": question.counting.worth.value,
        "returns": question.counting.returns.value,
        "window": question.window,
        "as_of": asked.as_of,
        "where": list(asked.where),
        "by": list(asked.by),
        "explain": asked.explain,
        "moved_since": asked.moved_since,
        "cutoffs": None if asked.cutoffs is None else asked.cutoffs.name,
    }


def _needs(question: Question) -> Mapping[str, frozenset[str]]:
    """The columns of sales that the question looks at."""
    conditions = parse_conditions(question.where)
    return columns_needed(
        measures=("net", "gross", "qualified_order"),
        dimensions=(
            "customer",
            *question.by,
            *(DIMENSIONS.find(one.key).key for one in conditions if one.is_dimension),
        ),
        columns=[one.key for one in conditions if not one.is_dimension],
    )


def question_of(space: Workspace, ask: Ask, asked: RfmAsk) -> tuple[Question, Linted]:
    """What the settings and flags ask, with what the linter found in the map.

    A map that was typed is looked for where one stands, one of the settings beside them.
    """
    typed = ask.flags.get(("rfm", "map")) is not None
    folder = ask.surroundings.cwd if typed else space.configured.folder or ask.surroundings.cwd
    section = space.configured.settings.rfm
    preset = preset_of(section.preset)
    edges = edges_of(section, preset)
    bins = bins_of(section, preset, edges)
    counting = Counting(section.frequency, section.monetary, section.returns)
    map_, looked = _map_of(section, preset, bins, folder)
    window = section.window or (YEAR if preset.key == "thresholds" else None)
    question = Question(
        preset, map_, bins, counting, window, edges, as_of=asked.as_of, where=asked.where, by=_dimensions(asked)
    )
    if asked.cutoffs is None:
        return question, looked
    return _frozen(question, kept_cutoffs(asked.cutoffs), asked.cutoffs.name), looked


def _dimensions(asked: RfmAsk) -> tuple[str, ...]:
    """What the lines are split by; the lists of the reps need to know who sold."""
    by = tuple(DIMENSIONS.find(key).key for key in asked.by)
    return tuple(dict.fromkeys((*by, "rep"))) if asked.calls else by


def _map_of(
    section: RfmSection, preset: Preset, bins: Mapping[Axis, int], folder: Path
) -> tuple[SegmentMap | None, Linted]:
    name = section.map or preset.map
    if name is None:
        return None, CLEAN
    found, looked = segment_map(name, folder=folder)
    refuse_other_map(found, preset, bins)
    return found, looked


def _frozen(question: Question, kept: KeptCutoffs, file: str) -> Question:
    """The question with kept cut-offs; raises `ConfigError` where they were saved for another one."""
    pairs: Mapping[str, tuple[object, object]] = {
        "preset": (kept.preset, question.preset.key),
        "frequency": (kept.frequency_of, question.counting.often),
        "monetary": (kept.monetary_of, question.counting.worth),
        "returns": (kept.returns, question.counting.returns),
        "window": (kept.window, question.window),
        "best": (kept.best, "high" if question.preset.best_is_high else "low"),
        "bins": (_bins(kept), {axis.letter: question.bins[axis] for axis in Axis}),
    }
    for what, (was, now) in pairs.items():
        if was != now:
            told = _OTHERWISE.fill(file=file, what=what, kept=was, asked=now)
            raise ConfigError(told, _AS_SAVED.fill(what=what), (issue("C609", told, Where(file)),))
    return replace(question, cutoffs=kept.cutoffs, cutoffs_of=kept.as_of)


def _bins(kept: KeptCutoffs) -> Mapping[str, int]:
    return {axis.letter: kept.cutoffs.bins(axis) for axis in Axis}
