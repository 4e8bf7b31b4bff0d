"""A raw table with the canonical table it is taken for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from salesperf.sources.loaded import Mapped, Recognition
from salesperf.sources.options import TableOptions
from salesperf.sources.raw import RawTable
from salesperf.sources.targets.sheet import TargetSheet


@dataclass(frozen=True, slots=True)
class Known:
    """A raw table with what it was recognised as; `found` maps canonical columns to headers.

    `targets` is how a sheet of targets lies, None for any other table.
    """

    raw: RawTable
    recognition: Recognition
    found: Mapping[str, Mapped]
    told: TableOptions | None = None
    targets: TargetSheet | None = None

    @property
    def table(self) -> str | None:
        """The canonical table, None for none of ours."""
        return self.recognition.table
