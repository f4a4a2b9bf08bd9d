"""``export``: writes the data of workbooks for other programs."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import chain, count
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from mijlpalen_xlsx.cli import options
from mijlpalen_xlsx.cli.base import Argument, Command, Refused, Session, option
from mijlpalen_xlsx.cli.exporting import KINDS, Exporter, Made

if TYPE_CHECKING:
    from mijlpalen_xlsx.many import Source

__all__ = ["command"]

DONE, NOT_READ = 0, 2

HELP = """Schrijft de gegevens van een werkboek voor andere programma's. De naam na -o bepaalt de soort:
.json met alles en van elke waarde de cel, .ics voor een agenda, .xml voor MS Project, .mmd voor een
tekening met Mermaid, .csv voor één lange tabel. Zonder -o gaat de JSON naar de standaarduitvoer.
'template --from' maakt van de JSON weer een werkboek. Wat er niet in past, wordt genoemd.

Van meer werkboeken, of van een map met alle mappen daarin, komt elk in een eigen bestand:
dan is wat na -o staat een map, en kiest --format de soort."""

EPILOG = """\b
mijlpalen-xlsx export plan.xlsx -o plan.json
mijlpalen-xlsx export plan.xlsx -o mijlpalen.ics
mijlpalen-xlsx export plannen/ -o agenda/ --format ics"""


@click.command("export", cls=Command, help=HELP, epilog=EPILOG)
@click.argument("paths", cls=Argument, nargs=-1, required=True, metavar="BESTAND|MAP...")
@option(
    "-o",
    "--output",
    metavar="UITVOER",
    help="Schrijft in dit bestand: .json, .ics, .xml, .mmd of .csv. Bij meer werkboeken een map.",
)
@option(
    "--format", "kind", type=click.Choice(KINDS), help="Soort bestand. Anders volgt die uit de naam na -o."
)
@options.reference_date()
@options.scheme()
@options.jobs()
@options.cache()
@options.dask()
@options.lang()
@options.force()
@click.pass_obj
def command(
    run: Session,
    paths: tuple[str, ...],
    output: str | None,
    kind: str | None,
    reference_date: date | None,
    scheme: str | None,
    jobs: int | None,
    cache: str | None,
    dask: str | None,
    force: bool,
) -> int:
    """Write every plan in the form that was asked for; the result is the exit status."""
    from mijlpalen_xlsx import __version__
    from mijlpalen_xlsx.cli.console import settle
    from mijlpalen_xlsx.cli.exporting import made_with
    from mijlpalen_xlsx.cli.many import cache_for, sources_of, workers_for
    from mijlpalen_xlsx.many.pool import each

    settle()
    sources = sources_of(paths, run)
    alone = len(sources) == 1 and sources[0].name in paths and not (kind and _is_folder(output))
    if alone and output is not None and kind is None:
        _settle_name(output)
    form = kind or (Path(output or "").suffix.lower().removeprefix(".") if alone else "") or "json"
    the_scheme = options.the_scheme(scheme)
    kept = cache_for(cache, made_with(__version__, form, reference_date, the_scheme, run), run)
    stamp = datetime.now(UTC).replace(tzinfo=None)
    exporter = Exporter(form, reference_date, the_scheme, run, stamp, paths, kept)
    if alone:
        _write_one(exporter(sources[0]), output or "-", run, force=force)
        return DONE
    folder = _settle_folder(output, run)
    targets = _targets(sources, paths, folder, form)
    _settle_targets(targets, sources, run, force=force)
    with workers_for(jobs, dask, len(sources), run) as workers:
        made = each(sources, exporter, exporter.lost, workers)
        return _write_many(made, targets, folder, run, force=force)


def _is_folder(output: str | None) -> bool:
    return output is not None and (output.endswith(("/", os.sep)) or Path(output).is_dir())


def _settle_name(output: str) -> None:
    """Refuse a file whose name does not say its kind."""
    ctx = click.get_current_context()
    param = next(param for param in ctx.command.params if param.name == "output")
    options.ends_in(*(f".{kind}" for kind in KINDS), odd=True)(ctx, param, output)


def _settle_folder(output: str | None, run: Session) -> str:
    """The folder for many files. Refuses anything else."""
    if output is None or output == "-" or Path(output).is_file() or _ends_in_kind(output):
        said = "Van meer werkboeken komt elk in een eigen bestand. Noem daarvoor een map, zoals uitvoer/."
        raise click.BadParameter(run.say(said), param_hint="-o")
    return output


def _ends_in_kind(output: str) -> bool:
    """Whether this is plainly the name of a file: ``agenda.ics``, where no such folder is."""
    return Path(output).suffix.lower().removeprefix(".") in KINDS and not _is_folder(output)


def _targets(sources: Iterable[Source], paths: Iterable[str], folder: str, kind: str) -> list[str]:
    """Where each file goes: the folders below a folder that was named stay as they are.

    Of files that would get the same name the later ones keep their own ending too, or get a number.
    """
    taken: set[str] = set()
    return [str(Path(folder, _free(_below(source.name, paths), kind, taken))) for source in sources]


def _below(name: str, paths: Iterable[str]) -> PurePath:
    """The path of a file below the folder in which it was found; of a file that was named, its name."""
    if name == "-":
        return PurePath("plan")
    whole, begins = _plain(name), [f"{_plain(path).rstrip('/')}/" for path in paths if path != name]
    begun = max((len(begin) for begin in begins if whole.startswith(begin)), default=None)
    parts = whole[begun:].split("/") if begun is not None else [whole.rpartition("/")[2]]
    return PurePath(*(part for part in parts if part not in ("", ".", "..")))


def _plain(name: str) -> str:
    """A path with slashes; of an address what comes after its kind, which services write in several ways."""
    path = name.replace("\\", "/") if os.sep == "\\" else name
    before, address, after = path.partition("://")
    return after.lstrip("/") if address else before


def _free(path: PurePath, kind: str, taken: set[str]) -> PurePath:
    """A name that no other file has, capitals aside, for there are disks that do not tell them apart."""
    names = [path.with_suffix(f".{kind}"), path.with_name(f"{path.name}.{kind}")]
    numbered = (path.with_name(f"{path.name}-{n}.{kind}") for n in count(2))
    found = next(name for name in chain(names, numbered) if str(name).casefold() not in taken)
    taken.add(str(found).casefold())
    return found


def _settle_targets(targets: list[str], sources: Iterable[Source], run: Session, *, force: bool) -> None:
    """Refuse what stands in the way, before any work is done."""
    from mijlpalen_xlsx.files import WouldChangeInput
    from mijlpalen_xlsx.outputs.trouble import not_written

    inputs = {os.path.realpath(source.name) for source in sources}
    for target in targets:
        if os.path.realpath(target) in inputs:
            raise Refused(not_written(WouldChangeInput(target), run.lang), target)
        if not force and Path(target).exists():
            raise Refused(not_written(FileExistsError(17, "File exists", target), run.lang), target)


def _write_one(made: Made, target: str, run: Session, *, force: bool) -> None:
    """Write the file of one plan, and name what is not in it."""
    from mijlpalen_xlsx.cli.console import tell
    from mijlpalen_xlsx.cli.inout import write
    from mijlpalen_xlsx.cli.mishap import show_trace

    show_trace(made.trace)
    if made.text is None:
        raise Refused(made.why or "")
    write(target, made.text.encode(), run, inputs=(made.file,), force=force)
    for sentence in made.left_out:
        tell(sentence)
    if target != "-":
        tell(run.say("Geschreven: {file}", file=target))


def _write_many(files: Iterable[Made], targets: list[str], folder: str, run: Session, *, force: bool) -> int:
    """Write the file of each plan as it comes in; what goes wrong with one is told, and the rest goes on."""
    from mijlpalen_xlsx.cli.console import tell
    from mijlpalen_xlsx.cli.mishap import show_trace
    from mijlpalen_xlsx.cli.progress import Progress
    from mijlpalen_xlsx.outputs.trouble import named

    progress = Progress(len(targets), run)
    left_out: dict[str, list[str]] = {}
    written, status = 0, DONE
    for made, target in zip(files, targets, strict=True):
        why = made.why if made.text is None else _trouble(target, made.text, run, force=force)
        if made.own:
            why = named(
                made.file, run.say("Overgeslagen: dit is een overzicht van dit programma, geen plan.")
            )
        if why:
            progress.clear()
            show_trace(made.trace)
            tell(why)
            status = status if made.own else NOT_READ
        else:
            written += 1
            for sentence in made.left_out:
                left_out.setdefault(sentence, []).append(made.file)
        progress.step()
    progress.clear()
    for sentence, names in left_out.items():
        tell(named(names[0], sentence) if len(names) == 1 else f"{sentence} ({len(names)}×)")
    tell(run.say("Geschreven: {n} bestanden in {folder}", n=written, folder=folder))
    return status


def _trouble(target: str, text: str, run: Session, *, force: bool) -> str | None:
    """Write one file, in a folder that may have to be made; the result is what went wrong."""
    from mijlpalen_xlsx.cli.inout import write
    from mijlpalen_xlsx.outputs.trouble import named, not_written

    try:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        write(target, text.encode(), run, force=force)
    except OSError as error:
        return named(target, not_written(error, run.lang))
    except Refused as refused:
        return refused.message
    return None
