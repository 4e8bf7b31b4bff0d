from __future__ import annotations

import tomllib
from decimal import Decimal

from salesperf.app.keys import drafts, keys_block, keys_records, quoted
from salesperf.core.text import Lang
from salesperf.facts.keys import Stray, StrayKey
from salesperf.facts.nearest import Nearest

SURE = StrayKey("GTXPro", 1480, Decimal(3510578), Nearest(("GTX Pro",), is_sure=True))
UNSURE = StrayKey("Acme Corp", 2, None, Nearest(("Acme Corporation", "Acme Co")))
STRANGE = StrayKey("Zeta", 1, Decimal(5), Nearest(()))
STRAY = Stray("deals", "product_name", "products", (SURE, UNSURE, STRANGE))


def test_a_sure_pair_counts_and_a_doubtful_one_is_a_comment() -> None:
    lines = drafts([STRAY], lang=Lang.EN)["deals"]["product_name"]

    assert lines == [
        '"GTXPro" = "GTX Pro"  # 1,480 rows, 3,510,578',
        "# remove the # if they are the same",
        '# "Acme Corp" = "Acme Corporation"  # 2 rows; "Acme Co"',
    ]


def test_keys_that_are_like_nothing_give_no_draft() -> None:
    assert drafts([Stray("deals", "product_name", "products", (STRANGE,))], lang=Lang.EN) == {}


def test_all_keys_are_records_and_the_heaviest_are_shown() -> None:
    many = Stray("deals", "rep_name", "people", tuple(StrayKey(f"R{at}", 2, None, Nearest(())) for at in range(60)))
    block = keys_block([many], lang=Lang.EN)

    assert block is not None
    assert len(block.rows) == 51
    assert [cell.value for cell in block.rows[-1].cells][2:4] == ["and 10 more", 20]  # type: ignore[union-attr]
    assert len(keys_records([many], lang=Lang.EN).rows) == 60


def test_no_stray_key_shows_no_table() -> None:
    assert keys_block([], lang=Lang.EN) is None


def test_any_key_can_be_written_in_toml() -> None:
    for key in ('a"b', "x\\y", "张三", "tab\there", "a\x7fb", "=1"):
        assert tomllib.loads(f"{quoted(key)} = 1") == {key: 1}
