"""The report of ``check`` file by file: what is written of one is handed on and forgotten before the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from mijlpalen_xlsx.outputs.screen import Screen
from mijlpalen_xlsx.outputs.totals import Totals
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.report import FileReport, Report
from mijlpalen_xlsx.words import Lang

__all__ = ["CsvForm", "Form", "GithubForm", "JsonForm", "Part", "TextForm"]


class Part(NamedTuple):
    """What one file adds: a piece that is written at once, and one that must wait for the end."""

    now: str
    later: str = ""


class Form(Protocol):
    """A form whose files do not need each other. Can be sent to a worker, who makes the parts."""

    def part(self, file: FileReport) -> Part:
        """What this file adds; an empty ``now`` is passed over."""

    def start(self) -> str:
        """What comes before the first part."""

    def between(self, begun: bool) -> str:
        """What comes before a part, when one went before it and when none did."""

    def end(self, totals: Totals, later: Iterable[str], begun: bool) -> Iterator[str]:
        """What comes after the last part, with all that had to wait."""


class TextForm(NamedTuple):
    """For people."""

    screen: Screen
    every: bool

    def part(self, file: FileReport) -> Part:
        from mijlpalen_xlsx.outputs.to_text import file_to_text

        return Part(file_to_text(file, self.screen, every=self.every) + "\n" if file.readable else "")

    def start(self) -> str:
        return ""

    def between(self, begun: bool) -> str:
        return "\n" if begun else ""

    def end(self, totals: Totals, later: Iterable[str], begun: bool) -> Iterator[str]:
        from mijlpalen_xlsx.outputs.to_text import totals_to_text

        ending = totals_to_text(totals, self.screen)
        if ending:
            yield f"{self.between(begun)}{ending}\n"


class CsvForm(NamedTuple):
    """For Excel: lines under one line of heads."""

    lang: Lang

    def part(self, file: FileReport) -> Part:
        return Part(self._table(file).partition("\r\n")[2])

    def start(self) -> str:
        return self._table()

    def between(self, begun: bool) -> str:
        return ""

    def end(self, totals: Totals, later: Iterable[str], begun: bool) -> Iterator[str]:
        return iter(())

    def _table(self, *files: FileReport) -> str:
        from mijlpalen_xlsx.outputs.to_csv import report_to_csv

        return report_to_csv(Report(files), self.lang)


class GithubForm(NamedTuple):
    """For GitHub: lines."""

    lang: Lang

    def part(self, file: FileReport) -> Part:
        from mijlpalen_xlsx.outputs.to_github import file_to_github

        return Part(file_to_github(file, self.lang))

    def start(self) -> str:
        return ""

    def between(self, begun: bool) -> str:
        return ""

    def end(self, totals: Totals, later: Iterable[str], begun: bool) -> Iterator[str]:
        from mijlpalen_xlsx.outputs.to_github import unused_to_github

        yield unused_to_github(totals.unused, self.lang)


_HERE = "<here>"
_SLOT = f'\n    "{_HERE}"\n  '  # where the files stand in what ``dump`` makes
_ROWS = f'\n        "{_HERE}"\n      '  # likewise, the rows of the summary


class JsonForm(NamedTuple):
    """For programs: what ``report_to_json`` gives, with the rows of the summary after all files."""

    lang: Lang

    def part(self, file: FileReport) -> Part:
        from mijlpalen_xlsx.outputs.to_json import report_to_data

        data = report_to_data(Report((file,)), self.lang)
        rows = data["summary"]["tables"]["subproject"]
        return Part(_inside(data["files"][0], 4), ",".join(f"\n        {_inside(row, 8)}" for row in rows))

    def start(self) -> str:
        return self._frame(Totals({})).partition(_SLOT)[0]

    def between(self, begun: bool) -> str:
        return ",\n    " if begun else "\n    "

    def end(self, totals: Totals, later: Iterable[str], begun: bool) -> Iterator[str]:
        before, _, after = self._frame(totals).partition(_SLOT)[2].partition(_ROWS)
        yield "\n  " * begun + before
        rows = False
        for row in later:
            yield "," * rows + row
            rows = True
        yield "\n      " * rows + after

    def _frame(self, totals: Totals) -> str:
        from mijlpalen_xlsx.outputs.to_json import dump, report_to_data

        data = report_to_data(Report(()), self.lang)
        data["files"] = [_HERE]
        data["unused_accepts"] = [
            {"rules": own.file, "line": a.line, "code": a.code, "sheet": a.sheet, "cell": a.cell}
            for own, a in totals.unused
        ]
        data["summary"]["workbooks"] = totals.files - len(totals.unreadable)
        data["summary"]["skipped"] = [
            {"file": outcome.file, "code": outcome.code, "reason": outcome.why}
            for outcome in totals.unreadable
        ]
        data["summary"]["tables"]["subproject"] = [_HERE]
        return dump(data)


def _inside(data: Any, depth: int) -> str:
    """Data as JSON that stands ``depth`` spaces in."""
    import json

    return json.dumps(data, indent=2, allow_nan=False).replace("\n", "\n" + " " * depth)
