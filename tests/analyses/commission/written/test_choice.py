from __future__ import annotations

from salesperf.analyses.commission.written.choice import Choice, Option
from salesperf.core.text import Text


def test_the_sentence_has_every_answer_and_what_it_pays_in_both_languages() -> None:
    answers = tuple(Option(word, Text(f"means {word}", f"指{word}"), Text(f"{word} 1", f"{word} 壹")) for word in "ab")

    told = Choice("k", Text("which one", "哪一个"), answers).sentence

    assert told.en == "which one: a (means a: a 1); b (means b: b 1)"
    assert told.zh == "哪一个：a（指a：a 壹）；b（指b：b 壹）"
