"""The line that says how far a long run is: when it shows, what it says, and that nothing of it stays."""

from __future__ import annotations

import io

import pytest

from mijlpalen_xlsx.cli.base import Session
from mijlpalen_xlsx.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def steps(progress: Progress, clock: Clock, *, every: float, count: int) -> None:
    for _ in range(count):
        clock.now += every
        progress.step()


@pytest.fixture(autouse=True)
def _eighty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_a_short_run_says_nothing() -> None:
    terminal, clock = Terminal(), Clock()
    progress = Progress(50, Session(), stream=terminal, clock=clock)
    steps(progress, clock, every=0.015, count=50)
    progress.clear()
    assert terminal.getvalue() == ""


@pytest.mark.parametrize(("every", "left"), [(1.0, "nog 75 s"), (10.0, "nog 12 min"), (200.0, "nog 4 uur")])
def test_it_says_how_far_it_is_and_how_long_it_takes(every: float, left: str) -> None:
    terminal, clock = Terminal(), Clock()
    progress = Progress(100, Session(), stream=terminal, clock=clock)
    steps(progress, clock, every=every, count=25)
    line = terminal.getvalue().rpartition("\r")[2]
    assert line.rstrip() == f"Lezen  [{'#' * 6}{'-' * 18}]  25 van 100 bestanden  {left}"


def test_english_and_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, clock = Terminal(), Clock()
    steps(Progress(9, Session("en"), stream=terminal, clock=clock), clock, every=2, count=3)
    assert "3 of 9 files  12 s left" in terminal.getvalue()
    monkeypatch.setenv("COLUMNS", "30")
    narrow = Terminal()
    steps(Progress(9, Session("en"), stream=narrow, clock=clock), clock, every=2, count=3)
    assert max(map(len, narrow.getvalue().split("\r"))) < 30


def test_what_it_wrote_is_wiped_out() -> None:
    terminal, clock = Terminal(), Clock()
    progress = Progress(1000, Session(), stream=terminal, clock=clock)
    steps(progress, clock, every=0.5, count=20)
    progress.clear()
    progress.clear()
    *_, line, spaces, end = terminal.getvalue().split("\r")
    assert len(spaces) >= len(line.rstrip())
    assert (spaces.strip(), end) == ("", "")


def test_it_is_not_drawn_more_often_than_anybody_reads() -> None:
    terminal, clock = Terminal(), Clock()
    progress = Progress(10_000, Session(), stream=terminal, clock=clock)
    steps(progress, clock, every=0.001, count=5000)
    assert 30 <= terminal.getvalue().count("\r") <= 45


def test_not_in_a_pipe() -> None:
    pipe, clock = io.StringIO(), Clock()
    steps(Progress(9, Session(), stream=pipe, clock=clock), clock, every=5, count=9)
    assert pipe.getvalue() == ""
