"""The command that serves the page: its address, a port that is taken, a proxy with a prefix before it."""

from __future__ import annotations

import http.server
import re
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from mijlpalen_xlsx.cli import main
from tests.web.server import Server, filled_in, running

PREFIX = "/regio/plannen"
LINE = re.compile(r"\S+ \S+ (-|[A-Z]+) \S+ \d{3} in=\S+ out=\S+ \d+ms \S+")


@pytest.fixture
def proxied(served: Server) -> Iterator[str]:
    """A proxy that serves the page under a prefix; its address."""

    class Proxy(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.pass_on(None)

        def do_POST(self) -> None:
            self.pass_on(self.rfile.read(int(self.headers["Content-Length"])))

        def pass_on(self, body: bytes | None) -> None:
            assert self.path.startswith(f"{PREFIX}/"), self.path
            headers = {k: v for k, v in self.headers.items() if k not in ("Host", "Connection")}
            answer = served.ask(self.command, self.path.removeprefix(PREFIX), body or b"", headers)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}{PREFIX}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("scripts", [True, False])
def test_behind_a_proxy_with_a_prefix(browser: Browser, proxied: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    missed: list[str] = []
    page.on("response", lambda answer: missed.append(answer.url) if answer.status >= 400 else None)
    page.goto(proxied)
    plan = {"name": "p.xlsx", "mimeType": "application/x", "buffer": filled_in("Er is een plan")}
    page.set_input_files("#file", plan)  # type: ignore[arg-type]
    page.click("#check [type=submit]")
    page.wait_for_selector("#outcome")
    page.get_by_role("link", name="English").click()
    assert page.url == f"{proxied}?lang=en"
    page.goto(f"{proxied}rules/M201")
    page.get_by_role("link", name="Terug naar het begin").click()
    assert page.url == proxied
    assert not missed
    context.close()


def test_only_this_machine_unless_told_otherwise(served: Server) -> None:
    assert served.url.startswith("http://127.0.0.1:")


def test_a_name_for_a_proxy(tmp_path: Path) -> None:
    with running(tmp_path, "--name", "Plannen.example.nl", "--workers", "1", "--max-upload", "1") as server:
        assert server.ask("GET", "/", headers={"Host": "plannen.example.nl"}).status == 200
        assert "samen 1 MB" in server.ask("GET", "/").text
        assert server.send("/api/check", ("a.xlsx", b"0" * (1024 * 1024 + 1))).status == 413


def test_a_port_that_is_taken_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"127.0.0.1:{port}: hier kan de pagina niet luisteren")
    assert "--port" in said


def test_the_extra_is_named_when_it_is_not_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert main(["serve"]) == 2
    assert 'pip install "mijlpalen-xlsx[web]"' in capsys.readouterr().err


def test_a_line_of_the_log_names_nothing(served: Server) -> None:
    served.ask("GET", "/geheim/pad?en=vraag")
    served.send("/api/check?lang=en", ("geheim.xlsx", filled_in("Geheim")))
    served.ask("GET", "/healthz")
    lines = served.log.splitlines()
    assert not [line for line in lines if not LINE.fullmatch(line)]
    assert "geheim" not in served.log.lower()
