from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from salesperf.app.toml_files import Refusal, model_of, read_toml
from salesperf.core.errors import ConfigError
from salesperf.core.text import Text

REFUSAL = Refusal(
    Text("{file} is unreadable", "{file} 无法读取"),
    Text("{file} has {count:fault|faults}", "{file} 有 {count} 处错误"),
    Text("mend it", "请修正"),
    Text("see the form", "请看格式"),
)


class Form(BaseModel):
    model_config = ConfigDict(extra="forbid")

    rate: Decimal
    name: str


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "own.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8-sig"))
    return path


def test_numbers_are_decimals_and_the_mark_of_windows_editors_is_no_fault(tmp_path: Path) -> None:
    path = written(tmp_path, 'rate = 0.1\nname = "x"\n')

    assert read_toml(path, REFUSAL) == {"rate": Decimal("0.1"), "name": "x"}
    assert model_of(path, Form, REFUSAL) == Form(rate=Decimal("0.1"), name="x")


@pytest.mark.parametrize("text", ["rate = ", "name = '中'".encode("gb18030")])
def test_what_is_no_toml_is_refused_with_what_to_do(tmp_path: Path, text: str | bytes) -> None:
    with pytest.raises(ConfigError, match=r"own\.toml is unreadable") as caught:
        read_toml(written(tmp_path, text), REFUSAL)

    assert caught.value.hint == "mend it"
    assert [one.code for one in caught.value.issues] == ["C601"]


def test_an_absent_file_is_said_to_be_absent(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        read_toml(tmp_path / "none.toml", REFUSAL)

    assert caught.value.issues[0].message == "there is no such file"


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"own\.toml has 3 faults") as caught:
        model_of(written(tmp_path, 'rate = "x"\nnam = "y"\n'), Form, REFUSAL)

    assert caught.value.hint == "see the form"
    assert {one.where.file for one in caught.value.issues} == {"own.toml"}
