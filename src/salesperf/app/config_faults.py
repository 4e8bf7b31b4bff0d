"""Faults of the configuration in the user's terms: the key path, what was written, and the nearest right word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, listing

_KNOWN = Text("known: {names}", "可用的有：{names}")
_UNKNOWN_KEY, _UNKNOWN_KIND, _NO_KIND = "extra_forbidden", "union_tag_invalid", "union_tag_not_found"
_LISTS, _TABLES = (
    frozenset({"tuple_type", "list_type"}),
    frozenset({"model_type", "model_attributes_type", "dict_type"}),
)
_NO_LIST = Text("{path} must be a list, and is {wrote!r}", "{path} 必须是列表，而此处为「{wrote}」")
_NO_TABLES = Text("{path} must be a list of [[{path}]]", "{path} 必须是由 [[{path}]] 组成的列表")
_NO_TABLE = Text("{path} must be a table of settings, and is {wrote!r}", "{path} 必须是配置表，而此处为「{wrote}」")
_SECTIONS = "sections"


def faults_of(
    fault: ValidationError, model: type[BaseModel], *, origins: Mapping[tuple[str, ...], str]
) -> tuple[Issue, ...]:
    """One issue per fault that validation found, in the order of the keys."""
    return tuple(_issue(error, model, origins) for error in fault.errors(include_url=False))


def key_path(location: tuple[int | str, ...]) -> str:
    """As people write it.

    >>> key_path(("table", 0, "files"))
    'table[1].files'
    """
    words = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in location)
    return words.lstrip(".")


def _issue(error: ErrorDetails, model: type[BaseModel], origins: Mapping[tuple[str, ...], str]) -> Issue:
    location = error["loc"]
    where = Where(file=_origin(location, origins))
    path = key_path(location)
    if error["type"] == _UNKNOWN_KEY:
        known = keys_at(model, location[:-1])
        hint = did_you_mean(str(location[-1]), known) or (_KNOWN.fill(names=listing(known)) if known else "")
        return issue("C602", Text(f"{path} is not a setting", f"{path} 不是配置项"), where, hint=hint)
    if error["type"] == _UNKNOWN_KIND:
        kind, kinds = str(error["ctx"]["tag"]), re.findall(r"'([^']+)'", str(error["ctx"]["expected_tags"]))
        told = Text(f"{path}.kind cannot be {kind!r}", f"{path}.kind 不能为「{kind}」")
        meant = did_you_mean(kind, kinds) or _KNOWN.fill(names=listing(kinds))
        return issue("C603", told, where, hint=meant, value=kind)
    if (shape := _of_shape(error)) is not None:
        return issue("C603", shape, where)
    wrote = error["input"]
    if error["type"] == "string_pattern_mismatch":
        meaning = _description(model, location)
        told = Text(f"{path} cannot be {wrote!r}", f"{path} 不能为「{wrote}」")
        return issue(
            "C603", told, where, hint=meaning and Text(f"it is the {meaning}", f"该项含义：{meaning}"), value=str(wrote)
        )
    message = Text(f"{path}: {error['msg'][:1].lower()}{error['msg'][1:]}", f"{path}：「{wrote}」不是有效的值")
    own = error.get("ctx", {}).get("hint")
    if isinstance(own, (str, Text)):
        told = Text(f"{path}: {wrote!r} {error['msg']}", f"{path}：「{wrote}」不是有效的值")
        return issue("C603", told, where, hint=own, value=str(wrote))
    allowed = re.findall(r"'([^']+)'", str(error.get("ctx", {}).get("expected", "")))
    return issue("C603", message, where, hint=did_you_mean(str(wrote), allowed), value=str(wrote))


def _of_shape(error: ErrorDetails) -> Text | None:
    """That something is missing, or is no list or table where one must be; None for any other fault."""
    path, kind = key_path(error["loc"]), error["type"]
    if kind in {"missing", _NO_KIND}:
        path = f"{path}.kind" if kind == _NO_KIND else path
        return Text(f"{path} is missing", f"缺少 {path}")
    if kind not in _LISTS | _TABLES:
        return None
    told = _NO_TABLE if kind in _TABLES else _NO_TABLES if error["loc"][-1] == _SECTIONS else _NO_LIST
    return told.fill(path=path, wrote=error["input"])


def _origin(location: tuple[int | str, ...], origins: Mapping[tuple[str, ...], str]) -> str | None:
    """Where the nearest enclosing value was written."""
    path = tuple(str(part) for part in location if not isinstance(part, int))
    for length in range(len(path), 0, -1):
        if path[:length] in origins:
            return origins[path[:length]]
    under = [origin for known, origin in origins.items() if known[: len(path)] == path]
    return under[0] if under else None


def keys_at(model: type[BaseModel], location: tuple[int | str, ...]) -> tuple[str, ...]:
    """The keys that may stand at a place of the file."""
    current: type[BaseModel] | None = model
    kinds: tuple[type[BaseModel], ...] = ()
    for part in location:
        if current is None:
            return ()
        if isinstance(part, str) and part in current.model_fields:
            kinds = tuple(_models_in(current.model_fields[part].annotation))
            current = next(iter(kinds), None)
        else:
            # A section of a pack is of the kind it names.
            current = next((one for one in kinds if _is_of_kind(one, part)), current)
    return tuple(field.alias or name for name, field in current.model_fields.items()) if current else ()


def _is_of_kind(model: type[BaseModel], kind: int | str) -> bool:
    return "kind" in model.model_fields and kind in get_args(model.model_fields["kind"].annotation)


def _description(model: type[BaseModel], location: tuple[int | str, ...]) -> str:
    """What the setting at a place of the file is for."""
    current: type[BaseModel] | None = model
    description = ""
    for part in location:
        if current is not None and isinstance(part, str) and part in current.model_fields:
            description = current.model_fields[part].description or ""
            current = _model_in(current.model_fields[part].annotation)
    return description


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The model an annotation names, also inside `tuple[...]`, `dict[str, ...]` or `... | None`."""
    return next(_models_in(annotation), None)


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        for inner in get_args(annotation):
            yield from _models_in(inner)
