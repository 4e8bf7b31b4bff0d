"""A choice that a plan must make: the question, every answer, and what each pays on one example."""

from __future__ import annotations

from msgspec import Struct

from salesperf.core.text import Text


class Option(Struct, frozen=True):
    """One answer to a choice: how a plan writes it, what it means, and what it pays on the example."""

    word: str
    meaning: Text
    pays: Text


class Choice(Struct, frozen=True):
    """One thing that a plan must say; `key` is how the plan file names it."""

    key: str
    question: Text
    options: tuple[Option, ...]

    @property
    def sentence(self) -> Text:
        """The question with every answer and what it pays."""
        answers = [
            (f"{one.word} ({one.meaning.en}: {one.pays.en})", f"{one.word}（{one.meaning.zh}：{one.pays.zh}）")
            for one in self.options
        ]
        english, chinese = zip(*answers, strict=True)
        return Text(f"{self.question.en}: {'; '.join(english)}", f"{self.question.zh}：{'；'.join(chinese)}")
