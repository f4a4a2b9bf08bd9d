"""The process that works for the page: one fork per request, with limits, and nothing left after it."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import sys
from typing import BinaryIO

from mijlpalen_xlsx.web.jobs import Answer, Job, WorkerLimits, read_job, write_frame

__all__ = ["main"]

DONE, GONE, OVER = 0, 3, 4
_OPEN_FILES = 64  # the pages of the rules and the schemes are read from disk


def main() -> None:
    """Serve the jobs that come over standard input until it ends. Takes the limits as JSON."""
    limits = WorkerLimits(**json.loads(sys.argv[1]))
    _load()
    if not hasattr(os, "fork"):  # Windows: no limits but the clock of the server, and a process per job
        sys.exit(_one_job(limits))
    while True:
        status = _forked(limits)
        if status != DONE:
            sys.exit(status)


def _load() -> None:
    """Import all that a job may need, once, so that a fork has it at no cost."""
    import mijlpalen_xlsx.i18n
    import mijlpalen_xlsx.web.work

    mijlpalen_xlsx.i18n.catalogue()
    mijlpalen_xlsx.web.work.load()
    gc.collect()
    gc.freeze()  # what is there now is never collected, so its memory stays shared with the forks


def _forked(limits: WorkerLimits) -> int:
    """One job in a process of its own, which reads it from the pipe itself; its exit status."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(_one_job(limits))
        finally:
            os._exit(OVER)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _one_job(limits: WorkerLimits) -> int:
    _restrict(limits)
    with open(0, "rb", closefd=False) as asked, open(1, "wb", closefd=False) as told:
        try:
            job = read_job(asked)
            if job is None:
                return GONE
            _tell(told, _work(job, told, limits))
        except MemoryError:
            return OVER
        except OSError:  # the server has gone, or wants no more of this
            return GONE
    return DONE


def _work(job: Job, told: BinaryIO, limits: WorkerLimits) -> Answer:
    from mijlpalen_xlsx.web.work import work

    def begin(at: int) -> None:
        _more_seconds(limits.cpu_seconds)
        write_frame(told, json.dumps({"at": at}).encode())

    return work(job, begin)


def _tell(told: BinaryIO, answer: Answer) -> None:
    write_frame(told, json.dumps({"outcome": answer.outcome}).encode())
    write_frame(told, answer.body)


def _restrict(limits: WorkerLimits) -> None:
    """Bound memory and time, and take away the right to write files. What a system lacks is left out."""
    try:
        import resource
    except ImportError:
        return
    for limit, value in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
    ):
        with contextlib.suppress(ValueError, OSError):  # macOS has no limit on address space
            resource.setrlimit(limit, (value, value))
    _more_seconds(limits.cpu_seconds)


def _more_seconds(seconds: int) -> None:
    """Let this process use so many CPU seconds from now on; the system ends it when they are gone."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + seconds
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (until, hard))


if __name__ == "__main__":
    main()
