"""Segments as a report: tables for people, a record a customer for machines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from salesperf.analyses.rfm import phrases
from salesperf.analyses.rfm.blocks import cutoffs_block, grid_block, playbook_block, segments_block
from salesperf.analyses.rfm.compute import Scored
from salesperf.analyses.rfm.customers import Customers, customers_of
from salesperf.analyses.rfm.listed import records_of
from salesperf.analyses.rfm.map_lint import CLEAN, Linted
from salesperf.analyses.rfm.migration import Moved, moved_blocks
from salesperf.analyses.rfm.notes import notes_of
from salesperf.analyses.rfm.pages import parameters_section, segment_sections
from salesperf.analyses.rfm.question import Question
from salesperf.analyses.rfm.splits import split_block
from salesperf.analyses.rfm.summarised import is_summarised, summarised
from salesperf.analyses.rfm.summary import lines_of
from salesperf.core.text import Lang
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.metrics.condition_words import condition_words
from salesperf.report.model import Meta, Report, Section, TableBlock
from salesperf.tables.bundle import Bundle

SCHEMA = "salesperf.rfm/1"


def customers_asked(bundle: Bundle, question: Question, section: SalesSection) -> Customers:
    """The customers of sales, else of a summary of them; raises `UsageError` and `DataError`."""
    if is_summarised(bundle, section):
        return summarised(bundle, question)
    return customers_of(sales(bundle, section=section, as_of=question.as_of), bundle, question)


def rfm_report(
    found: Scored,
    *,
    lang: Lang,
    looked: Linted = CLEAN,
    moves: Moved | None = None,
    files: Sequence[str] | None = None,
) -> Report:
    """Segments of scored customers, split where that is asked for, with who moved where two days are.

    Given the names of the files, the report has a list of every segment and the settings that repeat it, as pages and
    workbooks show them.
    """
    names = found.customers.names
    blocks = tuple(_blocks(found, moves, lang))
    lists = files is not None and not found.is_empty
    return Report(
        schema=SCHEMA,
        title=phrases.TITLE,
        subtitle=phrases.ON_DAY.fill(day=found.customers.day),
        lang=lang,
        blocks=() if lists else blocks,
        sections=tuple(_sections(found, blocks, names, files or (), lang)) if lists else (),
        records=records_of(found, names, lang=lang, moves=moves),
        notes=notes_of(found, looked=looked),
        meta=_meta(found.customers, found.question),
    )


def _meta(found: Customers, question: Question) -> Meta:
    return Meta(
        as_of=found.day,
        span=None if found.first is None else (found.first, found.day),
        currency=found.currency,
        only=condition_words(question.where),
    )


def _blocks(found: Scored, moves: Moved | None, lang: Lang) -> Iterator[TableBlock]:
    lines = lines_of(found)
    yield segments_block(found, lines, lang=lang)
    if found.is_empty:
        return
    yield grid_block(found)
    if found.cutoffs is not None:
        yield cutoffs_block(found, found.cutoffs, lang=lang)
    playbook = playbook_block(found, lines, lang=lang)
    if playbook is not None:
        yield playbook
    if moves is not None:
        yield from moved_blocks(moves, lang=lang)
    for dimension in found.question.by:
        yield split_block(found, dimension, lang=lang)


def _sections(
    found: Scored, blocks: Sequence[TableBlock], names: Mapping[str, str], files: Sequence[str], lang: Lang
) -> Iterator[Section]:
    for block in blocks:
        yield Section(block.key, block.title, blocks=(block,))
    yield from segment_sections(found, names, lang=lang)
    yield parameters_section(found, files)
