"""What every section of a pack is declared with, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, Field

from salesperf.core.text import Text


class Asked(Struct, frozen=True):
    """Metrics that a section wants measured by some dimensions."""

    metrics: tuple[str, ...]
    by: tuple[str, ...] = ()


class SectionPlan(BaseModel):
    """One section of a pack; its kind says what it shows, and its further keys how."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    title: str | None = Field(default=None, description="heading; that of its kind when not set")
    title_zh: str | None = Field(default=None, description="heading of Chinese reports; the title when not set")

    def heading(self, usual: Text) -> Text:
        """The heading that was written, else the usual one."""
        return usual if self.title is None else Text(self.title, self.title_zh or self.title)

    def asks(self) -> Iterator[Asked]:
        """What it wants measured, so that sections that split alike are measured in one look at the files."""
        yield from ()
