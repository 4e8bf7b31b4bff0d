"""Answers to surveys as events on their day: satisfaction by its top two scores, recommendation by promoters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import narwhals as nw

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, listing
from salesperf.engine import Frame, collect, kept, scan
from salesperf.facts.dated import on_their_day
from salesperf.facts.days import days_between
from salesperf.facts.events import Events, columns_of
from salesperf.facts.known_by import keyed
from salesperf.facts.lookup import listed
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.facts.survey_kinds import SurveyKind, survey_kinds
from salesperf.facts.survey_scale import SCALES, Scale, scale_of
from salesperf.tables.bundle import Bundle
from salesperf.tables.schema import FILE, ROW, SHEET

SURVEY_SUBJECTS = frozenset({Subject.SURVEYS})
_DAY = "survey_date"
_ROWS = Text("{count:answer|answers}", "{count} 份答卷")
_SLIP = timedelta(days=365)
_SHOWN = 5
_TOP_BOXES = 2
_NPS_SCALE, _PROMOTER, _DETRACTOR = 10, 9, 6
_OF_KIND = {SurveyKind.CSAT: "csat_score", SurveyKind.NPS: "nps_score"}
_OUTSIDE = Text(
    "{answers:score lies|scores lie} outside the scale, not counted: {listed}",
    "{answers} 个得分超出量表范围，不计入：{listed}",
)
_SCORE = Text("{score} {scale}", "{score}（{scale}）")
_AT_ROW = Text("{score} {scale} (row {row})", "{score}（{scale}，第 {row} 行）")
_OF_SCALE, _NO_SCALE = Text("of {scale}", "{scale} 分制"), Text("of no known scale", "分制未知")
_UNKNOWN = Text(
    "answers to questions other than satisfaction and recommendation, not counted: {listed}",
    "既非满意度也非推荐意愿的答卷，不计入：{listed}",
)
_WORD = Text("{word!r} ({count:answer|answers})", "「{word}」（{count} 份）")
_NONE_SAID = Text("no kind ({count:answer|answers})", "未注明类型（{count} 份）")


def surveys(bundle: Bundle, section: SalesSection, as_of: date | None) -> dict[Subject, Events]:
    """The answers, one row each, as far as the table has a day for them.

    Columns added, 1 where it holds: `csat_answer` (a score on its scale) and of these `satisfied`; `nps_answer`, and of
    these `promoter` (9 and 10 of 10) and `detractor` (0 to 6).
    """
    table = bundle.get("surveys")
    if table is None or _DAY not in table.frame.columns:
        return {}
    whose = keyed(scan(table), table, bundle)
    dated, undated = on_their_day(whose.lines, _DAY, code="F550", rows=_ROWS)
    scored, kinds = _scored(dated)
    scale = _scale(scored, section)
    lines = kept(_judged(scored, scale))
    events = Events(
        subject=Subject.SURVEYS,
        lines=lines,
        columns=columns_of(lines),
        source="surveys",
        table=table.name,
        days=days_between(lines, bundle=bundle, table=table, slip=_SLIP, as_of=as_of),
        notes=() if scale is None else (("csat_scale", scale.told),),
        findings=(*whose.findings, *undated, *_outside(lines, scale), *_unknown(dated, kinds)),
    )
    return {Subject.SURVEYS: events}


def _scored(lines: Frame) -> tuple[Frame, Mapping[str, SurveyKind | None]]:
    """The answers with a score for each question: from a column of its own, or from `score` where the kind says so.

    Scores without any kind in the table are of satisfaction, unless the table has a column for that.
    """
    columns = columns_of(lines)
    means: Mapping[str, SurveyKind | None] = {}
    score = next((name for name in ("score", "csat_score", "nps_score") if name in columns), None)
    if "kind" in columns and score is not None:
        words = collect(lines.select("kind").unique())["kind"].drop_nulls().sort().to_list()
        means = survey_kinds(words)
        asked = {kind: [word for word in words if means[word] is kind] for kind in SurveyKind}
        found: dict[str, nw.Expr] = {
            name: nw.when(nw.col("kind").is_in(asked[kind])).then(nw.col(score))
            for kind, name in _OF_KIND.items()
            if asked[kind] or name == score
        }
    elif score == "score" and "csat_score" not in columns:
        found = {"csat_score": nw.col("score")}
    else:
        found = {}
    beside = {
        name: nw.coalesce(nw.col(name), one) if name in columns and name != score else one
        for name, one in found.items()
    }
    return (lines.with_columns(**beside) if beside else lines), means


def _scale(scored: Frame, section: SalesSection) -> Scale | None:
    """The scale of the answers that name none; None where nobody was asked how satisfied."""
    columns = columns_of(scored)
    if "csat_score" not in columns:
        return None
    asked = scored.filter(~nw.col("csat_score").is_null())
    own = collect(asked.filter(~nw.col("scale").is_null()).select("scale")).height if "scale" in columns else 0
    rest = asked.filter(nw.col("scale").is_null()) if "scale" in columns else asked
    scores = collect(rest.select("csat_score"))["csat_score"].to_list()
    return scale_of(scores, said=section.csat_scale, has_own=own > 0) if own or scores else None


def _judged(scored: Frame, scale: Scale | None) -> Frame:
    columns = columns_of(scored)
    added: dict[str, nw.Expr] = {}
    if "csat_score" in columns and scale is not None:
        score = nw.col("csat_score")
        highest = nw.lit(scale.highest).cast(nw.Float64)
        if "scale" in columns:
            highest = nw.coalesce(nw.col("scale").cast(nw.Float64), highest)
        lowest = nw.when(highest == SCALES[-1]).then(0).otherwise(1)
        is_valid = highest.is_in([float(scale) for scale in SCALES]) & (score >= lowest) & (score <= highest)
        added |= {
            "csat_scale": highest,
            "csat_answer": nw.when(is_valid).then(1),
            "satisfied": nw.when(is_valid & (score > highest - _TOP_BOXES)).then(1),
        }
    if "nps_score" in columns:
        score = nw.col("nps_score")
        is_valid = (score >= 0) & (score <= _NPS_SCALE)
        if "scale" in columns and "kind" in columns:
            is_valid = is_valid & (nw.col("scale").is_null() | (nw.col("scale") == _NPS_SCALE))
        added |= {
            "nps_answer": nw.when(is_valid).then(1),
            "promoter": nw.when(is_valid & (score >= _PROMOTER)).then(1),
            "detractor": nw.when(is_valid & (score <= _DETRACTOR)).then(1),
        }
    return scored.with_columns(**added)


def _outside(lines: Frame, scale: Scale | None) -> Iterator[Issue]:
    """Scores that do not lie on their scale, with the place of the first, by question."""
    columns = columns_of(lines)
    asked = [("csat_score", "csat_answer", "csat_scale")] if scale is not None else []
    asked += [("nps_score", "nps_answer", "")] if "nps_score" in columns else []
    for score, answer, on in asked:
        bad = lines.filter(~nw.col(score).is_null(), nw.col(answer).is_null())
        highest = nw.col(on) if on else nw.lit(float(_NPS_SCALE))
        if not on and "scale" in columns:
            highest = nw.coalesce(nw.col("scale").cast(nw.Float64), highest)
        place = [name for name in (FILE, SHEET, ROW) if name in columns]
        found = collect(bad.select("date", value=nw.col(score), highest=highest, **{one: nw.col(one) for one in place}))
        rows = found.sort(*place, "date", "value").rows(named=True)
        if rows:
            yield _of_scores(score, rows)


def _of_scores(column: str, rows: list[dict[str, object]]) -> Issue:
    named = []
    for row in rows[:_SHOWN]:
        phrase = _AT_ROW if row.get(ROW) is not None else _SCORE
        scale = _NO_SCALE if row["highest"] is None else _OF_SCALE.fill(scale=_plain(row["highest"]))
        named.append(phrase.fill(score=_plain(row["value"]), scale=scale, row=row.get(ROW)))
    message = _OUTSIDE.fill(answers=Count(len(rows)), listed=listed(listing(named), len(rows) - _SHOWN))
    first = rows[0]
    file, sheet, number = first.get(FILE), first.get(SHEET), first.get(ROW)
    where = Where(
        None if file is None else str(file),
        None if sheet is None else str(sheet),
        number if isinstance(number, int) else None,
        column,
    )
    return issue("F551", message, where, value=_plain(first["value"]), count=len(rows))


def _plain(number: object) -> str:
    return f"{float(str(number)):g}"


def _unknown(lines: Frame, means: Mapping[str, SurveyKind | None]) -> Iterator[Issue]:
    if not means or "kind" not in columns_of(lines):
        return
    words = [word for word, kind in means.items() if kind is None]
    rows = lines.filter(nw.col("kind").is_null() | nw.col("kind").is_in(words))
    counts = collect(rows.group_by("kind").agg(nw.len().alias("rows")))
    found = counts.sort("rows", "kind", descending=[True, False]).rows()
    if found:
        named = [
            _NONE_SAID.fill(count=Count(count)) if word is None else _WORD.fill(word=word, count=Count(count))
            for word, count in found
        ]
        message = _UNKNOWN.fill(listed=listed(listing(named[:_SHOWN]), len(named) - _SHOWN))
        yield issue("F552", message, Where(column="kind"), value=found[0][0], count=sum(count for _, count in found))
