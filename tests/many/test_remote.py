"""Files elsewhere: by their address, folders too, and trouble that is told like that of a file here."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from mijlpalen_xlsx.many import Source, find
from mijlpalen_xlsx.many.remote import RemoteError, fetch
from mijlpalen_xlsx.outputs.trouble import not_read
from mijlpalen_xlsx.summary import Facts, Unread
from mijlpalen_xlsx.summary.reading import FactsReader

SAMPLE = Path(__file__).parents[2] / "samples" / "2025-2028" / "plan.xlsx"


@pytest.fixture
def memory() -> Iterator[str]:
    files = fsspec.filesystem("memory")
    files.pipe(
        {"/plannen/a/plan.xlsx": SAMPLE.read_bytes(), "/plannen/~$plan.xlsx": b"", "/plannen/x.txt": b""}
    )
    yield "memory://plannen"
    files.rm("/plannen", recursive=True)


def test_a_folder_elsewhere(memory: str) -> None:
    assert [source.name for source in find([memory])] == ["memory:///plannen/a/plan.xlsx"]


def test_a_plan_elsewhere_is_the_plan_here(memory: str) -> None:
    there = FactsReader()(find([memory])[0])
    here = FactsReader()(Source(str(SAMPLE)))
    address = FactsReader()(Source(SAMPLE.as_uri()))
    assert isinstance(there, Facts)
    assert isinstance(here, Facts)
    assert isinstance(address, Facts)
    assert there.milestones == here.milestones == address.milestones
    assert address.changed == pytest.approx(here.changed)


@pytest.mark.parametrize("url", ["memory://plannen/none.xlsx", "nosuch://x/y.xlsx"])
def test_what_is_not_there(memory: str, url: str) -> None:
    result = FactsReader()(Source(url))
    assert isinstance(result, Unread)
    assert isinstance(result.error, OSError)


def test_no_more_is_fetched_than_allowed(memory: str) -> None:
    assert len(fetch("memory://plannen/a/plan.xlsx", 100)[0]) == 101


@pytest.mark.parametrize(
    ("url", "needs"),
    [
        ("s3://bucket/plan.xlsx", "pip install 'mijlpalen-xlsx[remote]' s3fs"),
        ("gs://bucket/plan.xlsx", "pip install 'mijlpalen-xlsx[remote]' gcsfs"),
    ],
)
def test_a_service_without_its_package_says_what_to_install(
    url: str, needs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("s3fs", "gcsfs"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(RemoteError) as caught:
        fetch(url, 100)
    said = not_read(caught.value, url, "nl")
    assert said == f"Hiervoor is nog nodig: {needs}"
    monkeypatch.setitem(sys.modules, "fsspec.core", None)  # without the extra: the very same sentence
    with pytest.raises(RemoteError) as caught:
        fetch(url, 100)
    assert not_read(caught.value, url, "nl") == said


def test_trouble_of_a_service_travels_between_processes() -> None:
    import pickle

    error = pickle.loads(pickle.dumps(RemoteError("no access")))
    assert (type(error), error.strerror, error.needs) == (RemoteError, "no access", None)
    error = pickle.loads(pickle.dumps(RemoteError("no s3fs", "pip install s3fs")))
    assert error.needs == "pip install s3fs"
