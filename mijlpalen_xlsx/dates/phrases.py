"""Phrases with a bound ("vanaf", "uiterlijk", "voor") and ranges of two phrases ("sept t/m dec 2021")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from mijlpalen_xlsx.dates.patterns import SUMMER_BREAK, Unreadable, single
from mijlpalen_xlsx.dates.tokens import MARKS, Token
from mijlpalen_xlsx.dates.when import ONE_DAY, Note, Parsed, Precision, When

__all__ = ["joined", "phrase"]

# Before a longer period people may well mean before its end; before a quarter they do not.
LONG = timedelta(days=45)

_FROM, _LATEST, _BEFORE, _UNTIL, _AFTER, _BY = "flvtab"
_BOUNDS = frozenset("flvtabr")

Phrase = Sequence[Token]


def _open(first: date | None, last: date | None) -> When:
    return When(first, last, Precision.OPEN)


def _both(reading: Parsed, change: Callable[[When], When], note: Note | None = None) -> Parsed:
    """The same change to a reading and to its second reading; a doubt outweighs every other note."""
    assert reading.when
    note = reading.note if reading.other else note or reading.note
    return Parsed(change(reading.when), note, reading.other and change(reading.other))


def _is_part(phrase: Phrase, *parts: int) -> bool:
    return phrase[0].kind == "P" and phrase[0].value in parts


def _day_before(when: When) -> When:
    return _open(None, when.first and when.first - ONE_DAY)


def _doubtful_end(reading: Parsed, inclusive_first: bool = False) -> Parsed:
    """``voor 2023`` may mean before it begins, or in time for its end."""
    assert reading.when
    end, start = _open(None, reading.when.last), _day_before(reading.when)
    return Parsed(end, Note.AMBIGUOUS, start) if inclusive_first else Parsed(start, Note.AMBIGUOUS, end)


def _before(phrase: Phrase, reading: Parsed, until: bool) -> Parsed:
    """``voor`` or ``tot``: that day, or the first day of a period, no longer belongs to it."""
    when = reading.when
    assert when
    assert when.first
    if _is_part(phrase, 3, 4):
        return _both(reading, lambda w: _open(None, w.last))
    if any(t == Token("S", 2) or t.kind == "Z" for t in phrase):
        break_begins = date(when.first.year, *SUMMER_BREAK)
        return Parsed(_open(None, break_begins - ONE_DAY), Note.APPROXIMATE)
    one_day = when.precision is Precision.DAY
    if until and one_day and (when.first + ONE_DAY).day == 1:
        return Parsed(_open(None, when.first), Note.TOT_INCLUSIVE)
    long = (when.last or when.first) - when.first > LONG and when.precision is not Precision.QUARTER
    if not reading.other and not _is_part(phrase, 1) and (long or (until and not one_day)):
        return _doubtful_end(reading)
    return _both(reading, _day_before, Note.EXCLUSIVE)


def _bound(kind: str, phrase: Phrase, reading: Parsed) -> Parsed:
    """A period with a word like ``vanaf`` or ``uiterlijk`` before it: one side stays open."""
    assert reading.when
    if kind in (_BEFORE, _UNTIL):
        return _before(phrase, reading, kind == _UNTIL)
    if kind == _AFTER:
        note = Note.EXCLUSIVE if reading.when.precision is Precision.DAY else None
        return _both(reading, lambda w: _open(w.last and w.last + ONE_DAY, None), note)
    if kind == _FROM:
        return _both(reading, lambda w: _open(w.first, None))
    if kind == _BY and reading.when.precision is Precision.YEAR:
        return _doubtful_end(reading, inclusive_first=True)
    return _both(reading, lambda w: _open(None, w.last))


def _bounded(phrase: Phrase, year: int | None) -> Parsed | None:
    """Words of a bound in front or behind. Of two, like ``per uiterlijk``, the stricter one counts."""
    if phrase and phrase[-1].kind in ("l", ">"):
        kind = _LATEST if phrase[-1].kind == "l" else _FROM
        rest = phrase[:-1]
        while rest and (rest[0].kind == kind or rest[-1].kind in MARKS):
            rest = rest[1:] if rest[0].kind == kind else rest[:-1]
    elif phrase and phrase[0].kind in _BOUNDS:
        kind, rest = phrase[0].kind, phrase[1:]
        if rest and rest[0].kind in _BOUNDS and (kind == _LATEST or rest[0].kind == _LATEST):
            strict = next((t.kind for t in phrase[:2] if t.kind in (_BEFORE, _UNTIL)), _LATEST)
            kind, rest = strict, rest[1:]
    else:
        return None
    reading = single(rest, year)
    if reading is None:
        return None
    if kind == _FROM and (_is_part(rest, 3, 4) and len(phrase) > len(rest) and phrase[0].value == 1):
        return reading
    return _bound(kind, rest, reading)


def _split_points(phrase: Phrase) -> list[int]:
    """Places where a range may be cut, the clearest words first."""
    order = {"r": 0, "t": 1, "l": 1, "e": 2, "x": 3, ",": 4, "-": 5, "/": 6}
    inside = [i for i in range(1, len(phrase) - 1) if phrase[i].kind in order]
    marks = [phrase[i] for i in inside if phrase[i].kind in "-/"]
    # In 1-2-3-2022 nobody can say where the first date ends; in 9-2021 - 7-2022 the spaces do.
    loose = {mark for mark in marks if mark.value or [m.kind for m in marks].count(mark.kind) == 1}
    inside = [i for i in inside if phrase[i] in loose or phrase[i].kind not in "-/"]
    return sorted(inside, key=lambda i: order[phrase[i].kind])


def _attempt(phrase: Phrase, year: int | None) -> Parsed | Note | None:
    try:
        return single(phrase, year)
    except Unreadable as problem:
        note: Note = problem.args[0]
        return note


def _with_year_of(phrase: Phrase, other: When, before: bool) -> Parsed:
    """A side without a year has that of the other side, or the one next to it when that runs backwards."""
    assert other.first
    assert other.last
    years = (other.last.year, other.last.year - 1) if before else (other.first.year, other.first.year + 1)
    for year in years:
        reading = single(phrase, year)
        if (
            reading
            and reading.when
            and _ordered(*((reading.when, other) if before else (other, reading.when)))
        ):
            return reading
    raise Unreadable(Note.IMPOSSIBLE)


def _completed(left: Phrase, right: Phrase, spaced: bool) -> tuple[Phrase, Phrase]:
    """What one side leaves out, taken from the other: ``week 36 t/m 40``, ``12 en 13 april 2023``."""
    if left[0].kind in "WQHJA" and right[0].kind in "nY":
        return left, [left[0], *right]
    if len(left) == 1 and left[0].kind in "nP" and left[0].kind == right[0].kind:
        worded = any(t.kind not in "nYN" and t.kind not in MARKS for t in right)
        return ([left[0], *right[1:]] if worded or spaced else left), right
    if left[-1].kind == "Y" and len(right) == 1 and right[0].kind == "n":
        return left, [Token("Y", left[-1].value // 100 * 100 + right[0].value)]
    return left, right


def _sides(left: Phrase, right: Phrase, year: int | None) -> tuple[Parsed, Parsed] | None:
    """Readings of both sides of a range; None when one of them is no phrase."""
    a, b = _attempt(left, None), _attempt(right, None)
    if a is None or b is None:
        return None
    if a is Note.NO_YEAR and b is Note.NO_YEAR:
        a, b = _attempt(left, year), _attempt(right, year)
    if a is Note.NO_YEAR and isinstance(b, Parsed) and b.when:
        a = _with_year_of(left, b.when, before=True)
    if b is Note.NO_YEAR and isinstance(a, Parsed) and a.when:
        b = _with_year_of(right, a.when, before=False)
    if isinstance(a, Parsed) and isinstance(b, Parsed):
        return a, b
    notes = [note for note in (a, b) if isinstance(note, Note)]
    raise Unreadable(next((note for note in notes if note is not Note.NO_YEAR), Note.NO_YEAR))


def _ordered(a: When | None, b: When | None) -> bool:
    return bool(a and b and a.first and b.last and a.first <= b.last)


def joined(a: When, b: When) -> When:
    """From the first day of the one to the last of the other. Raises Unreadable when that runs backwards."""
    if not _ordered(a, b):
        raise Unreadable(Note.IMPOSSIBLE)
    if a.first == b.last and a.first:
        return When.day(a.first)
    return When(a.first, b.last, Precision.PERIOD)


def _range(phrase: Phrase, year: int | None) -> Parsed | None:
    """Two phrases with a word or mark between them that means "through" or "and"."""
    between = phrase[0].kind == "w"
    while phrase and phrase[0].kind in ("w", "f"):
        phrase = phrase[1:]
    for at in _split_points(phrase):
        left, right, middle = phrase[:at], phrase[at + 1 :], phrase[at].kind
        if middle in "tr" and right[0].kind == "l" and len(right) > 1:
            middle, right = "r", right[1:]
        sides = _sides(*_completed(left, right, middle not in "-/"), year)
        if sides:
            return _joined_as(sides[0], sides[1], "r" if between else middle)
    return None


def _joined_as(a: Parsed, b: Parsed, middle: str) -> Parsed:
    """One reading of two sides; a doubt in one of them, ``tot`` and ``en`` leave something to tell."""
    assert a.when
    assert b.when
    assert a.when.last
    assert b.when.first
    whole = joined(a.when, b.when)
    if a.other or b.other:
        first, last = a.other or a.when, b.other or b.when
        return Parsed(whole, Note.AMBIGUOUS, joined(first, last)) if _ordered(first, last) else Parsed(whole)
    if middle == "t":
        return _until(a.when, b.when, whole)
    apart = middle in "ex,/" and a.when.last + ONE_DAY < b.when.first
    return Parsed(whole, Note.TWO_DATES if apart else a.note or b.note)


def _until(a: When, b: When, whole: When) -> Parsed:
    """``van ... tot ...``: a day itself is left out; whether a month or year still counts is a doubt."""
    assert b.first
    eve = When.day(b.first - ONE_DAY)
    if not _ordered(a, eve):
        return Parsed(whole)
    if b.precision is not Precision.DAY:
        return Parsed(whole, Note.AMBIGUOUS, joined(a, eve))
    if (b.first + ONE_DAY).day == 1:
        return Parsed(whole, Note.TOT_INCLUSIVE)
    return Parsed(joined(a, eve), Note.EXCLUSIVE)


def phrase(tokens: Phrase, year: int | None) -> Parsed | None:
    """A day, a period, a period with one side open, or a range. Raises Unreadable."""
    phrase = [t for t in tokens if t.kind != "~"]
    while phrase and phrase[-1].kind in MARKS:
        phrase.pop()
    while phrase and phrase[0].kind in MARKS:
        phrase.pop(0)
    # "doorlopend t/m 2024": what follows says more.
    if len(phrase) > 1 and phrase[0].kind == ">" and phrase[1].kind in _BOUNDS:
        phrase.pop(0)
    if not phrase:
        return None
    found = single(phrase, year) or _bounded(phrase, year) or _range(phrase, year)
    if found and not found.note and any(t.kind == "~" for t in tokens):
        return found._replace(note=Note.APPROXIMATE)
    return found
