"""What a workbook of ours says about itself: the hidden sheet and the names. Hints, never trusted blindly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field

from mijlpalen_xlsx.cells import column_number
from mijlpalen_xlsx.findings import Remark
from mijlpalen_xlsx.format import FORMAT_NAME, HIDDEN_SHEET, LAYOUTS, SHEETS, VERSION, General, Record, Sheet
from mijlpalen_xlsx.kinds import as_text
from mijlpalen_xlsx.periods import Scale
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.sheets import Workbook
from mijlpalen_xlsx.words import Lang, normal

__all__ = ["PASSED_OVER", "Own", "about_itself", "sheets_pointed_at"]

PASSED_OVER = ("guide", "dashboard")
"""Our sheets with tables that look like data and are none: an example, and sums."""

_NAMED_SHEETS = {
    "mp_mijlpalen": "plan", "mp_voortgang": "progress", "mp_trend": "trend", "mp_logboek": "log",
    "mp_partijen": "settings", "mp_peildatum": "settings",
}  # fmt: skip
_AREA = pattern(r"=?(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?")
_MOST_FACTS = 500


@dataclass(frozen=True)
class Own:
    """``facts`` of the hidden sheet by key; ``areas`` by name: sheet, first row, first column, last row."""

    facts: dict[str, str] = field(default_factory=dict)
    areas: dict[str, tuple[str, int, int, int]] = field(default_factory=dict)
    helps: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Lists for data entry and rules of colour of each sheet by its normalised name."""
    named: frozenset[str] = frozenset()
    """Our keys of the sheets that our names were given for, also those that point nowhere any more."""

    @property
    def recognised_by(self) -> str:
        if self.facts.get("format") == FORMAT_NAME:
            return "hidden-sheet"
        return "names" if self.areas else "headers"

    @property
    def is_ours(self) -> bool:
        return self.recognised_by != "headers"

    @property
    def language(self) -> Lang | None:
        found = self.facts.get("language")
        return "en" if found == "en" else "nl" if found == "nl" else None

    @property
    def layout(self) -> str | None:
        found = self.facts.get("layout")
        return found if found in LAYOUTS else None

    @property
    def scale(self) -> Scale | None:
        found = self.facts.get("scale")
        return Scale(found) if found in list(Scale) else None

    @property
    def years(self) -> tuple[int, int] | None:
        first, last = (self.facts.get(key, "") for key in ("first_year", "last_year"))
        if not (first.isdecimal() and last.isdecimal()):
            return None
        fits = 1990 <= int(first) <= int(last) <= min(2099, int(first) + 9)
        return (int(first), int(last)) if fits else None

    def sheet_keys(self) -> dict[str, str]:
        """Our key of each sheet by its normalised name: usual names, names as written, names of areas.

        Names in a workbook follow a sheet that is renamed, so they go last and win.
        """
        keys = {normal(name): sheet.key for sheet in SHEETS for name in sheet.name}
        keys |= {
            normal(name): key.removeprefix("sheet.")
            for key, name in self.facts.items()
            if key.startswith("sheet.")
        }
        return keys | {normal(area[0]): _NAMED_SHEETS[name] for name, area in self.areas.items()}

    def noted_sheets(self) -> Iterator[Sheet]:
        """The sheets with a table that the workbook was written with, in our order."""
        for sheet in SHEETS:
            noted = self.noted_name(sheet.key) or sheet.key in self.named
            if self.is_ours and noted and sheet.record not in (None, General):
                yield sheet

    def record_of(self, name: str, keys: Mapping[str, str]) -> type[Record] | None:
        """What the table on a sheet is when the workbook is ours; ``keys`` as ``sheet_keys`` gives them."""
        key = keys.get(normal(name)) if self.is_ours else None
        return next((sheet.record for sheet in SHEETS if sheet.key == key), None)

    def noted_name(self, key: str) -> str | None:
        """The name that a sheet had when it was written."""
        return self.facts.get(f"sheet.{key}")

    def count(self, key: str) -> int:
        """A number noted when written; 0 when it is not there."""
        text = self.facts.get(key, "")
        return int(text) if text.isdecimal() and len(text) < 7 else 0

    def columns(self, sheet: str, key: str) -> range:
        """Where a column that stands several times was when it was written; empty when unknown."""
        letters = [self.facts.get(f"column.{sheet}.{key}{end}", "") for end in ("", ".last")]
        try:
            return range(column_number(letters[0]), column_number(letters[1]) + 1)
        except ValueError:
            return range(0)

    def version_remark(self) -> Remark | None:
        """What to say of a version that is not today's."""
        found = self.facts.get("version", VERSION)
        numbers = [_numbers(text) for text in (found, VERSION)]
        if numbers[0] == numbers[1]:
            return None
        name = "newer-format" if numbers[0] > numbers[1] else "older-format"
        return Remark(name, None, found, {"version": found, "known": VERSION})

    def lost_remark(self) -> Remark | None:
        """What to say, once, of lists and colours that a program left out.

        Counted are sheets with half of what was written, or less: people lose one or two, programs most.
        """
        keys = self.sheet_keys()
        lost = {"lists": 0, "colours": 0}
        for name, counts in self.helps.items():
            for what, found in zip(lost, counts, strict=True):
                written = self.count(f"{what}.{keys.get(name)}")
                if 2 * found <= written:
                    lost[what] += written - found
        return Remark("lost-by-other-program", values=lost) if any(lost.values()) else None


def _numbers(version: str) -> tuple[int, ...]:
    """``1.10`` as (1, 10); a program may have made the number 1 of the text 1.0."""
    numbers = [int(part) for part in re.findall(r"\d{1,9}", version)]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def about_itself(workbook: Workbook) -> Own:
    """Read the hidden sheet and the names, as far as they are there."""
    helps = {normal(sheet.name): (sheet.validations, sheet.conditional_formats) for sheet in workbook.sheets}
    named = frozenset(key for name, key in _NAMED_SHEETS.items() if name in workbook.names)
    return Own(_facts(workbook), _areas(workbook), helps, named)


def sheets_pointed_at(names: Mapping[str, str]) -> set[str]:
    """The sheets that our names point to among the defined names of a workbook."""
    return {_sheet_of(match) for match in _pointers(names).values()}


def _pointers(names: Mapping[str, str]) -> dict[str, re.Match[str]]:
    ours = {name: text for name in _NAMED_SHEETS if len(text := names.get(name, "")) < 200}
    return {name: match for name, text in ours.items() if (match := _AREA.fullmatch(text))}


def _sheet_of(pointer: re.Match[str]) -> str:
    return (pointer[1] or pointer[2]).replace("''", "'")


def _facts(workbook: Workbook) -> dict[str, str]:
    sheet = workbook.sheet(HIDDEN_SHEET)
    if sheet is None:
        return {}
    facts: dict[str, str] = {}
    for (row, column), cell in sheet.cells.items():
        key = as_text(cell.value) if column == 1 else None
        value = sheet.cells.get((row, 2))
        text = as_text(value.value) if key and value else None
        if key and text and len(facts) < _MOST_FACTS:
            facts[key] = text
    return facts


def _areas(workbook: Workbook) -> dict[str, tuple[str, int, int, int]]:
    areas: dict[str, tuple[str, int, int, int]] = {}
    for name, match in _pointers(workbook.names).items():
        sheet = workbook.sheet(_sheet_of(match))
        if sheet:
            try:
                first = column_number(match[3])
            except ValueError:
                continue
            areas[name] = (sheet.name, int(match[4]), first, int(match[6] or match[4]))
    return areas
