"""A progress bar on standard error: only on a terminal, only when the work takes more than a second."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING, Self

from salesperf.core.text import printable

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_PATIENCE = 1.0
"""Seconds before anything is drawn."""


class ReadingBar:
    """Shows which file is being read; call it with a file name, files done and files in all.

    A timer thread draws the bar, so that one long file shows too; leaving the block takes it away.
    """

    def __init__(self, *, wanted: bool, color: bool = True) -> None:
        self._wanted = wanted and sys.stderr is not None and sys.stderr.isatty()
        self._color = color
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._bar: tuple[Progress, TaskID] | None = None
        self._latest = ("", 0, 0)
        self._writes = False

    def __enter__(self) -> Self:
        if self._wanted:
            self._timer = threading.Timer(_PATIENCE, self.draw)
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._wanted = False
            if self._timer:
                self._timer.cancel()
            if self._bar:
                self._bar[0].stop()

    def __call__(self, name: str, done: int, files: int) -> None:
        """Note which file is being read."""
        with self._lock:
            self._latest = (name, done, files)
            if self._bar:
                bar, task = self._bar
                description, total = _described(name, done, files, writes=self._writes)
                bar.update(task, description=description, completed=done, total=total)

    def writing(self, name: str, done: int, files: int) -> None:
        """Note what is being written, how much is done and out of how much."""
        with self._lock:
            self._writes = True
        self(name, done, files)

    def draw(self) -> None:
        """Show the bar from now on."""
        # rich costs more to import than most commands take: only a long read pays for it.
        from rich.console import Console  # noqa: PLC0415 -- see above
        from rich.progress import Progress  # noqa: PLC0415 -- see above

        with self._lock:
            if not self._wanted:
                return
            name, done, files = self._latest
            console = Console(stderr=True, no_color=not self._color)
            bar = Progress(console=console, transient=True, redirect_stdout=False, redirect_stderr=False)
            description, total = _described(name, done, files, writes=self._writes)
            task = bar.add_task(description, completed=done, total=total)
            bar.start()
            self._bar = (bar, task)


def _described(name: str, done: int, files: int, *, writes: bool = False) -> tuple[str, int | None]:
    """What is being done, and out of how many; a file name is no markup.

    Once every file was looked at, rows are parsed and added up, and nobody knows how long that takes.
    """
    if files and done >= files:
        return "adding up", None
    return ("writing " if writes else "reading ") + printable(name).replace("[", "\\["), files or None
