"""Click's own words in Dutch: "Usage:", "No such option" and the like.

Click looks its words up with gettext, in compiled catalogues that must lie on disk. Ours is a dict, so
while a command runs its lookup functions are replaced by ones that ask this dict, and put back after it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mijlpalen_xlsx.words import Lang

__all__ = ["DUTCH", "speaking"]

_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")

# English message of click -> Dutch. Some differ between its versions; both are here.
DUTCH = {
    "Usage:": "Gebruik:",
    "Options": "Opties",
    "Commands": "Commando's",
    "Positional arguments": "Argumenten",
    "Aborted!": "Afgebroken.",
    "Error: {message}": "Fout: {message}",
    "Try '{command} {option}' for help.": "Probeer '{command} {option}' voor hulp.",
    "Invalid value: {message}": "Onjuiste waarde: {message}",
    "Invalid value for {param_hint}: {message}": "Onjuiste waarde voor {param_hint}: {message}",
    "Missing command.": "Er ontbreekt een commando.",
    "Missing argument": "Er ontbreekt",
    "Missing option": "Er ontbreekt een optie",
    "Missing parameter": "Er ontbreekt",
    "Missing {param_type}": "Er ontbreekt: {param_type}",
    "Missing parameter: {param_name}": "Er ontbreekt: {param_name}",
    "No such command {name!r}.": "Het commando {name!r} bestaat niet.",
    "No such option {name!r}.": "De optie {name!r} bestaat niet.",
    "No such option: {name}": "De optie {name} bestaat niet.",
    "Did you mean {possibility}?": "Bedoelde u {possibility}?",
    "Did you mean {possible}?": "Bedoelde u {possible}?",
    "(Possible options: {possibilities})": "(Mogelijk: {possibilities})",
    "Did you mean one of: {possible}?": "Bedoelde u een van deze: {possible}?",
    "(Did you mean one of: {possible}?)": "(Bedoelde u een van deze: {possible}?)",
    "Option {name!r} does not take a value.": "De optie {name!r} krijgt geen waarde.",
    "Option {name!r} requires an argument.": "De optie {name!r} heeft een waarde nodig.",
    "Option {name!r} requires {nargs} arguments.": "De optie {name!r} heeft {nargs} waarden nodig.",
    "Argument {name!r} takes {nargs} values.": "{name} heeft {nargs} waarden nodig.",
    "Got unexpected extra argument ({args})": "Dit is te veel: {args}",
    "Got unexpected extra arguments ({args})": "Dit is te veel: {args}",
    "{value!r} is not {choice}.": "{value!r} is niet {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} is niet een van {choices}.",
    "Choose from:\n\t{choices}": "Kies uit:\n\t{choices}",
    "default: {default}": "standaard: {default}",
    "required": "verplicht",
}


def _one(message: str) -> str:
    return DUTCH.get(message, message)


def _many(one: str, more: str, n: int) -> str:
    message = one if n == 1 else more
    return DUTCH.get(message, message)


_SPOKEN: dict[str, Callable[..., str]] = {"_": _one, "ngettext": _many}


@contextmanager
def speaking(lang: Lang) -> Iterator[None]:
    """Let click speak this language for as long as the context lasts. English is what it speaks anyway."""
    replaced: list[tuple[ModuleType, str, Any]] = []
    if lang == "nl":
        for module in filter(None, (sys.modules.get(f"click.{name}") for name in _MODULES)):
            for name, spoken in _SPOKEN.items():
                if name in vars(module):
                    replaced.append((module, name, vars(module)[name]))
                    setattr(module, name, spoken)
    try:
        yield
    finally:
        for module, name, before in replaced:
            setattr(module, name, before)
