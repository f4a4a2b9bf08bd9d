"""Mistakes in a file with own rules: all of them at once, each with its line and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable

from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.words import Lang, Words

__all__ = ["Mistake", "OwnRulesError"]


class Mistake(NamedTuple):
    """One mistake: the line, from 1, a Dutch sentence and the facts that fill it."""

    line: int
    sentence: str
    values: dict[str, object]

    def text(self, lang: Lang) -> str:
        """``Regel 4: …`` in the person's language."""
        facts = {key: v.get(lang) if isinstance(v, Words) else v for key, v in self.values.items()}
        said = translate(self.sentence, lang).format(**facts)
        return translate("regel {line}: {what}", lang).format(line=self.line, what=said)


class OwnRulesError(ValueError):
    """A file with own rules that cannot be used; ``mistakes`` are in the order of their lines."""

    def __init__(self, file: str, mistakes: Iterable[Mistake]) -> None:
        self.file = file
        self.mistakes = tuple(sorted(mistakes, key=lambda mistake: mistake.line))
        super().__init__("; ".join(mistake.text("en") for mistake in self.mistakes))
