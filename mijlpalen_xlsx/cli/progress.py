"""How far a long run is and how long it will still take: one line on a terminal, gone when it is done."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import monotonic
from typing import TextIO

from mijlpalen_xlsx.cli.base import Session, columns
from mijlpalen_xlsx.outputs.lines import fit, width

__all__ = ["Progress"]

PATIENCE = 1.0  # seconds that nobody minds to wait without knowing how long
BLINK = 0.1  # seconds between two drawings: nobody reads faster
_BAR = 24


class Progress:
    """A line with a bar on standard error: on a terminal only, and only when the run takes long.

    ``beside`` tells that what goes to standard output comes in whole lines, and leaves room for ours.
    """

    def __init__(
        self,
        total: int,
        run: Session,
        *,
        beside: bool = True,
        stream: TextIO | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        from mijlpalen_xlsx.cli.console import is_terminal

        self.total, self.run, self.clock = total, run, clock
        self.stream = stream or sys.stderr
        self.shows = total > 1 and is_terminal(self.stream) and (beside or not is_terminal(sys.stdout))
        self.done = 0
        self.began = clock()
        self.drawn_at = self.began + PATIENCE - BLINK
        self.shown = 0  # columns on the terminal that are ours

    def step(self) -> None:
        """One more file is done."""
        self.done += 1
        if self.shows and self.clock() - self.drawn_at >= BLINK:
            self._draw()

    def clear(self) -> None:
        """Make room for other text on the terminal."""
        if self.shown:
            self._write("\r" + " " * self.shown + "\r")
            self.shown = 0

    def _draw(self) -> None:
        room = columns() - 1  # a full line would break
        line = fit(self._line(), room)
        rest = " " * (self.shown - width(line))
        self._write(f"\r{line}{rest}")
        self.shown, self.drawn_at = width(line), self.clock()

    def _line(self) -> str:
        whole = _BAR * self.done // self.total
        bar = "#" * whole + "-" * (_BAR - whole)
        said = self.run.say("{done} van {total} bestanden", done=self.done, total=self.total)
        return f"{self.run.say('Lezen')}  [{bar}]  {said}  {self._left()}"

    def _left(self) -> str:
        """The time that the rest will take, when it takes as long per file as it did so far."""
        seconds = round((self.clock() - self.began) / self.done * (self.total - self.done))
        if seconds < 90:
            return self.run.say("nog {n} s", n=seconds)
        if seconds < 90 * 60:
            return self.run.say("nog {n} min", n=round(seconds / 60))
        return self.run.say("nog {n} uur", n=round(seconds / 3600))

    def _write(self, text: str) -> None:
        self.stream.write(text)
        self.stream.flush()
