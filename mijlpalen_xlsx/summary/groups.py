"""What tables are made by: deelproject, objective, year, school year, party, light, region, and crossings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import product

from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.summary.lines import ActivityLine, MilestoneLine

__all__ = ["GROUPS", "Group", "Key", "UnknownGroup", "group"]

Key = tuple[str | None, ...]
Line = MilestoneLine | ActivityLine


class UnknownGroup(ValueError):
    """Nothing to make a table by; ``args[0]`` is the word that was given."""


class Group(NamedTuple):
    """One way to make a table: the names of its key columns, and the keys under which a row counts.

    A row may have more keys than one: a milestone of two parties counts with each of them.
    """

    fields: tuple[str, ...]
    keys: Callable[[Line], tuple[Key, ...]]


def _year(day: date | None) -> str | None:
    return str(day.year) if day else None


def _schoolyear(day: date | None) -> str | None:
    """August to July, named after both years."""
    if day is None:
        return None
    first = day.year if day.month >= 8 else day.year - 1
    return f"{first}-{first + 1}"


def _light(line: Line) -> str | None:
    return line.light.value if line.light else None


def _of_parties(line: Line) -> tuple[Key, ...]:
    return tuple((line.region, party) for party in line.parties) or ((line.region, None),)


GROUPS = {
    "subproject": Group(("region", "subproject", "title"), lambda line: ((line.region, *line.band),)),
    "objective": Group(("region", "objective"), lambda line: ((line.region, line.objective),)),
    "year": Group(("year",), lambda line: ((_year(line.due),),)),
    "schoolyear": Group(("schoolyear",), lambda line: ((_schoolyear(line.due),),)),
    "party": Group(("region", "party"), _of_parties),
    "light": Group(("light",), lambda line: ((_light(line),),)),
    "region": Group(("region",), lambda line: ((line.region,),)),
}


def group(name: str) -> Group:
    """The group of this name, or a crossing such as ``party+year``. Raises UnknownGroup."""
    names = name.split("+")
    for one in names:
        if one not in GROUPS:
            raise UnknownGroup(one)
    if len(names) == 1:
        return GROUPS[name]
    return _crossed([GROUPS[one] for one in dict.fromkeys(names)])


def _crossed(groups: list[Group]) -> Group:
    """Every combination; a column that two of them have stands once, as it says the same twice."""
    every = [field for one in groups for field in one.fields]
    fields = tuple(dict.fromkeys(every))
    places = [every.index(field) for field in fields]

    def keys(line: Line) -> tuple[Key, ...]:
        found = []
        for combination in product(*(one.keys(line) for one in groups)):
            joined = [value for key in combination for value in key]
            found.append(tuple(joined[place] for place in places))
        return tuple(found)

    return Group(fields, keys)
