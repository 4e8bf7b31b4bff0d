"""From the options of `rfm` to what `app` takes; imported when the command runs, for it loads the engine."""

from __future__ import annotations

from msgspec.structs import replace

from salesperf.app.questions import day
from salesperf.app.rfm.run import RfmAsk
from salesperf.app.workspace import Ask
from salesperf.cli.asking import request
from salesperf.cli.options import Question, words
from salesperf.cli.rfm_options import Looking, Scoring

_SETTINGS = ("preset", "map", "bins", "frequency", "monetary", "returns", "window")


def rfm_ask(
    scoring: Scoring, looking: Looking, *, as_of: str | None, where: list[str] | None, overwrite: bool, lists: bool
) -> RfmAsk:
    """What is asked beside the settings, with its words checked; raises `UsageError`."""
    asked = request(Question(where=where, as_of=as_of))
    return RfmAsk(
        as_of=asked.as_of,
        where=asked.where,
        cutoffs=scoring.cutoffs,
        save_cutoffs=scoring.save_cutoffs,
        overwrite=overwrite,
        explain=looking.explain,
        moved_since=None if looking.moved_since is None else day("--moved-since", looking.moved_since),
        compares=looking.compare_presets,
        calls=looking.call_list,
        by=words(looking.by),
        lists=lists,
    )


def with_scoring(told: Ask, scoring: Scoring) -> Ask:
    """The ask with what was typed of `[rfm]`; what was not typed stays with the settings."""
    return replace(told, flags={**told.flags, **{("rfm", word): getattr(scoring, word) for word in _SETTINGS}})
