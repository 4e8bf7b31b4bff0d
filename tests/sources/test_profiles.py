"""Every shipped profile recognises its own sample, by the mapping written beside it, and no other named one does."""

from __future__ import annotations

import tomllib
from pathlib import Path

import polars as pl
import pytest

from salesperf.sources.columns import Sample
from salesperf.sources.detect import detected, table_aliases
from salesperf.sources.profile import profiles
from salesperf.tables.catalog import TABLES

SAMPLES = Path(__file__).parent.parent / "profiles"
SHIPPED = profiles()


def _sample(name: str) -> Sample:
    rows = pl.read_csv(SAMPLES / name / "sample.csv", infer_schema=False)
    return Sample(tuple(rows.columns), rows)


def test_every_profile_has_a_sample_and_every_sample_a_profile() -> None:
    assert {path.name for path in SAMPLES.iterdir()} == {profile.name for profile in SHIPPED}


@pytest.mark.parametrize("name", [profile.name for profile in SHIPPED])
def test_a_profile_recognises_its_sample(name: str) -> None:
    expected = tomllib.loads((SAMPLES / name / "expected.toml").read_text(encoding="utf-8"))

    best = detected(_sample(name), SHIPPED).best

    assert best is not None
    assert (best.profile, best.table) == (name, expected["table"])
    assert {column: mapped.header for column, mapped in best.found.items()} == expected["columns"]


@pytest.mark.parametrize("name", [profile.name for profile in SHIPPED])
def test_no_other_named_profile_claims_a_sample(name: str) -> None:
    sample = _sample(name)

    signed = {entry.profile for schema in TABLES for entry in table_aliases(schema, sample, SHIPPED) if entry.signature}

    assert signed <= {name}
