from __future__ import annotations

from salesperf.app.pack_plans.people import OwnTargetsPlan
from salesperf.app.packs.headed import headed
from salesperf.core.text import Text
from salesperf.report.model import Section

USUAL = Text("Usual", "通常")


def test_a_section_has_the_heading_written_for_it_else_the_usual_one() -> None:
    bare, written = OwnTargetsPlan(kind="own_targets"), OwnTargetsPlan(kind="own_targets", title="Pace")

    assert headed(Section("a", USUAL), bare, USUAL).title == USUAL
    assert headed(Section("a", USUAL), written, USUAL).title == Text("Pace", "Pace")
