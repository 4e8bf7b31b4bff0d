from __future__ import annotations

from salesperf.core.text import Text
from salesperf.metrics.condition_words import condition_words


def test_conditions_are_said_by_the_names_of_what_they_are_about() -> None:
    assert condition_words(["region=North"]) == Text("region = North", "区域=North")
    assert condition_words(["category!=泵,阀", "region=-"]) == Text(
        "category ≠ 泵,阀; region = (empty)", "产品类别≠泵,阀；区域=（空）"
    )


def test_a_name_that_holds_a_comma_stays_as_typed() -> None:
    assert condition_words(["customer=Smith, John {x}"]) == Text("customer = Smith, John {x}", "客户=Smith, John {x}")


def test_a_question_without_conditions_has_no_words() -> None:
    assert condition_words([]) is None
