"""Reading one file for the tables, here or at a worker far away, and its facts as JSON to keep them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from mijlpalen_xlsx.loading import OWN, load
from mijlpalen_xlsx.many import Cache, Source
from mijlpalen_xlsx.many.cache import digest
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.schemes import Scheme
from mijlpalen_xlsx.sheets import DEFAULT_LIMITS, Limits, Unreadable, Workbook
from mijlpalen_xlsx.summary.facts import Facts, Unread, facts_of
from mijlpalen_xlsx.summary.gather import Counted, Counting
from mijlpalen_xlsx.summary.lines import ActivityLine, Band, MilestoneLine
from mijlpalen_xlsx.vocabulary import Light, Stage, Status

__all__ = ["Counter", "FactsReader", "facts_from_json", "facts_to_json", "lost", "made_with"]

_SHAPE = "1"  # of the JSON below; another shape is another key


def made_with(version: str, reference_date: date | None, scheme: Scheme | None) -> str:
    """All besides the file that decides what is kept of it."""
    return f"facts/{version}/{_SHAPE}/{reference_date}/{scheme!r}"


@dataclass(frozen=True)
class FactsReader:
    """What is done with every file. Can be sent to another process or machine.

    ``reference_date`` goes before the peildatum of a plan.
    """

    reference_date: date | None = None
    scheme: Scheme | None = None
    cache: Cache | None = None
    limits: Limits = DEFAULT_LIMITS

    def __call__(self, source: Source) -> Facts | Unread:
        """The facts of a file, or why there are none. Never raises over what is in the file."""
        from mijlpalen_xlsx.rules import finding_of

        try:
            data, changed = load(source, self.limits)
            return self._known(source.name, data, changed) or self._read(source.name, data, changed)
        except Unreadable as unreadable:
            return Unread(source.name, finding=finding_of(unreadable))
        except OSError as error:
            return Unread(source.name, error=error)
        except Exception as error:  # our own mistake, in one file of many: say so, and go on
            return lost(source, error)

    def _known(self, name: str, data: bytes, changed: float | None) -> Facts | None:
        """What was kept of these very contents; not when it says how things stood on another day."""
        kept = self.cache.get(digest(data)) if self.cache else None
        facts = facts_from_json(kept, name, changed) if kept else None
        return facts if facts and not (facts.today and facts.day != date.today()) else None

    def _read(self, name: str, data: bytes, changed: float | None) -> Facts | Unread:
        from mijlpalen_xlsx.reader import open_plan, read_workbook

        workbook = open_plan(data, self.limits)
        if _is_own(workbook):
            return Unread(name, own=True)
        facts = facts_of(read_workbook(workbook, scheme=self.scheme), name, self.reference_date, changed)
        if self.cache:
            self.cache.put(digest(data), facts_to_json(facts))
        return facts


@dataclass(frozen=True)
class Counter:
    """What is done with every file when only its counts are wanted: they are smaller than its facts."""

    reader: FactsReader
    counting: Counting

    def __call__(self, source: Source) -> Counted | Unread:
        """The counts of a file, or why there are none."""
        facts = self.reader(source)
        return facts if isinstance(facts, Unread) else self.counting.of(facts)


def _is_own(workbook: Workbook) -> bool:
    return OWN in workbook.properties


def lost(source: Source, error: BaseException) -> Unread:
    """A file over which the program itself failed, or the worker that read it died."""
    place, trace = "", error.__traceback__
    while trace:
        path = trace.tb_frame.f_code.co_filename
        if "mijlpalen_xlsx" in path:
            place = f", {'/'.join(Path(path).parts[-2:])}:{trace.tb_lineno}"
        trace = trace.tb_next
    return Unread(source.name, problem=type(error).__name__ + place)


# Facts as JSON: rows as lists in the order of their fields, which is short and quick to read back.

_DATES = ("start", "due", "expected", "actual")


def facts_to_json(facts: Facts) -> bytes:
    """Everything but the name and the age of the file, which may differ for the same contents."""
    data = {**vars(facts)}
    del data["file"], data["changed"]
    return json.dumps(data, default=date.isoformat, separators=(",", ":")).encode("ascii")


def facts_from_json(kept: bytes, file: str, changed: float | None) -> Facts | None:
    """The facts that ``facts_to_json`` wrote, or None when they cannot be understood."""
    try:
        data = json.loads(kept)
        return Facts(
            file=file,
            changed=changed,
            day=date.fromisoformat(data["day"]),
            today=data["today"],
            region=data["region"],
            reference_date=_date(data["reference_date"]),
            plan_id=data["plan_id"],
            bands=tuple(Band(*band) for band in data["bands"]),
            parties=tuple(tuple(names) for names in data["parties"]),
            milestones=tuple(_milestones(data["milestones"])),
            activities=tuple(_activities(data["activities"])),
            same=data["same"],
        )
    except (ValueError, TypeError, KeyError, IndexError):
        return None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _milestones(rows: list[list[Any]]) -> Iterator[MilestoneLine]:
    for row in rows:
        values = dict(zip(MilestoneLine._fields, row, strict=True))
        values.update({key: _date(values[key]) for key in _DATES if values[key]})
        values["band"], values["status"] = Band(*values["band"]), Status(values["status"])
        values["light"] = Light(values["light"]) if values["light"] else None
        values["parties"] = tuple(values["parties"])
        yield MilestoneLine(**values)


def _activities(rows: list[list[Any]]) -> Iterator[ActivityLine]:
    for row in rows:
        values = dict(zip(ActivityLine._fields, row, strict=True))
        values["due"], values["band"] = _date(values["due"]), Band(*values["band"])
        values["light"] = Light(values["light"]) if values["light"] else None
        values["stage"] = Stage(values["stage"]) if values["stage"] else None
        values["milestones"], values["parties"] = tuple(values["milestones"]), tuple(values["parties"])
        yield ActivityLine(**values)
