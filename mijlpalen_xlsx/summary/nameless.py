"""The facts of a workbook without names, the same number for the same party in all of them."""

from __future__ import annotations

import dataclasses

from mijlpalen_xlsx.nameless import Names
from mijlpalen_xlsx.summary.facts import Facts
from mijlpalen_xlsx.summary.lines import ActivityLine, Band, MilestoneLine

__all__ = ["nameless"]


def nameless(facts: Facts, names: Names) -> Facts:
    """The facts with parties by their number and without data of persons; the file keeps its name."""
    for group in facts.parties:
        names.learn(group)
    lines: tuple[MilestoneLine | ActivityLine, ...] = (*facts.milestones, *facts.activities)
    for line in lines:
        for party in line.parties:
            names.learn([party])
    for activity in facts.activities:
        if activity.who:
            names.parties(activity.who)
    return dataclasses.replace(
        facts,
        bands=tuple(_band(band, names) for band in facts.bands),
        parties=tuple((names.learn(group),) for group in facts.parties),
        milestones=tuple(_milestone(line, names) for line in facts.milestones),
        activities=tuple(_activity(line, names) for line in facts.activities),
    )


def _text(written: str | None, names: Names) -> str | None:
    return names.text(written) if written else written


def _band(band: Band, names: Names) -> Band:
    return Band(band.number, _text(band.title, names))


def _milestone(line: MilestoneLine, names: Names) -> MilestoneLine:
    return line._replace(
        band=_band(line.band, names),
        title=_text(line.title, names),
        objective=_text(line.objective, names),
        parties=tuple(names.learn([party]) for party in line.parties),
    )


def _activity(line: ActivityLine, names: Names) -> ActivityLine:
    return line._replace(
        band=_band(line.band, names),
        description=_text(line.description, names),
        objective=_text(line.objective, names),
        bottlenecks=_text(line.bottlenecks, names),
        measure=_text(line.measure, names),
        who=names.parties(line.who) if line.who else line.who,
        parties=tuple(names.learn([party]) for party in line.parties),
    )
