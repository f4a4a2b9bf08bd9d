"""What a person reads when the program itself is at fault: one sentence with the place, no cell contents."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import mijlpalen_xlsx
from mijlpalen_xlsx.outputs.trouble import named

__all__ = ["mishap"]


def mishap(error: BaseException, say: Callable[..., str], file: str | None = None) -> str:
    """The sentence for an error that nobody foresaw. ``MIJLPALEN_DEBUG=1`` shows the traceback too."""
    if os.environ.get("MIJLPALEN_DEBUG") == "1":
        import traceback

        sys.stderr.write("".join(traceback.format_exception(error)))
    sentence = say(
        "Hier gaat iets mis in het programma zelf ({what}). Wilt u dat melden? Noem wat tussen haakjes staat "
        "en de versie, {version}; stuur geen werkboek met namen van mensen mee.",
        what=f"{type(error).__name__}, {_place(error)}",
        version=mijlpalen_xlsx.__version__,
    )
    return named(file, sentence) if file else sentence


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
