"""Which rows of two versions are the same row: by number and text, by text, by a like text, by number."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence

from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.words import normal

__all__ = ["Named", "alike", "matched"]

NEAR = 0.5
"""How much two texts must be alike to be one text in other words: half of their words, taken together."""

MOST_CANDIDATES = 30
"""Rows that a row without a counterpart is held against, so that thousands of rows stay quick."""

_WORD = pattern(r"\w+")


class Named(NamedTuple):
    """A row by what people know it by: its number and its text, either may be missing."""

    number: str | None
    text: str | None


def alike(one: str, other: str) -> float:
    """How much two texts are alike, 0 to 1: the words they share, out of all their words (Dice)."""
    return _dice(_words(one), _words(other))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(normal(text)))


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def matched(old: Sequence[Named], new: Sequence[Named]) -> dict[int, int]:
    """Index in ``new`` for every index of ``old`` that is still there.

    The surest pairs go first, so that a row pushed in at 1.2 does not make a stranger of everything below
    it, and a row that kept its number is the same row however it is worded now. A text that stands in
    several rows, such as "go/no-go", only counts when its number is gone. Rows with neither keep their order.
    """
    pairing = _Pairing(old, new)
    pairing.by_key(lambda row: (row.number, row.text) if row.text else None)
    pairing.by_key(lambda row: row.text if row.text and row.text not in pairing.common else None)
    pairing.by_likeness(same_number=True)
    pairing.by_likeness(same_number=False)
    pairing.by_key(lambda row: row.number or None)
    pairing.by_key(lambda row: row.text or None)
    pairing.by_key(lambda row: None if row.number or row.text else "")
    return dict(sorted(pairing.found.items()))


class _Pairing:
    """The pairs found so far, and the rows that still look for theirs."""

    def __init__(self, old: Sequence[Named], new: Sequence[Named]) -> None:
        self.old, self.new = _normalised(old), _normalised(new)
        self.found: dict[int, int] = {}
        self.taken: set[int] = set()
        self.common = _several(self.old) | _several(self.new)

    def by_key(self, key: Callable[[Named], Hashable]) -> None:
        """Pair rows with the same key, in order; None is no key."""
        waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for at in self._new_left():
            waiting[key(self.new[at])].append(at)
        for at in self._old_left():
            wanted = key(self.old[at])
            if wanted is not None and waiting[wanted]:
                self._pair(at, waiting[wanted].popleft())

    def by_likeness(self, *, same_number: bool) -> None:
        """Pair rows whose texts are alike, the most alike first."""
        for _, at, other in sorted(self._alike(same_number)):
            if at not in self.found and other not in self.taken:
                self._pair(at, other)

    def _alike(self, same_number: bool) -> Iterator[tuple[float, int, int]]:
        """Pairs with how little they are alike, so that sorting puts the best and then the first in front."""
        index = _Index(self.new, [at for at in self._new_left() if self._tells(self.new[at])])
        for at in self._old_left():
            row = self.old[at]
            if not self._tells(row):
                continue
            words = _words(row.text or "")
            for other in index.candidates(words, row.number if same_number else None):
                likeness = _dice(words, index.words[other])
                if likeness >= NEAR:
                    yield -likeness, at, other

    def _tells(self, row: Named) -> bool:
        return bool(row.text) and row.text not in self.common

    def _pair(self, at: int, other: int) -> None:
        self.found[at] = other
        self.taken.add(other)

    def _old_left(self) -> list[int]:
        return [at for at in range(len(self.old)) if at not in self.found]

    def _new_left(self) -> list[int]:
        return [at for at in range(len(self.new)) if at not in self.taken]


class _Index:
    """Rows by their words and by their number."""

    def __init__(self, rows: Sequence[Named], which: Sequence[int]) -> None:
        self.words = {at: _words(rows[at].text or "") for at in which}
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        self._by_number: defaultdict[str, list[int]] = defaultdict(list)
        for at, words in self.words.items():
            self._by_number[rows[at].number or ""].append(at)
            for word in words:
                self._by_word[word].append(at)

    def candidates(self, words: frozenset[str], number: str | None) -> list[int]:
        """Rows with this number; without one the first rows that share words with it, rare words first."""
        if number is not None:
            return self._by_number.get(number, []) if number else []
        found: dict[int, None] = {}
        for word in sorted(words, key=lambda w: (len(self._by_word.get(w, ())), w)):
            for at in self._by_word.get(word, ()):
                if len(found) == MOST_CANDIDATES:
                    return list(found)
                found[at] = None
        return list(found)


def _normalised(rows: Sequence[Named]) -> list[Named]:
    return [Named(normal(row.number or ""), normal(row.text or "")) for row in rows]


def _several(rows: Sequence[Named]) -> set[str | None]:
    """Texts that stand in more than one row."""
    return {text for text, times in Counter(row.text for row in rows).items() if times > 1}
