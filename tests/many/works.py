"""Work for the tests of workers: functions that another process can import by name."""

from __future__ import annotations

import os
import time
from pathlib import Path

__all__ = ["DEADLY", "WRONG", "lost", "slow", "square"]

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
