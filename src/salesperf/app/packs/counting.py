"""Whether all that somebody reached counts against the target, and what those are called of whom not all does."""

from __future__ import annotations

from collections.abc import Sequence

from salesperf.analyses.targets.compute import Line
from salesperf.analyses.targets.owners import COMPANY, TEAM
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import number
from salesperf.app.packs.one_of_all import Whom
from salesperf.core.text import Text

_PART = Text("{what}, as far as there are targets", "{what}（有目标部分）")
_ROW = Text("{name} (as far as there are targets)", "{name}（有目标部分）")


def counts_all(briefing: Briefing, line: Line) -> bool:
    """Whether all that the owner of a line reached in its days counts: none of it is of people or days without target.

    Of owners that packs measure nothing of it is taken to.
    """
    owner = line.owner
    if owner.scope == COMPANY:
        of = briefing.of_company()
    elif owner.key is not None and owner.key in briefing.groups(owner.scope):
        of = briefing.of(Whom(owner.scope, owner.key, owner.name))
    else:
        return True
    found = of.result((line.metric.key,), compare=(), period=line.period)
    return (
        found is None or not found.entries or number(found.entries[0].now.get(line.metric.key)) == number(line.actual)
    )


def counted(briefing: Briefing, line: Line, what: Text) -> Text:
    """A span or a metric as a sentence on a target names it: with what part of it counts, where not all does."""
    return what if counts_all(briefing, line) else _PART.fill(what=what)


def who_counts(briefing: Briefing, line: Line) -> Text:
    """The owner of a target as a row names it; of a company or team of which not all counts it says so."""
    owner = line.owner
    name = phrases.COMPANY if owner.scope == COMPANY else Text(owner.name, owner.name)
    is_part = owner.is_sum and owner.scope in {COMPANY, TEAM} and not counts_all(briefing, line)
    return _ROW.fill(name=name) if is_part else name


def shown(briefing: Briefing, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that a table shows: under conditions no sum of one, which would be that one under the name of all."""
    if not briefing.request.where:
        return tuple(lines)
    return tuple(line for line in lines if not line.owner.is_sum or len(line.owner.holdings) > 1)
