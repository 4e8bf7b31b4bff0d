"""A section under the heading that its pack gives it."""

from __future__ import annotations

from msgspec.structs import replace

from salesperf.app.pack_plans.plan import SectionPlan
from salesperf.core.text import Text
from salesperf.report.model import Section


def headed(section: Section, plan: SectionPlan, usual: Text) -> Section:
    """The section with the heading that was written for it, else the usual one."""
    return replace(section, title=plan.heading(usual))
