"""Work for the tests of workers: functions that another process can import by name."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

from mijlpalen_xlsx.outputs.checked import Checked, Checker, Job

__all__ = ["DEADLY", "WRONG", "Deadly", "lost", "slow", "square"]

DEADLY, WRONG = (37, 130), 50


def square(n: int) -> int:
    """The square; some numbers end the process, and one is our own mistake."""
    if n in DEADLY:
        os._exit(3)
    if n == WRONG:
        raise ValueError("wrong")
    return n * n


def lost(n: int, error: BaseException) -> int:
    """What stands for a thing that could not be done: itself, negative."""
    return -n


def slow(n: int) -> int:
    time.sleep(0.05)
    return n


def marked(place: str) -> str:
    """Leaves a trace of every time it was called with this place, then says who did it."""
    with Path(place).open("a") as file:
        file.write(f"{os.getpid()}\n")
    time.sleep(0.03)
    return place


@dataclass(frozen=True)
class Deadly:
    """The same work, but one file ends the process that reads it."""

    work: Checker
    name: str

    def __call__(self, job: Job) -> Checked:
        if job.source.name == self.name:
            os._exit(3)
        return self.work(job)
