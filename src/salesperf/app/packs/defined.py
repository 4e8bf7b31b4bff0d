"""What the figures of a pack mean: of every metric that a section shows or names, and of no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesperf.metrics.model import Metric
from salesperf.report.model import Definition, Section


def definitions_of(sections: Sequence[Section], metrics: Sequence[Metric]) -> Iterator[Definition]:
    """The metrics that stand in the sections, by their key or by their name."""
    keys = frozenset(key for section in sections for key in _keys(section))
    said = " ".join(words for section in sections for words in _words(section)).casefold()
    for metric in metrics:
        if metric.key in keys or metric.label.en.casefold() in said:
            yield Definition(metric.key, metric.label, metric.meaning)


def _keys(section: Section) -> Iterator[str]:
    """What figures are called: tiles, columns, rows of a metric, cells of sentences."""
    yield from (tile.key for tile in section.tiles)
    yield from (name for sentence in section.sentences for name in sentence.values)
    for block in section.blocks:
        yield from (column.key for column in block.columns)
        yield from (row.key for row in block.rows if row.key is not None)
    for inner in section.sections:
        yield from _keys(inner)


def _words(section: Section) -> Iterator[str]:
    """What people read above and beside the figures."""
    yield section.title.en
    yield from (sentence.words.en for sentence in section.sentences)
    for block in section.blocks:
        yield from (block.title.en, *(column.label.en for column in block.columns))
        yield from (figure.title.en for figure in block.figures)
    for inner in section.sections:
        yield from _words(inner)
