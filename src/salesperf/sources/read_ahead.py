"""The pieces of a stream, the next of which is read while the one before is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import IO


def read_ahead(stream: IO[bytes], size: int) -> Iterator[bytes]:
    """The pieces in order; what reading raises is raised in its place, and no reading goes on after the last.

    Inflating a part takes as long as looking through it, and leaves the other processor free to look.
    """
    with ThreadPoolExecutor(max_workers=1) as reader:
        coming = reader.submit(stream.read, size)
        while piece := coming.result():
            coming = reader.submit(stream.read, size)
            yield piece
