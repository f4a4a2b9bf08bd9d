"""What somebody asks on the page or of the api, looked at before anything is done with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from io import BytesIO
from typing import IO, Any

from flask import Request
from werkzeug.datastructures import MultiDict

from mijlpalen_xlsx.format import LAYOUTS
from mijlpalen_xlsx.periods import Scale
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.schemes import known_schemes
from mijlpalen_xlsx.web.jobs import Upload
from mijlpalen_xlsx.web.settings import Settings
from mijlpalen_xlsx.words import Lang

__all__ = [
    "LONGEST_NAME",
    "MOST_NAMES",
    "Mistake",
    "Uploading",
    "Wrong",
    "check_options",
    "language",
    "only_language",
    "sent_files",
    "template_options",
]

LONGEST_NAME, MOST_NAMES = 200, 40
_FIRST_YEAR, _LAST_YEAR, _MOST_YEARS = 1990, 2099, 10
_FILE_NAME = 100
_YEARS = pattern(r"\s*(\d{4})\s*(?:[-–/]\s*(\d{4})\s*)?", re.ASCII)


@dataclass(frozen=True)
class Mistake:
    """What is wrong in one field: a Dutch sentence and what fills it."""

    field: str
    sentence: str
    values: Mapping[str, object]


class Wrong(Exception):
    """Something that was asked cannot be done; ``mistakes`` say what, each with its field."""

    def __init__(self, *mistakes: Mistake) -> None:
        super().__init__(mistakes)
        self.mistakes = mistakes


def wrong(field: str, sentence: str, **values: object) -> Wrong:
    return Wrong(Mistake(field, sentence, values))


class Uploading(Request):
    """A request whose files stay in memory: nothing is written to disk, and the size is bounded."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        return BytesIO()


def language(request: Request) -> Lang:
    """``lang`` in the address; Dutch otherwise."""
    return "en" if request.args.get("lang") == "en" else "nl"


def only_language(given: MultiDict[str, str]) -> dict[str, Any]:
    """The language where nothing else can be asked. Raises Wrong."""
    return _all({"lang": lambda: _one_of("lang", given, ("nl", "en"), "nl")}, given)


def template_options(given: MultiDict[str, str]) -> dict[str, Any]:
    """The options of a blank workbook. Raises Wrong with all mistakes at once."""
    fields = {
        "scheme": lambda: _one_of("scheme", given, known_schemes(), known_schemes()[-1]),
        "years": lambda: _years(given),
        "scale": lambda: _one_of("scale", given, [scale.value for scale in Scale], Scale.QUARTER.value),
        "layout": lambda: _one_of("layout", given, LAYOUTS, "full"),
        "region": lambda: _region(given),
        "subproject": lambda: _names("subproject", given),
        "party": lambda: _names("party", given),
        "lang": lambda: _one_of("lang", given, ("nl", "en"), "nl"),
    }
    return _all(fields, given)


def check_options(given: MultiDict[str, str], *, strict: bool = False) -> dict[str, Any]:
    """The options of a check: the day and the scheme; None leaves them to the workbook.

    ``strict`` is for programs: a day is 2026-10-01, and what is left open is left out.
    """
    fields = {
        "reference_date": lambda: _iso_day(given) if strict else _day(given),
        "scheme": lambda: _one_of("scheme", given, known_schemes(), "") if "scheme" in given else None,
        "lang": lambda: _one_of("lang", given, ("nl", "en"), "nl"),
    }
    return _all(fields, given)


