"""Who a plan is for, where no table of assignments says it: `who = { reps = ["R1"], teams = ["East"] }`."""

from __future__ import annotations

from pydantic import Field

from salesperf.analyses.commission.written.tiers import Written


class Who(Written):
    """Everybody whom one of the lists names; team and role are those of the day, as the list of people has them."""

    reps: tuple[str, ...] = Field(default=(), description="reps by id or name")
    teams: tuple[str, ...] = Field(default=(), description="teams of the people table")
    roles: tuple[str, ...] = Field(default=(), description="roles of the people table")
