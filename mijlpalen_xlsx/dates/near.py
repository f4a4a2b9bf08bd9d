"""What a text that is no date was probably meant to be: only ever a suggestion, never read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from mijlpalen_xlsx.dates.grammar import parse
from mijlpalen_xlsx.dates.lexicon import MONTHS, WORDS
from mijlpalen_xlsx.dates.when import EARLIEST, LATEST, Note, When
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.words import clean, distance

__all__ = ["near"]

_LONGEST = 60
"""Characters; a longer text is a story, and no date with a typing error."""

_MEND = (Note.UNKNOWN, Note.IMPOSSIBLE, Note.OUT_OF_RANGE)
_NUMBER_WITH_LETTERS = pattern(
    r"(?<![^\W_])(?:(?=[oli|]*\d)[\doli|]{1,4}|[oli|]{1,2}(?=[-/.])|[li|](?=\s))(?![^\W_])", re.A | re.I
)
"""``2o21`` and ``l-10``: letters that look like digits, where a number belongs."""
_AS_DIGITS = str.maketrans("OoLlIi|", "0011111")
_WORD_WITH_DIGITS = pattern(r"(?<!\w)(?=[a-z]*[01])[01]?[a-z][a-z01]*[a-z][01]?(?!\w)", re.A | re.I)
"""``okt0ber`` and ``apri1``: the other way round."""
_ODD_MARKS = pattern(r"(?<=[0-9a-z])\s*[-.,;:_=|\\]+\s*(?=[0-9a-z])", re.A | re.I)
"""Not a slash: whether the day or the month comes first, nobody knows."""
_LAST_DAYS = pattern(r"(?<!\d)(?:29|30|31)(?!\d)")
_MONTH_FIRST = pattern(r"(?<!\d)(\d{1,2})([-/. ])(\d{1,2})(?=\2\d{4}(?!\d))")
_YEAR = pattern(r"(?<!\d)\d{3,5}$")
_WORD = pattern(r"(?<![^\W_])[a-z]{3,10}(?![^\W_])", re.A | re.I)


def near(text: str, *, period: tuple[date, date] | None = None) -> When | None:
    """The date or period that a text nearly says, when there is exactly one; with the text mended.

    Of several readings those within ``period`` count, the first and last day of the subsidy.
    """
    text = clean(text)
    if len(text) > _LONGEST or not any(map(str.isdigit, text)) or parse(text).note not in _MEND:
        return None
    mended = list(_letters_and_marks(text))
    readings = _readings(mended) or _readings(other for one in mended[:1] for other in _another_way(one))
    if len(readings) > 1 and period:
        first, last = period
        readings = {days: when for days, when in readings.items() if days[0] <= last and days[1] >= first}
    return readings.popitem()[1] if len(readings) == 1 else None


def _readings(texts: Iterable[str]) -> dict[tuple[date, date], When]:
    """What these texts say for certain, by first and last day."""
    found: dict[tuple[date, date], When] = {}
    for text in dict.fromkeys(texts):
        when, note, _ = parse(text)
        if when and when.first and when.last and note is None:
            found.setdefault((when.first, when.last), when)
    return found


def _letters_and_marks(text: str) -> Iterator[str]:
    """The text with digits for letters that look like them, letters for digits, and plain marks."""
    plain = _NUMBER_WITH_LETTERS.sub(partial(_translated, _AS_DIGITS), text)
    for mended in (plain, *_words_mended(plain)):
        yield mended
        yield _ODD_MARKS.sub("-", mended)


def _another_way(text: str) -> Iterator[str]:
    """The text with one mistake mended in what it says."""
    yield from _last_day(text)
    yield _MONTH_FIRST.sub(r"\3\2\1", text)
    yield from _year_mended(text)
    yield from _month_mended(text)


def _words_mended(text: str) -> Iterator[str]:
    """``okt0ber`` as ``oktober``; a 1 may stand for an l or an i."""
    for letters in ("ol", "oi"):
        as_letters = str.maketrans("01", letters)
        yield _WORD_WITH_DIGITS.sub(partial(_translated, as_letters), text)


def _translated(table: dict[int, int], found: re.Match[str]) -> str:
    return found[0].translate(table)


def _last_day(text: str) -> Iterator[str]:
    """``31 11 2023`` with the last day that November has."""
    for found in _LAST_DAYS.finditer(text):
        for day in range(int(found[0]) - 1, 27, -1):
            mended = f"{text[: found.start()]}{day}{text[found.end() :]}"
            if parse(mended).when:
                yield mended
                break


def _year_mended(text: str) -> Iterator[str]:
    """The last number, when it is no year, as one at a typing error from it: ``20223``, ``223``, ``2203``."""
    found = _YEAR.search(text)
    if found and not EARLIEST.year <= int(found[0]) <= LATEST.year:
        for year in range(EARLIEST.year, LATEST.year + 1):
            if distance(found[0], str(year), 1) == 1:
                yield text[: found.start()] + str(year)


def _month_mended(text: str) -> Iterator[str]:
    """Each word that we do not know as a month at one typing error from it: ``arpil``, ``mtr``."""
    for found in _WORD.finditer(text):
        word = found[0].lower()
        if word not in WORDS:
            for month in MONTHS:
                if distance(word, month, 1) == 1:
                    yield f"{text[: found.start()]}{month}{text[found.end() :]}"
