"""What notes say to who keeps the figures, a command to type or lines for the project file, stands apart.

Nothing is left out: what is cut from a note stands whole under the keepers' heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from salesperf.core.text import Lang, Text
from salesperf.report.model import Note
from salesperf.report.words import Page, Remark

FOR_KEEPERS = Text("For whoever maintains the data", "供数据维护者")
LINES_BELOW = Text(
    "(the lines stand at the end, under “For whoever maintains the data”)",
    "（内容见文末「供数据维护者」）",
)
SETTING = "setting"
"""The key of a note whole with the setting that would have it otherwise."""
TO_COPY = "\n[[table]]\n"
"""With what the lines of a note begin that a reader copies: any other break of a line is one in the data."""
_ASIDE = frozenset({"targets", SETTING})
"""Notes that name a command, and nothing of the figures."""


_SETTINGS = {
    Lang.EN: re.compile(r",? unless \[\w+\][^\n]*? says (?:so|otherwise)|; \[\w+\][^\n]*? says so"),
    Lang.ZH: re.compile(r"（如[^（）]*：\s*\[\w+\][^（）]*）|；[^；（）\n]*：\s*\[\w+\] [^\n]*$"),
}
"""Which setting would have it otherwise: what a reader of a board paper cannot use."""


def settings_apart(notes: Iterable[Note]) -> Iterator[Note]:
    """The notes without the settings they name; those stand whole behind them, for who keeps the figures."""
    whole = []
    for note in notes:
        cut = Text(*(_SETTINGS[lang].sub("", note.text.say(lang)) for lang in (Lang.EN, Lang.ZH)))
        if cut.en != note.text.en:
            whole.append(Note(SETTING, note.text))
        yield replace(note, text=cut) if cut.en != note.text.en else note
    yield from whole


def is_aside(note: Note) -> bool:
    """Whether a note tells nothing of the figures."""
    return note.key in _ASIDE


def notes_apart(notes: Sequence[Note]) -> tuple[tuple[Note, ...], tuple[Note, ...]]:
    """The notes for readers, without lines to copy, and whole those for who keeps the figures."""
    readers = tuple(_without_lines(note) for note in notes if not is_aside(note))
    return readers, tuple(note for note in notes if is_aside(note) or TO_COPY in note.text.en)


def remarks_apart(page: Page) -> tuple[tuple[Remark, ...], tuple[Remark, ...]]:
    """The same of the remarks of a pack; the answer of a command, which its asker alone reads, has them together."""
    if not page.chapters:
        return page.remarks, ()
    readers = tuple(_to_read(one, page.lang) for one in page.remarks if not one.is_aside)
    return readers, tuple(one for one in page.remarks if one.is_aside or one.lines)


def _without_lines(note: Note) -> Note:
    if TO_COPY not in note.text.en:
        return note
    english, chinese = (text.partition(TO_COPY)[0] for text in (note.text.en, note.text.zh))
    return replace(note, text=Text(f"{led_up(english)} {LINES_BELOW.en}", f"{led_up(chinese)}{LINES_BELOW.zh}"))


def _to_read(remark: Remark, lang: Lang) -> Remark:
    if not remark.lines:
        return remark
    said = led_up(remark.text)
    text = f"{said} {LINES_BELOW.en}" if lang is Lang.EN else f"{said}{LINES_BELOW.zh}"
    also = f"{led_up(remark.also)} {LINES_BELOW.en}" if remark.also else ""
    return replace(remark, text=text, also=also, lines=())


def led_up(text: str) -> str:
    """The words before lines that stand elsewhere, without the colon that leads up to them.

    >>> led_up("if that is wrong, put into salesperf.toml:")
    'if that is wrong, put into salesperf.toml'
    """
    return text.rstrip().rstrip(":：")
