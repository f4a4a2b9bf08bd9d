"""A plan without names: every party becomes Partij 1, Partij 2 …, and data of persons is blanked."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from mijlpalen_xlsx.dates import When
from mijlpalen_xlsx.format import Activity, General, LogEntry, Mark, Milestone, Party, Record, Role
from mijlpalen_xlsx.kinds import party_names
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.rules import redact
from mijlpalen_xlsx.words import Lang, Words, normal

__all__ = ["Names", "without_names"]

_R = TypeVar("_R", bound=Record)
_WORD = Words("Partij", "Party")
_LEAST = 3  # letters: a party called 'A' is not looked for in sentences

# Columns that hold nothing but names of parties and roles.
_OWN = {Milestone: ("party",), Activity: ("who",), LogEntry: ("by",), General: ("lead_school",)}
# Columns that hold no text of people.
_NEVER = ("number", "subproject", "region", "scheme")


class Names:
    """Gives every party the next number when it comes up, the same one every time: also over many plans."""

    def __init__(self, lang: Lang = "nl") -> None:
        self.word = _WORD.get(lang)
        self._numbers: dict[str, int] = {}
        self._count = 0
        self._pattern: re.Pattern[str] | None = None

    def learn(self, names: Iterable[str]) -> str:
        """The new name of one party, which may have several names of its own: a short one and a whole one."""
        forms = [form for name in names if (form := normal(name))]
        known = next((self._numbers[form] for form in forms if form in self._numbers), None)
        if known is None:
            self._count = known = self._count + 1
        for form in forms:
            if self._numbers.setdefault(form, known) == known:
                self._pattern = None
        return f"{self.word} {known}"

    def parties(self, written: str) -> str:
        """The new names for a cell with one or more parties in it."""

        if normal(written) in self._numbers:
            return self.learn([written])
        return "; ".join(dict.fromkeys(self.learn([name]) for name in party_names(written))) or written

    def text(self, written: str) -> str:
        """A text with the parties known so far by their new names, and without data of persons."""
        if self._pattern is None:
            forms = sorted((f for f in self._numbers if len(f) >= _LEAST), key=len, reverse=True)
            within = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
            self._pattern = re.compile(rf"(?<!\w)(?:{within})(?!\w)" if forms else r"(?!)", re.IGNORECASE)
        return self._pattern.sub(self._renamed, redact(written))

    def _renamed(self, match: re.Match[str]) -> str:
        number = self._numbers.get(normal(match[0]))
        return f"{self.word} {number}" if number else match[0]


def without_names(plan: Plan, names: Names | None = None) -> Plan:
    """The plan with the parties by number and with ``•••`` for data of persons; its region keeps its name.

    Parties are numbered in the order of the plan: first those on its list. Give the same ``names`` for more
    plans to have the same numbers in all.
    """
    names = names or Names(plan.about.language)
    for group in _named(plan):
        names.learn(group)
    return dataclasses.replace(
        plan,
        general=_record(plan.general, names),
        parties=tuple(_party(party, names) for party in plan.parties),
        subprojects=tuple(_record(band, names) for band in plan.subprojects),
        milestones=tuple(_record(milestone, names) for milestone in plan.milestones),
        activities=tuple(_record(activity, names) for activity in plan.activities),
        log=tuple(_record(entry, names) for entry in plan.log),
        trend=tuple(_record(entry, names) for entry in plan.trend),
        remarks=(),
    )


def _named(plan: Plan) -> Iterator[tuple[str, ...]]:
    """Every party with all its names: those on the list, then those that come up in the rows."""

    listed = set()
    for party in plan.parties:
        group = tuple(name for name in (party.short, party.name) if name and normal(name))
        listed |= {normal(name) for name in group}
        if group:
            yield group
    for record in (*plan.milestones, *plan.activities, *plan.log, plan.general):
        if isinstance(record, Milestone):
            yield from ((role.party,) for role in record.roles)
        for key in _OWN[type(record)]:
            written = getattr(record, key)
            if written and normal(written) not in listed:
                yield from ((name,) for name in party_names(written))


def _party(party: Party, names: Names) -> Party:
    """A party on the list; the short name is also the head of its column."""
    group = [name for name in (party.short, party.name) if name and normal(name)]
    if not group:
        return _record(party, names)
    new = names.learn(group)
    fresh = _record(party, names)
    return dataclasses.replace(fresh, name=party.name and new, short=party.short and new)


def _record(record: _R, names: Names) -> _R:
    own = _OWN.get(type(record), ())
    fresh: dict[str, Any] = {"remarks": ()}
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        if field.name in own and value:
            fresh[field.name] = names.parties(value)
        elif field.name not in _NEVER and type(value) is str:
            fresh[field.name] = names.text(value)
        elif isinstance(value, When) and value.text:
            fresh[field.name] = value._replace(text=names.text(value.text))
        elif field.name in ("written", "extra", "year_texts"):
            fresh[field.name] = _texts(value, names, own)
        elif field.name == "roles":
            fresh[field.name] = tuple(_role(role, names) for role in value)
        elif field.name == "marks":
            fresh[field.name] = tuple(_mark(mark, names) for mark in value)
    return dataclasses.replace(record, **fresh)


def _texts(texts: Mapping[Any, str], names: Names, own: tuple[str, ...]) -> dict[Any, str]:
    return {key: names.parties(text) if key in own else names.text(text) for key, text in texts.items()}


def _role(role: Role, names: Names) -> Role:
    return Role(names.learn([role.party]), names.text(role.role))


def _mark(mark: Mark, names: Names) -> Mark:
    return dataclasses.replace(mark, text=names.text(mark.text)) if mark.text else mark
