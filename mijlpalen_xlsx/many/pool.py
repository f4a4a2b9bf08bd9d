"""The same work on many things: in order, over any executor, with a bounded number of them under way."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from mijlpalen_xlsx.records import NamedTuple

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

__all__ = ["CHUNK", "Workers", "each", "processes"]

_S = TypeVar("_S")
_R = TypeVar("_R")

CHUNK = 16  # files per message: fewer costs more in messages, more makes the bar jump


class Workers(NamedTuple):
    """Who does the work: ``start`` gives an executor with ``number`` workers, a fresh one when one broke.

    ``start`` may give the same executor again, as one of a cluster mends itself. ``ours`` tells whether
    it is to be shut down when the work is done.
    """

    start: Callable[[], Executor]
    number: int
    ours: bool = True


def processes(jobs: int) -> Workers:
    """That many processes on this machine."""

    def start() -> Executor:
        import multiprocessing
        import threading
        from concurrent.futures import ProcessPoolExecutor

        # Forking is the quickest start, and safe only while there is a single thread to copy.
        plain = sys.platform == "linux" and threading.active_count() == 1
        context = multiprocessing.get_context("fork" if plain else "spawn")
        return ProcessPoolExecutor(jobs, mp_context=context, initializer=_quiet)

    return Workers(start, jobs)


def _quiet() -> None:
    """A worker that is interrupted ends without a word; the one who started it does the talking."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)


def each(
    things: Iterable[_S],
    work: Callable[[_S], _R],
    lost: Callable[[_S, BaseException], _R],
    workers: Workers | None = None,
    *,
    chunk: int = CHUNK,
) -> Iterator[_R]:
    """``work`` done on each thing, results in the order of the things; without ``workers`` right here.

    At most four chunks per worker are under way, however many things there are. ``work`` handles its own
    errors: when it raises all the same, or the worker that did it dies, the thing that did it is found by
    doing those of the lost chunks one by one, ``lost`` makes its result, and the others go on. Things and
    ``work`` must be picklable.
    """
    if workers is None:
        for thing in things:
            yield _here(thing, work, lost)
        return
    crew = _Crew(workers)
    try:
        yield from _spread(iter(things), work, lost, crew, chunk)
    except BaseException:
        crew.leave(at_once=True)
        raise
    crew.leave()


def _here(thing: _S, work: Callable[[_S], _R], lost: Callable[[_S, BaseException], _R]) -> _R:
    try:
        return work(thing)
    except Exception as error:
        return lost(thing, error)


class _Crew:
    """The executor now in use; another one takes its place when it breaks."""

    def __init__(self, workers: Workers) -> None:
        self.workers, self.executor = workers, workers.start()

    def send(self, work: Callable[[_S], _R], things: list[_S]) -> Future[list[_R]]:
        """Hand out a chunk. An executor that broke since is replaced."""
        try:
            return self.executor.submit(_chunk, work, things)
        except RuntimeError:  # BrokenExecutor is one
            self.replace()
        try:
            return self.executor.submit(_chunk, work, things)
        except RuntimeError as error:  # somebody else's executor, which will not work again
            return _failed(error)

    def replace(self) -> None:
        """Another executor, with nothing under way in it; one of others stays."""
        self.leave(at_once=True)
        self.executor = self.workers.start()

    def leave(self, at_once: bool = False) -> None:
        if self.workers.ours:
            self.executor.shutdown(wait=not at_once, cancel_futures=at_once)


def _failed(error: BaseException) -> Future[Any]:
    from concurrent.futures import Future

    failed: Future[Any] = Future()
    failed.set_exception(error)
    return failed


def _chunk(work: Callable[[_S], _R], things: list[_S]) -> list[_R]:
    """What runs at the worker."""
    return [work(thing) for thing in things]


def _spread(
    things: Iterator[_S],
    work: Callable[[_S], _R],
    lost: Callable[[_S, BaseException], _R],
    crew: _Crew,
    size: int,
) -> Iterator[_R]:
    """Chunks in a window; results leave it in the order in which the chunks went in."""
    under_way: deque[tuple[list[_S], Future[list[_R]]]] = deque()
    while True:
        while len(under_way) < 4 * crew.workers.number and (things_of := list(islice(things, size))):
            under_way.append((things_of, crew.send(work, things_of)))
        if not under_way:
            return
        mine, future = under_way.popleft()
        try:
            done = future.result()
        except Exception:
            again = [mine]
            if crew.workers.ours:
                # A worker that dies takes along all that is under way. So the window is done anew in a fresh
                # executor, one by one: then nobody but the thing itself can be to blame.
                crew.replace()
                again += [chunk for chunk, _ in under_way]
                under_way.clear()
            for thing in (thing for chunk in again for thing in chunk):
                yield _alone(thing, work, lost, crew)
        else:
            yield from done


def _alone(thing: _S, work: Callable[[_S], _R], lost: Callable[[_S, BaseException], _R], crew: _Crew) -> _R:
    """One thing by itself, so that a worker that dies tells by which."""
    try:
        return crew.send(work, [thing]).result()[0]
    except Exception as error:
        if crew.workers.ours:
            crew.replace()
        return lost(thing, error)
