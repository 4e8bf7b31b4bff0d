"""The parts of a file's bytes that tell its encoding: its head, and what lies around bytes that are not ASCII."""

from __future__ import annotations

import re

SAMPLE = 1 << 16
_HEAD = 4096
_NON_ASCII = re.compile(rb"[\x80-\xff]")


def sample_of(content: bytes) -> bytes:
    """The head and 64 KB around the first, middle and last byte that is not ASCII, widened to whole lines."""
    places = [found.start() for found in (_NON_ASCII.search(content), _last_non_ascii(content)) if found is not None]
    if not places:
        return content[:SAMPLE]
    middle = _NON_ASCII.search(content, (places[0] + places[-1]) // 2)
    spots = sorted({places[0], middle.start() if middle else places[0], places[-1]})
    wanted = [(0, _HEAD), *((max(0, spot - SAMPLE // 2), spot + SAMPLE // 2) for spot in spots)]
    parts: list[bytes] = []
    done = 0
    for start, end in wanted:
        first, last = _whole_lines(content, max(start, done), end)
        if last > done:
            parts.append(content[max(first, done) : last])
            done = last
    return b"".join(parts)


def _last_non_ascii(content: bytes) -> re.Match[bytes] | None:
    end = len(content)
    while end > 0:
        start = max(0, end - SAMPLE)
        found = None
        for found in _NON_ASCII.finditer(content, start, end):  # noqa: B007 - the last one is wanted
            pass
        if found is not None:
            return found
        end = start
    return None


def _whole_lines(content: bytes, start: int, end: int) -> tuple[int, int]:
    """The place of the lines that `start` and `end` lie in; CR or LF ends a line, and none is longer than 64 KB."""
    line_end = b"\n" if b"\n" in content[:SAMPLE] else b"\r"
    before = content.rfind(line_end, max(0, start - SAMPLE), start)
    after = content.find(line_end, end, end + SAMPLE)
    return (before + 1 if before >= 0 else start), (after + 1 if after >= 0 else min(end, len(content)))
