"""docs/commission-rules.md: every key of a plan file, every choice with what it pays, every rule with its example."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel

from docs_config import keys_of
from docs_markdown import code, joined, table
from salesperf.analyses.commission.plan import AnyComponent, Plan, Terms
from salesperf.analyses.commission.pools.terms import Pool
from salesperf.analyses.commission.written.choices import CHOICES
from salesperf.analyses.commission.written.component import Component

INTRO = """# Plan files · 提成方案文件

A commission plan is a TOML file in `plans/` beside `salesperf.toml`, versioned and dated. What respected systems decide
differently has no default: a plan that leaves such a choice open is refused with the question, every answer, and what
each pays. `salesperf commission plan new` writes a first draft, `plan show` says a plan in words, `plan lint` looks for
cliffs, dead tiers and people without a plan or quota. The guide is [commission.md](guide/commission.md).

提成方案是 `salesperf.toml` 旁 `plans/` 文件夹中的 TOML 文件，注明版本与生效日期。各家做法不同的约定没有默认值：
方案未写明时，程序会拒绝并列出问题、各种答案及其金额。指南见 [commission.zh.md](guide/commission.zh.md)。
"""
_EXAMPLE = "One example for all: 1 % up to 1M, 1.5 % from 1M to 2M, 2 % above, in a month with 2.5M of credited sales."
_SHARED = """Every component has these keys beside those of its rule."""
_SECTIONS = ("quota", "person", "guarantee", "draw", "holdback")


def page() -> str:
    """The whole page."""
    return joined(
        INTRO,
        "## `[plan]`",
        _table(Terms),
        "## What a plan must decide",
        _EXAMPLE,
        *(joined(f"### `{choice.key}`: {choice.question.en}", _options(choice.key)) for choice in CHOICES),
        "## `[[component]]`",
        _SHARED,
        _table(Component),
        *_rules(),
        *_sections(),
        "## `[[pool]]`",
        *(joined(f'### `share = "{_tag(kind, "share")}"`', _doc(kind), _table(kind)) for kind in _kinds(Pool)),
        "## `[[honour]]`",
        _table(get_args(Plan.model_fields["honour"].annotation)[0]),
    )


def _options(key: str) -> str:
    rows = [(code(one.word), one.meaning.en, one.pays.en, one.meaning.zh) for one in CHOICES[key].options]
    return table(("answer", "means", "on the example", "含义"), rows)


def _rules() -> Iterator[str]:
    """A chapter a module of rules: its own words and example, and a table a model."""
    modules: dict[str, list[type[BaseModel]]] = {}
    for kind in _kinds(AnyComponent):
        modules.setdefault(kind.__module__, []).append(kind)
    for name, kinds in modules.items():
        rule = _tag(kinds[0], "rule")
        own = [joined(_heading(kind), _table(kind, without=Component)) for kind in kinds]
        yield joined(f'## `rule = "{rule}"`', sys.modules[name].__doc__ or "", *own)


def _heading(kind: type[BaseModel]) -> str:
    if "mode" not in kind.model_fields:
        return _doc(kind)
    return f'### `mode = "{_tag(kind, "mode")}"`\n\n{_doc(kind)}'


def _sections() -> Iterator[str]:
    for name in _SECTIONS:
        kind = next(one for one in _kinds(Plan.model_fields[name].annotation) if issubclass(one, BaseModel))
        yield joined(f"## `[{name}]`", _table(kind))


def _doc(kind: type[BaseModel]) -> str:
    return " ".join((kind.__doc__ or "").split())


def _table(kind: type[BaseModel], *, without: type[BaseModel] | None = None) -> str:
    schema: Mapping[str, Any] = kind.model_json_schema(by_alias=True)
    known = without.model_json_schema(by_alias=True)["properties"] if without is not None else {}
    header, rows = keys_of(schema, schema)
    own = [_as_toml(row, schema) for row in rows if _is_own(row[0], schema, known)]
    inner = [joined(f"Each of {code(name)}:", _table(one)) for name, one in _inside(kind, without)]
    return joined(table(header, own), *inner)


def _inside(kind: type[BaseModel], without: type[BaseModel] | None) -> Iterator[tuple[str, type[BaseModel]]]:
    """The keys that are tables of their own, or lists of them."""
    for name, field in kind.model_fields.items():
        if without is None or name not in without.model_fields:
            yield from ((field.alias or name, one) for one in _kinds(field.annotation))


def _as_toml(row: tuple[str, ...], schema: Mapping[str, Any]) -> tuple[str, ...]:
    """A row with the kinds of values as a plan file has them: numbers are decimals, dates are dates."""
    name, kind, *rest = row
    value = schema["properties"][name.strip("`")]
    is_date = any(one.get("format") == "date" for one in (value, *value.get("anyOf", ())))
    return (name, "date" if is_date else kind.replace("number or text", "number"), *rest)


def _is_own(name: str, schema: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
    """Whether a key says something that every component does not say alike."""
    key = name.strip("`")
    is_tag = "const" in schema["properties"][key]
    return not is_tag and key not in {one for one in known if known[one] == schema["properties"].get(one)}


def _tag(kind: type[BaseModel], key: str) -> str:
    return str(get_args(kind.model_fields[key].annotation)[0])


def _kinds(union: object) -> Iterator[type[BaseModel]]:
    if isinstance(union, type):
        if issubclass(union, BaseModel):
            yield union
        return
    for one in get_args(union):
        yield from _kinds(one)
