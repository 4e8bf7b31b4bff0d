"""The settings of one run: the sections of `salesperf.toml`, composed; each section lives beside what it configures."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Literal
from zoneinfo import available_timezones

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from salesperf.analyses.abc.section import AbcSection
from salesperf.analyses.lifecycle.section import LifecycleSection
from salesperf.analyses.rfm.section import RfmSection
from salesperf.analyses.targets.whole_section import WholeTargetsSection
from salesperf.app.pack_plans.pack import PackPlan
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Lang, Text
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.section import MetricsSection
from salesperf.sources.options import Limits, OnBadRows

_LIMITS = Limits()
KeyPath = tuple[str, ...]
"""A setting's place: `("workspace", "lang")` is `lang` under `[workspace]`."""

_SUCH_AS = Text("write one such as Asia/Shanghai", "请写成 Asia/Shanghai 这样的时区")


class Section(BaseModel):
    """One table of the file; a key it does not know is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class WorkspaceSection(Section):
    """`[workspace]`: who reports, and in which words, currency and time."""

    name: str | None = Field(default=None, description="the company's name, printed above every report")
    lang: Lang | None = Field(default=None, description="language of reports; that of most headers when not set")
    currency: str | None = Field(
        default=None, pattern="^[A-Z]{3}$", description="ISO code of amounts that carry none, such as CNY"
    )
    timezone: str | None = Field(
        default=None, description="IANA zone that times with an offset are converted to, such as Asia/Shanghai"
    )
    fiscal_year_start: int | None = Field(
        default=None, ge=1, le=12, description="short for first_month under [calendar]"
    )
    on_bad_rows: OnBadRows = Field(
        default=OnBadRows.FAIL, description="stop on rows that cannot be read, or set them aside and report them"
    )
    quarantine_to: str | None = Field(
        default=None,
        pattern=r"(?i)\.csv$",
        description="CSV file for such rows, set aside by kpi, check and explain; relative to this file's folder",
    )

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str | None) -> str | None:
        if name is not None and name not in available_timezones():
            hint = did_you_mean(name, sorted(available_timezones())) or _SUCH_AS
            raise PydanticCustomError("unknown_zone", "is no time zone", {"hint": hint})
        return name


class ReadingSection(Section):
    """`[reading]`: how files are read where looking at them does not decide it."""

    encoding: str | None = Field(default=None, description="text encoding, such as gb18030")
    delimiter: str | None = Field(
        default=None, min_length=1, description="what stands between the cells of a text file"
    )
    sheet: str | None = Field(default=None, description="the workbook sheet to read; all of them when not set")
    header_row: int | None = Field(default=None, ge=1, description="the row of the header, as the spreadsheet counts")
    date_order: str | None = Field(
        default=None, pattern="^(ymd|dmy|mdy)$", description="what 03/04/2026 means: ymd, dmy or mdy"
    )
    decimal: str | None = Field(default=None, pattern="^[.,]$", description="the decimal mark, `.` or `,`")
    corrections: tuple[str, ...] = Field(
        default=(), description="files of rows that were set aside and corrected, relative to this file's folder"
    )
    max_cells: int = Field(default=_LIMITS.max_cells, ge=1, description="cells that a sheet of a workbook may span")
    max_inflated: int = Field(default=_LIMITS.max_inflated, ge=1, description="bytes that a workbook may inflate to")
    max_ratio: int = Field(
        default=_LIMITS.max_ratio, ge=1, description="times its packed size that a part of a workbook may inflate to"
    )
    max_parts: int = Field(default=_LIMITS.max_parts, ge=1, description="parts that a workbook may be packed of")
    max_text: int = Field(
        default=_LIMITS.max_text, ge=1, description="bytes of text that the cells of a workbook may repeat"
    )
    max_memory: int = Field(
        default=_LIMITS.max_memory, ge=1, description="bytes that the trial of an .xls, .xlsb or .ods may take"
    )
    max_seconds: int = Field(default=_LIMITS.max_seconds, ge=1, description="seconds that such a trial may take")


_NamedAfter = Literal["region", "rep", "team", "store", "channel", "product", "nothing"]


class TableSection(Section):
    """`[[table]]`: how the files that match its patterns are read."""

    name: str = Field(description="the canonical table these files are, such as orders")
    files: tuple[str, ...] = Field(min_length=1, description="file names or patterns, relative to this file's folder")
    sheet: str | None = Field(default=None, description="the workbook sheet to read")
    columns: Mapping[str, str] = Field(default_factory=dict, description="canonical column = header in the file")
    status: Mapping[str, tuple[str, ...]] = Field(
        default_factory=dict, description="status words of the file by line kind: sold, returned, cancelled, open"
    )
    encoding: str | None = Field(default=None, description="text encoding of these files")
    date_order: str | None = Field(default=None, pattern="^(ymd|dmy|mdy)$", description="order of dates in these files")
    unit: str | None = Field(default=None, description="targets: what amounts are in, such as thousands or 万元")
    metric: str | None = Field(default=None, description="targets: the metric that all of them are of")
    scope: str | None = Field(default=None, description="targets: whose all of them are, such as rep or team")
    year: int | None = Field(
        default=None, ge=1900, le=2999, description="the year of days and of targets' periods that name none"
    )
    fiscal_year_start: int | None = Field(
        default=None, ge=1, le=12, description="targets: the month in which the years of these files begin"
    )
    values: Mapping[str, Mapping[str, str]] = Field(
        default_factory=dict,
        description="by canonical column: a key, name or word in the files, and the one that is meant",
    )
    header_row: int | None = Field(default=None, ge=1, description="the row of the header in these files")
    delimiter: str | None = Field(
        default=None, min_length=1, description="what stands between the cells of these files"
    )
    decimal: str | None = Field(default=None, pattern="^[.,]$", description="the decimal mark in these files")
    amount_includes: tuple[Literal["tax", "freight", "discount"], ...] | None = Field(
        default=None,
        description="what the amounts of these files hold beside the goods and is taken off: tax, freight, and the "
        "discount where they are before it",
    )
    refund_of: Literal["line", "order"] | None = Field(
        default=None,
        description="what the refund on a row is of: that row (line), or its whole order, on each of its rows (order)",
    )
    refund_includes: tuple[Literal["tax", "freight"], ...] | None = Field(
        default=None,
        description="what the refunds of whole orders hold beside the goods, so that the goods alone are taken off",
    )
    counts_as: Literal["sales", "returns", "owed", "nothing"] | None = Field(
        default=None,
        description="what rows of sales are, whatever their names say: sales, returns, owed (what customers owe, and "
        "no sales), or nothing to count",
    )
    sheet_is: _NamedAfter | None = Field(
        default=None,
        description="what the names of the sheets say of their rows: region, rep, team, store, "
        "channel or product; nothing where they say none of it",
    )
    file_is: _NamedAfter | None = Field(
        default=None,
        description="what the names of the files say of their rows beside months and what all of them "
        "say, in the same words",
    )


class Settings(Section):
    """The whole of `salesperf.toml`."""

    workspace: WorkspaceSection = WorkspaceSection()
    reading: ReadingSection = ReadingSection()
    calendar: CalendarSection = CalendarSection()
    kpi: SalesSection = SalesSection()
    metrics: MetricsSection = MetricsSection()
    targets: WholeTargetsSection = WholeTargetsSection()
    rfm: RfmSection = RfmSection()
    abc: AbcSection = AbcSection()
    lifecycle: LifecycleSection = LifecycleSection()
    packs: Mapping[str, PackPlan] = Field(default_factory=dict, description="report packs of one's own, by name")
    table: tuple[TableSection, ...] = ()

    @property
    def fiscal_calendar(self) -> CalendarSection:
        """The calendar with the workspace's short form of its first month applied."""
        first_month = self.workspace.fiscal_year_start
        return self.calendar if first_month is None else self.calendar.model_copy(update={"first_month": first_month})


class Configured(Struct, frozen=True):
    """Settings with the origin of every value that is not a default, and the project file they came from.

    `origins` maps a key path to a flag, an environment variable or a file name.
    """

    settings: Settings
    origins: Mapping[KeyPath, str]
    project_file: Path | None = None
    user_file: Path | None = None

    @property
    def folder(self) -> Path | None:
        """The folder of the project file: what its patterns are relative to."""
        return self.project_file.parent if self.project_file else None

    @property
    def sha256(self) -> str:
        """A digest of the effective settings, the same wherever they were written."""
        canonical = json.dumps(self.settings.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()
