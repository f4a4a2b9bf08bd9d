"""``summary``: one or many workbooks, or folders of them, in numbers."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mijlpalen_xlsx.cli import options
from mijlpalen_xlsx.cli.base import Argument, Command, ParamType, Refused, Session, option, session

if TYPE_CHECKING:
    from mijlpalen_xlsx.many import Source, Workers
    from mijlpalen_xlsx.summary import Gatherer, Period, Summary

__all__ = ["command"]

DONE, NOT_READ = 0, 2

HELP = (
    "Vat een of meer werkboeken samen in tabellen: hoeveel mijlpalen gereed of te laat zijn, de stoplichten, "
    "de inzet en wat eraan komt. Van een map tellen alle werkboeken mee, ook die in de mappen daarin. Wat "
    "niet te lezen is, wordt genoemd. Van meer versies van een plan telt de nieuwste.\n\n"
    "De naam na -o bepaalt de soort: .xlsx (met grafieken), .html, .csv, .json, .txt of .parquet (een map "
    "per regio, met alle regels)."
)

EPILOG = """\b
mijlpalen-xlsx summary plannen/ -o overzicht.xlsx
mijlpalen-xlsx summary plannen/ --by party+year --format csv
mijlpalen-xlsx summary plan.xlsx --period 1-7-2021..31-7-2023"""

_KINDS = {".xlsx": "xlsx", ".html": "html", ".htm": "html", ".csv": "csv", ".json": "json", ".txt": "text",
          ".parquet": "parquet"}  # fmt: skip
_WITH_LINES = ("xlsx", "html", "parquet")
_IN_WORKBOOK = ("subproject", "region", "objective", "year", "schoolyear", "party+year", "light")


class By(ParamType):
    """Names of tables with commas between them. The value is a tuple of them."""

    name = "by"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        from mijlpalen_xlsx.summary import GROUPS, UnknownGroup, group

        if isinstance(value, tuple):
            return value
        names = tuple(str(value).replace(" ", "").lower().split(","))
        try:
            for name in names:
                group(name)
        except UnknownGroup as error:
            said = "'{value}' is geen tabel. Kies uit {choices}, of kruis er twee met een +: party+year."
            self.fail(session(ctx).say(said, value=error.args[0], choices=", ".join(GROUPS)), param, ctx)
        return names


class Stretch(ParamType):
    """A period: two dates with ``..`` between them, or a word for one, such as 2023 or Q3 2023."""

    name = "period"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Period:
        from mijlpalen_xlsx.dates import parse
        from mijlpalen_xlsx.summary import Period

        if isinstance(value, Period):
            return value
        first, dots, last = str(value).partition("..")
        start, end = parse(first.strip()).when, parse((last if dots else first).strip()).when
        if start and end and start.first and end.last and start.first <= end.last:
            return Period(start.first, end.last)
        said = "'{value}' is geen periode. Schrijf bijvoorbeeld 1-7-2021..31-7-2023, of 2023."
        return self.fail(session(ctx).say(said, value=value), param, ctx)


@click.command("summary", cls=Command, help=HELP, epilog=EPILOG)
@click.argument("paths", cls=Argument, nargs=-1, required=True, metavar="BESTAND|MAP...")
@option(
    "--by",
    type=By(),
    multiple=True,
    metavar="TABELLEN",
    help="Tabellen per subproject, objective, year, schoolyear, party, light of region; meer met komma's.",
)
@option(
    "--period",
    type=Stretch(),
    metavar="VAN..TOT",
    help="Wat in deze periode gepland, gereed, niet gehaald of vervallen was, en wat erna komt.",
)
@option(
    "--format",
    "kind",
    type=click.Choice(["text", "csv", "json", "html"]),
    help="Tekst voor mensen, CSV voor Excel, JSON of een webpagina.",
)
@option(
    "-o",
    "--output",
    metavar="BESTAND",
    callback=options.ends_in(*_KINDS),
    help="Schrijft de uitkomst in een bestand.",
)
@option("--detail", is_flag=True, help="Ook alle regels achter de getallen, met bestand, blad en cel.")
@option("--all-versions", is_flag=True, help="Alle versies van een plan tellen mee, niet alleen de nieuwste.")
@option(
    "--without-names", is_flag=True, help="Partijen worden Partij 1, Partij 2 …; geen gegevens van mensen."
)
@options.reference_date()
@options.scheme()
@options.jobs()
@options.cache()
@options.dask()
@options.force()
@options.lang()
@click.pass_obj
def command(
    run: Session,
    paths: tuple[str, ...],
    by: tuple[tuple[str, ...], ...],
    period: Period | None,
    kind: str | None,
    output: str | None,
    detail: bool,
    all_versions: bool,
    without_names: bool,
    reference_date: date | None,
    scheme: str | None,
    jobs: int | None,
    cache: str | None,
    dask: str | None,
    force: bool,
) -> int:
    """Read, count, show; the result is the exit status."""
    from mijlpalen_xlsx import __version__
    from mijlpalen_xlsx.cli.console import settle
    from mijlpalen_xlsx.cli.inout import settle_report
    from mijlpalen_xlsx.cli.many import cache_for, sources_of, workers_for
    from mijlpalen_xlsx.summary import Gatherer
    from mijlpalen_xlsx.summary.reading import FactsReader, made_with

    settle()
    to_file = output is not None and output != "-"
    shown = _KINDS[Path(output).suffix.lower()] if output and to_file else kind or "text"
    the_scheme = options.the_scheme(scheme)
    key = made_with(__version__, reference_date, the_scheme)
    reader = FactsReader(reference_date, the_scheme, cache_for(cache, key, run))
    gatherer = Gatherer(
        _tables(by, shown),
        period=period,
        keep_lines=detail or shown in _WITH_LINES,
        all_versions=all_versions,
    )
    sources = sources_of(paths, run, output=output if to_file else None)
    if output and shown != "parquet":
        settle_report(output, run, inputs=(source.name for source in sources), force=force)
    with workers_for(jobs, dask, len(sources), run) as workers:
        summary = _gathered(sources, reader, gatherer, workers, run, nameless=without_names)
    _show(summary, shown, output if to_file else None, sources, run, detail=detail, force=force)
    return NOT_READ if summary.skipped else DONE


def _tables(by: tuple[tuple[str, ...], ...], kind: str) -> tuple[str, ...]:
    """The tables asked for. A workbook also has those that its charts are made of."""
    asked = tuple(name for names in by for name in names)
    if kind != "xlsx":
        return asked or ("subproject",)
    from mijlpalen_xlsx.outputs.to_summary_xlsx import TABLES

    return (*asked, *TABLES) if asked else _IN_WORKBOOK


def _gathered(
    sources: list[Source],
    reader: Any,
    gatherer: Gatherer,
    workers: Workers | None,
    run: Session,
    *,
    nameless: bool,
) -> Summary:
    """All files read and gathered; a person who waits for many sees how far it is, and how long it takes."""
    from mijlpalen_xlsx.cli.progress import Progress
    from mijlpalen_xlsx.summary import gather

    names = None
    if nameless:
        from mijlpalen_xlsx.nameless import Names

        names = Names(run.lang)
    progress = Progress(len(sources), run)
    try:
        return gather(sources, reader, gatherer, workers, names=names, progress=lambda _: progress.step())
    finally:
        progress.clear()


def _show(
    summary: Summary,
    kind: str,
    output: str | None,
    sources: list[Source],
    run: Session,
    *,
    detail: bool,
    force: bool,
) -> None:
    from mijlpalen_xlsx.cli.console import out, tell
    from mijlpalen_xlsx.cli.inout import write_report
    from mijlpalen_xlsx.outputs.overview import skipped_reason
    from mijlpalen_xlsx.outputs.trouble import named

    if output or kind != "text":  # the text itself tells what was not read
        for skipped in summary.skipped:
            tell(named(skipped.file, skipped_reason(skipped, run.lang)))
    if output is None:
        out(_text(summary, kind, run, detail=detail, screen=True))
        return
    if kind == "parquet":
        _write_parquet(summary, output, run)
    else:
        data = _bytes(summary, kind, output, run, detail=detail)
        write_report(output, data, run, inputs=(source.name for source in sources), force=force)
    tell(run.say("Geschreven: {file}", file=output))


def _bytes(summary: Summary, kind: str, output: str, run: Session, *, detail: bool) -> bytes:
    if kind == "xlsx":
        from mijlpalen_xlsx.outputs.to_summary_xlsx import summary_to_xlsx

        return summary_to_xlsx(summary, run.lang, output)
    return _text(summary, kind, run, detail=detail, screen=False).encode("utf-8", "backslashreplace")


def _text(summary: Summary, kind: str, run: Session, *, detail: bool, screen: bool) -> str:
    if kind == "json":
        from mijlpalen_xlsx.outputs.to_summary_json import summary_to_json

        return summary_to_json(summary, run.lang, detail=detail)
    if kind == "csv":
        from mijlpalen_xlsx.outputs.to_summary_csv import summary_to_csv

        return summary_to_csv(summary, run.lang, detail=detail)
    if kind == "html":
        from mijlpalen_xlsx.outputs.to_summary_html import summary_to_html

        return summary_to_html(summary, run.lang, detail=detail)
    from mijlpalen_xlsx.cli.console import page
    from mijlpalen_xlsx.outputs.to_summary_text import summary_to_text

    return summary_to_text(summary, run.screen() if screen else page(run.lang), detail=detail)


def _write_parquet(summary: Summary, output: str, run: Session) -> None:
    from mijlpalen_xlsx.cli.many import extra
    from mijlpalen_xlsx.outputs.to_summary_parquet import NotOurs, write_parquet
    from mijlpalen_xlsx.outputs.trouble import not_written

    try:
        write_parquet(summary, output, run.lang)
    except ImportError:
        raise Refused(run.say("Hiervoor is nog nodig: {what}", what=extra("summary"))) from None
    except NotOurs:
        said = "Hier staat al iets anders dan een map van een eerdere samenvatting. Kies een andere naam."
        raise Refused(run.say(said), output) from None
    except OSError as error:
        raise Refused(not_written(error, run.lang), output) from None
