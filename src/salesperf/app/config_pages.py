"""`config show` and `config schema`: the effective settings with their origin, and every key there is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from salesperf.app.layers import configured, environment_variables
from salesperf.app.settings import KeyPath, Settings
from salesperf.app.sheets import sheet
from salesperf.app.workspace import Ask, lang_of
from salesperf.core.text import Text
from salesperf.report.model import Column, Report

_KEY = Column("key", Text("setting", "配置项"))
_VALUE = Column("value", Text("value", "值"))
_ORIGIN = Column("origin", Text("comes from", "来源"))
_DEFAULT = "default"


def config_report(ask: Ask, *, origin: bool) -> Report:
    """One row per setting in effect; with `origin`, who decided it: a flag, a variable, a file, or the default."""
    found = configured(ask.inputs, ask.surroundings, config=ask.config, flags=ask.flags)
    columns = (_KEY, _VALUE, _ORIGIN) if origin else (_KEY, _VALUE)
    rows = [
        (".".join(path), _shown(value), *((_origin(path, found.origins),) if origin else ()))
        for path, value in _settings(found.settings.model_dump(mode="json"))
    ]
    title = Text("Settings in effect", "当前生效的配置")
    return sheet("salesperf.config/1", title, columns, rows, lang=lang_of(found))


def config_schema() -> bytes:
    """The JSON Schema of `salesperf.toml`; `x-environment` names the variable that sets a key."""
    schema = Settings.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "salesperf.toml"
    schema["x-environment"] = {name: ".".join(path) for name, path in sorted(environment_variables().items())}
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _settings(values: Mapping[str, object], above: KeyPath = ()) -> Iterator[tuple[KeyPath, object]]:
    for key, value in values.items():
        path = (*above, key)
        if isinstance(value, Mapping):
            yield from _settings(value, path)
        elif isinstance(value, list) and value and isinstance(value[0], Mapping):
            for number, item in enumerate(value, start=1):
                yield from _settings(item, (*above, f"{key}[{number}]"))
        else:
            yield path, value


def _shown(value: object) -> str | None:
    if value is None or value == []:
        return None
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _origin(path: KeyPath, origins: Mapping[KeyPath, str]) -> str:
    whole = tuple(part.partition("[")[0] for part in path)
    return next((origins[whole[:length]] for length in range(len(whole), 0, -1) if whole[:length] in origins), _DEFAULT)
