"""The title and the reason of a rule, out of its page, for outputs that explain the codes they show."""

from __future__ import annotations

import re
from functools import cache

from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.rules import RULES, page
from mijlpalen_xlsx.words import Lang

__all__ = ["Explained", "explained"]

_EMPHASIS = pattern(r"(\*\*|__|`)(.+?)\1")
_WORD = pattern(r"\*([^*\s][^*]*)\*")
"""A word that is meant as such, ``*medio*``: plain text has quotes for that."""


class Explained(NamedTuple):
    """What a rule is called, what it finds and why that matters, as plain text; its page as Markdown."""

    title: str
    finds: str
    why: str
    page: str


@cache
def explained(code: str, lang: Lang) -> Explained | None:
    """The page of a rule in short; None for a code without a page, such as that of somebody's own rule."""
    if code not in RULES:
        return None
    whole = page(code, lang)
    head, *sections = re.split(r"^## .*\n", whole, flags=re.MULTILINE)
    return Explained(_plain(head).removeprefix(f"# {code} "), _plain(sections[0]), _plain(sections[1]), whole)


def _plain(markdown: str) -> str:
    return " ".join(_WORD.sub(r"'\1'", _EMPHASIS.sub(r"\2", markdown)).split())
