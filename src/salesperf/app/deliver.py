"""An answer to its place: selected, drawn, and written whole to a file, or handed back for standard output."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from salesperf.app.manifest import manifest_bytes
from salesperf.app.output import refuse_existing, write
from salesperf.app.template import check_template, filled
from salesperf.core.errors import UsageError
from salesperf.core.text import Text, listing
from salesperf.render.formats import (
    FORMATS,
    UTF_8,
    UTF_8_BOM,
    DrawOptions,
    Format,
    check_installed,
    check_name,
    draw,
    find_format,
    format_of,
    not_in_encoding,
)
from salesperf.report.model import Note, Report
from salesperf.report.select import selected

MUST_BE_TOLD = frozenset({"partial", "base_edge", "empty"})
"""Notes that change how a number is to be read, though nothing is wrong."""
_EPOCH = "SOURCE_DATE_EPOCH"


class Delivery(Struct, frozen=True):
    """How an answer looks and where it goes; `on_terminal` is whether its bytes would reach a screen."""

    format: str | None = None
    file: Path | None = None
    overwrite: bool = False
    columns: tuple[str, ...] = ()
    sort: tuple[str, ...] = ()
    limit: int | None = None
    total: bool = False
    encoding: str | None = None
    csv_safe: bool = False
    manifest: Path | None = None
    color: bool = False
    width: int | None = None
    on_terminal: bool = False
    made: datetime | None = None
    template: Path | None = None
    """A company's own workbook, whose named cells get the values."""
    private: bool = False
    """Whether it tells what people are paid: the files are for their owner alone."""


def made_at(environment: Mapping[str, str]) -> datetime | None:
    """The moment that files are to say they were made at, as `SOURCE_DATE_EPOCH` gives it; None where it is not set.

    >>> made_at({"SOURCE_DATE_EPOCH": "86400"})
    datetime.datetime(1970, 1, 2, 0, 0, tzinfo=datetime.timezone.utc)
    """
    said = environment.get(_EPOCH)
    if not said:
        return None
    try:
        return datetime.fromtimestamp(int(said), tz=UTC)
    except (ValueError, OverflowError, OSError) as fault:
        told = Text(f"{_EPOCH} is {said!r}", f"{_EPOCH} 的值为「{said}」")
        raise UsageError(told, Text("give whole seconds since 1970", "请给出自1970年起的整秒数")) from fault


def _to_nobody(_told: Text) -> None:
    """Nobody listens."""


def check_delivery(delivery: Delivery) -> None:
    """Say before the work what would stop the answer after it."""
    check_drawing(delivery)
    chosen = _format(delivery)
    if delivery.manifest is not None and delivery.manifest == delivery.file:
        told = Text("the answer and its manifest cannot both be {file!r}", "结果与溯源清单不能都写入「{file}」")
        raise UsageError(told.fill(file=str(delivery.file)))
    if delivery.template is not None:
        check_template(delivery.template, format=chosen.key, file=delivery.file)
    for file in (delivery.file, delivery.manifest):
        if file is not None:
            refuse_existing(file, overwrite=delivery.overwrite)


def check_drawing(delivery: Delivery) -> None:
    """Say before the work why the answer could not be drawn so, wherever it goes."""
    chosen = _format(delivery)
    check_installed(chosen)
    if delivery.file is not None:
        check_name(delivery.file.name, chosen)
    if delivery.manifest is not None:
        check_name(delivery.manifest.name, FORMATS["json"])
    if delivery.file is None and chosen.binary and delivery.on_terminal:
        told = Text(f"format {chosen.key!r} is not for a terminal", f"格式「{chosen.key}」不能输出到终端")
        raise UsageError(told, Text("name a file with -o", "请用 -o 指定文件"))
    _check_encoding(delivery, chosen)


def shows_total(delivery: Delivery) -> bool:
    """Whether the total row would be shown: formats of bare records leave it out unless it was asked for."""
    return delivery.total or delivery.template is not None or not _format(delivery).bare_records


def untold(report: Report, delivery: Delivery) -> tuple[Note, ...]:
    """The notes a reader must know and this format has no place for: bare records carry numbers alone."""
    if delivery.template is None and not _format(delivery).bare_records:
        return ()
    return tuple(note for note in report.notes if note.warning or note.key in MUST_BE_TOLD)


def tells_manifest(delivery: Delivery) -> bool:
    """Whether anyone will see what the answer was made from."""
    return delivery.manifest is not None or (delivery.template is None and _format(delivery).tells_manifest)


def has_pages(delivery: Delivery) -> bool:
    """Whether the answer has room for lists that a screen has not."""
    return delivery.template is None and _format(delivery).has_pages


def deliver(report: Report, delivery: Delivery, *, tell: Callable[[Text], None] = _to_nobody) -> bytes | None:
    """Write the answer and its manifest, or give the bytes for standard output when no file was named.

    `tell` gets what must be known of a template: which of its names were filled, and which were not.
    """
    if delivery.manifest is not None:
        if not report.meta.manifest:
            told = Text("this answer has no manifest", "此结果没有清单")
            hint = Text("kpi, explain, targets and report packs make one", "kpi、explain、targets 和报告包会生成清单")
            raise UsageError(told, hint)
        made_from = manifest_bytes(report.meta.manifest)
        write(delivery.manifest, made_from, overwrite=delivery.overwrite, private=delivery.private)
    content = drawn(report, delivery, tell=tell)
    if delivery.file is None:
        return content
    write(delivery.file, content, overwrite=delivery.overwrite, private=delivery.private)
    return None


def drawn(report: Report, delivery: Delivery, *, tell: Callable[[Text], None] = _to_nobody) -> bytes:
    """The bytes of the answer, selected and drawn as was asked, or of the template it fills."""
    picked = selected(report, columns=delivery.columns, sort=delivery.sort, limit=delivery.limit)
    if delivery.template is not None:
        return filled(picked, delivery.template, tell=tell)
    chosen = _format(delivery)
    return draw(picked, format=chosen.key, options=_options(delivery, chosen))


def _format(delivery: Delivery) -> Format:
    """The format named, else the one the file's suffix asks for, else the table for people."""
    if delivery.format is not None:
        return find_format(delivery.format)
    return format_of(delivery.file.name) if delivery.file is not None else FORMATS["table"]


def _options(delivery: Delivery, chosen: Format) -> DrawOptions:
    return DrawOptions(
        color=delivery.color and delivery.file is None,
        width=delivery.width if delivery.file is None else None,
        total=delivery.total,
        csv_safe=delivery.csv_safe,
        encoding=_encoding(delivery, chosen),
        made=delivery.made,
    )


def _encoding(delivery: Delivery, chosen: Format) -> str:
    """UTF-8, with a byte order mark in files a spreadsheet opens: without it Excel in China reads mojibake."""
    if delivery.encoding is not None:
        return delivery.encoding
    return UTF_8_BOM if delivery.file is not None and UTF_8_BOM in chosen.encodings else UTF_8


def _check_encoding(delivery: Delivery, chosen: Format) -> None:
    if delivery.encoding is not None and delivery.encoding not in chosen.encodings:
        names = listing(chosen.encodings)
        hint = Text("it takes: {names}", "可用的有：{names}").fill(names=names)
        raise UsageError(not_in_encoding(chosen.key, delivery.encoding), hint)
