"""The description of the api is true: schemathesis asks what it allows and forbids, and finds nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.web.server import Server

CONFIG = """
[checks]
positive_data_acceptance.enabled = true
# 400: years can be well written and still end before they begin; more names than fit can hide in lines.
# 422: any bytes are an upload, and few of them a workbook that can be marked. 413, 503: how much, how busy.
positive_data_acceptance.expected-statuses = ["2xx", 400, 404, 413, 422, 503]
negative_data_rejection.expected-statuses = [400, 404, 405, 413, 422]
"""


def test_schemathesis_finds_nothing(served: Server, tmp_path: Path) -> None:
    config = tmp_path / "schemathesis.toml"
    config.write_text(CONFIG)
    command = [
        str(Path(sys.executable).parent / "schemathesis"),
        f"--config-file={config}",
        "run",
        f"{served.url}openapi.json",
        "--checks=all",
        "--max-examples=5",
        "--max-time=45",
        "--generation-deterministic",
        "--no-color",
    ]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=300, check=False)
    assert done.returncode == 0, done.stdout[-6000:]


def test_every_address_is_described(served: Server) -> None:
    described = json.loads(served.ask("GET", "/openapi.json").body)["paths"]
    assert set(described) == {"/api/check", "/api/marked", "/template", "/rules/{code}", "/healthz"}
