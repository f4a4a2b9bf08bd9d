"""``check`` and ``export`` by processes and by a cluster: one that dies takes along no file but its own."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from distributed import LocalCluster, Nanny

from mijlpalen_xlsx.cli.base import Session
from mijlpalen_xlsx.cli.exporting import Exporter, Made
from mijlpalen_xlsx.many import Source, each, processes
from mijlpalen_xlsx.many.cluster import dask
from mijlpalen_xlsx.outputs.checked import Asked, Checked, Checker, Job, pieces
from mijlpalen_xlsx.outputs.in_parts import JsonForm
from mijlpalen_xlsx.outputs.totals import Totals
from mijlpalen_xlsx.summary import Gatherer, Summary, gather
from mijlpalen_xlsx.summary.reading import FactsReader
from tests.many.works import Deadly

SAMPLE = Path(__file__).parents[2] / "samples" / "2025-2028" / "plan.xlsx"
FORM = JsonForm("nl")
CHECKER = Checker(Asked(), FORM, "nl")
EXPORTER = Exporter("csv", None, None, Session(), datetime(2025, 1, 1))


@pytest.fixture
def names(tmp_path: Path) -> list[str]:
    for n in range(40):
        (tmp_path / f"{n}.xlsx").write_bytes(SAMPLE.read_bytes())
    return [str(tmp_path / f"{n}.xlsx") for n in range(40)]


def jobs(names: list[str]) -> list[Job]:
    return [Job(Source(name)) for name in names]


def test_a_worker_that_dies_names_its_file(names: list[str]) -> None:
    work = Deadly(CHECKER, names[7])
    checked = list(each(jobs(names), work, CHECKER.lost, processes(2)))
    assert [each.outcome.file for each in checked] == names
    lost = [each.outcome for each in checked if each.outcome.why]
    assert [outcome.file for outcome in lost] == [names[7]]
    assert "BrokenProcessPool" in (lost[0].why or "")


def stopping(cluster: LocalCluster, done: int) -> None:
    """Stops one of the workers once a few files are done."""
    if done == 6:
        first = next(iter(cluster.workers.values()))
        assert isinstance(first, Nanny)
        assert first.pid
        os.kill(first.pid, signal.SIGKILL)


@pytest.mark.filterwarnings("default")  # what another program's threads say as they end
def test_a_cluster_of_which_one_worker_stops_half_way(cluster: LocalCluster, names: list[str]) -> None:
    def noted(checked: Iterator[Checked]) -> Iterator[Checked]:
        for done, each_one in enumerate(checked, 1):
            yield each_one
            stopping(cluster, done)

    with dask(cluster.scheduler_address) as workers:
        results = each(jobs(names), CHECKER, CHECKER.lost, workers, chunk=3)
        there = "".join(pieces(FORM, noted(results), Totals({})))
    assert there == "".join(pieces(FORM, map(CHECKER, jobs(names)), Totals({})))


@pytest.mark.filterwarnings("default")
def test_exports_and_counts_on_a_cluster(cluster: LocalCluster, names: list[str]) -> None:
    sources = [Source(name) for name in names]
    with dask(cluster.scheduler_address) as workers:
        made: list[Made] = []
        for one in each(sources, EXPORTER, EXPORTER.lost, workers, chunk=3):
            made.append(one)
            stopping(cluster, len(made))
        summed = _summed(sources, workers=True, cluster=cluster)
    assert made == list(map(EXPORTER, sources))
    assert made[0].text
    assert summed == _summed(sources)


def _summed(sources: list[Source], *, workers: bool = False, cluster: LocalCluster | None = None) -> Summary:
    gatherer = Gatherer(("subproject", "light"), all_versions=True)
    if not workers or cluster is None:
        return gather(sources, FactsReader(), gatherer)
    with dask(cluster.scheduler_address) as crew:
        return gather(sources, FactsReader(), gatherer, crew, progress=lambda done: stopping(cluster, done))
