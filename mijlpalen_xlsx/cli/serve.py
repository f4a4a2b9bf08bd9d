"""``serve``: the page on which people download a blank workbook and have one checked."""

from __future__ import annotations

import click

from mijlpalen_xlsx.cli import options
from mijlpalen_xlsx.cli.base import Command, Refused, Session, option

__all__ = ["command"]

HELP = (
    "Zet de pagina klaar waarop mensen een leeg werkboek downloaden en een ingevuld werkboek laten "
    "controleren, zonder terminal. Alleen deze computer kan erbij, tenzij u met --host een ander adres "
    "geeft.\n\n"
    "Er wordt niets bewaard. De pagina stopt met Ctrl-C."
)
EPILOG = """\b
mijlpalen-xlsx serve
mijlpalen-xlsx serve --port 8080 --workers 4
mijlpalen-xlsx serve --name plannen.voorbeeld.nl"""


@click.command("serve", cls=Command, help=HELP, epilog=EPILOG)
@option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADRES",
    help="Het adres waarop de pagina luistert.",
)
@option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    metavar="GETAL",
    help="De poort; 0 kiest er een.",
)
@option(
    "--workers",
    type=click.IntRange(1, 64),
    metavar="GETAL",
    help="Hoeveel controles tegelijk lopen, elk in een eigen proces. Anders zoveel als er processors zijn.",
)
@option(
    "--name",
    "names",
    multiple=True,
    metavar="NAAM",
    help="Een naam waaronder mensen de pagina bereiken, als er een proxy voor staat; mag vaker.",
)
@option(
    "--max-upload",
    type=click.IntRange(1, 20),
    default=20,
    show_default=True,
    metavar="MB",
    help="Hoeveel er in een keer gestuurd mag worden.",
)
@options.lang()
@click.pass_obj
def command(
    run: Session, host: str, port: int, workers: int | None, names: tuple[str, ...], max_upload: int
) -> None:
    """Serve until told to stop."""
    import gc
    import os
    from importlib.util import find_spec

    from mijlpalen_xlsx.cli.console import settle, tell

    settle()
    if not (find_spec("flask") and find_spec("waitress")):
        raise Refused(
            run.say("Hiervoor is meer nodig: {command}", command='pip install "mijlpalen-xlsx[web]"')
        )
    from mijlpalen_xlsx.web.serve import serve
    from mijlpalen_xlsx.web.settings import MIB, Settings

    gc.set_threshold(50_000)  # a server goes on for months, and its requests do make cycles
    settings = Settings(
        names=frozenset({"localhost", host.lower(), *(name.lower() for name in names)}),
        upload=max_upload * MIB,
        workers=workers or os.cpu_count() or 1,
    )
    try:
        serve(host, port, settings, lambda url: tell(run.say("De pagina staat op {url}", url=url)))
    except OSError:
        sentence = (
            "Hier kan de pagina niet luisteren: de poort is bezet of niet toegestaan. "
            "Kies een andere met --port."
        )
        raise Refused(run.say(sentence), f"{host}:{port}") from None
