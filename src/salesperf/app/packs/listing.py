"""`report --list`: every pack there is, with what it tells and where it was declared."""

from __future__ import annotations

from salesperf.app.layers import configured
from salesperf.app.packs.library import packs_of
from salesperf.app.sheets import sheet
from salesperf.app.workspace import Ask, lang_of
from salesperf.core.text import Text, listing
from salesperf.report.model import Column, Report

_COLUMNS = (
    Column("pack", Text("pack", "报告包")),
    Column("title", Text("title", "标题")),
    Column("of", Text("of", "对象")),
    Column("period", Text("period", "期间")),
    Column("sections", Text("sections", "章节")),
    Column("meaning", Text("meaning", "含义")),
    Column("origin", Text("declared in", "出处")),
)


def packs_report(ask: Ask) -> Report:
    """One row a pack, by name; raises `ConfigError`."""
    found = configured(ask.inputs, ask.surroundings, config=ask.config, flags=ask.flags)
    lang = lang_of(found)
    rows = [
        (
            pack.key,
            pack.plan.titled.say(lang),
            pack.plan.of,
            pack.plan.period,
            listing(plan.kind for plan in pack.plan.sections).say(lang),
            pack.plan.meant.say(lang),
            pack.origin.say(lang),
        )
        for pack in packs_of(found)
    ]
    return sheet("salesperf.packs/1", Text("Report packs", "报告包"), _COLUMNS, rows, lang=lang)
