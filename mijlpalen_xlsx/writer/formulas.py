"""The formulas of the plan sheet, each beside the value it has: text for the workbook, Python for its cache.

A template has ``~`` where the number of the row comes. What the hidden columns of a row hold:
``start``, ``due``, ``expected``, ``actual``: the day in that cell or behind the words in it, else "".
``sign``: what marks the end of the bar: ◆ milestone, ★ decision, ✕ cancelled.
``finish``: the day on which the sign stands: the actual day, else the expected one, else the planned one.
``late``: the reference date when that has passed the last known day of something not finished, else "".
``over``: the expected day when that is later than the planned one and it is not finished, else "".
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from mijlpalen_xlsx import schedule
from mijlpalen_xlsx.cells import column_letters
from mijlpalen_xlsx.format import Milestone
from mijlpalen_xlsx.look import BAR_SIGNS
from mijlpalen_xlsx.periods import Period
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.vocabulary import ROW_KINDS, STAGES, STATUSES, RowKind, Stage, Status
from mijlpalen_xlsx.words import Lang
from mijlpalen_xlsx.writer.layout import PERIOD_FIRST_ROW, PERIOD_LAST_ROW, PlanGrid

__all__ = ["CANCELLED", "DECISION", "FIRST_PLAN", "LATE", "MILESTONE", "OVERRUN", "SIGNS", "Days",
           "PlanFormulas", "as_held", "day_formula", "days_of", "quoted", "word_status"]  # fmt: skip

MILESTONE, DECISION, CANCELLED, FIRST_PLAN, OVERRUN, LATE = BAR_SIGNS
SIGNS = "".join(BAR_SIGNS)
_LITERAL = 120  # Excel takes 255, and counts some characters double
_LEAST_DAY = date(1900, 3, 1)


def quoted(text: str) -> str:
    """Text as a formula holds it: in pieces, for Excel takes at most 255 characters between two quotes.

    An opening bracket stands apart: XlsxWriter would take ``SORT(`` in a text for a call of that function.
    """
    pieces = [text[at : at + _LITERAL] for at in range(0, len(text), _LITERAL)] or [""]
    literal = "&".join('"' + piece.replace('"', '""').replace("(", '"&"("&"') + '"' for piece in pieces)
    return f"({literal})" if "&" in literal else literal


def day_formula(cell: str, written: object, day: date | None) -> str:
    """The day in a cell, or the one that its words mean: right as long as nobody changes the words."""
    if not isinstance(written, str) or day is None:
        return f'=IF(ISNUMBER({cell}),{cell},"")'
    if len(written) > 4 * _LITERAL:  # a formula has its limits; so long a text is compared by its beginning
        match = f"LEFT({cell},{_LITERAL})={quoted(written[:_LITERAL])}"
    else:
        match = f"{cell}={quoted(written)}"
    return f'=IF(ISNUMBER({cell}),{cell},IF({match},DATE({day.year},{day.month},{day.day}),""))'


class Days(NamedTuple):
    """What the formulas of one row know: its days, and whether it is cancelled, a decision, a band."""

    start: date | None = None
    due: date | None = None
    expected: date | None = None
    actual: date | None = None
    cancelled: bool = False
    decision: bool = False
    band: bool = False

    @property
    def finish(self) -> date | None:
        if self.band:
            return None
        return self.due if self.cancelled else self.actual or self.expected or self.due

    @property
    def open(self) -> bool:
        return self.actual is None and not self.cancelled and not self.band

    @property
    def sign(self) -> str:
        return CANCELLED if self.cancelled else DECISION if self.decision else MILESTONE

    def late(self, reference: date | None) -> date | None:
        if reference is None or self.due is None or not self.open:
            return None
        return reference if reference > max(self.due, self.expected or self.due) else None

    @property
    def over(self) -> date | None:
        moved = self.open and self.due and self.expected and self.expected > self.due
        return self.expected if moved else None


def days_of(milestone: Milestone, decision: bool) -> Days:
    """The days of a milestone."""
    start, due, expected, actual = milestone.start, milestone.due, milestone.expected, milestone.actual
    return Days(
        start and start.as_start,
        due and due.as_due,
        expected and expected.as_due,
        None if milestone.cancelled else actual and actual.as_due,
        milestone.cancelled,
        decision,
    )


def as_held(milestone: Milestone) -> Milestone:
    """The milestone as a workbook can hold it: days before 1900 are only text there."""
    whens = {key: getattr(milestone, key) for key in ("start", "due", "expected", "actual")}
    lost = {
        key: None
        for key, when in whens.items()
        if when and any(day and day < _LEAST_DAY for day in (when.first, when.last))
    }
    return dataclasses.replace(milestone, **lost) if lost else milestone  # type: ignore[arg-type]  # all None


def word_status(word: str, lang: Lang) -> Status | None:
    """The status behind the word in the column Planstatus."""
    return next((Status(term.code) for term in STATUSES if term.word.get(lang) == word), None)


class PlanFormulas:
    """Templates and values for the rows of one plan sheet."""

    def __init__(self, grid: PlanGrid, lang: Lang, reference: date | None) -> None:
        self.lang, self.reference, self.periods = lang, reference, grid.periods
        self._firsts = [period.first for period in grid.periods]
        self.column = {key: f"${column_letters(at + 1)}" for key, at in grid.columns.items()}
        self.hidden = {
            key: f"${column_letters(grid.helper(key) + 1)}~"
            for key in ("start", "due", "expected", "actual", "sign", "finish", "late", "over")
        }
        self.now = grid.reference_day
        self._first_role = self.column["party"]
        self._last = f"${column_letters(grid.last_column + 1)}"
        self.band = f'{self.column["kind"]}~="{ROW_KINDS.show(RowKind.SUBPROJECT, lang)}"'
        self.status_template = self._status()
        self.slip_template = self._slip()
        self.finish_template = self._finish()
        self.late_template = self._late()
        self.over_template = self._over()
        first = grid.first_period + 1
        self.cell_templates = [self._cell(column_letters(first + at)) for at in range(len(grid.periods))]

    def _word(self, status: Status) -> str:
        return quoted(STATUSES.show(status, self.lang))

    def _status(self) -> str:
        own = self.hidden
        used = f"COUNTA({self.column['number']}~:{self.column['effort']}~,{self._first_role}~:{self._last}~)"
        cases = (
            (f"OR({self.band},{used}=0)", '""'),
            (f'{own["sign"]}="{CANCELLED}"', self._word(Status.CANCELLED)),
            (f'{own["actual"]}<>""', self._word(Status.DONE)),
            (f'{own["due"]}=""', self._word(Status.NO_DATE)),
            (f"{self.now}>{own['due']}", self._word(Status.LATE)),
            (f"N({own['expected']})>{own['due']}", self._word(Status.SLIPPING)),
            (f"{self.now}=0", '""'),
            (f"N({own['start']})>{self.now}", self._word(Status.NOT_STARTED)),
        )
        return "=" + _choose(cases, self._word(Status.ON_SCHEDULE))

    def status(self, milestone: Milestone) -> str:
        """The word in the column Planstatus. Without a reference date only what needs none."""
        found = schedule.status(milestone, self.reference or date.min)
        if self.reference is not None:
            return STATUSES.show(found, self.lang)
        timeless = (Status.CANCELLED, Status.DONE, Status.NO_DATE, Status.SLIPPING)
        return STATUSES.show(found, self.lang) if found in timeless else ""

    def _slip(self) -> str:
        own = self.hidden
        none = f'OR({self.band},{own["due"]}="",{own["sign"]}="{CANCELLED}")'
        done = f"MAX({own['actual']}-{own['due']},0)"
        still_open = f"MAX({own['due']},{own['expected']},{self.now})-{own['due']}"
        return f'=IF({none},"",INT((IF({own["actual"]}<>"",{done},{still_open})+3)/7))'

    def slip(self, milestone: Milestone) -> int | None:
        """The weeks in the column Uitloop."""
        return schedule.slip_weeks(milestone, self.reference or date.min)

    def sign_formula(self, written: str | None) -> str:
        """The formula of ``sign``; ``written`` is a person's own word for cancelled, if any."""
        actual = f"{self.column['actual']}~"
        usual = [STAGES.show(Stage.CANCELLED, lang) for lang in ("nl", "en")]
        words = dict.fromkeys(word.casefold() for word in usual)
        tests = [f"{actual}={quoted(word)}" for word in words]
        if written is not None and written.casefold() not in words:
            tests.append(f"LEFT({actual},{_LITERAL})={quoted(written[:_LITERAL])}")
        decision = ROW_KINDS.show(RowKind.DECISION, self.lang)
        plain = f'IF({self.column["kind"]}~="{decision}","{DECISION}","{MILESTONE}")'
        return f'=IF(OR({",".join(tests)}),"{CANCELLED}",{plain})'

    def _finish(self) -> str:
        own = self.hidden
        cases = (
            (self.band, '""'),
            (f'{own["sign"]}="{CANCELLED}"', own["due"]),
            (f'{own["actual"]}<>""', own["actual"]),
            (f'{own["expected"]}<>""', own["expected"]),
        )
        return "=" + _choose(cases, own["due"])

    def _open(self) -> str:
        own = self.hidden
        kind = self.column["kind"]
        band = ROW_KINDS.show(RowKind.SUBPROJECT, self.lang)
        return f'{kind}~<>"{band}",{own["actual"]}="",{own["sign"]}<>"{CANCELLED}",ISNUMBER({own["due"]})'

    def _late(self) -> str:
        own = self.hidden
        return f'=IF(AND({self._open()},{self.now}>MAX({own["due"]},{own["expected"]})),{self.now},"")'

    def _over(self) -> str:
        own = self.hidden
        return f'=IF(AND({self._open()},N({own["expected"]})>N({own["due"]})),{own["expected"]},"")'

    def _cell(self, letters: str) -> str:
        own = self.hidden
        first, last = f"{letters}${PERIOD_FIRST_ROW + 1}", f"{letters}${PERIOD_LAST_ROW + 1}"
        cases = (
            (f'{own["finish"]}=""', '""'),
            (f"AND({own['finish']}>={first},{own['finish']}<={last})", own["sign"]),
            (f"AND({own['due']}>={first},{own['due']}<={last})", f'"{FIRST_PLAN}"'),
            (f"AND({first}>{own['finish']},{first}<=N({own['late']}))", f'"{LATE}"'),
            (f"AND({first}>{own['due']},{last}<N({own['over']}))", f'"{OVERRUN}"'),
        )
        return "=" + _choose(cases, '""')

    def signs(self, days: Days) -> list[str]:
        """The signs in the Gantt cells of one row, "" where there is none."""
        signs = [""] * len(self.periods)
        if days.finish is None:
            return signs
        if days.due and days.over:
            for at in range(self._after(days.due), self._before(days.over)):
                signs[at] = OVERRUN
        if late := days.late(self.reference):
            for at in range(self._after(days.finish), bisect_right(self._firsts, late)):
                signs[at] = LATE
        for day, sign in ((days.due, FIRST_PLAN), (days.finish, days.sign)):
            place = period_of(self.periods, self._firsts, day) if day else None
            if place is not None:
                signs[place] = sign
        return signs

    def _after(self, day: date) -> int:
        """Index of the first period that begins after ``day``."""
        return bisect_right(self._firsts, day)

    def _before(self, day: date) -> int:
        """One past the index of the last period that ends before ``day``."""
        return sum(period.last < day for period in self.periods)


def period_of(periods: Sequence[Period], firsts: Sequence[date], day: date) -> int | None:
    """Index of the period that holds ``day``, or None."""
    at = bisect_right(firsts, day) - 1
    return at if at >= 0 and day <= periods[at].last else None


def _choose(cases: Sequence[tuple[str, str]], otherwise: str) -> str:
    """Nested IFs: the value of the first case that is true."""
    opened = "".join(f"IF({test},{value}," for test, value in cases)
    return f"{opened}{otherwise}{')' * len(cases)}"
