"""A Dask cluster of two workers, one of which is stopped half-way: nothing is lost, nothing comes double."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from distributed import LocalCluster, Nanny

from mijlpalen_xlsx.many import each
from mijlpalen_xlsx.many.cluster import dask
from tests.many.works import marked

pytestmark = pytest.mark.filterwarnings("default")  # what another program's threads say as they end


def test_a_worker_that_stops_half_way(cluster: LocalCluster, tmp_path: Path) -> None:
    places = [str(tmp_path / f"{n}") for n in range(120)]
    done: list[str] = []
    stopped = 0
    with dask(cluster.scheduler_address) as workers:
        for place in each(places, marked, _lost, workers, chunk=4):
            done.append(place)
            if len(done) == 12:
                first = next(iter(cluster.workers.values()))
                assert isinstance(first, Nanny)
                stopped = first.pid
                assert stopped
                os.kill(stopped, signal.SIGKILL)
    assert done == places
    with pytest.raises(ProcessLookupError):
        os.kill(stopped, 0)
    workers_seen = {line for place in places for line in Path(place).read_text().split()}
    assert len(workers_seen) >= 2


def _lost(place: str, error: BaseException) -> str:
    return f"lost {place}: {error!r}"
