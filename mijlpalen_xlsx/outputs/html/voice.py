"""Sentences of a page in the language of its reader."""

from __future__ import annotations

from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.words import Lang

__all__ = ["Voice"]


@dataclass(frozen=True)
class Voice:
    """Says things in one language."""

    lang: Lang

    def say(self, nl: str, **values: object) -> str:
        return translate(nl, self.lang).format(**values)

    def many(self, n: int, one: str, more: str) -> str:
        """The sentence for one, or the one for none or several, with its ``{n}``."""
        return self.say(one if n == 1 else more, n=n)
