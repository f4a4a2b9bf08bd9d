"""The plan in one file as another program wants it: the work of ``export``, here or at a worker."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING

from mijlpalen_xlsx.cli.base import Refused, Session
from mijlpalen_xlsx.loading import is_overview
from mijlpalen_xlsx.many.cache import Cache, digest
from mijlpalen_xlsx.many.listing import Source
from mijlpalen_xlsx.records import NamedTuple, dataclass

if TYPE_CHECKING:
    from mijlpalen_xlsx.outputs.exported import Exported
    from mijlpalen_xlsx.plan import Plan
    from mijlpalen_xlsx.schemes import Scheme
    from mijlpalen_xlsx.words import Lang

__all__ = ["KINDS", "Exporter", "Made", "exported", "made_with"]

KINDS = ("json", "ics", "xml", "mmd", "csv")
_SHAPE = "1"  # of what is kept; another shape is another key


class Made(NamedTuple):
    """What came of one file: its text and what is not in it, or the sentence that says why there is none.

    ``trace`` is where the program failed on it, for who wants to know. ``own`` is set for an overview that
    this program made.
    """

    file: str
    text: str | None = None
    left_out: tuple[str, ...] = ()
    why: str | None = None
    trace: str | None = None
    own: bool = False


@dataclass(frozen=True)
class Exporter:
    """What is done with every file. Can be sent to another process or machine.

    ``stamp`` is the moment, without a time zone and in UTC, that a calendar says it was made. ``named`` are
    files that a person named; of others, found in a folder, an overview of our own is passed over.
    """

    kind: str
    reference_date: date | None
    scheme: Scheme | None
    run: Session
    stamp: datetime
    named: tuple[str, ...] = ()
    cache: Cache | None = None

    def __call__(self, source: Source) -> Made:
        """The file for the other program, or why there is none. Never raises over what is in a file."""
        from mijlpalen_xlsx.cli.inout import bytes_of

        try:
            data = bytes_of(source, self.run)
            if source.name not in self.named and is_overview(data):
                return Made(source.name, own=True)
            kept = self.cache.get(digest(data)) if self.cache else None
            known = _of_json(kept, source.name) if kept else None
            return known or self._made(source.name, data)
        except Refused as refused:
            return Made(source.name, why=refused.message)
        except Exception as error:  # our own mistake, in one file of many: say so, and go on
            return self.lost(source, error)

    def _made(self, name: str, data: bytes) -> Made:
        from mijlpalen_xlsx.cli.inout import plan_of, source_name

        plan = plan_of(data, source_name(name, self.run), self.run, self.scheme)
        found = exported(plan, self.kind, self.reference_date, self.run, self.stamp)
        made = Made(name, found.text, found.left_out)
        if self.cache:
            clock = self.reference_date is None and plan.reference_date is None
            self.cache.put(digest(data), _to_json(made, date.today() if clock else None))
        return made

    def lost(self, source: Source, error: BaseException) -> Made:
        """A file over which the program itself failed, or the worker that read it died."""
        from mijlpalen_xlsx.outputs.trouble import mishap, named, noted

        found = noted(error)
        return Made(source.name, why=named(source.name, mishap(found, self.run.lang)), trace=found.trace)


def exported(plan: Plan, kind: str, reference_date: date | None, run: Session, stamp: datetime) -> Exported:
    """The file and what is not in it, in the language of the plan unless another was asked for."""
    from mijlpalen_xlsx.summary import as_of

    day = as_of(plan, reference_date)
    lang: Lang = run.lang if run.asked else plan.about.language
    match kind:
        case "ics":
            from mijlpalen_xlsx.outputs.to_ics import plan_to_ics

            return plan_to_ics(plan, day, stamp, lang)
        case "xml":
            from mijlpalen_xlsx.outputs.to_mspdi import plan_to_mspdi

            return plan_to_mspdi(plan, day, lang)
        case "mmd":
            from mijlpalen_xlsx.outputs.to_mermaid import plan_to_mermaid

            return plan_to_mermaid(plan, day, lang)
        case "csv":
            from mijlpalen_xlsx.outputs.to_long_csv import plan_to_long_csv

            return plan_to_long_csv(plan, day, lang)
    from mijlpalen_xlsx.outputs.exported import Exported
    from mijlpalen_xlsx.outputs.to_json import plan_to_json
    from mijlpalen_xlsx.schedule import assess

    return Exported(plan_to_json(assess(plan, day)), ())  # the JSON has everything


def made_with(version: str, kind: str, day: date | None, scheme: Scheme | None, run: Session) -> str:
    """All besides the file that decides what is kept of it."""
    return f"export/{version}/{_SHAPE}/{kind}/{day}/{scheme!r}/{run.lang if run.asked else None}"


def _to_json(made: Made, day: date | None) -> bytes:
    """What is kept of a file; ``day`` when the clock decided for which day it holds."""
    return json.dumps([day and day.isoformat(), made.text, made.left_out]).encode("ascii")


def _of_json(kept: bytes, file: str) -> Made | None:
    """What ``_to_json`` wrote, or None when it holds for another day or cannot be understood."""
    try:
        day, text, left_out = json.loads(kept)
    except ValueError:
        return None
    return Made(file, text, tuple(left_out)) if day in (None, date.today().isoformat()) else None
