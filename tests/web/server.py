"""The real server for tests: started as a person starts it, asked over a socket, looked at from outside."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from mijlpalen_xlsx.dates import parse
from mijlpalen_xlsx.format import General, Milestone, Party, Subproject
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.writer import workbook_bytes

__all__ = ["Answered", "Server", "filled_in", "multipart", "running"]

BOUNDARY = "een-grens-die-nergens-staat"


class Answered(NamedTuple):
    """One answer of the server."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Server:
    """A running server: where it is, what it wrote on standard error, and where it may leave files."""

    process: subprocess.Popen[str]
    temporary: Path
    url: str = ""
    lines: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        return int(self.url.rstrip("/").rpartition(":")[2])

    @property
    def log(self) -> str:
        return "\n".join(self.lines)

    def ask(
        self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> Answered:
        """One request on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=90)
        with contextlib.closing(connection):
            connection.request(method, path, body or None, dict(headers or {}))
            answer = connection.getresponse()
            return Answered(answer.status, dict(answer.headers), answer.read())

    def send(self, path: str, *files: tuple[str, bytes], **fields: str) -> Answered:
        """A post of files."""
        kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        return self.ask("POST", path, multipart(*files, **fields), kind)

    def memory(self) -> dict[int, int]:
        """Resident bytes of the server and each of its workers and their forks, by process."""
        found = {}
        for pid in self.family():
            with contextlib.suppress(OSError):
                status = Path(f"/proc/{pid}/status").read_text()
                size = re.search(r"VmRSS:\s+(\d+) kB", status)
                found[pid] = int(size[1]) * 1024 if size else 0
        return found

    def family(self) -> list[int]:
        """The processes of the server."""
        found, unseen = [], [self.process.pid]
        while unseen:
            pid = unseen.pop()
            found.append(pid)
            with contextlib.suppress(OSError):
                for thread in Path(f"/proc/{pid}/task").iterdir():
                    unseen += map(int, (thread / "children").read_text().split())
        return found

    def open_files(self) -> set[str]:
        """Files without a name that the server and its workers hold: uploads on their way."""
        found = set()
        for pid in self.family():
            with contextlib.suppress(OSError):
                for link in Path(f"/proc/{pid}/fd").iterdir():
                    with contextlib.suppress(OSError):
                        found.add(str(link.readlink()))
        return {name for name in found if "(deleted)" in name}


def multipart(*files: tuple[str, bytes], **fields: str) -> bytes:
    """The body of a form with files in the field ``file``."""
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    for name, data in files:
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        parts.append(f"{head}Content-Type: application/octet-stream\r\n\r\n".encode() + data + b"\r\n")
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


@contextlib.contextmanager
def running(temporary: Path, *options: str) -> Iterator[Server]:
    """The server, until the block ends; then it is told to stop and must do so."""
    command = [sys.executable, "-m", "mijlpalen_xlsx", "serve", "--port", "0", *options]
    environ = {**os.environ, "TMPDIR": str(temporary), "MIJLPALEN_LANG": "nl"}
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=environ,
    )
    server = Server(process, temporary)
    assert process.stderr
    first = process.stderr.readline()
    found = re.search(r"http://\S+", first)
    assert found, first
    server.url = found[0]
    listening = threading.Thread(target=lambda: server.lines.extend(map(str.rstrip, process.stderr or ())))
    listening.start()
    try:
        yield server
    finally:
        family = server.family()
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
        listening.join()
        process.stderr.close()
        assert not [pid for pid in family if _alive(pid)]


def _alive(pid: int) -> bool:
    """Whether the process is there, and not only its name, which a container may keep."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def filled_in(title: str, region: str = "Techniekregio Voorbeeld", due: str = "1-10-2026") -> bytes:
    """A workbook with one milestone."""
    plan = Plan(
        general=General(scheme="sto-2025-2028", region=region),
        subprojects=(Subproject(number="1", title="Techlab"),),
        parties=(Party(name="Vmbo-school A"),),
        milestones=(
            Milestone(
                number="1.1",
                title=title,
                subproject="1",
                start=parse("1-2-2026").when,
                due=parse(due).when,
                party="Vmbo-school A",
            ),
        ),
    )
    return workbook_bytes(plan)
