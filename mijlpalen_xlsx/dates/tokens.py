"""Text of a cell cut into tokens: numbers, known words by what they do, and marks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from mijlpalen_xlsx.dates.lexicon import GUESSABLE, PHRASES, WORDS
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.words import nearest

__all__ = ["MARKS", "Token", "fold", "tokens_of"]

MARKS = "-/.,"
_LONGEST = 24

_LOOKALIKES = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛`´′ʼ", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("±≈~", " ca "),
        **dict.fromkeys('“”„"«»():!*•·', " "),
        ";": ",",
        "+": "&",
        "½": ",5",
    }
)
_TIME_OF_DAY = pattern(
    r"(?<=\d)(?:t|,? | om | at )\d{1,2}[:.]\d\d(?::\d\d(?:\.\d{1,9})?)?(?: ?uur| ?u| ?h|z)?$", re.A | re.I
)
_ABBREVIATION = pattern(r"\b[a-z](?:\. ?[a-z]\b)+\.?", re.A)
_THROUGH = pattern(r"\bt ?[/&] ?m\b", re.A)
_PHRASE = pattern(r"\b(?:" + "|".join(sorted(PHRASES, key=len, reverse=True)) + r")\b", re.A)
_TOKEN = pattern(
    r"(?P<ordinal>\d{1,2})(?:e|de|ste|st|nd|rd|th)\b|'(?P<short>\d\d)\b|(?P<number>\d+)|(?P<word>[a-z]+)"
    r"|(?P<mark>[-/.,&?])|(?P<odd>[^\s'])",
    re.A,
)


class Token(NamedTuple):
    """One piece of a phrase. ``kind`` is a mark itself, or a letter or word from the vocabulary.

    Beside those: ``n`` a number of one or two digits or an ordinal, ``Y`` a year, ``N`` eight digits,
    ``odd`` anything else. The value of a mark is 1 when a space stands beside it.
    """

    kind: str
    value: int = 0


def fold(text: str) -> str:
    """Lower case without accents, with one kind of quote and dash, abbreviations without their dots."""
    text = text.replace("+/-", " ca ")
    if ":" in text or "." in text:
        text = _TIME_OF_DAY.sub("", text)
    text = text.translate(_LOOKALIKES)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = " ".join(text.lower().split())
    if "." in text:
        text = _ABBREVIATION.sub(lambda found: found[0].replace(".", "").replace(" ", ""), text)
    return _PHRASE.sub(lambda found: PHRASES[found[0]], _THROUGH.sub("tm", text))


@lru_cache(maxsize=512)
def _word(word: str) -> tuple[str, int]:
    known = WORDS.get(word)
    if known is None:
        meant = nearest(word, GUESSABLE) if len(word) >= 6 else None
        known = WORDS[meant] if meant else ("odd", 0)
    return known


def _number(digits: str) -> Token:
    if len(digits) <= 2:
        return Token("n", int(digits))
    return Token({4: "Y", 8: "N"}.get(len(digits), "odd"), int(digits) if len(digits) <= 8 else 0)


def _token(found: re.Match[str]) -> Token:
    kind, text = found.lastgroup, found[found.lastgroup or 0]
    if kind == "word":
        return Token(*_word(text))
    if kind == "number":
        return _number(text)
    if kind == "ordinal":
        return Token("n", int(text))
    if kind == "short":
        return Token("Y", 2000 + int(text))
    if kind == "odd":
        return Token("odd")
    around = found.string[max(0, found.start() - 1) : found.end() + 1]
    return Token({"&": "e", "?": "~"}.get(text, text), int(" " in around))


def _in_context(tokens: list[Token]) -> list[Token]:
    """Settle ``half`` (middle, or a half year after a number) and ``start`` (of a school year, or from)."""
    settled = list(tokens)
    for i, token in enumerate(tokens):
        following = tokens[i + 1].kind if i + 1 < len(tokens) else ""
        if token.kind == "half":
            settled[i] = Token("H") if i and tokens[i - 1].kind == "n" else Token("P", 2)
        elif token.kind == "start":
            settled[i] = Token("P", 1) if following in ("J", "A") else Token("f")
    return settled


def tokens_of(text: str) -> list[Token] | None:
    """The tokens of one folded line without words that say nothing; None when some make no sense here."""
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text):
        token = _token(found)
        if token.kind == "odd" or len(tokens) == _LONGEST:
            return None
        if token.kind:
            tokens.append(token)
    return _in_context(tokens)
