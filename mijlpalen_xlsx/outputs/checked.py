"""One file checked and written in the form that was asked for: small enough to send around and to keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from mijlpalen_xlsx.loading import is_overview, load
from mijlpalen_xlsx.many.cache import Cache, digest
from mijlpalen_xlsx.many.listing import Source
from mijlpalen_xlsx.many.shelf import Shelf
from mijlpalen_xlsx.outputs.in_parts import Form, Part, TextForm
from mijlpalen_xlsx.outputs.totals import Outcome, Totals, outcome_of
from mijlpalen_xlsx.outputs.trouble import noted
from mijlpalen_xlsx.records import NamedTuple, dataclass
from mijlpalen_xlsx.report import FileReport, check_file
from mijlpalen_xlsx.rules import finding_of
from mijlpalen_xlsx.rules.own import OwnRules
from mijlpalen_xlsx.schemes import Scheme
from mijlpalen_xlsx.sheets import Unreadable
from mijlpalen_xlsx.words import Lang

__all__ = ["Asked", "Checked", "Checker", "Job", "RulesText", "made_with", "pieces"]

_SHAPE = "1"  # of what is kept; another shape is another key


class RulesText(NamedTuple):
    """A file with own rules as it stands; what is read from it cannot be sent around."""

    file: str
    data: bytes


class Job(NamedTuple):
    """A file to check. ``found`` in a folder: then an overview of our own is passed over."""

    source: Source
    rules: RulesText | None = None
    found: bool = False


class Asked(NamedTuple):
    """What decides on the findings beside the file and its own rules; as for ``check_file``."""

    reference_date: date | None = None
    scheme: Scheme | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class Checked(NamedTuple):
    """One file, checked. ``report`` is there when no form was asked for that can be written file by file.

    ``trace`` is where the program failed on it, for who wants to know. ``own`` is set for an overview that
    this program made: that is no plan, and no reason to worry.
    """

    outcome: Outcome
    part: Part = Part("")
    report: FileReport | None = None
    trace: str | None = None
    own: bool = False


@dataclass(frozen=True)
class Checker:
    """What is done with every file. Can be sent to another process or machine.

    With ``form`` each file is written down at once; without, its whole report is handed on.
    """

    asked: Asked
    form: Form | None
    lang: Lang
    cache: Cache | None = None

    def __call__(self, job: Job) -> Checked:
        """The file, checked and written down. Never raises over what is in it."""
        try:
            data, _ = load(job.source)
        except (OSError, Unreadable):
            return self.written(self.report(job))  # which will say what is wrong
        name = job.source.name
        if job.found and is_overview(data):
            return Checked(Outcome(name, ()), own=True)
        job = job._replace(source=Source(name, data))
        if self.cache is None or self.form is None:
            return self.written(self.report(job))
        return self._kept(job, data, self.cache)

    def _kept(self, job: Job, data: bytes, cache: Cache) -> Checked:
        """What an earlier run kept of the very same, or else the file checked, and kept."""
        key = digest(f"{job.source.name}\0{job.rules}\0{digest(data)}".encode("utf-8", "surrogatepass"))
        kept = cache.get(key)
        known = _of_json(kept) if kept else None
        if known:
            return known
        report = self.report(job)
        checked = self.written(report)
        if report.plan is not None:
            clock = self.asked.reference_date is None and report.plan.reference_date is None
            cache.put(key, _to_json(checked, report.reference_date if clock else None))
        return checked

    def report(self, job: Job) -> FileReport:
        """The file, checked."""
        name = job.source.name
        try:
            own = _rules(job.rules) if job.rules else None
            return check_file(load(job.source)[0], name, **self.asked._asdict(), own=own)
        except Unreadable as unreadable:
            return FileReport(name, None, (finding_of(unreadable),))
        except OSError as error:
            return FileReport(name, None, error=error)
        except Exception as error:  # our own mistake, in one file of many: say so, and go on
            return FileReport(name, None, error=noted(error))

    def written(self, report: FileReport) -> Checked:
        """What is handed on of a file that was checked."""
        outcome = outcome_of(report, self.lang)
        trace = getattr(report.error, "trace", None)
        if self.form is None:
            return Checked(outcome, report=_travelling(report), trace=trace)
        return Checked(outcome, self.form.part(report), trace=trace)

    def lost(self, job: Job, error: BaseException) -> Checked:
        """A file whose worker died."""
        return self.written(FileReport(job.source.name, None, error=noted(error)))


@lru_cache(maxsize=16)
def _rules(text: RulesText) -> OwnRules:
    """The rules that hold for a whole folder are read once by each worker."""
    from mijlpalen_xlsx.rules.own.read import read_rules

    return read_rules(text.data, text.file)


def _travelling(report: FileReport) -> FileReport:
    """The report as it can be sent: of own rules no more than outputs show, as what asks them is code."""
    if report.own is None:
        return report
    own = OwnRules(report.own.file, accepts=report.own.accepts, ignore=report.own.ignore)
    return replace(report, own=own)


def pieces(form: Form, files: Iterable[Checked], totals: Totals) -> Iterator[str]:
    """The whole report piece by piece, as files come in; they are added up in ``totals``."""
    later: Shelf[str] = Shelf()
    begun = False
    yield form.start()
    for checked in files:
        totals.add(checked.outcome)
        if checked.part.now:
            yield form.between(begun) + checked.part.now
            begun = True
        if checked.part.later:
            later.append(checked.part.later)
    yield from form.end(totals, later, begun)


def made_with(version: str, form: Form | None, asked: Asked, lang: Lang) -> str:
    """All besides the file and its own rules that decides what is kept of it."""
    if isinstance(form, TextForm):
        screen = form.screen
        shown = f"{form.every}/{screen.width}/{screen.colour}/{screen.encoding}"
    else:
        shown = ""
    return f"check/{version}/{_SHAPE}/{type(form).__name__}/{shown}/{lang}/{asked!r}"


def _to_json(checked: Checked, day: date | None) -> bytes:
    """What is kept of a file; ``day`` when the clock decided for which day it holds."""
    import json

    return json.dumps([day and day.isoformat(), checked.outcome, checked.part]).encode("ascii")


def _of_json(kept: bytes) -> Checked | None:
    """What ``_to_json`` wrote, or None when it holds for another day or cannot be understood."""
    import json

    try:
        day, outcome, part = json.loads(kept)
        if day is not None and day != date.today().isoformat():
            return None
        known = Outcome(*outcome)
        return Checked(known._replace(found=tuple(known.found), unused=tuple(known.unused)), Part(*part))
    except (ValueError, TypeError):
        return None
