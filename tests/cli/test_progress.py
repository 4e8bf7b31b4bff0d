from __future__ import annotations

import sys
from io import StringIO

import pytest

from salesperf.cli import progress
from salesperf.cli.progress import ReadingBar


class _Screen(StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_is_drawn_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)

    with ReadingBar(wanted=True) as bar:
        bar("a.csv", 0, 2)

    assert pipe.getvalue() == ""


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _Screen()
    monkeypatch.setattr(sys, "stderr", screen)

    with ReadingBar(wanted=True) as bar:
        bar("a.csv", 0, 2)

    assert screen.getvalue() == ""


def test_long_work_shows_the_file_and_cleans_up(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _Screen()
    monkeypatch.setattr(sys, "stderr", screen)

    with ReadingBar(wanted=True) as bar:
        bar("[/oops].csv", 1, 2)
        bar.draw()
        bar("", 2, 2)

    shown = screen.getvalue()
    assert "reading [/oops].csv" in shown
    assert "adding up" in shown
    assert screen.getvalue().endswith("\x1b[2K")


def test_what_is_written_after_reading_is_shown_too(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _Screen()
    monkeypatch.setattr(sys, "stderr", screen)

    with ReadingBar(wanted=True) as bar:
        bar("a.csv", 1, 1)
        bar.writing("Ann", 0, 1000)
        bar.draw()

    assert "writing Ann" in screen.getvalue()
    assert "reading" not in screen.getvalue()


def test_a_bar_that_was_not_wanted_never_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _Screen()
    monkeypatch.setattr(sys, "stderr", screen)

    with ReadingBar(wanted=False) as bar:
        bar.draw()

    assert screen.getvalue() == ""
