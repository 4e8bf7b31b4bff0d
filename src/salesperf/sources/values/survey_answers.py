"""Answers to surveys in words, stars or marks out of a total, as scores: `非常满意` is 5 of 5, `★★★★☆` 4, `4/5` 4.

Satisfied are the two best of the words there are, so that `somewhat satisfied` counts where nobody says `satisfied`,
and `基本满意` does not beside 非常满意 and 满意.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import polars as pl
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.late import late
from salesperf.core.text import Count, Text, folded, listing
from salesperf.tables.schema import DTYPES, Kind

ANSWER = "answer"
"""A column of answers in words."""
_RATE = DTYPES[Kind.RATE]
_SCALE = 5
_ENOUGH = 0.6
"""The share of cells that must be known answers for a column to be one of answers."""
_SHOWN = 5
_GIVEN_NONE = late(
    r"^(?:unoffered|offered|no response|not rated|n/?a|none|not applicable|unrated|skipped|-+|未评价|未评|未填|未回复|"
    r"无|不适用|不清楚|未作答|\(?跳过\)?|\(?空\)?|未参评)$"
)
_STARS = late(r"^([★⭐*]{1,5})(?:️)?[☆✩]*$")
_COUNTED = late(
    r"^([1-5]) ?(?:stars?|颗?星)$|^([0-9]{1,2}(?:\.[05])?) ?(?:/|／|out of|of) ?(5|7|10)$|"
    r"^([0-9]{1,2}) ?(?:分|points?)$|^([0-9]{1,2}) ?[-–—:：.、)）] ?[^\d\s].*$|^[^\d]+[(（]([0-9]{1,2}) ?分?[)）]$"
)
_CHINESE_STARS = {"一星": 1, "二星": 2, "两星": 2, "三星": 3, "四星": 4, "五星": 5}
_VERY, _PLAIN, _MILD, _MIDDLE, _BAD, _WORST = 6, 5, 4, 3, 2, 1
_HOLDS: Mapping[int, tuple[str, ...]] = {
    _WORST: (
        r"(?:非常|很|极|极其|十分|特别|完全)不满|极差|很差|非常差|terrible|awful",
        r"(?:very|extremely|highly|completely|totally) (?:dissatisfied|unsatisfied|unhappy|poor|bad)",
    ),
    _MIDDLE: (
        r"^(?:一般|中立|普通|中评|尚可|还可以|还行|中|中等|无所谓|说不清|一般满意)$",
        r"^(?:neutral|neither.*|average|fair|ok|okay|so-so|meh|acceptable)$",
    ),
    _BAD: (
        r"不满|不太满|不够满|较不满|差评|^(?:较差|差|不好|bad|poor)$",
        r"dissatisfied|unsatisfied|not satisfied|unhappy",
    ),
    _VERY: (
        r"(?:非常|很|极其|十分|特别|超级|完全|高度)满意|^(?:优秀|优|很好|非常好|超出预期|好评)$",
        r"(?:very|extremely|highly|completely|totally) (?:satisfied|happy)",
        r"^(?:excellent|outstanding|great|very good|delighted)$",
    ),
    _MILD: (
        r"(?:比较|较为|较|基本|还算|勉强|大致)满意",
        r"(?:somewhat|mostly|fairly|moderately|slightly|quite|rather|partly) (?:satisfied|happy)",
    ),
    _PLAIN: (r"^(?:满意|良好|良|好|较好|satisfied|good|happy)$",),
}
"""What words say, by rank; what says no to being satisfied stands before what says yes."""
_WORDS = tuple((rank, late("|".join(parts))) for rank, parts in _HOLDS.items())
_READ = Text(
    "{header!r} holds answers in words, scored on {scale}: {words}; satisfied are the top two",
    "「{header}」为文字评价，按 {scale} 分制折算：{words}；最高两档视为满意",
)
_RECOMMENDED = Text(
    "{header!r} holds marks on recommending, as a title or name says; {count:other word is|other words are} no answer",
    "标题或名称表明「{header}」为推荐意愿评分；另有 {count} 种内容不是评分",
)
_PAIR = Text("{word} = {score}", "{word}＝{score}")
_UNKNOWN = Text(
    "{rows:answer|answers} in {header!r} that nobody knows, not counted: {words}",
    "「{header}」中有 {rows} 份无法识别的评价，不计入：{words}",
)
_WORD = Text("{word!r} ({count})", "「{word}」（{count}）")


class Answers(Struct, frozen=True):
    """The rows with scores in the place of words, and what is said of them."""

    frame: pl.DataFrame
    notes: tuple[Text, ...] = ()
    issues: tuple[Issue, ...] = ()


def are_answers(cells: pl.Series) -> bool:
    """Whether the cells are answers in words, as far as they are filled.

    >>> are_answers(pl.Series(["非常满意", "一般", "不满意"])), are_answers(pl.Series(["Anna", "Bob"]))
    (True, False)
    """
    if cells.dtype != pl.String:
        return False
    filled = [word for cell in cells.drop_nulls().to_list() if (word := _plain(cell)) and not _GIVEN_NONE.match(word)]
    return bool(filled) and sum(_known(word) for word in filled) >= _ENOUGH * len(filled)


def scored_answers(frame: pl.DataFrame, header: str, where: Where, *, asks_to_recommend: bool = False) -> Answers:
    """The answers as `csat_score` on the `scale` of the words, where the rows have no score of their own.

    Marks of a survey that `asks_to_recommend` are its `nps_score`.
    """
    if ANSWER not in frame.columns:
        return Answers(frame)
    if asks_to_recommend:
        return _to_recommend(frame, header)
    counts = dict(frame[ANSWER].drop_nulls().value_counts().iter_rows())
    scores = _scores(counts)
    unknown = {
        cell: rows for cell, rows in counts.items() if cell not in scores and not _GIVEN_NONE.match(_plain(cell))
    }
    read = pl.col(ANSWER).replace_strict(
        {cell: score for cell, (score, _) in scores.items()}, default=None, return_dtype=pl.Float64
    )
    scales = pl.col(ANSWER).replace_strict(
        {cell: scale for cell, (_, scale) in scores.items()}, default=None, return_dtype=pl.Float64
    )
    added = {"csat_score": read.cast(_RATE), "scale": scales.cast(_RATE)}
    put = {name: pl.coalesce(name, one) if name in frame.columns else one for name, one in added.items()}
    found = frame.with_columns(**put).drop(ANSWER)
    notes = (_READ.fill(header=header, scale=_scales(scores), words=_shown(scores)),) if scores else ()
    return Answers(found, notes, _faults(unknown, header, where))


def _to_recommend(frame: pl.DataFrame, header: str) -> Answers:
    """The marks of 0 to 10 as they stand; words say nothing of recommending."""
    cells = frame[ANSWER].drop_nulls().unique().to_list()
    marks = {cell: mark[0] for cell in cells if (mark := _marked(_plain(cell))) is not None and mark[1] in {0, 10}}
    read = pl.col(ANSWER).replace_strict(marks, default=None, return_dtype=pl.Float64).cast(_RATE)
    note = _RECOMMENDED.fill(header=header, count=Count(len(cells) - len(marks)))
    return Answers(frame.with_columns(read.alias("nps_score")).drop(ANSWER), (note,))


def _faults(unknown: Mapping[str, int], header: str, where: Where) -> tuple[Issue, ...]:
    if not unknown:
        return ()
    ranked = sorted(unknown.items(), key=lambda item: (-item[1], item[0]))
    words = listing(_WORD.fill(word=word, count=count) for word, count in ranked[:_SHOWN])
    total = sum(unknown.values())
    message = _UNKNOWN.fill(rows=Count(total), header=header, words=words)
    return (issue("F551", message, where, value=ranked[0][0], count=total),)


def _scores(cells: Iterable[str]) -> dict[str, tuple[float, int]]:
    """Score and scale of each cell that is an answer."""
    ranks = {cell: rank for cell in cells if (rank := _rank(_plain(cell))) is not None}
    best = sorted({rank for rank in ranks.values() if rank > _MIDDLE}, reverse=True)
    top = _SCALE if _VERY in best or len(best) > 1 else _SCALE - 1
    worth = {rank: float(top - min(place, 2)) for place, rank in enumerate(best)}
    worth |= {rank: float(rank) for rank in (_MIDDLE, _BAD, _WORST)}
    found = {cell: (worth[rank], _SCALE) for cell, rank in ranks.items()}
    marked = {cell: mark for cell in cells if cell not in found and (mark := _marked(_plain(cell))) is not None}
    highest = max((score for score, scale in marked.values() if scale == 0), default=0)
    own = next((size for size in (_SCALE, 7, 10) if highest <= size), 10)
    return found | {cell: (score, scale or own) for cell, (score, scale) in marked.items()}


def _rank(word: str) -> int | None:
    return next((rank for rank, pattern in _WORDS if pattern.search(word)), None) if not _marked(word) else None


def _marked(word: str) -> tuple[float, int] | None:
    """Score and scale of stars and numbers; a scale of 0 where the cell does not say it."""
    if stars := _STARS.match(word):
        return float(len(stars[1])), _SCALE
    if word in _CHINESE_STARS:
        return float(_CHINESE_STARS[word]), _SCALE
    if not (found := _COUNTED.match(word)):
        return None
    if found[1]:
        return float(found[1]), _SCALE
    if found[2]:
        return float(found[2]), int(found[3])
    return float(found[4] or found[5] or found[6]), 0


def _known(word: str) -> bool:
    return _marked(word) is not None or _rank(word) is not None


def _plain(cell: str) -> str:
    return folded(cell).lower().strip(" .!。！") if cell.strip() else ""


def _shown(scores: Mapping[str, tuple[float, int]]) -> Text:
    ranked = sorted(scores.items(), key=lambda item: (-item[1][0], item[0]))
    pairs = [_PAIR.fill(word=word, score=f"{score:g}") for word, (score, _) in ranked]
    more = [Text("…", "…")] if len(pairs) > 2 * _SHOWN else []
    return listing([*pairs[: 2 * _SHOWN], *more])


def _scales(scores: Mapping[str, tuple[float, int]]) -> Text:
    return listing(str(scale) for scale in sorted({scale for _, scale in scores.values()}))
