"""Which sheets a workbook has: one a section or table of an answer, further ones for tables of very many rows."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from salesperf.render.xlsx import words
from salesperf.render.xlsx.limits import Limits
from salesperf.render.xlsx.naming import sheet_name
from salesperf.report.listing import Listing, listings
from salesperf.report.model import Report, Section, TableBlock
from salesperf.report.names import Taken


class Long(Struct, frozen=True):
    """A table of very many rows, as a list on sheets of its own."""

    listing: Listing
    sheets: tuple[str, ...]
    section: str
    """The key of its section; none of an answer's table."""


class Leaf(Struct, frozen=True):
    """One sheet of a section with all that is inside it.

    `listings` are the tables of an answer, whose records go on behind the rows shown; `long` are the tables that stand
    elsewhere, by their key and section.
    """

    sheet: str
    section: Section
    listings: dict[str, Listing]
    long: dict[tuple[str, str], Long]

    def named_under(self, section: Section) -> str:
        """The section under which figures have their names: an answer's tables stand in none."""
        return "" if self.listings else section.key

    def listing(self, block: TableBlock) -> Listing:
        """A table with all its rows."""
        return self.listings.get(block.key, Listing(block))


class Plan(Struct, frozen=True):
    """The names of all sheets, in their order."""

    contents: str
    leaves: tuple[Leaf, ...]
    sources: str

    @property
    def long(self) -> tuple[Long, ...]:
        """All tables of very many rows."""
        return tuple(one for leaf in self.leaves for one in leaf.long.values())


def plan(report: Report, limits: Limits, taken: Taken) -> Plan:
    """Name the sheets; a name that comes twice is numbered."""
    contents = sheet_name(words.CONTENTS.say(report.lang), taken)
    sources = sheet_name(words.SOURCES.say(report.lang), taken)
    whole: list[tuple[Section, dict[str, Listing]]] = [(section, {}) for section in report.sections]
    answer = [_of_answer(listing, report) for listing in (listings(report) if not report.sections else ())]
    if report.sections:
        answer = [_of_answer(Listing(block), report) for block in report.blocks]
    leaves = tuple(_leaf(section, found, report, limits, taken) for section, found in (*answer, *whole))
    return Plan(contents, leaves, sources)


def _of_answer(listing: Listing, report: Report) -> tuple[Section, dict[str, Listing]]:
    """A table of an answer as a section: its title is that of the sheet."""
    is_own = listing.block.key == "records" and listing.block.title == report.title
    title = words.ALL_ROWS if is_own and len(report.blocks) else listing.block.title
    return Section(listing.block.key, title, blocks=(listing.block,)), {listing.block.key: listing}


def _leaf(section: Section, found: dict[str, Listing], report: Report, limits: Limits, taken: Taken) -> Leaf:
    name = sheet_name(section.title.say(report.lang) or section.key, taken)
    long = {
        (one.key, listing.block.key): Long(listing, _sheets(listing, report, limits, taken), "" if found else one.key)
        for one, listing in _tables(section, found)
        if listing.count > limits.large
    }
    return Leaf(name, section, found, long)


def _tables(section: Section, found: dict[str, Listing]) -> Iterator[tuple[Section, Listing]]:
    for block in section.blocks:
        yield section, found.get(block.key, Listing(block))
    for inner in section.sections:
        yield from _tables(inner, found)


def _sheets(listing: Listing, report: Report, limits: Limits, taken: Taken) -> tuple[str, ...]:
    count = -(-listing.count // limits.sheet_rows)
    title = words.LIST_OF.fill(title=listing.block.title.say(report.lang) or listing.block.key).say(report.lang)
    return tuple(sheet_name(title, taken, number=number) for number in range(1, count + 1))
