"""Sentences in the person's language: the Dutch source in the code, the English one from the catalogue."""

from __future__ import annotations

from functools import cache

from mijlpalen_xlsx.words import Lang

__all__ = ["catalogue", "translate"]


@cache
def catalogue() -> dict[str, str]:
    """Dutch sentence -> English sentence; loaded only when somebody asks for English."""
    from mijlpalen_xlsx.locale.en import CATALOGUE

    return CATALOGUE


def translate(nl: str, lang: Lang) -> str:
    """The sentence in ``lang``. A test keeps the catalogue whole, so Dutch is the only fallback needed."""
    return nl if lang == "nl" else catalogue().get(nl, nl)
