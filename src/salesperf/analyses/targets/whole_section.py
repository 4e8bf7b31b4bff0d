"""`[targets]` of salesperf.toml as a whole: lights, cascade, check and onboarding."""

from __future__ import annotations

from pydantic import Field

from salesperf.analyses.targets.cascade.section import TargetsAndCascade
from salesperf.analyses.targets.onboarding.section import OnboardingSection
from salesperf.analyses.targets.smart.section import CheckSection


class WholeTargetsSection(TargetsAndCascade):
    """`[targets]`."""

    check: CheckSection = Field(
        default=CheckSection(), description="from where on `targets check` takes a target for too high, too low or off"
    )
    onboarding: OnboardingSection = Field(
        default=OnboardingSection(),
        description="from when on `targets onboarding` takes a newcomer for one of the team",
    )
