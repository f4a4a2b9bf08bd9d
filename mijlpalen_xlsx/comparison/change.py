"""Change: one row in two versions of a plan, which of its values differ, and what that comes down to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from mijlpalen_xlsx.dates import When
from mijlpalen_xlsx.format import Activity, Milestone, Record, columns
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.schedule import finish
from mijlpalen_xlsx.vocabulary import Status
from mijlpalen_xlsx.words import clean, normal

__all__ = ["ActivityChange", "Change", "MilestoneChange", "Translate", "What", "differing"]

R = TypeVar("R", bound=Record)

Translate = Mapping[str, Callable[[object], object]]
"""By key of a column: how its old value reads in the new version, as numbers of rows may have moved on."""


class What(StrEnum):
    """What became of a row from one version to the next; the first that holds, in this order."""

    CAME = "came"
    WENT = "went"
    DONE = "done"
    CANCELLED = "cancelled"
    REOPENED = "reopened"
    LATER = "later"
    EARLIER = "earlier"
    LATE = "late"
    """Its planned date passed between the two reference dates, and nothing else was written down."""
    JUDGED = "judged"
    """Another light or stage."""
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True)
class Change(Generic[R]):
    """One row in two versions; ``old`` is None when it came, ``new`` when it went. ``keys`` differ."""

    old: R | None
    new: R | None
    keys: tuple[str, ...] = ()

    @property
    def record(self) -> R:
        """The row as it is now, or as it last was."""
        record = self.new or self.old
        assert record is not None
        return record

    @property
    def what(self) -> What:
        if self.old is None:
            return What.CAME
        if self.new is None:
            return What.WENT
        return What.CHANGED if self.keys else What.SAME


@dataclass(frozen=True)
class MilestoneChange(Change[Milestone]):
    """A milestone in two versions, each with its status at the reference date of its version."""

    @property
    def what(self) -> What:
        if self.old is None or self.new is None:
            return super().what
        return next(self._happened(self.old, self.new), super().what)

    def _happened(self, old: Milestone, new: Milestone) -> Iterator[What]:
        if new.cancelled != old.cancelled:
            yield What.CANCELLED if new.cancelled else What.REOPENED
        if bool(new.actual) != bool(old.actual):
            yield What.DONE if new.actual else What.REOPENED
        if self.days:
            yield What.LATER if self.days > 0 else What.EARLIER
        if new.status is Status.LATE and old.status is not Status.LATE and not self.keys:
            yield What.LATE

    @property
    def days(self) -> int | None:
        """Days by which the best known last day moved, later is more; None when one of the two has none."""
        before, after = self.ends
        return (after - before).days if before and after else None

    @property
    def ends(self) -> tuple[date | None, date | None]:
        """The best known last day in either version."""
        return finish(self.old) if self.old else None, finish(self.new) if self.new else None

    @property
    def baseline(self) -> bool:
        """Whether the planned date of the earlier version is no longer what it was."""
        before = self.old.due if self.old else None
        if self.new is None or before is None or before.as_due is None:
            return False
        return self.new.due is None or self.new.due.as_due != before.as_due


@dataclass(frozen=True)
class ActivityChange(Change[Activity]):
    """An activity in two versions."""

    @property
    def what(self) -> What:
        what = super().what
        judged = what is What.CHANGED and not {"light", "stage"}.isdisjoint(self.keys)
        return What.JUDGED if judged else what


def differing(
    old: R, new: R, translate: Translate | None = None, *, without: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Keys of what differs between two records, columns of the person's own (``extra:Header``) last.

    A date that only was written in another way has not changed, and neither has a text with other spaces.
    What could not be read is held against itself as it was written. That a row was looked at again is no
    change of it when nothing else is.
    """
    keys = [c.key for c in columns(type(new)) if not c.computed and c.key not in without]
    keys += [key for key in ("subproject", "cancelled", "year_texts") if hasattr(new, key)]
    found = [key for key in keys if not _same(old, new, key, (translate or {}).get(key))]
    heads = dict.fromkeys((*old.extra, *new.extra))
    own = (f"extra:{head}" for head in heads if old.extra.get(head) != new.extra.get(head))
    keys = [*found, *own]
    return () if keys == ["updated"] else tuple(keys)


def _same(old: Record, new: Record, key: str, translate: Callable[[object], object] | None) -> bool:
    before, after = getattr(old, key), getattr(new, key)
    if before is None and after is None:
        return normal(old.written.get(key, "")) == normal(new.written.get(key, ""))
    return _plain(translate(before) if translate else before) == _plain(after)


def _plain(value: object) -> object:
    """A value without what does not count: how a date was written, spaces in a text, an order of numbers."""
    if isinstance(value, When):
        return value.first, value.last
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return frozenset(normal(item) if isinstance(item, str) else item for item in value)
    return value
