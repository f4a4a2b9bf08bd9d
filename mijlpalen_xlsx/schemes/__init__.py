"""Subsidy schemes as data: period, sub-periods, report dates with their sources, cofinancing."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.words import Words

__all__ = ["ReportDate", "Scheme", "SchemeError", "SubPeriod", "known_schemes", "load_scheme", "scheme_named"]

_MOST_BYTES = 100_000
_FOLDER = Path(__file__).parent  # importlib.resources costs more to import than all schemes to read


class SchemeError(ValueError):
    """A scheme file that cannot be used; ``args`` are a Dutch sentence and the facts that fill it."""

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence, values)
        self.sentence, self.values = sentence, values


class SubPeriod(NamedTuple):
    """A part of the period for which a worked-out plan is due."""

    name: Words
    first: date
    last: date


class ReportDate(NamedTuple):
    """A moment on which a report is due; ``check`` says that the source must be looked up again."""

    day: date
    name: Words
    source: str
    check: bool = True


class Scheme(NamedTuple):
    """One subsidy scheme. ``years`` are the year columns of a blank workbook."""

    name: str
    title: Words
    first: date
    last: date
    years: tuple[int, int]
    sub_periods: tuple[SubPeriod, ...] = ()
    report_dates: tuple[ReportDate, ...] = ()
    cofinancing_percent: float | None = None

    def sub_period(self, day: date) -> SubPeriod | None:
        """The sub-period that holds ``day``; before the first one: the first."""
        for part in self.sub_periods:
            if day <= part.last:
                return part
        return None


@cache
def known_schemes() -> tuple[str, ...]:
    """Names of the schemes that come with the project, oldest first."""
    return tuple(sorted(path.stem for path in _FOLDER.iterdir() if path.suffix == ".toml"))


@cache
def scheme_named(name: str) -> Scheme | None:
    """The scheme of this name that comes with the project, or None."""
    if name not in known_schemes():
        return None
    return _from_toml((_FOLDER / f"{name}.toml").read_text("utf-8"), name)


def load_scheme(name_or_file: str) -> Scheme:
    """A scheme by name, or from a person's own TOML file. Raises SchemeError or OSError."""
    known = scheme_named(name_or_file)
    if known:
        return known
    path = Path(name_or_file)
    if path.suffix.lower() != ".toml":
        raise SchemeError(
            "De regeling '{name}' kennen we niet. Kies uit {known}, of geef een eigen .toml-bestand.",
            name=name_or_file,
            known=", ".join(known_schemes()),
        )
    if path.stat().st_size > _MOST_BYTES:
        raise SchemeError("Het bestand {file} is te groot voor een regeling.", file=path.name)
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        raise SchemeError("Het bestand {file} is geen tekst. Sla het op als UTF-8.", file=path.name) from None
    return _from_toml(text, path.name)


def _from_toml(text: str, file: str) -> Scheme:
    import tomllib

    try:
        return _scheme(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise SchemeError(
            "Het bestand {file} is geen geldige TOML: {why}.", file=file, why=str(error)
        ) from None
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SchemeError(
            "In het bestand {file} klopt iets niet of ontbreekt iets: {why}. "
            "Kijk in de documentatie hoe een regeling eruitziet.",
            file=file,
            why=str(error),
        ) from None


def _words(data: Any) -> Words:
    return Words(data, data) if isinstance(data, str) else Words(str(data["nl"]), str(data["en"]))


def _day(value: Any, key: str) -> date:
    if type(value) is not date:
        raise ValueError(f"{key} = {value!r} (2025-01-01)")
    return value


def _scheme(data: dict[str, Any]) -> Scheme:
    first, last = _day(data["first"], "first"), _day(data["last"], "last")
    years = tuple(int(year) for year in data.get("years", (first.year, last.year)))
    if last < first or len(years) != 2 or not 0 <= years[1] - years[0] < 10:
        raise ValueError("first, last, years")
    percent = data.get("cofinancing_percent")
    return Scheme(
        name=str(data["name"]),
        title=_words(data["title"]),
        first=first,
        last=last,
        years=(years[0], years[1]),
        sub_periods=tuple(
            SubPeriod(_words(part["name"]), _day(part["first"], "first"), _day(part["last"], "last"))
            for part in data.get("sub_periods", ())
        ),
        report_dates=tuple(
            ReportDate(_day(r["day"], "day"), _words(r["name"]), str(r["source"]), bool(r.get("check", True)))
            for r in data.get("report_dates", ())
        ),
        cofinancing_percent=None if percent is None else float(percent),
    )
