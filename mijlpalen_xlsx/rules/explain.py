"""The page of each rule: what it finds, why that matters, an example, and what to write instead."""

from __future__ import annotations

from pathlib import Path

from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.rules.check import RULES
from mijlpalen_xlsx.words import Lang, nearest

__all__ = ["UnknownCode", "code_of", "codes", "page", "source"]

_PAGES = Path(__file__).with_name("pages")
_MARK = pattern(r" *\{(?:date|number|fill|formula|note|merge|hidden)[^{}]*\}")


class UnknownCode(KeyError):
    """Not the code or name of a rule; ``suggestion`` is the code that was probably meant, or None."""

    def __init__(self, code: str, suggestion: str | None) -> None:
        super().__init__(code)
        self.code, self.suggestion = code, suggestion


def codes() -> tuple[str, ...]:
    """Every code, in order."""
    return tuple(RULES)


def code_of(word: str) -> str:
    """The code for a code or a name in any capitals. Raises UnknownCode."""
    wanted = word.strip()
    for rule in RULES.values():
        if wanted.upper() == rule.code or wanted.lower() == rule.name:
            return rule.code
    by_name = {rule.name: rule.code for rule in RULES.values()}
    near = nearest(wanted, (*RULES, *by_name))
    raise UnknownCode(word, by_name.get(near, near) if near else None)


def source(code: str, lang: Lang) -> str:
    """The page of a rule as it was written, with the marks that tell a test what kind of cell is meant."""
    return (_PAGES / lang / f"{code_of(code)}.md").read_text("utf-8")


def page(code: str, lang: Lang) -> str:
    """The page of a rule in Markdown, for people. Raises UnknownCode."""
    return _MARK.sub("", source(code, lang))
