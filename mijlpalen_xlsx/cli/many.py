"""What commands over many files share: which files, who reads them, and where results are kept."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from mijlpalen_xlsx.cli.base import Refused, Session

if TYPE_CHECKING:
    from mijlpalen_xlsx.many import Cache, Source, Workers

__all__ = ["cache_for", "extra", "sources_of", "workers_for"]

PER_WORKER = 32  # fewer files than this are read sooner than another process is started


def sources_of(
    paths: tuple[str, ...], run: Session, *, output: str | None = None, repeats: bool = False
) -> list[Source]:
    """All files to read, without an earlier overview in whose place ``output`` comes.

    Refuses when there is not a single one.
    """
    from mijlpalen_xlsx.cli.inout import is_overview, source_of, without_locks
    from mijlpalen_xlsx.many.listing import find

    leave_out = [output] if output and is_overview(output) else ()
    found = find(without_locks(paths, run), leave_out=leave_out, repeats=repeats)
    found = [source_of("-") if source.name == "-" else source for source in found]
    if not found:
        one = "Dit is een map, en er staat geen enkel werkboek (.xlsx) in."
        said = one if len(paths) == 1 else "Hier staat geen enkel werkboek (.xlsx)."
        raise Refused(run.say(said), ", ".join(paths))
    return found


def cache_for(folder: str | None, made_with: str, run: Session) -> Cache | None:
    """The results kept in a folder, of this program with these options; None when no folder is named."""
    if folder is None:
        return None
    from mijlpalen_xlsx.many import Cache, UnsafeFolder
    from mijlpalen_xlsx.outputs.trouble import not_written

    cache = Cache(folder, made_with)
    try:
        cache.prepare()
    except UnsafeFolder as error:
        said = "Anderen kunnen in deze map, en er komt in wat in de plannen staat. Kies een andere map."
        raise Refused(run.say(said), str(error.args[0])) from None
    except OSError as error:
        raise Refused(not_written(error, run.lang), folder) from None
    return cache


@contextmanager
def workers_for(jobs: int | None, dask: str | None, files: int, run: Session) -> Iterator[Workers | None]:
    """Who reads the files: a cluster, processes, or None for this process itself."""
    if dask is None:
        count = min(jobs, files) if jobs is not None else min(_processors(), files // PER_WORKER)
        yield _processes(count) if count > 1 else None
        return
    from mijlpalen_xlsx.many.cluster import dask as cluster

    with ExitStack() as stack:
        try:
            workers = stack.enter_context(cluster(dask))
        except ImportError:
            raise Refused(run.say("Hiervoor is nog nodig: {what}", what=extra("dask"))) from None
        except (OSError, ValueError):
            said = "Op dit adres antwoordt geen Dask-cluster. Klopt het adres, en draait de scheduler?"
            raise Refused(run.say(said), dask) from None
        yield workers


def _processes(count: int) -> Workers:
    from mijlpalen_xlsx.many import processes

    return processes(count)


def extra(name: str) -> str:
    """How to install what an option needs."""
    return f"pip install 'mijlpalen-xlsx[{name}]'"


def _processors() -> int:
    """How many processors this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)  # Linux only
    return len(allowed(0)) if allowed else os.cpu_count() or 1