def _all(fields: Mapping[str, Any], given: MultiDict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    mistakes = [
        Mistake(name, "'{name}' kennen we hier niet.", {"name": _short(name)})
        for name in given
        if name not in fields
    ]
    for name, read in fields.items():
        try:
            found[name] = read()
        except Wrong as error:
            mistakes.extend(error.mistakes)
    if mistakes:
        raise Wrong(*mistakes)
    return found


def _one_of(name: str, given: MultiDict[str, str], known: Any, default: str) -> str:
    values = given.getlist(name) or [default]
    if len(values) > 1 or values[0] not in known:
        choices = ", ".join(word for word in known if word)
        raise wrong(name, "Kies een van deze: {choices}.", choices=choices)
    return values[0]


def _years(given: MultiDict[str, str]) -> tuple[int, int] | None:
    values = given.getlist("years")
    text = values[0].strip() if values else ""
    if not text and len(values) < 2:
        return None
    match = _YEARS.fullmatch(text) if len(values) == 1 else None
    first = int(match[1]) if match else 0
    last = int(match[2] or first) if match else 0
    if not _FIRST_YEAR <= first <= last <= min(first + _MOST_YEARS - 1, _LAST_YEAR):
        raise wrong("years", "Schrijf een tot tien jaren, bijvoorbeeld 2025-2028.")
    return first, last


def _region(given: MultiDict[str, str]) -> str:
    name = " ".join(_lines("region", given))
    if len(name) > LONGEST_NAME:
        raise wrong("region", "Een naam heeft hoogstens {most} tekens.", most=LONGEST_NAME)
    return name


def _names(field: str, given: MultiDict[str, str]) -> list[str]:
    names = list(_lines(field, given))
    if len(names) > MOST_NAMES:
        raise wrong(field, "Dit zijn er {n}; er passen er {most} in.", n=len(names), most=MOST_NAMES)
    return names


def _lines(field: str, given: MultiDict[str, str]) -> Iterator[str]:
    """What was given, in as many fields or on as many lines as somebody likes."""
    for value in given.getlist(field):
        for line in value.splitlines():
            name = " ".join(line.split())
            if len(name) > LONGEST_NAME:
                raise wrong(field, "Een naam heeft hoogstens {most} tekens.", most=LONGEST_NAME)
            if name:
                yield name


def _day(given: MultiDict[str, str]) -> str | None:
    """A day as a browser sends it or as people write it; ISO text."""
    from mijlpalen_xlsx.dates import Precision, parse

    values = given.getlist("reference_date")
    text = values[0].strip() if values else ""
    if not text and len(values) < 2:
        return None
    when = parse(text).when if len(values) == 1 and len(text) < _FILE_NAME else None
    day: date | None = when.first if when and when.precision is Precision.DAY else None
    if day is None:
        raise wrong("reference_date", "Schrijf een dag, bijvoorbeeld 1-10-2026.")
    return day.isoformat()


def _iso_day(given: MultiDict[str, str]) -> str | None:
    values = given.getlist("reference_date")
    if not values:
        return None
    try:
        day = date.fromisoformat(values[0]) if len(values) == 1 and len(values[0]) == 10 else None
    except ValueError:
        day = None
    if day is None:
        raise wrong("reference_date", "Schrijf een dag, bijvoorbeeld 2026-10-01.")
    return day.isoformat()


def sent_files(request: Request, settings: Settings, *, one: bool = False) -> tuple[Upload, ...]:
    """The files that were sent, empty fields of a form left out. Raises Wrong."""
    if any(name != "file" for name in request.files):
        raise wrong("file", "Stuur werkboeken als bestand, in het veld 'file'.")
    files = tuple(
        Upload(_file_name(sent.filename), sent.read())
        for sent in request.files.getlist("file")
        if sent.filename
    )
    if not files:
        raise wrong("file", "Kies eerst een werkboek.")
    most = 1 if one else settings.files
    if len(files) > most:
        raise wrong(
            "file", "Dit zijn {n} bestanden; stuur er hoogstens {most} tegelijk.", n=len(files), most=most
        )
    return files


def _file_name(name: str | None) -> str:
    """The last part of the name, for display only."""
    last = re.split(r"[/\\]", name or "")[-1].strip()
    return last if len(last) <= _FILE_NAME else f"{last[: _FILE_NAME - 6]}…{last[-5:]}"


def _short(name: str) -> str:
    return name if len(name) < 40 else f"{name[:39]}…"
