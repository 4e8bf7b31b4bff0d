"""`commission plan show`: a plan file in, its words and curves out; no sales are read."""

from __future__ import annotations

from pathlib import Path

from salesperf.analyses.commission.in_words.report import plan_report
from salesperf.app.commission.plan_files import read_plan
from salesperf.app.layers import configured
from salesperf.app.workspace import Ask, lang_of, metrics_of
from salesperf.core.errors import speaking
from salesperf.report.model import Report


def show(ask: Ask, plan_file: Path) -> Report:
    """Say what a plan file pays; raises `ConfigError` where it cannot be used."""
    found = configured((), ask.surroundings, config=ask.config, flags=ask.flags)
    lang = lang_of(found)
    with speaking(lang):
        return plan_report(read_plan(plan_file), catalog=metrics_of(found), lang=lang)
