"""What is said of names that are read as others than they are written: those made one, and those spelled out."""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, in_quotes, listing
from salesperf.sources.conform.folded_names import FoldedNames
from salesperf.sources.pieces.one_read import Read

_SHOWN = 3
_FORMS = Text("{forms} as {name!r}", "{forms}计为「{name}」")
_SPELT = Text("{written!r} as {read!r}", "「{written}」读作「{read}」")
_UNDER = Text("{header!r}: {said}", "「{header}」：{said}")
_MERGED = Text(
    "{names:name is|names are} written with full-width or otherwise special characters in some rows and "
    "without in others, and counted as one: {shown}",
    "{names} 个名称有全角、半角等不同写法，已合并计算：{shown}",
)
_RESPELT = Text(
    "{names:name has|names have} characters that stand for others and are spelled out: {shown}",
    "{names} 个名称含代表其他字符的特殊字符，已展开：{shown}",
)


def name_notes(read: Read) -> list[Text]:
    """What became of the names of columns, with examples."""
    return [_UNDER.fill(header=header, said=said) for header, found in _found(read) for said in _said(found)]


def name_findings(read: Read) -> list[Issue]:
    """The same as findings, each with the rows that are read otherwise than written."""
    names = ", ".join(one.raw.file.name for one in read.files[:3]) + (" ..." if len(read.files) > 3 else "")  # noqa: PLR2004
    return [
        issue("R322", said, Where(names, read.files[0].raw.sheet, column=header), count=found.rows)
        for header, found in _found(read)
        for said in (listing(_said(found), Text("; ", "；")),)
        if said
    ]


def _found(read: Read) -> Iterator[tuple[str, FoldedNames]]:
    for column, found in read.rows.folded_names.items():
        yield read.headers[column], found


def _said(found: FoldedNames) -> Iterator[Text]:
    if found.merged:
        shown = [_FORMS.fill(forms=in_quotes(forms), name=name) for name, forms in found.merged[:_SHOWN]]
        yield _MERGED.fill(names=Count(len(found.merged)), shown=listing(shown, Text("; ", "；")))
    if found.respelt:
        shown = [_SPELT.fill(written=old, read=new) for old, new in found.respelt[:_SHOWN]]
        yield _RESPELT.fill(names=Count(len(found.respelt)), shown=listing(shown))
