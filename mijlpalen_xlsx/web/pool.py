"""A fixed number of workers, a bounded queue before them, and what happens when one is asked too much."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import mijlpalen_xlsx
from mijlpalen_xlsx.web.jobs import Answer, Job, WorkerLimits, frames_of, read_frame, write_frame

__all__ = ["Busy", "Gone", "Place", "Pool", "TooMuch"]

_START = 30  # seconds in which a worker must have begun, also on a machine that is very busy
_LOOK = 0.2  # seconds between two looks at whether the person still waits


class Busy(Exception):
    """All workers are at work and enough people wait already."""


class Gone(Exception):
    """The person who asked has left."""


class TooMuch(Exception):
    """The job takes more memory or time than it may have, whatever is left out."""


class Pool:
    """``workers`` processes; ``waiting`` jobs may wait, each ``patience`` seconds, the rest get Busy.

    ``seconds`` is the time by the clock that one file may take; many files may take three times that.
    """

    def __init__(
        self,
        workers: int,
        *,
        waiting: int = 32,
        patience: float = 40,
        seconds: float = 20,
        limits: WorkerLimits | None = None,
    ) -> None:
        self.workers, self.patience, self.seconds = workers, patience, seconds
        self.limits = limits or WorkerLimits()
        self._room = threading.BoundedSemaphore(workers + waiting)
        self._idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        self._all: set[_Worker] = set()
        self._changing = threading.Lock()
        self._closed = False
        for _ in range(workers):
            self._idle.put(self._new())

    @contextlib.contextmanager
    def place(self, gone: Callable[[], bool] = lambda: False) -> Iterator[Place]:
        """A worker for as long as the block takes. Raises Busy, or Gone when ``gone()`` says so meanwhile."""
        if not self._room.acquire(blocking=False):
            raise Busy
        try:
            place = Place(self, self._wait(gone), gone)
            try:
                yield place
            finally:
                self._idle.put(place.worker)
        finally:
            self._room.release()

    def close(self) -> None:
        """End all workers, at work or not."""
        with self._changing:
            self._closed = True
            everyone = list(self._all)
        for worker in everyone:
            worker.end()

    def replace(self, worker: _Worker) -> _Worker:
        """End a worker and start another in its place."""
        worker.end()
        with self._changing:
            self._all.discard(worker)
        return self._new()

    def _new(self) -> _Worker:
        with self._changing:
            if self._closed:
                raise Busy
            worker = _Worker(self.limits)
            self._all.add(worker)
        return worker

    def _wait(self, gone: Callable[[], bool]) -> _Worker:
        until = time.monotonic() + self.patience
        while True:
            try:
                return self._idle.get(timeout=_LOOK)
            except queue.Empty:
                if gone():
                    raise Gone from None
                if time.monotonic() > until:
                    raise Busy from None


class Place:
    """One worker at the service of one request."""

    def __init__(self, pool: Pool, worker: _Worker, gone: Callable[[], bool]) -> None:
        self.pool, self.worker, self._gone = pool, worker, gone

    def run(self, job: Job) -> Answer:
        """The answer to the job. A file that is too much for a worker counts as over the limit.

        The rest is then done again without it. Raises TooMuch and Gone; the worker is another one after that.
        """
        until = time.monotonic() + 3 * self.pool.seconds
        fresh = False
        while True:
            try:
                return self._once(job, until)
            except _Fell as fell:
                self.worker = self.pool.replace(self.worker)
                if fell.at is not None or fresh:  # an old worker may have ended before we asked it anything
                    job = _without(job, fell.at, hopeless=time.monotonic() > until)
                fresh = True
            except Gone:
                self.worker = self.pool.replace(self.worker)
                raise

    def _once(self, job: Job, last: float) -> Answer:
        worker, at = self.worker, None
        worker.ask(job)
        until = time.monotonic() + _START
        while True:
            frame = self._next(until, at)
            told = json.loads(frame)
            if "outcome" in told:
                return Answer(self._next(until, at), told["outcome"])
            at = told["at"]
            until = min(max(last, time.monotonic() + 1), time.monotonic() + self.pool.seconds)

    def _next(self, until: float, at: int | None) -> bytes:
        """The next frame of the worker. Raises _Fell when it ended or time is over."""
        while True:
            try:
                frame = self.worker.frames.get(timeout=_LOOK)
            except queue.Empty:
                if self._gone():
                    raise Gone from None
                if time.monotonic() > until:
                    raise _Fell(at) from None
                continue
            if frame is None:
                raise _Fell(at)
            return frame


class _Fell(Exception):
    """The worker ended, or took too long, at the file of this place; None when it had not begun."""

    def __init__(self, at: int | None) -> None:
        super().__init__(at)
        self.at = at


def _without(job: Job, at: int | None, *, hopeless: bool) -> Job:
    """The job with one more file that is not read; with none of them when it fell on the answer itself."""
    everything = tuple(range(len(job.files)))
    if job.over == everything or at is None:
        raise TooMuch
    if hopeless or at not in everything:
        return dataclasses.replace(job, over=everything)
    return dataclasses.replace(job, over=(*job.over, at))


class _Worker:
    """A process of ``worker.py`` with its pipes; what it tells is in ``frames``, None when it has ended."""

    def __init__(self, limits: WorkerLimits) -> None:
        self.frames: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._most = limits.answer
        home = Path(mijlpalen_xlsx.__file__).parent.parent
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mijlpalen_xlsx.web.worker", json.dumps(dataclasses.asdict(limits))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a traceback can hold what stood in a cell
            cwd=home,
            env={**os.environ, "PYTHONPATH": str(home), "PYTHONDONTWRITEBYTECODE": "1"},
            start_new_session=True,  # so that its forks can be ended with it
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def ask(self, job: Job) -> None:
        """Send a job, beside the thread that waits for the answer: a pipe takes only a little at a time."""
        threading.Thread(target=self._feed, args=(job,), daemon=True).start()

    def end(self) -> None:
        """End the process and its forks, and wait until it is gone."""
        if hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.wait()
        if self.process.stdin:
            with contextlib.suppress(OSError):
                self.process.stdin.close()

    def _feed(self, job: Job) -> None:
        assert self.process.stdin
        with contextlib.suppress(OSError, ValueError):  # it ended meanwhile; whoever listens notices
            for frame in frames_of(job):
                write_frame(self.process.stdin, frame)  # type: ignore[arg-type]  # IO[bytes] is a BinaryIO

    def _listen(self) -> None:
        assert self.process.stdout
        with self.process.stdout as told:
            while (frame := read_frame(told, self._most)) is not None:  # type: ignore[arg-type]  # likewise
                self.frames.put(frame)
        self.frames.put(None)
