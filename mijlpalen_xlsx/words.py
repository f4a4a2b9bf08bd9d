"""The one normalisation of text, words in two languages, and the nearest word to a mistyped one."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Literal

from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.regex import pattern

__all__ = [
    "Lang", "Words", "clean", "distance", "most_edits", "nearest", "normal", "one_edit", "trim", "visible"
]  # fmt: skip

Lang = Literal["nl", "en"]

# Soft hyphen, zero-width characters, byte-order mark, bidi marks: pasted along from web pages and mail.
_INVISIBLE = pattern("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_OUTER = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
_EDGES = " .:;*-–—_?!/\\|\"'()[]"


class Words(NamedTuple):
    """One word or sentence that people see, in Dutch and in English."""

    nl: str
    en: str

    def get(self, lang: Lang) -> str:
        return self.en if lang == "en" else self.nl


def trim(text: str) -> str:
    """Text without spaces and invisible characters at its ends; what stands between them stays."""
    return text.strip(_OUTER)


def visible(text: str) -> str:
    """Text without its invisible characters."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


def clean(text: str) -> str:
    """Text without invisible characters, with plain single spaces; capitals and accents stay."""
    return " ".join(visible(text).split())


@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """The form in which two words are the same word: no case, accents, odd spaces or edge marks.

    >>> normal("Rollen\\u00a0en\\nVerantwoordelijkheden: ")
    'rollen en verantwoordelijkheden'
    """
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text))
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(text.casefold().split()).strip(_EDGES)


def distance(a: str, b: str, limit: int) -> int:
    """Edits (insert, delete, replace, swap of neighbours) between two words; ``limit + 1`` when more."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    a, b = _without_common_ends(a, b)
    before: list[int] = []
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            cost = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        if min(current) > limit:
            return limit + 1
        before, previous = previous, current
    return previous[-1] if previous[-1] <= limit else limit + 1


def _without_common_ends(a: str, b: str) -> tuple[str, str]:
    """Both words without what they begin and end with alike, which needs no edit."""
    start, end = 0, min(len(a), len(b))
    while start < end and a[start] == b[start]:
        start += 1
    a, b, end = a[start:], b[start:], end - start
    while end and a[-1] == b[-1]:
        a, b, end = a[:-1], b[:-1], end - 1
    return a, b


def most_edits(wanted: str) -> int:
    """In how many places a word of n letters may differ: max(1, n // 4), at most 3; 0 under 3 letters."""
    return min(3, max(1, len(wanted) // 4)) if len(wanted) >= 3 else 0


def one_edit(wanted: str, letters: Collection[str]) -> Iterator[str]:
    """Every word at one edit from ``wanted``, made with these letters; some come twice.

    Among thousands of choices these are sooner looked up than each choice is compared.
    """
    for i in range(len(wanted) + 1):
        start, rest = wanted[:i], wanted[i:]
        yield start + rest[1:]
        yield start + rest[1:2] + rest[:1] + rest[2:]
        for letter in letters:
            yield start + letter + rest
            yield start + letter + rest[1:]


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The one choice that ``word`` was probably meant to be, or None when none, or two, are close."""
    wanted = normal(word)
    limit = most_edits(wanted)
    if not limit:
        return None
    best, found = limit + 1, None
    for choice in choices:
        edits = distance(wanted, normal(choice), min(limit, best))
        if edits < best:
            best, found = edits, choice
        elif edits == best and edits <= limit and found is not None and normal(found) != normal(choice):
            found = None
    return found
