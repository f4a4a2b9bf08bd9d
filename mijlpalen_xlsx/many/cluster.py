"""A running Dask cluster as workers, through Dask's own client."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mijlpalen_xlsx.many.pool import Workers

if TYPE_CHECKING:
    from concurrent.futures import Executor

__all__ = ["dask"]


@contextmanager
def dask(address: str) -> Iterator[Workers]:
    """The workers of the cluster whose scheduler is at ``address``: ``tcp://10.0.0.5:8786``.

    The cluster does again what a worker that stopped had under way. The workers need this package, and must
    reach the files under the same names. Raises ImportError without the extra ``dask``, OSError when nobody
    answers.
    """
    from distributed import Client

    with Client(address) as client:  # type: ignore[no-untyped-call]  # annotated only in part
        executor: Executor = client.get_executor()
        # A cluster may grow while we wait; a few more chunks than it has workers now do no harm.
        yield Workers(lambda: executor, max(4, sum(client.nthreads().values())), ours=False)
