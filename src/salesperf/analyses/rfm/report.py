"""Segments as a report: tables for people, a record a customer for machines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from salesperf.analyses.rfm import phrases
from salesperf.analyses.rfm.blocks import cutoffs_block, grid_block, playbook_block, segments_block
from salesperf.analyses.rfm.compute import Scored, scored_customers
from salesperf.analyses.rfm.listed import records_of
from salesperf.analyses.rfm.notes import notes_of
from salesperf.analyses.rfm.pages import parameters_section, segment_sections
from salesperf.analyses.rfm.question import Question
from salesperf.analyses.rfm.summary import lines_of
from salesperf.core.text import Lang, Text
from salesperf.facts.sales import Sales, sales
from salesperf.facts.section import SalesSection
from salesperf.metrics.condition_words import condition_words
from salesperf.report.model import Meta, Report, Section, TableBlock
from salesperf.tables.bundle import Bundle

SCHEMA = "salesperf.rfm/1"


def rfm_report(
    bundle: Bundle,
    question: Question,
    *,
    section: SalesSection,
    lang: Lang,
    unreached: Sequence[Text] = (),
    files: Sequence[str] | None = None,
) -> tuple[Report, Scored]:
    """Score the customers of a bundle; raises `UsageError` and `DataError`.

    Given the names of the files, the report has a list of every segment and the settings that repeat it, as pages and
    workbooks show them.
    """
    sold = sales(bundle, section=section, as_of=question.as_of)
    found = scored_customers(sold, bundle, question)
    names = found.customers.lines.labels.get("customer", {})
    blocks = tuple(_blocks(found, lang))
    lists = files is not None and not found.is_empty
    report = Report(
        schema=SCHEMA,
        title=phrases.TITLE,
        subtitle=phrases.ON_DAY.fill(day=found.customers.day),
        lang=lang,
        blocks=() if lists else blocks,
        sections=tuple(_sections(found, blocks, names, files or (), lang)) if lists else (),
        records=records_of(found, names, lang=lang),
        notes=notes_of(found, sold, unreached=unreached),
        meta=_meta(found, sold, question),
    )
    return report, found


def _meta(found: Scored, sold: Sales, question: Question) -> Meta:
    return Meta(
        as_of=found.customers.day,
        span=(found.customers.first, found.customers.day),
        currency=sold.currency,
        only=condition_words(question.where),
    )


def _blocks(found: Scored, lang: Lang) -> Iterator[TableBlock]:
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


def _sections(
    found: Scored, blocks: Sequence[TableBlock], names: Mapping[str, str], files: Sequence[str], lang: Lang
) -> Iterator[Section]:
    for block in blocks:
        yield Section(block.key, block.title, blocks=(block,))
    yield from segment_sections(found, names, lang=lang)
    yield parameters_section(found, files)
