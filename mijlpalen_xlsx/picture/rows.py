"""What the picture shows of a plan: bands with rows, their words, and the days of every bar and sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum

from mijlpalen_xlsx import schedule
from mijlpalen_xlsx.dates import Precision, When, short, show
from mijlpalen_xlsx.format import Activity, Mark, Milestone, Subproject, header
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.picture.svg import plain
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.records import NamedTuple, dataclass
from mijlpalen_xlsx.vocabulary import LIGHTS, STATUSES, Light, RowKind, Status
from mijlpalen_xlsx.words import Lang, normal

__all__ = ["Band", "Bar", "BarKind", "Row", "bands_of", "days_in_words", "status_of"]

_ONE_DAY = timedelta(days=1)
_WORST_FIRST = (Light.RED, Light.ORANGE, Light.GREEN)
_WITHOUT_REFERENCE = (Status.CANCELLED, Status.DONE, Status.NO_DATE, Status.SLIPPING)
_TOLD = ("start", "due", "expected", "actual")


class BarKind(StrEnum):
    """What a stretch of a bar means."""

    PLANNED = "planned"
    ELAPSED = "elapsed"
    DONE = "done"
    OVERRUN = "overrun"
    LATE = "late"
    CANCELLED = "cancelled"


class Bar(NamedTuple):
    """A stretch of time, first and last day included."""

    kind: BarKind
    first: date
    last: date


@dataclass(frozen=True)
class Row:
    """One milestone in the picture. ``finish`` is the day its sign stands on, ``due`` the first planning.

    ``loose_start`` is a start without an end to draw a bar to; ``vague`` are periods given in words;
    ``late`` is the reference date when that has passed the last known day.
    """

    number: str
    title: str
    date_words: str
    party: str
    light: Light | None
    tip: str
    decision: bool
    done: bool
    cancelled: bool
    finish: date | None
    due: date | None
    loose_start: date | None
    late: date | None
    bars: tuple[Bar, ...]
    vague: tuple[tuple[date, date], ...]
    marks: tuple[Mark, ...]
    depends_on: tuple[str, ...]

    @property
    def moved(self) -> bool:
        """Whether the sign stands on another day than was planned first."""
        return self.due is not None and self.finish != self.due

    def days(self) -> Iterator[date]:
        """Every day that the row wants on the axis."""
        yield from (day for day in (self.finish, self.due, self.loose_start) if day)
        for bar in self.bars:
            yield from (bar.first, bar.last)
        for mark in self.marks:
            yield from (mark.first, mark.last)


@dataclass(frozen=True)
class Band:
    """A deelproject with its rows; ``number`` and ``title`` are empty for milestones under none."""

    number: str
    title: str
    rows: tuple[Row, ...]

    @property
    def named(self) -> bool:
        return bool(self.number or self.title)

    @property
    def standing(self) -> int:
        """Rows that are not cancelled: what is done is counted out of these."""
        return sum(not row.cancelled for row in self.rows)

    def span(self) -> tuple[date, date] | None:
        """From the first to the last day of its bars and signs."""
        days = [day for row in self.rows for day in row.days()]
        return (min(days), max(days)) if days else None


def status_of(milestone: Milestone, reference: date | None) -> Status | None:
    """Planstatus; without a reference date only what needs none."""
    found = schedule.status(milestone, reference or date.min)
    return found if reference or found in _WITHOUT_REFERENCE else None


def bands_of(plan: Plan, reference: date | None, lang: Lang) -> tuple[Band, ...]:
    """Milestones under no deelproject, then each deelproject, also those that only milestones name."""
    known = {subproject.number for subproject in plan.subprojects}
    named = dict.fromkeys(m.subproject for m in plan.milestones)
    lights = _lights(plan.activities)

    def rows(number: str | None) -> tuple[Row, ...]:
        return tuple(_row(m, reference, lights, lang) for m in plan.milestones_of(number))

    bands = [] if None in known or None not in named else [Band("", "", rows(None))]
    extra = [Subproject(number=name) for name in named if name is not None and name not in known]
    seen: set[str | None] = set()
    for subproject in (*plan.subprojects, *extra):
        number = subproject.number
        own = () if number in seen else rows(number)
        seen.add(number)
        bands.append(Band(plain(number), plain(subproject.title), own))
    return tuple(bands)


def _lights(activities: Iterable[Activity]) -> dict[str, Light]:
    """The most worrying light among the activities that name a milestone, by its number."""
    found: dict[str, Light] = {}
    for activity in activities:
        for number in map(normal, activity.milestones):
            known = [light for light in (activity.light, found.get(number)) if light]
            if known:
                found[number] = min(known, key=_WORST_FIRST.index)
    return found


def _row(milestone: Milestone, reference: date | None, lights: dict[str, Light], lang: Lang) -> Row:
    start, due, expected, actual = (_last(getattr(milestone, key)) for key in _TOLD)
    start = milestone.start.as_start if milestone.start else _first_of_words(milestone)
    actual = None if milestone.cancelled else actual
    finish = actual or expected or due
    state = status_of(milestone, reference)
    light = lights.get(normal(milestone.number)) if milestone.number else None
    is_open = actual is None and not milestone.cancelled
    bars = tuple(_bars(start, due, expected, actual, milestone.cancelled, reference))
    drawn = any(start == bar.first for bar in bars)
    return Row(
        number=plain(milestone.number),
        title=plain(milestone.title),
        date_words=_date_words(milestone, lang),
        party=plain(milestone.party),
        light=light,
        tip=_tip(milestone, state, reference, light, lang),
        decision=milestone.kind == RowKind.DECISION,
        done=actual is not None,
        cancelled=milestone.cancelled,
        finish=finish,
        due=due,
        loose_start=None if drawn else start,
        late=reference if is_open and finish and due and reference and reference > max(due, finish) else None,
        bars=bars,
        vague=tuple(_vague(milestone, (start, finish))),
        marks=milestone.marks,
        depends_on=tuple(map(normal, milestone.depends_on)),
    )


def _last(when: When | None) -> date | None:
    return when.as_due if when else None


def _shown(milestone: Milestone) -> When | None:
    """The latest thing known of when it is finished."""
    actual = None if milestone.cancelled else milestone.actual
    found = (when for when in (actual, milestone.expected, milestone.due) if when and when.as_due)
    return next(found, milestone.due)


def _first_of_words(milestone: Milestone) -> date | None:
    """Without a start, a date in words is drawn as its own period."""
    when = milestone.due or milestone.expected
    return when.first if when and when.first and when.first != when.last else None


def _bars(
    start: date | None,
    due: date | None,
    expected: date | None,
    actual: date | None,
    cancelled: bool,
    reference: date | None,
) -> Iterator[Bar]:
    """The stretches of one row, in order of time."""
    if actual or cancelled:
        end = actual or due or expected
        if start and end and start <= end:
            yield Bar(BarKind.DONE if actual else BarKind.CANCELLED, start, end)
        return
    promised = min((day for day in (due, expected) if day), default=None)
    if promised is None:
        return
    if start and start <= promised:
        yield from _planned(start, promised, reference)
    if due and expected and expected > due:
        yield Bar(BarKind.OVERRUN, due + _ONE_DAY, expected)
    known = expected or promised
    if due and reference and reference > max(due, known) + _ONE_DAY:
        yield Bar(BarKind.LATE, max(promised, known) + _ONE_DAY, reference - _ONE_DAY)


def _planned(start: date, end: date, reference: date | None) -> Iterator[Bar]:
    """The planned time, and how much of it has passed on the morning of the reference date."""
    if reference is None or reference <= start:
        yield Bar(BarKind.PLANNED, start, end)
    elif reference > end:
        yield Bar(BarKind.ELAPSED, start, end)
    else:
        yield Bar(BarKind.ELAPSED, start, reference - _ONE_DAY)
        yield Bar(BarKind.PLANNED, reference, end)


def _vague(milestone: Milestone, drawn: tuple[date | None, date | None]) -> Iterator[tuple[date, date]]:
    """Periods given in words for start and finish, unless the bar is that very period."""
    for when in dict.fromkeys((milestone.start, _shown(milestone))):
        if when and when.first and when.last and when.first < when.last and (when.first, when.last) != drawn:
            yield when.first, when.last


def days_in_words(when: When, lang: Lang) -> str:
    """A day in short, else what the person wrote, else the usual phrase."""
    if when.precision is Precision.DAY and when.first:
        return short(when.first, lang)
    return plain(when.text) or show(when, lang)


def _date_words(milestone: Milestone, lang: Lang) -> str:
    if milestone.cancelled:
        return STATUSES.show(Status.CANCELLED, lang).casefold()
    when = _shown(milestone)
    return days_in_words(when, lang) if when else ""


def _tip(
    milestone: Milestone, state: Status | None, reference: date | None, light: Light | None, lang: Lang
) -> str:
    """All that is known of the milestone, a line each."""
    told = [" ".join(filter(None, (plain(milestone.number), plain(milestone.title))))]
    for key in _TOLD:
        when = getattr(milestone, key)
        if when and not (key == "actual" and milestone.cancelled):
            told.append(f"{header(Milestone, key, lang)}: {days_in_words(when, lang)}")
    if state:
        told.append(f"{header(Milestone, 'status', lang)}: {STATUSES.show(state, lang)}")
    if reference and (weeks := schedule.slip_weeks(milestone, reference)):
        told.append(f"{header(Milestone, 'slip_weeks', lang)}: {weeks}")
    if light:
        told.append(f"{header(Activity, 'light', lang)}: {LIGHTS.show(light, lang)}")
    if milestone.depends_on:
        numbers = "; ".join(map(plain, milestone.depends_on))
        told.append(f"{header(Milestone, 'depends_on', lang)}: {numbers}")
    told += [_mark_words(mark, lang) for mark in milestone.marks]
    if milestone.party:
        told.append(f"{header(Milestone, 'party', lang)}: {plain(milestone.party)}")
    return "\n".join(filter(None, told))


def _mark_words(mark: Mark, lang: Lang) -> str:
    period = f"{short(mark.first, lang)} – {short(mark.last, lang)}"
    word = plain(mark.text)
    note = translate("met de hand gezet", lang)
    return f"{period}: {word}" if word and normal(word) != "x" else f"{period}: {note}"
