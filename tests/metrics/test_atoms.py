from __future__ import annotations

from salesperf.metrics.atoms import ATOMS, column_needed
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.parts import atoms_of


def test_every_atom_is_needed_by_a_metric() -> None:
    used = {atom for metric in CATALOG for atom in atoms_of(metric, CATALOG)}

    assert set(ATOMS.keys) == used


def test_a_column_that_is_made_for_counting_rests_on_the_one_the_files_have() -> None:
    assert (column_needed("reps"), column_needed("customers"), column_needed("net")) == ("rep", "customer", "net")
