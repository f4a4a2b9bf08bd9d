"""Workers: what one may cost, what happens when it costs more, and that others notice nothing."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from mijlpalen_xlsx.web.app import create_app
from mijlpalen_xlsx.web.jobs import Job, Upload, WorkerLimits
from mijlpalen_xlsx.web.pool import Busy, Gone, Pool, TooMuch
from mijlpalen_xlsx.web.settings import Settings
from tests.sheets.made import a_workbook
from tests.web.server import filled_in

MIB = 1024 * 1024
PLAN = Upload("plan.xlsx", filled_in("Er is een plan"))


def heavy() -> Upload:
    """A small file with a great many cells: half a million take seconds and hundreds of megabytes."""
    rows = (f"<row>{''.join(f'<c><v>{r * 50 + n}</v></c>' for n in range(50))}</row>" for r in range(18_000))
    return Upload("zwaar.xlsx", a_workbook(rows="".join(rows)))


@contextlib.contextmanager
def pool(workers: int = 1, **settings: object) -> Iterator[Pool]:
    made = Pool(workers, **settings)  # type: ignore[arg-type]
    try:
        yield made
    finally:
        made.close()


def codes(pool: Pool, *files: Upload) -> list[str]:
    """The first code of each file, or that it could be read."""
    with pool.place() as place:
        answer = place.run(Job("json", "nl", {}, files))
    data = json.loads(answer.body)
    return ["read" if file["readable"] else file["findings"][0]["code"] for file in data["files"]]


@pytest.mark.parametrize(
    ("limits", "seconds"),
    [
        (WorkerLimits(memory=220 * MIB), 60),
        (WorkerLimits(cpu_seconds=1), 60),
        (WorkerLimits(), 0.8),
    ],
    ids=["memory", "cpu", "clock"],
)
def test_a_file_that_costs_too_much_is_over_the_limit_and_the_others_are_read(
    limits: WorkerLimits, seconds: float
) -> None:
    with pool(limits=limits, seconds=seconds) as made:
        codes(made, PLAN)  # awake
        assert codes(made, PLAN, heavy(), PLAN) == ["read", "M004", "read"]
        assert codes(made, PLAN) == ["read"]


def test_with_its_usual_limits_it_is_read() -> None:
    with pool() as made:
        assert codes(made, heavy()) == ["M006"]  # no plan in it


def test_a_worker_serves_one_after_the_other_and_each_in_a_new_process() -> None:
    with pool() as made:
        with made.place() as place:
            worker = place.worker
        for n in range(3):
            with made.place() as place:
                assert place.worker is worker
                plan = Upload("p.xlsx", filled_in(f"Er is een plan {n}"))
                data = json.loads(place.run(Job("json", "nl", {}, (plan,))).body)
                assert data["files"][0]["plan"]["milestones"][0]["title"] == f"Er is een plan {n}"


def test_a_worker_that_has_ended_is_replaced() -> None:
    with pool() as made:
        with made.place() as place:
            place.worker.process.kill()
            place.worker.process.wait()
        assert codes(made, PLAN) == ["read"]


def test_a_job_that_is_too_much_whatever_is_left_out() -> None:
    with pool(limits=WorkerLimits(answer=100)) as made:
        for _ in range(2):
            with made.place() as place, pytest.raises(TooMuch):
                place.run(Job("json", "nl", {}, (PLAN,)))
    with pool(limits=WorkerLimits(answer=3000)) as made:
        assert codes(made, PLAN) == ["M004"]  # the answer would be too large; that it is can still be said


def test_who_leaves_frees_the_worker() -> None:
    left = threading.Event()
    with pool(seconds=60) as made:
        threading.Timer(1, left.set).start()
        began = time.monotonic()
        with pytest.raises(Gone), made.place(left.is_set) as place:
            place.run(Job("page", "nl", {}, (heavy(),) * 10))
        assert time.monotonic() - began < 5
        assert codes(made, PLAN) == ["read"]


def test_more_than_may_wait_are_told_so_at_once() -> None:
    with pool(waiting=1, patience=0.5) as made, made.place(), ThreadPoolExecutor(1) as others:
        waiting = others.submit(codes, made, PLAN)
        while made._room._value:  # until it stands in the queue
            time.sleep(0.01)
        began = time.monotonic()
        with pytest.raises(Busy), made.place():
            pass
        assert time.monotonic() - began < 0.2
        with pytest.raises(Busy):
            waiting.result(5)


def test_too_busy_is_an_answer_with_a_time_to_come_back() -> None:
    with pool(waiting=0) as made, made.place():
        client = create_app(Settings(), made).test_client()
        answer = client.get("/template")
        assert answer.status_code == 503
        assert answer.headers["Retry-After"] == "5"
        assert "Het is nu te druk. Probeer het zo weer." in answer.text
        assert client.get("/").status_code == 200


def test_what_nobody_foresaw_is_told_without_its_text(caplog: pytest.LogCaptureFixture) -> None:
    class Failing(Pool):
        def __init__(self) -> None:
            pass

        def place(self, gone: object = None) -> contextlib.AbstractContextManager[None]:  # type: ignore[override]
            raise ValueError("GEHEIM in cel B2")

    caplog.set_level("INFO", "mijlpalen_xlsx.web")
    client = create_app(Settings(), Failing()).test_client()
    answer = client.get("/template?region=GEHEIM")
    assert answer.status_code == 500
    assert "Er is niets bewaard." in answer.text
    assert "in cel B2" not in answer.text
    assert "ValueError" in caplog.text
    assert "GEHEIM" not in caplog.text
