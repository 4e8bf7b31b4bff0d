from __future__ import annotations

from salesperf.core.text import Text, same
from salesperf.render.template.faults import Fault, refusal

CURE = Text("do it", "请做")


def test_one_fault_is_the_message() -> None:
    error = refusal([Fault(Text("it is wrong", "有误"), CURE)])

    assert (error.message, error.hint, error.text.zh) == ("it is wrong", "do it", "有误")
    assert error.exit_code == 5


def test_many_faults_stand_below_each_other_and_each_cure_once() -> None:
    error = refusal([Fault(same(f"fault {number}"), CURE) for number in range(12)])

    assert error.message.splitlines()[:3] == [
        "the template cannot be filled: 12 faults",
        "  - fault 0",
        "  - fault 1",
    ]
    assert error.message.splitlines()[-1] == "  - and 2 more"
    assert error.hint == "do it"
