"""A server for all tests of the page that only ask it something."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.server import Server, running


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with two workers."""
    with running(tmp_path_factory.mktemp("tmp"), "--workers", "2") as server:
        yield server
