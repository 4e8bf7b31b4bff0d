"""docs/config.md: every key of salesperf.toml, from the settings' own schema."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docs_markdown import code, joined, table
from salesperf.app.settings import Settings

INTRO = """# Configuration · 配置

Everything works without a configuration. `salesperf.toml` in the folder of the exports says what should be otherwise;
`salesperf init` writes a first one. A flag comes before an environment variable (`SALESPERF_LANG`,
`SALESPERF_CURRENCY`, ...), that before the project's file, that before the user's own file, that before the default;
`salesperf config show --origin` tells where each value came from. All faults are reported at once.
Numbers that decide about money are written as strings (`"0.015"`).

不需要任何配置即可使用。需要调整时，在导出文件所在的文件夹放一个 `salesperf.toml`，可用 `salesperf init` 生成。
优先级：命令行选项、环境变量（`SALESPERF_LANG`、`SALESPERF_CURRENCY` 等）、项目文件、用户文件、默认值；
`salesperf config show --origin` 显示每个值的来源。
"""

Schema = Mapping[str, Any]


def page() -> str:
    """The whole page."""
    schema = Settings.model_json_schema()
    parts = [
        joined(f"## `{heading}`", _purpose(section), table(*_keys(section, schema)))
        for heading, section in sections(schema)
    ]
    return joined(INTRO, *parts)


def _purpose(section: Schema) -> str:
    """What a section is for, without its own name, which is the heading already."""
    text = re.sub(r"^`\[+.*?\]+`: ", "", str(section.get("description", "")))
    return text[:1].upper() + text[1:]


def sections(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """Every table of the file that holds keys, with the name it is written under."""
    found = _sections(schema, schema, "")
    yield from ((heading, section) for heading, section in found if plain_keys(section, schema))


def plain_keys(section: Schema, schema: Schema) -> dict[str, Schema]:
    """The keys of a section that hold values, not further sections."""
    keys = section["properties"].items()
    return {name: value for name, value in keys if _section(value, schema)[0] is None}


def _sections(part: Schema, schema: Schema, prefix: str) -> Iterator[tuple[str, Schema]]:
    for name, value in part.get("properties", {}).items():
        found, shape = _section(value, schema)
        if found is None:
            continue
        path = f"{prefix}{name}"
        yield shape.format(path), found
        yield from _sections(found, schema, f"{path}.")


def _section(value: Schema, schema: Schema) -> tuple[Schema | None, str]:
    """The section a key holds, and how its heading is written; None for a plain value."""
    if "$ref" in value:
        found = schema["$defs"][value["$ref"].rpartition("/")[2]]
        return (found, "[{}]") if "properties" in found else (None, "")
    for inner, shape in ((value.get("items"), "[[{}]]"), (value.get("additionalProperties"), "[{}.NAME]")):
        if isinstance(inner, Mapping):
            found, _ = _section(inner, schema)
            if found is not None:
                return found, shape
    for option in value.get("anyOf", ()):
        found, shape = _section(option, schema)
        if found is not None:
            return found, shape
    return None, ""


def _keys(section: Schema, schema: Schema) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    return keys_of({**section, "properties": plain_keys(section, schema)}, schema)


def keys_of(section: Schema, schema: Schema) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The header and a row a key of a table: what it is called, takes, is when not set, and means."""
    required = section.get("required", ())
    rows: list[tuple[str, ...]] = [
        (code(name), _kind(value, schema), _default(name, value, required), str(value.get("description", "")))
        for name, value in section["properties"].items()
    ]
    return ("key", "value", "default", "meaning"), rows


def _default(name: str, value: Schema, required: tuple[str, ...]) -> str:
    if name in required:
        return "needed"
    default = value.get("default")
    return (
        "not set"
        if default in (None, [], {}, "")
        else code(str(default).lower() if default in (True, False) else str(default))
    )


def _kind(value: Schema, schema: Schema) -> str:
    if "$ref" in value:
        return _kind(schema["$defs"][value["$ref"].rpartition("/")[2]], schema)
    if "anyOf" in value:
        kinds = [_kind(option, schema) for option in value["anyOf"] if option.get("type") != "null"]
        return " or ".join(dict.fromkeys(kinds))
    if "enum" in value:
        return ", ".join(code(str(option)) for option in value["enum"])
    if "const" in value:
        return code(str(value["const"]))
    return _plain(value, schema)


def _plain(value: Schema, schema: Schema) -> str:
    kind = value.get("type")
    choices = re.fullmatch(r"\^\(([\w|]+)\)\$", str(value.get("pattern", "")))
    if choices:
        return ", ".join(map(code, choices[1].split("|")))
    inner = value.get("items") if kind == "array" else value.get("additionalProperties")
    if kind in {"array", "object"}:
        holder = "list" if kind == "array" else "table"
        return f"{holder} of {_kind(inner, schema)}" if isinstance(inner, Mapping) else holder
    if kind == "integer" and "minimum" in value and "maximum" in value:
        return f"whole number from {value['minimum']} to {value['maximum']}"
    return {"integer": "whole number", "boolean": "`true`, `false`", "number": "number"}.get(str(kind), "text")
