"""What the numbers were made from, so that they can be made again: no paths, no times, the same bytes every run."""

from __future__ import annotations

import hashlib
import json
import platform
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from importlib.metadata import version
from typing import Any

from msgspec.structs import asdict, replace

from salesperf import __version__
from salesperf.app.settings import Configured
from salesperf.core.errors import Issue, Severity
from salesperf.core.registry import Registry
from salesperf.metrics.model import Metric
from salesperf.report.model import Records, Report
from salesperf.sources.loaded import Account, Loaded
from salesperf.sources.no_data.row_kind import KINDS
from salesperf.tables.catalog import TABLES
from salesperf.tables.labels import table_words

SCHEMA = "salesperf.manifest/1"
Manifest = Mapping[str, object]


def with_manifest(
    report: Report,
    *,
    command: str,
    request: Mapping[str, object],
    configured: Configured,
    catalog: Registry[Metric],
    loaded: Loaded,
) -> Report:
    """The report with its manifest: inputs with digests and row accounts, settings, definitions, versions, result."""
    manifest = {
        "schema": SCHEMA,
        "command": command,
        "request": plain(request),
        "as_of": report.meta.as_of.isoformat() if report.meta.as_of else None,
        "inputs": _inputs(loaded),
        **_corrections(loaded),
        "left_out": _left_out(loaded.accounts),
        "config_sha256": configured.sha256,
        "metrics_sha256": definitions_sha256(catalog),
        "result_sha256": records_sha256(report.records),
        "versions": _versions(),
    }
    read = {account.table for account in loaded.accounts}
    tables = {table.key: table_words(table.key) for table in TABLES if table.key in read}
    notes = {account.note.en: account.note for account in loaded.accounts if account.note}
    return replace(report, meta=replace(report.meta, manifest=manifest, tables=tables, words={**KINDS, **notes}))


def manifest_bytes(manifest: Manifest) -> bytes:
    """The manifest as a JSON file."""
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()


def definitions_sha256(catalog: Iterable[Metric]) -> str:
    """A digest of what every metric means: its formula, unit, filter; labels and examples do not count."""
    meanings = [
        [metric.key, type(metric.formula).__name__, asdict(metric.formula), metric.unit.value, list(metric.where)]
        for metric in catalog
    ]
    return _digest(meanings)


def records_sha256(records: Records) -> str:
    """A digest of an answer's rows, whatever format they are drawn in."""
    keys = [column.key for column in records.columns]
    found = hashlib.sha256(b"[" + _packed(keys) + b",[")
    for number, row in enumerate(records.rows):
        found.update(b"," * (number > 0) + _packed([plain(value) for value in row]))
    found.update(b"]]")
    return found.hexdigest()


def plain(value: object) -> Any:  # noqa: ANN401 -- JSON is any of its kinds
    """A value as JSON has it: decimals and dates as text, enums as their words, None left out of mappings."""
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(inner) for inner in value]
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


def _inputs(loaded: Loaded) -> list[dict[str, object]]:
    reasons = _reasons(loaded.issues)
    read = [account for account in loaded.accounts if account.table is not None]
    accounts = sorted(read, key=lambda account: (account.file, account.sheet or "", account.table or ""))
    return [_input(account, reasons.get((account.file, account.sheet), {})) for account in accounts]


def _input(account: Account, reasons: Mapping[str, int]) -> dict[str, object]:
    found: dict[str, object] = {
        "file": account.file,
        "sheet": account.sheet,
        "sha256": account.sha256,
        "table": account.table,
        "rows": account.rows,
        "loaded": account.loaded,
        "quarantined": account.quarantined,
        "corrected": account.corrected or None,
        "quarantined_cells_by_code": dict(sorted(reasons.items())) if account.quarantined else None,
        "superseded": account.superseded,
        "dropped": dict(sorted(account.dropped.items())) or None,
        "note": account.note and account.note.en,
    }
    return {key: value for key, value in found.items() if value is not None}


def _corrections(loaded: Loaded) -> dict[str, object]:
    """The corrected files, where there are any."""
    files = [{"file": name, "sha256": digest} for name, digest in sorted(loaded.corrections.items())]
    return {"corrections": files} if files else {}


def _left_out(accounts: Iterable[Account]) -> list[dict[str, str]]:
    """Files that gave no rows, and why."""
    unread = sorted((account for account in accounts if account.table is None), key=lambda account: account.file)
    return [{"file": account.file, "reason": account.note.en if account.note else ""} for account in unread]


def _reasons(issues: Iterable[Issue]) -> dict[tuple[str | None, str | None], Counter[str]]:
    """How many cells each error code names, by file and sheet."""
    found: dict[tuple[str | None, str | None], Counter[str]] = {}
    for issue in issues:
        if issue.severity is Severity.ERROR:
            found.setdefault((issue.where.file, issue.where.sheet), Counter())[issue.code] += issue.count
    return found


def _versions() -> dict[str, str]:
    return {
        "salesperf": __version__,
        "python": platform.python_version(),
        **{name: version(name) for name in ("narwhals", "polars")},
    }


def _digest(value: object) -> str:
    return hashlib.sha256(_packed(value)).hexdigest()


def _packed(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
