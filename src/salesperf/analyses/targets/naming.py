"""Which group a name means: by its key, by what it is called, or by what the people table knows of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from salesperf.analyses.targets.owners import People
from salesperf.core.text import folded

_LAST_FIRST = re.compile(r"\s*([^\W\d_][^,，]*?)\s*,\s*([^\W\d_][^,，]*?)\s*")
_IN_BRACKETS = re.compile(r"\s*(.*?\S)\s*[(（\[【]\s*([^()（）\[\]【】]+?)\s*[)）\]】]\s*")
_BESIDE_ID = re.compile(r"\s*(?:([A-Za-z]*\d+)[\s_/:：-]+(\D+?)|(\D+?)[\s_/:：-]+([A-Za-z]*\d+))\s*")
"""An id before a name, or behind it."""
_LONG_ID = 3
"""Characters from which an id can be no number of a list."""


class Names(Struct, frozen=True):
    """The groups of the data in order, and how each is found: by its key, of one spelling the first; by its label."""

    groups: tuple[str, ...]
    keys: Mapping[str, int]
    labels: Mapping[str, str]

    def first(self, *written: str) -> str | None:
        """The first group whose key is one of the words."""
        found = (self.keys[word] for word in map(folded, written) if word in self.keys)
        at = min(found, default=None)
        return None if at is None else self.groups[at]


def names_of(groups: Iterable[str], labels: Mapping[str, str]) -> Names:
    """The names of groups; `labels` are what those are called that are ids."""
    known = tuple(groups)
    keys: dict[str, int] = {}
    for at, key in enumerate(known):
        keys.setdefault(folded(key), at)
    return Names(known, keys, {folded(name): key for key, name in labels.items()})


NOBODY = names_of((), {})


def key_of(written: str, names: Names, people: People | None, *, is_person: bool = False) -> str | None:
    """The group a target names, by its key, its name, or what the people table knows of it; None where nobody fits.

    Of a person, where nobody is known as it is written, `Lee, Ann` is Ann Lee, and an id or remark beside the name is
    left aside.
    """
    spellings = _spellings(written) if is_person else (written,)
    found = (_known_as(spelling, names, people) for spelling in spellings)
    return next((key for key in found if key is not None), None)


def _spellings(written: str) -> Iterator[str]:
    """A name as it is written, then its parts: ids before names."""
    yield written
    if (turned := _LAST_FIRST.fullmatch(written)) is not None:
        yield f"{turned[2]} {turned[1]}"
    if (bracket := _IN_BRACKETS.fullmatch(written)) is not None:
        yield from (bracket[2], bracket[1])
    if (beside := _BESIDE_ID.fullmatch(written)) is not None:
        identity, name = beside[1] or beside[4], beside[2] or beside[3]
        yield from ((identity, name) if len(identity) >= _LONG_ID else (name,))


def _known_as(written: str, names: Names, people: People | None) -> str | None:
    wanted = folded(written)
    own = names.first(written)
    if own is not None:
        return own
    if wanted in names.labels:
        return names.labels[wanted]
    if people is None:
        return None
    known_by = people.ids.get(wanted)
    if known_by is None:
        return None
    # Sales that have names and no ids know a person by the name.
    return names.first(known_by, people.names.get(known_by, "")) or known_by
