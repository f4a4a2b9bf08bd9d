"""The same work on many things: in order, bounded, and a worker that dies takes nothing along."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any

import pytest

from mijlpalen_xlsx.many import Workers, each, processes
from tests.many.works import DEADLY, WRONG, lost, slow, square


def expected(count: int) -> list[int]:
    return [-n if n in (*DEADLY, WRONG) else n * n for n in range(count)]


def test_a_worker_that_dies_names_its_thing_and_the_rest_goes_on() -> None:
    assert list(each(range(300), square, lost, processes(2))) == expected(300)


@pytest.mark.parametrize("chunk", [1, 7, 1000])
def test_order_is_that_of_the_things(chunk: int) -> None:
    things = [n for n in range(100) if n not in DEADLY]
    workers = Workers(lambda: ThreadPoolExecutor(3), 3)
    assert list(each(things, square, lost, workers, chunk=chunk)) == list(each(things, square, lost))


def test_without_workers_an_error_is_lost_too() -> None:
    assert list(each([WRONG, 2], square, lost)) == [-WRONG, 4]


def test_no_more_is_taken_than_the_window_holds() -> None:
    taken: list[int] = []

    def things() -> Iterator[int]:
        for thing in range(10_000):
            taken.append(thing)
            yield thing

    results = each(things(), slow, lost, Workers(lambda: ThreadPoolExecutor(2), 2), chunk=5)
    next(results)
    assert len(taken) <= 2 * 4 * 5 + 5
    results.close()  # type: ignore[attr-defined]  # a generator, which the signature does not promise


def test_stopping_half_way_leaves_no_worker_behind() -> None:
    before = threading.active_count()
    results = each(range(1000), slow, lost, Workers(lambda: ThreadPoolExecutor(2), 2))
    next(results)
    results.close()  # type: ignore[attr-defined]  # likewise
    for thread in threading.enumerate():
        if thread.name.startswith("ThreadPoolExecutor"):
            thread.join(5)
    assert threading.active_count() <= before


class Broken(Executor):
    """Somebody else's executor that does one piece of work and then nothing more."""

    def __init__(self) -> None:
        self.done = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.done += 1
        if self.done > 1:
            raise RuntimeError("no more")
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def test_an_executor_of_others_that_breaks_loses_no_thing_in_silence() -> None:
    broken = Broken()
    results = list(each(range(1, 13), square, lost, Workers(lambda: broken, 1, ours=False), chunk=4))
    assert results == [1, 4, 9, 16, *(-n for n in range(5, 13))]
