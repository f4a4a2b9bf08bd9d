"""The words above columns: which column of which record a header means, near misses included."""

from __future__ import annotations

from functools import cache, lru_cache

from mijlpalen_xlsx.format import SHEETS, Column, Party, Record, columns
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.words import nearest, normal

__all__ = ["LONGEST_HEADER", "Match", "declared", "exact", "is_group", "is_header", "match", "quick"]

LONGEST_HEADER = 80
"""Characters; a longer text is a sentence, not a header."""

_EDGES = " .:;*-–—_?!/\\|\"'()[]\n"
_BRACKETS = pattern(r"\([^()]*\)")
_PARTS = pattern(r"\s*[/&,:–—-]\s*|\s+(?:en|of|and|or)\s+")
_WORD = pattern(r"\w+")
_SMALL = {"de", "het", "een", "op", "van", "in", "bij", "the", "of", "on", "a"}
_RECORDS = {record.__name__: record for record in (*(s.record for s in SHEETS if s.record), Party)}


class Match(NamedTuple):
    """The column that a header means. ``rank`` 0: its own head, 1: a synonym, 2: part of it, 3: nearly."""

    key: str
    rank: int


@cache
def _declared(name: str) -> dict[str, Column]:
    return {column.key: column for column in columns(_RECORDS[name])}


def declared(record: type[Record]) -> dict[str, Column]:
    """The columns of a record by key."""
    return _declared(record.__name__)


@cache
def _index(name: str) -> dict[str, Match]:
    """The column of every word of a record, its own heads before synonyms."""
    index: dict[str, Match] = {}
    for column in _declared(name).values():
        index |= {normal(word): Match(column.key, 0) for word in column.header}
    for column in _declared(name).values():
        for word in column.synonyms:
            index.setdefault(normal(word), Match(column.key, 1))
    for word, found in list(index.items()):
        index.setdefault(_short(word), Match(found.key, 1))
    return index


def _short(text: str) -> str:
    """A head without its small words: ``toelichting voortgang`` for ``toelichting op de voortgang``."""
    return " ".join(word for word in text.split() if word not in _SMALL) or text


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(normal(text))) - _SMALL


@cache
def _by_words(name: str) -> dict[frozenset[str], Match]:
    """The column of the words of a head in any order: ``werkelijk gereed`` for ``gereed (werkelijk)``."""
    found: dict[frozenset[str], Match] = {}
    for word, meant in _index(name).items():
        found.setdefault(_words(word), meant)
    return found


@lru_cache(maxsize=4096)
def _exact(name: str, text: str) -> Match | None:
    if len(text) > LONGEST_HEADER:
        return None
    index, bare = _index(name), normal(_BRACKETS.sub(" ", text))
    return index.get(normal(text)) or index.get(bare) or index.get(_short(bare))


@lru_cache(maxsize=4096)
def _match(name: str, text: str) -> Match | None:
    found = _exact(name, text)
    if found or len(text) > LONGEST_HEADER:
        return found
    index = _index(name)
    parts = [normal(part) for part in _PARTS.split(_BRACKETS.sub(" ", normal(text)))]
    named = next((index[part] for part in parts if part in index), None) or _by_words(name).get(_words(text))
    if named:
        return Match(named.key, 2)
    near = nearest(text, index)
    return Match(index[near].key, 3) if near else None


def exact(record: type[Record], text: str) -> Match | None:
    """The column of which ``text`` is a head or a synonym, whatever its capitals, accents and brackets."""
    return _exact(record.__name__, text)


def match(record: type[Record], text: str) -> Match | None:
    """As ``exact``; else the column that a part of the text means, or that it nearly spells."""
    return _match(record.__name__, text)


@cache
def _quick_words() -> frozenset[str]:
    return frozenset(word for name in _RECORDS for word in _index(name))


@lru_cache(maxsize=4096)
def quick(text: str) -> bool:
    """Whether ``text`` may be a header, at the cost of a look in a set: for rows in the middle of a sheet."""
    if len(text) > LONGEST_HEADER:
        return False
    folded = text.casefold().strip(_EDGES)
    return folded in _quick_words() or folded.startswith("deel")


@lru_cache(maxsize=4096)
def is_header(text: str, loose: bool) -> bool:
    """Whether any record has a column that ``text`` means; ``loose`` takes near misses too."""
    if len(text) > LONGEST_HEADER:
        return False
    words, bare = _quick_words(), normal(_BRACKETS.sub(" ", text))
    if normal(text) in words or bare in words or _short(bare) in words:
        return True
    return loose and any(_match(name, text) for name in _RECORDS)


@cache
def _groups() -> frozenset[str]:
    words = (word for name in _RECORDS for column in _declared(name).values() for word in column.group)
    return frozenset(normal(word) for word in words if word)


def is_group(text: str) -> bool:
    """Whether a text is the head of a group of columns, such as ``ROLLEN EN VERANTWOORDELIJKHEDEN``."""
    return normal(text) in _groups()
