from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path
from threading import Thread

import pytest

from salesperf.sources.rows.raw import SourceFile

PATH = Path("orders.csv")


def test_a_hash_that_is_still_running_is_waited_for() -> None:
    later: Future[str] = Future()
    file = SourceFile(PATH, "orders.csv", later, 5)

    other = Thread(target=later.set_result, args=["abc"])
    other.start()

    assert file.sha256 == "abc"
    other.join()


def test_a_hash_that_is_known_is_given() -> None:
    assert SourceFile(PATH, "orders.csv", "abc", 5).sha256 == "abc"


def test_two_files_are_equal_without_their_hashes_being_asked_for() -> None:
    never: Future[str] = Future()

    assert SourceFile(PATH, "orders.csv", never, 5) == SourceFile(PATH, "orders.csv", "abc", 5)
    assert SourceFile(PATH, "orders.csv", "abc", 5) != SourceFile(PATH, "orders.csv", "abc", 5, named=False)
    assert "abc" not in repr(SourceFile(PATH, "orders.csv", "abc", 5))


def test_a_file_does_not_change() -> None:
    file = SourceFile(PATH, "orders.csv", "abc", 5)

    with pytest.raises(AttributeError):
        file.name = "other.csv"  # type: ignore[misc]
