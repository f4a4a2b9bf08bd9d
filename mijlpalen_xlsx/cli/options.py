"""Options and kinds of value that several commands take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mijlpalen_xlsx.cli.base import Decorator, ParamType, Refused, option, session

if TYPE_CHECKING:
    from mijlpalen_xlsx.schemes import Scheme

__all__ = [
    "YEARS",
    "Day",
    "cache",
    "dask",
    "ends_in",
    "force",
    "jobs",
    "lang",
    "layout",
    "reference_date",
    "scale",
    "scheme",
    "the_scheme",
]


class Day(ParamType):
    """A day as people write it: 1-10-2023, 2023-10-01, 1 oktober 2023."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        from mijlpalen_xlsx.dates import Precision, parse

        if isinstance(value, date):
            return value
        when = parse(str(value)).when
        if when is None or when.precision is not Precision.DAY or when.first is None:
            self.fail(
                session(ctx).say("'{value}' is geen dag. Schrijf bijvoorbeeld 1-10-2023.", value=value),
                param,
                ctx,
            )
        return when.first


def ends_in(
    *kinds: str, odd: bool = False
) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """A callback for an output whose name says its form. ``odd`` lets folders and devices through."""

    def checked(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
        path = Path(value or "-")
        strange = odd and path.exists() and not path.is_file()
        if value is None or value == "-" or path.suffix.lower() in kinds or strange:
            return value
        *most, last = kinds
        said = session(ctx).say(
            "'{value}' moet eindigen op {most} of {last}.", value=value, most=", ".join(most), last=last
        )
        raise click.BadParameter(said, ctx, param)

    return checked


class Years(ParamType):
    """A range of one to ten years: 2025-2028, or one year."""

    name = "years"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        if isinstance(value, tuple):
            return value
        first, _, last = str(value).replace("–", "-").partition("-")
        try:
            years = int(first), int(last or first)
        except ValueError:
            years = 0, 0
        if not 1990 <= years[0] <= years[1] <= min(years[0] + 9, 2099):
            self.fail(
                session(ctx).say(
                    "'{value}' zijn geen jaren. Schrijf een tot tien jaren, bijvoorbeeld 2025-2028.",
                    value=value,
                ),
                param,
                ctx,
            )
        return years


YEARS = Years()


def lang(help: str = "Taal van hulp en berichten.") -> Decorator:
    """``--lang``: it was looked at before click began, so its value is in the session."""
    return option("--lang", type=click.Choice(["nl", "en"]), expose_value=False, help=help)


def force() -> Decorator:
    return option("--force", is_flag=True, help="Vervangt een bestand dat al bestaat.")


def jobs() -> Decorator:
    return option(
        "--jobs",
        type=click.IntRange(1, 256),
        metavar="N",
        help="Leest met zoveel processen tegelijk. Anders naar het aantal bestanden en processors.",
    )


def cache(more: str = "") -> Decorator:
    """``more`` is a sentence about this command alone."""
    kept = (
        "Bewaart in deze map wat van elk bestand is gelezen, en leest een bestand dat gelijk bleef niet "
        "opnieuw. Er komt in wat in de plannen staat, ook namen, en alleen u kunt erbij; "
        "de map mag altijd weg."
    )
    return option("--cache", metavar="MAP", help=f"{kept} {more}".strip())


def dask() -> Decorator:
    return option(
        "--dask",
        metavar="ADRES",
        help="Leest op een draaiend Dask-cluster, zoals tcp://10.0.0.5:8786, "
        "dat de bestanden onder dezelfde naam ziet.",
    )


def scheme() -> Decorator:
    return option(
        "--scheme",
        metavar="NAAM|BESTAND.toml",
        help="Subsidieregeling: sto-2020-2024, sto-2025-2028 of een eigen bestand.",
    )


def reference_date() -> Decorator:
    return option(
        "--reference-date",
        type=Day(),
        metavar="DATUM",
        help="Peildatum, bijvoorbeeld 1-10-2023. Anders geldt die van het werkboek, of vandaag.",
    )


def scale(default: str | None = None) -> Decorator:
    return option(
        "--scale",
        type=click.Choice(["quarter", "month", "year", "schoolyear"]),
        default=default,
        show_default=default is not None,
        help="Tijd per kolom in de planning: kwartaal, maand, jaar of schooljaar.",
    )


def layout() -> Decorator:
    return option(
        "--layout",
        type=click.Choice(["full", "simple"]),
        help="Alle bladen, of zonder Dashboard, Trend en Logboek.",
    )


def the_scheme(name: str | None) -> Scheme | None:
    """The scheme that was asked for. Refuses one that is not known or cannot be read."""
    if name is None:
        return None
    from mijlpalen_xlsx.outputs.trouble import not_read
    from mijlpalen_xlsx.schemes import SchemeError, load_scheme

    run = session()
    try:
        return load_scheme(name)
    except SchemeError as error:
        raise Refused(run.say(error.sentence, **error.values)) from None
    except OSError as error:
        raise Refused(not_read(error, name, run.lang), name) from None
