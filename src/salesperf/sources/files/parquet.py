"""Parquet files as raw tables: scanned lazily, with the types they hold."""

from __future__ import annotations

from io import BytesIO

import polars as pl

from salesperf.core.codes import issue
from salesperf.core.errors import Where
from salesperf.core.text import Text, listing, same
from salesperf.sources.headers.layout import stands_for_others, unique_names
from salesperf.sources.refused import Refused
from salesperf.sources.rows.raw import Layout, RawTable, SourceFile
from salesperf.sources.texts.text_plan import RENAMED

SAMPLE_ROWS = 200


def read_parquet(file: SourceFile) -> RawTable:
    """The table of a Parquet file; refuses a damaged one."""
    source = BytesIO(file.content) if file.content is not None else file.path
    if source is None:
        raise ValueError("a file has a path or content")
    try:
        frame = pl.scan_parquet(source, glob=False)
        schema = frame.collect_schema()
        names = tuple(schema)
        rows = int(frame.select(pl.len()).collect().item())
        renamed: tuple[str, ...] = ()
        if any(stands_for_others(name) for name in names):
            own, (names, renamed) = names, unique_names(names)
            frame = frame.rename(dict(zip(own, names, strict=True)))
        # A column that has never held anything has no type of its own, and text functions refuse it.
        if pl.Null in schema.dtypes():
            frame = frame.with_columns(pl.col(pl.Null).cast(pl.String))
        sample = frame.head(SAMPLE_ROWS).collect()
    except (pl.exceptions.PolarsError, OSError) as error:
        first_line = str(error).strip().splitlines()[0]
        message = Text("the file cannot be read: {why}", "文件无法读取：{why}").fill(why=first_line)
        raise Refused(issue("R127", message, Where(file.name))) from error
    issues = (
        (issue("R115", RENAMED.fill(names=listing(renamed[:10])), Where(file.name), count=len(renamed)),)
        if renamed
        else ()
    )
    return RawTable(file, None, names, frame, sample, Layout(None, 1, evidence=(same("Parquet"),)), rows, issues=issues)
