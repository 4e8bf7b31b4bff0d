from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
ORDERS = "Order ID,Order Date,Product,Amount\n1,2026-01-05,GTXPro,5\n2,2026-01-06, ＧＴＸＰｒｏ ,6\n3,2026-01-07,MG,7\n"


def _read(load_files: Load, *paths: Path, files: str = "*.csv", **values: dict[str, str]) -> Loaded:
    told = TableOptions("orders", (files,), values=values)
    return load_files(*paths, options=ReadOptions(tables=(told,)))


def test_a_declared_value_is_the_one_that_is_meant_and_is_counted(write_text: Write, load_files: Load) -> None:
    loaded = _read(load_files, write_text(ORDERS), product_name={"GTXPro": "GTX Pro", "Zeta": "Z"})

    assert loaded.bundle.tables["orders"].frame["product_name"].to_list() == ["GTX Pro", "GTX Pro", "MG"]
    assert [note.en for note in loaded.bundle.notes][:1] == [
        "2 cells of product_name read as the configuration declares: GTXPro = GTX Pro (2)"
    ]


def test_two_values_that_change_places_do_not_become_one(write_text: Write, load_files: Load) -> None:
    loaded = _read(load_files, write_text(ORDERS), product_name={"GTXPro": "MG", "MG": "GTXPro"})

    assert loaded.bundle.tables["orders"].frame["product_name"].to_list() == ["MG", "MG", "GTXPro"]


def test_files_that_other_patterns_describe_keep_their_values(write_text: Write, load_files: Load) -> None:
    later = write_text(ORDERS.replace("2026-01", "2026-02").replace("\n1,", "\n11,"), "feb.csv")
    loaded = _read(load_files, write_text(ORDERS, "jan.csv"), later, files="jan*", product_name={"GTXPro": "GTX Pro"})

    names = loaded.bundle.tables["orders"].frame["product_name"].to_list()
    assert (names.count("GTX Pro"), names.count("GTXPro")) == (2, 2)


def test_nothing_found_says_nothing(write_text: Write, load_files: Load) -> None:
    loaded = _read(load_files, write_text(ORDERS), product_name={"Zeta": "Z"}, customer_name={"a": "b"})

    assert not [note for note in loaded.bundle.notes if "declares" in note.en]
