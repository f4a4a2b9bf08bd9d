"""Many at once, some slow, some leaving, some hostile: everybody gets their own answer, nothing stays."""

from __future__ import annotations

import json
import re
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.sheets.made import a_workbook
from tests.web.server import BOUNDARY, Answered, Server, filled_in, multipart, running

MIB = 1024 * 1024
MARKER = "Kanarie-7f3a"
MOST_MEMORY = 700 * MIB  # of the server and its two workers together; each worker alone may take 1 GiB


def connect(server: Server, head: str) -> socket.socket:
    link = socket.create_connection(("127.0.0.1", server.port), timeout=60)
    link.sendall(head.replace("\n", "\r\n").encode())
    return link


def head_of(length: int) -> str:
    kind = f"multipart/form-data; boundary={BOUNDARY}"
    return f"POST /api/check HTTP/1.1\nHost: localhost\nContent-Type: {kind}\nContent-Length: {length}\n\n"


def slow(server: Server) -> str:
    """A client that takes seconds for a small file; what it gets."""
    body = multipart((f"{MARKER}-traag.xlsx", filled_in("Er is een traag plan")))
    with connect(server, head_of(len(body))) as link:
        for at in range(0, len(body), len(body) // 20):
            link.sendall(body[at : at + len(body) // 20])
            time.sleep(0.2)
        return link.makefile("rb").readline().decode()


def cut_off(server: Server) -> None:
    """A client that leaves in the middle of its upload, and one that does not wait for the answer."""
    body = multipart((f"{MARKER}-half.xlsx", filled_in("Er is een half plan") * 40))
    with connect(server, head_of(len(body))) as link:
        link.sendall(body[: len(body) // 2])
    with connect(server, head_of(len(body))) as link:
        link.sendall(body)


def enormous(server: Server) -> str:
    """A client that wants to send 200 MB; how far it got, and what it was told."""
    with connect(server, head_of(200 * MIB)) as link:
        try:
            for _ in range(200):
                link.sendall(b"0" * MIB)
        except OSError:
            pass  # the server hung up
        try:
            return link.recv(12).decode()
        except OSError:
            return "HTTP/1.1 413"  # reset before it could be read


class Watch(threading.Thread):
    """The most memory that the server and its workers took while somebody looked, together."""

    def __init__(self, server: Server) -> None:
        super().__init__()
        self.server, self.most, self.stop = server, 0, threading.Event()

    def run(self) -> None:
        while not self.stop.wait(0.05):
            self.most = max(self.most, sum(self.server.memory().values()))


def test_thirty_at_once_and_all_kinds_of_trouble_between_them(tmp_path: Path) -> None:
    before = files_of_this_machine()
    with running(tmp_path, "--workers", "2") as server:
        watch = Watch(server)
        watch.start()
        with ThreadPoolExecutor(40) as people:
            bad = [people.submit(cut_off, server) for _ in range(3)]
            waiting = people.submit(slow, server)
            large = people.submit(enormous, server)
            row = "<row>" + f"<c t='str'><v>{MARKER}</v></c>" * 50 + "</row>"
            heavy = a_workbook(rows=row * 2000)
            damaged = people.submit(
                server.send, "/api/check", (f"{MARKER}.xlsx", b"PK\x03\x04" + b"x" * 5000)
            )
            weighty = people.submit(server.send, "/api/check", (f"{MARKER}.xlsx", heavy))
            answers = [people.submit(one, server, n) for n in range(30)]
            for n, answer in enumerate(answers):
                assert answer.result().status == 200
                assert_is_for(n, answer.result())
            assert waiting.result().startswith("HTTP/1.1 200")
            assert large.result() == "HTTP/1.1 413"
            assert [each.result() for each in bad] == [None] * 3
            assert json.loads(damaged.result().body)["files"][0]["findings"][0]["code"] == "M003"
            assert weighty.result().status == 200
            assert server.ask("GET", "/healthz").status == 200
        watch.stop.set()
        watch.join()
        assert 0 < watch.most < MOST_MEMORY, watch.most / MIB
        wait_until_idle(server)
    assert not list(tmp_path.rglob("*"))
    assert not files_of_this_machine() - before
    assert len(re.findall(r" POST /(?:api/)?check 200 ", server.log)) >= 32
    assert MARKER not in server.log
    assert "plan" not in server.log
    assert "Traceback" not in server.log


def one(server: Server, n: int) -> Answered:
    """One of thirty; every third wants the page, which holds all that can be taken along."""
    path = "/check" if n % 3 == 0 else "/api/check"
    return server.send(
        path, (f"{MARKER}-{n}.xlsx", filled_in(f"{MARKER} mijlpaal {n} is klaar", f"Regio {n}"))
    )


def assert_is_for(n: int, answer: Answered) -> None:
    others = set(re.findall(rf"{MARKER} mijlpaal (\d+) is klaar", answer.text))
    assert others == {str(n)}
    assert f"{MARKER}-{n}.xlsx" in answer.text
    assert f"Regio {n}" in answer.text


def wait_until_idle(server: Server) -> None:
    """Until nothing of an upload is held any more; who left is noticed within seconds."""
    until = time.monotonic() + 20
    while server.open_files() and time.monotonic() < until:
        time.sleep(0.2)
    assert not server.open_files()


def files_of_this_machine() -> set[str]:
    """Files that mention us, in the places where programs leave files."""
    ours = re.compile("mijlpa|kanarie|pymp|waitress", re.IGNORECASE)
    folders = {Path(name) for name in ("/tmp", "/var/tmp", "/dev/shm")} | {Path.cwd(), Path.home()}
    return {
        str(path)
        for folder in folders
        if folder.is_dir()
        for path in folder.iterdir()
        if ours.search(path.name)
    }
