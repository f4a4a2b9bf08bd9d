"""Teller: values of a plan as a report says them, with dates written out and the cells behind every text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.comparison import Step
from mijlpalen_xlsx.comparison.told import amount
from mijlpalen_xlsx.dates import Precision, When, show, written_out
from mijlpalen_xlsx.format import Activity, Milestone, Record, header
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.narrative.parts import Paragraph, Table, Told
from mijlpalen_xlsx.picture.svg import plain
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.rules import redact
from mijlpalen_xlsx.rules.context import end_of
from mijlpalen_xlsx.schedule import days_late, finish
from mijlpalen_xlsx.summary import Period
from mijlpalen_xlsx.vocabulary import STATUSES, Status
from mijlpalen_xlsx.words import Lang, normal

__all__ = ["CLOSED", "NOTHING", "Teller", "together"]

NOTHING = Told("")
CLOSED = (Status.DONE, Status.CANCELLED)


def together(texts: Iterable[Told]) -> Told:
    """Texts one after the other, each once."""
    found: dict[str, Told] = {}
    for told in texts:
        if told.text:
            found.setdefault(told.text, told)
    return Told(" ".join(map(_stopped, found)), tuple(at for told in found.values() for at in told.at))


def _stopped(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


@dataclass(frozen=True)
class Teller:
    """One plan with its statuses on ``day``, a language, a period, and the step from an earlier version."""

    plan: Plan
    day: date
    lang: Lang
    period: Period | None = None
    step: Step | None = None

    @property
    def until(self) -> date:
        """The last day of which is told what was reached."""
        return self.period.last if self.period else self.day

    def within(self, day: date | None) -> bool:
        """Whether a day lies in the period; without one, whether it has passed."""
        if self.period:
            return self.period.has(day)
        return day is not None and day <= self.day

    def say(self, nl: str, **values: object) -> str:
        return translate(nl, self.lang).format(**values)

    def paragraph(self, nl: str, **values: object) -> Paragraph:
        return Paragraph(Told(self.say(nl, **values)))

    def many(self, n: int, one: str, more: str) -> str:
        """The sentence for one, or that for several, with its ``{n}``."""
        return self.say(one if n == 1 else more, n=n)

    def listed(self, words: Sequence[str]) -> str:
        """``a, b en c``."""
        if len(words) < 2:
            return "".join(words)
        return self.say("{first} en {last}", first=", ".join(words[:-1]), last=words[-1])

    def date(self, day: date) -> str:
        return written_out(day, self.lang)

    def when(self, when: When) -> str:
        """A day written out, else what the person wrote, else the usual phrase."""
        if when.precision is Precision.DAY and when.first:
            return self.date(when.first)
        return plain(when.text) or show(when, self.lang)

    def cell(self, record: Record, key: str) -> Told:
        """A text or date as it stands in its cell; what could not be read as it was written."""
        value, at = getattr(record, key), record.at(key)
        if isinstance(value, When):
            text = self.when(value)
        else:
            text = redact(plain(value if isinstance(value, str) else record.written.get(key)))
        return Told(text, (at,) if at and text else ())

    def ends(self, milestone: Milestone, *keys: str) -> Told:
        """The first of several dates that is there."""
        found = (self.cell(milestone, key) for key in keys)
        return next((told for told in found if told.text), NOTHING)

    def status(self, milestone: Milestone) -> Told:
        at = milestone.place("actual", "expected", "due")
        text = STATUSES.show(milestone.status, self.lang) if milestone.status else ""
        return Told(text, (at,) if at else ())

    def between(self, milestone: Milestone) -> Told:
        """How much later or earlier than planned a milestone is done or expected, or is late by now."""
        due = end_of(milestone, "due")
        if milestone.cancelled:
            return Told(STATUSES.show(Status.CANCELLED, self.lang).lower(), self._cells(milestone, "actual"))
        if due is None:
            return NOTHING
        actual, expected = end_of(milestone, "actual"), end_of(milestone, "expected")
        at = self._cells(milestone, "due", "actual" if actual else "expected")
        if actual:
            return Told(self._apart((actual - due).days, "{amount} later", "{amount} eerder"), at)
        if expected and expected >= self.day:
            return Told(
                self._apart((expected - due).days, "{amount} later verwacht", "{amount} eerder verwacht"), at
            )
        late = days_late(milestone, self.day) or 0
        said = self.say("op de peildatum {amount} te laat", amount=amount(late, self.lang)) if late else ""
        at = (*self._cells(milestone, "due"), *self._cells(self.plan.general, "reference_date"))
        return Told(said, at if said else ())

    def _apart(self, days: int, later: str, earlier: str) -> str:
        if not days:
            return self.say("zoals gepland")
        return self.say(later if days > 0 else earlier, amount=amount(days, self.lang))

    @staticmethod
    def _cells(record: Record, *keys: str) -> tuple[Address, ...]:
        return tuple(at for key in keys if (at := record.at(key)))

    def head(self, record: type[Record], key: str) -> str:
        return header(record, key, self.lang)

    def table(
        self,
        caption: str,
        heads: Sequence[str],
        widths: Sequence[int],
        rows: Iterable[Sequence[Told]],
        named: int = 1,
    ) -> Table:
        return Table(caption, tuple(heads), tuple(widths), tuple(map(tuple, rows)), named)

    def name(self, milestone: Milestone) -> tuple[Told, Told]:
        """Number and text of a milestone."""
        return self.cell(milestone, "number"), self.cell(milestone, "title")

    def by_day(self, milestones: Iterable[Milestone]) -> list[Milestone]:
        """Milestones by the best known day, those without one last."""
        return sorted(milestones, key=lambda m: finish(m) or date.max)

    @cached_property
    def _activities(self) -> Mapping[str, Sequence[Activity]]:
        return _by_milestone(self.plan.activities)

    def activities_of(self, milestone: Milestone) -> Sequence[Activity]:
        """The activities that name a milestone."""
        return self._activities.get(normal(milestone.number or ""), ())

    @cached_property
    def _earlier(self) -> Mapping[int, Sequence[Activity]]:
        """What named a milestone in the earlier version, by ``id`` of the milestone that it is now."""
        if self.step is None:
            return {}
        old, named = self.step.old.plan, _by_milestone(self.step.old.plan.activities)
        return {
            id(self.plan.milestones[new]): named.get(normal(old.milestones[at].number or ""), ())
            for at, new in self.step.milestone_pairs.items()
        }

    def earlier_activities_of(self, milestone: Milestone) -> Sequence[Activity]:
        """The activities that named a milestone in the earlier version."""
        return self._earlier.get(id(milestone), ())


def _by_milestone(activities: Iterable[Activity]) -> Mapping[str, Sequence[Activity]]:
    found: dict[str, list[Activity]] = {}
    for activity in activities:
        for number in dict.fromkeys(map(normal, activity.milestones)):
            found.setdefault(number, []).append(activity)
    return found
