"""One plain sentence for what goes wrong outside the plan: a file, the disk, the program itself."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import mijlpalen_xlsx
from mijlpalen_xlsx.files import WouldChangeInput
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.words import Lang, nearest

if TYPE_CHECKING:
    from mijlpalen_xlsx.report import FileReport

__all__ = ["Noted", "mishap", "named", "not_read", "not_written", "noted", "reason"]


def named(file: str, sentence: str) -> str:
    """The sentence behind the name of the file it is about."""
    return f"{file}: {sentence[:1].lower()}{sentence[1:]}"


def reason(file: FileReport, lang: Lang) -> str:
    """Why a checked file has no plan. The name of the file is not in it."""
    from mijlpalen_xlsx.outputs.sentence import render

    if file.blank:
        return translate("Er staan nog geen mijlpalen in. Vul ze in op blad {sheet}.", lang).format(
            sheet=file.blank
        )
    if isinstance(file.error, OSError):
        return not_read(file.error, file.file, lang)
    return mishap(file.error, lang) if file.error else render(file.findings[0], lang)


class Noted(Exception):
    """An error that nobody foresaw, as it goes from a worker to who started it: its kind and the place.

    ``trace`` is the whole traceback; it may hold what stood in cells, and is only for who asks for it.
    """

    trace: str = ""


def noted(error: BaseException) -> Noted:
    """The error as it can travel, without its words, which may be those of a cell."""
    import traceback

    if isinstance(error, Noted):
        return error
    found = Noted(type(error).__name__, _place(error))
    found.trace = "".join(traceback.format_exception(error))
    return found


def mishap(error: BaseException, lang: Lang) -> str:
    """The sentence for an error that nobody foresaw: the place in the program, and no cell contents."""
    return translate(
        "Hier gaat iets mis in het programma zelf ({what}). Wilt u dat melden? Noem wat tussen haakjes staat "
        "en de versie, {version}; stuur geen werkboek met namen van mensen mee.",
        lang,
    ).format(what=", ".join(noted(error).args), version=mijlpalen_xlsx.__version__)


def _place(error: BaseException) -> str:
    """The last line of ours that was running: ``reader/rows.py:12``."""
    home = Path(mijlpalen_xlsx.__file__).parent
    place = "?"
    trace = error.__traceback__
    while trace:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.is_relative_to(home):
            place = f"{path.relative_to(home).as_posix()}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def not_read(error: OSError, file: str, lang: Lang) -> str:
    """Why ``file`` could not be read, and what to do. The name of the file is not in it."""
    if isinstance(error, FileNotFoundError):
        near = _neighbour(file)
        if near:
            return translate("Dit bestand is er niet. Bedoelde u {near}?", lang).format(near=near)
        return translate("Dit bestand is er niet.", lang)
    if isinstance(error, IsADirectoryError):
        return translate("Dit is een map. Geef de naam van een werkboek in die map.", lang)
    if isinstance(error, PermissionError):
        return translate("U mag dit bestand niet lezen. Vraag de eigenaar om leesrechten.", lang)
    needs = getattr(error, "needs", None)  # a RemoteError has it
    if needs:
        return translate("Hiervoor is nog nodig: {what}", lang).format(what=needs)
    return translate("Het bestand kan niet worden gelezen ({why}).", lang).format(why=_why(error))


def not_written(error: OSError | WouldChangeInput, lang: Lang) -> str:
    """Why an output could not be written, and what to do. The name of the file is not in it."""
    if isinstance(error, WouldChangeInput):
        return translate(
            "Dit is het bestand dat gelezen wordt, en dat blijft zoals het is. Kies een andere naam.", lang
        )
    if isinstance(error, FileExistsError):
        return translate("Dit bestand bestaat al. Kies een andere naam, of vervang het met --force.", lang)
    if isinstance(error, IsADirectoryError):
        return translate("Dit is een map. Geef de naam van een bestand.", lang)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return translate("De map voor dit bestand bestaat niet.", lang)
    if isinstance(error, PermissionError):
        return translate(
            "Dit bestand kan hier niet worden geschreven. Staat het nog open in Excel, "
            "of mag u niet schrijven in deze map?",
            lang,
        )
    if error.errno == errno.ENOSPC:
        return translate("De schijf is vol. Er is niets geschreven.", lang)
    return translate("Het bestand kan niet worden geschreven ({why}). Er is niets geschreven.", lang).format(
        why=_why(error)
    )


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _neighbour(file: str) -> str | None:
    """The file in the same folder whose name is nearly this one."""
    path = Path(file)
    try:
        with os.scandir(path.parent) as entries:
            names = [entry.name for entry in entries if entry.is_file()]
    except OSError:
        return None
    near = nearest(path.name, names)
    return str(path.with_name(near)) if near else None
