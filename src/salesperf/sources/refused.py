"""The one way a reader says that a file or sheet gives no table; `raw_tables` turns it into an issue and goes on."""

from __future__ import annotations

from salesperf.core.errors import Issue


class Refused(Exception):  # noqa: N818 - an answer for one file, not a fault of the run
    """The file cannot be read; carries the issue that says why."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.message)
        self.issue = issue
