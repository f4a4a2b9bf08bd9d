"""Plans in numbers: how many milestones are done or late, the lights, and what is next, in tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.summary.counts import ORDER, Counts, InPeriod, Next, Period, combine
from mijlpalen_xlsx.summary.facts import Facts, Unread, as_of, facts_of
from mijlpalen_xlsx.summary.gather import Counted, Counting, Gatherer
from mijlpalen_xlsx.summary.groups import GROUPS, UnknownGroup, group
from mijlpalen_xlsx.summary.lines import ActivityLine, MilestoneLine
from mijlpalen_xlsx.summary.tables import Double, Older, Row, Skipped, SourceLines, Summary

if TYPE_CHECKING:
    from mijlpalen_xlsx.many import Source, Workers
    from mijlpalen_xlsx.nameless import Names
    from mijlpalen_xlsx.summary.reading import FactsReader

__all__ = [
    "GROUPS",
    "ORDER",
    "ActivityLine",
    "Counting",
    "Counts",
    "Double",
    "Facts",
    "Gatherer",
    "InPeriod",
    "MilestoneLine",
    "Next",
    "Older",
    "Period",
    "Row",
    "Skipped",
    "SourceLines",
    "Summary",
    "UnknownGroup",
    "Unread",
    "as_of",
    "combine",
    "facts_of",
    "gather",
    "group",
    "summarise",
]


def summarise(
    plans: Iterable[Plan],
    *,
    by: Sequence[str] = ("subproject",),
    reference_date: date | None = None,
    period: Period | None = None,
    skipped: Iterable[Skipped] = (),
) -> Summary:
    """The plans in numbers, a table per ``by``; every plan given counts, in the order of the plans.

    ``reference_date`` goes before the peildatum of each plan; without either, today counts. Raises
    UnknownGroup.
    """
    gatherer = Gatherer(by, period=period, keep_lines=True, doubles=True)
    for number, plan in enumerate(plans, 1):
        gatherer.add(facts_of(plan, f"{number}", reference_date))
    gatherer.skipped.extend(skipped)
    return gatherer.summary()


def gather(
    sources: Iterable[Source],
    reader: FactsReader,
    gatherer: Gatherer,
    workers: Workers | None = None,
    *,
    names: Names | None = None,
    progress: Callable[[int], object] = lambda done: None,
) -> Summary:
    """Every file read, by ``workers`` when there are any, and gathered in the order of the sources.

    With ``names`` every party goes by its number there. ``progress`` is called after every file with the
    number of files done.
    """
    from mijlpalen_xlsx.many import each
    from mijlpalen_xlsx.summary.reading import Counter, lost

    work: Callable[[Source], Facts | Counted | Unread] = reader
    if names is None:  # else they get numbers in the order of all files, and are counted here after that
        work = Counter(reader, gatherer.counting)
    for done, result in enumerate(each(sources, work, lost, workers), 1):
        if names is not None and isinstance(result, Facts):
            result = _nameless(result, names)
        gatherer.add(result)
        progress(done)
    return gatherer.summary()


def _nameless(facts: Facts, names: Names) -> Facts:
    from mijlpalen_xlsx.summary.nameless import nameless

    return nameless(facts, names)
